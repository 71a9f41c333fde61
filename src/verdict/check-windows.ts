import type { Sla, WindowRule } from '../config/sla.ts';
import { explainMissing } from '../metrics/engine-info.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';
import { attemptsOf } from '../metrics/counts.ts';
import { formatCensored, formatLimit, formatObserved } from './format-check.ts';
import { listJudgedPhases, listSecondsOf } from './list-judged-seconds.ts';
import { matchPattern } from '../config/match-pattern.ts';
import { mergeSlices } from './merge-series-phases.ts';
import { nameMetric } from './name-metric.ts';
import { explainNoName } from './resolve-promises.ts';
import type { Check, Observed } from './verdict.ts';
import type { WindowReading, WindowStreak } from './window-streak.ts';
import { windowSamples } from './window-streak.ts';
import { WindowWatch } from './window-watch.ts';
import type { CompletedSecond, WatchedRule } from './window-watch.ts';

/** Judges the rows of `windows:` over all judged phases, by the same watch that follows a live run. One check for each series that a rule watches. */
export function checkWindows(run: RunSummary, sla: Sla): readonly Check[] {
  const missing = explainMissing(run.engine, 'seconds');
  if (missing !== undefined) return refuseWindows(sla, missing);
  const watch = new WindowWatch(sla, { series: run.series, phases: run.phases.map(({ plan }) => plan) });
  for (const second of listCompletedSeconds(run)) watch.feed(second);
  const names = new Map<string, number>();
  return sla.windows.flatMap((rule): readonly Check[] => {
    const watched = watch.watched.filter((candidate) => candidate.rule === rule);
    return watched.length > 0 ? watched.map((each) => checkWatched(each, run, names)) : checkUnwatched(rule, run, names);
  });
}

/** Closed: what is not known of any second keeps no promise about some of them. */
function refuseWindows({ windows }: Sla, reason: string): readonly Check[] {
  const names = new Map<string, number>();
  return windows.map((rule) => ({ ...describeRule(rule, rule.endpoint ?? 'total', names), state: 'no-data', reason, samples: 0 }));
}

/** The judged seconds of a run in order, as a live run would have told them. */
export function listCompletedSeconds(run: RunSummary): readonly CompletedSecond[] {
  const places = new Set(listJudgedPhases(run.phases));
  const seconds = listSecondsOf(run.phases.filter((_, place) => places.has(place)));
  const bySecond = new Map(seconds.map((second) => [second, { second, series: new Array<CompletedSecond['series'][number]>() }]));
  for (const { name, perPhase } of run.series) {
    const lists = perPhase.filter((_, place) => places.has(place)).map(({ slices }) => slices);
    for (const slice of mergeSlices(lists, [])) bySecond.get(slice.second)?.series.push({ ...slice, name });
  }
  return [...bySecond.values()];
}

/** One rule as it stands after the seconds that it was fed; `names` counts those that were given. */
export function checkWatched(
  { rule, scope, streak }: WatchedRule,
  run: Pick<RunSummary, 'phases' | 'series'>,
  names: Map<string, number>,
): Check {
  const series = scope.kind === 'total' ? 'total' : scope.name;
  const base = describeRule(rule, series, names);
  if (streak.fired) return { ...base, state: 'breached', observed: observe(rule, streak, streak.fired) };
  if (streak.worst) return { ...base, state: 'passed', observed: observe(rule, streak, streak.worst) };
  const { ok, attempts } = countJudgedAttempts(run, scope.kind === 'total' ? undefined : scope.name);
  // A target that never answered may be too slow for any window to have evidence; that is its breach, not a lack of data.
  if (ok === 0 && attempts > 0) {
    const dead = {
      lastSecond: 0,
      value: rule.metric.kind === 'error-rate' ? 1 : undefined,
      censored: rule.metric.kind !== 'error-rate',
      samples: attempts,
    };
    return { ...base, state: 'breached', observed: observe(rule, streak, { ...dead, breaches: true }) };
  }
  return { ...base, state: 'no-data', reason: explainNoEvidence(rule, streak), samples: streak.mostSamples ?? 0 };
}

/** Closed: a rule that watches nothing is shown, and only a filter of the user's makes it harmless. */
function checkUnwatched(rule: WindowRule, run: RunSummary, names: Map<string, number>): readonly Check[] {
  const pattern = rule.endpoint ?? 'total';
  const filtered = run.series.filter(({ name }) => matchPattern(pattern, name));
  if (filtered.length === 0) {
    return [{ ...describeRule(rule, pattern, names), state: 'no-data', reason: explainNoName(pattern, run.series), samples: 0 }];
  }
  return filtered.map(({ name }) => ({
    ...describeRule(rule, name, names),
    state: 'skipped',
    reason: 'its tasks were filtered out of this run',
  }));
}

function observe(rule: WindowRule, streak: WindowStreak, reading: WindowReading): Observed {
  const { metric, value: limitValue, forWindows } = rule;
  const value =
    reading.value === undefined || reading.censored
      ? formatCensored(metric, reading.value)
      : formatObserved(metric, reading.value, limitValue);
  const isShort = streak.fired === undefined && reading.breaches && streak.longestStreak > 0;
  return {
    value: reading.value ?? limitValue,
    censored: reading.censored,
    text: isShort ? `${value} (${streak.longestStreak} of ${forWindows} windows in a row)` : value,
    limitValue,
    samples: reading.samples,
    interval: undefined,
    budgetUsed: undefined,
    burnRate: undefined,
  };
}

function explainNoEvidence({ metric, windowMs }: WindowRule, { mostSamples }: WindowStreak): string {
  const window = `${formatNumber(windowMs / 1_000, 3)} s`;
  if (mostSamples === undefined) return `the judged phases hold no full window of ${window}`;
  if (metric.kind === 'error-rate' || mostSamples === 0) return `no request ended in any window of ${window}`;
  const needed = formatNumber(windowSamples(metric.percentile), 0);
  return `at most ${formatNumber(mostSamples, 0)} samples in a window of ${window}; p${metric.percentile} needs ${needed}`;
}

function countJudgedAttempts(
  run: Pick<RunSummary, 'phases' | 'series'>,
  series: string | undefined,
): { readonly ok: number; readonly attempts: number } {
  const places = new Set(listJudgedPhases(run.phases));
  const parts = run.series
    .filter(({ name }) => series === undefined || name === series)
    .flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  return {
    ok: parts.reduce((sum, { counts }) => sum + counts.ok, 0),
    attempts: parts.reduce((sum, { counts }) => sum + attemptsOf(counts), 0),
  };
}

type CheckBase = Omit<Extract<Check, { state: 'skipped' }>, 'state' | 'reason'>;

function describeRule(rule: WindowRule, series: string, names: Map<string, number>): CheckBase {
  const metric = nameMetric(rule.metric);
  const window = `${formatNumber(rule.windowMs / 1_000, 3)} s`;
  const name = `${series} ${metric} in ${rule.forWindows === 1 ? 'a window' : `${rule.forWindows} windows`} of ${window}`;
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return {
    name: times === 1 ? name : `${name} (${times})`,
    series,
    phase: undefined,
    kind: 'window',
    metric,
    promise: rule.text,
    limit: formatLimit(rule.metric, rule.comparison, rule.value),
    severity: rule.then === 'warn' ? 'warn' : 'fail',
    at: rule.at,
  };
}
