import type { GatePorts } from './gate-ports.ts';
import { describeUnbegun, prepareTargets, runLoad } from './gate-load.ts';
import { describeEngine } from './gate-locust.ts';
import { dataSeed } from './gate-seed.ts';
import { prepareGate, type Prepared, type Ready } from './gate-prepare.ts';
import type { Issue } from './config/issue.ts';
import { createMasker, maskDeep } from './mask-secrets.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { RunRequest } from './options/request.ts';
import type { Plan, Plans } from './plan/plan.ts';
import { compareValues } from './report/compare-values.ts';
import type { LiveBaseline, Report } from './report/report.ts';
import { judgeRun } from './verdict/judge-run.ts';
import { forgetEarlier, resolvePlaces } from './gate-files.ts';
import { publishRun, type GateRun } from './gate-publish.ts';
import { openBaseline, type OpenBaseline } from './gate-baseline.ts';
import { lookAtLive, type PairOfRuns } from './gate-live.ts';
import { lookAtBaseline, lookOnce, type Looks } from './gate-looks.ts';
import { readOrigin } from './workspace/read-origin.ts';

export type GateResult = { readonly kind: 'issues'; readonly issues: readonly Issue[] } | ({ readonly kind: 'judged' } & GateRun);

/**
 * The whole gate: files → plan → before → load → measurements → verdict → reports. Throws GateError when it cannot go on; everything that a file or a request
 * gets wrong is in the result.
 */
export async function runGate(request: RunRequest, ports: GatePorts): Promise<GateResult> {
  const prepared = prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!prepared.ok) return { kind: 'issues', issues: prepared.issues };
  return { kind: 'judged', ...(await runPrepared(prepared, request, ports)) };
}

/** The same of files that were read before: what was checked is what runs, whatever became of the files since. */
export async function runPrepared({ value: prepared, warnings }: Ready, request: RunRequest, ports: GatePorts): Promise<GateRun> {
  const { config, plan } = prepared;
  // A place that may not be written to is refused before the load, not after it.
  const places = resolvePlaces(request, ports, { time: 'time', name: plan.name, profile: plan.profile ?? 'default' });
  await forgetEarlier(request, places);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(warnings);
  if (!config.hasSla) ports.onNote(`There is no ${request.sla.file}: nothing is promised, so the verdict will be inconclusive.`);

  await describeEngine(prepared, ports);
  // What is stored is read before the load, so that a history that cannot be read costs nobody a burst.
  const baseline = await openBaseline(request.baseline, request.key, ports);
  try {
    const report = await measure(prepared, request, { ports, baseline });
    return await publishRun(report, request, { ports, baseline });
  } finally {
    await baseline?.store.close();
  }
}

interface Surroundings {
  readonly ports: GatePorts;
  readonly baseline: OpenBaseline | undefined;
}

/** Load, measurements, comparison, verdict. */
async function measure(prepared: Prepared, request: RunRequest, { ports, baseline }: Surroundings): Promise<Report> {
  const refusal = await prepareTargets(plansOf(prepared), ports);
  if (refusal !== undefined) return describeReport(await describeUnbegun(prepared, ports, refusal), prepared, { ports });
  const [run, other] = await runLoad(prepared, plansOf(prepared), ports);
  const looks = other
    ? await lookLive({ candidate: run, baseline: other }, prepared, request, ports)
    : baseline && (await lookStored(run, prepared, request, { ports, baseline }));
  return describeReport(run, prepared, { ports, looks });
}

function plansOf({ plan, against }: Pick<Prepared, 'plan' | 'against'>): Plans {
  return against ? [plan, against] : [plan];
}

type AnyLooks = Looks & { readonly live?: LiveBaseline };

function lookLive(first: PairOfRuns, prepared: Prepared, { interleave, caps }: RunRequest, ports: GatePorts): Promise<AnyLooks> {
  const { plan, against, config } = prepared;
  if (!against) throw new Error('two targets were measured where one was planned');
  return lookAtLive(first, {
    plans: { candidate: plan, baseline: against },
    interleave,
    maxDurationMs: caps.maxDurationMs,
    sla: config.sla,
    runPair: async (plans) => {
      const [candidate, baseline] = await runLoad(prepared, [plans.candidate, plans.baseline], ports);
      if (!baseline) throw new Error('a burst of two targets measured one');
      return { candidate, baseline };
    },
    mask: masked(plan, ports),
    onNote: (note) => ports.onNote(note),
  });
}

function lookStored(
  run: RunSummary,
  prepared: Prepared,
  request: RunRequest,
  { ports, baseline }: Surroundings & { readonly baseline: OpenBaseline },
): Promise<AnyLooks> {
  const { plan, config, engine } = prepared;
  const onNote = (note: string): void => ports.onNote(note);
  const known = { sla: config.sla, baseline, origin: readOrigin(ports.env), mask: masked(plan, ports), onNote };
  if (engine.kind === 'locust' && engine.expectWorkers !== undefined) {
    // Workers of other machines end with the burst that they were started for.
    const comparison = lookOnce(run, { ...known, noSecondLook: 'the Locust workers are gone. Run it again' });
    return Promise.resolve({ further: [], made: [], comparison });
  }
  return lookAtBaseline(run, {
    ...known,
    plan,
    storesBursts: request.mode === 'update-baseline',
    maxDurationMs: request.caps.maxDurationMs,
    runBurst: async (next) => (await runLoad(prepared, [next], ports))[0],
  });
}

function masked(plan: Plan, ports: GatePorts): (burst: RunSummary) => RunSummary {
  const mask = openMask(plan, ports);
  return (burst) => maskDeep(burst, mask);
}

function openMask({ program }: Plan, { secrets = [] }: GatePorts): (text: string) => string {
  return createMasker([...program.secrets, ...secrets]);
}

/** The verdict, and everything that reports read. */
function describeReport(
  run: RunSummary,
  { plan, config }: Prepared,
  { ports, looks }: { readonly ports: GatePorts; readonly looks?: AnyLooks | undefined },
): Report {
  const verdict = judgeRun(
    run,
    config.sla,
    dataSeed(run),
    looks && { further: looks.made, others: looks.live?.runs, regression: looks.comparison?.result },
  );
  const more = {
    ...(looks && looks.further.length > 0 && { further: looks.further }),
    ...(looks?.live && { live: looks.live }),
    ...(looks?.comparison && { comparison: looks.comparison }),
  };
  return maskDeep({ run, verdict, handRows: compareValues(run, config.sla), ...more }, openMask(plan, ports));
}
