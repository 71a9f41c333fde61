import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentileUs } from '../../../src/metrics/distribution.ts';
import type { RunSummary, SeriesPhase, SocketSummary } from '../../../src/metrics/run-summary.ts';
import { planOf } from '../../support/build-plan.ts';
import type { PretendedPeer } from '../../support/pretend-sockets.ts';
import { runEngines, type EngineRun, type EngineWishes } from '../../support/run-engines.ts';

/** One flow, one user, `times` iterations. */
function flow(steps: string, times = 1): string {
  return `steps:\n${steps.replaceAll(/^/gm, '  ')}\nphases:\n  - { iterations: ${times}, users: 1, max_duration: 1m }\n`;
}

function runFlow(yaml: string, wishes: EngineWishes): EngineRun {
  const done = runEngines(planOf(yaml), wishes);
  assert.deepEqual(done.run.imbalances, []);
  return done;
}

function seriesOf(run: RunSummary, name: string, phase = 0): SeriesPhase {
  const found = run.series.find((series) => series.name === name)?.perPhase[phase];
  assert.ok(found, `there is no series ${name}`);
  return found;
}

function socketOf(run: RunSummary, name: string, phase = 0): SocketSummary {
  const { socket } = seriesOf(run, name, phase);
  assert.ok(socket);
  return socket;
}

function failuresOf(run: RunSummary, name: string): readonly (readonly [string, string, number])[] {
  return seriesOf(run, name).failures.map((failure) => [failure.class, failure.reason, failure.count]);
}

const CHAT = `
- ws: /ws/chat
  as: chat
- send: { id: 1 }
  on: chat
- receive: { type: reply, id: 1 }
  on: chat
  within: 1s
- close: chat`;

const reply =
  (afterMs: number) =>
  (peer: PretendedPeer): void => {
    peer.accept(5);
    peer.onMessage = (text) => peer.say({ type: 'reply', id: (JSON.parse(text) as { id: number }).id }, afterMs);
  };

test('A connection is opened, a message sent, its answer received and timed, the connection closed.', () => {
  const { run, peers } = runFlow(flow(CHAT), { serve: reply(40) });
  const [peer] = peers;
  assert.equal(peer?.opening.path, '/ws/chat');
  assert.equal(peer.closedWith, 1_000);
  const connect = seriesOf(run, 'ws /ws/chat');
  assert.deepEqual([connect.counts.ok, connect.latency.lowestUs, connect.status], [1, 5_000, { 101: 1 }]);
  const received = seriesOf(run, 'receive chat');
  assert.deepEqual([received.counts.ok, received.latency.lowestUs, received.ttfb.count], [1, 40_000, 0]);
  const { counts, concurrent } = socketOf(run, 'ws /ws/chat');
  assert.deepEqual({ ...counts, concurrent }, { messagesIn: 1, messagesOut: 1, unmatched: 0, late: 0, duplicates: 0, concurrent: 1 });
  assert.equal(connect.session.lowestUs, 40_000);
  assert.equal(connect.counts.drops, 0);
});

test('With `ready` a connection counts as connected when the message came, and its time with it.', () => {
  const { run } = runFlow(flow('- ws: /ws\n  ready: { type: welcome }'), {
    serve: (peer) => peer.accept(5).say({ type: 'noise' }, 20).say({ type: 'welcome' }, 70),
  });
  const connect = seriesOf(run, 'ws /ws');
  assert.deepEqual([connect.counts.ok, connect.latency.lowestUs, connect.ttfb.lowestUs], [1, 70_000, 5_000]);
});

test('A server that opens and then rejects has failed the connect, and the steps behind it are not tried.', () => {
  const { run, sent } = runFlow(flow('- ws: /ws\n  ready: { type: welcome }\n- get: /never'), {
    serve: (peer) => peer.accept(5).end(1_008, 30, 'bad token'),
  });
  const { counts } = seriesOf(run, 'ws /ws');
  assert.deepEqual([counts.ok, counts.failed, counts.drops], [0, 1, 0]);
  assert.deepEqual(failuresOf(run, 'ws /ws'), [['ws-close', 'closed 1008', 1]]);
  assert.equal(sent.length, 0);
  assert.equal(run.phases[0]?.iterations.failed, 1);
});

