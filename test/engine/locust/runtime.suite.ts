/**
 * What runs in Locust, with a locustfile that is written by hand: the books balance, counts are the server's own, and whatever goes wrong is told. Needs Locust
 * (`node .ci/install-tools.ts python`).
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { attemptsOf } from '../../../src/metrics/counts.ts';
import { maxUs, percentileUs } from '../../../src/metrics/distribution.ts';
import type { RunSummary, SeriesPhase } from '../../../src/metrics/run-summary.ts';
import type { PlannedPhase } from '../../../src/plan/plan.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { startTruthServer } from '../../support/start-truth-server.ts';
import { closedPort, drawPort } from '../../support/truth-server.ts';
import { startRecordingServer, tally } from '../../truth/recording-server.ts';
import { closed, open, runLocustfile, startLocustfile, startPlainWorker, type HandWritten, type LocustRun } from './start-locustfile.ts';

const PAUSE: PlannedPhase = { name: 'pause', warmup: false, model: 'pause', durationMs: 700 };
const WARMUP = open(20, 500, { name: 'warm', warmup: true });

/** One profile with one flow. */
function profile(
  steps: string,
  more: { readonly name?: string; readonly weight?: number; readonly think?: string; readonly start?: string; readonly head?: string } = {},
): string {
  const { name = 'One', weight = 1, think = 'None', start, head = 'per_iteration = ()' } = more;
  const indent = (text: string): string =>
    text
      .trim()
      .split('\n')
      .map((line) => `        ${line}`)
      .join('\n');
  return `class ${name}:
    """${name}"""
    weight = ${weight}
    think = ${think}
    per_pass = ()
    ${head}
${start === undefined ? '' : `    def start(self):\n${indent(start)}\n`}
    def flow(self):
${indent(steps)}

    flows = [("flow", 1, (), flow, PLAN["series"][0]["name"])]
`;
}

/** What a series has in a phase. */
function cellOf({ series }: RunSummary, name: string, phase = 0): SeriesPhase {
  const cell = series.find((entry) => entry.name === name)?.perPhase[phase];
  assert.ok(cell, `${name} in phase ${phase}`);
  return cell;
}

function reasonsOf(run: RunSummary, name: string): Readonly<Record<string, number>> {
  return Object.fromEntries(cellOf(run, name).failures.map(({ class: kind, reason, count }) => [`${kind}: ${reason}`, count]));
}

function assertBalanced({ run, seconds }: LocustRun): void {
  assert.deepEqual(run.imbalances, []);
  // Every worker has handed in every second up to the last that it was in.
  assert.deepEqual(
    seconds.map(({ second }) => second),
    seconds.map((_, index) => index),
  );
  assert.equal(run.health.clamped, 0);
}

function workers(count: number): { readonly flags: readonly string[]; readonly more: HandWritten['more'] } {
  return { flags: ['--processes', String(count)], more: { testWorkers: count } };
}

/** Measures again, at most three times, while the generator says of itself that the machine stood still in between. */
async function measureSteady(measure: () => Promise<LocustRun>): Promise<LocustRun> {
  let measured = await measure();
  const isSteady = ({ run: { health } }: LocustRun): boolean =>
    (maxUs(health.eventLoopDelay) ?? 0) <= 20_000 && (percentileUs(health.scheduleLag, 99) ?? 0) <= 6_000;
  for (let attempt = 1; attempt < 3 && !isSteady(measured); attempt++) measured = await measure();
  return measured;
}

