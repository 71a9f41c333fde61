import type { Limit, Sla } from '../config/sla.ts';
import { estimateSamples, type SampleEstimate } from '../plan/estimate-samples.ts';
import type { Plan, PlannedPhase } from '../plan/plan.ts';
import { expectRequestTimes } from './expect-request-times.ts';
import { formatLimit } from './format-check.ts';
import { requiredSamples } from './measure-metric.ts';
import { nameMetric } from './name-metric.ts';
import { resolvePromises, type SlaPromise } from './resolve-promises.ts';

/** What a plan will give one row of the SLA: an endpoint (or the total), over all judged phases or in one. */
export interface RowForecast {
  /** The endpoint, or `total`. */
  readonly name: string;
  readonly phase: string | undefined;
  /** Each in a few words: `p95 ≤ 150 ms`, `error_budget < 1 % (warns)`. */
  readonly promises: readonly string[];
  readonly fate: { readonly state: 'skipped' | 'unmeasurable'; readonly reason: string } | ExpectedSamples;
}

export interface ExpectedSamples {
  readonly state: 'expected';
  readonly samples: number;
  readonly needed: number;
  /** `close`: enough on average, but chance may leave it short. */
  readonly outlook: 'enough' | 'close' | 'short';
  /** Whether users who wait for their answers decide how many: fewer if requests take longer, more if they take less. */
  readonly dependsOnTimes: boolean;
  /** Undefined: enough as it is, no judged phase reaches the row, or it is of `start` and grows with the virtual users alone. */
  readonly remedy: Remedy | undefined;
}

/** What would give a row its samples: a phase that lasts so long, or has so much to do. */
export type Remedy =
  | { readonly kind: 'duration'; readonly phase: string; readonly durationMs: number }
  | { readonly kind: 'iterations'; readonly phase: string; readonly iterations: number };

type ForecastPlan = Pick<Plan, 'phases' | 'program' | 'series'>;

/** Every row of an SLA with the samples that the plan will give it, if a request takes `usualMs` or what is promised (which only closed phases depend on). */
export function forecastRows(plan: ForecastPlan, sla: Sla, usualMs: number): readonly RowForecast[] {
  const times = expectRequestTimes(plan, sla, usualMs);
  const estimates = estimateSamples(plan, (series) => times[series] ?? usualMs);
  const isExact = isCertain(plan);
  const groups = Map.groupBy(resolvePromises(sla, plan), ({ scope, phase, state }) =>
    JSON.stringify([scope.kind, scope.kind === 'total' ? '' : scope.name, phase, state]),
  );
  return [...groups.values()].flatMap((promises): readonly RowForecast[] => {
    const [first] = promises;
    if (!first) return [];
    const { scope, phase } = first;
    const row = {
      name: scope.kind === 'total' ? 'total' : scope.name,
      phase,
      promises: promises.map(describePromise),
    };
    if (first.state !== 'active') return [{ ...row, fate: { state: first.state, reason: first.reason } }];
    const wanted = neededBy(
      promises.map(({ limit }) => limit),
      sla.minSamples,
    );
    const reach = canBeCarried(promises, plan) ? 'all' : 'judged';
    return [{ ...row, fate: forecast(estimatesOf(first, plan, { estimates, reach }), { needed: wanted, isExact }) }];
  });
}

function describePromise({ limit: { metric, comparison, value }, severity }: SlaPromise): string {
  return `${nameMetric(metric)} ${formatLimit(metric, comparison, value)}${severity === 'warn' ? ' (warns)' : ''}`;
}

/** One profile with one task and evenly spaced arrivals or fixed work: nothing is left to chance or to the target. */
function isCertain({ phases, program }: ForecastPlan): boolean {
  return (
    program.users.length === 1 &&
    program.users[0]?.tasks.length === 1 &&
    phases.every((phase) => phase.model !== 'closed' && (phase.model !== 'open' || phase.arrivals === 'even'))
  );
}

function neededBy(limits: readonly Limit[], minSamples: Sla['minSamples']): number {
  return Math.max(1, ...limits.map(({ metric }) => (metric.kind === 'percentile' ? requiredSamples(metric.percentile, minSamples) : 1)));
}

/** What a warm-up has opened is judged while it is held, but for the time that opening it took. */
function canBeCarried(promises: readonly SlaPromise[], { series }: ForecastPlan): boolean {
  const scope = promises[0]?.scope;
  const isSocket = scope?.kind === 'series' && series.find(({ name }) => name === scope.name)?.kind === 'ws';
  return isSocket && promises.every(({ limit: { metric } }) => !('span' in metric));
}

interface PhaseEstimate extends SampleEstimate {
  readonly plan: PlannedPhase;
}

/** Of the phases that the row is judged by, or of all. */
function estimatesOf(
  { scope, phase }: SlaPromise,
  plan: ForecastPlan,
  { estimates, reach }: { readonly estimates: readonly (readonly SampleEstimate[])[]; readonly reach: 'judged' | 'all' },
): readonly PhaseEstimate[] {
  return plan.phases.flatMap((planned, index): readonly PhaseEstimate[] => {
    const isJudged = reach === 'all' || (phase === undefined ? !planned.warmup && planned.model !== 'pause' : planned.name === phase);
    if (!isJudged) return [];
    const own = plan.series.flatMap(({ name }, series) =>
      scope.kind === 'total' || scope.name === name ? (estimates[series]?.[index] ?? []) : [],
    );
    return [{ plan: planned, samples: sumOf(own, 'samples'), certain: sumOf(own, 'certain'), perSec: sumOf(own, 'perSec') }];
  });
}

function sumOf(estimates: readonly SampleEstimate[], key: keyof SampleEstimate): number {
  return estimates.reduce((sum, estimate) => sum + estimate[key], 0);
}

/** Counts of independent draws vary by less than their square root; three of them are left as a margin. */
function forecast(
  estimates: readonly PhaseEstimate[],
  { needed, isExact }: { readonly needed: number; readonly isExact: boolean },
): ExpectedSamples {
  const samples = sumOf(estimates, 'samples');
  const dependsOnTimes = estimates.some((estimate) => estimate.plan.model === 'closed' && estimate.samples > estimate.certain);
  const expected = { state: 'expected', samples, needed, dependsOnTimes } as const;
  const safe = isExact || sumOf(estimates, 'certain') >= needed ? needed : Math.ceil(needed + 3 * Math.sqrt(needed));
  // A thousandth of a sample is rounding.
  if (samples >= safe - 1e-3) return { ...expected, outlook: 'enough', remedy: undefined };
  return { ...expected, outlook: samples >= needed ? 'close' : 'short', remedy: findRemedy(estimates, safe - samples) };
}

/** The longest of the phases that reach the row is the one to lengthen. */
function findRemedy(estimates: readonly PhaseEstimate[], missing: number): Remedy | undefined {
  const byLength = (left: PhaseEstimate, right: PhaseEstimate): number => right.plan.durationMs - left.plan.durationMs;
  const [timed] = estimates.filter(({ perSec }) => perSec > 0).toSorted(byLength);
  if (timed) {
    const seconds = Math.ceil(timed.plan.durationMs / 1_000 + missing / timed.perSec - 1e-9);
    return { kind: 'duration', phase: timed.plan.name, durationMs: seconds * 1_000 };
  }
  for (const { plan, samples } of estimates) {
    if (plan.model !== 'iterations' || samples === 0) continue;
    return { kind: 'iterations', phase: plan.name, iterations: Math.ceil(plan.iterations * (1 + missing / samples) - 1e-9) };
  }
  return undefined;
}
