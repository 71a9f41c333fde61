import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sla, SlaRow } from '../../src/config/sla.ts';
import { guardsFailures } from '../../src/verdict/guards-failures.ts';
import { resolvePromises } from '../../src/verdict/resolve-promises.ts';
import type { RunShape, Scope } from '../../src/verdict/resolve-promises.ts';
import { buildLimit, buildRow, buildSla, budget } from '../support/build-sla.ts';

const AT = { file: 'f', line: 1, column: 1 };
const shape: RunShape = {
  series: [
    { name: 'a', kind: 'http', selected: true },
    { name: 'b', kind: 'http', selected: true },
    { name: 'c', kind: 'http', selected: false },
  ],
  phases: [{ name: 'steady', warmup: false, model: 'closed' }],
};
const a: Scope = { kind: 'series', name: 'a' };
const total: Scope = { kind: 'total' };
const inSteady = (row: SlaRow): Partial<Sla> => ({ phases: [{ phase: 'steady', endpoints: [row], total: undefined, at: AT }] });

const cases: readonly (readonly [name: string, sla: Partial<Sla>, scope: Scope, phase: string | undefined, guarded: boolean])[] = [
  ['its own budget guards a series', { endpoints: [buildRow('a', budget(0))] }, a, undefined, true],
  ['a limit of failures guards as well', { endpoints: [buildRow('a', buildLimit({ kind: 'failures' }, '<', 9))] }, a, undefined, true],
  ['the budget of the total guards each series', { total: buildRow('total', budget(0)) }, a, undefined, true],
  ['a budget over all phases guards each phase', { endpoints: [buildRow('a', budget(0))] }, a, 'steady', true],
  ['budgets of every selected series guard the total', { endpoints: [buildRow('*', budget(0))] }, total, undefined, true],
  ['a budget of one phase guards that phase', inSteady(buildRow('a', budget(0))), a, 'steady', true],
  [
    'no promise of failures guards nothing',
    { endpoints: [buildRow('a', buildLimit({ kind: 'throughput' }, '>=', 9))] },
    a,
    undefined,
    false,
  ],
  ['the budget of another series does not guard', { endpoints: [buildRow('b', budget(0))] }, a, undefined, false],
  ['the budget of one series of two does not guard the total', { endpoints: [buildRow('a', budget(0))] }, total, undefined, false],
  ['a budget of one phase does not guard the whole run', inSteady(buildRow('a', budget(0))), a, undefined, false],
  ['at least so many failures is no guard', { endpoints: [buildRow('a', buildLimit({ kind: 'failures' }, '>=', 9))] }, a, undefined, false],
];
for (const [name, parts, scope, phase, guarded] of cases) {
  test(name, () => assert.equal(guardsFailures(resolvePromises(buildSla(parts), shape), shape, scope, phase), guarded));
}