suite('What runs in Locust', { concurrency: false }, () => {
  test('Two workers make exactly the planned arrivals, users and work; the server counts the same, rows are given out once.', async (context) => {
    await using server = await startRecordingServer(15);
    const folder = await makeFolder(context, {});
    const { flags, more } = workers(2);
    const file: HandWritten = {
      target: server.url,
      phases: [
        WARMUP,
        open(20, 1_500, { fromRatePerSec: 20, ratePerSec: 40, rampMs: 500 }),
        open(30, 1_000, { arrivals: 'poisson' }),
        closed(5, 1_500, { rampMs: 500 }),
        PAUSE,
        closed(3, 800),
        { name: 'work', warmup: false, model: 'iterations', iterations: 25, users: 4, durationMs: 20_000 },
      ],
      series: ['GET /one', 'POST /login', 'GET /two', 'GET /mine'],
      profiles: ['One', 'Two'],
      vars: '{"id": ("uuid",), "n": ("int", 3, 5), "s": ("string", 12)}',
      data: '{"row": {"pick": "unique", "rows": list(range(1000))}, "turn": {"pick": "sequential", "rows": [{"a": "x"}, {"a": "y"}]}}',
      classes:
        profile(
          "self.http(\"GET /one\", \"GET\", f\"/one?row={self.text('row')}&n={self.text('n')}&s={self.text('s')}&id={self.text('id')}&turn={self.text('turn', 'a')}\")",
          {
            weight: 60,
            think: '("uniform", 0.01, 0.05)',
            head: 'per_iteration = ("id", "n", "s", "row", "turn")',
          },
        ) +
        profile(
          `
self.http("GET /two", "GET", f"/two?token={self.text('token')}")
self.think(("fixed", 0.01))
for place in self.repeat(2, "place"):
    self.parallel(
        lambda: self.http("GET /mine", "GET", f"/mine/{self.text('id')}/{self.text('place')}"),
        lambda: self.http("GET /mine", "GET", "/mine/other"),
    )
`,
          {
            name: 'Two',
            weight: 40,
            think: '("pace", 0.2)',
            start:
              'self.http("POST /login", "POST", "/login", json={"user": 1.0}, capture={"token": ("json", "$.token", "first"), "id": ("json", "$.ids[*]", "random")})',
          },
        ).replace('("flow", 1, (),', '("flow", 1, ("token",),'),
      more,
    };
    const result = await runLocustfile(folder, file, flags);
    assertBalanced(result);
    const { run } = result;
    const served = tally(server.requests.map(({ url }) => `/${url.split(/[/?]/)[1] ?? ''}`));
    for (const [name, path] of [
      ['GET /one', '/one'],
      ['POST /login', '/login'],
      ['GET /two', '/two'],
      ['GET /mine', '/mine'],
    ] as const) {
      const counts = run.series.find((series) => series.name === name)?.perPhase.map((cell) => attemptsOf(cell.counts)) ?? [];
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        served.get(path),
        name,
      );
    }
    const started = run.phases.map(({ iterations }) => iterations.started);
    assert.deepEqual([started[0], started[1], started[6]], [10, 55, 25]);
    assert.equal(started[2], run.phases[2]?.plan.model === 'open' ? run.phases[2].plan.plannedArrivals : -1);
    // Those of the model before may still be busy.
    for (const [phase, users] of [
      [3, 5],
      [5, 3],
      [6, 4],
    ] as const)
      assert.ok((run.phases[phase]?.peakUsers ?? 0) >= users, `phase ${phase}`);
    assert.ok(run.phases.every(({ iterations }) => iterations.failed + iterations.dropped + iterations.missed === 0));
    const rows = server.urlsOf('/one').map((url) => new URL(url, server.url).searchParams);
    const numbers = rows.map((row) => Number(row.get('row')));
    assert.equal(new Set(numbers).size, numbers.length, 'a row was given out twice');
    // Each worker has every second row.
    assert.ok(Math.max(...numbers) < 2 * numbers.length, 'rows are given out in turn');
    assert.deepEqual([...new Set(rows.map((row) => row.get('n')))].sort(), ['3', '4', '5']);
    assert.ok(
      rows.every(
        (row) => /^[A-Za-z0-9]{12}$/.test(row.get('s') ?? '') && /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/.test(row.get('id') ?? ''),
      ),
    );
    const turns = tally(rows.map((row) => row.get('turn') ?? ''));
    assert.deepEqual([...turns.keys()].sort(), ['x', 'y']);
    // Cookies belong to a user; captured values go where they should.
    for (const { url, cookie } of server.requests)
      if (url.startsWith('/two')) assert.equal(`token=t${cookie.replace('sid=', '')}`, url.split('?')[1]);
    assert.ok(server.urlsOf('/mine/').every((url) => /^\/mine\/(?:\d+\/[01]|other)$/.test(url)));
    const { transport } = run;
    assert.equal(transport.connectionsOpened, new Set(server.requests.map(({ port }) => port)).size);
    assert.equal(transport.connectionsOpened + transport.requestsOnReusedConnections, server.requests.length);
    assert.deepEqual(transport.protocols, { 'http/1.1': server.requests.length });
    assert.ok((run.health.busiestWorkerCpu ?? 2) < 1 && run.health.eventLoopDelay.count > 100);
  });

  test('Arrivals are made when they are due, and percentiles are those that the server has served.', async (context) => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/planted', latency: { kind: 'lognormal', medianMs: 80, p95Ms: 200, cycle: 200 } },
        { method: 'GET', path: '/slow-body', latency: { kind: 'constant', ms: 50 }, bodyAfterMs: 100 },
      ],
    });
    const folder = await makeFolder(context, {});
    const { flags, more } = workers(2);
    const steps = 'self.http("GET /planted", "GET", "/planted")\nself.http("GET /slow-body", "GET", "/slow-body")';
    const file: HandWritten = {
      target: server.url,
      phases: [open(40, 5_000)],
      series: ['GET /planted', 'GET /slow-body'],
      profiles: ['One'],
      classes: profile(steps),
      more,
    };
    const result = await measureSteady(async () => {
      await server.reset();
      return runLocustfile(folder, file, flags);
    });
    assertBalanced(result);
    const truth = await server.truth('GET /planted');
    const planted = cellOf(result.run, 'GET /planted');
    assert.ok(truth && truth.count === 200 && planted.counts.ok === 200);
    for (const [percentile, servedUs] of [
      [50, truth.p50Us],
      [95, truth.p95Us],
      [99, truth.p99Us],
    ] as const) {
      const measuredUs = percentileUs(planted.latency, percentile) ?? 0;
      assert.ok(
        Math.abs(measuredUs - servedUs) <= 2_000 + 0.05 * servedUs,
        `p${percentile}: ${measuredUs} µs, the server says ${servedUs} µs`,
      );
    }
    const slow = cellOf(result.run, 'GET /slow-body');
    for (const [span, knownMs] of [
      ['ttfb', 50],
      ['body', 100],
      ['service', 150],
    ] as const) {
      const medianMs = (percentileUs(slow[span], 50) ?? 0) / 1_000;
      assert.ok(Math.abs(medianMs - knownMs) < 15, `${span}: ${medianMs} ms of ${knownMs} ms`);
    }
    assert.equal(result.run.health.missedRatio, 0);
  });

  test('Each way to fail has the class and the words that the engine here has for it, and a sample without secrets.', async (context) => {
    await using server = await startTruthServer({
      routes: [
        { method: 'GET', path: '/ok', answer: { kind: 'json', value: { ok: true, list: [1, 2], name: 'geheim-1234' } } },
        { method: 'GET', path: '/503', answer: { kind: 'text', status: 503, body: 'no' } },
        { method: 'GET', path: '/slow', latency: { kind: 'constant', ms: 1_500 } },
        { method: 'GET', path: '/reset', faults: [{ kind: 'reset', every: 1 }] },
        { method: 'GET', path: '/close', faults: [{ kind: 'close', every: 1 }] },
      ],
    });
    await using dead = await closedPort();
    const folder = await makeFolder(context, {});
    const rows: readonly (readonly [string, string, string])[] = [
      ['GET /503', 'self.http(NAME, "GET", "/503")', 'status: status 503'],
      ['GET /slow', 'self.http(NAME, "GET", "/slow", timeout=0.25)', 'timeout: timeout after 250 ms'],
      ['GET /reset', 'self.http(NAME, "GET", "/reset")', 'reset: reset ECONNRESET'],
      ['GET /close', 'self.http(NAME, "GET", "/close")', 'reset: reset connection closed'],
      ['GET dead', `self.http(NAME, "GET", "${dead.url}/x")`, 'connect: connect ECONNREFUSED'],
      ['GET foreign', 'self.http(NAME, "GET", "http://example.com/x")', 'protocol: protocol host is not allowed'],
      ['GET invalid', 'self.http(NAME, "GET", "/ok", headers={"x-a": "line\\nbreak"})', 'data: request invalid x-a header'],
      [
        'GET contains',
        'self.http(NAME, "GET", "/ok", expect=(("contains", "nothing", "no${x}"),))',
        'check: check body does not contain "no${x}"',
      ],
      ['GET matches', 'self.http(NAME, "GET", "/ok", expect=(("matches", "^no$", "i"),))', 'check: check body does not match /^no$/i'],
      ['GET json', 'self.http(NAME, "GET", "/ok", expect=(("json", "$.list", {"min_length": 3}),))', 'check: check json $.list'],
      ['GET true', 'self.http(NAME, "GET", "/ok", expect=(("json", "$.list[0]", {"equals": True}),))', 'check: check json $.list[0]'],
      [
        'GET missing',
        'self.http(NAME, "GET", "/ok", expect=(("json", "$.none", {"exists": True}),))',
        'check: check json $.none is missing',
      ],
      [
        'GET header',
        'self.http(NAME, "GET", "/ok", expect=(("header", "X-None", "literal", "a", ""),))',
        'check: check header x-none is missing',
      ],
      ['GET size', 'self.http(NAME, "GET", "/ok", max_size=5)', 'check: check body is larger than max_size'],
      ['GET capture', 'self.http(NAME, "GET", "/ok", capture={"x": ("json", "$.none", "random")})', 'check: check capture x found nothing'],
      ['GET data', 'self.http(NAME, "GET", f"/ok?{self.text(\'row\')}")', 'data: data row is used up'],
      [
        'poll /ok',
        'self.poll(NAME, "GET", "/ok", until=(("json", "$.ok", {"equals": False}),), every=0.05, within=0.2)',
        'timeout: timeout: not so within 200 ms',
      ],
    ];
    const classes = rows.map(([name, step], index) =>
      profile(step.replace('NAME', JSON.stringify(name)), { name: `User${index}`, head: 'per_iteration = ("row",)' }).replace(
        'PLAN["series"][0]["name"]',
        JSON.stringify(name),
      ),
    );
    const file: HandWritten = {
      target: server.url,
      phases: [closed(rows.length, 400)],
      series: rows.map(([name]) => name),
      profiles: rows.map((_, index) => `User${index}`),
      data: '{"row": {"pick": "unique", "rows": []}}',
      classes: classes.join('\n'),
      more: { secrets: ['GATE_TEST_SECRET'], allowedHosts: ['127.0.0.1'] },
    };
    process.env['GATE_TEST_SECRET'] = 'geheim-1234';
    context.after(() => delete process.env['GATE_TEST_SECRET']);
    const result = await runLocustfile(folder, file);
    assertBalanced(result);
    for (const [name, , reason] of rows) assert.deepEqual(Object.keys(reasonsOf(result.run, name)), [reason], name);
    const samples = result.run.series.flatMap(({ perPhase }) => perPhase.flatMap(({ failures }) => failures.map(({ sample }) => sample)));
    assert.ok(samples.some((sample) => sample.includes('***')));
    assert.doesNotMatch(JSON.stringify(result.lines), /geheim-1234/);
    assert.doesNotMatch(result.log, /geheim-1234/);
    const polled = cellOf(result.run, 'poll /ok').failures[0]?.sample ?? '';
    assert.match(polled, /^not so within 200 ms \([2-5] requests, the last: check json \$\.ok: \$\.ok is true; expected false\)$/);
    assert.ok(cellOf(result.run, 'GET /slow').counts.timedOut > 0);
  });

  test('An arrival that finds no free user is dropped, and what the time box ends is cut.', async (context) => {
    await using server = await startRecordingServer(3_000);
    const folder = await makeFolder(context, {});
    const steps = 'self.http("GET /a", "GET", "/a")';
    const file: HandWritten = {
      target: server.url,
      phases: [open(20, 1_000, { maxUsers: 5 })],
      series: ['GET /a'],
      profiles: ['One'],
      classes: profile(steps),
      timeBoxMs: 1_500,
    };
    const result = await runLocustfile(folder, file);
    assertBalanced(result);
    const { counts } = cellOf(result.run, 'GET /a');
    assert.deepEqual([counts.cut, counts.dropped, counts.started], [5, 15, 5]);
    assert.deepEqual(reasonsOf(result.run, 'GET /a'), {
      'dropped: dropped: all virtual users are busy (max_users)': 15,
      'cut: cut at the time box': 5,
    });
    const { iterations } = result.run.phases[0] ?? {};
    assert.deepEqual([iterations?.started, iterations?.dropped, iterations?.cut], [5, 15, 5]);
  });

  test('What a worker that stood still could not begin in time is missed, and its late arrivals count from when they were due.', async (context) => {
    await using server = await startRecordingServer();
    const folder = await makeFolder(context, {});
    const { flags, more } = workers(1);
    const file: HandWritten = {
      target: server.url,
      phases: [open(50, 3_000)],
      series: ['GET /a'],
      profiles: ['One'],
      classes: profile('self.http("GET /a", "GET", "/a")'),
      more,
    };
    const running = startLocustfile(folder, file, flags);
    await running.until('begin');
    await sleep(3_000);
    const [worker = 0] = running.children();
    process.kill(worker, 'SIGSTOP');
    await sleep(800);
    process.kill(worker, 'SIGCONT');
    const result = await running.ended;
    assertBalanced(result);
    const { iterations } = result.run.phases[0] ?? {};
    assert.ok(iterations && iterations.missed >= 20 && iterations.missed <= 50, JSON.stringify(iterations));
    assert.equal(iterations.started + iterations.missed, 150);
    assert.equal(server.requests.length, iterations.started);
    assert.ok((maxUs(cellOf(result.run, 'GET /a').latency) ?? 0) >= 100_000);
    assert.ok((maxUs(result.run.health.scheduleLag) ?? 0) >= 500_000);
    assert.ok((maxUs(result.run.health.eventLoopDelay) ?? 0) >= 500_000);
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    test(`${signal} ends all at once: what is in flight is interrupted, and every worker reports.`, async (context) => {
      await using server = await startRecordingServer(2_000);
      const folder = await makeFolder(context, {});
      const { flags, more } = workers(2);
      const file: HandWritten = {
        target: server.url,
        phases: [closed(4, 30_000)],
        series: ['GET /a'],
        profiles: ['One'],
        classes: profile('self.http("GET /a", "GET", "/a", timeout=30.0)'),
        more: { ...more, testStopped: true },
      };
      const running = startLocustfile(folder, file, flags);
      await running.until('begin');
      await sleep(2_500);
      running.kill(signal);
      const result = await running.ended;
      assertBalanced(result);
      assert.equal(result.lines.at(-1)?.kind, 'end');
      assert.equal(result.code, 0, result.log);
      const { counts } = cellOf(result.run, 'GET /a');
      assert.deepEqual([counts.interrupted, counts.started], [4, 4]);
      assert.equal(result.run.phases[0]?.iterations.interrupted, 4);
    });

  test('A worker that is killed is lost; the others go on reporting.', async (context) => {
    await using server = await startRecordingServer(20);
    const folder = await makeFolder(context, {});
    const { flags, more } = workers(2);
    const file: HandWritten = {
      target: server.url,
      phases: [closed(4, 9_000)],
      series: ['GET /a'],
      profiles: ['One'],
      classes: profile('self.http("GET /a", "GET", "/a")', { think: '("fixed", 0.1)' }),
      more,
    };
    const running = startLocustfile(folder, file, flags);
    await running.until('begin');
    await sleep(2_500);
    process.kill(running.children()[1] ?? 0, 'SIGKILL');
    const lost = await running.until('lost');
    const result = await running.ended;
    const begin = result.lines.find(({ kind }) => kind === 'begin');
    assert.ok(lost.kind === 'lost' && lost.worker !== undefined && begin?.kind === 'begin' && begin.workers[lost.worker] === lost.id);
    assert.deepEqual(result.lines.filter(({ kind }) => kind === 'report').length, 1);
    assert.ok(result.run.imbalances.some((text) => text.startsWith('workers that reported')));
  });

  test('A worker with another file makes nothing and shows it, and so does one too many.', async (context) => {
    await using server = await startRecordingServer();
    const folder = await makeFolder(context, {});
    const port = drawPort();
    const file: HandWritten = {
      target: server.url,
      phases: [open(10, 1_000)],
      series: ['GET /a'],
      profiles: ['One'],
      classes: profile('self.http("GET /a", "GET", "/a")'),
      more: { testStopped: true },
    };
    const running = startLocustfile(folder, file, [
      '--master',
      '--expect-workers',
      '1',
      '--master-bind-host',
      '127.0.0.1',
      '--master-bind-port',
      String(port),
    ]);
    await running.until('hello');
    const foreign = startPlainWorker(folder, { ...file, hash: 'beef' }, port);
    context.after(() => foreign.kill());
    await running.until('begin');
    const late = startPlainWorker(folder, file, port);
    context.after(() => late.kill());
    await running.until('surplus');
    const seconds = await running.until('seconds');
    assert.ok(seconds.kind === 'seconds' && seconds.plan === 'beef' && seconds.deltas.length === 0);
    running.kill('SIGTERM');
    const result = await running.ended;
    assert.equal(server.requests.length, 0);
    assert.ok(result.lines.every(({ kind }) => kind !== 'report'));
  });
});
