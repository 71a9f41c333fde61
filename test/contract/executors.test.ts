import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { zeroRequests } from '../../src/metrics/counts.ts';
import type { IterationBook, RequestCounts, RunSummary } from '../../src/metrics/run-summary.ts';
import { planOf } from '../support/build-plan.ts';
import { runEngines, type Answer, type EngineWishes, type Sent } from '../support/run-engines.ts';

const STEPS = 'steps: [ { get: /a }, { think: 150ms }, { get: /b } ]';
const quick = (): Answer => ({ afterMs: 20 });

/** A steady target, a slow one, one that never answers, one that fails at once, one that is now fast and now slow. */
const TARGETS: readonly { readonly name: string; readonly answer: (request: Sent) => Answer }[] = [
  { name: 'a quick target', answer: quick },
  { name: 'a slow target', answer: () => ({ afterMs: 1_300 }) },
  { name: 'a silent target', answer: () => 'never' },
  {
    name: 'a dead target',
    answer: () => ({ afterMs: 0, error: { class: 'connect', reason: 'connect ECONNREFUSED', message: 'connect ECONNREFUSED' } }),
  },
  { name: 'a target that breaks half-way', answer: ({ atMs }) => (atMs < 1_500 ? { afterMs: 35 } : { afterMs: 5, status: 503 }) },
  { name: 'an uneven target', answer: ({ atMs }) => ({ afterMs: (Math.floor(atMs) * 7_919) % 900 }) },
];

const MODELS: readonly (Pick<EngineWishes, 'levels'> & { readonly name: string; readonly phases: string; readonly mostUsers: number })[] = [
  { name: 'open', phases: '{ arrival_rate: 20/s, duration: 3s, max_users: 6 }', mostUsers: 6 },
  { name: 'open, Poisson', phases: '{ arrival_rate: 30/s, duration: 3s, max_users: 8, arrivals: poisson }', mostUsers: 8 },
  { name: 'closed', phases: '{ users: 7, ramp: 1s, duration: 3s }', mostUsers: 7 },
  { name: 'fixed work', phases: '{ iterations: 25, users: 5, max_duration: 3s }', mostUsers: 5 },
  {
    name: 'a pause between two levels',
    phases: '{ users: 6, duration: 1s }, { name: rest, pause: 1s }, { users: 4, duration: 1s }',
    mostUsers: 6,
  },
  {
    name: 'closed, raised and lowered by hand',
    phases: '{ users: 7, ramp: 1s, duration: 2s }, { users: 3, spawn_rate: 10/s, duration: 1s }',
    levels: [
      { phase: 0, users: 11, spawnRatePerSec: 20, atMs: 600 },
      { phase: 0, users: 2, spawnRatePerSec: 50, atMs: 1_100 },
      { phase: 1, users: 9, spawnRatePerSec: 40, atMs: 2_300 },
    ],
    mostUsers: 11,
  },
];

/** How a burst comes to its end. The time box falls into the drain: a plan whose phases do not fit is refused. */
const ENDS: readonly { readonly name: string; readonly stopAtMs?: number; readonly timeBoxMs?: number }[] = [
  { name: 'to its end' },
  { name: 'cut at the time box', timeBoxMs: 3_300 },
  { name: 'stopped at once', stopAtMs: 1 },
  { name: 'stopped in the middle', stopAtMs: 1_650 },
  { name: 'stopped while it drains', stopAtMs: 3_200 },
];

function books(run: RunSummary): IterationBook {
  const total = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
  for (const { iterations } of run.phases) for (const key of Object.keys(total) as (keyof IterationBook)[]) total[key] += iterations[key];
  return total;
}

function requests(run: RunSummary, name?: string): RequestCounts {
  const total = zeroRequests();
  for (const series of run.series) {
    if (name !== undefined && series.name !== name) continue;
    for (const { counts } of series.perPhase) for (const key of Object.keys(total) as (keyof RequestCounts)[]) total[key] += counts[key];
  }
  return total;
}

