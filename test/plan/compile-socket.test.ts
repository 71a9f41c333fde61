import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Instruction, ReceiveProgram, SocketProgram } from '../../src/plan/program.ts';
import { planOf, planText } from '../support/build-plan.ts';

const PHASES = 'phases: [ { users: 1, duration: 1s } ]';
const VARS = 'vars: { id: { uuid: true }, n: { int: [1, 9] } }';

function planSteps(steps: string, wishes: Partial<PlanRequest> = {}, head = ''): Plan {
  return planOf(`${head}\n${VARS}\nsteps:\n${steps}\n${PHASES}`, wishes);
}

function codeOf(steps: string, wishes: Partial<PlanRequest> = {}, head = ''): readonly Instruction[] {
  return planSteps(steps, wishes, head).program.users[0]?.tasks[0]?.code ?? [];
}

function socketOf(step: string, wishes: Partial<PlanRequest> = {}, head = ''): SocketProgram {
  const [first] = codeOf(`  - ${step}`, wishes, head);
  assert.ok(first?.op === 'ws');
  return first.socket;
}

function receiveOf(step: string): ReceiveProgram {
  const receive = codeOf(`  - post: /m\n  - ws: /a\n  - ${step}`)[2];
  assert.ok(receive?.op === 'receive');
  return receive.receive;
}

/** Slots in the order of vars, then the first WebSocket. */
const ID = { slot: 0, column: undefined };
const SOCKET = 2;

describe('the handshake of a WebSocket', () => {
  const rows: readonly { readonly name: string; readonly step: string; readonly origin: string | undefined; readonly path: unknown }[] = [
    { name: 'at a path goes to the target', step: '{ ws: /a?b=1 }', origin: 'http://target.test', path: '/a?b=1' },
    { name: 'at ws:// goes to http://', step: '{ ws: "ws://target.test:99/x" }', origin: 'http://target.test:99', path: '/x' },
    { name: 'at wss:// goes to https://', step: '{ ws: "wss://target.test/x?y" }', origin: 'https://target.test', path: '/x?y' },
    { name: 'with a variable keeps its parts', step: '{ ws: "/a/${id}" }', origin: 'http://target.test', path: ['/a/', ID] },
    {
      name: 'at an absolute URL with a variable is only known at run time',
      step: '{ ws: "wss://target.test/${id}" }',
      origin: undefined,
      path: ['https://target.test/', ID],
    },
    { name: 'at a URL from a secret goes to http, too', step: '{ ws: "${secret.WS}/x" }', origin: 'http://target.test:9', path: '/x' },
    {
      name: 'at a URL from a secret with a variable goes to http, too',
      step: '{ ws: "${secret.WS}/${id}" }',
      origin: undefined,
      path: ['http://target.test:9/', ID],
    },
  ];
  for (const { name, step, origin, path } of rows) {
    it(name, () => {
      const { request } = socketOf(step, { secrets: { WS: 'ws://target.test:9' } });
      assert.deepEqual({ origin: request.origin, path: request.path }, { origin, path });
    });
  }
  it('is a GET without a body that only 101 answers', () => {
    const { request } = socketOf('{ ws: /a, timeout: 5s, headers: { x: y }, query: { q: "${id}" }, cookies: false }');
    const { method, body, expect, captures, keepBody, timeoutUs, cookies, query } = request;
    assert.deepEqual(
      { method, body, captures, keepBody, timeoutUs, cookies },
      {
        method: 'GET',
        body: { kind: 'none' },
        captures: [],
        keepBody: false,
        timeoutUs: 5_000_000,
        cookies: false,
      },
    );
    assert.deepEqual(expect.status, [{ from: 101, to: 101 }]);
    assert.deepEqual(query, [{ name: 'q', value: [ID] }]);
    assert.ok(request.headers.includes('x'));
  });
  it('takes the headers and the timeout of `http`', () => {
    const { request } = socketOf('{ ws: /a }', {}, 'http: { timeout: 3s, headers: { x-all: "1" } }');
    assert.equal(request.timeoutUs, 3_000_000);
    assert.ok(request.headers.includes('x-all'));
  });
  it('shares neither the limit of connections nor HTTP/2 with the requests', () => {
    const { program } = planSteps(
      '  - get: /a\n  - ws: /b',
      { workers: 4 },
      'target: https://target.test\nhttp: { http2: true, connections: 9 }',
    );
    assert.deepEqual(
      program.connections.map(({ limit, http2 }) => ({ limit, http2 })),
      [
        { limit: 9, http2: true },
        { limit: undefined, http2: false },
      ],
    );
  });
  it('keeps the number of workers where only requests are limited to one connection', () => {
    assert.equal(planSteps('  - ws: /b', { workers: 4 }, 'http: { connections: 1 }').workers, 4);
  });
  it('goes to allowed hosts alone', () => {
    for (const url of ['wss://other.test/a', '${secret.WS}/a']) {
      const planned = planText(`steps: [ { ws: "${url}" } ]\n${PHASES}`, { secrets: { WS: 'ws://other.test' } });
      assert.ok(!planned.ok);
      assert.deepEqual(
        planned.issues.map(({ code }) => code),
        ['host'],
      );
    }
  });
  it('has no use for a warning about HTTP/2', () => {
    const planned = planText(`http: { http2: true }\nsteps: [ { ws: /a } ]\n${PHASES}`);
    assert.deepEqual(planned.ok ? planned.warnings : planned.issues, []);
  });
});

