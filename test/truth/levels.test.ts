import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runBurst } from '../../src/load/run-burst.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planOf } from '../support/build-plan.ts';
import { startRecordingServer, type RecordedRequest } from './recording-server.ts';

/** Each user logs in once and is known by its cookie from then on; it asks ten times a second. */
const USERS = 'users: { one: { think: 100ms, start: [ { get: /login } ], steps: [ { get: /a } ] } }';

interface Order {
  /** Once this second of the run is over. */
  readonly after: number;
  readonly users: number;
  readonly spawnRatePerSec: number;
}

/** A burst whose level is set while it runs, and when each was set, by the clock of the server. */
async function runLevels(
  plans: readonly [Plan] | readonly [Plan, Plan],
  orders: readonly Order[],
): Promise<{ readonly runs: readonly RunSummary[]; readonly setMs: readonly number[]; readonly endedMs: number }> {
  const setMs: number[] = [];
  const burst = runBurst(plans, {
    env: {},
    scenarioHash: '',
    version: '0',
    onSecond: ({ second }) => {
      const order = orders.find(({ after }) => after === second);
      if (order === undefined) return undefined;
      setMs.push(performance.now());
      assert.ok(burst.setLevel({ phase: 0, ...order }), 'the level is taken');
      return undefined;
    },
  });
  const runs = await burst.done;
  return { runs, setMs, endedMs: performance.now() };
}

/** Who asked in a stretch of time, as the server saw it. */
function usersBetween(requests: readonly RecordedRequest[], fromMs: number, toMs: number): ReadonlySet<string> {
  return new Set(requests.filter(({ url, atMs }) => url === '/a' && atMs >= fromMs && atMs < toMs).map(({ cookie }) => cookie));
}

test('A level that is raised and lowered by hand brings and sends away exactly the users that were asked for, over 2 workers, and the books balance.', async () => {
  await using server = await startRecordingServer();
  const plan = planOf(`target: ${server.url}\n${USERS}\nphases: [ { users: 4, duration: 8s } ]`, { workers: 2 });
  const orders = [
    { after: 1, users: 16, spawnRatePerSec: 12 },
    { after: 4, users: 6, spawnRatePerSec: 20 },
  ];
  const { runs, setMs } = await runLevels([plan], orders);
  const [run] = runs;
  const [raisedMs = 0, loweredMs = 0] = setMs;
  const requests = server.requests;
  const counts = [
    usersBetween(requests, 0, raisedMs).size,
    // 12 more at 12 a second are there after a second, 10 fewer at 20 a second after a half.
    usersBetween(requests, raisedMs + 1_300, loweredMs).size,
    usersBetween(requests, loweredMs + 1_000, Number.POSITIVE_INFINITY).size,
  ];
  assert.deepEqual(counts, [4, 16, 6]);
  // None of those who were there was sent away and replaced.
  const first = usersBetween(requests, 0, raisedMs);
  const last = usersBetween(requests, loweredMs + 1_000, Number.POSITIVE_INFINITY);
  assert.ok(
    [...first].every((user) => last.has(user)),
    'the oldest stay',
  );
  assert.equal(requests.filter(({ url }) => url === '/login').length, 16);
  // They came one after the other: nobody before his time.
  const came = requests.filter(({ url, atMs }) => url === '/login' && atMs > raisedMs).map(({ atMs }) => atMs - raisedMs);
  assert.ok(
    came.every((afterMs, place) => afterMs >= (place * 1_000) / 12),
    `${came.map(Math.round).join(', ')} ms`,
  );

  assert.deepEqual(run?.imbalances, []);
  assert.equal(run?.ending.state, 'complete');
  assert.deepEqual(
    run?.levelChanges.map(({ fromUsers, users, spawnRatePerSec, phase }) => [phase, fromUsers, users, spawnRatePerSec]),
    [
      [0, 4, 16, 12],
      [0, 16, 6, 20],
    ],
  );
  const usersAfter = (second: number): number | undefined => run?.timeline.find((each) => each.second === second)?.users;
  assert.deepEqual([usersAfter(0), usersAfter(6)], [4, 6]);
  assert.equal(run?.phases[0]?.peakUsers, 16);
});

test('Both targets of a burst get the level.', async () => {
  await using one = await startRecordingServer();
  await using other = await startRecordingServer();
  const planFor = (url: string): Plan => planOf(`target: ${url}\n${USERS}\nphases: [ { users: 2, duration: 4s } ]`, { workers: 2 });
  const { runs } = await runLevels([planFor(one.url), planFor(other.url)], [{ after: 0, users: 7, spawnRatePerSec: 50 }]);
  for (const server of [one, other]) assert.equal(server.requests.filter(({ url }) => url === '/login').length, 7);
  for (const run of runs) {
    assert.deepEqual(run.imbalances, []);
    assert.equal(run.levelChanges.length, 1);
  }
});