describe('every executor, against every target, however the burst ends', () => {
  for (const model of MODELS) {
    for (const target of TARGETS) {
      for (const { name, ...end } of ENDS) {
        for (const workers of [1, 3]) {
          it(`${model.name}, ${target.name}, ${name}, ${workers} workers: books balance, no user too many, no start too late`, () => {
            const plan = planOf(`http: { timeout: 2s }\n${STEPS}\nphases: [ ${model.phases} ]`);
            const { levels = [] } = model;
            const { run, sent, endedMs } = runEngines(plan, { workers, answer: target.answer, levels, ...end });
            assert.deepEqual(run.imbalances, []);
            for (const phase of run.phases) assert.ok(phase.peakUsers <= model.mostUsers, `${phase.peakUsers} users`);
            const firstSteps = sent.filter(({ path }) => path === '/a');
            assert.ok(firstSteps.every(({ atMs }) => atMs <= 3_002));
            assert.equal(sent.length, requests(run).started);
            assert.ok(endedMs <= Math.max(end.timeBoxMs ?? 5_010, end.stopAtMs ?? 0) + 2, `ended after ${endedMs} ms`);
            if (end.stopAtMs === undefined) assert.equal(requests(run).interrupted, 0);
            else assert.equal(requests(run).cut, 0);
          });
        }
      }
    }
  }
});

describe('a request that is still in flight', () => {
  const plan = planOf('http: { timeout: 5s }\nsteps: [ { get: /a }, { get: /b } ]\nphases: [ { users: 3, duration: 1s } ]');

  it('at the end is drained and counts, and its iteration is interrupted when a step is missing', () => {
    const { run } = runEngines(plan, { answer: () => ({ afterMs: 1_400 }) });
    assert.deepEqual(requests(run), { ...zeroRequests(), started: 3, ok: 3 });
    assert.equal(books(run).interrupted, 3);
  });

  it('at its time limit is timed out, charged', () => {
    const { run, endedMs } = runEngines(plan, { answer: () => 'never' });
    assert.equal(requests(run).timedOut, 3);
    assert.ok(endedMs >= 5_000 && endedMs <= 5_003);
  });

  it('at the time box is cut and charged, and so is its iteration', () => {
    const { run } = runEngines(plan, { answer: () => 'never', timeBoxMs: 2_000 });
    assert.equal(requests(run).cut, 3);
    assert.equal(books(run).cut, 3);
    assert.equal(run.series[0]?.perPhase[0]?.failures[0]?.class, 'cut');
  });

  it('when the user stops the burst is interrupted and not charged', () => {
    const { run } = runEngines(plan, { answer: () => 'never', stopAtMs: 500 });
    assert.equal(requests(run).interrupted, 3);
    assert.deepEqual(run.series[0]?.perPhase[0]?.failures, []);
  });

  it('in a poll is cut with its poll, once', () => {
    const polling = planOf(
      'steps: [ { poll: { get: /job, every: 100ms, within: 8s, until: { status: 200 } }, name: job } ]\nphases: [ { users: 2, duration: 1s } ]',
    );
    const { run } = runEngines(polling, { answer: () => 'never', timeBoxMs: 2_000 });
    assert.equal(requests(run).cut, 2);
    assert.deepEqual(run.imbalances, []);
  });
});

describe('an iteration at the end of a phase', () => {
  it('is complete when only the end of its loop is left', () => {
    const plan = planOf('steps: [ { repeat: 2, steps: [ { get: /a } ] } ]\nphases: [ { users: 1, duration: 1s } ]');
    const { run } = runEngines(plan, { answer: () => ({ afterMs: 600 }) });
    assert.deepEqual([books(run).ok, books(run).interrupted, requests(run).ok], [1, 0, 2]);
  });

  it('just ends, uncharged, when its user thinks', () => {
    const plan = planOf('steps: [ { get: /a }, { think: 30s }, { get: /b } ]\nphases: [ { users: 4, duration: 1s } ]');
    const { run, endedMs } = runEngines(plan, { answer: quick });
    assert.equal(books(run).interrupted, 4);
    assert.ok(endedMs <= 1_002);
  });
});

