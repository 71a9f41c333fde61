import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { estimateSamples } from '../../src/plan/estimate-samples.ts';
import { planOf } from '../support/build-plan.ts';

/** Samples of each series in all phases together, at 100 ms a request, rounded. */
function samplesOf(yaml: string): Readonly<Record<string, number>> {
  const plan = planOf(yaml);
  const estimates = estimateSamples(plan, () => 100);
  return Object.fromEntries(
    plan.series.map(({ name }, series) => [
      name,
      Math.round((estimates[series] ?? []).reduce((sum, { samples }) => sum + samples, 0) * 1_000) / 1_000,
    ]),
  );
}

describe('the samples that a plan will give', () => {
  const rows: readonly { readonly name: string; readonly yaml: string; readonly expected: Readonly<Record<string, number>> }[] = [
    {
      name: 'are the arrivals of the open model, by the shares of profiles and tasks',
      yaml: `
users:
  a: { weight: 3, tasks: { x: { weight: 1, steps: [ { get: /x } ] }, y: { weight: 4, steps: [ { get: /y } ] } } }
  b: { weight: 1, steps: [ { get: /b } ] }
phases: [ { arrival_rate: 100/s, duration: 10s } ]`,
      expected: { 'GET /x': 150, 'GET /y': 600, 'GET /b': 250 },
    },
    {
      name: 'are multiplied by loops, a poll counts once, a parallel each',
      yaml: `
data: { word: [a, b, c] }
steps:
  - repeat: 4
    steps: [ { get: /r }, { for_each: word, steps: [ { get: "/\${word}" } ] } ]
  - parallel: [ { get: /p }, { get: /q } ]
  - poll: { get: /job, every: 10ms, within: 2s, until: { status: 200 } }
  - get: /r
phases: [ { iterations: 10, max_duration: 10s } ]`,
      expected: { 'GET /r': 50, 'GET /${word}': 120, 'GET /p': 10, 'GET /q': 10, 'GET /job (poll)': 10 },
    },
    {
      // 10 users for 20 s; a cycle is 2 requests of 100 ms, 300 ms between them and 500 ms of think time: 1 s.
      name: 'are users × time ÷ cycle in the closed model',
      yaml: 'users: { u: { think: 500ms, steps: [ { get: /a }, { think: 300ms }, { get: /b } ] } }\nphases: [ { users: 10, duration: 20s } ]',
      expected: { 'GET /a': 200, 'GET /b': 200 },
    },
    {
      // Joining at 0, 1, 2, 3 s of a ramp of 4 s, one iteration at once and one every 2 s: 5 + 5 + 4 + 4.
      name: 'follow the ramp of the closed model, and its pace',
      yaml: 'users: { u: { think: pace 2s, steps: [ { get: /a } ] } }\nphases: [ { users: 4, ramp: 4s, duration: 10s } ]',
      expected: { 'GET /a': 18 },
    },
    {
      // 5 users for 22 s; a cycle is a handshake and two waits of 100 ms and 1.9 s of hold; sends take no time and give no sample.
      name: 'are those of handshakes and waits for messages, too',
      yaml: 'steps: [ { ws: /a }, { repeat: 2, steps: [ { send: hi }, { receive: hi } ] }, { hold: 1900ms }, { close: ws } ]\nphases: [ { users: 5, duration: 22s } ]',
      expected: { 'ws /a': 50, 'receive ws': 100 },
    },
    {
      // 8 users; after 100 ms each has its socket, and after 1 s, 2 s … a message of the thousand: 9 by 9.15 s.
      name: 'are what a flow has come to where an iteration is longer than its phase',
      yaml: 'steps: [ { ws: /a }, { repeat: 1000, steps: [ { think: 900ms }, { get: /b } ] }, { close: ws }, { get: /late } ]\nphases: [ { users: 8, duration: 9150ms } ]',
      expected: { 'ws /a': 8, 'GET /b': 72, 'GET /late': 0 },
    },
    {
      // A socket held for 20 s: one of each user by the end of the first phase, none in the second, which lasts to 19 s; two new users have one each.
      name: 'go on where the phase before has ended',
      yaml: 'steps: [ { ws: /a }, { hold: 19900ms }, { close: ws } ]\nphases: [ { users: 4, duration: 10s }, { users: 6, duration: 9s } ]',
      expected: { 'ws /a': 6 },
    },
    {
      // Levels 3, 1 and 3: the youngest two leave at once, and two others come for 10 s each; a request of 100 ms and 900 ms of think time.
      name: 'end with the users that leave, and begin with those that come',
      yaml: 'users: { u: { think: 900ms, steps: [ { get: /a } ] } }\nphases: [ { users: 3, duration: 10s }, { users: 1, duration: 10s }, { users: 3, duration: 10s } ]',
      expected: { 'GET /a': 70 },
    },
    {
      name: 'of `start` are one a virtual user, which a change of phase does not renew',
      yaml: 'users: { u: { start: [ { post: /in } ], think: 1s..3s, steps: [ { think: 900ms }, { get: /a } ] } }\nphases: [ { users: 5, duration: 30s }, { users: 8, duration: 30s } ]',
      // 13 users × 30 s ÷ (0.9 + 0.1 + 2 s)
      expected: { 'POST /in': 8, 'GET /a': 130 },
    },
    {
      name: 'of fixed work go to the faster profile more often',
      yaml: `
users:
  fast: { steps: [ { get: /fast } ] }
  slow: { steps: [ { get: /slow }, { get: /slow }, { get: /slow } ] }
phases: [ { iterations: 400, users: 2, max_duration: 10s } ]`,
      // One user each, in turns of 100 and of 300 ms: three to one.
      expected: { 'GET /fast': 300, 'GET /slow': 300 },
    },
    {
      name: 'are none where the tasks are filtered out or nothing is done',
      yaml: 'steps: [ { get: /a } ]\nphases: [ { pause: 5s }, { users: 0, duration: 5s }, { iterations: 1, max_duration: 1s } ]',
      expected: { 'GET /a': 1 },
    },
  ];
  for (const { name, yaml, expected } of rows) it(name, () => assert.deepEqual(samplesOf(yaml), expected));
  it('grow with time by what the level makes a second', () => {
    const plan = planOf(
      'steps: [ { get: /a }, { get: /a } ]\nphases: [ { arrival_rate: 30/s, ramp: 10s, duration: 20s }, { users: 4, duration: 5s }, { iterations: 9, max_duration: 5s } ]',
    );
    assert.deepEqual(
      estimateSamples(plan, () => 100)[0]?.map(({ perSec }) => perSec),
      [60, 40, 0],
    );
  });
  it('grow with time by what comes next where an iteration is longer than its phase, and not at all by what comes once', () => {
    const plan = planOf(
      'steps: [ { ws: /a }, { repeat: 500, steps: [ { get: /b } ] }, { close: ws } ]\nphases: [ { users: 4, duration: 5100ms } ]',
    );
    assert.deepEqual(
      estimateSamples(plan, () => 100).map(([phase]) => Math.round((phase?.perSec ?? 0) * 1_000) / 1_000),
      [0, 40],
    );
  });
  it('are certain where each virtual user that comes gives one, but not where arrivals decide how many there are', () => {
    const users = 'users: { u: { start: [ { post: /in } ], steps: [ { get: /a } ] } }';
    const certain = (phase: string): unknown =>
      estimateSamples(planOf(`${users}\nphases: [ ${phase} ]`), () => 100).map(([first]) => first?.certain);
    assert.deepEqual(certain('{ users: 7, duration: 5s }'), [7, 0]);
    assert.deepEqual(certain('{ iterations: 9, users: 3, max_duration: 5s }'), [3, 0]);
    assert.deepEqual(certain('{ arrival_rate: 50/s, duration: 5s }'), [0, 0]);
  });
  it('follow the time of each series', () => {
    const plan = planOf('steps: [ { get: /a }, { parallel: [ { get: /b }, { get: /c } ] } ]\nphases: [ { users: 1, duration: 12s } ]');
    // 100 ms, and the slower of 200 and 300 ms.
    const times = [100, 200, 300];
    assert.deepEqual(
      estimateSamples(plan, (series) => times[series] ?? 0).map(([phase]) => phase?.samples),
      [30, 30, 30],
    );
  });
});
