import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertVerdict, checkNamed, PATIENT, percentileMs, runGateOnFiles, seriesIn } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';

const UPLOADS = [
  { method: 'POST', path: '/files', answer: { kind: 'upload-initiate' } },
  { method: 'PUT', path: '/files/:id/chunks', answer: { kind: 'upload-chunk' } },
  { method: 'POST', path: '/files/:id/complete', answer: { kind: 'upload-complete' } },
] as const;

suite('Uploads arrive whole, and their rate is that of what arrived', () => {
  test('Files in chunks: begun, sent with the captured id, completed; every byte is counted on both sides.', async () => {
    await using server = await startTruthServer({ routes: UPLOADS, spinMs: 0 });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        steps: [
          { post: '/files', expect: { status: 201 }, capture: { file: '$.file_id' } },
          {
            repeat: 5,
            as: 'chunk',
            steps: [
              {
                put: '/files/${file}/chunks?index=${chunk}',
                bytes: '2MB',
                name: 'upload chunk',
                expect: { json: { '$.bytes': 2_000_000, '$.index': '${chunk}' } },
              },
            ],
          },
          { post: '/files/${file}/complete', json: { chunks: 5 }, expect: { json: { '$.state': 'complete', '$.bytes': 10_000_000 } } },
        ],
        phases: [{ iterations: 20, users: 10 }],
      },
      sla: { endpoints: { '*': { error_budget: '0%' }, 'upload chunk': { upload: '1MB/s' } }, generator: PATIENT },
    });
    assertVerdict(report, 'pass');
    const chunk = seriesIn(report.run, 'upload chunk');
    const { bytesIn } = (await server.counts()).routes['PUT /files/:id/chunks'] ?? {};
    assert.deepEqual([chunk.counts.ok, chunk.bytesSent, chunk.counts.sentBeforeEnd, bytesIn], [100, 200_000_000, 200_000_000, 200_000_000]);
    const upload = checkNamed(report, 'upload chunk upload');
    const [phase] = report.run.phases;
    const seconds = ((phase?.endMs ?? 0) - (phase?.startMs ?? 0)) / 1_000;
    assert.ok(upload.state === 'passed' && Math.abs(upload.observed.value / (200_000_000 / seconds) - 1) < 0.001, JSON.stringify(upload));
  });

  test('A body of 1 GB is streamed: memory does not grow with it, from the shared buffer or from multipart.', async () => {
    await using server = await startTruthServer({ routes: [{ method: 'POST', path: '/sink', answer: { kind: 'sink' } }], spinMs: 0 });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: {
        http: { timeout: '60s' },
        time_box: '3m',
        steps: [
          { post: '/sink', bytes: '1GB', expect: { json: { '$.bytes': 1_000_000_000 } } },
          { post: '/sink', multipart: { file: { bytes: '500MB', filename: 'a.bin' }, note: 'hi' }, name: 'multipart' },
        ],
        phases: [{ iterations: 1, users: 1, max_duration: '1m' }],
      },
      sla: { endpoints: { '*': { error_budget: '0%' } }, generator: PATIENT },
    });
    assertVerdict(report, 'pass');
    assert.equal(seriesIn(report.run, 'POST /sink').bytesSent, 1_000_000_000);
    // This process holds the tests as well; a body in memory would be more than all of that.
    assert.ok(report.run.health.peakMemoryBytes < 700_000_000, `${report.run.health.peakMemoryBytes} bytes`);
  });

  test('A target that takes nothing has no upload rate, however much was planned to be sent.', async () => {
    await using server = await startTruthServer({
      routes: [{ method: 'POST', path: '/sink', answer: { kind: 'sink' }, faults: [{ kind: 'close', every: 1 }] }],
      spinMs: 0,
    });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: { steps: [{ post: '/sink', bytes: '1MB' }], phases: [{ users: 2, duration: '2s' }] },
      sla: { endpoints: { 'POST /sink': { upload: '1MB/s' } }, generator: PATIENT },
    });
    assertVerdict(report, 'breach');
    const upload = checkNamed(report, 'POST /sink upload');
    assert.ok(upload.state === 'breached' && upload.observed.value === 0, JSON.stringify(upload));
  });
});