test('Without `ready` such a server has dropped the connection, which is a failure too.', () => {
  const { run } = runFlow(flow('- ws: /ws\n- hold: 1s'), { serve: (peer) => peer.accept(5).end(1_008, 30) });
  const { counts, session } = seriesOf(run, 'ws /ws');
  assert.deepEqual([counts.ok, counts.drops, session.lowestUs], [1, 1, 25_000]);
  assert.deepEqual(failuresOf(run, 'ws /ws'), [['ws-close', 'closed 1008', 1]]);
  assert.equal(run.phases[0]?.iterations.failed, 1, 'a hold of nothing is over');
});

test('A handshake that is refused is a failure with its status.', () => {
  const { run } = runFlow(flow('- ws: /ws'), { serve: (peer) => peer.refuse(401) });
  assert.deepEqual(failuresOf(run, 'ws /ws'), [['status', 'status 401', 1]]);
  assert.deepEqual(seriesOf(run, 'ws /ws').status, { 401: 1 });
});

test('One time limit is over connect, handshake and `ready`.', () => {
  const yaml = flow('- ws: /ws\n  timeout: 200ms\n  ready: { type: welcome }');
  const never = runFlow(yaml, { serve: () => undefined });
  assert.deepEqual(failuresOf(never.run, 'ws /ws'), [['timeout', 'timeout after 200 ms', 1]]);
  assert.equal(never.peers[0]?.isDestroyed, true);
  const mute = runFlow(yaml, { serve: (peer) => peer.accept(150) });
  assert.deepEqual(failuresOf(mute.run, 'ws /ws'), [['timeout', 'timeout after 200 ms', 1]]);
  assert.match(seriesOf(mute.run, 'ws /ws').failures[0]?.sample ?? '', /waited for the message that makes it ready/);
  assert.equal(mute.endedMs < 300, true);
});

const PUSH = `
- ws: /inbox
  as: inbox
- post: /messages
  json: { id: 7 }
- receive: { type: notification, id: 7 }
  on: inbox
  since: POST /messages
  within: 1s
  name: end to end`;

for (const [name, pushMs, answerMs] of [
  ['after', 250, 100],
  ['before', 60, 100],
] as const) {
  test(`The time from an HTTP request to its push is right when the push comes ${name} the answer.`, () => {
    let inbox: PretendedPeer | undefined;
    const { run } = runFlow(flow(PUSH), {
      serve: (peer) => {
        inbox = peer.accept(5);
      },
      answer: () => {
        inbox?.say({ type: 'notification', id: 7 }, pushMs);
        return { afterMs: answerMs };
      },
    });
    const { counts, latency, service } = seriesOf(run, 'end to end');
    assert.deepEqual([counts.ok, latency.lowestUs, service.lowestUs], [1, pushMs * 1_000, pushMs * 1_000]);
  });
}

test('A push that came before the request is not its effect.', () => {
  const { run } = runFlow(flow(PUSH.replace('- post', '- think: 100ms\n- post')), {
    serve: (peer) => peer.accept(5).say({ type: 'notification', id: 7 }, 20),
    answer: () => ({ afterMs: 10 }),
  });
  assert.deepEqual(failuresOf(run, 'end to end'), [['timeout', 'timeout: no such message within 1 s', 1]]);
  assert.equal(socketOf(run, 'ws /inbox').counts.unmatched, 1);
});

test('Late, lost and duplicated answers are counted exactly, and a lost one is a failure of its step alone.', () => {
  const steps = `
- ws: /ws
- repeat: 30
  as: n
  steps:
    - send: { n: "\${n}" }
    - receive: { n: "\${n}" }
      within: 100ms
- think: 500ms`;
  const { run } = runFlow(flow(steps), {
    serve: (peer) => {
      peer.accept(5);
      peer.onMessage = (text) => {
        const { n } = JSON.parse(text) as { n: number };
        if (n % 10 === 3) return;
        peer.say({ n }, n % 10 === 5 ? 250 : 10);
        if (n % 10 === 7) peer.say({ n }, 30);
      };
    },
  });
  const { counts } = seriesOf(run, 'receive ws');
  const socket = socketOf(run, 'receive ws').counts;
  assert.deepEqual([counts.ok, counts.timedOut, socket.late, socket.duplicates], [24, 6, 3, 3]);
  assert.deepEqual(
    [socketOf(run, 'ws /ws').counts.messagesIn, socketOf(run, 'ws /ws').counts.messagesOut, socketOf(run, 'ws /ws').counts.unmatched],
    [30, 30, 0],
  );
  assert.equal(counts.failed, 0);
});