describe('the open model', () => {
  it('starts what is planned, evenly, whatever the number of workers', () => {
    const plan = planOf('steps: [ { get: /a } ]\nphases: [ { arrival_rate: 40/s, duration: 2s } ]');
    for (const workers of [1, 2, 3, 4]) {
      const { run, sent } = runEngines(plan, { workers, answer: quick });
      assert.equal(books(run).started, 80);
      const late = sent.map(({ atMs }) => atMs).sort((left, right) => left - right);
      for (const [index, atMs] of late.entries()) assert.ok(Math.abs(atMs - index * 25) <= 2, `arrival ${index} at ${atMs} ms`);
    }
  });

  it('gives an arrival the same profile, task and values whichever worker makes it', () => {
    const plan = planOf(`vars: { n: { int: [1, 1000000] } }
users:
  reader: { weight: 3, steps: [ { get: "/read?n=\${n}" } ] }
  writer: { weight: 1, tasks: { one: { weight: 2, steps: [ { post: "/one?n=\${n}" } ] }, two: { weight: 1, steps: [ { post: "/two?n=\${n}" } ] } } }
phases: [ { arrival_rate: 50/s, duration: 4s, arrivals: poisson } ]`);
    const drawn = (workers: number): readonly string[] =>
      runEngines(plan, { workers, answer: quick })
        .sent.map(({ path }) => path)
        .sort();
    const alone = drawn(1);
    for (const workers of [2, 3, 4]) assert.deepEqual(drawn(workers), alone);
    const readers = alone.filter((path) => path.startsWith('/read')).length / alone.length;
    assert.ok(readers > 0.6 && readers < 0.9, `${readers} of the arrivals are readers`);
  });

  it('draws the same values for an arrival whether or not its user had to start first', () => {
    const plan = planOf(`vars: { n: { int: [1, 1000000] } }
users: { one: { start: [ { get: /login } ], steps: [ { get: "/read?n=\${n}" } ] } }
phases: [ { arrival_rate: 20/s, duration: 2s } ]`);
    const drawn = (workers: number): readonly string[] =>
      runEngines(plan, { workers, answer: ({ atMs }) => ({ afterMs: 10 + ((atMs * 31) % 200) }) })
        .sent.map(({ path }) => path)
        .filter((path) => path !== '/login')
        .sort();
    assert.deepEqual(drawn(3), drawn(1));
  });

  it('drops what finds every user waiting for the target, and charges the first step of the arrival', () => {
    const plan = planOf(
      'http: { timeout: 8s }\nsteps: [ { get: /a }, { get: /b } ]\nphases: [ { arrival_rate: 10/s, duration: 3s, max_users: 4 } ]',
    );
    const { run } = runEngines(plan, { answer: () => 'never' });
    assert.deepEqual([books(run).started, books(run).dropped, books(run).missed], [4, 26, 0]);
    assert.equal(requests(run, 'GET /a').dropped, 26);
    assert.equal(requests(run, 'GET /b').dropped, 0);
  });

  it('misses what its own stall made late, and blames the target for none of it', () => {
    const plan = planOf('steps: [ { get: /a } ]\nphases: [ { arrival_rate: 100/s, duration: 4s, max_users: 5 } ]');
    const { run } = runEngines(plan, { answer: quick, stall: { atMs: 1_000, forMs: 1_000 } });
    const { started, missed, dropped } = books(run);
    assert.equal(dropped, 0);
    assert.equal(started + missed, 400);
    assert.ok(missed >= 79 && missed <= 101, `${missed} missed`);
    assert.ok(run.health.missedRatio > 0.01);
  });

  it('keeps its users over a change of rate and a pause, and lets those go that a lower limit has no room for', () => {
    const users = 'users: { one: { start: [ { get: /login } ], steps: [ { get: /a } ] } }';
    const phases = (second: number): string =>
      `phases: [ { arrival_rate: 20/s, duration: 1s, max_users: 10 }, { name: rest, pause: 1s }, { arrival_rate: 50/s, duration: 2s, max_users: ${second} } ]`;
    const answer = ({ path }: Sent): Answer => ({ afterMs: path === '/login' ? 5 : 400 });
    const same = runEngines(planOf(`${users}\n${phases(10)}`), { answer });
    assert.ok(same.sent.filter(({ path }) => path === '/login').length <= 10);
    const { run, sent } = runEngines(planOf(`${users}\n${phases(3)}`), { answer });
    assert.equal(run.phases[2]?.peakUsers, 3);
    assert.ok(sent.filter(({ path }) => path === '/login').length <= 10);
    assert.deepEqual(run.imbalances, []);
  });

  it('does not take a slow start of its users for its own silence', () => {
    const plan = planOf(
      'http: { timeout: 10s }\nusers: { one: { start: [ { get: /login } ], steps: [ { get: /a } ] } }\nphases: [ { arrival_rate: 1/s, duration: 6s, max_users: 10 } ]',
    );
    const { run } = runEngines(plan, { answer: ({ path }) => ({ afterMs: path === '/login' ? 7_000 : 5 }) });
    assert.deepEqual(run.health.silentStretchesMs, []);
  });
});

