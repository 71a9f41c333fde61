/**
 * What runs in Locust, with a locustfile that is written by hand: the books balance, counts are the server's own, percentiles those that were planted. Needs
 * Locust (`node .ci/install-tools.ts python`).
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { attemptsOf } from '../../../src/metrics/counts.ts';
import { maxUs, percentileUs } from '../../../src/metrics/distribution.ts';
import type { PlannedPhase } from '../../../src/plan/plan.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { startTruthServer } from '../../support/start-truth-server.ts';
import { startRecordingServer, tally, type RecordingServer } from '../../truth/recording-server.ts';
import { assertBalanced, cellOf, runLocustfile, type LocustRun } from './start-locustfile.ts';
import { closed, open, profile, type HandWritten } from './write-locustfile.ts';

const PHASES: readonly PlannedPhase[] = [
  open(20, 500, { name: 'warm', warmup: true }),
  open(40, 1_500, { fromRatePerSec: 20, rampMs: 500 }),
  open(30, 1_000, { arrivals: 'poisson' }),
  closed(5, 1_500, { rampMs: 500 }),
  { name: 'pause', warmup: false, model: 'pause', durationMs: 700 },
  closed(3, 800),
  { name: 'work', warmup: false, model: 'iterations', iterations: 25, users: 4, durationMs: 20_000 },
];

const ONE_URL = `/one?row={self.text('row')}&n={self.text('n')}&s={self.text('s')}&id={self.text('id')}&turn={self.text('turn', 'a')}`;
const TWO = `
self.http("GET /two", "GET", f"/two?token={self.text('token')}")
self.think(("fixed", 0.01))
for place in self.repeat(2, "place"):
    self.parallel(
        lambda: self.http("GET /mine", "GET", f"/mine/{self.text('id')}/{self.text('place')}"),
        lambda: self.http("GET /mine", "GET", "/mine/other"),
    )
`;
const LOGIN =
  'self.http("POST /login", "POST", "/login", json={"user": 1.0}, capture={"token": ("json", "$.token", "first"), "id": ("json", "$.ids[*]", "random")})';

/** Two profiles that use all that a flow can do but WebSockets. */
function everything(target: string): HandWritten {
  return {
    target,
    phases: PHASES,
    series: ['GET /one', 'POST /login', 'GET /two', 'GET /mine'],
    profiles: ['One', 'Two'],
    vars: '{"id": ("uuid",), "n": ("int", 3, 5), "s": ("string", 12)}',
    data: '{"row": {"pick": "unique", "rows": list(range(1000))}, "turn": {"pick": "sequential", "rows": [{"a": "x"}, {"a": "y"}]}}',
    classes: [
      profile(`self.http("GET /one", "GET", f"${ONE_URL}")`, {
        weight: 60,
        think: '("uniform", 0.01, 0.05)',
        draws: '("id", "n", "s", "row", "turn")',
      }),
      profile(TWO, { name: 'Two', weight: 40, think: '("pace", 0.2)', start: LOGIN, needs: '("token",)' }),
    ].join('\n'),
  };
}

