import type { EngineInfo } from '../metrics/engine-info.ts';
import type { ServerSeries } from '../metrics/server-series.ts';
import type { Ending, FailureSummary, PhaseSummary, RunSummary, SeriesPhase, SeriesSummary } from '../metrics/run-summary.ts';

/** What may be said of a run that somebody else has made. */
export interface Trusted {
  /** Names of series and phases that our own files have. */
  readonly names: ReadonlySet<string>;
  /** The name of our own scenario. */
  readonly title: string;
}

/**
 * A name that can be no sentence: up to two words, of which the second, or the only one, is a path. Shown as it is, because promises are about names and a change may
 * bring new ones.
 */
const PLAIN_NAME = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ws|receive) )?\/[\w\-./{}$*?=&%:~]{0,100}(?: \(poll\))?$/;

/**
 * The numbers of a run alone: every text in it is ours, of a closed form, or replaced, so that nobody speaks through the results of a run that is not trusted. Numbers are
 * as they came; whoever made the run answers for them.
 */
export function purgeRun(run: RunSummary, trusted: Trusted): RunSummary {
  const rename = createRenamer(trusted.names);
  return {
    ...run,
    tool: { name: 'load-gate', version: /^\d{1,4}(?:\.\d{1,4}){2}$/.test(run.tool.version) ? run.tool.version : 'unknown' },
    scenario: {
      name: trusted.title,
      file: '',
      hash: /^[0-9a-f]{64}$/.test(run.scenario.hash) ? run.scenario.hash : '',
      profile: run.scenario.profile !== undefined && trusted.names.has(run.scenario.profile) ? run.scenario.profile : undefined,
    },
    target: '',
    ending: purgeEnding(run.ending),
    environment: { ...run.environment, node: 'unknown', platform: 'unknown', cpuModel: 'unknown', runnerImage: undefined },
    phases: run.phases.map((phase) => purgePhase(phase, rename)),
    series: run.series.map((series) => purgeSeries(series, rename)),
    transport: { ...run.transport, protocols: keepKeys(run.transport.protocols, /^(?:http\/1\.[01]|h2|ws)$/) },
    imbalances: run.imbalances.length === 0 ? [] : ['the results say so themselves'],
    slowRequests: [],
    engine: purgeEngine(run.engine),
    server: run.server.filter(({ name }) => trusted.names.has(name)).map((series) => purgeServer(series, rename)),
  };
}

/** The same name for the same text: `unknown 1`, `unknown 2`, … for what is neither known nor plain. */
function createRenamer(known: ReadonlySet<string>): (name: string) => string {
  const given = new Map<string, string>();
  return (name) => {
    if (known.has(name) || PLAIN_NAME.test(name)) return name;
    const fresh = given.get(name) ?? `unknown ${given.size + 1}`;
    given.set(name, fresh);
    return fresh;
  };
}

function purgeEngine(engine: EngineInfo): EngineInfo {
  const version = (text: string): string => (/^\d{1,4}(?:\.\d{1,4}){1,3}$/.test(text) ? text : 'unknown');
  switch (engine.kind) {
    case 'embedded':
      return engine;
    case 'locust':
      return { ...engine, version: version(engine.version), python: version(engine.python) };
    case 'import':
      return {
        ...engine,
        format: 'the imported file',
        missing: engine.missing.map(({ facets }) => ({ facets, sentence: 'the imported file does not say it' })),
      };
  }
}

function purgeEnding(ending: Ending): Ending {
  return ending.state === 'complete' ? ending : { state: ending.state, reason: 'the log of its workflow run says why' };
}

function purgePhase(phase: PhaseSummary, rename: (name: string) => string): PhaseSummary {
  return { ...phase, plan: { ...phase.plan, name: rename(phase.plan.name) } };
}

function purgeSeries(series: SeriesSummary, rename: (name: string) => string): SeriesSummary {
  return { ...series, name: rename(series.name), method: '', tags: [], perPhase: series.perPhase.map(purgePart) };
}

function purgePart(part: SeriesPhase): SeriesPhase {
  return { ...part, status: keepKeys(part.status, /^\d{3}$/), failures: part.failures.map(purgeFailure) };
}

function purgeFailure(failure: FailureSummary): FailureSummary {
  return { ...failure, reason: /^status \d{3}$/.test(failure.reason) ? failure.reason : failure.class, sample: '' };
}

function keepKeys(counts: Readonly<Record<string, number>>, pattern: RegExp): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([key]) => pattern.test(key)));
}

function purgeServer(series: ServerSeries, rename: (name: string) => string): ServerSeries {
  const why = 'the log of its workflow run says why';
  return {
    ...series,
    source: '',
    trouble: series.trouble === undefined ? undefined : why,
    recoveries: series.recoveries.map((recovery) => ({
      ...recovery,
      phase: rename(recovery.phase),
      ...(recovery.state === 'unknown' && { reason: why }),
    })),
  };
}
