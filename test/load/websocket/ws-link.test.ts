import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import net, { type Socket } from 'node:net';
import { suite, test } from 'node:test';
import { HeardSocket, TestSockets } from '../../support/open-websocket.ts';
import { listen, type Served } from '../../support/serve.ts';

interface RawHost extends Served {
  /** All that clients sent behind their handshake. */
  readonly heard: () => Buffer;
  /** Connections that the client has ended. */
  readonly ended: () => number;
}

function accept(head: string): string {
  const key = /sec-websocket-key: (.*)\r\n/.exec(head)?.[1] ?? '';
  const digest = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${digest}\r\n\r\n`;
}

/** A server that says literally what it is told to when a handshake comes; `answer` is the right one. */
async function serveRaw(onHandshake: (socket: Socket, answer: string) => void, allowHalfOpen = false): Promise<RawHost> {
  const chunks: Buffer[] = [];
  const ended = new Set<Socket>();
  const server = net.createServer({ allowHalfOpen, noDelay: true }, (socket) => {
    let head = '';
    socket.on('close', () => ended.add(socket));
    socket.on('end', () => ended.add(socket));
    socket.on('data', (chunk: Buffer) => {
      if (head.endsWith('\r\n\r\n')) return void chunks.push(chunk);
      head += chunk.toString('latin1');
      if (head.endsWith('\r\n\r\n')) onHandshake(socket, accept(head));
    });
  });
  return { ...(await listen(server, 'http')), heard: () => Buffer.concat(chunks), ended: () => ended.size };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** The payloads of a client's short frames: opcode, then hexadecimal. */
function readFrames(bytes: Buffer): string[] {
  const frames: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = (bytes[at + 1] ?? 0) & 0x7f;
    const mask = bytes.subarray(at + 2, at + 6);
    const payload = bytes.subarray(at + 6, at + 6 + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    frames.push(`${(bytes[at] ?? 0) & 0xf} ${Buffer.from(payload).toString('hex')}`);
    at += 6 + size;
  }
  return frames;
}

const HELLO = Buffer.from([0x81, 2, 0x68, 0x69]);

const FAILURES: readonly {
  readonly name: string;
  readonly say: (socket: Socket, answer: string) => void;
  readonly failure: string;
  readonly opens?: boolean;
  /** What we say to it. */
  readonly goodbye?: string;
}[] = [
  {
    name: 'says something else than HTTP',
    say: (socket) => socket.write('220 mail ready\r\n'),
    failure: 'protocol protocol INVALID_STATUS_LINE',
  },
  {
    name: 'answers another key',
    say: (socket, answer) => socket.write(answer.replace(/accept: .{4}/, 'accept: AAAA')),
    failure: 'protocol protocol WRONG_ACCEPT',
  },
  {
    name: 'answers with a head without end',
    say: (socket) => socket.write(`HTTP/1.1 101 X\r\nx: ${'y'.repeat(20_000)}`),
    failure: 'protocol protocol HEADERS_OVERFLOW',
  },
  { name: 'ends without an answer', say: (socket) => socket.end(), failure: 'reset reset connection closed' },
  {
    name: 'ends in the middle of its answer',
    say: (socket, answer) => socket.end(answer.slice(0, 40)),
    failure: 'reset reset connection closed',
  },
  { name: 'resets without an answer', say: (socket) => socket.resetAndDestroy(), failure: 'reset reset ECONNRESET' },
  {
    name: 'masks its frames',
    say: (socket, answer) => socket.write(Buffer.concat([Buffer.from(answer), Buffer.from([0x81, 0x80, 0, 0, 0, 0])])),
    failure: 'protocol protocol MASKED_FRAME',
    opens: true,
    goodbye: '8 03ea',
  },
  {
    name: 'announces a huge message',
    say: (socket, answer) => socket.write(Buffer.concat([Buffer.from(answer), Buffer.from([0x82, 127, 0, 0, 0, 1, 0, 0, 0, 0])])),
    failure: 'protocol protocol MESSAGE_TOO_BIG',
    opens: true,
    goodbye: '8 03f1',
  },
  {
    name: 'sends text that is none',
    say: (socket, answer) => socket.write(Buffer.concat([Buffer.from(answer), Buffer.from([0x81, 1, 0xff])])),
    failure: 'protocol protocol INVALID_UTF8',
    opens: true,
    goodbye: '8 03ef',
  },
  {
    name: 'ends in the middle of a frame',
    say: (socket, answer) => socket.end(Buffer.concat([Buffer.from(answer), HELLO.subarray(0, 3)])),
    failure: 'ws-close closed 1006',
    opens: true,
  },
  { name: 'ends without a close frame', say: (socket, answer) => socket.end(answer), failure: 'ws-close closed 1006', opens: true },
];

suite('a WebSocket to a server that', () => {
  for (const { name, say, failure: wanted, opens = false, goodbye } of FAILURES) {
    test(`${name} ends with ${wanted}, once, and its socket is closed`, async () => {
      await using host = await serveRaw(say, goodbye === undefined);
      using sockets = new TestSockets();
      const heard = sockets.open(host.url);
      const { failure, code } = await heard.ended();
      assert.deepEqual([`${failure.class} ${failure.reason}`, code, heard.headers !== undefined], [wanted, undefined, opens]);
      if (goodbye === undefined) {
        // Half open on its side: it is ours that has to end.
        await until(() => host.ended() > 0);
      } else {
        await until(() => host.heard().length >= 8);
        assert.deepEqual(readFrames(host.heard()), [goodbye]);
      }
      assert.equal(heard.ends.length, 1);
    });
  }

  test('resets after it was open has its error in the sample', async () => {
    await using host = await serveRaw((socket, answer) => {
      socket.write(answer);
      socket.once('data', () => socket.resetAndDestroy());
    });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).opened();
    heard.link.send('x');
    const { failure, code } = await heard.ended();
    assert.deepEqual([failure.class, failure.reason, code], ['ws-close', 'closed 1006', undefined]);
    assert.match(failure.sample, /ECONNRESET/);
  });

  for (const [name, reason, shown] of [
    ['closes with a reason', 'bad token eyJhbGciOi', '"bad token eyJhbGciOi"'],
    ['closes with a reason that was cut to fit', `bad token ${'eyJhbGciOi'.repeat(20)}`.slice(0, 123), '"bad token …"'],
    ['closes with nothing but half a token', 'eyJhbGciOi'.repeat(20).slice(0, 123), '"…"'],
  ] as const) {
    test(`${name} is told without what may be the beginning of a secret`, async () => {
      const close = Buffer.concat([Buffer.from([0x88, reason.length + 2, 0x03, 0xf0]), Buffer.from(reason)]);
      await using host = await serveRaw((socket, answer) => socket.write(Buffer.concat([Buffer.from(answer), close])));
      using sockets = new TestSockets();
      const { failure, code } = await sockets.open(host.url).ended();
      assert.deepEqual([failure.sample, code], [`the server closed with 1008: ${shown}`, 1_008]);
    });
  }

  test('sends its first message with the answer is understood', async () => {
    await using host = await serveRaw((socket, answer) => socket.write(Buffer.concat([Buffer.from(answer), HELLO, HELLO])));
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).until(({ messages }) => messages.length === 2);
    assert.deepEqual(heard.messages, ['hi', 'hi']);
  });

  test('sends a byte at a time is understood', async () => {
    await using host = await serveRaw((socket, answer) => {
      const bytes = [...Buffer.concat([Buffer.from(answer), HELLO, Buffer.from([0x88, 2, 3, 0xe8])])];
      const next = (): void => {
        const byte = bytes.shift();
        if (byte === undefined) return;
        socket.write(Buffer.from([byte]));
        setImmediate(next);
      };
      next();
    });
    using sockets = new TestSockets();
    const heard = sockets.open(host.url);
    assert.equal((await heard.ended()).code, 1_000);
    assert.deepEqual(heard.messages, ['hi']);
  });

  test('pings without reading is not answered beyond measure', async () => {
    const pings = Buffer.concat(Array.from({ length: 4_000 }, () => Buffer.concat([Buffer.from([0x89, 125]), Buffer.alloc(125, 1)])));
    let written = 0;
    await using host = await serveRaw((socket, answer) => {
      socket.pause();
      socket.write(answer);
      const next = (): void => {
        if (written++ < 40) socket.write(pings, next);
        else socket.write(HELLO);
      };
      next();
    });
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).until(({ messages, ends }) => messages.length + ends.length > 0);
    assert.deepEqual(heard.messages, ['hi']);
    assert.ok(heard.link.bufferedBytes < 100_000);
  });

  test('goes on talking after good-bye is cut off after a while, and not heard', async () => {
    await using host = await serveRaw((socket, answer) => {
      socket.write(answer);
      const timer = setInterval(() => socket.write(HELLO), 20);
      socket.on('close', () => clearInterval(timer));
    }, true);
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).until(({ messages }) => messages.length > 0);
    const before = heard.messages.length;
    heard.link.close(1_000);
    await until(() => host.ended() > 0);
    assert.deepEqual([heard.messages.length, heard.ends.length], [before, 0]);
  });

  test('says nothing after good-bye is cut off after a while', async () => {
    await using host = await serveRaw((socket, answer) => void socket.write(answer), true);
    using sockets = new TestSockets();
    const heard = await sockets.open(host.url).opened();
    heard.link.close(1_001);
    await until(() => host.ended() > 0);
    assert.deepEqual([readFrames(host.heard()), heard.ends], [['8 03e9'], []]);
  });

  test('sends messages and a close frame in one piece is heard until the handler closes', async () => {
    await using host = await serveRaw((socket, answer) =>
      socket.write(Buffer.concat([Buffer.from(answer), HELLO, HELLO, Buffer.from([0x88, 2, 3, 0xe8])])),
    );
    using sockets = new TestSockets();
    const closing = new (class extends HeardSocket {
      override socketMessage(payload: Buffer, isText: boolean): void {
        super.socketMessage(payload, isText);
        this.link.close(1_000);
      }
    })();
    sockets.open(host.url, {}, closing);
    await until(() => host.heard().length >= 8);
    assert.deepEqual([closing.messages, closing.ends, readFrames(host.heard())], [['hi'], [], ['8 03e8']]);
  });
});

for (const event of ['socketOpened', 'socketMessage', 'socketEnded']) {
  test(`What a handler throws in ${event} ends the worker`, () => {
    const script = `
      import net from 'node:net';
      import { createHash } from 'node:crypto';
      import { HeardSocket, TestSockets } from './test/support/open-websocket.ts';
      const server = net.createServer((socket) => socket.on('error', () => undefined).once('data', (head) => {
        const key = /sec-websocket-key: (.*)\\r\\n/.exec(head.toString())[1];
        const accept = createHash('sha1').update(key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
        socket.write('HTTP/1.1 101 X\\r\\nupgrade: websocket\\r\\nconnection: upgrade\\r\\nsec-websocket-accept: ' + accept + '\\r\\n\\r\\n');
        socket.write(Buffer.from([0x81, 2, 0x68, 0x69, 0x88, 0]));
      }));
      server.listen(0, '127.0.0.1', () => {
        const heard = new HeardSocket();
        heard.${event} = () => { throw new Error('the bug of a handler'); };
        new TestSockets().open('http://127.0.0.1:' + server.address().port + '/', {}, heard);
      });
      setTimeout(() => process.exit(0), 5_000);
    `;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stderr, /the bug of a handler/);
  });
}