/** What the server saw is what a scenario like that must make. */
function assertServed(server: RecordingServer): void {
  const rows = server.urlsOf('/one').map((url) => new URL(url, server.url).searchParams);
  const numbers = rows.map((row) => Number(row.get('row')));
  assert.equal(new Set(numbers).size, numbers.length, 'a row was given out twice');
  // Each worker has every second row.
  assert.ok(Math.max(...numbers) < 2 * numbers.length, 'rows are given out in turn');
  assert.deepEqual(new Set(rows.map((row) => row.get('n'))), new Set(['3', '4', '5']));
  assert.deepEqual(new Set(rows.map((row) => row.get('turn'))), new Set(['x', 'y']));
  for (const row of rows) {
    assert.match(row.get('s') ?? '', /^[A-Za-z0-9]{12}$/);
    assert.match(row.get('id') ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  }
  // Cookies belong to a user; captured values go where they should.
  for (const { url, cookie } of server.requests) if (url.startsWith('/two')) assert.equal(url, `/two?token=t${cookie.replace('sid=', '')}`);
  for (const url of server.urlsOf('/mine')) assert.match(url, /^\/mine\/(?:\d+\/[01]|other)$/);
}

/** Measures again, at most three times, while the generator says of itself that the machine stood still in between. */
async function measureSteady(measure: () => Promise<LocustRun>): Promise<LocustRun> {
  const isSteady = ({ run: { health } }: LocustRun): boolean =>
    (maxUs(health.eventLoopDelay) ?? 0) <= 20_000 && (percentileUs(health.scheduleLag, 99) ?? 0) <= 6_000;
  let measured = await measure();
  for (let attempt = 1; attempt < 3 && !isSteady(measured); attempt++) measured = await measure();
  return measured;
}

suite('What runs in Locust', { concurrency: false }, () => {
  test('Two workers make exactly the planned arrivals, users and work; the server counts the same.', async (context) => {
    await using server = await startRecordingServer(15);
    const result = await runLocustfile(await makeFolder(context, {}), everything(server.url), { workers: 2 });
    assertBalanced(result);
    assertServed(server);
    const { run } = result;
    const served = tally(server.requests.map(({ url }) => `/${url.split(/[/?]/)[1] ?? ''}`));
    for (const { name, perPhase } of run.series) {
      const attempts = perPhase.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
      assert.equal(attempts, served.get(name.replace(/^[A-Z]+ /, '')), name);
    }
    const started = run.phases.map(({ iterations }) => iterations.started);
    assert.deepEqual([started[0], started[1], started[6]], [10, 55, 25]);
    assert.ok(run.phases.every(({ iterations }) => iterations.failed + iterations.dropped + iterations.missed === 0));
    for (const { plan, iterations } of run.phases) if (plan.model === 'open') assert.equal(iterations.started, plan.plannedArrivals);
    // Those of the model before may still be busy.
    for (const { plan, peakUsers } of run.phases) if ('users' in plan) assert.ok(peakUsers >= plan.users, plan.name);
    const { transport, health } = run;
    assert.equal(transport.connectionsOpened, new Set(server.requests.map(({ port }) => port)).size);
    assert.equal(transport.connectionsOpened + transport.requestsOnReusedConnections, server.requests.length);
    assert.deepEqual(transport.protocols, { 'http/1.1': server.requests.length });
    assert.ok((health.busiestWorkerCpu ?? 2) < 1 && health.eventLoopDelay.count > 100);
  });

  test('Arrivals are made when they are due, and percentiles are those that the server has served.', async (context) => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/planted', latency: { kind: 'lognormal', medianMs: 80, p95Ms: 200, cycle: 200 } },
        { method: 'GET', path: '/slow-body', latency: { kind: 'constant', ms: 50 }, bodyAfterMs: 100 },
      ],
    });
    const folder = await makeFolder(context, {});
    const steps = 'self.http("GET /planted", "GET", "/planted")\nself.http("GET /slow-body", "GET", "/slow-body")';
    const series = ['GET /planted', 'GET /slow-body'];
    const file = { target: server.url, phases: [open(40, 5_000)], series, profiles: ['One'], classes: profile(steps) };
    const result = await measureSteady(async () => {
      await server.reset();
      return runLocustfile(folder, file, { workers: 2 });
    });
    assertBalanced(result);
    const truth = await server.truth('GET /planted');
    const planted = cellOf(result.run, 'GET /planted');
    assert.ok(truth && truth.count === 200 && planted.counts.ok === 200);
    const served = [
      [50, truth.p50Us],
      [95, truth.p95Us],
      [99, truth.p99Us],
    ] as const;
    for (const [percentile, servedUs] of served) {
      const measuredUs = percentileUs(planted.latency, percentile) ?? 0;
      assert.ok(Math.abs(measuredUs - servedUs) <= 2_000 + 0.05 * servedUs, `p${percentile}: ${measuredUs} µs, served ${servedUs} µs`);
    }
    const slow = cellOf(result.run, 'GET /slow-body');
    const spans = [
      ['ttfb', 50],
      ['body', 100],
      ['service', 150],
    ] as const;
    for (const [span, knownMs] of spans) {
      const medianMs = (percentileUs(slow[span], 50) ?? 0) / 1_000;
      assert.ok(Math.abs(medianMs - knownMs) < 15, `${span}: ${medianMs} ms of ${knownMs} ms`);
    }
    assert.equal(result.run.health.missedRatio, 0);
  });

  test('Users share a bounded number of connections, and what they wait for one is part of their latency.', async (context) => {
    await using server = await startRecordingServer(50);
    const file: HandWritten = {
      target: server.url,
      phases: [closed(8, 1_500)],
      series: ['GET /a'],
      profiles: ['One'],
      classes: profile('self.http("GET /a", "GET", "/a")'),
      plan: { connections: 4 },
    };
    const result = await runLocustfile(await makeFolder(context, {}), file, { workers: 2 });
    assertBalanced(result);
    assert.equal(new Set(server.requests.map(({ port }) => port)).size, 4);
    const { latency, queue } = cellOf(result.run, 'GET /a');
    assert.ok((percentileUs(latency, 50) ?? 0) >= 95_000, 'two of them share one connection');
    assert.ok((percentileUs(queue, 50) ?? 0) >= 45_000);
  });
});
