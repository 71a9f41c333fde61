import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { H1Parser, H1ProtocolError, type ResponseHeaders } from '../../../src/load/http/h1-parser.ts';

interface Heard {
  status?: number;
  headers?: ResponseHeaders;
  body: string;
  /** Undefined: the answer is not complete. */
  reusable?: boolean;
}

function listen(pieces: readonly Buffer[], method = 'GET', ends = false): Heard {
  const heard: Heard = { body: '' };
  const parser = new H1Parser({
    onHead: (status, headers) => Object.assign(heard, { status, headers }),
    onData: (chunk) => (heard.body += chunk.toString('latin1')),
    onEnd: (reusable) => (heard.reusable = reusable),
  });
  parser.expect(method);
  for (const piece of pieces) parser.execute(piece);
  if (ends) parser.finish();
  return heard;
}

const bytewise = (text: string): Buffer[] => [...Buffer.from(text, 'latin1')].map((byte) => Buffer.from([byte]));

const GOOD: readonly {
  readonly name: string;
  readonly text: string;
  readonly method?: string;
  readonly ends?: boolean;
  readonly heard: Heard;
}[] = [
  {
    name: 'a body of known length',
    text: 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello',
    heard: { status: 200, headers: { 'content-type': 'text/plain', 'content-length': '5' }, body: 'hello', reusable: true },
  },
  {
    name: 'an empty body',
    text: 'HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n',
    heard: { status: 201, headers: { 'content-length': '0' }, body: '', reusable: true },
  },
  {
    name: 'chunks with extensions and trailers',
    text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n',
    heard: { status: 200, headers: { 'transfer-encoding': 'chunked' }, body: 'hello0123456789', reusable: true },
  },
  {
    name: 'a body that ends with the connection',
    text: 'HTTP/1.1 200 OK\r\n\r\nall of it',
    ends: true,
    heard: { status: 200, headers: {}, body: 'all of it', reusable: false },
  },
  {
    name: 'an answer to HEAD, whose length is not its body',
    text: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n',
    method: 'HEAD',
    heard: { status: 200, headers: { 'content-length': '5' }, body: '', reusable: true },
  },
  {
    name: 'a 204 without a body',
    text: 'HTTP/1.1 204 No Content\r\n\r\n',
    heard: { status: 204, headers: {}, body: '', reusable: true },
  },
  {
    name: 'a 304 that tells the length of what it does not send',
    text: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n',
    heard: { status: 304, headers: { 'content-length': '5' }, body: '', reusable: false },
  },
  {
    name: 'early hints before the answer',
    text: 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
    heard: { status: 200, headers: { 'content-length': '2' }, body: 'ok', reusable: true },
  },
  {
    name: 'the end of the connection announced',
    text: 'HTTP/1.1 200 OK\r\nConnection: keep-alive, Close\r\nContent-Length: 2\r\n\r\nok',
    heard: { status: 200, headers: { connection: 'keep-alive, Close', 'content-length': '2' }, body: 'ok', reusable: false },
  },
  {
    name: 'HTTP/1.0, which ends unless it says otherwise',
    text: 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok',
    heard: { status: 200, headers: { 'content-length': '2' }, body: 'ok', reusable: false },
  },
  {
    name: 'HTTP/1.0 that says otherwise',
    text: 'HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok',
    heard: { status: 200, headers: { connection: 'keep-alive', 'content-length': '2' }, body: 'ok', reusable: true },
  },
  {
    name: 'a header that comes several times, and a status line without words',
    text: 'HTTP/1.1 200\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nSET-COOKIE:c=3\r\nContent-Length: 0\r\n\r\n',
    heard: { status: 200, headers: { 'set-cookie': ['a=1', 'b=2', 'c=3'], 'content-length': '0' }, body: '', reusable: true },
  },
  {
    name: 'headers that are named like parts of every object',
    text: 'HTTP/1.1 200 OK\r\n__proto__: x\r\nconstructor: y\r\nContent-Length: 0\r\n\r\n',
    heard: { status: 200, headers: { constructor: 'y', 'content-length': '0' }, body: '', reusable: true },
  },
  {
    name: 'half of a body',
    text: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel',
    ends: true,
    heard: { status: 200, headers: { 'content-length': '5' }, body: 'hel' },
  },
  {
    name: 'chunks without their end',
    text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n',
    ends: true,
    heard: { status: 200, headers: { 'transfer-encoding': 'chunked' }, body: 'hello' },
  },
];

