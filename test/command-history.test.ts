import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWithHistory } from '../src/gate-baseline.ts';
import { listLeftOut } from '../src/command-admission.ts';
import { DEFAULT_REGRESSION_RULES } from '../src/config/regression-rules.ts';
import type { EndpointHistory, FoundHistory } from '../src/report/run-history.ts';
import { percentileOf, summarizeEndpoints } from '../src/report/summarize-endpoints.ts';
import { readOrigin } from '../src/workspace/read-origin.ts';
import { buildFoundHistory, buildStoredRuns, EVENTFUL } from './support/build-run-history.ts';

const RUNS = buildStoredRuns(EVENTFUL);
const HISTORY = foundOf(RUNS);

function foundOf(...input: Parameters<typeof buildFoundHistory>): FoundHistory {
  const history = buildFoundHistory(...input);
  assert.equal(history.state, 'found');
  return history;
}

function endpointOf({ endpoints }: FoundHistory, name: string): EndpointHistory {
  const found = endpoints.find((endpoint) => endpoint.name === name);
  assert.ok(found, name);
  return found;
}

test('the reasons are those of the comparison, word for word, and every run without one counts', () => {
  const newest = RUNS.at(-1);
  assert.ok(newest);
  const history = { state: 'found', runs: RUNS, setAside: [], unread: 0 } as const;
  const reasons = listLeftOut(
    compareWithHistory(newest.report.run, [], { history, rules: DEFAULT_REGRESSION_RULES, origin: readOrigin({}) }),
  );
  assert.equal(HISTORY.runs.length, RUNS.length);
  for (const { id, standing } of HISTORY.runs) {
    if (standing.kind === 'counts' || standing.kind === 'by-hand') assert.equal(reasons.get(id), undefined);
    else assert.equal(reasons.get(id), standing.why);
  }
});

test('a run is slower and waits, was accepted by hand, counted earlier, or is left out for another reason', () => {
  const kinds = HISTORY.runs.map(({ standing }) => standing.kind);
  assert.equal(kinds[15], 'slower');
  assert.deepEqual(HISTORY.runs[16]?.standing, { kind: 'by-hand', ...EVENTFUL[16]?.acceptance });
  assert.equal(kinds[12], 'left-out');
  assert.equal(kinds[21], 'left-out');
  assert.equal(kinds[29], 'slower');
  // 30 stored, 4 of which never counted, and the newest 20 of the rest do.
  assert.deepEqual(new Set(kinds.slice(0, 6)), new Set(['earlier']));
  assert.equal(kinds.filter((kind) => kind === 'counts' || kind === 'by-hand').length, 20);
});

test('a run that was accepted and is left out for another reason is not slower', () => {
  const [run] = foundOf(
    buildStoredRuns([
      {
        state: 'regression',
        origin: { event: 'pull_request' },
        acceptance: { by: 'ada', at: '2026-02-20T09:00:00.000Z', why: 'meant' },
      },
      {},
    ]),
  ).runs;
  assert.equal(run?.standing.kind, 'left-out');
});

test('a point is the mean of the bursts of its run: geometric for latencies', () => {
  const runs = buildStoredRuns([{ further: 2 }]);
  const [report] = runs.map((run) => run.report);
  assert.ok(report);
  const bursts = [report.run, ...(report.further ?? [])].map((burst) => summarizeEndpoints(burst).rows[0]);
  const logs = bursts.map((row) => {
    const reading = row && percentileOf(row, 95);
    return reading?.state === 'exact' ? Math.log(reading.us) : Number.NaN;
  });
  const [point] = endpointOf(foundOf(runs), 'GET /items').points;
  const expected = Math.exp(logs.reduce((sum, log) => sum + log, 0) / 3);
  assert.equal(point?.latencies[1]?.state, 'exact');
  assert.ok(Math.abs(point.latencies[1].us / expected - 1) < 1e-9);
  assert.equal(
    point.attempts,
    bursts.reduce((sum, row) => sum + (row?.attempts ?? 0), 0),
  );
  assert.ok(Math.abs((point.okPerSec ?? 0) - bursts.reduce((sum, row) => sum + (row?.okPerSec ?? 0), 0) / 3) < 1e-9);
});

test('where one burst has lost too many to tell, the run has no exact value', () => {
  const runs = buildStoredRuns([{ further: 1 }]);
  const [run] = runs;
  assert.ok(run);
  const [burst] = run.report.further ?? [];
  assert.ok(burst);
  const lost = burst.series.map((series) => ({
    ...series,
    perPhase: series.perPhase.map((part) => ({ ...part, counts: { ...part.counts, timedOut: part.counts.ok } })),
  }));
  const [point] = endpointOf(foundOf([{ ...run, report: { ...run.report, further: [{ ...burst, series: lost }] } }]), 'GET /items').points;
  assert.deepEqual(
    point?.latencies.map((latency) => latency?.state),
    ['exact', 'censored', 'censored'],
  );
});

test('endpoints are those of the newest run in its order, then the ones that are gone, and a run without one has no point', () => {
  const history = foundOf(buildStoredRuns([{ extra: ['GET /old'] }, { without: [1] }, { without: [0] }]));
  assert.deepEqual(
    history.endpoints.map(({ name, isCurrent, points }) => [name, isCurrent, points.map((point) => point !== undefined)]),
    [
      ['GET /items/${id}', true, [true, false, true]],
      ['GET /search', true, [true, true, true]],
      ['POST /orders', true, [true, true, true]],
      ['GET /orders/${id}', true, [true, true, true]],
      ['DELETE /carts/${id}', true, [true, true, true]],
      ['GET /items', false, [true, true, false]],
      ['GET /old', false, [true, false, false]],
    ],
  );
});

test('a level that an accepted run began holds none of the runs before it', () => {
  const { levels } = endpointOf(HISTORY, 'GET /search');
  const first = HISTORY.runs.findIndex(({ id }) => levels[1]?.members.has(id));
  assert.equal(first, 16);
});
