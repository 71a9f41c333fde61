import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkLocust, type LocustCheck } from '../../../../src/engine/locust/check/check-locust.ts';
import type { PlanRequest } from '../../../../src/plan/plan-request.ts';
import { FIXTURES } from '../../../config/read-fixtures.ts';
import { planScenario } from '../render-scenario.ts';

interface Case extends Partial<Pick<LocustCheck, 'request' | 'processes'>> {
  readonly name: string;
  readonly yaml: string;
  readonly wishes?: Partial<PlanRequest>;
  /** `severity line:column message`, a part of it; undefined: nothing is said. */
  readonly says: string | undefined;
  readonly advises?: string;
}

const USERS = 'phases: [{ users: 1, duration: 5s }]\n';
/** One step in line 2 at column 4, after the target that a scenario without one is given. */
const step = (text: string): string => `steps:\n  - ${text}\n${USERS}`;

const CASES: readonly Case[] = [
  { name: 'a plain scenario', yaml: step('get: /a'), says: undefined },
  { name: 'HTTP/2 of all requests', yaml: `http: { http2: true }\n${step('get: /a')}`, says: 'error 1:1 Locust speaks HTTP/1.1' },
  { name: 'HTTP/2 of a step', yaml: step('{ get: /a, http2: true }'), says: 'error 3:5 Locust speaks HTTP/1.1' },
  { name: 'HTTP/2 beside WebSockets alone', yaml: `http: { http2: true }\n${step('ws: /a')}`, says: undefined },
  {
    name: 'redirects',
    yaml: step('{ get: /a, follow_redirects: true }'),
    says: 'error 3:5 redirects are not followed',
    advises: 'a step of each hop',
  },
  { name: 'a proxy', yaml: step('{ get: /a, proxy: "http://proxy:3128" }'), says: 'error 3:5 a proxy cannot be used' },
  { name: 'a client certificate', yaml: step('{ get: /a, tls: { cert: c.pem, key: k.pem } }'), says: 'error 3:5 client certificates' },
  { name: 'a bound on connections', yaml: `http: { connections: 5 }\n${step('get: /a')}`, says: undefined },
  {
    name: 'two bounds on connections',
    yaml: `steps:\n  - get: /a\n  - { get: /b, connections: 5 }\n${USERS}`,
    says: 'error 4:5 Locust has one `connections` for all requests',
  },
  {
    name: 'a bound beside WebSockets, which it does not bound',
    yaml: `http: { connections: 5 }\nsteps:\n  - get: /a\n  - ws: /b\n${USERS}`,
    says: undefined,
  },
  {
    name: 'two kinds of trust',
    yaml: `steps:\n  - get: /a\n  - { get: /b, tls: { insecure: true } }\n${USERS}`,
    says: 'error 4:5 Locust has one `tls`',
  },
  { name: 'one kind of trust', yaml: `http: { tls: { ca: ca.pem } }\n${step('get: /a')}`, says: undefined },
  { name: 'compressed messages', yaml: step('{ ws: /a, deflate: true }'), says: 'error 3:5 the WebSockets of Locust do not compress' },
  {
    name: 'a JSONPath with a filter',
    yaml: step('{ get: /a, capture: { id: "$[?@.ok].id" } }'),
    says: 'error 3:5 the JSONPath $[?@.ok].id cannot',
  },
  {
    name: 'a JSONPath of a poll',
    yaml: step('{ poll: { get: /a, every: 1s, within: 5s, until: { json: { $..a: 1 } } } }'),
    says: 'error 3:5 the JSONPath $..a cannot',
  },
  {
    name: 'a regex of a header',
    yaml: step("{ get: /a, expect: { header: { etag: '/(?<n>a)/' } } }"),
    says: 'error 3:5 /(?<n>a)/ cannot be given to Python: named groups',
    advises: 'or use the embedded engine',
  },
  { name: 'a regex of a message', yaml: `steps:\n  - ws: /a\n  - receive: '/(?<n>a)/'\n${USERS}`, says: 'error 4:5 /(?<n>a)/ cannot' },
  {
    name: 'a regex of a JSON value',
    yaml: step(String.raw`{ get: /a, expect: { json: { $.a: '/\p{L}/u' } } }`),
    says: 'error 3:5 /\\p{L}/u cannot be given to Python: the flag u',
  },
  {
    name: 'secret data',
    yaml: `data: { pin: { values: [1, 2], secret: true } }\n${step('get: "/${pin}"')}`,
    says: undefined,
  },
  {
    name: 'a password in the scenario',
    yaml: `http: { headers: { authorization: Bearer abc } }\n${step('get: /a')}`,
    says: 'warning 1:1 the header authorization stands in the file',
  },
  {
    name: 'a secret in place of it',
    yaml: `http: { headers: { authorization: "Bearer \${secret.A}" } }\n${step('get: /a')}`,
    says: undefined,
  },
  {
    name: 'a file',
    yaml: step('{ post: /a, multipart: { f: { file: a.bin } } }'),
    says: 'warning 3:5 every machine with a worker needs load/a.bin',
  },
  {
    name: 'fixed work before the end',
    yaml: 'steps: [{ get: /a }]\nphases:\n  - { iterations: 5 }\n  - { pause: 5s }\n',
    says: 'error 4:5 phase phase-1 is fixed work',
  },
  {
    name: 'fixed work at the end',
    yaml: 'steps: [{ get: /a }]\nphases:\n  - { pause: 5s }\n  - { iterations: 5, users: 2 }\n',
    says: undefined,
  },
  {
    name: 'as many arrivals as two processes make',
    yaml: 'steps: [{ get: /a }]\nphases: [{ arrival_rate: 2000/s, duration: 5s }]\n',
    processes: 2,
    says: undefined,
  },
  {
    name: 'more arrivals than a process makes',
    yaml: 'steps: [{ get: /a }]\nphases: [{ arrival_rate: 1001/s, duration: 5s }]\n',
    processes: 1,
    says: 'error 3:10 phase phase-1 asks for 1,001/s, and a process of Locust is trusted with 1,000/s; here is 1',
    advises: 'at least 2',
  },
  {
    name: 'more arrivals in the profile that was chosen',
    yaml: 'steps: [{ get: /a }]\nphases: [{ users: 1, duration: 5s }]\nprofiles:\n  peak: [{ arrival_rate: 1001/s, duration: 5s }]\n',
    wishes: { profile: 'peak' },
    processes: 1,
    says: 'error 5:10 phase phase-1 asks for 1,001/s',
  },
  {
    name: 'more arrivals, nobody knows for how many',
    yaml: 'steps: [{ get: /a }]\nphases: [{ arrival_rate: 1001/s, duration: 5s }]\n',
    says: 'warning 3:10 phase phase-1 asks for 1,001/s',
    advises: 'at least 2 workers',
  },
  {
    name: 'more users than two processes hold',
    yaml: 'steps: [{ get: /a }]\nphases: [{ users: 10001, duration: 5s }]\n',
    processes: 2,
    says: 'error 3:10 phase phase-1 asks for 10,001 users, and a process of Locust is trusted with 5,000; here are 2',
  },
  {
    name: 'a live comparison',
    yaml: step('get: /a'),
    request: { baseline: { kind: 'url', url: 'http://b.test' } },
    says: 'error 1:1 Locust makes load on one target',
  },
  { name: 'the live page', yaml: step('get: /a'), request: { page: { port: undefined, waits: false } }, says: undefined },
  {
    name: 'a page that waits',
    yaml: step('get: /a'),
    request: { page: { port: undefined, waits: true } },
    says: 'error 1:1 what is chosen on the live page',
  },
  {
    name: 'a shard',
    yaml: `steps: [{ get: /a }]\nphases: [{ users: 4, duration: 5s }]\n`,
    wishes: { shard: { index: 0, count: 2 } },
    says: 'error 1:1 a shard is made by',
  },
];

