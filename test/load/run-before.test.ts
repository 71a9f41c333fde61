import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { GateError } from '../../src/gate-error.ts';
import { runBefore } from '../../src/load/run-before.ts';
import { planOf } from '../support/build-plan.ts';

interface Seen {
  readonly line: string;
  readonly cookie: string | undefined;
}

/** Runs `before` against a server that gives a token and a cookie at /login and is healthy from the third time on; what it saw. */
async function tryBefore(
  before: string,
  signal = new AbortController().signal,
): Promise<{ seen: Seen[]; steps: string[]; thrown: unknown }> {
  const seen: Seen[] = [];
  let asked = 0;
  const answer = (request: IncomingMessage): [number, string] => {
    if (request.url === '/health') return ++asked < 3 ? [503, '{"status":"starting"}'] : [200, '{"status":"healthy"}'];
    return request.url?.startsWith('/login')
      ? [200, '{"token":"t-4711"}']
      : request.url?.startsWith('/gone')
        ? [410, 'no t-4711']
        : [200, '{}'];
  };
  const server = createServer((request, response) => {
    seen.push({ line: `${request.method} ${request.url}`, cookie: request.headers.cookie });
    const [status, body] = answer(request);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(request.url === '/login' ? { 'set-cookie': 'sid=s-1; Path=/' } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const plan = planOf(`vars: { id: { uuid: true } }\nbefore: ${before}\nsteps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]`, {
    target: `http://127.0.0.1:${address.port}`,
  });
  const steps: string[] = [];
  let thrown: unknown;
  try {
    await runBefore(plan, { env: {}, onStep: (name) => steps.push(name), signal });
  } catch (error) {
    thrown = error;
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return { seen, steps, thrown };
}

describe('the steps before the load', () => {
  it('are one virtual user: captures, cookies and drawn values of one are there for the next', async () => {
    const { seen, thrown } = await tryBefore(
      '[ { post: /login, capture: { token: $.token } }, { get: "/a?t=${token}&id=${id}" }, { wait_for: { get: "/b?t=${token}&id=${id}", every: 10ms, within: 2s, until: { status: 200 } } } ]',
    );
    assert.equal(thrown, undefined);
    const [login, first, second] = seen;
    assert.deepEqual(login, { line: 'POST /login', cookie: undefined });
    assert.match(first?.line ?? '', /^GET \/a\?t=t-4711&id=[0-9a-f-]{36}$/);
    assert.equal(second?.line, first?.line.replace('/a', '/b'));
    assert.deepEqual([first?.cookie, second?.cookie], ['sid=s-1', 'sid=s-1']);
  });
  it('wait until the target is as it should be', async () => {
    const { seen, steps, thrown } = await tryBefore(
      '[ { wait_for: { get: /health, every: 10ms, within: 5s, until: { json: { $.status: healthy } } } }, { get: /warm } ]',
    );
    assert.equal(thrown, undefined);
    assert.deepEqual(
      seen.map(({ line }) => line),
      ['GET /health', 'GET /health', 'GET /health', 'GET /warm'],
    );
    assert.deepEqual(steps, ['wait_for GET /health', 'GET /warm']);
  });
  it('end at the first that fails, with its place and reason, and without what was captured', async () => {
    const { seen, thrown } = await tryBefore(
      '[ { post: /login, capture: { token: $.token } }, { get: "/gone?${token}" }, { get: /never } ]',
    );
    assert.ok(thrown instanceof GateError);
    assert.equal(thrown.code, 'LOAD_GATE_BEFORE_FAILED');
    assert.match(thrown.message, /^load\.yaml:2: before: GET \/gone\?\$\{token\} failed: .*410/);
    assert.ok(!thrown.message.includes('t-4711'));
    assert.equal(seen.length, 2);
  });
  it('say what the last answer of a wait was, without what was captured', async () => {
    const { thrown } = await tryBefore(
      '[ { post: /login, capture: { token: $.token } }, { wait_for: { get: /login, every: 10ms, within: 50ms, until: { body: { contains: nowhere } } } } ]',
    );
    assert.match(String(thrown), /the last: check body does not contain "nowhere": the body is "\{"token":"[^"]*"\}"/);
    assert.ok(!String(thrown).includes('t-4711'));
  });
  it('fail when a variable was not captured', async () => {
    const { thrown } = await tryBefore('[ { post: /other, capture: { token: $.token } }, { get: "/a?${token}" } ]');
    assert.ok(thrown instanceof GateError && /POST \/other failed/.test(thrown.message), String(thrown));
  });
  it('end when they are interrupted, before and during a wait', async () => {
    const before = new AbortController();
    before.abort('stop');
    assert.match(String((await tryBefore('[ { get: /a } ]', before.signal)).thrown), /it was interrupted/);
    const during = new AbortController();
    const wait = tryBefore('[ { wait_for: { get: /a, every: 20ms, within: 30s, until: { status: 404 } } } ]', during.signal);
    setTimeout(() => during.abort('stop'), 100);
    assert.match(String((await wait).thrown), /failed/);
  });
});
