import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareBlocks, isOn, lengthOf, type Blocks, type Comparison, type Sample } from './compare-blocks.ts';

const BLOCKS: Blocks = { fromSec: 5, blockSec: 4, pairs: 10 };
const OFF_MS = 200;

interface Made {
  /** CPU of the process in the second after this one, ms. */
  readonly cpuMs: (second: number) => number;
  readonly mainMs?: (second: number) => number;
  readonly serverMs?: (second: number) => number;
}

/** A burst whose seconds use up so much. */
function play({ cpuMs, mainMs = () => 3, serverMs = () => 100 }: Made): readonly Sample[] {
  const sum = { atMs: 0, cpuMs: 0, mainMs: 0, serverMs: 0 };
  return Array.from({ length: lengthOf(BLOCKS) + 1 }, (_entry, second) => {
    const sample = { second, ...sum };
    sum.atMs += 1_000;
    sum.cpuMs += cpuMs(second);
    sum.mainMs += mainMs(second);
    sum.serverMs += serverMs(second);
    return sample;
  });
}

const whileOn = (second: number): boolean => isOn(BLOCKS, second);
const costs =
  (ratio: number) =>
  (second: number): number =>
    OFF_MS * (whileOn(second) ? ratio : 1);
const isFirstOfBlock = (second: number): boolean => (second + 1 - BLOCKS.fromSec) % BLOCKS.blockSec === 0;
/** Neighbours that slow everything down, now more and now less. */
const slowed = (second: number): number => 1.3 + Math.sin(second) / 4;

const near = (found: number, expected: number): void => assert.ok(Math.abs(found - expected) < 1e-9, `${found} is ${expected}`);

describe('a burst with something on and off', () => {
  const rows: Readonly<Record<string, { readonly made: Made; readonly expect: (found: Comparison) => void }>> = {
    'shows the ratio that was planted, without an error where there is no noise': {
      made: { cpuMs: costs(1.04) },
      expect: ({ ratio, perServer, offMs, onMs }) => {
        near(ratio.value, 1.04);
        near(ratio.error, 0);
        near(perServer.value, 1.04);
        near(offMs, OFF_MS);
        near(onMs, OFF_MS * 1.04);
      },
    },
    'leaves out the first second of each block': {
      made: { cpuMs: (second) => (isFirstOfBlock(second) ? 5_000 * Number(whileOn(second)) : costs(1.02)(second)) },
      expect: ({ ratio }) => near(ratio.value, 1.02),
    },
    'takes what grows evenly for no cost': {
      made: { cpuMs: () => OFF_MS, mainMs: (second) => 3 + second },
      expect: ({ mainMs }) => near(mainMs.value, 0),
    },
    'shows what the main thread needs more of': {
      made: { cpuMs: costs(1.01), mainMs: (second) => (whileOn(second) ? 5 : 3) },
      expect: ({ mainMs }) => near(mainMs.value, 2),
    },
    'is exact for each ms of the server, whatever slows both down': {
      made: { cpuMs: (second) => costs(1.05)(second) * slowed(second), serverMs: (second) => 100 * slowed(second) },
      expect: ({ ratio, perServer }) => {
        near(perServer.value, 1.05);
        near(perServer.error, 0);
        assert.ok(ratio.error > 0.001, `the plain ratio has an error: ${ratio.error}`);
      },
    },
  };
  for (const [name, { made, expect }] of Object.entries(rows)) test(name, () => expect(compareBlocks(BLOCKS, play(made))));

  test('the standard error is that of the mean over the pairs', () => {
    // Half of the pairs at 1.1, half at 1 ÷ 1.1: the geometric mean is 1, and each log is ln 1.1 away from it.
    const pairOf = (second: number): number => Math.floor((second + 1 - BLOCKS.fromSec) / BLOCKS.blockSec / 2);
    const samples = play({ cpuMs: (second) => costs(pairOf(second) % 2 === 0 ? 1.1 : 1 / 1.1)(second) });
    const { ratio } = compareBlocks(BLOCKS, samples);
    near(ratio.value, 1);
    near(ratio.error, Math.log(1.1) / Math.sqrt(BLOCKS.pairs - 1));
  });

  test('as many seconds are on as off, and each pair of blocks has both', () => {
    const seconds = Array.from({ length: 2 * BLOCKS.pairs * BLOCKS.blockSec }, (_entry, index) => whileOn(BLOCKS.fromSec - 1 + index));
    assert.equal(seconds.filter(Boolean).length, seconds.length / 2);
    for (let from = 0; from < seconds.length; from += 2 * BLOCKS.blockSec) {
      const pair = seconds.slice(from, from + 2 * BLOCKS.blockSec);
      assert.equal(new Set(pair.slice(0, BLOCKS.blockSec)).size, 1);
      assert.notEqual(pair[0], pair.at(-1));
    }
  });

  test('a second that was not measured is an error', () => {
    const samples = play({ cpuMs: costs(1) }).filter(({ second }) => second !== BLOCKS.fromSec + 2 * BLOCKS.blockSec);
    assert.throws(() => compareBlocks(BLOCKS, samples), /second 13 of the burst was not measured/);
  });
});
