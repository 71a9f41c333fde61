import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertVerdict, failuresByClass, PATIENT, percentileMs, runGateOnFiles, seriesIn } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { startRecordingServer, tally } from './recording-server.ts';

const SLA = { total: { error_budget: '0%', p50: '5s' }, generator: PATIENT, min_samples: 1 } as const;

suite('Virtual users do what their scenario says', { concurrency: true }, () => {
  test('repeat, for_each and parallel make exactly their requests, with the right values.', async () => {
    await using server = await startRecordingServer();
    const report = await runGateOnFiles({
      target: server.url,
      workers: 2,
      scenario: {
        data: { tenant: { values: ['red', 'blue'], pick: 'sequential' } },
        vars: { draw: { string: 12 } },
        steps: [
          { repeat: 3, as: 'chunk', steps: [{ post: '/chunks?index=${chunk}&draw=${draw}', text: 'x', name: 'chunk' }] },
          { for_each: 'tenant', as: 'each', steps: [{ get: '/tenants/${each}', name: 'tenant' }] },
          { parallel: [{ get: '/left' }, { get: '/right' }] },
        ],
        phases: [{ iterations: 20, users: 4 }],
      },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    assert.equal(server.requests.length, 20 * (3 + 2 + 2));
    assert.deepEqual(
      tally(server.urlsOf('/tenants')),
      new Map([
        ['/tenants/red', 20],
        ['/tenants/blue', 20],
      ]),
    );
    const chunks = server.urlsOf('/chunks').map((url) => new URL(url, server.url).searchParams);
    assert.deepEqual(
      tally(chunks.map((query) => query.get('index') ?? '').sort()),
      new Map([
        ['0', 20],
        ['1', 20],
        ['2', 20],
      ]),
    );
    assert.equal(new Set(chunks.map((query) => query.get('draw'))).size, 60, 'variables are drawn once a pass');
    assert.deepEqual(
      ['chunk', 'tenant', 'GET /left', 'GET /right'].map((name) => seriesIn(report.run, name).counts.ok),
      [60, 40, 20, 20],
    );
  });

  test('Steps of a parallel overlap, and the next step waits for the slowest.', async () => {
    await using server = await startRecordingServer(300);
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: [{ parallel: [{ get: '/a' }, { get: '/b' }, { get: '/c' }] }, { get: '/after' }],
        phases: [{ iterations: 1, users: 1 }],
      },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    const at = new Map(server.requests.map(({ url, atMs }) => [url, atMs]));
    const together = ['/a', '/b', '/c'].map((url) => at.get(url) ?? Number.NaN);
    assert.ok(Math.max(...together) - Math.min(...together) < 250, 'started together');
    assert.ok((at.get('/after') ?? 0) - Math.max(...together) >= 290, 'awaited together');
  });

  test('Unique data are used once each over 3 workers, and what cannot be had is a failure of class data.', async () => {
    await using server = await startRecordingServer();
    const rows = Array.from({ length: 60 }, (_, row) => `user${row}`);
    const report = await runGateOnFiles({
      target: server.url,
      workers: 3,
      files: { 'accounts.csv': `name\n${rows.join('\n')}\n` },
      scenario: {
        data: { account: { file: 'accounts.csv', pick: 'unique' } },
        users: {
          // Closed: how many iterations there will be is not certain at plan time.
          one: { think: '10ms', steps: [{ get: '/accounts/${account.name}', name: 'account' }] },
        },
        phases: [{ users: 6, duration: '2s' }],
      },
      sla: { endpoints: { account: { error_budget: '5%' } }, generator: PATIENT },
    });
    assert.deepEqual([...tally(server.urlsOf('/accounts/')).keys()].sort(), rows.map((row) => `/accounts/${row}`).sort());
    assert.equal(server.requests.length, 60, 'no row was given twice');
    assert.deepEqual(Object.keys(failuresByClass(report.run)), ['data']);
    assertVerdict(report, 'breach');
  });

  test('Cookies and captures belong to one virtual user each.', async () => {
    await using server = await startRecordingServer();
    const report = await runGateOnFiles({
      target: server.url,
      workers: 2,
      scenario: {
        users: {
          member: {
            think: '50ms',
            start: [{ post: '/login', capture: { token: '$.token', id: '$.ids[*]' } }],
            steps: [{ get: '/me?token=${token}&id=${id}', name: 'me' }],
          },
        },
        phases: [{ users: 6, duration: '1500ms' }],
      },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    assert.equal(server.urlsOf('/login').length, 6);
    const own = server.requests.filter(({ url }) => url.startsWith('/me'));
    assert.ok(own.length >= 30);
    for (const { url, cookie } of own) {
      const query = new URL(url, server.url).searchParams;
      const session = cookie.replace('sid=', '');
      assert.equal(query.get('token'), `t${session}`, 'token and cookie come from the same login');
      assert.equal(Math.floor(Number(query.get('id')) / 10), Number(session), 'one of the ids that this login gave');
    }
    assert.equal(new Set(own.map(({ cookie }) => cookie)).size, 6);
  });

  test('A capture that finds nothing ends the iteration, after what runs beside it; a failed expectation does not.', async () => {
    await using server = await startRecordingServer(20);
    const report = await runGateOnFiles({
      target: server.url,
      workers: 2,
      scenario: {
        steps: [
          { get: '/unexpected', expect: { status: 201 } },
          { repeat: 3, steps: [{ parallel: [{ get: '/lost', capture: { id: '$.nothing' } }, { get: '/beside' }] }, { get: '/rest' }] },
          { get: '/last' },
        ],
        phases: [{ iterations: 30, users: 4 }],
      },
      sla: { total: { error_budget: '100%', failures: '== 60' }, generator: PATIENT },
    });
    assertVerdict(report, 'pass');
    assert.deepEqual(
      tally(server.requests.map(({ url }) => url).sort()),
      new Map([
        ['/beside', 30],
        ['/lost', 30],
        ['/unexpected', 30],
      ]),
    );
    assert.deepEqual(failuresByClass(report.run), { status: 30, check: 30 });
    const { started, failed } = report.run.phases[0]?.iterations ?? {};
    assert.deepEqual([started, failed], [30, 30]);
  });

  for (const [connections, workers] of [
    [5, 3],
    [2, 3],
  ] as const) {
    test(`\`connections: ${connections}\` holds for all workers together, and what waits for one is served in its turn.`, async () => {
      await using server = await startRecordingServer(50);
      const report = await runGateOnFiles({
        target: server.url,
        workers,
        scenario: { http: { connections }, steps: [{ get: '/a' }], phases: [{ iterations: 60, users: 12 }] },
        sla: SLA,
      });
      assertVerdict(report, 'pass');
      assert.equal(new Set(server.requests.map(({ port }) => port)).size, connections);
      assert.equal(report.run.transport.connectionsOpened, connections);
      const { queue, service, latency } = seriesIn(report.run, 'GET /a');
      assert.ok(queue.count >= 12 - connections, 'waits for a connection are measured');
      assert.ok(latency.highestUs >= 95_000 && service.highestUs >= 95_000, 'and are part of the latency');
    });
  }

  test('A poll with `since` counts from the start of that step, and is one sample however often it asks.', async () => {
    await using server = await startTruthServer({
      routes: [
        {
          method: 'POST',
          path: '/jobs',
          latency: { kind: 'constant', ms: 200 },
          answer: { kind: 'submit-job', queuedMs: 300, runningMs: 300 },
        },
        { method: 'GET', path: '/jobs/:id', name: 'poll', answer: { kind: 'job' } },
      ],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: [
          { post: '/jobs', expect: { status: 202 }, capture: { id: '$.id' } },
          {
            poll: { get: '/jobs/${id}', every: '100ms', within: '10s', until: { json: { '$.state': 'done' } } },
            since: 'POST /jobs',
            name: 'job finished',
          },
        ],
        phases: [{ iterations: 10, users: 5 }],
      },
      sla: SLA,
    });
    assertVerdict(report, 'pass');
    const { counts, latency, service } = seriesIn(report.run, 'job finished');
    assert.deepEqual([counts.started, counts.ok], [10, 10]);
    // 200 ms to submit and 600 ms until it is done; asked every 100 ms.
    assert.ok(latency.lowestUs >= 800_000 && percentileMs(latency, 50) < 1_500, `${latency.lowestUs} µs`);
    assert.ok(service.lowestUs >= 500_000 && service.lowestUs < latency.lowestUs - 150_000);
    const asked = (await server.counts()).routes['poll']?.requests ?? 0;
    assert.ok(asked >= 50 && asked <= 80, `${asked} requests for 10 polls of about 600 ms`);
  });

  test('Users keep what they captured through open phases with a pause, and a closed level that falls and rises; a new model is a new pool.', async () => {
    await using server = await startRecordingServer();
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        users: {
          member: {
            think: '50ms',
            start: [{ post: '/login', capture: { token: '$.token' } }],
            steps: [{ get: '/me?token=${token}', name: 'me' }],
          },
        },
        phases: [
          { name: 'open', arrival_rate: '40/s', duration: '1s', max_users: 1 },
          { name: 'rest', pause: '1s' },
          { name: 'again', arrival_rate: '40/s', duration: '1s', max_users: 1 },
          { name: 'four', users: 4, duration: '1s' },
          { name: 'pause', pause: '1s' },
          { name: 'back', users: 4, duration: '1s' },
          { name: 'two', users: 2, ramp: '500ms', duration: '1s' },
          { name: 'three', users: 3, duration: '1s' },
        ],
      },
      // One user for 40/s: an arrival that comes while it waits is dropped, and that is not what is tested here.
      sla: { total: { p50: '5s', error_budget: '50%' }, generator: PATIENT },
    });
    assertVerdict(report, 'pass');
    // One login of the open pool, four of the closed one, and one of the user that came when the level rose from 2 to 3.
    assert.equal(server.urlsOf('/login').length, 6);
    const tokens = (phase: string): readonly string[] => {
      const { startMs, endMs } = report.run.phases.find(({ plan }) => plan.name === phase) ?? {};
      assert.ok(startMs !== undefined && endMs !== undefined && first !== undefined);
      // The first request is sent at the start of the run.
      const within = server.requests.filter(({ atMs }) => atMs - first >= startMs + 300 && atMs - first < endMs - 300);
      return [...new Set(within.map(({ url }) => new URL(url, server.url).searchParams.get('token') ?? 'none'))].sort();
    };
    const first = server.requests[0]?.atMs;
    assert.deepEqual(tokens('open'), ['t1']);
    assert.deepEqual(tokens('rest'), []);
    assert.deepEqual(tokens('again'), ['t1']);
    assert.deepEqual(tokens('four'), ['t2', 't3', 't4', 't5']);
    assert.deepEqual(tokens('pause'), []);
    assert.deepEqual(tokens('back'), ['t2', 't3', 't4', 't5']);
    const kept = tokens('three');
    assert.ok(kept.length === 3 && kept.includes('t6'), kept.join(' '));
    for (const { cookie, url } of server.requests.filter((request) => request.url.startsWith('/me'))) {
      assert.equal(cookie.replace('sid=', 't'), new URL(url, server.url).searchParams.get('token'));
    }
  });
});
