import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesPhase } from '../../../src/metrics/run-summary.ts';
import { judgeRun } from '../../../src/verdict/judge-run.ts';
import { planOf } from '../../support/build-plan.ts';
import { budget, buildLimit, buildRow, buildSla } from '../../support/build-sla.ts';
import { runEngines, type EngineRun, type EngineWishes } from '../../support/run-engines.ts';

function runFlow(yaml: string, wishes: EngineWishes): EngineRun {
  const done = runEngines(planOf(yaml), wishes);
  assert.deepEqual(done.run.imbalances, []);
  return done;
}

function seriesOf({ run }: EngineRun, name: string, phase = 0): SeriesPhase {
  const found = run.series.find((series) => series.name === name)?.perPhase[phase];
  assert.ok(found, `there is no series ${name}`);
  return found;
}

const ONCE = 'phases:\n  - { iterations: 1, users: 1, max_duration: 1m }\n';

test('The words of a failure leave out what a later step would capture from the message that they show.', () => {
  const steps = `
steps:
  - ws: /ws
    ready: { type: welcome }
    capture: { key: $.key }
  - receive: { type: ack }
    within: 50ms
  - receive: { type: session }
    capture: { token: $.token }
  - get: /x?token=\${token}&key=\${key}
    name: x
`;
  const done = runFlow(steps + ONCE, {
    serve: (peer) =>
      peer.accept(5).say({ type: 'welcome', key: 'k-first' }).say({ type: 'session', token: 'eyJhbGciOi', key: 'k-other' }, 10),
  });
  const sample = seriesOf(done, 'receive ws').failures[0]?.sample ?? '';
  assert.match(sample, /nobody has received: \{"type":"session","token":"\*\*\*","key":"\*\*\*"\}$/);
});

test('Messages of a connection that was never ready are counted as received by nobody.', () => {
  const steps = 'steps:\n  - ws: /ws\n    timeout: 200ms\n    ready: welcome\n  - receive: x\n';
  const done = runFlow(steps + ONCE, { serve: (peer) => peer.accept(5).say('a', 10).say('b', 20) });
  const { counts, socket } = seriesOf(done, 'ws /ws');
  assert.deepEqual([counts.timedOut, socket?.counts.messagesIn, socket?.counts.unmatched], [1, 2, 2]);
});

const FLOOD = `
steps:
  - ws: /ws
    timeout: 2s
  - repeat: 6400
    steps: [ { send: { bytes: 1KB } } ]
phases:
  - { users: 3, duration: 10s }
`;

test('A target that takes no messages any more has dropped the connection once its time is over.', () => {
  const done = runFlow(FLOOD, {
    serve: (peer) => {
      peer.accept(5);
      peer.bufferedBytes = 2_000_000;
    },
  });
  const { counts, failures } = seriesOf(done, 'ws /ws');
  // Each user's connection lasts for 2 s and a little: four are given up within 10 s.
  assert.deepEqual([counts.ok, counts.drops], [15, 12]);
  assert.deepEqual(
    failures.map((failure) => [failure.class, failure.reason, failure.count]),
    [['timeout', 'timeout: messages not taken within 2 s', 12]],
  );
  assert.deepEqual([done.run.phases[0]?.iterations.failed, done.run.phases[0]?.iterations.interrupted], [12, 3]);
  assert.equal(done.peers.filter((peer) => peer.isDestroyed).length, 12);
  assert.equal(judgeRun(done.run, buildSla({ endpoints: [buildRow('*', budget(0.01))] }), 1).state, 'breach');
});

test('Between two turns of a user that only sends, time goes on, so that answers to others are read.', () => {
  const done = runFlow(FLOOD.replace(/users: 3.*/, 'iterations: 1, users: 1 }'), { serve: (peer) => peer.accept(5) });
  assert.equal(seriesOf(done, 'ws /ws').socket?.counts.messagesOut, 6_400);
  assert.ok(done.endedMs >= 6_400 / 64, `all was sent in ${done.endedMs} ms`);
});

for (const [name, warmup, drops, state] of [
  ['of load is charged to it', false, [5, 0, 0], 'breach'],
  ['that only warms up is not judged, and what is promised of connections has no data', true, [5, 0, 0], 'inconclusive'],
] as const) {
  test(`A connection that is dropped in the pause after a phase ${name}.`, () => {
    const yaml = `
users:
  idle:
    start: [ { ws: /in } ]
    steps: [ { get: /x } ]
    think: 20ms
phases:
  - { name: before, users: 5, duration: 3s, warmup: ${warmup} }
  - { name: rest, pause: 5s }
  - { name: after, users: 5, duration: 3s }
`;
    const done = runFlow(yaml, { serve: (peer) => peer.accept(5).end(1_006, 5_000) });
    assert.deepEqual(
      [0, 1, 2].map((phase) => seriesOf(done, 'ws /in', phase).counts.drops),
      drops,
    );
    const noDrops = buildRow('ws /in', buildLimit({ kind: 'drops' }, '<=', 0));
    assert.equal(judgeRun(done.run, buildSla({ endpoints: [noDrops] }), 1).state, state);
  });
}