test('The words of a failure say what was waited for and what came in its place, without what the user has captured.', () => {
  const { run } = runFlow(
    flow(
      '- ws: /ws\n- get: /token\n  capture: { token: $.t }\n- send: hello\n- receive: { type: reply, secret: "${token}" }\n  within: 50ms',
    ),
    {
      serve: (peer) => {
        peer.accept(5);
        peer.onMessage = () => peer.say({ type: 'error', why: 'abcdef123456 is unknown' });
      },
      answer: () => ({ afterMs: 1, body: '{"t":"abcdef123456"}' }),
    },
  );
  const sample = seriesOf(run, 'receive ws').failures[0]?.sample ?? '';
  assert.match(sample, /no message like .*type.*reply.* within 50 ms; the newest that nobody has received: .*error/);
  assert.doesNotMatch(sample, /abcdef123456/);
});

test('A connection that is closed under a waiting step fails the step and is a drop.', () => {
  const { run } = runFlow(flow(CHAT), {
    serve: (peer) => {
      peer.accept(5);
      peer.onMessage = () => peer.end(1_011, 20);
    },
  });
  assert.deepEqual(failuresOf(run, 'receive chat'), [['ws-close', 'closed 1011', 1]]);
  assert.equal(seriesOf(run, 'ws /ws/chat').counts.drops, 1);
});

test('A heartbeat finds a connection that is dead without a word.', () => {
  const { run, peers } = runFlow(flow('- ws: /ws\n  heartbeat: 1s\n  timeout: 300ms\n- hold: 20s'), {
    serve: (peer) => {
      peer.accept(5);
      setTimeout(() => (peer.answersPings = false), 3_500);
    },
  });
  const { counts, session } = seriesOf(run, 'ws /ws');
  assert.deepEqual(failuresOf(run, 'ws /ws'), [['ws-close', 'closed: no pong', 1]]);
  assert.equal(counts.drops, 1);
  // Pings after 1, 2, 3 and 4 s; the fourth has no pong for 300 ms.
  assert.equal(peers[0]?.pings, 4);
  assert.ok(Math.abs(session.lowestUs - 4_300_000) < 20_000, `held ${session.lowestUs} µs`);
});

test('A heartbeat that is answered keeps a connection for as long as it is wanted.', () => {
  const { run, peers } = runFlow(flow('- ws: /ws\n  heartbeat: 1s\n- hold: 10500ms\n- close: ws'), { serve: (peer) => peer.accept(5) });
  assert.deepEqual([peers[0]?.pings, peers[0]?.closedWith, seriesOf(run, 'ws /ws').counts.drops], [10, 1_000, 0]);
});

test('Pushes that nobody receives are counted while connections are held.', () => {
  const { run } = runFlow(flow('- ws: /ws\n- hold: 2s\n- close: ws'), {
    serve: (peer) => {
      peer.accept(5);
      for (let count = 1; count <= 10; count++) peer.say({ count }, 5 + 100 * count);
    },
  });
  const { counts } = socketOf(run, 'ws /ws');
  assert.deepEqual([counts.messagesIn, counts.unmatched, run.phases[0]?.iterations.ok], [10, 10, 1]);
  assert.equal(seriesOf(run, 'ws /ws').bytesReceived, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => `{"count":${count}}`).join('').length);
});

test('Captures come from the message that was ready and from messages received, and a later step has them.', () => {
  const steps = `
- ws: /ws
  ready: { type: welcome }
  capture: { session: $.session }
- send: { hello: "\${session}" }
- receive: { type: room }
  capture: { room: $.room }
- get: /rooms/\${room}?s=\${session}
  name: room`;
  const { sent } = runFlow(flow(steps), {
    serve: (peer) => {
      peer.accept(5).say({ type: 'welcome', session: 's-1' }, 10);
      peer.onMessage = (text) => peer.say({ type: 'room', room: `of ${(JSON.parse(text) as { hello: string }).hello}` });
    },
  });
  assert.equal(sent[0]?.path, '/rooms/of%20s-1?s=s-1');
});

