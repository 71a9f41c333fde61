import type { BaselineRun } from './baseline-run.ts';
import { estimateComponents, LOG_PRIOR, meanOf, predictVariance, RATIO_PRIOR, type NoisePrior } from './estimate-components.ts';
import { findCreep } from './find-creep.ts';
import { followLevel, type LevelPoint } from './follow-level.ts';
import { fromEvidence, nameRow, toEvidence } from './gauged-row.ts';
import { showAround, type Compared } from './live-evidence.ts';
import type { BurstValue } from './measure-burst.ts';
import { medianOf } from './median-of.ts';
import type { ComparedMetric, RegressionNote } from './regression-result.ts';

/** A metric of an endpoint with its limits. */
export interface RowKey {
  readonly name: string;
  readonly endpoint: string;
  readonly metric: ComparedMetric;
  readonly tolerance: number;
  readonly minChange: number;
}

/** A run of the history with what its bursts measured. */
export interface StoredJob {
  readonly run: BaselineRun;
  readonly bursts: readonly (readonly BurstValue[])[];
}

type Measured = Extract<BurstValue, { state: 'measured' }>;

/** One job's measured bursts of one row. */
export interface JobPoint extends LevelPoint {
  readonly run: BaselineRun;
  readonly bursts: readonly Measured[];
}

export interface FollowedRow {
  readonly members: readonly JobPoint[];
  /** Runs that do not count for this row, oldest first; the change from the median of those that do. */
  readonly outliers: readonly { readonly run: BaselineRun; readonly change: number }[];
  readonly notes: readonly Omit<Extract<RegressionNote, { kind: 'level-shift' }>, 'name'>[];
}

/** The jobs whose values of a row make its present level. */
export function followRow(jobs: readonly StoredJob[], key: RowKey): FollowedRow {
  const { members, outliers, shift } = followLevel(listPoints(jobs, key), leastMadOf(key.metric));
  const middle = medianOf(members.map(({ value }) => value));
  return {
    members,
    outliers: outliers.map(({ point }) => ({ run: point.run, change: fromEvidence(key.metric, point.value - middle) })),
    notes: shift ? [{ kind: 'level-shift', from: shift.from.id, change: fromEvidence(key.metric, shift.change) }] : [],
  };
}

/** A history that hardly varies has a tiny MAD: 2 % (0.1 percentage points of errors) is never an outlier's fifth. */
export function leastMadOf(metric: ComparedMetric): number {
  return metric.kind === 'error-ratio' ? 0.001 : 0.02;
}

function listPoints(jobs: readonly StoredJob[], key: RowKey): readonly JobPoint[] {
  return jobs.flatMap(({ run, bursts }): readonly JobPoint[] => {
    const measured = pickMeasured(bursts, key);
    if (measured.length === 0) return [];
    return [
      { run, id: run.id, value: meanOf(measured.map(({ value }) => value)), isAcceptedByHand: run.isAcceptedByHand, bursts: measured },
    ];
  });
}

function pickMeasured(bursts: readonly (readonly BurstValue[])[], key: RowKey): readonly Measured[] {
  return bursts.flat().filter((one): one is Measured => one.state === 'measured' && nameRow(one) === key.name);
}

/** The candidate's bursts so far against the jobs of the present level; `degrees` are those of the error that both looks share. */
export function compareWithJobs(
  key: RowKey,
  members: readonly JobPoint[],
  candidate: readonly (readonly BurstValue[])[],
): { readonly compared: Compared; readonly degrees: number } {
  const own = pickMeasured(candidate, key);
  const stored = members.flatMap(({ bursts }) => bursts);
  const samples = { baseline: sumSamples(stored), candidate: sumSamples(own) };
  const values = members.map(({ bursts }) => bursts.map(({ value }) => value));
  const components = estimateComponents(values, priorOf(key), leastVariance(key, stored, own));
  const degrees = components?.degrees ?? 1;
  const refused = candidate.flat().find((one) => one.state === 'not-eligible' && nameRow(one) === key.name);
  if (refused?.state === 'not-eligible')
    return { compared: { state: 'not-eligible', reason: `the candidate has ${refused.reason}`, samples }, degrees };
  if (!components || own.length < candidate.length)
    return { compared: { state: 'not-eligible', reason: 'not every burst of the candidate has measured it', samples }, degrees };
  const { total, floor } = predictVariance(components, own.length);
  const change = meanOf(own.map(({ value }) => value)) - components.mean;
  const evidence = { change, error: Math.sqrt(total), degrees, floor };
  return { compared: { state: 'compared', evidence, ...show(key, members, own, change), samples }, degrees };
}

function show(
  key: RowKey,
  members: readonly JobPoint[],
  own: readonly Measured[],
  change: number,
): { readonly baseline: number; readonly candidate: number } {
  const stored = members.map(({ bursts }) => bursts.map(({ shown }) => shown));
  const shown = own.map((one) => one.shown);
  if (key.metric.kind === 'error-ratio') return { baseline: meanOf(stored.map(meanOf)), candidate: meanOf(shown) };
  const middle = (values: readonly number[]): number => meanOf(values.map((value) => Math.log(Math.max(1e-9, value))));
  if (key.metric.kind === 'throughput') return { baseline: Math.exp(meanOf(stored.map(middle))), candidate: Math.exp(middle(shown)) };
  return showAround(Math.exp(meanOf(stored.map(middle))), Math.exp(middle(shown)), change);
}

function priorOf(key: RowKey): NoisePrior {
  return key.metric.kind === 'error-ratio' ? RATIO_PRIOR : LOG_PRIOR;
}

/** Error ratios of bursts vary at least as counts do: the binomial variance of both sides together. */
function leastVariance(key: RowKey, stored: readonly Measured[], own: readonly Measured[]): number {
  if (key.metric.kind !== 'error-ratio') return 0;
  const all = [...stored, ...own];
  const attempts = sumSamples(all);
  const bad = all.reduce((sum, { value, samples }) => sum + value * samples, 0);
  const ratio = attempts === 0 ? 0 : bad / attempts;
  return attempts === 0 ? 0 : (ratio * (1 - ratio) * all.length) / attempts;
}

function sumSamples(values: readonly Measured[]): number {
  return values.reduce((sum, { samples }) => sum + samples, 0);
}

/** Rows that have crept away from the anchor, on the branch that the history is of. `jobs` beyond the window too. */
export function listCreep(jobs: readonly StoredJob[], keys: readonly RowKey[]): readonly RegressionNote[] {
  return keys.flatMap((key): readonly RegressionNote[] => {
    const points = listPoints(jobs, key).map(({ bursts, isAcceptedByHand }) => ({
      values: bursts.map(({ value }) => value),
      isAcceptedByHand,
    }));
    const change = findCreep(points, toEvidence(key.metric, key.tolerance), priorOf(key));
    return change === undefined ? [] : [{ kind: 'creep', name: key.name, change: fromEvidence(key.metric, change) }];
  });
}
