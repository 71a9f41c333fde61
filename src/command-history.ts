import type { BaselineStore, History, StoredRun } from './baseline/baseline-store.ts';
import { describeOtherKeys } from './baseline/describe-other-keys.ts';
import { listCounting, listLeftOut } from './command-admission.ts';
import type { CommandPorts } from './command-ports.ts';
import { DEFAULT_REGRESSION_RULES } from './config/regression-rules.ts';
import { compareWithHistory, measureStoredLevels } from './gate-baseline.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import { cleanText } from './report/clean-text.ts';
import {
  PERCENTILES,
  type EndpointHistory,
  type EndpointPoint,
  type HistoryRun,
  type RunHistory,
  type Standing,
} from './report/run-history.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummary } from './report/summarize-endpoints.ts';
import type { LatencyValue } from './verdict/judged-latency.ts';
import { chargeableOf } from './verdict/merge-sockets.ts';
import { describeNote } from './verdict/regression/describe-regression.ts';
import { meanOf } from './verdict/regression/estimate-components.ts';
import { nameRow } from './verdict/regression/gauged-row.ts';
import type { RegressionNote } from './verdict/regression/regression-result.ts';
import { readOrigin, type Origin } from './workspace/read-origin.ts';

/** All that a page of stored runs shows, as the newest of them sees the others: the same facts as those of the terminal. */
export function buildHistory(
  history: History,
  { where, key, env }: { readonly where: BaselineStore['where']; readonly key: string; readonly env: CommandPorts['env'] },
): RunHistory {
  switch (history.state) {
    case 'none-yet':
      return {
        state: 'none-yet',
        where,
        otherKeys: history.otherKeys.length > 0 ? `${describeOtherKeys(key, history.otherKeys)}.` : '',
      };
    case 'unusable':
      return { state: 'unusable', where, setAside: history.setAside };
    case 'found':
      return describeFound(history, where, readOrigin(env));
  }
}

type Found = Extract<History, { state: 'found' }>;

function describeFound(history: Found, where: string, origin: Origin): RunHistory {
  const newest = history.runs.at(-1);
  if (newest === undefined) throw new Error('a history that was found is not empty');
  const { notes } = compareWithHistory(newest.report.run, [], { history, rules: DEFAULT_REGRESSION_RULES, origin });
  const told = notes.filter(({ kind }) => kind === 'level-shift' || kind === 'creep' || kind === 'outliers');
  return {
    state: 'found',
    where,
    runs: describeRuns(history, notes, origin),
    endpoints: describeEndpoints(history, newest, origin),
    notes: told.map((note) => `${describeNote(note)}.`),
    names: told.flatMap(listNames),
    setAside: history.setAside,
    unread: history.unread,
  };
}

function listNames(note: RegressionNote): readonly string[] {
  switch (note.kind) {
    case 'level-shift':
    case 'creep':
      return [note.name];
    case 'outliers':
      return note.runs.map(({ name }) => name);
    default:
      return [];
  }
}

function describeRuns({ runs }: Found, notes: readonly RegressionNote[], origin: Origin): readonly HistoryRun[] {
  const reasons = listLeftOut({ notes });
  const ever = new Set(listCounting(runs, origin).map(({ id }) => id));
  return runs.map((run): HistoryRun => {
    const { id, judged, report } = run;
    const { commit, branch, event } = run.origin;
    const { environment, startedAt } = report.run;
    return {
      id,
      startedAt,
      commit,
      branch,
      event,
      judged,
      machine: `${environment.cores} × ${environment.cpuModel}`,
      standing: describeStanding(run, reasons.get(id), ever.has(id)),
    };
  });
}

function describeStanding({ origin, acceptance }: StoredRun, why: string | undefined, isEver: boolean): Standing {
  if (why === undefined) return acceptance === undefined ? { kind: 'counts' } : { kind: 'by-hand', ...acceptance };
  if (isEver) return { kind: 'earlier', why };
  return { kind: origin.accepted || acceptance !== undefined ? 'left-out' : 'slower', why };
}

function describeEndpoints(history: Found, newest: StoredRun, origin: Origin): readonly EndpointHistory[] {
  const tables = history.runs.map(({ report }) => summarizeBursts([report.run, ...(report.further ?? [])]));
  const levels = measureStoredLevels(newest.report.run, { history, origin }, PERCENTILES);
  const current = new Set(tables.at(-1)?.keys());
  const names = new Set([...current, ...tables.toReversed().flatMap((table) => [...table.keys()])]);
  return [...names].map((name) => ({
    name,
    isCurrent: current.has(name),
    points: tables.map((table) => table.get(name)),
    levels: PERCENTILES.map((percentile) => levels.get(nameRow({ endpoint: name, metric: { kind: 'percentile', percentile } }))),
  }));
}

/** The endpoints of one run that were called, each the mean of its bursts. */
export function summarizeBursts(bursts: readonly RunSummary[]): ReadonlyMap<string, EndpointPoint> {
  const rows = bursts.flatMap((burst) => summarizeEndpoints(burst).rows.filter(({ attempts = 0 }) => attempts > 0));
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, parts]) => [name, meanPoint(parts)]));
}

function meanPoint(parts: readonly EndpointSummary[]): EndpointPoint {
  const rates = parts.flatMap(({ okPerSec }) => okPerSec ?? []);
  const counted = parts.filter(({ failed }) => failed !== undefined);
  const chargeable = counted.reduce((sum, part) => sum + chargeableOf(part), 0);
  return {
    latencies: PERCENTILES.map((percentile) => meanLatency(parts.map((part) => percentileOf(part, percentile)))),
    okPerSec: rates.length > 0 ? meanOf(rates) : undefined,
    failedRatio: chargeable > 0 ? counted.reduce((sum, { failed = 0 }) => sum + failed, 0) / chargeable : undefined,
    attempts: parts.reduce((sum, { attempts = 0 }) => sum + attempts, 0),
  };
}

/** Geometric, as the comparison takes it. Closed: where one burst knows no more than a lower bound, neither does the run. */
function meanLatency(readings: readonly (LatencyValue | undefined)[]): LatencyValue | undefined {
  const known = readings.filter((reading) => reading !== undefined);
  const lost = known.find(({ state }) => state === 'censored');
  if (lost !== undefined || known.length === 0) return lost;
  return {
    state: 'exact',
    us: Math.exp(meanOf(known.map((reading) => Math.log(reading.state === 'exact' ? Math.max(1, reading.us) : 1)))),
  };
}

/** The place and the key, for people. */
export function describeWhere({ where }: Pick<BaselineStore, 'where'>, key: string): string {
  return cleanText(`${where} (key ${key})`);
}