for (const { name, yaml, wishes, request = {}, processes, says, advises = '' } of CASES) {
  test(`${name}: ${says ?? 'nothing is said'}`, () => {
    const issues = checkLocust({ ...planScenario(yaml, wishes), request, processes });
    const said = issues.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);
    if (says === undefined) return assert.deepEqual(said, []);
    assert.equal(said.length, 1, said.join('\n'));
    assert.ok(said[0]?.startsWith(says), said[0]);
    assert.ok(issues[0]?.suggestion?.includes(advises), issues[0]?.suggestion);
  });
}

test('what is wrong with all requests is said once', () => {
  const yaml = `http: { http2: true }\nsteps: [{ get: /a }, { get: /b }, { get: /c }]\n${USERS}`;
  assert.equal(checkLocust({ ...planScenario(yaml), request: {}, processes: 1 }).length, 1);
});

test('the rich scenario can be made by Locust', () => {
  const issues = checkLocust({
    ...planScenario(readFileSync(join(FIXTURES, 'locust/rich.yaml'), 'utf8')),

    request: {},
    processes: 1,
  });
  assert.deepEqual(
    issues.map(({ severity, message }) => `${severity} ${message}`),
    Array.from({ length: 2 }, () => 'warning every machine with a worker needs load/note.txt in the same place'),
  );
});
