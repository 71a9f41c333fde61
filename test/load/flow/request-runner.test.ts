import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLive } from '../../support/run-live.ts';
import { serveBytes, serveHttp } from '../../support/serve.ts';
import { sleep } from '../../support/send-call.ts';

test('A request that gets no answer is given up at its time limit, with words for where it was', async () => {
  await using server = await serveHttp((request, reply) => {
    if (request.url === '/body') {
      reply.writeHead(200);
      reply.write('x');
    }
  });
  const { failures, report } = await runLive(server.url, 'steps: [ { get: /head, timeout: 200ms }, { get: /body, timeout: 300ms } ]');
  assert.deepEqual(
    failures.map((failure) => [failure.class, failure.reason, failure.sample]),
    [
      ['timeout', 'timeout after 200 ms', 'given up after 200 ms, while it waited for an answer'],
      ['timeout', 'timeout after 300 ms', 'given up after 300 ms, while the body came'],
    ],
  );
  assert.equal(report.requests.timedOut, 2);
});

test('A wait for a connection counts against the time limit, and is known as one', async () => {
  await using server = await serveHttp(() => undefined);
  const scenario = 'http: { connections: 1, timeout: 250ms }\nsteps: [ { parallel: [ { get: /a }, { get: /b } ] } ]';
  const { failures } = await runLive(server.url, scenario);
  const samples = failures.map((failure) => failure.sample);
  // Both have the same deadline: the second may have had the connection of the first for a moment.
  assert.equal(samples.length >= 1 && samples.every((sample) => sample.startsWith('given up after 250 ms, ')), true);
});

test('A handshake that hangs is a timeout that says so', async () => {
  await using server = await serveBytes(() => undefined);
  const { failures } = await runLive(server.url.replace('http:', 'https:'), 'steps: [ { get: /a, timeout: 200ms } ]');
  assert.equal(failures[0]?.sample, 'given up after 200 ms, during the TLS handshake');
});

test('Time limits are kept to within a fraction of themselves, whatever the others are', async () => {
  const closedAfter: number[] = [];
  await using server = await serveHttp((request) => {
    const began = performance.now();
    request.socket.once('close', () => closedAfter.push(performance.now() - began));
  });
  const steps = [100, 400, 800].map((ms) => `{ get: /${ms}, timeout: ${ms}ms }`).join(', ');
  await runLive(server.url, `steps: [ { parallel: [ ${steps} ] } ]`);
  for (let turn = 0; turn < 50 && closedAfter.length < 3; turn++) await sleep(10);
  const [short = 0, middle = 0, long = 0] = closedAfter.sort((left, right) => left - right);
  assert.ok(short < middle / 2 && middle < long / 1.4 && long < short * 20, closedAfter.join(' '));
});

test('Answers and time limits that meet leave each request counted once', async () => {
  await using server = await serveHttp((_request, reply) => void setTimeout(() => reply.end('ok'), 28 + Math.random() * 4));
  const { report } = await runLive(
    server.url,
    'steps: [ { get: /a, timeout: 30ms } ]\nphases: [ { iterations: 200, users: 20, max_duration: 20s } ]',
  );
  const { started, ok, failed, timedOut } = report.requests;
  assert.deepEqual([started, failed], [200, 0]);
  assert.equal(ok + timedOut, 200);
  assert.equal(report.requestsStarted, 200);
});

test('Slow requests are listed, slowest first, with their trace ids, and no more than fifty', async () => {
  const traces = new Map<string, string>();
  await using server = await serveHttp((request, reply) => {
    traces.set(String(request.headers['traceparent']).slice(3, 35), request.url ?? '');
    setTimeout(() => reply.end(), request.url === '/slowest' ? 200 : request.url === '/slow' ? 80 : 0);
  });
  const scenario =
    'http: { traceparent: true, slower_than: 50ms }\nsteps: [ { get: /fast }, { get: /slow }, { get: /slowest } ]\nphases: [ { iterations: 60, users: 30, max_duration: 20s } ]';
  const { report } = await runLive(server.url, scenario);
  assert.equal(report.slowRequests.length, 50);
  assert.deepEqual(new Set(report.slowRequests.map((slow) => traces.get(slow.traceId ?? ''))), new Set(['/slowest']));
  const latencies = report.slowRequests.map((slow) => slow.latencyUs);
  assert.deepEqual(
    latencies,
    [...latencies].sort((left, right) => right - left),
  );
});

test('A user whose every request fails before it is sent does not hold the worker', async () => {
  await using server = await serveHttp((_request, reply) => reply.end('{"v":"a\\nb"}'));
  const steps = 'steps: [ { get: /login, capture: { v: $.v } }, { repeat: 200, steps: [ { get: /a, headers: { x-a: "${v}" } } ] } ]';
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const { report } = await runLive(server.url, steps);
  clearInterval(timer);
  assert.equal(report.requests.failed, 200);
  assert.ok(turns > 1, 'other things had their turn meanwhile');
});

test('What is in flight at the time box is cut and counted, streamed bodies, polls and lines included', async () => {
  await using server = await serveHttp((request) => void request.resume());
  const scenario = `http: { connections: 2, timeout: 30s }
users:
  a: { steps: [ { get: /hang } ] }
  b: { steps: [ { post: /upload, bytes: 50MB } ] }
  c: { steps: [ { poll: { get: /poll, every: 50ms, within: 20s, until: { status: 200 } } } ] }
phases: [ { users: 12, duration: 10s } ]
time_box: 1m`;
  const { report } = await runLive(server.url, scenario, { timeBoxMs: 400 });
  const { started, cut } = report.requests;
  assert.deepEqual([started, cut, report.requestsStarted], [12, 12, 12]);
});
