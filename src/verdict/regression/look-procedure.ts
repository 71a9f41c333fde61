import { roundStatistic } from '../compare-value.ts';
import { studentTCdf, studentTQuantile } from '../student-t.ts';
import { normalQuantile } from './normal-distribution.ts';
import { rejectByHolm } from './reject-by-holm.ts';
import type { Look } from './regression-result.ts';
import { probabilityBeyondBoth } from './two-look-probability.ts';

/** A metric is suspect at look 1 when p is at most this, and at most `SUSPECT_FAMILY` shared by all gated metrics. */
export const SUSPECT_EACH = 0.15;
export const SUSPECT_FAMILY = 0.18;

/** A measured change for the worse with its standard error; of both looks the same unit. */
export interface Evidence {
  readonly change: number;
  readonly error: number;
  readonly degrees: number;
  /** The part of error² that more data of the same kind cannot lessen. */
  readonly floor: number;
}

/** One gated metric with its evidence. */
export interface Gauge {
  readonly first: Evidence;
  /** Look 1 and look 2 together; undefined before look 2. */
  readonly both: Evidence | undefined;
  /** Tolerated change, in the unit of the evidence; a regression reaches it. */
  readonly tolerance: number;
  /** Half of it: what a suspect reaches. */
  readonly halfTolerance: number;
  /** The least change that counts in the metric's own unit, as evidence. */
  readonly least: number;
  /** The change on all data is large enough in the metric's own unit. */
  readonly isWorthwhile: boolean;
  /** Degrees of freedom of an error that both looks share (history); undefined: each look has its own. */
  readonly sharedDegrees: number | undefined;
}

export type Outcome = 'unchanged' | 'improved' | 'suspect' | 'not-confirmed' | 'regressed';

/** One-sided p-value and the figures it comes from, rounded to 1e-9. Throws for what is not a number: that is a bug, and never "no change". */
export function judgeLook(evidence: Omit<Evidence, 'floor'>): Look {
  const change = roundStatistic(evidence.change);
  const error = roundStatistic(evidence.error);
  const degrees = roundStatistic(evidence.degrees);
  if (!Number.isFinite(change) || !Number.isFinite(error) || !(degrees > 0) || error < 0)
    throw new RangeError(`no evidence in a change of ${change} ± ${error} with ${degrees} degrees of freedom`);
  const p = error === 0 ? (change > 0 ? 0 : 1) : roundStatistic(1 - studentTCdf(change / error, degrees));
  return { change, error, degrees, p };
}

/** The p-value up to which a metric is suspect at look 1, with `family` gated metrics (at least 1). */
export function suspectLevel(family: number): number {
  return Math.min(SUSPECT_EACH, SUSPECT_FAMILY / family);
}

/** Look 1: worth a second look? */
export function isSuspect(gauge: Gauge, family: number): boolean {
  const look = judgeLook(gauge.first);
  return look.p <= suspectLevel(family) && look.change >= roundStatistic(gauge.halfTolerance);
}

/**
 * What became of each gauge, in order. Without a second look (`confirm` false) look 1 decides alone.
 *
 * The second test uses all data, look 1 included. That alone would count the same luck twice, so its p-value is the chance that an unchanged metric
 * passes look 1 *and* shows so much on all data, P(T₁ > c₁ and T > t): the looks are nested, so their correlation is error(both) ÷ error(first).
 * Holm over all gated metrics, those that were never suspect included, then holds the promise of `falseAlarm` for the whole build.
 */
export function decideGauges(gauges: readonly Gauge[], falseAlarm: number, confirm: boolean): readonly Outcome[] {
  const family = gauges.length;
  const suspects = gauges.map((gauge) => (confirm ? isSuspect(gauge, family) : true));
  const pValues = gauges.map((gauge, index) => (suspects[index] ? finalP(gauge, confirm ? suspectLevel(family) : undefined) : 1));
  const rejected = rejectByHolm(pValues, falseAlarm, family);
  return gauges.map((gauge, index) => {
    const look = judgeLook(gauge.both ?? gauge.first);
    if (confirm && suspects[index] === true && gauge.both === undefined) return 'suspect';
    if (rejected[index] === true && look.change >= roundStatistic(gauge.tolerance) && gauge.isWorthwhile) return 'regressed';
    if (isImproved(gauge, look, falseAlarm / family)) return 'improved';
    return confirm && suspects[index] === true ? 'not-confirmed' : 'unchanged';
  });
}

/** The mirrored test on all data there is. */
function isImproved(gauge: Gauge, look: Look, level: number): boolean {
  const p = judgeLook({ ...look, change: -look.change }).p;
  return p <= level && -look.change >= roundStatistic(gauge.tolerance) && gauge.isWorthwhile;
}

/** The chance that an unchanged metric gets so far; `level` is that of look 1, undefined when there is only one look. */
function finalP(gauge: Gauge, level: number | undefined): number {
  const first = judgeLook(gauge.first);
  if (level === undefined) return first.p;
  if (!gauge.both) return 1;
  const both = judgeLook(gauge.both);
  if (both.error === 0 || first.error === 0) return both.p;
  const correlation = Math.min(1, both.error / first.error);
  const { sharedDegrees } = gauge;
  if (sharedDegrees !== undefined) {
    const firstT = studentTQuantile(1 - level, sharedDegrees);
    return roundStatistic(probabilityBeyondBoth(firstT, both.change / both.error, { correlation, sharedDegrees }));
  }
  // Each look has an error of its own, with degrees of its own: carried over to the normal scale by their p-values.
  const second = toNormal(both.p);
  return roundStatistic(probabilityBeyondBoth(normalQuantile(1 - level), second, { correlation, sharedDegrees }));
}

function toNormal(p: number): number {
  return -normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, p)));
}
