import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { FailureClass, RunSummary } from '../../src/metrics/run-summary.ts';
import { assertVerdict, failuresByClass, PATIENT, runGateOnFiles, type Yaml } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { closedPort, readCert } from '../support/truth-server.ts';

/** A target that cannot be trusted with a pull request, for as long as it is held. */
interface BadTarget extends AsyncDisposable {
  readonly url: string;
}

interface BadTargetRow {
  readonly name: string;
  readonly open: () => Promise<BadTarget>;
  readonly maxUsers?: number;
  /** The classes that its failures must have, and no others. */
  readonly classes: readonly FailureClass[];
  /** Of 150 arrivals. */
  readonly failures: (run: RunSummary) => boolean;
}

const ARRIVALS = 150;
const ROWS: readonly BadTargetRow[] = [
  { name: 'A dead port', open: closedPort, classes: ['connect'], failures: (run) => failuresOf(run) === ARRIVALS },
  {
    name: 'A server that dies half-way',
    open: () => startTruthServer({ routes: [{ method: 'GET', path: '/a' }], die: { afterRequests: 75 }, spinMs: 0 }),
    classes: ['connect', 'reset'],
    // An answer may be lost on its way when the process ends.
    failures: (run) => failuresOf(run) >= 75 && failuresOf(run) <= 80,
  },
  {
    name: 'An overloaded server that exhausts max_users',
    // One at a time for 100 ms each: 10 a second of the 50 that come.
    open: () =>
      startTruthServer({
        routes: [{ method: 'GET', path: '/a', latency: { kind: 'constant', ms: 100 } }],
        capacity: { concurrent: 1 },
        spinMs: 0,
      }),
    maxUsers: 10,
    classes: ['dropped'],
    failures: (run) => failuresOf(run) >= 60 && failuresOf(run) <= 140,
  },
  {
    name: 'A name that does not resolve',
    open: () => Promise.resolve({ url: 'http://no-such-host.invalid:8080', [Symbol.asyncDispose]: () => Promise.resolve() }),
    classes: ['connect'],
    failures: (run) => failuresOf(run) === ARRIVALS,
  },
  {
    name: 'A TLS certificate that is not trusted',
    open: () =>
      startTruthServer({
        routes: [{ method: 'GET', path: '/a' }],
        tls: { cert: readCert('server.pem'), key: readCert('server.key') },
        spinMs: 0,
      }),
    classes: ['tls'],
    failures: (run) => failuresOf(run) === ARRIVALS,
  },
];

const SLAS: readonly (readonly [string, { readonly [key: string]: Yaml }])[] = [
  ['a p95 alone', { endpoints: { 'GET /a': { p95: '10s' } } }],
  ['a p95 of the total alone', { total: { p95: '10s' } }],
  ['an error budget alone', { endpoints: { '*': { error_budget: '5%' } } }],
  ['a p95 and an error budget', { endpoints: { 'GET /a': { p95: '10s', error_budget: '5%' } } }],
];

function failuresOf(run: RunSummary): number {
  return Object.values(failuresByClass(run)).reduce((sum, count) => sum + count, 0);
}

suite('The fault of a target is a breach, whatever was promised', { concurrency: 5 }, () => {
  for (const { name, open, maxUsers = 200, classes, failures } of ROWS) {
    for (const [promise, sla] of SLAS) {
      test(`${name} is a breach with ${promise}.`, async () => {
        await using target = await open();
        const report = await runGateOnFiles({
          target: target.url,
          scenario: {
            http: { timeout: '5s' },
            steps: [{ get: '/a' }],
            phases: [{ arrival_rate: '50/s', duration: '3s', max_users: maxUsers }],
          },
          sla: { ...sla, generator: PATIENT },
        });
        assertVerdict(report, 'breach');
        const book = report.run.phases[0]?.iterations;
        assert.deepEqual([book?.planned, book?.missed], [ARRIVALS, 0]);
        const seen = Object.keys(failuresByClass(report.run));
        assert.ok(seen.length > 0 && seen.every((one) => classes.some((known) => known === one)), seen.join(', '));
        assert.ok(failures(report.run), `${failuresOf(report.run)} failures`);
      });
    }
  }

  test('A dead port is a breach even when nothing was promised that it breaks.', async () => {
    await using target = await closedPort();
    const report = await runGateOnFiles({
      target: target.url,
      scenario: { steps: [{ get: '/a' }], phases: [{ arrival_rate: '50/s', duration: '1s' }] },
      sla: {
        total: { count: '== 50', status: { 500: '== 0' }, duration: '<= 60s', failures: '<= 50', error_budget: '100%' },
        generator: PATIENT,
      },
    });
    assertVerdict(report, 'breach');
    assert.ok(report.verdict.checks.every(({ state }) => state === 'passed'));
    assert.equal(report.verdict.reasons[0], 'Not one of 50 requests succeeded.');
  });

  test('Users of a closed phase whose target is dead from the start are a breach, too.', async () => {
    await using target = await closedPort();
    const report = await runGateOnFiles({
      target: target.url,
      scenario: { users: { one: { think: '100ms', steps: [{ get: '/a' }] } }, phases: [{ users: 5, duration: '2s' }] },
      sla: { endpoints: { 'GET /a': { p95: '10s' } }, generator: PATIENT },
    });
    assertVerdict(report, 'breach');
  });

  test('A target that lets nobody in is a breach of the task that could not be done.', async () => {
    await using server = await startTruthServer({
      routes: [
        { method: 'POST', path: '/login', faults: [{ kind: 'status', status: 500, every: 1 }] },
        { method: 'GET', path: '/me', answer: { kind: 'session' } },
      ],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        users: {
          member: {
            start: [{ post: '/login', capture: { token: '$.token' } }],
            steps: [{ get: '/me', headers: { authorization: 'Bearer ${token}' } }],
          },
        },
        phases: [{ arrival_rate: '20/s', duration: '2s' }],
      },
      sla: { endpoints: { 'GET /me': { p95: '1s', error_budget: '1%' } }, generator: PATIENT },
    });
    assertVerdict(report, 'breach');
  });
});
