import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertVerdict, PATIENT, percentileMs, runGateOnFiles } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { startRecordingServer } from './recording-server.ts';

const SLA = { total: { error_budget: '0%' }, generator: PATIENT } as const;
const DIALS = { routes: [{ method: 'GET', path: '/a' }], spinMs: 0 } as const;

/** How late a plain timer is on this machine now, ms: the median of one that is set every 5 ms. */
async function measureTimers(until: Promise<unknown>): Promise<number> {
  const lateMs: number[] = [];
  const ended = until.then(() => true as const);
  for (let over = false; !over;) {
    const dueMs = performance.now() + 5;
    const waited = new Promise<false>((resolve) => setTimeout(resolve, 5, false));
    over = await Promise.race([waited, ended]);
    if (!over) lateMs.push(performance.now() - dueMs);
  }
  return lateMs.sort((left, right) => left - right)[lateMs.length >> 1] ?? Number.NaN;
}

test('At 1,000/s on one worker the median start is within 1 ms of its intended time, and every start is made.', async (t) => {
  await using server = await startTruthServer(DIALS);
  const running = runGateOnFiles({
    target: server.url,
    scenario: { steps: [{ get: '/a' }], phases: [{ arrival_rate: '1000/s', duration: '4s', max_users: 2_000 }] },
    sla: SLA,
  });
  const plainMs = await measureTimers(running);
  const { run } = await running;
  const book = run.phases[0]?.iterations;
  assert.deepEqual([book?.planned, (book?.started ?? 0) + (book?.missed ?? 0), book?.dropped], [4_000, 4_000, 0]);
  assert.equal(run.health.scheduleLag.count, 4_000);
  const medianMs = percentileMs(run.health.scheduleLag, 50);
  t.diagnostic(`median lag ${medianMs.toFixed(3)} ms; a plain timer meanwhile ${plainMs.toFixed(3)} ms`);
  // A machine on which a plain timer is half a millisecond late in the median is not quiet; then it is the timer that sets the limit.
  const limitMs = Math.max(1, 2 * plainMs);
  assert.ok(medianMs <= limitMs, `the median start is ${medianMs} ms late, the limit ${limitMs} ms`);
  assert.equal((await server.counts()).requests, book?.started);
});

test('333/s over 3 workers starts exactly what is planned.', async () => {
  await using server = await startTruthServer(DIALS);
  const report = await runGateOnFiles({
    target: server.url,
    workers: 3,
    scenario: { steps: [{ get: '/a' }], phases: [{ arrival_rate: '333/s', duration: '3s' }] },
    sla: SLA,
  });
  assertVerdict(report, 'pass');
  assert.equal(report.run.workers, 3);
  const book = report.run.phases[0]?.iterations;
  assert.deepEqual([book?.planned, book?.started, book?.ok, book?.dropped, book?.missed], [999, 999, 999, 0, 0]);
  assert.equal((await server.counts()).requests, 999);
});

test('0.5/s over 2 workers starts one every 2 s.', async () => {
  await using server = await startRecordingServer();
  const report = await runGateOnFiles({
    target: server.url,
    workers: 2,
    scenario: { steps: [{ get: '/a' }], phases: [{ arrival_rate: '0.5/s', duration: '8s' }] },
    sla: SLA,
  });
  assertVerdict(report, 'pass');
  assert.equal(report.run.phases[0]?.iterations.started, 4);
  const [first = 0, ...rest] = server.requests.map(({ atMs }) => atMs);
  assert.deepEqual(
    rest.map((atMs) => Math.round((atMs - first) / 1_000)),
    [2, 4, 6],
  );
});

