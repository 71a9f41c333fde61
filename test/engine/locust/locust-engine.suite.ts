/** The same scenario on real Locust and on the embedded engine. Needs Locust (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Dials } from '../../../src/demo/dials.ts';
import type { SeriesPhase } from '../../../src/metrics/run-summary.ts';
import { percentileMs, seriesIn } from '../../support/run-gate.ts';
import { runSteady } from '../../support/run-steady.ts';
import { startTruthServer } from '../../support/start-truth-server.ts';
import { assertCode, listLeft, makeGate, readReport, runGateIn } from './start-gate.ts';

const DIALS: Dials = {
  routes: [
    { method: 'GET', path: '/planted', latency: { kind: 'lognormal', medianMs: 120, p95Ms: 240 } },
    { method: 'POST', path: '/orders', latency: { kind: 'constant', ms: 60 }, faults: [{ kind: 'status', status: 503, every: 10 }] },
  ],
};

const SCENARIO = {
  name: 'Two engines',
  vars: { n: { int: [1, 9] } },
  users: {
    one: {
      think: 'pace 500ms',
      steps: [
        { get: '/planted', expect: { json: { '$.ok': true } } },
        { post: '/orders', json: { n: '${n}' } },
      ],
    },
  },
  phases: [
    { name: 'open', arrival_rate: '50/s', duration: '10s', max_users: 120 },
    { name: 'rest', pause: '2s' },
    { name: 'closed', users: 10, duration: '5s' },
    { name: 'work', iterations: 200, users: 10, max_duration: '30s' },
  ],
};

/** What must be the same to the last request. */
function booksOf({ counts, status, failures, bytesReceived }: SeriesPhase): object {
  const { started, ok, failed, timedOut, dropped } = counts;
  return {
    started,
    ok,
    failed,
    timedOut,
    dropped,
    status,
    bytesReceived,
    failures: failures.map(({ class: kind, reason, count }) => [kind, reason, count]),
  };
}

/** What the server itself says of its latencies, ms. */
type Served = Readonly<Record<50 | 95 | 99, number>>;

test('The same scenario gives the same endpoints, counts, failures and percentiles on the embedded engine and on Locust.', async (context) => {
  const measure = (args: readonly string[]) =>
    runSteady(async () => {
      await using server = await startTruthServer(DIALS);
      const folder = await makeGate(context, { ...SCENARIO, target: server.url }, { total: { error_budget: '20%' } });
      assertCode(await runGateIn(context, folder, ['run', '--out', 'out', '--seed', '7', '--workers', '2', ...args]), 0);
      const truth = await server.truth('GET /planted');
      assert.ok(truth);
      const served: Served = { 50: truth.p50Us / 1_000, 95: truth.p95Us / 1_000, 99: truth.p99Us / 1_000 };
      return { report: await readReport(folder), folder, served };
    });
  const [{ report: ours, served: ourTruth }, { report: theirs, served: theirTruth, folder }] = [
    await measure([]),
    await measure(['--engine', 'locust']),
  ];
  assert.equal(theirs.run.engine.kind, 'locust');
  assert.equal(theirs.run.workers, 2);
  assert.deepEqual(theirs.run.imbalances, []);
  assert.deepEqual(
    theirs.run.series.map(({ name, kind, method }) => [name, kind, method]),
    ours.run.series.map(({ name, kind, method }) => [name, kind, method]),
  );
  const pairOf = (name: string, phase: string) => [seriesIn(ours.run, name, phase), seriesIn(theirs.run, name, phase)] as const;

  const [planted, plantedThere] = pairOf('GET /planted', 'open');
  assert.equal(planted.counts.started, 500);
  assert.deepEqual(booksOf(plantedThere), booksOf(planted));
  for (const percentile of [50, 95, 99] as const) {
    const [ourMs, theirMs] = [percentileMs(planted.latency, percentile), percentileMs(plantedThere.latency, percentile)];
    context.diagnostic(`p${percentile}: embedded ${ourMs.toFixed(2)} ms, Locust ${theirMs.toFixed(2)} ms`);
    // Where the machine made the server itself late, that lateness is known, and is no error of an engine.
    const serverMs = Math.abs(ourTruth[percentile] - theirTruth[percentile]);
    const tolerance = 0.05 * ourMs + 2 + serverMs;
    assert.ok(Math.abs(theirMs - ourMs) <= tolerance, `p${percentile}: ${theirMs} ms, the embedded engine says ${ourMs} ms`);
  }
  for (const name of ['GET /planted', 'POST /orders']) {
    const [work, workThere] = pairOf(name, 'work');
    assert.equal(work.counts.started, 200);
    assert.deepEqual(booksOf(workThere), booksOf(work), name);
    // Ten users, each at its pace: the last request of each is in the phase or just beyond it.
    const [few, many] = pairOf(name, 'closed').map(({ counts }) => counts.started) as [number, number];
    assert.ok(few >= 80 && Math.abs(few - many) <= 10, `${name}: ${many} requests of ten users, the embedded engine made ${few}`);
  }
  const summary = readFileSync(join(folder, 'out/summary.md'), 'utf8');
  assert.match(summary, /made by Locust 2\.\d+\.\d+ on Python 3\.\S+, 2 workers/);
  assert.match(readFileSync(join(folder, 'out/run.log'), 'utf8'), /Starting Locust/);
  assert.deepEqual(listLeft(), []);
});