describe('the closed model', () => {
  const login = 'users: { one: { think: 50ms, start: [ { get: /login } ], steps: [ { get: /a } ] } }';
  const logins = (sent: readonly Sent[]): number => sent.filter(({ path }) => path === '/login').length;

  it('keeps its users from level to level and through a pause', () => {
    const plan = planOf(
      `${login}\nphases: [ { users: 3, duration: 1s }, { users: 5, duration: 1s }, { name: rest, pause: 1s }, { users: 5, duration: 1s } ]`,
    );
    const { sent, run } = runEngines(plan, { workers: 2, answer: quick });
    assert.equal(logins(sent), 5);
    assert.equal(sent.filter(({ atMs }) => atMs > 2_025 && atMs < 3_000).length, 0);
    assert.ok(sent.some(({ atMs }) => atMs > 3_500));
    assert.deepEqual(
      run.phases.map(({ peakUsers }) => peakUsers),
      [3, 5, 5, 5],
    );
  });

  it('lets the youngest go when the level falls, also those that a pause has parked', () => {
    const plan = planOf(`${login}\nphases: [ { users: 6, duration: 1s }, { name: rest, pause: 1s }, { users: 2, duration: 2s } ]`);
    const { seconds, sent } = runEngines(plan, { answer: quick });
    assert.equal(logins(sent), 6);
    assert.deepEqual(
      seconds.slice(0, 3).map(({ users }) => users),
      [6, 6, 2],
    );
  });

  it('has the users that the curve says at every second of a ramp down', () => {
    const plan = planOf(`${login}\nphases: [ { users: 8, duration: 1s }, { users: 0, ramp: 4s, duration: 5s } ]`);
    const { seconds } = runEngines(plan, { answer: quick });
    // The level falls by 2 in a second: 8 at 1 s, then 6, 4, 2, none.
    for (const [index, { users }] of seconds.slice(0, 5).entries()) {
      const level = [8, 6, 4, 2, 0][index] ?? 0;
      assert.ok(users >= level && users <= level + 1, `${users} users after second ${index}, the curve has ${level}`);
    }
  });

  it('does not bring a user back before its time who was busy when the level fell', () => {
    const plan = planOf(
      'http: { timeout: 9s }\nsteps: [ { get: /a } ]\nphases: [ { users: 4, duration: 1s }, { users: 0, duration: 1s }, { users: 4, ramp: 4s, duration: 4s } ]',
    );
    const { sent, run } = runEngines(plan, { answer: ({ atMs }) => ({ afterMs: atMs < 950 ? 1_900 : 100 }) });
    // In the ramp user n joins n seconds after its start at 2 s; four were in flight until 1.9 s.
    const inSecond = (second: number): number => sent.filter(({ atMs }) => Math.floor(atMs / 1_000) === second).length;
    assert.ok(inSecond(2) <= 11, `${inSecond(2)} requests of one user in a second`);
    assert.ok(inSecond(3) <= 21);
    assert.deepEqual(run.imbalances, []);
  });

  it('starts a new pool for another model', () => {
    const plan = planOf(
      'users: { one: { start: [ { get: /login } ], steps: [ { get: /a } ] } }\nphases: [ { users: 3, duration: 1s }, { iterations: 6, users: 2, max_duration: 5s }, { users: 3, duration: 1s } ]',
    );
    const { sent, run } = runEngines(plan, { answer: quick });
    assert.equal(logins(sent), 8);
    assert.deepEqual(run.imbalances, []);
  });

  it('makes a paced user catch up after a stall of the target, and counts latency from when it was due, and no lag', () => {
    const plan = planOf('users: { one: { think: pace 100ms, steps: [ { get: /a } ] } }\nphases: [ { users: 1, duration: 6s } ]');
    const { run, sent } = runEngines(plan, { answer: ({ atMs }) => ({ afterMs: atMs >= 1_000 && atMs < 1_100 ? 2_000 : 10 }) });
    assert.ok(Math.abs(sent.length - 60) <= 1, `${sent.length} requests`);
    const phase = run.series[0]?.perPhase[0];
    assert.ok(phase && phase.latency.sumUs > 15_000_000, 'twenty iterations were up to 2 s late');
    assert.ok(phase.service.sumUs < 3_000_000);
    assert.ok(run.health.scheduleLag.highestUs <= 2_000);
  });

  it('does not spin when a flow never waits', () => {
    const plan = planOf('users: { one: { steps: [ { get: /a } ] } }\nphases: [ { users: 1, duration: 3s } ]');
    const { sent } = runEngines(plan, {
      answer: () => ({ afterMs: 0, error: { class: 'connect', reason: 'connect', message: 'refused' } }),
    });
    assert.ok(sent.length <= 4, `${sent.length} requests in 3 s`);
  });

  it('does not begin an iteration in a pause for a user who was still in its start', () => {
    const plan = planOf(`${login}\nphases: [ { users: 2, duration: 1s }, { name: rest, pause: 2s }, { users: 2, duration: 1s } ]`);
    const { sent } = runEngines(plan, { answer: ({ path }) => ({ afterMs: path === '/login' ? 1_500 : 10 }) });
    assert.equal(sent.filter(({ path, atMs }) => path === '/a' && atMs < 3_000).length, 0);
    assert.ok(sent.some(({ path, atMs }) => path === '/a' && atMs >= 3_000));
  });
});

