import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Instruction, RequestProgram } from '../../src/plan/program.ts';
import { planOf } from '../support/build-plan.ts';

const PHASES = 'phases: [ { arrival_rate: 1/s, duration: 1s } ]';
const VARS = 'vars: { id: { uuid: true }, n: { int: [1, 9] } }\ndata: { account: [ { name: ann, password: pw } ], word: [x, y] }';

function planSteps(steps: string, wishes: Partial<PlanRequest> = {}, head = ''): Plan {
  return planOf(`${head}\n${VARS}\nsteps:\n${steps}\n${PHASES}`, wishes);
}

function codeOf(steps: string, wishes: Partial<PlanRequest> = {}, head = ''): readonly Instruction[] {
  return planSteps(steps, wishes, head).program.users[0]?.tasks[0]?.code ?? [];
}

function requestOf(step: string, wishes: Partial<PlanRequest> = {}, head = ''): RequestProgram {
  const [first] = codeOf(`  - ${step}`, wishes, head);
  assert.ok(first?.op === 'http');
  return first.step;
}

/** Slots in the order of vars, data, captures: id 0, n 1, account 2, word 3. */
const ID = { slot: 0, column: undefined };
const N = { slot: 1, column: undefined };

describe('a URL', () => {
  const rows: readonly { name: string; step: string; target?: string; origin: string | undefined; path: unknown }[] = [
    { name: 'that is a path goes to the target', step: '{ get: /a }', origin: 'http://target.test', path: '/a' },
    {
      name: 'is put below the path of the target',
      step: '{ get: /a?b=1 }',
      target: 'http://t.test:81/base/',
      origin: 'http://t.test:81',
      path: '/base/a?b=1',
    },
    { name: 'with a variable keeps its parts', step: '{ get: "/a/${id}/b" }', origin: 'http://target.test', path: ['/a/', ID, '/b'] },
    {
      name: 'with a variable is put below the path of the target too',
      step: '{ get: "/a/${id}" }',
      target: 'https://t.test/base',
      origin: 'https://t.test',
      path: ['/base/a/', ID],
    },
    {
      name: 'that is absolute keeps its own origin',
      step: '{ get: "http://target.test:99/x?y#z" }',
      origin: 'http://target.test:99',
      path: '/x?y',
    },
    {
      name: 'that is absolute with a variable is only known at run time',
      step: '{ get: "http://target.test/${id}" }',
      origin: undefined,
      path: ['http://target.test/', ID],
    },
    {
      name: 'that starts with two slashes is a path all the same',
      step: '{ get: //other.test/x }',
      origin: 'http://target.test',
      path: '//other.test/x',
    },
    { name: 'with a literal placeholder is constant', step: '{ get: "/a/$${id}" }', origin: 'http://target.test', path: '/a/${id}' },
  ];
  for (const { name, step, target, origin, path } of rows) {
    it(name, () => {
      const request = requestOf(step, { target: target ?? 'http://target.test' });
      assert.deepEqual({ origin: request.origin, path: request.path }, { origin, path });
    });
  }
});

