import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTimeline, encodeTimeline } from '../../src/report/encode-timeline.ts';
import { buildShopRun } from '../support/build-report.ts';

const { timeline } = buildShopRun();
const encoded = encodeTimeline(timeline);

test('A timeline comes back as it was, through JSON, and so does an empty one.', () => {
  for (const each of [timeline, []]) assert.deepEqual(decodeTimeline(JSON.parse(JSON.stringify(encodeTimeline(each))), 'timeline'), each);
});

test('Results of an older load-gate have no timeline, which is an empty one.', () => {
  assert.deepEqual(decodeTimeline(undefined, 'timeline'), []);
});

const REFUSED: readonly (readonly [what: string, value: unknown, problem: RegExp])[] = [
  ['a list', [], /timeline must be an object/],
  ['a column that is missing', { ...encoded, users: undefined }, /timeline\.users must be a list/],
  [
    'a column that is shorter',
    { ...encoded, sumUs: encoded.sumUs.slice(1) },
    /timeline\.sumUs must have one entry for each of the \d+ seconds/,
  ],
  ['a column that is longer', { ...encoded, service: [...encoded.service, ''] }, /timeline\.service must have one entry/],
  ['a number below 0', { ...encoded, users: encoded.users.map(() => -1) }, /timeline\.users\[0\] must be a whole number/],
  ['a distribution that is none', { ...encoded, service: encoded.service.map(() => 'AA==') }, /timeline\.service\[0\] must be an encoded/],
];

for (const [what, value, problem] of REFUSED) {
  test(`A timeline is refused: ${what}.`, () => {
    assert.throws(() => decodeTimeline(value, 'timeline'), problem);
  });
}
