import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostSockets } from '../../src/plan/count-sockets.ts';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import { planOf, planText } from '../support/build-plan.ts';

const TEN = 'phases: [ { name: ten, users: 10, duration: 1s } ]';

describe('the most connections at once', () => {
  const rows: readonly { readonly name: string; readonly yaml: string; readonly expected: readonly [number, number, number] }[] = [
    { name: 'are none without a request', yaml: `steps: [ { think: 1s } ]\n${TEN}`, expected: [0, 0, -1] },
    { name: 'are one a user that makes requests', yaml: `steps: [ { get: /a }, { get: /b } ]\n${TEN}`, expected: [0, 10, 0] },
    {
      name: 'are no more requests than their limit',
      yaml: `http: { connections: 4 }\nsteps: [ { get: /a }, { ws: /b } ]\n${TEN}`,
      expected: [10, 4, 0],
    },
    { name: 'count a WebSocket each, and no request for its handshake', yaml: `steps: [ { ws: /a } ]\n${TEN}`, expected: [10, 0, 0] },
    { name: 'count one that is opened again once', yaml: `steps: [ { ws: /a }, { ws: /b } ]\n${TEN}`, expected: [10, 0, 0] },
    {
      name: 'count those of a user that are open together',
      yaml: `steps: [ { ws: /a, as: a }, { close: a }, { ws: /b, as: b }, { ws: /c, as: c }, { close: b }, { close: c } ]\n${TEN}`,
      expected: [20, 0, 0],
    },
    {
      name: 'count what an iteration leaves open for the next one',
      yaml: `steps: [ { ws: /a, as: a }, { close: a }, { ws: /b, as: b } ]\n${TEN}`,
      expected: [20, 0, 0],
    },
    {
      name: 'count what stays open from `start` and from other tasks',
      yaml: `users: { u: { start: [ { ws: /i, as: i } ], tasks: { a: { steps: [ { ws: /a, as: a } ] }, b: { steps: [ { ws: /b, as: b }, { close: b } ] } } } }\n${TEN}`,
      expected: [30, 0, 0],
    },
    {
      name: 'are shared among profiles by their weights',
      yaml: `users: { a: { weight: 3, steps: [ { ws: /a } ] }, b: { weight: 1, steps: [ { get: /b } ] } }\nphases: [ { users: 40, duration: 1s } ]`,
      expected: [30, 10, 0],
    },
    {
      name: 'are those of the phase with the most',
      yaml: 'steps: [ { ws: /a } ]\nphases: [ { users: 10, duration: 1s }, { pause: 1s }, { iterations: 99, users: 30, max_duration: 9s }, { users: 20, duration: 1s } ]',
      expected: [30, 0, 2],
    },
    {
      name: 'follow a level that falls',
      yaml: 'steps: [ { ws: /a } ]\nphases: [ { users: 10, duration: 1s }, { users: 2, ramp: 5s, duration: 9s } ]',
      expected: [10, 0, 0],
    },
    {
      name: 'are no more than the users that a slow spawn rate reaches',
      yaml: 'steps: [ { ws: /a } ]\nphases: [ { users: 100, spawn_rate: 10/s, duration: 4500ms } ]',
      expected: [46, 0, 0],
    },
    {
      name: 'are those of max_users in the open model',
      yaml: 'steps: [ { ws: /a } ]\nphases: [ { arrival_rate: 100/s, duration: 10s, max_users: 70 } ]',
      expected: [70, 0, 0],
    },
    {
      name: 'are no more than the arrivals of the open model',
      yaml: 'steps: [ { ws: /a } ]\nphases: [ { arrival_rate: 2/s, duration: 4s }, { arrival_rate: 1/s, duration: 3s, max_users: 50 } ]',
      expected: [11, 0, 1],
    },
  ];
  for (const { name, yaml, expected } of rows)
    it(name, () => {
      const { webSockets, requests, phase } = mostSockets(planOf(yaml));
      assert.deepEqual([webSockets, requests, phase], expected);
    });
});

describe('a plan for more connections than the machine has', () => {
  const SOCKETS =
    'steps: [ { ws: /a }, { get: /b } ]\nphases: [ { name: few, users: 1, duration: 1s }, { name: many, users: 500, duration: 1s } ]';
  const REQUESTS = 'steps: [ { get: /b } ]\nphases: [ { users: 1000, duration: 1s } ]';
  type Machine = PlanRequest['machine'];
  const codes = (yaml: string, machine: Machine, requireSecrets = true): readonly string[] => {
    const planned = planText(yaml, { machine, requireSecrets });
    return (planned.ok ? planned.warnings : planned.issues).map(({ severity, code }) => `${severity} ${code}`);
  };
  const rows: readonly {
    readonly name: string;
    readonly yaml: string;
    readonly machine: Machine;
    readonly looked?: true;
    readonly issues: readonly string[];
  }[] = [
    { name: 'is made where nothing is known of it', yaml: SOCKETS, machine: { openFiles: undefined, ports: undefined }, issues: [] },
    { name: 'is made where they just suffice', yaml: SOCKETS, machine: { openFiles: 1_064, ports: 1_000 }, issues: [] },
    { name: 'is refused for one file', yaml: SOCKETS, machine: { openFiles: 1_063, ports: 1_000 }, issues: ['error open-files'] },
    { name: 'is refused for one port', yaml: SOCKETS, machine: { openFiles: 1_064, ports: 999 }, issues: ['error ports'] },
    {
      name: 'is refused for both at once',
      yaml: SOCKETS,
      machine: { openFiles: 10, ports: 10 },
      issues: ['error open-files', 'error ports'],
    },
    {
      name: 'is made with a warning where it is only looked at',
      yaml: SOCKETS,
      machine: { openFiles: 10, ports: 10 },
      looked: true,
      issues: ['warning open-files', 'warning ports'],
    },
    {
      name: 'is made with a warning where only requests want them',
      yaml: REQUESTS,
      machine: { openFiles: 1_063, ports: 999 },
      issues: ['warning open-files', 'warning ports'],
    },
  ];
  for (const { name, yaml, machine, looked, issues } of rows)
    it(name, () => assert.deepEqual(codes(yaml, machine, looked !== true), issues));
  it('says which phase, how many, and what to do', () => {
    const planned = planText(SOCKETS, { machine: { openFiles: 1_024, ports: 600 } });
    assert.ok(!planned.ok);
    const [files, ports] = planned.issues;
    assert.ok(files && ports);
    assert.equal(files.line, 3);
    for (const words of ['phase many', '500 WebSockets and 500 HTTP connections', '1,024 files'])
      assert.ok(files.message.includes(words), files.message);
    assert.ok(files.suggestion?.includes('`ulimit -n 1064`'), files.suggestion);
    assert.ok(ports.suggestion?.includes('sysctl -w net.ipv4.ip_local_port_range="1024 65535"'), ports.suggestion);
  });
});
