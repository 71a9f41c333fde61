import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CookieJar } from '../../../src/load/http/cookie-jar.ts';
import { runLive } from '../../support/run-live.ts';
import { serveHttp } from '../../support/serve.ts';

const NOW = Date.parse('2026-05-01T12:00:00Z');

const ROWS: readonly {
  readonly name: string;
  readonly from?: string;
  readonly set: string | readonly string[];
  readonly to?: string;
  readonly afterMs?: number;
  readonly want: string | undefined;
}[] = [
  { name: 'goes back to its host', set: 'a=1', want: 'a=1' },
  { name: 'keeps its value to the letter', set: 'a="x%20y%0d%0a=z"; path=/', want: 'a="x%20y%0d%0a=z"' },
  { name: 'may be empty', set: 'a=', want: 'a=' },
  { name: 'is replaced by one of its name', set: ['a=1', 'b=2', 'a=3'], want: 'b=2; a=3' },
  {
    name: 'is sent behind those with longer paths',
    from: 'http://h.test/x/y',
    set: ['a=1; path=/', 'b=2; path=/x'],
    to: 'http://h.test/x/y',
    want: 'b=2; a=1',
  },
  { name: 'is not for other hosts', set: 'a=1', to: 'http://other.test/', want: undefined },
  { name: 'is not for hosts below without a domain', set: 'a=1', to: 'http://sub.h.test/', want: undefined },
  { name: 'is for hosts below with a domain', set: 'a=1; Domain=.H.test', to: 'http://sub.h.test/', want: 'a=1' },
  { name: 'may be set for a domain above', from: 'http://sub.h.test/', set: 'a=1; domain=h.test', to: 'http://h.test/', want: 'a=1' },
  { name: 'is not taken for a domain below', set: 'a=1; domain=sub.h.test', to: 'http://sub.h.test/', want: undefined },
  { name: 'is not taken for a foreign domain', set: 'a=1; domain=evil.test', to: 'http://evil.test/', want: undefined },
  {
    name: 'is not taken for a domain that only ends alike',
    from: 'http://xh.test/',
    set: 'a=1; domain=h.test',
    to: 'http://h.test/',
    want: undefined,
  },
  { name: 'is not taken for a whole top level', set: 'a=1; domain=test', to: 'http://evil.test/', want: undefined },
  {
    name: 'is not taken for a part of an address',
    from: 'http://10.0.0.1/',
    set: 'a=1; domain=0.0.1',
    to: 'http://10.0.0.1/',
    want: undefined,
  },
  { name: 'is taken for its own address', from: 'http://10.0.0.1/', set: 'a=1; domain=10.0.0.1', to: 'http://10.0.0.1/', want: 'a=1' },
  { name: 'is for its path and below', from: 'http://h.test/a/b', set: 'c=1; path=/a', to: 'http://h.test/a/x', want: 'c=1' },
  {
    name: 'is not for a path that only begins alike',
    from: 'http://h.test/a/b',
    set: 'c=1; path=/a',
    to: 'http://h.test/ab',
    want: undefined,
  },
  { name: 'has the folder of its URL as its path', from: 'http://h.test/a/b', set: 'c=1', to: 'http://h.test/x', want: undefined },
  {
    name: 'has that folder for a path that is none, too',
    from: 'http://h.test/a/b',
    set: 'c=1; path=x',
    to: 'http://h.test/a/',
    want: 'c=1',
  },
  { name: 'that is secure goes over https alone', set: 'a=1; Secure', want: undefined },
  { name: 'that is secure goes over https', from: 'https://h.test/', set: 'a=1; Secure', to: 'https://h.test/', want: 'a=1' },
  {
    name: 'that is secure goes to loopback over http',
    from: 'http://127.0.0.1:80/',
    set: 'a=1; Secure',
    to: 'http://127.0.0.1:80/',
    want: 'a=1',
  },
  {
    name: 'that is secure does not go to what looks like loopback',
    from: 'http://127.evil.test/',
    set: 'a=1; Secure',
    to: 'http://127.evil.test/',
    want: undefined,
  },
  { name: 'lasts for its max-age', set: 'a=1; max-age=10', afterMs: 9_000, want: 'a=1' },
  { name: 'does not last longer', set: 'a=1; max-age=10', afterMs: 10_001, want: undefined },
  { name: 'goes by max-age before expires', set: 'a=1; max-age=10; expires=Thu, 01 Jan 1970 00:00:00 GMT', want: 'a=1' },
  { name: 'is deleted by max-age 0', set: ['a=1', 'a=; max-age=0'], want: undefined },
  { name: 'is deleted by a date in the past', set: ['a=1', 'a=; expires=Thu, 01-Jan-1970 00:00:00 GMT'], want: undefined },
  { name: 'ends at its date', set: 'a=1; expires=Fri, 01 May 2026 12:00:10 GMT', afterMs: 11_000, want: undefined },
  { name: 'lasts until its date, written with dashes', set: 'a=1; expires=Fri, 01-May-26 12:00:10 GMT', afterMs: 9_000, want: 'a=1' },
  { name: 'with a date that is none lasts as long as the user', set: 'a=1; expires=soon; max-age=x', afterMs: 1e12, want: 'a=1' },
  { name: 'without a name is none', set: ['=1', 'x', ''], want: undefined },
  { name: 'with a control character is none', set: ['a=1\x00', 'b=2\x7f'], want: undefined },
  { name: 'of more than 4,096 bytes is none', set: `a=${'x'.repeat(4_096)}`, want: undefined },
  { name: 'beyond latin-1 goes as the bytes that it came as', set: 'a=€', want: `a=${Buffer.from('€').toString('latin1')}` },
  { name: 'may be named like a part of every object', set: ['__proto__=1', 'constructor=2'], want: '__proto__=1; constructor=2' },
];