describe('a ws step', () => {
  it('has all that it is asked for', () => {
    const socket = socketOf(
      '{ ws: /a, as: chat, name: open, subprotocol: "v${n}", ready: { type: welcome, id: "${id}" }, capture: { sid: $.sid }, heartbeat: 20s, deflate: true }',
    );
    const { request, ...rest } = socket;
    assert.equal(request.series, 0);
    assert.deepEqual(rest, {
      series: 0,
      name: 'open',
      slot: SOCKET,
      subprotocol: ['v', { slot: 1, column: undefined }],
      ready: { kind: 'json', json: ['{"type":"welcome","id":', { ...ID, whole: true }, '}'] },
      captures: [{ slot: 3, name: 'sid', pick: 'random', from: { kind: 'json', path: '$.sid' } }],
      heartbeatUs: 20_000_000,
      deflate: true,
      keepsMessages: false,
    });
  });
  it('has its defaults', () => {
    const plan = planSteps('  - ws: /a');
    const socket = plan.program.users[0]?.tasks[0]?.code[0];
    assert.ok(socket?.op === 'ws');
    const { heartbeatUs, deflate, subprotocol, ready } = socket.socket;
    assert.deepEqual(
      { heartbeatUs, deflate, subprotocol, ready },
      {
        heartbeatUs: Number.POSITIVE_INFINITY,
        deflate: false,
        subprotocol: undefined,
        ready: undefined,
      },
    );
    assert.deepEqual(plan.program.slots[SOCKET], { name: ' ws', kind: 'socket' });
    assert.deepEqual(plan.series, [{ name: 'ws /a', kind: 'ws', method: 'WS', tags: [], selected: true }]);
  });
  it('keeps messages where any flow of its user receives from it', () => {
    const { program } = planOf(`
users:
  a:
    start: [ { ws: /in, as: inbox }, { ws: /out, as: outbox } ]
    tasks: { t: { steps: [ { repeat: 2, steps: [ { receive: hi, on: inbox } ] } ] }, s: { steps: [ { send: hi, on: outbox } ] } }
  b: { start: [ { ws: /in, as: inbox } ], steps: [ { send: hi, on: inbox } ] }
${PHASES}`);
    const keeps = program.users.map((user) => user.start.map((each) => each.op === 'ws' && each.socket.keepsMessages));
    assert.deepEqual(keeps, [[true, false], [false]]);
  });
});

describe('a send', () => {
  const rows: readonly { readonly name: string; readonly send: string; readonly message: unknown }[] = [
    {
      name: 'of a map is JSON',
      send: '{ a: 1, id: "${id}" }',
      message: { kind: 'json', json: ['{"a":1,"id":', { ...ID, whole: true }, '}'] },
    },
    { name: 'of a list is JSON', send: '[1, x]', message: { kind: 'json', json: '[1,"x"]' } },
    { name: 'of a text is that text', send: '"hi ${id}"', message: { kind: 'text', text: ['hi ', ID] } },
    { name: 'of bytes is so many', send: '{ bytes: 1KB }', message: { kind: 'bytes', size: 1_000 } },
    { name: 'of more than bytes is JSON', send: '{ bytes: 1KB, a: 1 }', message: { kind: 'json', json: '{"bytes":"1KB","a":1}' } },
    { name: 'of bytes that are no size is JSON', send: '{ bytes: many }', message: { kind: 'json', json: '{"bytes":"many"}' } },
    { name: 'of bytes that are no size is JSON', send: '{ bytes: [5] }', message: { kind: 'json', json: '{"bytes":[5]}' } },
  ];
  for (const { name, send, message } of rows)
    it(name, () => {
      const instruction = codeOf(`  - ws: /a\n  - { send: ${send} }`)[1];
      assert.deepEqual(instruction, { op: 'send', send: { slot: SOCKET, message } });
    });
});