test('A capture that finds nothing fails its step and ends the iteration.', () => {
  const { run, sent } = runFlow(flow('- ws: /ws\n- receive: { type: room }\n  capture: { room: $.room }\n- get: /never'), {
    serve: (peer) => peer.accept(5).say({ type: 'room' }, 10),
  });
  assert.deepEqual(failuresOf(run, 'receive ws'), [['check', 'check capture room found nothing', 1]]);
  assert.equal(sent.length, 0);
});

const HELD = `
users:
  listener:
    start:
      - ws: /inbox
        as: inbox
        ready: { type: welcome }
    steps:
      - post: /messages
      - receive: { type: push }
        on: inbox
        since: POST /messages
        within: 500ms
    think: 1s
phases:
  - { name: warm, users: 20, duration: 3s, warmup: true }
  - { name: steady, users: 20, duration: 10s }
`;

/** Every request is answered with a push on the inbox that was opened last for its user; here all are told. */
function pushAll(): Pick<EngineWishes, 'serve' | 'answer'> & { readonly peers: PretendedPeer[] } {
  const peers: PretendedPeer[] = [];
  return {
    peers,
    serve: (peer) => {
      peers.push(peer.accept(2).say({ type: 'welcome' }, 4));
    },
    answer: () => {
      for (const peer of peers) peer.say({ type: 'push' }, 20);
      return { afterMs: 5 };
    },
  };
}

test('Connections of `start` last for the virtual user: through iterations and phases, in each of which they are held.', () => {
  const wishes = pushAll();
  const { run, peers } = runFlow(HELD, wishes);
  assert.equal(peers.length, 20);
  assert.deepEqual([socketOf(run, 'ws /inbox', 0).concurrent, socketOf(run, 'ws /inbox', 1).concurrent], [20, 20]);
  assert.deepEqual([seriesOf(run, 'ws /inbox', 0).counts.ok, seriesOf(run, 'ws /inbox', 1).counts.started], [20, 0]);
  assert.ok(peers.every((peer) => peer.closedWith === 1_000));
  assert.equal(seriesOf(run, 'receive inbox', 1).counts.failed, 0);
  assert.ok((percentileUs(seriesOf(run, 'receive inbox', 1).latency, 50) ?? 0) >= 1_000);
});

test('A user whose connection was dropped goes through `start` again, and the iterations that it could not make are charged.', () => {
  const wishes = pushAll();
  const serve = (peer: PretendedPeer): void => {
    wishes.serve?.(peer);
    if (wishes.peers.length <= 20) peer.end(1_001, 6_000);
  };
  const { run, peers } = runFlow(HELD, { ...wishes, serve });
  assert.equal(peers.length, 40);
  const steady = seriesOf(run, 'ws /inbox', 1);
  assert.deepEqual([steady.counts.drops, steady.counts.ok], [20, 20]);
  const failed = run.phases[1]?.iterations.failed ?? 0;
  assert.ok(failed >= 20, `${failed} iterations failed`);
  assert.ok(seriesOf(run, 'POST /messages', 1).counts.dropped + seriesOf(run, 'receive inbox', 1).counts.failed >= 20);
});

test('At the end of the run a step that waits for a message may still get it, and users that hold just end.', () => {
  const yaml = `
steps:
  - ws: /ws
  - send: hi
  - receive: ho
    within: 5s
phases:
  - { users: 5, duration: 1s }
`;
  const { run } = runFlow(yaml, {
    serve: (peer) => {
      peer.accept(5);
      peer.onMessage = () => peer.say('ho', 2_000);
    },
  });
  const { counts } = seriesOf(run, 'receive ws');
  assert.deepEqual([counts.ok, counts.okBeforeEnd, counts.interrupted], [5, 0, 0]);
  const held = runFlow('steps:\n  - ws: /ws\n  - hold: 10m\nphases:\n  - { users: 5, duration: 1s }\ntime_box: 20m\n', {});
  assert.deepEqual([held.run.phases[0]?.iterations.interrupted, held.endedMs < 1_100], [5, true]);
  assert.ok(held.peers.every((peer) => peer.closedWith === 1_000));
});

