/** WebSockets of what runs in Locust. Needs Locust (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { suite, test } from 'node:test';
import { WebSocketServer, type WebSocket } from 'ws';
import { percentileUs } from '../../../src/metrics/distribution.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { cellOf, runLocustfile } from './start-locustfile.ts';
import { closed, open, profile, type HandWritten } from './write-locustfile.ts';

interface Peer extends AsyncDisposable {
  readonly url: string;
  readonly heard: readonly string[];
  readonly codes: readonly number[];
}

/** A server that does with each WebSocket what `serve` says, by its path. */
async function startSocketServer(serve: (socket: WebSocket, path: string, stream: Duplex) => void): Promise<Peer> {
  const heard: string[] = [];
  const codes: number[] = [];
  const server = http.createServer((_, reply) => reply.end('{"ok":true}'));
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (protocols) => [...protocols][0] ?? false });
  const streams = new Set<Duplex>();
  server.on('upgrade', (request, stream, head) => {
    streams.add(stream);
    stream.on('error', () => undefined);
    const path = request.url ?? '';
    if (path.startsWith('/403')) {
      stream.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      return;
    }
    if (path.startsWith('/silent')) return;
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', (data) => heard.push((data as Buffer).toString('utf8')));
      socket.on('close', (code) => codes.push(code));
      socket.on('error', () => undefined);
      serve(socket, path, stream);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    codes,
    [Symbol.asyncDispose]: async () => {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A profile whose flow is repeated after 20 ms. */
function user(name: string, steps: string, series: string, start?: string): string {
  return profile(steps, { name, series, draws: '("id",)', think: '("fixed", 0.02)', ...(start === undefined ? {} : { start }) });
}

const IDS = '{"id": ("uuid",)}';

suite('WebSockets in Locust', { concurrency: false }, () => {
  test('Echoes after 40 ms are as many and as late as they were, over connections that last; pushes are counted.', async (context) => {
    await using server = await startSocketServer((socket, path) => {
      socket.send('{"type":"hello","session":"s-1"}');
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) return;
        setTimeout(() => socket.send(`{"type":"ack","of":${String(data)},"more":[1,2]}`), 40);
        if (path.includes('loud')) socket.send('{"type":"push"}');
      });
      socket.on('ping', () => undefined);
    });
    const folder = await makeFolder(context, {});
    const start =
      'self.ws("ws /chat", "/chat?loud", as_="chat", ready=("json", {"type": "hello"}), capture={"session": ("json", "$.session", "first")}, heartbeat=0.3, subprotocol="v1")';
    const steps = `
self.send("chat", json={"id": self.value("id"), "session": self.value("session")})
self.receive("receive ack", on="chat", match=("json", {"type": "ack", "of": {"id": self.value("id")}}), within=2.0, shown="an ack", capture={"more": ("json", "$.more[-1]", "first")})
self.send("chat", size=2000)
self.hold(0.05)
`;
    const file: HandWritten = {
      target: server.url,
      phases: [closed(6, 2_500)],
      series: ['ws /chat', 'receive ack'],
      profiles: ['One'],
      vars: IDS,
      classes: user('One', steps, 'receive ack', start),
    };
    const { run } = await runLocustfile(folder, file, { workers: 2 });
    assert.deepEqual(run.imbalances, []);
    const chat = cellOf(run, 'ws /chat');
    const acks = cellOf(run, 'receive ack');
    assert.deepEqual([chat.counts.ok, chat.counts.failed, chat.counts.drops, chat.session.count], [6, 0, 0, 6]);
    assert.deepEqual([acks.counts.failed, acks.counts.timedOut], [0, 0]);
    const texts = server.heard.filter((text) => text.startsWith('{'));
    assert.equal(acks.counts.ok + acks.counts.interrupted, texts.length);
    assert.ok(texts.every((text) => text.endsWith('"session":"s-1"}')));
    const median = (percentileUs(acks.latency, 50) ?? 0) / 1_000;
    assert.ok(median >= 39 && median < 60, `${median} ms`);
    const messages = chat.socket?.counts;
    assert.ok(messages, 'messages are counted');
    assert.equal(messages.messagesOut, server.heard.length);
    assert.ok(messages.messagesIn >= 2 * acks.counts.ok + 6);
    assert.ok(messages.unmatched >= acks.counts.ok);
    assert.equal(chat.socket?.concurrent, 6);
    // Every connection was ended by its user.
    assert.deepEqual([...new Set(server.codes)], [1_000]);
  });

  test('Each way to fail has the class and the words that the engine here has for it.', async (context) => {
    await using server = await startSocketServer((socket, path, stream) => {
      if (path.startsWith('/closes')) setTimeout(() => socket.close(4_001, 'go away'), 50);
      if (path.startsWith('/breaks')) setTimeout(() => socket.terminate(), 50);
      if (path.startsWith('/masked')) setTimeout(() => stream.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 65])), 50);
      if (path.startsWith('/deaf')) (socket as unknown as { pong: () => void }).pong = () => undefined;
      if (path.startsWith('/twice')) socket.on('message', () => ['a', 'a', 'b'].forEach((text) => socket.send(text)));
      if (path.startsWith('/late')) socket.on('message', () => setTimeout(() => socket.send('late'), 300));
    });
    const folder = await makeFolder(context, {});
    const rows: readonly (readonly [string, string, string])[] = [
      ['ws 403', 'self.ws(NAME, "/403")', 'status: status 403'],
      ['ws silent', 'self.ws(NAME, "/silent", timeout=0.3)', 'timeout: timeout after 300 ms'],
      ['ws ready', 'self.ws(NAME, "/quiet", timeout=0.3, ready=("text", "x"))', 'timeout: timeout after 300 ms'],
      ['ws closes', 'self.ws(NAME, "/closes")\nself.hold(5.0)', 'ws-close: closed 4001'],
      [
        'ws breaks',
        'self.ws(NAME, "/breaks")\nself.receive("receive any", match=("regex", "^x", ""), within=3.0)',
        'ws-close: closed 1006',
      ],
      ['ws masked', 'self.ws(NAME, "/masked")\nself.hold(5.0)', 'protocol: protocol MASKED_FRAME'],
      ['ws deaf', 'self.ws(NAME, "/deaf", heartbeat=0.1, timeout=0.3)\nself.hold(5.0)', 'ws-close: closed: no pong'],
      ['ws dead', 'self.ws(NAME, "ws://127.0.0.1:1/x")', 'connect: connect ECONNREFUSED'],
      [
        'ws twice',
        'self.ws(NAME, "/twice")\nself.send("ws", text="x")\nself.receive("receive twice", match=("text", "a"))\nself.hold(0.2)\nself.close("ws")',
        '',
      ],
      [
        'ws late',
        'self.ws(NAME, "/late")\nself.send("ws", text="x")\nself.receive("receive late", match=("text", "late"), within=0.1, shown="late")\nself.hold(0.4)\nself.close("ws")',
        '',
      ],
      ['ws gone', 'self.ws(NAME, "/quiet")\nself.close("ws")\nself.send("ws", text="never")', ''],
    ];
    const file: HandWritten = {
      target: server.url,
      phases: [closed(rows.length, 1_500)],
      series: [...rows.map(([name]) => name), 'receive any', 'receive twice', 'receive late'],
      profiles: rows.map((_, index) => `User${index}`),
      classes: rows.map(([name, steps], index) => user(`User${index}`, steps.replace('NAME', JSON.stringify(name)), name)).join('\n'),
    };
    const { run } = await runLocustfile(folder, file);
    assert.deepEqual(run.imbalances, []);
    for (const [name, , reason] of rows) {
      const found = cellOf(run, name).failures.map(({ class: kind, reason: words }) => `${kind}: ${words}`);
      assert.deepEqual(found, reason === '' ? [] : [reason], name);
    }
    const reasons = (name: string): readonly string[] => cellOf(run, name).failures.map(({ reason }) => reason);
    assert.deepEqual(reasons('receive any'), ['closed 1006']);
    assert.deepEqual(reasons('receive late'), ['timeout: no such message within 100 ms']);
    assert.deepEqual(reasons('receive twice'), []);
    assert.match(cellOf(run, 'receive late').failures[0]?.sample ?? '', /^no message like late within 100 ms; no other message waits$/);
    assert.ok((cellOf(run, 'receive twice').socket?.counts.duplicates ?? 0) > 0);
    assert.ok((cellOf(run, 'ws twice').socket?.counts.unmatched ?? 0) > 0);
    assert.ok((cellOf(run, 'receive late').socket?.counts.late ?? 0) > 0);
    assert.equal(server.heard.filter((text) => text === 'never').length, 0);
    assert.ok((run.phases[0]?.iterations.failed ?? 0) > 0);
  });

  test('What still waits when the run ends is interrupted or cut, and every connection is closed.', async (context) => {
    await using server = await startSocketServer(() => undefined);
    const folder = await makeFolder(context, {});
    const waits = 'self.ws("ws /a", "/a", as_="a")\nself.receive("receive a", on="a", match=("text", "never"), within=30.0)';
    const holds = 'self.ws("ws /b", "/b", as_="b")\nself.hold(30.0)';
    const file: HandWritten = {
      target: server.url,
      phases: [open(4, 1_000)],
      series: ['ws /a', 'ws /b', 'receive a'],
      profiles: ['Waits', 'Holds'],
      classes: user('Waits', waits, 'ws /a') + user('Holds', holds, 'ws /b'),
      timeBoxMs: 2_000,
    };
    const { run } = await runLocustfile(folder, file);
    assert.deepEqual(run.imbalances, []);
    const waited = cellOf(run, 'receive a').counts;
    assert.equal(waited.cut, waited.started);
    const { iterations } = run.phases[0] ?? {};
    assert.deepEqual([iterations?.cut, iterations?.interrupted], [waited.cut, 4 - waited.cut]);
    assert.deepEqual(
      server.codes.filter((code) => code !== 1_000 && code !== 1_006),
      [],
    );
    assert.equal(server.codes.length, 4);
  });
});
