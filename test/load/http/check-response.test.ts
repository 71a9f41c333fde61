import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runLive } from '../../support/run-live.ts';
import { serveHttp, type Served } from '../../support/serve.ts';

interface Planned {
  readonly status?: number;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

function serveAnswer({ status = 200, headers = {}, body = '' }: Planned): Promise<Served> {
  return serveHttp((_request, reply) => {
    reply.writeHead(status, headers);
    reply.end(body);
  });
}

const DOCUMENT = JSON.stringify({
  status: 'queued',
  n: 3,
  items: [{ id: 1 }, { id: 2 }],
  empty: [],
  none: null,
  text: 'a\nb',
  nested: { a: [1, { b: 2 }] },
});

/** `want` undefined: it holds. */
const ROWS: readonly { readonly name: string; readonly answer?: Planned; readonly expect: string; readonly want: string | undefined }[] = [
  { name: 'a class of codes', answer: { status: 204 }, expect: '{ status: 2xx }', want: undefined },
  { name: 'a code', answer: { status: 404 }, expect: '{ status: 404 }', want: undefined },
  { name: 'a list of both', answer: { status: 429 }, expect: '{ status: [2xx, 429] }', want: undefined },
  { name: 'another code', answer: { status: 500 }, expect: '{ status: [2xx, 429] }', want: 'status 500' },
  { name: 'a 2xx that is not wanted', answer: { status: 201 }, expect: '{ status: 200 }', want: 'status 201' },
  { name: 'a header, literally', answer: { headers: { 'X-A': 'b' } }, expect: '{ header: { x-a: b } }', want: undefined },
  { name: 'a header, in any case', answer: { headers: { 'X-A': 'b' } }, expect: '{ header: { X-a: b } }', want: undefined },
  { name: 'another header value', answer: { headers: { 'x-a': 'c' } }, expect: '{ header: { x-a: b } }', want: 'check header x-a' },
  {
    name: 'a header by expression',
    answer: { headers: { 'content-type': 'application/json; charset=utf-8' } },
    expect: '{ header: { content-type: /JSON/i } }',
    want: undefined,
  },
  {
    name: 'a header that does not match',
    answer: { headers: { 'content-type': 'text/html' } },
    expect: '{ header: { content-type: /json/ } }',
    want: 'check header content-type',
  },
  { name: 'a missing header', expect: '{ header: { x-a: b } }', want: 'check header x-a is missing' },
  {
    name: 'a header that comes twice',
    answer: { headers: { 'x-a': ['a', 'b'] } },
    expect: '{ header: { x-a: "/^a, b$/" } }',
    want: undefined,
  },
  {
    name: 'a header named like a part of every object',
    expect: '{ header: { constructor: /./ } }',
    want: 'check header constructor is missing',
  },
  { name: 'a part of the body', answer: { body: 'abc' }, expect: '{ body: { contains: b } }', want: undefined },
  { name: 'no such part', answer: { body: 'abc' }, expect: '{ body: { contains: x } }', want: 'check body does not contain "x"' },
  { name: 'the whole body', answer: { body: 'ü' }, expect: '{ body: { equals: ü } }', want: undefined },
  { name: 'another body', answer: { body: 'üx' }, expect: '{ body: { equals: ü } }', want: 'check body does not equal "ü"' },
  { name: 'a body by expression', answer: { body: 'line\nok 12' }, expect: '{ body: { matches: "/^ok \\\\d+$/m" } }', want: undefined },
  {
    name: 'a body that does not match',
    answer: { body: 'no' },
    expect: '{ body: { matches: /ok/ } }',
    want: 'check body does not match /ok/',
  },
  {
    name: 'a body that is no UTF-8',
    answer: { body: Buffer.from([0xff, 0xfe, 0x41]) },
    expect: '{ body: { contains: A } }',
    want: undefined,
  },
  { name: 'a JSON text', answer: { body: DOCUMENT }, expect: '{ json: { $.status: queued } }', want: undefined },
  { name: 'another JSON text', answer: { body: DOCUMENT }, expect: '{ json: { $.status: done } }', want: 'check json $.status' },
  { name: 'a JSON number, not as text', answer: { body: DOCUMENT }, expect: '{ json: { $.n: "3" } }', want: 'check json $.n' },
  { name: 'a JSON number', answer: { body: DOCUMENT }, expect: '{ json: { $.n: 3 } }', want: undefined },
  { name: 'a JSON expression', answer: { body: DOCUMENT }, expect: '{ json: { $.status: /^que/ } }', want: undefined },
  { name: 'null, which is there', answer: { body: DOCUMENT }, expect: '{ json: { $.none: { exists: true } } }', want: undefined },
  {
    name: 'what is missing',
    answer: { body: DOCUMENT },
    expect: '{ json: { $.gone: { exists: true } } }',
    want: 'check json $.gone is missing',
  },
  {
    name: 'what must not be there and is not',
    answer: { body: DOCUMENT },
    expect: '{ json: { $.gone: { exists: false } } }',
    want: undefined,
  },
  {
    name: 'what must not be there and is',
    answer: { body: DOCUMENT },
    expect: '{ json: { $.n: { exists: false } } }',
    want: 'check json $.n exists',
  },
  { name: 'bounds that are met exactly', answer: { body: DOCUMENT }, expect: '{ json: { $.n: { min: 3, max: 3 } } }', want: undefined },
  { name: 'less than the least', answer: { body: DOCUMENT }, expect: '{ json: { $.n: { min: 3.01 } } }', want: 'check json $.n' },
  { name: 'more than the most', answer: { body: DOCUMENT }, expect: '{ json: { $.n: { max: 2.99 } } }', want: 'check json $.n' },
  { name: 'a bound on a text', answer: { body: DOCUMENT }, expect: '{ json: { $.status: { min: 0 } } }', want: 'check json $.status' },
  { name: 'a length that is met exactly', answer: { body: DOCUMENT }, expect: '{ json: { $.items: { min_length: 2 } } }', want: undefined },
  {
    name: 'a list that is too short',
    answer: { body: DOCUMENT },
    expect: '{ json: { $.empty: { min_length: 1 } } }',
    want: 'check json $.empty',
  },
  { name: 'a length of a number', answer: { body: DOCUMENT }, expect: '{ json: { $.n: { min_length: 0 } } }', want: 'check json $.n' },
  {
    name: 'several checks, of which the last fails',
    answer: { body: DOCUMENT },
    expect: '{ status: 200, json: { $.n: 3, "$.items[1].id": 9 } }',
    want: 'check json $.items[1].id',
  },
  { name: 'a filter of RFC 9535', answer: { body: DOCUMENT }, expect: '{ json: { "$.items[?@.id == 2].id": 2 } }', want: undefined },
  { name: 'what is no JSON', answer: { body: '<html>' }, expect: '{ json: { $.n: 3 } }', want: 'check body is not JSON' },
  { name: 'an empty body for JSON', expect: '{ json: { $.n: 3 } }', want: 'check body is not JSON' },
  { name: 'a size at the limit', answer: { body: 'x'.repeat(1_000) }, expect: '{ max_size: 1KB }', want: undefined },
  {
    name: 'a size beyond it',
    answer: { body: 'x'.repeat(1_001) },
    expect: '{ max_size: 1KB }',
    want: 'check body is larger than max_size',
  },
  {
    name: 'a body that is too large to be looked at',
    answer: { body: Buffer.alloc(17_000_000, 65) },
    expect: '{ body: { contains: A } }',
    want: 'check body is too large to be checked',
  },
  {
    name: 'JSON that is nested deeper than recursion goes',
    answer: { body: `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
    expect: '{ json: { $.a: x } }',
    want: 'check body is nested too deeply',
  },
  {
    name: 'the same under a descending path',
    answer: { body: `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
    expect: '{ json: { $..b: x } }',
    want: 'check json $..b is missing',
  },
];

for (const { name, answer = {}, expect, want } of ROWS) {
  test(`An expectation is held against ${name}: ${want ?? 'it holds'}`, async () => {
    await using server = await serveAnswer(answer);
    const { failures, report } = await runLive(server.url, `steps: [ { get: /x, expect: ${expect} } ]`);
    assert.deepEqual(
      failures.map((failure) => failure.reason),
      want === undefined ? [] : [want],
    );
    assert.equal(failures[0]?.class, want === undefined ? undefined : want.startsWith('status') ? 'status' : 'check');
    assert.equal(report.requests.ok, want === undefined ? 1 : 0);
    assert.equal(report.requestsStarted, 1);
  });
}

test('Expectations see the variables of the user', async () => {
  await using server = await serveHttp((_request, reply) => {
    reply.writeHead(200, { 'x-id': '7' });
    reply.end('{"id":7,"text":"id 7","list":[7]}');
  });
  const expect = '{ header: { x-id: "${id}" }, body: { contains: "id ${id}" }, json: { $.id: "${id}", $.text: "id ${id}" } }';
  const { failures } = await runLive(server.url, `steps: [ { get: /a, capture: { id: $.id } }, { get: /b, expect: ${expect} } ]`);
  assert.deepEqual(failures, []);
});

test('An expectation whose variable is not set ends the iteration before anything is sent, and nobody hangs', async () => {
  const urls: string[] = [];
  await using server = await serveHttp((request, reply) => {
    urls.push(request.url ?? '');
    reply.writeHead(request.url === '/a' ? 500 : 200).end('{}');
  });
  const steps = 'steps: [ { get: /a, capture: { id: $.id } }, { get: /b, expect: { json: { $.id: "${id}" } } }, { get: /c } ]';
  const { report } = await runLive(server.url, steps);
  assert.deepEqual(urls, ['/a']);
  assert.equal(report.iterations.failed, 1);
});

test('An expression with many ways to go wrong does not hold the worker', async () => {
  await using server = await serveAnswer({ body: `${'a'.repeat(40)}b`, headers: { 'x-a': `${'a'.repeat(40)}b` } });
  const expects = ['{ body: { matches: "/(a+)+$/" } }', '{ body: { matches: "/^(a|a)*$/m" } }', '{ header: { x-a: "/(a*)*c/s" } }'];
  for (const expect of expects) {
    const { failures } = await runLive(server.url, `steps: [ { get: /x, expect: ${expect} } ]`);
    assert.equal(failures.length, 1);
  }
});

test('An expression keeps no state from one answer to the next', async () => {
  await using server = await serveAnswer({ body: 'ab' });
  const { report } = await runLive(
    server.url,
    'steps: [ { get: /x, expect: { body: { matches: /a/ } } } ]\nphases: [ { iterations: 6, users: 1, max_duration: 10s } ]',
  );
  assert.equal(report.requests.ok, 6);
});

const CAPTURES: readonly {
  readonly name: string;
  readonly answer: Planned;
  readonly capture: string;
  readonly want: string | undefined;
}[] = [
  { name: 'a JSON value', answer: { body: '{"a":{"b":5}}' }, capture: '{ v: $.a.b }', want: '/5' },
  { name: 'the first of several', answer: { body: '[4,5,6]' }, capture: '{ v: { json: "$[*]", pick: first } }', want: '/4' },
  { name: 'a header', answer: { headers: { location: '/next' } }, capture: '{ v: { header: Location } }', want: '//next' },
  {
    name: 'the group of an expression',
    answer: { body: 'name="csrf" value="x1"' },
    capture: `{ v: { body: 'value="([^"]+)"' } }`,
    want: '/x1',
  },
  { name: 'an expression without a group', answer: { body: 'id 42.' }, capture: "{ v: { body: '[0-9]+' } }", want: '/42' },
  { name: 'false, which is a value', answer: { body: '{"a":false}' }, capture: '{ v: $.a }', want: '/false' },
  { name: 'zero, which is a value', answer: { body: '{"a":0}' }, capture: '{ v: $.a }', want: '/0' },
  { name: 'null, which is none', answer: { body: '{"a":null}' }, capture: '{ v: $.a }', want: undefined },
  { name: 'what is not there', answer: { body: '{}' }, capture: '{ v: $.a }', want: undefined },
  { name: 'no JSON', answer: { body: '<a>' }, capture: '{ v: $.a }', want: undefined },
  { name: 'no header', answer: {}, capture: '{ v: { header: x-a } }', want: undefined },
  { name: 'no match', answer: { body: 'x' }, capture: "{ v: { body: 'y(.)' } }", want: undefined },
  {
    name: 'a value that is nested too deeply',
    answer: { body: `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}` },
    capture: '{ v: $.a }',
    want: undefined,
  },
  {
    name: 'a body that is too large to be kept',
    answer: { body: Buffer.alloc(17_000_000, 65) },
    capture: "{ v: { body: 'A' } }",
    want: undefined,
  },
];

for (const { name, answer, capture, want } of CAPTURES) {
  test(`A capture takes ${name}: ${want ?? 'a failure that ends the iteration'}`, async () => {
    const urls: string[] = [];
    await using server = await serveHttp((request, reply) => {
      urls.push(request.url ?? '');
      reply.writeHead(200, answer.headers ?? {});
      reply.end(request.url === '/first' ? (answer.body ?? '') : '');
    });
    const { failures, report } = await runLive(server.url, `steps: [ { get: /first, capture: ${capture} }, { get: "/\${v}" } ]`);
    assert.deepEqual(urls, want === undefined ? ['/first'] : ['/first', want]);
    assert.equal(failures.length, want === undefined ? 1 : 0);
    if (want === undefined) assert.equal(failures[0]?.class, 'check');
    assert.equal(report.iterations.ok, want === undefined ? 0 : 1);
  });
}

test('A capture of several values takes each of them some time', async () => {
  const seen = new Set<string>();
  await using server = await serveHttp((request, reply) => {
    if (request.url !== '/first') seen.add(request.url ?? '');
    reply.end('[1,2,3]');
  });
  await runLive(
    server.url,
    'steps: [ { get: /first, capture: { v: "$[*]" } }, { get: "/${v}" } ]\nphases: [ { iterations: 60, users: 2, max_duration: 10s } ]',
  );
  assert.deepEqual([...seen].sort(), ['/1', '/2', '/3']);
});

const TOKEN = `tok-${'A1b2'.repeat(60)}`;

const LEAKS: readonly { readonly name: string; readonly body: string; readonly second: string }[] = [
  { name: 'a value captured before', body: `{"token":"${TOKEN}"}`, second: '{ get: /echo, expect: { body: { equals: no } } }' },
  {
    name: 'a value that a failed check kept from being captured',
    body: `{"token":"${TOKEN}"}`,
    second: '{ get: /echo, capture: { again: $.token }, expect: { json: { $.role: admin } } }',
  },
  { name: 'a value in another header', body: `{"token":"${TOKEN}"}`, second: '{ get: /echo, expect: { header: { x-echo: no } } }' },
  { name: 'a value inside of JSON', body: `{"token":"${TOKEN}"}`, second: '{ get: /echo, expect: { json: { $.token: no } } }' },
];

for (const { name, body, second } of LEAKS) {
  test(`No sample shows ${name}, nor its beginning`, async () => {
    await using server = await serveHttp((_request, reply) => {
      reply.writeHead(200, { 'x-echo': `${'.'.repeat(100)}${TOKEN}` });
      reply.end(body);
    });
    const { failures } = await runLive(server.url, `steps: [ { get: /login, capture: { token: $.token } }, ${second} ]`);
    assert.equal(failures.length, 1);
    assert.doesNotMatch(JSON.stringify(failures), /tok-|A1b2/);
    assert.match(failures[0]?.sample ?? '', /\*\*\*/);
  });
}

test('No sample shows a secret that the server echoes across the place where it is cut', async () => {
  const secret = `sk_${'x9Y8'.repeat(10)}`;
  await using server = await serveHttp((request, reply) => reply.end(`${'.'.repeat(95)}${request.headers['authorization']} and more`));
  const scenario = 'http: { headers: { authorization: "Bearer ${secret.KEY}" } }\nsteps: [ { get: /a, expect: { body: { equals: no } } } ]';
  const { failures } = await runLive(server.url, scenario, { secrets: { KEY: secret } });
  assert.equal(failures.length, 1);
  assert.doesNotMatch(JSON.stringify(failures), /sk_|x9Y8/);
});