const BAD: readonly { readonly name: string; readonly text: string; readonly code: string }[] = [
  { name: 'what is no HTTP', text: '220 smtp.example.com ESMTP', code: 'INVALID_STATUS_LINE' },
  { name: 'a complete head that is no HTTP', text: 'ICY 200 OK\r\n\r\n', code: 'INVALID_STATUS_LINE' },
  { name: 'HTTP/2', text: 'HTTP/2 200 OK\r\n\r\n', code: 'INVALID_STATUS_LINE' },
  { name: 'a status of four digits', text: 'HTTP/1.1 2000 OK\r\n\r\n', code: 'INVALID_STATUS_LINE' },
  { name: 'lines that end with LF alone', text: 'HTTP/1.1 200 OK\nContent-Length: 0\n\n', code: 'INVALID_LINE_BREAK' },
  { name: 'a header without a colon', text: 'HTTP/1.1 200 OK\r\nnonsense\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a header without a name', text: 'HTTP/1.1 200 OK\r\n: x\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a folded header', text: 'HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a space before the colon', text: 'HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a NUL in a header', text: 'HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a lone LF in a header', text: 'HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\n', code: 'INVALID_HEADER' },
  { name: 'a negative length', text: 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', code: 'INVALID_LENGTH' },
  { name: 'two lengths', text: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', code: 'INVALID_LENGTH' },
  {
    name: 'a length and chunks',
    text: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    code: 'INVALID_LENGTH',
  },
  { name: 'a chunk size that is no number', text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n', code: 'INVALID_CHUNK' },
  {
    name: 'a chunk that is longer than it says',
    text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n',
    code: 'INVALID_CHUNK',
  },
  { name: 'a change of protocol', text: 'HTTP/1.1 101 Switching Protocols\r\n\r\n', code: 'UNEXPECTED_UPGRADE' },
  { name: 'a head without an end', text: `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20_000)}`, code: 'HEADERS_OVERFLOW' },
  { name: 'a head that is too long', text: `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`, code: 'HEADERS_OVERFLOW' },
];

suite('the parser of HTTP/1.1 answers', () => {
  for (const { name, text, method, ends, heard } of GOOD) {
    test(`reads ${name}, in one piece and byte by byte`, () => {
      assert.deepEqual(listen([Buffer.from(text, 'latin1')], method, ends), heard);
      assert.deepEqual(listen(bytewise(text), method, ends), heard);
    });
  }

  for (const { name, text, code } of BAD) {
    test(`refuses ${name}`, () => {
      const refusal = (thrown: unknown): boolean => thrown instanceof H1ProtocolError && thrown.code === code;
      assert.throws(() => listen([Buffer.from(text, 'latin1')]), refusal);
      assert.throws(() => listen(bytewise(text)), refusal);
    });
  }

  test('does not let a connection with bytes behind the answer carry another request', () => {
    const heard = listen([Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n')]);
    assert.deepEqual([heard.body, heard.reusable], ['ok', false]);
  });

  test('hears the same of an answer however it is cut', () => {
    const texts = fc.constantFrom(...GOOD);
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: 120 }), { maxLength: 6 }), ({ text, method, ends, heard }, cuts) => {
        const bytes = Buffer.from(text, 'latin1');
        const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((left, right) => left - right), bytes.length];
        const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
        assert.deepEqual(listen(pieces, method, ends), heard);
      }),
    );
  });

  test('never hangs and never throws anything else, whatever comes', () => {
    const noise = fc.array(
      fc.constantFrom('HTTP/1.1 200 OK', '\r\n', '\r\n\r\n', 'content-length: 3', 'transfer-encoding: chunked', '0', '5', 'a:b', '\0', 'é'),
    );
    fc.assert(
      fc.property(noise, (parts) => {
        try {
          listen([Buffer.from(parts.join(''), 'latin1')], 'GET', true);
        } catch (thrown) {
          assert.ok(thrown instanceof H1ProtocolError);
        }
      }),
    );
  });
});
