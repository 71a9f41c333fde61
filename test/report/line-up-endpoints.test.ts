import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineUpEndpoints, METRICS, type EndpointInRun, type LinedUp } from '../../src/report/line-up-endpoints.ts';
import { buildRunSummary, everySecond, type SeriesInput } from '../support/build-run-summary.ts';

const runOf = (...series: readonly SeriesInput[]) => buildRunSummary({ phases: [{ name: 'steady', seconds: 10 }], series });
const steady = (name: string, ms: number, failed = 0): SeriesInput => ({
  name,
  seconds: everySecond(10, { okMs: [ms, ms, ms, ms], failed }),
});

function find(rows: readonly LinedUp[], name: string): readonly EndpointInRun[] {
  const row = rows.find((each) => each.name === name);
  assert.ok(row, name);
  return row.inRuns;
}

function changeOf(inRun: EndpointInRun | undefined, title: string): number | undefined {
  assert.equal(inRun?.state, 'measured');
  return inRun.figures[METRICS.findIndex((metric) => metric.title === title)]?.change;
}

test('each run is held against the first: latency and throughput by their ratio, failures by their difference', () => {
  const rows = lineUpEndpoints([runOf(steady('a', 100)), runOf(steady('a', 125)), runOf(steady('a', 50, 1))]);
  const [first, second, third] = find(rows, 'a');
  for (const { title } of METRICS) assert.equal(changeOf(first, title), undefined);
  for (const title of ['p50', 'p95', 'p99']) {
    // A bucket of the histogram is a thousandth wide.
    assert.ok(Math.abs((changeOf(second, title) ?? 0) - 0.25) < 0.002);
    assert.ok(Math.abs((changeOf(third, title) ?? 0) + 0.5) < 0.002);
  }
  assert.equal(changeOf(second, 'ok/s'), 0);
  assert.equal(changeOf(second, 'failures'), 0);
  // One of five fails.
  assert.ok(Math.abs((changeOf(third, 'failures') ?? 0) - 0.2) < 1e-9);
});

test('what the first run has comes in its order, then what only others have, and all together at the end', () => {
  const rows = lineUpEndpoints([runOf(steady('b', 5), steady('a', 5)), runOf(steady('c', 5), steady('a', 5))]);
  assert.deepEqual(
    rows.map(({ name, kind, inRuns }) => [name, kind, ...inRuns.map(({ state }) => state)]),
    [
      ['b', 'http', 'measured', 'absent'],
      ['a', 'http', 'measured', 'measured'],
      ['c', 'http', 'absent', 'measured'],
      ['total', 'total', 'measured', 'measured'],
    ],
  );
  assert.equal(changeOf(find(rows, 'c')[1], 'p95'), undefined);
});

test('an endpoint that is called total does not take the place of all together', () => {
  const rows = lineUpEndpoints([runOf(steady('total', 5)), runOf(steady('total', 5))]);
  assert.deepEqual(
    rows.map(({ name, kind }) => [name, kind]),
    [
      ['total', 'http'],
      ['total', 'total'],
    ],
  );
});

test('a percentile among requests that never came back is a bound, and has no difference', () => {
  const lost: SeriesInput = { name: 'a', seconds: everySecond(10, { okMs: [10], timedOut: 1 }) };
  const [, second] = find(lineUpEndpoints([runOf(steady('a', 10)), runOf(lost)]), 'a');
  assert.equal(second?.state, 'measured');
  const [, p95] = second.figures;
  assert.match(p95?.text ?? '', /^> /);
  assert.equal(p95?.value, undefined);
  assert.equal(p95?.change, undefined);
  const [, back] = find(lineUpEndpoints([runOf(lost), runOf(steady('a', 10))]), 'a');
  assert.equal(changeOf(back, 'p95'), undefined);
});

test('an endpoint that was never called is idle, and no base for the others', () => {
  const [first, second] = find(lineUpEndpoints([runOf({ name: 'a' }, steady('b', 5)), runOf(steady('a', 5), steady('b', 5))]), 'a');
  assert.equal(first?.state, 'idle');
  assert.equal(changeOf(second, 'p95'), undefined);
});

test('a share of nothing is no difference: from no success to some', () => {
  const none: SeriesInput = { name: 'a', seconds: everySecond(10, { failed: 2 }) };
  const [, second] = find(lineUpEndpoints([runOf(none), runOf(steady('a', 5))]), 'a');
  assert.equal(changeOf(second, 'ok/s'), undefined);
  assert.equal(changeOf(second, 'failures'), -1);
});
