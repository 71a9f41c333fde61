import type { RunShape, Scope, SlaPromise } from './resolve-promises.ts';

/**
 * True when some promise that can fail the build limits the failures of this scope: an error budget or a number of failures, of its own or of the total.
 * Fast failures are left out of the latency because the budget charges them. Where nothing charges them they are ranked last instead,
 * so that a target which dies half-way cannot look fast (closed: otherwise a latency promise alone would pass on the survivors).
 */
export function guardsFailures(
  promises: readonly SlaPromise[],
  shape: Pick<RunShape, 'series'>,
  scope: Scope,
  phase: string | undefined,
): boolean {
  const guards = promises.filter((promise) => isGuard(promise) && (promise.phase === undefined || promise.phase === phase));
  if (guards.some((guard) => guard.scope.kind === 'total')) return true;
  const guarded = new Set(guards.map((guard) => (guard.scope.kind === 'series' ? guard.scope.name : undefined)));
  if (scope.kind === 'series') return guarded.has(scope.name);
  return shape.series.every(({ name, selected }) => !selected || guarded.has(name));
}

function isGuard({ state, severity, limit }: SlaPromise): boolean {
  const { metric, comparison } = limit;
  if (state !== 'active' || severity !== 'fail') return false;
  if (metric.kind !== 'error-budget' && metric.kind !== 'failures') return false;
  return comparison === '<' || comparison === '<=' || comparison === '==';
}
