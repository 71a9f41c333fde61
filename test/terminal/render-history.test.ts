import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { drawSparkline, renderHistory, type HistoryView, type RunRow } from '../../src/terminal/render-history.ts';

const RUN: RunRow = {
  id: '20260302T120000000Z-1a2b3c4d',
  startedAt: '2026-03-02T12:00:00.000Z',
  commit: 'abcdef0123456789',
  event: 'push',
  judged: 'pass',
  acceptedBy: undefined,
  leftOut: undefined,
};
const VIEW: HistoryView = {
  where: 'runs (key default)',
  runs: [RUN],
  trends: [{ name: 'GET /items', p95Us: [undefined, 10_000, 20_000] }],
  notes: ['GET /items p95 has crept +12 % away from its anchor.'],
  setAside: [{ file: 'odd.json', reason: 'load-gate does not name its files so' }],
  unread: 3,
};

const SPARKS: readonly (readonly [name: string, values: readonly (number | undefined)[], expected: string])[] = [
  ['nothing', [], ''],
  ['nothing known', [undefined, undefined], '··'],
  ['one value', [12_000], '▁'],
  ['the least and the most', [10_000, 40_000], '▁█'],
  ['a logarithmic scale', [10_000, 100_000, 10_000_000], '▁▃█'],
  ['a gap', [10_000, undefined, 40_000], '▁·█'],
  ['noise stays low', [10_000, 10_200, 10_100, 10_000], '▁▂▁▁'],
  ['zeros', [0, 0], '▁▁'],
];

for (const [name, values, expected] of SPARKS) {
  test(`A sparkline of ${name}.`, () => assert.equal(drawSparkline(values), expected));
}

test('Everything stands in its place.', () => {
  assert.equal(
    renderHistory(VIEW, 120, paintPlain),
    `1 stored run in runs (key default), 1 of which counts

run                           time (UTC)        commit    event  judged  counts
20260302T120000000Z-1a2b3c4d  2026-03-02 12:00  abcdef01  push   pass    yes

p95 over the runs that count         least     most   newest
GET /items                    ·▁█  10.0 ms  20.0 ms  20.0 ms

- GET /items p95 has crept +12 % away from its anchor.

1 file is set aside:
- odd.json: load-gate does not name its files so
3 older runs are not read; load-gate baseline prune takes out what is not needed
`,
  );
});

for (const width of [80, 60, 40]) {
  test(`No line is wider than ${width} columns, and no text of a file reaches the terminal as it is.`, () => {
    const hostile = '\u001b[31mred\u001b[0m '.repeat(20);
    const text = renderHistory(
      {
        ...VIEW,
        runs: [
          { ...RUN, event: hostile, acceptedBy: hostile },
          { ...RUN, commit: undefined, event: undefined, leftOut: hostile },
        ],
        trends: [{ name: hostile, p95Us: Array.from({ length: 200 }, () => 1_000) }],
        setAside: [{ file: hostile, reason: hostile }],
      },
      width,
      paintPlain,
    );
    assert.ok(!text.includes('\u001b'));
    assert.deepEqual(
      text.split('\n').filter((line) => measureWidth(line) > width),
      [],
    );
  });
}
