import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BodyProgram, Program, RequestProgram } from '../../../src/plan/program.ts';
import { runLive } from '../../support/run-live.ts';
import { serveHttp, type Served } from '../../support/serve.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Remembers what came, whole; `/login` answers what the test wants to be captured. */
async function startMirror(login: unknown = {}): Promise<Served & { readonly seen: readonly Seen[] }> {
  const seen: Seen[] = [];
  const server = await serveHttp((request, reply) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => undefined);
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      if (url !== '/login') seen.push({ method, url, headers, body: Buffer.concat(pieces) });
      reply.end(url === '/login' ? JSON.stringify(login) : '{}');
    });
  });
  return { ...server, seen };
}

const CAPTURE = '- { get: /login, capture: { v: $.v } }';

const TARGETS: readonly { readonly name: string; readonly v?: unknown; readonly step: string; readonly url: string }[] = [
  { name: 'a plain path', step: '{ get: /a/b?c=d }', url: '/a/b?c=d' },
  { name: 'a constant with what may not stand there', step: '{ get: "/a/ü?q=|" }', url: '/a/%C3%BC?q=%7C' },
  { name: 'what is encoded already', step: '{ get: "/a%20b%2Fc" }', url: '/a%20b%2Fc' },
  {
    name: 'a value with what may not stand there',
    v: 'x y"<>#^`{|}\\',
    step: '{ get: "/i/${v}" }',
    url: '/i/x%20y%22%3C%3E%23%5E%60%7B%7C%7D%5C',
  },
  {
    name: 'a value with a line break and another request',
    v: 'x HTTP/1.1\r\nx-evil: 1\r\n\r\n',
    step: '{ get: "/i/${v}" }',
    url: '/i/x%20HTTP/1.1%0D%0Ax-evil:%201%0D%0A%0D%0A',
  },
  { name: 'a value beyond the basic plane', v: '😀', step: '{ get: "/i/${v}" }', url: '/i/%F0%9F%98%80' },
  { name: 'half a surrogate pair', v: '\ud83d', step: '{ get: "/i/${v}" }', url: '/i/%EF%BF%BD' },
  { name: 'a number', v: 12.5, step: '{ get: "/i/${v}" }', url: '/i/12.5' },
  { name: 'an object', v: { a: 1 }, step: '{ get: "/i/${v}" }', url: '/i/%7B%22a%22:1%7D' },
  {
    name: 'an object that would break String()',
    v: { toString: 1, valueOf: 1 },
    step: '{ get: "/i/${v}" }',
    url: '/i/%7B%22toString%22:1,%22valueOf%22:1%7D',
  },
  { name: 'a query map', v: 'a&b=c d', step: '{ get: /q, query: { x: "${v}", "ä&": "1" } }', url: '/q?x=a%26b%3Dc%20d&%C3%A4%26=1' },
  { name: 'a query map behind a query', step: '{ get: "/q?a=1", query: { b: "2" } }', url: '/q?a=1&b=2' },
  { name: 'half a surrogate pair in a query map', v: '\udc00', step: '{ get: /q, query: { x: "${v}" } }', url: '/q?x=%EF%BF%BD' },
  { name: 'a path that looks like another host', v: '/evil.test/x', step: '{ get: "/${v}" }', url: '//evil.test/x' },
];

for (const { name, v = 'none', step, url } of TARGETS) {
  test(`The request target is right for ${name}`, async () => {
    await using server = await startMirror({ v });
    const { failures } = await runLive(server.url, `steps:\n  ${CAPTURE}\n  - ${step}`);
    assert.deepEqual(failures, []);
    assert.deepEqual(
      server.seen.map((request) => request.url),
      [url],
    );
    assert.equal(server.seen[0]?.headers['x-evil'], undefined);
  });
}

for (const [location, url] of [
  ['/items?page=2', '/items?page=2'],
  ['/a b#part', '/a%20b'],
] as const) {
  test(`A location from a variable is followed on the target: ${location}`, async () => {
    await using server = await startMirror({ v: location });
    const { failures } = await runLive(
      `${server.url}/base`,
      `steps:\n  - { get: "${server.url}/login", capture: { v: $.v } }\n  - { get: "\${v}" }`,
    );
    assert.deepEqual(failures, []);
    assert.deepEqual(
      server.seen.map((request) => request.url),
      [url],
    );
  });
}

test('A whole URL from a variable is followed to an allowed host', async () => {
  await using other = await startMirror();
  await using server = await startMirror({ v: `${other.url}/deep path?x=1#part` });
  const { failures } = await runLive(server.url, `steps:\n  ${CAPTURE}\n  - { get: "\${v}" }`);
  assert.deepEqual(failures, []);
  assert.deepEqual(
    other.seen.map((request) => request.url),
    ['/deep%20path?x=1'],
  );
});

