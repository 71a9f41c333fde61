import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_DISTRIBUTION } from '../../src/metrics/distribution.ts';
import { decodeDistribution, encodeDistribution } from '../../src/report/encode-distribution.ts';
import { recordDistribution } from '../support/build-run-summary.ts';

test('The empty distribution is the empty text.', () => {
  assert.equal(encodeDistribution(EMPTY_DISTRIBUTION), '');
  assert.deepEqual(decodeDistribution(''), EMPTY_DISTRIBUTION);
});

test('The bytes are those of the grammar, worked out by hand.', () => {
  // lowest 5, highest − lowest 295 = 0x27 + 2 · 128, sum 310; bucket 5 twice: 2·5+1, 2−2; bucket 300, 295 further, once: 590 = 78 + 4 · 128.
  const bytes = [5, 0xa7, 2, 0xb6, 2, 11, 0, 0xce, 4];
  assert.equal(encodeDistribution(recordDistribution([5, 5, 300])), Buffer.from(bytes).toString('base64'));
});

const ROUND_TRIPS: readonly (readonly [name: string, values: readonly number[]])[] = [
  ['one zero', [0]],
  ['zeros and one', [0, 0, 1]],
  ['one hour', [3_600_000_000]],
  ['a wide spread', [1, 2_047, 2_048, 2_049, 999_999, 3_600_000_000]],
  ['a bucket with many samples', new Array<number>(70_000).fill(123_456)],
];

for (const [name, values] of ROUND_TRIPS) {
  test(`A distribution comes back as it was: ${name}.`, () => {
    const distribution = recordDistribution(values);
    assert.deepEqual(decodeDistribution(encodeDistribution(distribution)), distribution);
  });
}

test('A sum beyond 32 bits comes back exactly.', () => {
  const distribution = {
    ...recordDistribution([3_600_000_000]),
    count: 2_000_000,
    counts: [2_000_000],
    sumUs: 7_199_999_999_999_999,
    lowestUs: 3_599_000_001,
  };
  assert.deepEqual(decodeDistribution(encodeDistribution(distribution)), distribution);
});

const encode = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
const REFUSED: readonly (readonly [name: string, text: string])[] = [
  ['no base64', '!!!!'],
  ['base64 without its padding', 'AAA'],
  ['a number without its end', encode(5, 0, 5, 10, 0x80)],
  ['a number in more bytes than it needs', encode(5, 0, 5, 0x8a, 0)],
  ['no bucket', encode(5, 0, 5)],
  ['a count that is missing', encode(5, 0, 10, 11)],
  ['a bucket twice', encode(5, 0, 10, 10, 0)],
  ['a bucket beyond one hour', encode(5, 0, 5, 0xff, 0xff, 0xff, 1)],
  ['a lowest value outside the first bucket', encode(4, 1, 5, 10)],
  ['a highest value outside the last bucket', encode(5, 1, 5, 10)],
  ['a sum that the values cannot have', encode(5, 0, 6, 10)],
  ['a number beyond what a double can count', encode(...new Array<number>(12).fill(0xff), 1)],
  ['a very long number', encode(...new Array<number>(400).fill(0x80), 1)],
];

for (const [name, text] of REFUSED) {
  test(`A text that cannot have been written is refused: ${name}.`, () => {
    assert.equal(decodeDistribution(text), undefined);
  });
}

test('What is no distribution is not written.', () => {
  const good = recordDistribution([5]);
  assert.throws(() => encodeDistribution({ ...good, counts: [0] }), RangeError);
  assert.throws(() => encodeDistribution({ ...good, sumUs: 0.5 }), RangeError);
  assert.throws(() => encodeDistribution({ ...good, sumUs: Number.NaN }), RangeError);
});