test('A run that is stopped leaves nothing open, and what was under way is interrupted, not charged.', () => {
  const { run, peers } = runFlow(flow('- ws: /ws\n- receive: never\n  within: 50s', 3), {
    serve: (peer) => peer.accept(5),
    stopAtMs: 500,
  });
  assert.equal(seriesOf(run, 'receive ws').counts.interrupted, 1);
  assert.equal(peers[0]?.closedWith, 1_000);
});

test('At the time box a step that still waits is cut and charged, and so is one that still connects.', () => {
  const waiting = runFlow(flow('- ws: /ws\n- receive: never\n  within: 50s'), { serve: (peer) => peer.accept(5), timeBoxMs: 1_000 });
  assert.deepEqual(failuresOf(waiting.run, 'receive ws'), [['cut', 'cut at the time box', 1]]);
  const connecting = runFlow(flow('- ws: /ws\n  timeout: 50s'), { serve: () => undefined, timeBoxMs: 1_000 });
  assert.deepEqual(failuresOf(connecting.run, 'ws /ws'), [['cut', 'cut at the time box', 1]]);
  assert.equal(connecting.peers[0]?.isDestroyed, true);
});

test('A `ws` step whose connection is open already closes it and opens a new one.', () => {
  const { run, peers } = runFlow(flow('- ws: /ws\n- think: 10ms', 5), { serve: (peer) => peer.accept(5) });
  assert.equal(peers.length, 5);
  assert.ok(peers.every((peer) => peer.closedWith === 1_000));
  assert.deepEqual([socketOf(run, 'ws /ws').concurrent, seriesOf(run, 'ws /ws').session.count], [1, 5]);
});

test('A flow that sends and never waits lets others have their turn, and a slow reader is waited for.', () => {
  const steps = '- ws: /ws\n- repeat: 10000\n  steps:\n    - send: { bytes: 1KB }\n- close: ws';
  const { run } = runFlow(flow(steps), { serve: (peer) => peer.accept(5) });
  assert.equal(socketOf(run, 'ws /ws').counts.messagesOut, 10_000);
  assert.equal(seriesOf(run, 'ws /ws').bytesSent, 10_000_000);
  const full = runFlow(flow(steps), {
    serve: (peer) => {
      peer.accept(5);
      peer.bufferedBytes = 2_000_000;
      setTimeout(() => (peer.bufferedBytes = 0), 3_000);
    },
  });
  assert.ok(full.endedMs >= 3_000);
  assert.equal(socketOf(full.run, 'ws /ws').counts.messagesOut, 10_000);
});

test('Each virtual user has connections of its own, on several workers.', () => {
  const { run, peers } = runFlow('steps:\n  - ws: /ws\n  - hold: 5s\nphases:\n  - { users: 30, duration: 5s }\n', { workers: 3 });
  assert.equal(peers.length, 30);
  assert.equal(socketOf(run, 'ws /ws').concurrent, 30);
});

test('Cookies of the handshake are the user’s, and its headers are templates.', () => {
  const steps = '- ws: /ws\n  headers: { x-user: "u-${n}" }\n- get: /next';
  const { peers, sent } = runFlow(`vars: { n: { int: [5, 5] } }\n${flow(steps)}`, {
    serve: (peer) => peer.accept(5, { 'set-cookie': 'sid=abc; Path=/' }),
  });
  const headers = peers[0]?.opening.headers ?? [];
  assert.equal(headers[headers.indexOf('x-user') + 1], 'u-5');
  assert.equal(sent.length, 1);
});

test('What is received without a message sent in the same iteration counts from the step itself.', () => {
  const yaml = `
users:
  listener:
    start: [{ ws: /ticks }, { send: subscribe, on: ws }]
    steps: [{ receive: tick, within: 5s }]
phases: [{ iterations: 4, users: 1, max_duration: 1m }]
`;
  const { run } = runFlow(yaml, {
    serve: (peer) => {
      peer.accept(5);
      for (let count = 1; count <= 4; count++) peer.say('tick', 1_000 * count);
    },
  });
  const { latency } = seriesOf(run, 'receive ws');
  assert.equal(latency.count, 4);
  assert.ok(latency.highestUs <= 1_001_000, `${latency.highestUs} µs`);
});