for (const { name, from = 'http://h.test/', set, to = 'http://h.test/', afterMs = 0, want } of ROWS) {
  test(`A cookie ${name}`, () => {
    const jar = new CookieJar();
    jar.store(new URL(from), set, NOW);
    assert.equal(jar.header(new URL(to), NOW + afterMs), want);
  });
}

test('A jar does not grow without end: the oldest cookies leave', () => {
  const jar = new CookieJar();
  for (let index = 0; index < 500; index++) jar.store(new URL('http://h.test/'), `c${index}=1`, NOW);
  const sent = jar.header(new URL('http://h.test/'), NOW)?.split('; ') ?? [];
  assert.equal(sent.length, 100);
  assert.equal(sent.at(-1), 'c499=1');
});

test('Each virtual user has a jar of its own, which lasts for its iterations', async () => {
  let next = 0;
  const pairs = new Map<string, number>();
  await using server = await serveHttp((request, reply) => {
    const cookie = request.headers.cookie;
    if (cookie === undefined) reply.setHeader('set-cookie', [`id=${next++}; path=/`, 'gone=1; max-age=0']);
    else pairs.set(cookie, (pairs.get(cookie) ?? 0) + 1);
    setTimeout(() => reply.end(), 5);
  });
  await runLive(server.url, 'steps: [ { get: /a } ]\nphases: [ { iterations: 12, users: 3, max_duration: 10s } ]');
  assert.equal(next, 3);
  assert.deepEqual([...pairs.keys()].sort(), ['id=0', 'id=1', 'id=2']);
  assert.equal(
    [...pairs.values()].reduce((sum, count) => sum + count, 0),
    9,
  );
});

test("The scenario's own cookie header stands before the jar's in one header; cookies: false has only the own", async () => {
  const seen: unknown[] = [];
  await using server = await serveHttp((request, reply) => {
    seen.push(request.rawHeaders.filter((_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === 'cookie'));
    reply.setHeader('set-cookie', 'jar=1');
    reply.end();
  });
  await runLive(server.url, 'http: { headers: { cookie: own=2 } }\nsteps: [ { get: /a }, { get: /b }, { get: /c, cookies: false } ]');
  assert.deepEqual(seen, [['own=2'], ['own=2; jar=1'], ['own=2']]);
});