describe('a request', () => {
  it('has its query apart, so that its values are encoded', () => {
    assert.deepEqual(requestOf('{ get: /a, query: { q: "a b", id: "${id}-${n}" } }').query, [
      { name: 'q', value: 'a b' },
      { name: 'id', value: [ID, '-', N] },
    ]);
  });
  it('has secrets in it as text, which are remembered for masking, longest first', () => {
    const plan = planSteps('  - { get: "/a?k=${secret.KEY}", headers: { x: "${secret.LONG}" } }', {
      secrets: { KEY: 'k-1', LONG: 'longer-than-that', OTHER: 'o' },
    });
    const [first] = plan.program.users[0]?.tasks[0]?.code ?? [];
    assert.ok(first?.op === 'http');
    assert.equal(first.step.path, '/a?k=k-1');
    assert.ok(first.step.headers.includes('longer-than-that'));
    assert.deepEqual(plan.program.secrets, ['longer-than-that', 'k-1']);
  });
  it('masks the columns of data that are marked', () => {
    const plan = planOf(
      `data: { account: { values: [ { name: ann, password: pw-12345 } ], secret: [password] } }\nsteps: [ { get: "/\${account.name}" } ]\n${PHASES}`,
    );
    assert.deepEqual(plan.program.secrets, ['pw-12345']);
  });
  it('lets the headers of the step win over the defaults, whatever their case', () => {
    const { headers, templatedHeaders } = requestOf(
      '{ get: /a, headers: { X-One: step, x-id: "${id}" } }',
      {},
      'http: { headers: { x-one: default, x-two: default } }',
    );
    assert.deepEqual(headers, ['user-agent', 'load-gate/test', 'accept', '*/*', 'X-One', 'step', 'x-two', 'default']);
    assert.deepEqual(templatedHeaders, [{ name: 'x-id', value: [ID] }]);
  });
  it('leaves out the headers of its own that the scenario sets', () => {
    const { headers } = requestOf('{ post: /a, json: 1, headers: { Accept: a, User-Agent: b, Content-Type: c } }');
    assert.deepEqual(headers, ['Accept', 'a', 'User-Agent', 'b', 'Content-Type', 'c']);
  });
  it('takes each setting from the step, then the defaults, then load-gate', () => {
    const head = 'http: { timeout: 3s, follow_redirects: true, slower_than: 1s }';
    const { timeoutUs, followRedirects, cookies, slowerThanUs } = requestOf('{ get: /a, timeout: 250ms }', {}, head);
    assert.deepEqual(
      { timeoutUs, followRedirects, cookies, slowerThanUs },
      { timeoutUs: 250_000, followRedirects: true, cookies: true, slowerThanUs: 1e6 },
    );
    const bare = requestOf('{ get: /a }');
    assert.deepEqual(
      [bare.timeoutUs, bare.followRedirects, bare.cookies, bare.traceparent, bare.slowerThanUs],
      [10_000_000, false, true, false, Number.POSITIVE_INFINITY],
    );
  });
  it('shares its connections with all that have the same settings', () => {
    const { program } = planSteps('  - get: /a\n  - { get: /b, http2: true }\n  - get: /c\n  - { get: /d, http2: true }');
    const connections = (program.users[0]?.tasks[0]?.code ?? []).map((each) => (each.op === 'http' ? each.step.connection : -1));
    assert.deepEqual(connections, [0, 1, 0, 1]);
    assert.deepEqual(
      program.connections.map(({ http2 }) => http2),
      [false, true],
    );
  });
  const kept = [
    { name: 'nothing looks at it', step: '{ get: /a }', keepBody: false },
    { name: 'only a header is captured', step: '{ get: /a, capture: { x: { header: location } } }', keepBody: false },
    { name: 'a value is captured from it', step: '{ get: /a, capture: { x: $.id } }', keepBody: true },
    { name: 'it is checked', step: '{ get: /a, expect: { body: { contains: x } } }', keepBody: true },
  ];
  for (const { name, step, keepBody } of kept)
    it(`${keepBody ? 'keeps' : 'drops'} the body of the answer when ${name}`, () => assert.equal(requestOf(step).keepBody, keepBody));
});

describe('a body', () => {
  it('of JSON keeps the type of a value that is one placeholder, and quotes the others', () => {
    const { body } = requestOf('{ post: /a, json: { n: "${n}", list: [1, true, null, "a\\"${id}"], "k\\"": "${account.name}" } }');
    assert.deepEqual(body, {
      kind: 'json',
      json: [
        '{"n":',
        { ...N, whole: true },
        ',"list":[1,true,null,"a\\"',
        { ...ID, whole: false },
        '"],"k\\"":',
        { slot: 2, column: 'name', whole: true },
        '}',
      ],
    });
  });
  it('of JSON that is constant is one text', () => {
    assert.deepEqual(requestOf('{ post: /a, json: { a: [1, "x"] } }').body, { kind: 'json', json: '{"a":[1,"x"]}' });
  });
  it('of JSON with a secret is constant, and the secret is escaped', () => {
    const request = requestOf('{ post: /a, json: { k: "${secret.KEY}" } }', { secrets: { KEY: 'a"b\\c' } });
    assert.ok(request.body.kind === 'json' && typeof request.body.json === 'string');
    assert.deepEqual(JSON.parse(request.body.json), { k: 'a"b\\c' });
  });
  it('of a form has its fields, and its type', () => {
    const request = requestOf('{ post: /a, form: { a: "1", b: "${id}" } }');
    assert.deepEqual(request.body, {
      kind: 'form',
      fields: [
        { name: 'a', value: '1' },
        { name: 'b', value: [ID] },
      ],
    });
    assert.ok(request.headers.includes('application/x-www-form-urlencoded'));
  });
  it('of parts has heads that no name can break out of', () => {
    const { body, headers } = requestOf(
      '{ post: /a, multipart: { "no\\"te\\r\\nx: y": hi, file: { bytes: 10KB, filename: "a\\"b.bin" } } }',
    );
    assert.ok(body.kind === 'multipart');
    assert.deepEqual(
      body.parts.map((part) => part.head.split('\r\n').slice(1)),
      [
        ['content-disposition: form-data; name="no%22te%0D%0Ax: y"', '', ''],
        ['content-disposition: form-data; name="file"; filename="a%22b.bin"', 'content-type: application/octet-stream', '', ''],
      ],
    );
    assert.ok(body.parts.every((part) => part.head.startsWith(`--${body.boundary}\r\n`)));
    assert.ok(headers.includes(`multipart/form-data; boundary=${body.boundary}`));
  });
  it('of bytes is a size', () => assert.deepEqual(requestOf('{ post: /a, bytes: 2MB }').body, { kind: 'bytes', size: 2_000_000 }));
});