describe('a receive', () => {
  it('has all that it is asked for', () => {
    const { series, ...rest } = receiveOf('{ receive: { a: "${id}" }, within: 2s, since: POST /m, name: reply, capture: { b: $.b } }');
    assert.equal(series, 2);
    assert.deepEqual(rest, {
      name: 'reply',
      slot: SOCKET,
      match: { kind: 'json', json: ['{"a":', { ...ID, whole: true }, '}'] },
      shownMatch: '{"a":"${id}"}',
      withinUs: 2_000_000,
      since: 0,
      captures: [{ slot: 3, name: 'b', pick: 'random', from: { kind: 'json', path: '$.b' } }],
    });
  });
  it('waits for 10 s from the last send, where nothing else is said', () => {
    const { withinUs, since, name } = receiveOf('receive: hi');
    assert.deepEqual({ withinUs, since, name }, { withinUs: 10_000_000, since: -1, name: 'receive ws' });
  });
  const shown: readonly { readonly name: string; readonly receive: string; readonly match: unknown; readonly shown: string }[] = [
    { name: 'a text', receive: '"a\\n  b"', match: { kind: 'text', text: 'a\n  b' }, shown: 'a b' },
    { name: 'a regular expression', receive: '"/a b/i"', match: { kind: 'regex', source: 'a b', flags: 'i' }, shown: '/a b/i' },
    { name: 'JSON', receive: '{ a: [1, "x y"] }', match: { kind: 'json', json: '{"a":[1,"x y"]}' }, shown: '{"a":[1,"x y"]}' },
    { name: 'a path', receive: '/a/b c', match: { kind: 'text', text: '/a/b c' }, shown: '/a/b c' },
    { name: 'a long text', receive: 'x'.repeat(81), match: { kind: 'text', text: 'x'.repeat(81) }, shown: `${'x'.repeat(79)}…` },
    { name: 'a text that just fits', receive: 'x'.repeat(80), match: { kind: 'text', text: 'x'.repeat(80) }, shown: 'x'.repeat(80) },
  ];
  for (const { name, receive, match, shown: line } of shown)
    it(`shows ${name} in one line`, () => {
      const program = receiveOf(`{ receive: ${receive} }`);
      assert.deepEqual([program.match, program.shownMatch], [match, line]);
    });
});

const USER = (start: string, steps: string): string => `${VARS}\nusers: { u: { start: ${start}, steps: ${steps} } }\n${PHASES}`;

describe('a hold', () => {
  const rows: readonly { readonly name: string; readonly yaml: string; readonly slots: readonly string[] }[] = [
    { name: 'what the flow has opened', yaml: USER('[]', '[ { ws: /a }, { ws: /b, as: b }, { hold: 5s } ]'), slots: [' ws', ' b'] },
    { name: 'what `start` has opened', yaml: USER('[ { ws: /i, as: i } ]', '[ { ws: /a }, { hold: 5s } ]'), slots: [' i', ' ws'] },
    {
      name: 'not what is closed',
      yaml: USER('[ { ws: /i, as: i }, { ws: /j, as: j }, { close: j } ]', '[ { ws: /a }, { close: ws }, { hold: 5s } ]'),
      slots: [' i'],
    },
    { name: 'not what is opened later', yaml: USER('[]', '[ { ws: /a }, { hold: 5s }, { ws: /b, as: b } ]'), slots: [' ws'] },
  ];
  for (const { name, yaml, slots } of rows)
    it(`keeps ${name}`, () => {
      const { program } = planOf(yaml.replace('start: [], ', ''));
      const hold = program.users[0]?.tasks[0]?.code.find((each) => each.op === 'hold');
      assert.ok(hold?.op === 'hold');
      assert.equal(hold.holdUs, 5_000_000);
      assert.deepEqual(
        hold.slots.map((slot) => program.slots[slot]?.name),
        slots,
      );
    });
});

