import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Dials, Fault } from '../../src/demo/dials.ts';
import type { FailureClass, RunSummary } from '../../src/metrics/run-summary.ts';
import { assertVerdict, checkNamed, failuresByClass, PATIENT, runGateOnFiles, seriesIn, type Yaml } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';

/** Each strikes once in 20 requests, so that 7 of 20 fail: over 400 requests each class has a known count. */
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500, every: 20, offset: 1 },
  { kind: 'reset', every: 20, offset: 3 },
  { kind: 'close', every: 20, offset: 5 },
  { kind: 'hang', every: 20, offset: 8 },
  { kind: 'truncate', every: 20, offset: 11 },
  { kind: 'wrong', every: 20, offset: 14 },
  { kind: 'garbage', every: 20, offset: 17 },
];

/** What 20 of each fault must be reported as. Both a reset and an end without an answer are `reset`; a broken body and no HTTP at all are `protocol`. */
const EXPECTED: Partial<Record<FailureClass, number>> = { status: 20, reset: 40, timeout: 20, protocol: 40, check: 20 };

const SLA = { endpoints: { 'GET /a': { p50: '200ms', error_budget: '35%' } }, total: { failures: '< 141' }, generator: PATIENT } as const;

function dials(): Dials {
  return { routes: [{ method: 'GET', path: '/a', latency: { kind: 'constant', ms: 5 }, faults: FAULTS }], spinMs: 0 };
}

function scenario(phase: Yaml): { readonly [key: string]: Yaml } {
  return {
    http: { timeout: '1500ms' },
    steps: [{ get: '/a', expect: { json: { '$.ok': true } } }],
    phases: [phase],
  };
}

function assertEveryFault(run: RunSummary): void {
  const { counts, status, failures, failedService } = seriesIn(run, 'GET /a');
  assert.deepEqual(failuresByClass(run), EXPECTED);
  assert.equal(counts.started, 400);
  assert.equal(counts.ok, 260);
  assert.equal(counts.failed, 120);
  assert.equal(counts.timedOut, 20);
  assert.deepEqual([counts.cut, counts.dropped, counts.interrupted], [0, 0, 0]);
  // The 260 good ones, 20 with wrong content, and the 20 whose body broke off had a head with 200.
  assert.deepEqual(status, { 200: 300, 500: 20 });
  const book = run.phases[0]?.iterations;
  assert.deepEqual(
    [book?.planned, book?.started, book?.ok, book?.failed, book?.dropped, book?.missed],
    [400, 400, 260, 140, 0, 0],
    JSON.stringify(book),
  );
  for (const failure of failures) {
    assert.ok(failure.sample.length > 5 && failure.sample.length <= 300, failure.sample);
    assert.ok(failure.firstMs >= 0 && failure.firstMs < failure.lastMs, JSON.stringify(failure));
  }
  assert.ok(failedService.highestUs >= 1_500_000, 'a hang lasts until its time limit');
}

suite('Every failure is counted once, in its class', { concurrency: true }, () => {
  for (const [name, phase, workers] of [
    ['fixed work', { iterations: 400, users: 8 }, 1],
    ['arrivals over 3 workers', { arrival_rate: '100/s', duration: '4s', max_users: 400 }, 3],
  ] as const) {
    test(`A server with a known share of 500s, resets, hangs, broken bodies and wrong content, met by ${name}, is reported with exactly those.`, async () => {
      await using server = await startTruthServer(dials());
      const report = await runGateOnFiles({ target: server.url, scenario: scenario(phase), sla: SLA, workers });
      assertEveryFault(report.run);
      const { requests, faults, aborted } = (await server.counts()).routes['GET /a'] ?? {};
      assert.deepEqual([requests, aborted], [400, 0], 'the server saw every request once, and nobody asked again');
      assert.deepEqual(new Set(Object.values(faults ?? {})), new Set([20]));
      // 140 of 400 is exactly 35 %, and equal passes.
      assertVerdict(report, 'pass');
      const budget = checkNamed(report, 'GET /a error_budget');
      assert.ok(budget.state === 'passed' && budget.observed.value === 0.35, JSON.stringify(budget));
    });
  }

  test('One failure more than is promised is a breach.', async () => {
    await using server = await startTruthServer(dials());
    const sla = { total: { failures: '< 140' }, generator: PATIENT };
    const report = await runGateOnFiles({ target: server.url, scenario: scenario({ iterations: 400, users: 20 }), sla });
    assertEveryFault(report.run);
    assertVerdict(report, 'breach');
  });

  test('Statuses are told apart by code, and a rate limit that the scenario expects is no failure.', async () => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/limited', limit: { kind: 'window', max: 30, windowMs: 600_000 } },
        { method: 'GET', path: '/fails', faults: [{ kind: 'status', status: 503, every: 4 }] },
      ],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: [{ get: '/limited', expect: { status: ['2xx', 429] } }, { get: '/fails' }],
        phases: [{ name: 'work', iterations: 100, users: 5 }],
      },
      sla: {
        endpoints: {
          'GET /limited': { error_budget: '0%', status: { 429: '== 70', '2xx': '== 30' } },
          'GET /fails': { status: { 503: '== 25' } },
        },
        total: { failures: '<= 25' },
        generator: PATIENT,
      },
    });
    assertVerdict(report, 'pass');
    assert.deepEqual(failuresByClass(report.run), { status: 25 });
    assert.deepEqual(seriesIn(report.run, 'GET /limited').status, { 200: 30, 429: 70 });
  });
});
