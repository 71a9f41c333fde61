import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { FIGURES } from './figures.ts';
import { judge } from './render-table.ts';
import { simulateHistoryBuild } from './simulate-history.ts';
import { simulateLiveBuild } from './simulate-live.ts';
import { readMeasuredWorld, WORLDS, type World } from './world.ts';

const TYPICAL = WORLDS.find(({ name }) => name === 'AR(1), typical') as World;

test('the quick form prints every figure of its worlds, and no false alarm beyond its goal', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'sim.ts'), '--quick', '--seed', '1']);
  const blocks = stdout.trim().split('\n\n');
  assert.equal(blocks.length, 3);
  for (const block of blocks) {
    const lines = block.split('\n').slice(1);
    assert.equal(lines.length, FIGURES.length);
    for (const line of lines.filter((one) => one.includes(': fails'))) assert.doesNotMatch(line, /missed$/);
    for (const line of lines.filter((one) => one.includes('+50 %'))) assert.doesNotMatch(line, /missed$/);
  }
});

test('a seed always gives the same build', () => {
  const experiment = { world: TYPICAL, endpoints: 2, change: 0.1, tolerance: 0.05 };
  assert.deepEqual(simulateLiveBuild(experiment, 5), simulateLiveBuild(experiment, 5));
  assert.deepEqual(
    simulateHistoryBuild({ ...experiment, endpoints: 1 }, 3, 5),
    simulateHistoryBuild({ ...experiment, endpoints: 1 }, 3, 5),
  );
});

test('the change that a report says it could have seen is about the one that is seen', () => {
  const base = { world: TYPICAL, endpoints: 1, tolerance: 0.1 };
  const reaches = Array.from({ length: 60 }, (_, seed) => {
    const [row] = simulateLiveBuild({ ...base, change: 0 }, seed).result.rows;
    return row && row.state !== 'not-eligible' ? (row.detectable ?? 10) : 10;
  }).sort((left, right) => left - right);
  const change = reaches[30] ?? 0;
  const seen = Array.from({ length: 120 }, (_, seed) => simulateLiveBuild({ ...base, change }, 1_000 + seed).isFound).filter(
    Boolean,
  ).length;
  assert.ok(seen >= 105, `+${change.toFixed(3)}: ${seen} of 120`);
});

test('a figure is shown only when the whole interval lies on the right side of its goal', () => {
  const [figure] = FIGURES;
  assert.ok(figure && 'atMost' in figure.goal);
  assert.equal(judge(figure, { count: 0, of: 40 }, { low: 0, high: 0.09 }), 'reached');
  assert.equal(judge(figure, { count: 0, of: 4_000 }, { low: 0, high: 0.001 }), 'shown');
  assert.equal(judge(figure, { count: 2, of: 40 }, { low: 0.006, high: 0.17 }), 'open');
  assert.equal(judge(figure, { count: 9, of: 40 }, { low: 0.1, high: 0.4 }), 'missed');
});

test('measured noise becomes a world, and what is no noise is refused', () => {
  assert.equal(readMeasuredWorld({ levelSd: 0.3 }).levelSd, 0.3);
  assert.equal(readMeasuredWorld({ isOneSystem: true }).isOneSystem, true);
  assert.deepEqual(readMeasuredWorld({ tail: { share: 0.1, index: 3 } }).tail, { share: 0.1, index: 3 });
  for (const bad of [
    null,
    'x',
    {},
    { levelSd: -1 },
    { name: 'x' },
    { isOneSystem: 1 },
    { tail: 0.1 },
    { tail: { share: 0.1 } },
    { stalls: null },
  ])
    assert.throws(() => readMeasuredWorld(bad), TypeError);
});