describe('a flow', () => {
  it('has loops as jumps, nested ones inside', () => {
    const code = codeOf(
      '  - repeat: 3\n    as: i\n    steps:\n      - get: /a?${i}\n      - { for_each: word, steps: [ { get: "/${word}" } ] }\n  - get: /z',
    );
    assert.deepEqual(
      code.map((each) =>
        each.op === 'loop'
          ? `loop ${each.times} table ${each.table} exit ${each.exit}`
          : each.op === 'next'
            ? `next ${each.body}`
            : each.op,
      ),
      ['loop 3 table -1 exit 6', 'http', 'loop 0 table 1 exit 5', 'http', 'next 3', 'next 1', 'http'],
    );
  });
  it('counts a poll from the series that `since` names', () => {
    const plan = planSteps(
      '  - post: /jobs\n  - poll: { get: /job, every: 100ms, within: 2s, until: { status: 200 } }\n    since: POST /jobs',
    );
    const poll = plan.program.users[0]?.tasks[0]?.code[1];
    assert.ok(poll?.op === 'poll');
    assert.deepEqual([poll.poll.series, poll.poll.since, poll.poll.everyUs, poll.poll.withinUs], [1, 0, 100_000, 2_000_000]);
    assert.equal(plan.series[1]?.name, 'GET /job (poll)');
  });
  it('is charged for drops with its first request, inside a loop or a parallel too', () => {
    const firsts = [
      '  - think: 1s\n  - get: /a',
      '  - repeat: 2\n    steps: [ { get: /a } ]',
      '  - parallel: [ { get: /a }, { get: /b } ]',
    ].map((steps) => planSteps(steps).program.users[0]?.tasks[0]?.firstSeries);
    assert.deepEqual(firsts, [0, 0, 0]);
    assert.equal(
      planOf(`users: { u: { start: [ { get: /s } ], tasks: { t: { steps: [ { think: 1s } ] } } } }\n${PHASES}`).program.users[0]?.tasks[0]
        ?.firstSeries,
      -1,
    );
  });
  const needs = [
    { name: 'that another task captures', steps: '[ { get: "/${x}" } ]', needs: ['x'] },
    { name: 'but not one that it captures first', steps: '[ { get: /q, capture: { y: $.y } }, { get: "/${y}" } ]', needs: [] },
    { name: 'that it reads before it captures it', steps: '[ { get: "/${x}", capture: { x: $.x } } ]', needs: ['x'] },
    {
      name: 'that a request of the same parallel captures',
      steps: '[ { parallel: [ { get: /q, capture: { y: $.y } }, { get: "/${y}" } ] } ]',
      needs: ['y'],
    },
    {
      name: 'that a body or an expectation reads',
      steps: '[ { post: /a, json: { a: ["${x}"] }, expect: { json: { $.b: "${x}" } } } ]',
      needs: ['x'],
    },
    { name: 'but no drawn variable', steps: '[ { get: "/${id}/${account.name}" } ]', needs: [] },
  ];
  for (const row of needs) {
    it(`needs a variable ${row.name}`, () => {
      const { program } = planOf(
        `${VARS}\nusers: { u: { tasks: { first: { steps: [ { get: /p, capture: { x: $.x } } ] }, second: { steps: ${row.steps} } } } }\n${PHASES}`,
      );
      const task = program.users[0]?.tasks[1];
      assert.deepEqual(
        task?.needs.map((slot) => program.slots[slot]?.name),
        row.needs,
      );
    });
  }
});

describe('what a virtual user draws', () => {
  const user = (start: string): { readonly iteration: readonly string[]; readonly pass: readonly string[] } => {
    const { program } = planOf(
      `vars: { id: { uuid: true } }\ndata: { row: [a, b], one: { values: [c, d, e, f], pick: unique } }\nhttp: { headers: { x: "\${row}" } }\nusers: { u: { start: ${start}, steps: [ { get: "/\${one}/\${id}" } ] } }\n${PHASES}`,
    );
    const names = (slots: readonly number[] | undefined): readonly string[] => (slots ?? []).map((slot) => program.slots[slot]?.name ?? '');
    return { iteration: names(program.users[0]?.iterationSlots), pass: names(program.users[0]?.passSlots) };
  };
  it('is drawn anew for each iteration, and for each pass but for unique rows', () => {
    assert.deepEqual(user('[ { think: 1ms } ]'), { iteration: ['id', 'row', 'one'], pass: ['id', 'row'] });
  });
  it('is kept for good where `start` draws it, though only a default header says so', () => {
    assert.deepEqual(user('[ { get: /login } ]'), { iteration: ['id', 'one'], pass: ['id'] });
  });
  it('is not kept because `start` writes its name as text', () => {
    assert.deepEqual(user('[ { post: /login, headers: { x: y }, text: "$${one}" } ]'), {
      iteration: ['id', 'row', 'one'],
      pass: ['id', 'row'],
    });
  });
});