describe('fixed work', () => {
  for (const workers of [1, 2, 3, 4]) {
    it(`is exactly the number of iterations over ${workers} workers, and the next phase begins when all are done`, () => {
      const plan = planOf(
        'steps: [ { get: /a } ]\nphases: [ { iterations: 23, users: 3, max_duration: 20s }, { arrival_rate: 10/s, duration: 1s } ]',
      );
      const { run, endedMs } = runEngines(plan, { workers, answer: () => ({ afterMs: 100 }) });
      assert.deepEqual([run.phases[0]?.iterations.ok, run.phases[1]?.iterations.ok], [23, 10]);
      assert.ok(endedMs < 3_000);
    });
  }

  it('drops what it could not begin in time, charges it, and drains beside the next phase', () => {
    const plan = planOf(
      'http: { timeout: 5s }\nsteps: [ { get: /a } ]\nphases: [ { iterations: 50, users: 5, max_duration: 2s }, { users: 1, duration: 1s } ]',
    );
    const { run, endedMs } = runEngines(plan, { answer: ({ atMs }) => ({ afterMs: atMs < 1_990 ? 900 : 10 }) });
    const book = run.phases[0]?.iterations;
    assert.deepEqual([book?.planned, book?.started, book?.dropped], [50, 15, 35]);
    assert.equal(requests(run).dropped, 35);
    assert.ok((run.phases[1]?.startMs ?? Infinity) < 2_100);
    assert.ok(endedMs < 3_200);
    assert.deepEqual(run.imbalances, []);
  });
});

describe('a start that fails', () => {
  const flow = 'users: { one: { start: [ { get: /login, capture: { token: $.token } } ], steps: [ { get: "/a?t=${token}", name: a } ] } }';
  for (const phases of [
    '{ arrival_rate: 5/s, duration: 4s }',
    '{ users: 3, duration: 4s }',
    '{ iterations: 6, users: 3, max_duration: 4s }',
  ]) {
    it(`charges the first step of every iteration, in ${phases}`, () => {
      const plan = planOf(`${flow}\nphases: [ ${phases} ]`);
      const { run, sent } = runEngines(plan, { answer: () => ({ afterMs: 10, status: 403 }) });
      const { started, failed } = books(run);
      assert.ok(started > 0);
      assert.equal(failed, started);
      assert.equal(requests(run, 'a').dropped, started);
      assert.equal(requests(run, 'a').started, 0);
      assert.ok(sent.length <= 25, `${sent.length} logins: it must not spin`);
      assert.deepEqual(run.imbalances, []);
    });
  }
});