for (const v of [
  'http://evil.test/',
  'http://127.0.0.1.evil.test/',
  'ftp://127.0.0.1/x',
  'file:///etc/passwd',
  'javascript:1',
  '',
  'no url',
  'http://169.254.169.254/',
  '//evil.test/x',
]) {
  test(`A URL from a variable that leads elsewhere (${v || 'empty'}) is never fetched: a failure, and the books balance`, async () => {
    await using server = await startMirror({ v });
    const { failures, report } = await runLive(server.url, `steps:\n  ${CAPTURE}\n  - { get: "\${v}" }`);
    assert.deepEqual(
      failures.map((failure) => [failure.class, failure.reason]),
      [['protocol', 'protocol host is not allowed']],
    );
    assert.deepEqual(server.seen, []);
    assert.equal(report.requestsStarted, report.requests.started);
  });
}

test('A header from a variable cannot break out of its line: the request is not sent', async () => {
  await using server = await startMirror({ v: 'x\r\nx-evil: 1' });
  const { failures } = await runLive(server.url, `steps:\n  ${CAPTURE}\n  - { get: /a, headers: { x-a: "\${v}" } }`);
  assert.equal(failures[0]?.class, 'data');
  assert.deepEqual(server.seen, []);
});

const BODIES: readonly {
  readonly name: string;
  readonly step: string;
  readonly v?: unknown;
  readonly type: string;
  readonly body: string;
}[] = [
  {
    name: 'json',
    v: 7,
    step: 'json: { a: "${v}", b: "n ${v}", "c\\"": [true, null, 1.5] }',
    type: 'application/json',
    body: '{"a":7,"b":"n 7","c\\"":[true,null,1.5]}',
  },
  {
    name: 'json with a text that must be escaped',
    v: 'q"\\\n',
    step: 'json: { a: "${v}", b: "n ${v}" }',
    type: 'application/json',
    body: '{"a":"q\\"\\\\\\n","b":"n q\\"\\\\\\n"}',
  },
  { name: 'form', v: 'ü &=', step: 'form: { a: "${v}", b: "1" }', type: 'application/x-www-form-urlencoded', body: 'a=%C3%BC+%26%3D&b=1' },
  { name: 'text', v: '€', step: 'text: "<${v}>"', type: 'text/plain;charset=utf-8', body: '<€>' },
  { name: 'an own type', step: 'text: "x"\n    headers: { content-type: text/x }', type: 'text/x', body: 'x' },
];

for (const { name, v = '', step, type, body } of BODIES) {
  test(`A body of ${name} arrives as it should, with its length`, async () => {
    await using server = await startMirror({ v });
    const { failures } = await runLive(server.url, `steps:\n  ${v === '' ? '' : CAPTURE}\n  - post: /b\n    ${step}`);
    assert.deepEqual(failures, []);
    const [seen] = server.seen;
    assert.equal(seen?.body.toString(), body);
    assert.equal(seen?.headers['content-type'], type);
    assert.equal(Number(seen?.headers['content-length']), Buffer.byteLength(body));
    assert.equal(seen?.headers['transfer-encoding'], undefined);
  });
}

for (const method of ['post', 'put', 'patch', 'delete', 'options', 'get', 'head']) {
  test(`${method.toUpperCase()} goes out with a body and without one`, async () => {
    await using server = await startMirror();
    const { failures } = await runLive(
      server.url,
      `steps:\n  - { ${method}: /one }\n  - { ${method}: /two, text: hello }\n  - { ${method}: /three }`,
    );
    assert.deepEqual(failures, []);
    assert.deepEqual(
      server.seen.map((request) => `${request.method} ${request.url} ${request.body.toString()}`),
      ['/one ', '/two hello', '/three '].map((rest) => `${method.toUpperCase()} ${rest}`),
    );
  });
}

/** An independent reader of multipart/form-data (RFC 7578) for well-formed bodies. */
function readParts(type: string, body: Buffer): { readonly head: string; readonly body: Buffer }[] {
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? '';
  const parts: { head: string; body: Buffer }[] = [];
  let at = body.indexOf(`--${boundary}\r\n`);
  assert.equal(at, 0);
  for (;;) {
    const head = at + boundary.length + 4;
    const gap = body.indexOf('\r\n\r\n', head);
    const end = body.indexOf(`\r\n--${boundary}`, gap);
    parts.push({ head: body.subarray(head, gap).toString(), body: body.subarray(gap + 4, end) });
    at = end + 2;
    if (body.subarray(at + boundary.length + 2, at + boundary.length + 4).toString() === '--') break;
  }
  assert.equal(at + boundary.length + 6, body.length);
  return parts;
}

test('multipart arrives byte for byte, with the exact length', async () => {
  await using server = await startMirror({ v: 'naïve "quoted"' });
  const step =
    'multipart: { "no\\"te": "<${v}>", blob: { bytes: 3MB, filename: "a\\"b\\r\\n.bin" }, tiny: { text: "t", content_type: text/csv } }';
  const { failures, report } = await runLive(server.url, `steps:\n  ${CAPTURE}\n  - post: /m\n    ${step}`);
  assert.deepEqual(failures, []);
  const [seen] = server.seen;
  assert.ok(seen);
  assert.equal(Number(seen.headers['content-length']), seen.body.length);
  const parts = readParts(String(seen.headers['content-type']), seen.body);
  assert.deepEqual(
    parts.map((part) => part.head),
    [
      'content-disposition: form-data; name="no%22te"',
      'content-disposition: form-data; name="blob"; filename="a%22b%0D%0A.bin"\r\ncontent-type: application/octet-stream',
      'content-disposition: form-data; name="tiny"\r\ncontent-type: text/csv',
    ],
  );
  assert.deepEqual([parts[0]?.body.toString(), parts[1]?.body.length, parts[2]?.body.toString()], ['<naïve "quoted">', 3_000_000, 't']);
  assert.equal(report.requests.ok, 2);
});

