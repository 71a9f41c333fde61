import type { Compared } from './live-evidence.ts';
import { judgeLook, type Gauge, type Outcome } from './look-procedure.ts';
import type { ComparedMetric, RegressionRow } from './regression-result.ts';

/** One endpoint and metric as it was compared at the first look and, with a second one, on all data. */
export interface ComparedRow {
  readonly endpoint: string;
  readonly metric: ComparedMetric;
  readonly tolerance: number;
  /** The least change that counts, in the metric's own unit (µs, ratio, per second). */
  readonly minChange: number;
  readonly first: Compared;
  readonly both: Compared | undefined;
  readonly sharedDegrees: number | undefined;
}

/**
 * The gauge of a row that look 1 could judge; undefined when it could not, or when so little failed that no change could count. Closed: look 2 takes no row
 * out of the family, so that a suspect which it could not measure stays suspect.
 */
export function gaugeRow(row: ComparedRow): Gauge | undefined {
  if (row.first.state !== 'compared' || !canMatter(row)) return undefined;
  const both = row.both?.state === 'compared' ? row.both : undefined;
  const last = both ?? row.first;
  return {
    first: row.first.evidence,
    both: both?.evidence,
    tolerance: toEvidence(row.metric, row.tolerance),
    halfTolerance: toEvidence(row.metric, row.tolerance / 2),
    least: leastEvidence(row.metric, last.baseline, row.minChange),
    isWorthwhile: Math.abs(last.candidate - last.baseline) >= row.minChange,
    sharedDegrees: row.sharedDegrees,
  };
}

/** The finished row, by the last look that measured it; `outcome` undefined for one without a gauge. */
export function finishRow(row: ComparedRow, outcome: Outcome | undefined, detectable: () => number | undefined): RegressionRow {
  const head = { name: nameRow(row), endpoint: row.endpoint, metric: row.metric, tolerance: row.tolerance };
  if (row.first.state === 'not-eligible') return { ...head, samples: row.first.samples, state: 'not-eligible', reason: row.first.reason };
  const measured = [row.first, ...(row.both?.state === 'compared' ? [row.both] : [])];
  const { baseline, candidate, evidence, samples } = measured.at(-1) ?? row.first;
  const looks = measured.map((one) => judgeLook(one.evidence));
  const change = row.metric.kind === 'error-ratio' ? candidate - baseline : fromEvidence(row.metric, evidence.change);
  return { ...head, samples, state: outcome ?? 'unchanged', values: { baseline, candidate, change }, looks, detectable: detectable() };
}

/** `POST /orders p95`, `POST /orders error_rate`, `total throughput`. */
export function nameRow({ endpoint, metric }: Pick<ComparedRow, 'endpoint' | 'metric'>): string {
  switch (metric.kind) {
    case 'percentile':
      return `${endpoint} p${metric.percentile}`;
    case 'error-ratio':
      return `${endpoint} error_rate`;
    case 'throughput':
      return `${endpoint} throughput`;
  }
}

/** A tolerance in the unit of the evidence: of latencies ln(1 + t), of throughput −ln(1 − t), of error ratios itself. */
export function toEvidence(metric: ComparedMetric, tolerance: number): number {
  switch (metric.kind) {
    case 'percentile':
      return Math.log1p(tolerance);
    case 'throughput':
      return tolerance < 1 ? -Math.log1p(-tolerance) : Number.MAX_VALUE;
    case 'error-ratio':
      return tolerance;
  }
}

/** `minChange` as evidence for a change for the worse. */
function leastEvidence(metric: ComparedMetric, baseline: number, minChange: number): number {
  switch (metric.kind) {
    case 'percentile':
      return Math.log1p(minChange / Math.max(1, baseline));
    case 'throughput':
      return minChange < baseline ? -Math.log1p(-minChange / baseline) : Number.MAX_VALUE;
    case 'error-ratio':
      return minChange;
  }
}

/** The signed change of the metric that evidence (above 0: worse) speaks of: 0.26 is 26 % more latency, −0.1 is 10 % less throughput. */
export function fromEvidence(metric: ComparedMetric, evidence: number): number {
  switch (metric.kind) {
    case 'percentile':
      return Math.expm1(evidence);
    case 'throughput':
      return Math.expm1(-evidence);
    case 'error-ratio':
      return evidence;
  }
}

/**
 * Where so little failed on both sides together that the difference cannot reach half the tolerance, nothing is tested, and the other metrics need
 * not share their chance of a false alarm with it (Tarone 1990): the sum of both sides does not tell which of them is worse.
 */
function canMatter({ metric, tolerance, first }: ComparedRow): boolean {
  if (metric.kind !== 'error-ratio' || first.state !== 'compared') return true;
  const { baseline, candidate, samples } = first;
  const bad = baseline * samples.baseline + candidate * samples.candidate;
  return bad / Math.min(samples.baseline, samples.candidate) >= tolerance / 2;
}
