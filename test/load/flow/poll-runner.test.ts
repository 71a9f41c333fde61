import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../support/build-plan.ts';
import { runEngines } from '../../support/run-engines.ts';
import { runLive } from '../../support/run-live.ts';
import { serveHttp } from '../../support/serve.ts';

const UNTIL_DONE = 'until: { json: { $.state: done } }';

test('A poll asks until the answer is as wanted: one sample, and the next step follows', async () => {
  const urls: string[] = [];
  await using server = await serveHttp((request, reply) => {
    urls.push(request.url ?? '');
    reply.end(JSON.stringify({ state: urls.length < 4 ? 'queued' : 'done' }));
  });
  const { failures, report } = await runLive(
    server.url,
    `steps: [ { poll: { get: /job, every: 30ms, within: 5s, ${UNTIL_DONE} } }, { get: /after } ]`,
  );
  assert.deepEqual(failures, []);
  assert.deepEqual(urls, ['/job', '/job', '/job', '/job', '/after']);
  assert.deepEqual([report.requests.started, report.requests.ok, report.requestsStarted], [2, 2, 2]);
});

test('Each attempt is due at a multiple of `every` after the start, however long the answers take', async () => {
  const atMs: number[] = [];
  await using server = await serveHttp((_request, reply) => {
    atMs.push(performance.now());
    setTimeout(() => reply.end('{}'), atMs.length === 1 ? 250 : 10);
  });
  await runLive(server.url, `steps: [ { poll: { get: /job, every: 100ms, within: 750ms, ${UNTIL_DONE} } } ]`);
  const [first = 0, ...rest] = atMs;
  // 250 ms of answer use up the turns at 100 and 200.
  const turns = rest.map((ms) => Math.round((ms - first) / 100));
  assert.deepEqual(turns, [3, 4, 5, 6, 7]);
});

test('A poll that is not fulfilled in time is one timeout with the last reason, and its own request is given up', async () => {
  let closed = 0;
  await using server = await serveHttp((request, reply) => {
    request.socket.once('close', () => closed++);
    if (request.url === '/quick') reply.writeHead(503).end('{}');
  });
  const scenario = `steps: [ { poll: { get: /quick, every: 60ms, within: 200ms, ${UNTIL_DONE} } }, { poll: { get: /hang, every: 60ms, within: 200ms, ${UNTIL_DONE} } } ]`;
  const { failures, report } = await runLive(server.url, scenario);
  assert.deepEqual(
    failures.map((failure) => [failure.class, failure.reason]),
    [
      ['timeout', 'timeout: not so within 200 ms'],
      ['timeout', 'timeout: not so within 200 ms'],
    ],
  );
  assert.match(failures[0]?.sample ?? '', /^not so within 200 ms \([34] requests, the last: status 503\)$/);
  assert.equal(failures[1]?.sample, 'not so within 200 ms (1 request, the last: no answer)');
  assert.deepEqual([report.requests.timedOut, report.requests.started], [2, 2]);
  assert.ok(closed >= 1);
});

test("A poll outlives attempts that fail: resets, its request's own time limit, a server that is not up yet", async () => {
  let asked = 0;
  await using server = await serveHttp((request, reply) => {
    asked++;
    if (asked === 1) request.socket.destroy();
    else if (asked >= 3) reply.end('{"state":"done"}');
  });
  const { failures, report } = await runLive(
    server.url,
    `steps: [ { poll: { get: /job, timeout: 100ms, every: 40ms, within: 5s, ${UNTIL_DONE} } } ]`,
  );
  assert.deepEqual(failures, []);
  assert.deepEqual([asked, report.requests.ok, report.requests.started], [3, 1, 1]);
});

test('With `since`, latency counts from the start of that step', async () => {
  const latencies: number[] = [];
  await using server = await serveHttp((request, reply) => {
    setTimeout(() => reply.end('{"state":"done"}'), request.url === '/jobs' ? 150 : 0);
  });
  const scenario = `http: { slower_than: 1ms }\nsteps: [ { post: /jobs }, { think: 100ms }, { poll: { get: /job, every: 30ms, within: 5s, ${UNTIL_DONE} }, since: POST /jobs, name: finished } ]`;
  const { failures } = await runLive(server.url, scenario, { onLatency: (latencyMs) => latencies.push(latencyMs) });
  assert.deepEqual(failures, []);
  const [posted = 0, finished = 0] = latencies;
  assert.ok(posted >= 145 && finished >= posted + 95, latencies.join(' '));
});

test('A poll whose request cannot be built is over in time, and nobody hangs', async () => {
  await using server = await serveHttp((_request, reply) => reply.end('{"v":"a\\nb"}'));
  const scenario = `steps: [ { get: /login, capture: { v: $.v } }, { poll: { get: /job, headers: { x-a: "\${v}" }, every: 20ms, within: 150ms, ${UNTIL_DONE} } } ]`;
  const { failures, report } = await runLive(server.url, scenario);
  assert.match(failures[0]?.sample ?? '', /the last: request invalid x-a header/);
  assert.deepEqual([report.requests.timedOut, report.iterations.failed], [1, 1]);
});

test('An answer that is read after the deadline ends the poll, and the deadline does not end the next wait as well', () => {
  const steps = `[ { poll: { get: /job, every: 30ms, within: 200ms, ${UNTIL_DONE} } }, { get: /second }, { get: /third } ]`;
  const { run, sent } = runEngines(planOf(`steps: ${steps}\nphases: [ { iterations: 1, users: 1 } ]\n`), {
    stall: { atMs: 150, forMs: 200 },
    answer: ({ path }) => ({ afterMs: path === '/job' ? 180 : 100, body: '{}' }),
  });
  assert.deepEqual(run.imbalances, []);
  assert.deepEqual(
    sent.map(({ path }) => path),
    ['/job', '/second', '/third'],
  );
  assert.ok((sent[2]?.atMs ?? 0) >= (sent[1]?.atMs ?? 0) + 100);
});
