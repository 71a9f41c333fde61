import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertVerdict, checkNamed, PATIENT, runGateOnFiles, seriesIn } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';

const FAST = {
  routes: [
    { method: 'GET', path: '/a' },
    { method: 'GET', path: '/b' },
  ],
  spinMs: 0,
} as const;
const HUNDRED = [{ arrival_rate: '50/s', duration: '2s' }] as const;
const STEPS = [{ get: '/a' }] as const;

suite('A verdict says what was promised and measured', { concurrency: true }, () => {
  for (const [name, sla] of [
    ['no SLA file', undefined],
    ['an SLA without a check', { version: 1 }],
    ['an SLA with generator limits alone', { generator: PATIENT }],
  ] as const) {
    test(`A healthy target with ${name} is inconclusive.`, async () => {
      await using server = await startTruthServer(FAST);
      const report = await runGateOnFiles({
        target: server.url,
        scenario: { steps: STEPS, phases: [{ arrival_rate: '20/s', duration: '1s' }] },
        ...(sla === undefined ? {} : { sla }),
      });
      assertVerdict(report, 'inconclusive');
      assert.ok(report.verdict.reasons.some((reason) => reason.startsWith('Nothing was promised')));
    });
  }

  test('A row with too few samples is inconclusive, unless the file asks for fewer.', async () => {
    await using server = await startTruthServer(FAST);
    const endpoints = { 'GET /a': { p50: '5s', p95: '5s' } };
    const few = await runGateOnFiles({
      target: server.url,
      scenario: { steps: STEPS, phases: HUNDRED },
      sla: { endpoints, generator: PATIENT },
    });
    assertVerdict(few, 'inconclusive');
    assert.equal(checkNamed(few, 'GET /a p50').state, 'passed');
    const check = checkNamed(few, 'GET /a p95');
    assert.ok(check.state === 'no-data' && check.samples === 100, JSON.stringify(check));
    const enough = await runGateOnFiles({
      target: server.url,
      scenario: { steps: STEPS, phases: HUNDRED },
      sla: { endpoints, min_samples: 100, generator: PATIENT },
    });
    assertVerdict(enough, 'pass');
  });

  test('A row whose tasks were filtered out is skipped and shown; one that was selected and got nothing is inconclusive.', async () => {
    await using server = await startTruthServer(FAST);
    const scenario = {
      users: {
        one: {
          tasks: {
            first: { tags: ['first'], steps: [{ get: '/a' }] },
            second: { tags: ['second'], steps: [{ get: '/b' }] },
          },
        },
      },
      phases: HUNDRED,
    };
    const sla = { endpoints: { 'GET /a': { error_budget: '0%' }, 'GET /b': { error_budget: '0%' } }, generator: PATIENT };
    const filtered = await runGateOnFiles({ target: server.url, scenario, sla, args: ['--only', 'first'] });
    assertVerdict(filtered, 'pass');
    assert.equal(checkNamed(filtered, 'GET /b error_budget').state, 'skipped');
    const never = await runGateOnFiles({
      target: server.url,
      // Its variable can never be captured, so this task is never drawn.
      scenario: {
        users: {
          one: {
            tasks: {
              first: { steps: [{ get: '/a', expect: { status: ['2xx'] } }] },
              second: { steps: [{ get: '/b', capture: { id: { header: 'x-never' } } }], weight: 0.000001 },
            },
          },
        },
        phases: [{ arrival_rate: '20/s', duration: '1s' }],
      },
      sla,
    });
    assertVerdict(never, 'inconclusive');
    const check = checkNamed(never, 'GET /b error_budget');
    assert.ok(check.state === 'no-data' && check.samples === 0, JSON.stringify(check));
  });

  test('A window with `abort` ends the run early, as a breach; one with `warn` does not.', async () => {
    const dials = { routes: [{ method: 'GET', path: '/a', faults: [{ kind: 'status', status: 500, every: 2 }] }], spinMs: 0 } as const;
    const scenario = {
      steps: STEPS,
      phases: [
        { name: 'steady', arrival_rate: '20/s', duration: '12s' },
        { name: 'after', arrival_rate: '20/s', duration: '3s' },
      ],
    };
    await using server = await startTruthServer(dials);
    const window = { error_rate: '25%', window: '2s', for: 2 };
    const aborted = await runGateOnFiles({
      target: server.url,
      scenario,
      sla: { windows: [{ ...window, then: 'abort' }], generator: PATIENT },
    });
    assertVerdict(aborted, 'breach');
    const { run } = aborted;
    assert.equal(run.ending.state, 'aborted');
    // Two disjoint windows of 2 s are broken after 4 s; the word of it comes a second later.
    assert.ok(run.durationMs >= 4_000 && run.durationMs < 9_000, `it took ${run.durationMs} ms`);
    assert.equal(run.phases[1]?.startMs, undefined, 'the second phase never began');
    const sent = (await server.counts()).requests;
    const { started, interrupted } = seriesIn(run, 'GET /a').counts;
    // What was on its way when the burst ended may or may not have reached the server.
    assert.ok(
      sent >= 80 && sent < 180 && sent <= started && started - sent <= interrupted,
      `${sent} of ${started} requests, ${interrupted} interrupted`,
    );
    const warned = await runGateOnFiles({
      target: server.url,
      scenario: { steps: STEPS, phases: [{ arrival_rate: '20/s', duration: '5s' }] },
      sla: { total: { error_budget: '100%' }, windows: [{ ...window, then: 'warn' }], generator: PATIENT },
    });
    assertVerdict(warned, 'pass');
    assert.equal(warned.run.ending.state, 'complete');
    assert.ok(warned.verdict.reasons.some((reason) => reason.startsWith('Warning only: ')));
  });

  test('Warm-ups are recorded and not judged; phases have promises of their own.', async () => {
    // The first 100 of 300 requests fail, and they are the warm-up's.
    const faults = [{ kind: 'status', status: 500, every: 1 }] as const;
    await using server = await startTruthServer({ routes: [{ method: 'GET', path: '/a', faults }], spinMs: 0 });
    const healed = (async () => {
      while ((await server.counts()).requests < 40) await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 500));
      await server.setDials(FAST);
    })();
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: STEPS,
        phases: [
          { name: 'warm', arrival_rate: '40/s', duration: '1s', warmup: true },
          { name: 'gap', pause: '2s' },
          { name: 'one', arrival_rate: '50/s', duration: '2s' },
          { name: 'two', arrival_rate: '10/s', duration: '2s' },
        ],
      },
      sla: {
        endpoints: { 'GET /a': { error_budget: '0%', count: '== 120' } },
        phases: { one: { total: { count: '== 100' } }, two: { endpoints: { '*': { count: '== 20' } }, total: { p50: '0.001ms' } } },
        generator: PATIENT,
        min_samples: 20,
      },
    });
    await healed;
    assert.equal(seriesIn(report.run, 'GET /a', 'warm').counts.failed, 40);
    const states = new Map(report.verdict.checks.map((check) => [check.name, check.state]));
    assert.deepEqual(
      states,
      new Map([
        ['GET /a error_budget', 'passed'],
        ['GET /a count', 'passed'],
        ['total count in one', 'passed'],
        ['GET /a count in two', 'passed'],
        ['total p50 in two', 'breached'],
      ]),
    );
    assertVerdict(report, 'breach');
  });

  test('At the end of a phase no iteration starts; what is in flight is awaited and counted, but not as throughput; users that think just end.', async () => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/slow', latency: { kind: 'constant', ms: 1_500 } },
        { method: 'GET', path: '/never' },
      ],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: [{ get: '/slow' }, { think: '60s' }, { get: '/never' }],
        phases: [{ arrival_rate: '50/s', duration: '1s', max_users: 100 }],
      },
      sla: { endpoints: { 'GET /slow': { error_budget: '0%', throughput: '0/s', p50: '2s' } }, generator: PATIENT },
    });
    assertVerdict(report, 'pass');
    const { counts } = seriesIn(report.run, 'GET /slow');
    assert.deepEqual([counts.started, counts.ok, counts.okBeforeEnd, counts.cut, counts.interrupted], [50, 50, 0, 0, 0]);
    const { started, interrupted } = report.run.phases[0]?.iterations ?? {};
    assert.deepEqual([started, interrupted], [50, 50], 'none came to its end, and that is nobody’s fault');
    assert.ok(report.run.durationMs < 20_000, 'nobody waited for the think time');
  });

  test('What is still in flight when the time box ends is cut, and charged.', async () => {
    await using server = await startTruthServer({
      routes: [{ method: 'GET', path: '/a', faults: [{ kind: 'hang', every: 10 }] }],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      // An iteration has three requests, so that the drain of one time limit is not enough for the last ones.
      scenario: {
        time_box: '4s',
        http: { timeout: '2s' },
        steps: [{ repeat: 30, steps: [{ get: '/a' }] }],
        phases: [{ arrival_rate: '10/s', duration: '2s', max_users: 100 }],
      },
      sla: { endpoints: { 'GET /a': { error_budget: '0.1%' } }, generator: PATIENT },
    });
    assertVerdict(report, 'breach');
    const { counts } = seriesIn(report.run, 'GET /a');
    assert.equal(counts.timedOut + counts.cut, (await server.counts()).routes['GET /a']?.faults.hang);
    assert.ok(report.run.durationMs < 8_000, `${report.run.durationMs} ms`);
  });

  test('A run that the user ends is inconclusive, and what it measured is kept.', async () => {
    await using server = await startTruthServer(FAST);
    const stop = new AbortController();
    const ending = (async () => {
      while ((await server.counts()).requests < 60) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort('the test has seen enough');
    })();
    const report = await runGateOnFiles({
      target: server.url,
      scenario: { steps: STEPS, phases: [{ arrival_rate: '50/s', duration: '30s' }] },
      sla: { total: { error_budget: '0%' }, generator: PATIENT },
      stopped: stop.signal,
    });
    await ending;
    assertVerdict(report, 'inconclusive');
    assert.equal(report.run.ending.state, 'cut-short');
    const { counts } = seriesIn(report.run, 'GET /a');
    assert.ok(counts.ok >= 50 && counts.started < 500, JSON.stringify(counts));
    assert.equal(counts.started, (await server.counts()).requests);
  });
});
