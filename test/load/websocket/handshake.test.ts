import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';
import { Handshake } from '../../../src/load/websocket/handshake.ts';

type Opening = ConstructorParameters<typeof Handshake>[0];

const PLAIN: Opening = { path: '/', headers: [], subprotocol: undefined, deflate: false };
const OFFER = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';

function acceptOf(handshake: Handshake): string {
  const key = /^sec-websocket-key: (.*)$/m.exec(handshake.request.replaceAll('\r', ''))?.[1] ?? '';
  assert.equal(Buffer.from(key, 'base64').length, 16);
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** An answer that opens, unless a header is replaced, left out (undefined) or added. */
function answer(
  handshake: Handshake,
  headers: Readonly<Record<string, string | undefined>> = {},
  status = '101 Switching Protocols',
): Buffer {
  const all = { Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Accept': acceptOf(handshake), ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

suite('the handshake', () => {
  test('asks exactly this', () => {
    const { request } = new Handshake(
      {
        path: '/chat?room=1',
        headers: ['X-Token', 'caf\u00e9', 'Cookie', 'a=1; b=2', 'origin', 'https://shop'],
        subprotocol: 'v2.chat',
        deflate: true,
      },
      'example.com:81',
    );
    assert.deepEqual(request.replace(/(sec-websocket-key: ).{24}\r\n/, '$1KEY\r\n').split('\r\n'), [
      'GET /chat?room=1 HTTP/1.1',
      'host: example.com:81',
      'connection: Upgrade',
      'upgrade: websocket',
      'sec-websocket-key: KEY',
      'sec-websocket-version: 13',
      'sec-websocket-protocol: v2.chat',
      `sec-websocket-extensions: ${OFFER}`,
      'X-Token: caf\u00e9',
      'Cookie: a=1; b=2',
      'origin: https://shop',
      '',
      '',
    ]);
  });

  test('takes a host of the scenario, and has another key each time', () => {
    const [first, second] = [0, 1].map(() => new Handshake({ ...PLAIN, headers: ['Host', 'other'] }, 'example.com').request);
    assert.match(first ?? '', /\r\nhost: other\r\n/);
    assert.doesNotMatch(first ?? '', /example/);
    assert.notEqual(first, second);
  });

  test('keeps its own connection header, whatever the default of all requests is', () => {
    const { request } = new Handshake({ ...PLAIN, headers: ['Connection', 'keep-alive'] }, 'h');
    assert.deepEqual(request.match(/connection: .*/gi), ['connection: Upgrade']);
  });

  const UNASKABLE: readonly { readonly name: string; readonly opening: Partial<Opening> }[] = [
    { name: 'a line break in a value', opening: { headers: ['x', 'a\r\nb: c'] } },
    { name: 'a line break in a name', opening: { headers: ['x\r\ny', 'a'] } },
    { name: 'a line break in the path', opening: { path: '/a\r\nb' } },
    { name: 'a path without a slash', opening: { path: 'a' } },
    { name: 'a subprotocol with a comma', opening: { subprotocol: 'a, b' } },
    { name: 'a subprotocol with a line break', opening: { subprotocol: 'a\r\nb' } },
    ...[
      'UPGRADE',
      'Sec-WebSocket-Key',
      'sec-websocket-version',
      'sec-websocket-protocol',
      'content-length',
      'transfer-encoding',
      'expect',
    ].map((name) => ({ name: `a ${name} header`, opening: { headers: [name, 'x'] } })),
  ];

  for (const { name, opening } of UNASKABLE) {
    test(`does not ask with ${name}`, () => {
      assert.throws(() => new Handshake({ ...PLAIN, ...opening }, 'h'), { code: 'UND_ERR_INVALID_ARG' });
    });
  }

  test('is opened by the answer, in any two pieces and byte by byte; what comes behind the head is for the frames', () => {
    const headers = { 'Set-Cookie': 'a=1', Connection: 'keep-alive, UPGRADE', Upgrade: 'WebSocket' };
    const size = answer(new Handshake(PLAIN, 'h'), headers).length;
    for (let cut = 1; cut < size; cut++) {
      const handshake = new Handshake(PLAIN, 'h');
      const bytes = Buffer.concat([answer(handshake, headers), Buffer.from([0x81, 0])]);
      const lent = Buffer.from(bytes.subarray(0, cut));
      assert.equal(handshake.read(lent), undefined);
      lent.fill(0xee);
      const read = handshake.read(bytes.subarray(cut));
      assert.ok(read?.kind === 'open', `cut at ${cut}`);
      assert.deepEqual([read.headers['set-cookie'], read.deflates, read.rest.toString('hex')], ['a=1', false, '8100']);
    }
    const handshake = new Handshake(PLAIN, 'h');
    const reads = [...answer(handshake)].map((byte) => handshake.read(Buffer.from([byte]))?.kind);
    assert.deepEqual([reads.indexOf('open'), reads.length], [reads.length - 1, reads.length]);
  });

  const ANSWERS: readonly {
    readonly name: string;
    readonly opening?: Partial<Opening>;
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly status?: string;
    readonly told: string;
  }[] = [
    { name: 'a refusal', status: '401 Unauthorized', told: 'refused 401' },
    { name: 'a plain answer', status: '200 OK', told: 'refused 200' },
    { name: 'early hints', status: '103 Early Hints', told: 'refused 103' },
    { name: 'a redirect', status: '302 Found', told: 'refused 302' },
    { name: 'no upgrade', headers: { Upgrade: undefined }, told: 'WRONG_UPGRADE' },
    { name: 'another upgrade', headers: { Upgrade: 'h2c' }, told: 'WRONG_UPGRADE' },
    { name: 'no connection', headers: { Connection: undefined }, told: 'WRONG_UPGRADE' },
    { name: 'a connection that closes', headers: { Connection: 'close' }, told: 'WRONG_UPGRADE' },
    { name: 'no accept', headers: { 'Sec-WebSocket-Accept': undefined }, told: 'WRONG_ACCEPT' },
    { name: 'a wrong accept', headers: { 'Sec-WebSocket-Accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' }, told: 'WRONG_ACCEPT' },
    { name: 'a subprotocol nobody asked for', headers: { 'Sec-WebSocket-Protocol': 'v1' }, told: 'WRONG_SUBPROTOCOL' },
    { name: 'another subprotocol', opening: { subprotocol: 'v2' }, headers: { 'Sec-WebSocket-Protocol': 'v1' }, told: 'WRONG_SUBPROTOCOL' },
    { name: 'the subprotocol', opening: { subprotocol: 'v2' }, headers: { 'Sec-WebSocket-Protocol': 'v2' }, told: 'open' },
    { name: 'no subprotocol where one was offered', opening: { subprotocol: 'v2' }, told: 'WRONG_SUBPROTOCOL' },
    { name: 'an extension nobody asked for', headers: { 'Sec-WebSocket-Extensions': OFFER }, told: 'WRONG_EXTENSION' },
    {
      name: 'another extension',
      opening: { deflate: true },
      headers: { 'Sec-WebSocket-Extensions': 'x-webkit-deflate-frame' },
      told: 'WRONG_EXTENSION',
    },
    { name: 'no compression where it was offered', opening: { deflate: true }, told: 'open' },
    { name: 'compression', opening: { deflate: true }, headers: { 'Sec-WebSocket-Extensions': OFFER }, told: 'open deflates' },
    {
      name: 'compression with a smaller window',
      opening: { deflate: true },
      headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate;server_no_context_takeover;server_max_window_bits="10"' },
      told: 'open deflates',
    },
    {
      name: 'compression with a memory',
      opening: { deflate: true },
      headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_no_context_takeover' },
      told: 'WRONG_EXTENSION',
    },
    ...['client_max_window_bits=10', 'server_max_window_bits=16', 'server_no_context_takeover', 'x=1', ''].map((parameter) => ({
      name: `compression with ${JSON.stringify(parameter)} besides`,
      opening: { deflate: true },
      headers: { 'Sec-WebSocket-Extensions': `permessage-deflate; server_no_context_takeover; ${parameter}` },
      told: 'WRONG_EXTENSION',
    })),
    {
      name: 'compression twice',
      opening: { deflate: true },
      headers: { 'Sec-WebSocket-Extensions': `${OFFER}, ${OFFER}` },
      told: 'WRONG_EXTENSION',
    },
    { name: 'a header with a line that is none', headers: { 'a b': 'c' }, told: 'INVALID_HEADER' },
    { name: 'a head without end', headers: { x: 'y'.repeat(16_384) }, told: 'HEADERS_OVERFLOW' },
  ];

  for (const { name, opening = {}, headers, status, told } of ANSWERS) {
    test(`takes ${name} for ${told}`, () => {
      const handshake = new Handshake({ ...PLAIN, ...opening }, 'h');
      let shown: string;
      try {
        const read = handshake.read(answer(handshake, headers, status));
        shown = !read ? 'nothing' : read.kind === 'refused' ? `refused ${read.status}` : read.deflates ? 'open deflates' : 'open';
      } catch (thrown) {
        assert.ok(thrown instanceof Error && 'code' in thrown);
        shown = String(thrown.code);
      }
      assert.equal(shown, told);
    });
  }

  for (const [name, bytes, code] of [
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'INVALID_STATUS_LINE'],
    ['HTTP/2', 'HTTP/2 101\r\n\r\n', 'INVALID_STATUS_LINE'],
    ['HTTP/1.0', 'HTTP/1.0 101 Switching Protocols\r\n\r\n', 'WRONG_UPGRADE'],
    ['lines without a CR', 'HTTP/1.1 101 Switching Protocols\nupgrade: websocket\n\n', 'INVALID_LINE_BREAK'],
  ] as const) {
    test(`refuses ${name}`, () => {
      assert.throws(() => new Handshake(PLAIN, 'h').read(Buffer.from(bytes)), { code });
    });
  }
});