test('A large body of bytes is streamed from one buffer, whoever sends it', async () => {
  let received = 0;
  const lengths: string[] = [];
  await using server = await serveHttp((request, reply) => {
    lengths.push(String(request.headers['content-length']));
    request.on('data', (piece: Buffer) => (received += piece.length));
    request.on('end', () => reply.end());
  });
  const before = process.memoryUsage().rss;
  const { failures } = await runLive(
    server.url,
    'steps: [ { post: /u, bytes: 100MB } ]\nphases: [ { iterations: 4, users: 4, max_duration: 30s } ]',
  );
  assert.deepEqual(failures, []);
  assert.equal(received, 400_000_000);
  assert.deepEqual(lengths, Array(4).fill('100000000'));
  assert.ok(process.memoryUsage().rss - before < 200_000_000, 'half of what was sent');
});

test('An empty body of bytes and an empty text are sent as such', async () => {
  await using server = await startMirror();
  const { failures } = await runLive(server.url, 'steps:\n  - { post: /a, bytes: 0B }\n  - { post: /b, text: "" }\n  - { post: /c }');
  assert.deepEqual(failures, []);
  assert.deepEqual(
    server.seen.map((request) => request.headers['content-length']),
    ['0', '0', '0'],
  );
});

/** The program of a scenario with its one body exchanged. */
function withBody(program: Program, body: BodyProgram): Program {
  const exchange = (step: RequestProgram): RequestProgram => ({ ...step, body });
  return {
    ...program,
    users: program.users.map((user) => ({
      ...user,
      tasks: user.tasks.map((task) => ({
        ...task,
        code: task.code.map((instruction) => (instruction.op === 'http' ? { op: 'http', step: exchange(instruction.step) } : instruction)),
      })),
    })),
  };
}

const CHANGES: readonly { readonly name: string; readonly change: (path: string) => Promise<void>; readonly words: RegExp }[] = [
  {
    name: 'grew',
    change: (path) => writeFile(path, Buffer.alloc(2_000_000)),
    words: /upload\.bin had 1000000 bytes when the run was planned and has more now/,
  },
  { name: 'shrank', change: (path) => truncate(path, 10), words: /upload\.bin had 1000000 bytes when the run was planned and has 10 now/ },
  { name: 'is gone', change: (path) => rm(path), words: /upload\.bin could not be read: ENOENT/ },
];

test('A file is streamed from disk as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-'));
  const path = join(folder, 'upload.bin');
  const content = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 251));
  await writeFile(path, content);
  await using server = await startMirror();
  const change = (program: Program): Program => withBody(program, { kind: 'file', path, size: content.length });
  const { failures } = await runLive(server.url, 'steps: [ { post: /f, bytes: 1B } ]', { change });
  assert.deepEqual(failures, []);
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  assert.equal(digest(server.seen[0]?.body ?? Buffer.alloc(0)), digest(content));
  await rm(folder, { recursive: true });
});

for (const { name, change: changeFile, words } of CHANGES) {
  test(`A file that ${name} since the plan is a failure with words, for each request, and no hang`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'load-gate-'));
    const path = join(folder, 'upload.bin');
    await writeFile(path, Buffer.alloc(1_000_000));
    await changeFile(path);
    await using server = await startMirror();
    const change = (program: Program): Program => withBody(program, { kind: 'file', path, size: 1_000_000 });
    const run = await runLive(
      server.url,
      'http: { connections: 1 }\nsteps: [ { post: /f, bytes: 1B } ]\nphases: [ { iterations: 4, users: 2, max_duration: 20s } ]',
      { change },
    );
    assert.equal(run.report.requests.failed, 4);
    assert.deepEqual([...new Set(run.failures.map((failure) => failure.class))], ['data']);
    assert.match(run.failures[0]?.sample ?? '', words);
    assert.doesNotMatch(JSON.stringify(run.failures), new RegExp(folder));
    assert.deepEqual(server.seen, []);
    await rm(folder, { recursive: true });
  });
}

test('traceparent is W3C trace context, another one with each request', async () => {
  await using server = await startMirror();
  await runLive(server.url, 'http: { traceparent: true }\nsteps: [ { get: /a }, { get: /b } ]');
  const values = server.seen.map((request) => String(request.headers['traceparent']));
  for (const value of values) assert.match(value, /^00-0123456789abcdef(?!0{16})[0-9a-f]{16}-(?!0{16})[0-9a-f]{16}-01$/);
  assert.equal(new Set(values).size, 2);
});