test('Of a stream the first byte and the last are told apart.', async () => {
  await using server = await startTruthServer({
    routes: [
      {
        method: 'GET',
        path: '/events',
        latency: { kind: 'constant', ms: 150 },
        answer: { kind: 'events', count: 6, everyMs: 60 },
      },
      {
        method: 'GET',
        path: '/stream',
        latency: { kind: 'constant', ms: 80 },
        answer: { kind: 'stream', size: 60_000, chunks: 4, everyMs: 100 },
      },
    ],
    spinMs: 0,
  });
  const report = await runGateOnFiles({
    target: server.url,
    scenario: { steps: [{ get: '/events' }, { get: '/stream' }], phases: [{ iterations: 250, users: 25 }] },
    sla: { endpoints: { 'GET /events': { ttfb_p95: '400ms', p95: '900ms', error_budget: '0%' } }, generator: PATIENT },
  });
  assertVerdict(report, 'pass');
  for (const [name, firstMs, lastMs] of [
    ['GET /events', 150, 150 + 5 * 60],
    ['GET /stream', 80, 80 + 3 * 100],
  ] as const) {
    const { ttfb, service } = seriesIn(report.run, name);
    const [first, last] = [percentileMs(ttfb, 50), percentileMs(service, 50)];
    assert.ok(Math.abs(first - firstMs) < 40, `${name}: first byte after ${first} ms of ${firstMs} ms`);
    assert.ok(Math.abs(last - lastMs) < 60, `${name}: last byte after ${last} ms of ${lastMs} ms`);
  }
});

test('Requests, WebSockets and uploads by weight run in one burst, with one table and one verdict.', async () => {
  await using server = await startTruthServer({
    routes: [...UPLOADS, { method: 'GET', path: '/items', latency: { kind: 'constant', ms: 5 } }],
    sockets: [{ path: '/ws', welcome: { type: 'welcome' }, reply: { kind: 'reply' } }],
    spinMs: 0,
  });
  const report = await runGateOnFiles({
    target: server.url,
    workers: 2,
    scenario: {
      vars: { id: { uuid: true } },
      users: {
        reader: { weight: 60, steps: [{ get: '/items' }] },
        chatter: {
          weight: 30,
          start: [{ ws: '/ws', ready: { type: 'welcome' } }],
          steps: [{ send: { id: '${id}' } }, { receive: { type: 'reply', id: '${id}' } }],
        },
        uploader: {
          weight: 10,
          steps: [
            { post: '/files', capture: { file: '$.file_id' } },
            { put: '/files/${file}/chunks?index=0', bytes: '1MB', name: 'upload chunk' },
          ],
        },
      },
      phases: [{ arrival_rate: '100/s', duration: '6s', max_users: 400 }],
    },
    sla: {
      endpoints: {
        'GET /items': { p95: '2s', error_budget: '0%' },
        'receive ws': { p50: '1s', error_budget: '0%' },
        'ws /ws': { drops: '<= 0' },
        'upload chunk': { upload: '1MB/s' },
      },
      generator: PATIENT,
    },
  });
  assertVerdict(report, 'pass');
  const { run } = report;
  const counts = ['GET /items', 'receive ws', 'upload chunk'].map((name) => seriesIn(run, name).counts.ok);
  const [book] = run.phases.map(({ iterations }) => iterations);
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    book?.ok,
  );
  assert.equal((book?.ok ?? 0) + (book?.missed ?? 0) + (book?.dropped ?? 0), 600);
  const shares = counts.map((count) => count / (book?.ok ?? 0));
  for (const [index, share] of [0.6, 0.3, 0.1].entries())
    assert.ok(Math.abs((shares[index] ?? 0) - share) < 0.08, `${shares.join(', ')} of 0.6, 0.3, 0.1`);
});
