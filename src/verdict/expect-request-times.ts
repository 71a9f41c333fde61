import type { Sla } from '../config/sla.ts';
import type { Plan } from '../plan/plan.ts';
import { resolvePromises } from './resolve-promises.ts';

/** What a request of each series is taken to last, ms: `usualMs`, or less where the SLA promises that half of them, or all on average, take less. */
export function expectRequestTimes(plan: Pick<Plan, 'phases' | 'series'>, sla: Sla, usualMs: number): readonly number[] {
  const promised = resolvePromises(sla, plan).flatMap(({ state, scope, limit }) => {
    const { metric, comparison, value } = limit;
    const isMiddle = (metric.kind === 'percentile' && metric.percentile === 50 && metric.span === 'latency') || metric.kind === 'mean';
    const isUpper = comparison === '<' || comparison === '<=';
    return state === 'active' && isMiddle && isUpper ? [{ scope, ms: value / 1_000 }] : [];
  });
  return plan.series.map(({ name }) =>
    Math.min(usualMs, ...promised.filter(({ scope }) => scope.kind === 'total' || scope.name === name).map(({ ms }) => ms)),
  );
}