for (const [name, phases, integral] of [
  // ∫ 40 t dt = 20 t², then 200/s: 20 · 4² = 320 after the ramp.
  ['up', [{ arrival_rate: '160/s', ramp: '4s', duration: '5s' }], (s: number) => (s <= 4 ? 20 * s * s : 320 + 160 * (s - 4))],
  // 160/s for 1 s, then down: ∫ 160 − 40 u du = 160 u − 20 u².
  [
    'down to nothing over 2 phases',
    [
      { arrival_rate: '160/s', duration: '1s' },
      { arrival_rate: '0/s', ramp: '4s', duration: '4s' },
    ],
    (s: number) => (s <= 1 ? 160 * s : 160 + 160 * (s - 1) - 20 * (s - 1) ** 2),
  ],
] as const) {
  test(`The starts of a ramp ${name} follow the integral of the rate.`, async () => {
    await using server = await startRecordingServer();
    const report = await runGateOnFiles({
      target: server.url,
      workers: 2,
      scenario: { steps: [{ get: '/a' }], phases },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    const planned = report.run.phases.reduce((sum, { iterations }) => sum + iterations.planned, 0);
    assert.ok(Math.abs(planned - integral(5)) <= phases.length, `${planned} are planned, the integral is ${integral(5)}`);
    assert.equal(server.requests.length, planned);
    // Where the server's own clock began is not known to the millisecond: it is the first start, which the ramp up has at its zero.
    const beganMs = server.requests[0]?.atMs ?? Number.NaN;
    for (let second = 0.5; second <= 5; second += 0.5) {
      const seen = server.requests.filter(({ atMs }) => atMs - beganMs < second * 1_000).length;
      // 50 ms of lateness at 160/s are 8 starts.
      assert.ok(Math.abs(seen - integral(second)) <= 9, `${seen} starts within ${second} s, the integral is ${integral(second)}`);
    }
  });
}

test('Poisson arrivals are the same for a seed whatever the number of workers, and have exponential gaps.', async () => {
  const run = async (workers: number): Promise<readonly number[]> => {
    await using server = await startRecordingServer();
    const report = await runGateOnFiles({
      target: server.url,
      workers,
      scenario: { steps: [{ get: '/a' }], phases: [{ arrival_rate: '60/s', duration: '5s', arrivals: 'poisson' }] },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    assert.equal(server.requests.length, report.run.phases[0]?.iterations.planned);
    const [first = 0] = server.requests.map(({ atMs }) => atMs);
    return server.requests.map(({ atMs }) => atMs - first);
  };
  const [one, three] = await Promise.all([run(1), run(3)]);
  assert.equal(one.length, three.length);
  const apart = one.map((atMs, index) => Math.abs(atMs - (three[index] ?? Number.NaN))).sort((left, right) => left - right);
  assert.ok((apart[apart.length >> 1] ?? Number.NaN) < 20, 'the same times');
  const gaps = one.slice(1).map((atMs, index) => atMs - (one[index] ?? 0));
  // A share 1 − e^−1 = 63 % of exponential gaps are shorter than their mean; of even ones about half, all close to it.
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const shorter = gaps.filter((gap) => gap < mean).length / gaps.length;
  const tiny = gaps.filter((gap) => gap < mean / 4).length / gaps.length;
  assert.ok(shorter > 0.54 && shorter < 0.72 && tiny > 0.12 && tiny < 0.33, `${shorter} shorter than the mean, ${tiny} than a quarter`);
});

test('Fixed work makes exactly its iterations, whatever the number of workers, users and failures.', async () => {
  await using server = await startTruthServer({
    routes: [
      { method: 'GET', path: '/a', latency: { kind: 'uniform', minMs: 1, maxMs: 30 }, faults: [{ kind: 'status', status: 500, every: 7 }] },
    ],
    spinMs: 0,
  });
  const report = await runGateOnFiles({
    target: server.url,
    workers: 3,
    scenario: {
      steps: [{ get: '/a' }],
      phases: [
        { name: 'work', iterations: 350, users: 8 },
        { name: 'more', iterations: 2, users: 5 },
        { name: 'timed', arrival_rate: '50/s', duration: '1s' },
      ],
    },
    sla: { total: { failures: '== 57', count: '== 402' }, generator: PATIENT },
  });
  assertVerdict(report, 'pass');
  assert.deepEqual(
    report.run.phases.map(({ iterations }) => [iterations.planned, iterations.started, iterations.dropped]),
    [
      [350, 350, 0],
      [2, 2, 0],
      [50, 50, 0],
    ],
  );
  assert.equal(report.run.phases[0]?.iterations.failed, 50);
});

test('10,000 virtual users with think time: the run completes, no iteration is lost, and the server saw every request.', async (t) => {
  await using server = await startTruthServer(DIALS);
  const report = await runGateOnFiles({
    target: server.url,
    scenario: {
      users: { one: { think: '4s..10s', steps: [{ get: '/a' }] } },
      phases: [{ users: 10_000, spawn_rate: '2500/s', duration: '10s' }],
    },
    sla: { total: { error_budget: '0%', p95: '20s' }, generator: PATIENT },
  });
  assertVerdict(report, 'pass');
  const phase = report.run.phases[0];
  assert.equal(phase?.peakUsers, 10_000);
  assert.ok(phase);
  const { started, ok, failed, cut, interrupted } = phase.iterations;
  t.diagnostic(`${started} iterations, peak memory ${Math.round(report.run.health.peakMemoryBytes / 1e6)} MB`);
  // After 4 s all have begun once, and then 10,000 ÷ 7 s a second: about 7,000 more, since the first come back after 4 s.
  assert.ok(started >= 14_000 && started <= 22_000, `${started} iterations`);
  assert.deepEqual([ok, failed, cut, interrupted], [started, 0, 0, 0]);
  assert.equal((await server.counts()).requests, started);
});
