import type { Recovery, Reduction, ServerLimit, ServerRow, ServerUnit, Severity, Sla } from '../config/sla.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { ServerSeries, ServerTotals } from '../metrics/server-series.ts';
import { formatDuration } from '../units.ts';
import { holds } from './compare-value.ts';
import { formatServerLimit, formatServerObserved } from './format-server.ts';
import { listMatches } from './list-matches.ts';
import type { Check, Observed } from './verdict.ts';

/** Judges `server:`: one check for each limit of each row, and one for its recovery. Closed: a row whose values are not there, or not whole, is never kept. */
export function checkServer(run: Pick<RunSummary, 'server'>, sla: Sla): readonly Check[] {
  return sla.server.flatMap((row) => {
    const series = run.server.find(({ name }) => name === row.name);
    const severity = listMatches(sla.severity, row.name)[0]?.severity ?? 'fail';
    const checks = row.limits.map((limit): Check => ({ ...describe(row, severity, limit), ...judgeLimit(row, limit, series) }));
    const { recovers } = row;
    return recovers ? [...checks, { ...describeRecovery(row, severity, recovers), ...judgeRecovery(row, recovers, series) }] : checks;
  });
}

type Judgement =
  | { readonly state: 'passed' | 'breached'; readonly observed: Observed }
  | { readonly state: 'no-data'; readonly reason: string; readonly samples: number };

function judgeLimit(row: ServerRow, limit: ServerLimit, series: ServerSeries | undefined): Judgement {
  if (!series) return noData('this run has no values of it');
  const { judged, trouble } = series;
  const samples = judged?.count ?? 0;
  // Closed: `trouble` says that the values are not whole, whatever those that came would say.
  if (trouble !== undefined || !judged) return noData(trouble ?? 'no value came in the judged time', samples);
  const reduced = reduce(limit.reduction, judged);
  if (typeof reduced === 'string') return noData(reduced, samples);
  const unit = unitOf(row, limit.reduction);
  const text = formatServerObserved(unit, reduced, limit.value);
  return {
    state: holds(reduced, limit.comparison, limit.value) ? 'passed' : 'breached',
    observed: observe(reduced, text, { limitValue: limit.value, samples }),
  };
}

/** A number, or why there is none. */
function reduce(reduction: Reduction, { count, min, max, avg, first, last, atStart, atEnd }: ServerTotals): number | string {
  switch (reduction) {
    case 'max':
      return max;
    case 'min':
      return min;
    case 'avg':
      return avg;
    case 'last':
      return last;
    case 'delta':
      return count < 2 ? 'one value alone has no change' : finite(atEnd - atStart);
    case 'growth':
      if (count < 2) return 'one value alone has no growth';
      return first > 0 ? finite((last - first) / first) : 'its first value is not above 0, and there is no growth from there';
  }
}

function finite(value: number): number | string {
  return Number.isFinite(value) ? value : 'its values are too large';
}

/** Every stretch of load that counts must have been followed by the recovery. */
function judgeRecovery(row: ServerRow, { withinMs, to }: Recovery, series: ServerSeries | undefined): Judgement {
  if (!series) return noData('this run has no values of it');
  const counted = series.recoveries.filter(({ state }) => state !== 'not-judged');
  const missed = counted.find((recovery) => recovery.state === 'missed');
  const whose = (phase: string): string => (counted.length > 1 ? ` (after ${phase})` : '');
  if (missed) {
    const text = `still ${formatServerObserved(row.unit, missed.value, to)} after ${formatDuration(withinMs)}${whose(missed.phase)}`;
    return { state: 'breached', observed: observe(missed.value, text, { limitValue: to, samples: counted.length }) };
  }
  const unknown = counted.find((recovery) => recovery.state === 'unknown');
  if (unknown) return noData(unknown.reason, counted.length);
  const reached = counted.filter((recovery) => recovery.state === 'reached');
  const [first, ...others] = reached;
  if (!first) return noData(series.trouble ?? 'no load came to its end');
  const slowest = others.reduce((most, one) => (one.tookMs > most.tookMs ? one : most), first);
  // Closed: a recovery that took longer than this SLA allows was measured for another one.
  if (slowest.tookMs > withinMs) return noData(`it was measured for longer than ${formatDuration(withinMs)}`, counted.length);
  const text = `after ${formatDuration(slowest.tookMs)}${whose(slowest.phase)}`;
  return { state: 'passed', observed: observe(slowest.tookMs / 1_000, text, { limitValue: withinMs / 1_000, samples: counted.length }) };
}

function noData(reason: string, samples = 0): Judgement {
  return { state: 'no-data', reason, samples };
}

function observe(value: number, text: string, { limitValue, samples }: Pick<Observed, 'limitValue' | 'samples'>): Observed {
  return { value, censored: false, text, limitValue, samples, interval: undefined, budgetUsed: undefined, burnRate: undefined };
}

function unitOf({ unit }: ServerRow, reduction: Reduction): ServerUnit {
  return reduction === 'growth' ? 'ratio' : unit;
}

type CheckBase = Omit<Extract<Check, { state: 'skipped' }>, 'state' | 'reason'>;

function describe(row: ServerRow, severity: Severity, limit: ServerLimit): CheckBase {
  const { reduction, comparison, value, text, at } = limit;
  return { ...baseOf(row, severity, reduction), promise: text, limit: formatServerLimit(unitOf(row, reduction), comparison, value), at };
}

function describeRecovery(row: ServerRow, severity: Severity, { comparison, to, withinMs, text, at }: Recovery): CheckBase {
  const limit = `${formatServerLimit(row.unit, comparison, to)} within ${formatDuration(withinMs)}`;
  return { ...baseOf(row, severity, 'recovers'), promise: text, limit, at };
}

function baseOf(
  { name }: ServerRow,
  severity: Severity,
  metric: string,
): Pick<CheckBase, 'name' | 'series' | 'phase' | 'kind' | 'metric' | 'severity'> {
  return { name: `server ${name} ${metric}`, series: name, phase: undefined, kind: 'server', metric, severity };
}

/** What a row promises, in words: `max ≤ 1,000, recovers ≤ 5 within 30 s`. */
export function describeServerRow(row: ServerRow): string {
  const limits = row.limits.map(
    ({ reduction, comparison, value }) => `${reduction} ${formatServerLimit(unitOf(row, reduction), comparison, value)}`,
  );
  const { recovers } = row;
  if (recovers)
    limits.push(
      `back to ${formatServerLimit(row.unit, recovers.comparison, recovers.to)} within ${formatDuration(recovers.withinMs)} after the load`,
    );
  return limits.join(', ');
}
