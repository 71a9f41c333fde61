import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { type WebSocket, WebSocketServer } from 'ws';
import { SideChannel } from '../../src/load/side-channel.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { RequestProgram } from '../../src/plan/program.ts';
import { planOf } from '../support/build-plan.ts';
import { buildServerRow } from '../support/build-server.ts';
import { listen, serveHttp, type Served } from '../support/serve.ts';
import { closedPort } from '../support/truth-server.ts';

const NEVER = new AbortController().signal;

interface Opened extends Disposable {
  readonly line: SideChannel;
  readonly request: RequestProgram;
}

/** A row that asks for `url`, compiled for the target, and a line to it. */
function openLine(target: string, url: string, http = '', kind: 'json' | 'ws' = 'json'): Opened {
  const plan: Plan = planOf(`${http}\nsteps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]`, {
    target,
    server: { rows: [buildServerRow({ source: { kind, url, path: '$.a' } })], prometheusUrl: undefined, allowCommands: false },
  });
  const [row] = plan.server.rows;
  assert.ok(row && 'request' in row);
  const line = new SideChannel({ connections: plan.server.connections, allowedHosts: plan.program.allowedHosts, env: {} });
  return { line, request: row.request, [Symbol.dispose]: () => line.close() };
}

async function askOf(listener: RequestListener, url = '/health', http = ''): Promise<{ status: number; text: string }> {
  await using server: Served = await serveHttp(listener);
  using opened = openLine(server.url, url, http);
  const { status, text } = await opened.line.ask(opened.request, undefined, NEVER);
  return { status, text };
}

describe('a request beside the load', () => {
  it('has the headers of the scenario, no cookies, and asks for no encoding that nobody decodes', async () => {
    const seen: IncomingMessage['headers'][] = [];
    await using server = await serveHttp((request, response) => {
      seen.push(request.headers);
      response.setHeader('set-cookie', 'sid=1').end('{"a":1}');
    });
    using opened = openLine(server.url, '/health', 'http: { headers: { x-key: k, accept-encoding: gzip } }');
    for (let time = 0; time < 2; time++) await opened.line.ask(opened.request, undefined, NEVER);
    assert.deepEqual(
      seen.map((headers) => [headers['x-key'], headers['cookie'], headers['accept-encoding']]),
      [
        ['k', undefined, undefined],
        ['k', undefined, undefined],
      ],
    );
    assert.equal(server.connections(), 1);
  });
  it('answers any status with its text', async () => {
    assert.deepEqual(await askOf((_, response) => response.writeHead(503).end('busy')), { status: 503, text: 'busy' });
  });
  it('follows a redirect where the scenario does, and not to a host that is not allowed', async () => {
    const hop: RequestListener = (request, response) =>
      request.url === '/health' ? response.writeHead(302, { location: '/there' }).end() : response.end('there');
    assert.deepEqual(await askOf(hop, '/health', 'http: { follow_redirects: true }'), { status: 200, text: 'there' });
    assert.equal((await askOf(hop)).status, 302);
    const away: RequestListener = (_, response) => response.writeHead(302, { location: 'http://other.test/' }).end();
    await assert.rejects(askOf(away, '/health', 'http: { follow_redirects: true }'), /not in allowed_hosts/);
  });
  it('fails in words when nobody answers in time, or at all', async () => {
    await assert.rejects(
      askOf(() => undefined, '/health', 'http: { timeout: 100ms }'),
      /no answer within 100 ms/,
    );
    await using port = await closedPort();
    using opened = openLine(port.url, '/health');
    await assert.rejects(opened.line.ask(opened.request, undefined, NEVER), /ECONNREFUSED/);
    await assert.rejects(
      askOf((request) => request.socket.destroy()),
      /closed|reset/i,
    );
  });
  it('fails when the answer is more than anybody wants to read', async () => {
    await assert.rejects(
      askOf((_, response) => response.end(Buffer.alloc(9_000_000))),
      /more than 8388608 bytes/,
    );
  });
  it('ends at once when it is given up, before or while it is under way', async () => {
    await using server = await serveHttp(() => undefined);
    using opened = openLine(server.url, '/health');
    await assert.rejects(opened.line.ask(opened.request, undefined, AbortSignal.abort()), /given up/);
    await assert.rejects(opened.line.ask(opened.request, undefined, AbortSignal.timeout(50)), /given up/);
  });
});

/** What a listener heard, as one line each. */
async function listenTo(url: string, path: string, until: number, http = ''): Promise<readonly string[]> {
  using opened = openLine(url, path, http, 'ws');
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    const hear = (what: string): void => {
      heard.push(what);
      if (heard.length === until) resolve();
    };
    const link = opened.line.listen(opened.request, {
      opened: () => hear('opened'),
      message: (text) => hear(text),
      ended: (reason) => hear(`ended: ${reason}`),
    });
    assert.ok(link);
  });
  return heard;
}

describe('a WebSocket beside the load', () => {
  it('hears text messages in order, and its end', async () => {
    await using http = await serveSockets((socket) => {
      socket.send('{"a":1}');
      socket.send(Buffer.from('binary'));
      socket.send('{"a":2}', () => socket.close(1001, 'bye'));
    });
    assert.deepEqual(
      (await listenTo(http.url, '/ws', 4)).map((line) => line.replace(/ended: .*1001.*/, 'ended')),
      ['opened', '{"a":1}', '{"a":2}', 'ended'],
    );
  });
  it('says why it did not open', async () => {
    await using refusing = await serveHttp((_, response) => response.writeHead(403).end());
    assert.match((await listenTo(refusing.url, '/ws', 1))[0] ?? '', /^ended: .*403/);
    await using silent = await listen(
      createServer().on('upgrade', () => undefined),
      'http',
    );
    assert.match((await listenTo(silent.url, '/ws', 1, 'http: { timeout: 100ms }'))[0] ?? '', /did not open within 100 ms/);
  });
  it('is told of once where it does not open, and never after it was closed', async () => {
    await using silent = await listen(
      createServer().on('upgrade', () => undefined),
      'http',
    );
    using opened = openLine(silent.url, '/ws', 'http: { timeout: 100ms }', 'ws');
    const ends: string[] = [];
    const hear = { opened: () => undefined, message: () => undefined, ended: (reason: string) => ends.push(reason) };
    opened.line.listen(opened.request, hear);
    opened.line.listen(opened.request, hear).close();
    // Later ones are heard later.
    await new Promise<void>((resolve) => opened.line.listen(opened.request, { ...hear, ended: () => setTimeout(resolve, 100) }));
    assert.deepEqual(ends, ['it did not open within 100 ms']);
  });
});

async function serveSockets(onSocket: (socket: WebSocket) => void): Promise<Served> {
  const server = createServer();
  new WebSocketServer({ server }).on('connection', onSocket);
  return listen(server, 'http');
}