describe('a task', () => {
  const rows: readonly { readonly name: string; readonly steps: string; readonly needs: readonly string[] }[] = [
    { name: 'needs the connection that it sends to', steps: '[ { send: hi, on: i } ]', needs: [' i'] },
    { name: 'needs the connection that it receives from', steps: '[ { receive: hi, on: i } ]', needs: [' i'] },
    { name: 'needs the connections that it holds', steps: '[ { ws: /a }, { hold: 1s } ]', needs: [' i'] },
    { name: 'needs the connection that it closes', steps: '[ { close: i } ]', needs: [' i'] },
    { name: 'does not need one that it opens itself', steps: '[ { ws: /a, as: i }, { send: hi, on: i }, { close: i } ]', needs: [] },
    { name: 'needs what a message holds', steps: '[ { send: { a: ["${x}"] }, on: i } ]', needs: [' i', 'x'] },
    { name: 'needs what a message must hold', steps: '[ { receive: { a: "${x}" }, on: i } ]', needs: [' i', 'x'] },
    { name: 'needs what `ready` must hold', steps: '[ { ws: "/a", subprotocol: "${y}", ready: "is ${x}" } ]', needs: ['y', 'x'] },
    {
      name: 'does not need what a message has told it before',
      steps: '[ { ws: /a, ready: /./, capture: { x: $.x } }, { receive: hi, capture: { y: $.y } }, { send: "${x} ${y}" } ]',
      needs: [],
    },
    { name: 'needs what it captures too late', steps: '[ { ws: /a }, { receive: "${x}", capture: { x: $.x } } ]', needs: ['x'] },
  ];
  for (const { name, steps, needs } of rows)
    it(name, () => {
      const { program } = planOf(
        `users: { u: { start: [ { ws: /i, as: i } ], tasks: { first: { steps: [ { get: /p, capture: { x: $.x, y: $.y } } ] }, second: { steps: ${steps} } } } }\n${PHASES}`,
      );
      const task = program.users[0]?.tasks[1];
      assert.deepEqual(
        task?.needs.map((slot) => program.slots[slot]?.name),
        needs,
      );
    });
  it('is charged for drops with its first handshake or wait', () => {
    const firsts = [
      '[ { send: hi, on: i }, { receive: hi, on: i }, { get: /a } ]',
      '[ { hold: 1s }, { ws: /a } ]',
      '[ { send: hi, on: i } ]',
    ].map((steps) => {
      const plan = planOf(USER('[ { ws: /i, as: i } ]', steps));
      return plan.series[plan.program.users[0]?.tasks[0]?.firstSeries ?? -1]?.name;
    });
    assert.deepEqual(firsts, ['receive i', 'ws /a', undefined]);
  });
});

describe('unique rows', () => {
  const data = 'data: { row: { values: [a, b, c], pick: unique } }\n';
  const rows: readonly { readonly name: string; readonly steps: string }[] = [
    { name: 'a send reads', steps: '[ { ws: /a }, { send: { x: "${row}" } } ]' },
    { name: 'a receive reads', steps: '[ { ws: /a }, { receive: "${row}" } ]' },
    { name: 'the subprotocol reads', steps: '[ { ws: /a, subprotocol: "${row}" } ]' },
    { name: '`ready` reads', steps: '[ { ws: /a, ready: { x: "${row}" } } ]' },
  ];
  for (const { name, steps } of rows)
    it(`that ${name} must suffice`, () => {
      const planned = planText(`${data}steps: ${steps}\nphases: [ { iterations: 4, users: 1, max_duration: 9s } ]`);
      assert.ok(!planned.ok);
      assert.deepEqual(
        planned.issues.map(({ code, line }) => [code, line]),
        [['data', 3]],
      );
    });
  it('that `start` sends are kept for good', () => {
    const { program } = planOf(
      `${data}users: { u: { start: [ { ws: /a }, { send: "\${row}" } ], steps: [ { get: "/\${row}" } ] } }\n${PHASES}`,
    );
    assert.deepEqual(program.users[0]?.iterationSlots, []);
  });
});

describe('what a plan says of its WebSockets before the run', () => {
  it('counts the bytes that are sent', () => {
    const yaml =
      'steps: [ { ws: /a }, { repeat: 10, steps: [ { send: { bytes: 1MB } }, { send: hello } ] } ]\nphases: [ { iterations: 2, users: 1, max_duration: 9s } ]';
    const refused = planText(yaml, { caps: { maxRatePerSec: 1e6, maxUsers: 1e6, maxDurationMs: 1e9, maxBytes: 20_000_099 } });
    assert.ok(!refused.ok && refused.issues[0]?.code === 'cap');
    assert.ok(planText(yaml, { caps: { maxRatePerSec: 1e6, maxUsers: 1e6, maxDurationMs: 1e9, maxBytes: 20_000_100 } }).ok);
  });
  const rows: readonly { readonly name: string; readonly steps: string; readonly drainMs: number }[] = [
    { name: 'a handshake', steps: '[ { ws: /a, timeout: 7s } ]', drainMs: 7_000 },
    { name: 'a handshake with the default', steps: '[ { ws: /a } ]', drainMs: 10_000 },
    { name: 'a receive', steps: '[ { ws: /a, timeout: 1s }, { repeat: 2, steps: [ { receive: hi, within: 20s } ] } ]', drainMs: 20_000 },
    { name: 'no hold', steps: '[ { ws: /a, timeout: 1s }, { hold: 50s }, { send: hi }, { close: ws } ]', drainMs: 1_000 },
  ];
  for (const { name, steps, drainMs } of rows)
    it(`leaves time at the end for ${name}`, () => assert.equal(planOf(`steps: ${steps}\n${PHASES}`).drainMs, drainMs));
});
