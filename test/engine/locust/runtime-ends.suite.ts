/**
 * What goes wrong in a Locust that runs our file, and how it ends: nothing is lost, nothing is charged to whom it does not belong. Needs Locust
 * (`node .ci/install-tools.ts python`).
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { maxUs } from '../../../src/metrics/distribution.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { drawPort } from '../../support/truth-server.ts';
import { startRecordingServer } from '../../truth/recording-server.ts';
import { assertBalanced, cellOf, reasonsOf, runLocustfile, startLocustfile, startPlainWorker } from './start-locustfile.ts';
import { closed, open, profile, type HandWritten } from './write-locustfile.ts';

/** One profile that asks for the same again and again. */
function asking(target: string, phases: HandWritten['phases'], more: Partial<HandWritten> = {}): HandWritten {
  const classes = profile('self.http("GET /a", "GET", "/a", timeout=30.0)', { think: '("fixed", 0.05)' });
  return { target, phases, series: ['GET /a'], profiles: ['One'], classes, ...more };
}

suite('How a Locust ends that runs our file', { concurrency: false }, () => {
  test('Each way to fail is told with a sample without secrets, and ends no run.', async (context) => {
    await using server = await startRecordingServer();
    const rows: readonly (readonly [string, string, string])[] = [
      ['GET foreign', 'self.http(NAME, "GET", "http://example.com/x")', 'protocol: protocol host is not allowed'],
      ['GET invalid', 'self.http(NAME, "GET", "/ok", headers={"x-a": "line\\nbreak"})', 'data: request invalid x-a header'],
      [
        'GET contains',
        'self.http(NAME, "GET", "/ok", expect=(("contains", "geheim-1234", "${x}"),))',
        'check: check body does not contain "${x}"',
      ],
      [
        'GET secret',
        'self.http(NAME, "GET", "/ok", expect=(("equals", self.secret("GATE_TEST_SECRET")),))',
        'check: check body does not equal "***"',
      ],
      ['GET true', 'self.http(NAME, "GET", "/login", expect=(("json", "$.ids[0]", {"equals": True}),))', 'check: check json $.ids[0]'],
      ['GET data', 'self.http(NAME, "GET", f"/ok?{self.text(\'row\')}")', 'data: data row is used up'],
      [
        'poll /ok',
        'self.poll(NAME, "GET", "/ok", until=(("json", "$.ok", {"equals": False}),), every=0.05, within=0.2)',
        'timeout: timeout: not so within 200 ms',
      ],
    ];
    const file: HandWritten = {
      target: server.url,
      phases: [closed(rows.length, 600)],
      series: rows.map(([name]) => name),
      profiles: rows.map((_, index) => `User${index}`),
      data: '{"row": {"pick": "unique", "rows": []}}',
      classes: rows
        .map(([name, step], index) =>
          profile(step.replace('NAME', JSON.stringify(name)), {
            name: `User${index}`,
            draws: '("row",)',
            think: '("fixed", 0.05)',
            series: name,
          }),
        )
        .join('\n'),
      plan: { secrets: ['GATE_TEST_SECRET'] },
    };
    process.env['GATE_TEST_SECRET'] = 'geheim-1234';
    context.after(() => delete process.env['GATE_TEST_SECRET']);
    const result = await runLocustfile(await makeFolder(context, {}), file);
    assertBalanced(result);
    for (const [name, , reason] of rows) assert.deepEqual(Object.keys(reasonsOf(result.run, name)), [reason], name);
    assert.doesNotMatch(JSON.stringify(result.lines) + result.log, /geheim-1234/);
    const polled = cellOf(result.run, 'poll /ok').failures[0]?.sample ?? '';
    assert.match(polled, /^not so within 200 ms \([2-5] requests, the last: check json \$\.ok: \$\.ok is true; expected false\)$/);
  });

  test('An arrival that finds no free user is dropped, and what the time box ends is cut.', async (context) => {
    await using server = await startRecordingServer(3_000);
    const file = asking(server.url, [open(20, 1_000, { maxUsers: 5 })], { timeBoxMs: 1_500 });
    const result = await runLocustfile(await makeFolder(context, {}), file);
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

  test('Fixed work that is not begun in time is dropped, on every worker.', async (context) => {
    await using server = await startRecordingServer(400);
    const work = { name: 'work', warmup: false, model: 'iterations', iterations: 40, users: 2, durationMs: 1_000 } as const;
    const result = await runLocustfile(await makeFolder(context, {}), asking(server.url, [work]), { workers: 2 });
    assertBalanced(result);
    const { iterations } = result.run.phases[0] ?? {};
    assert.ok(iterations && iterations.started >= 4 && iterations.started + iterations.dropped === 40, JSON.stringify(iterations));
    assert.equal(server.requests.length, iterations.started);
  });

  test('What a worker that stood still could not begin in time is missed, and its late arrivals count from when they were due.', async (context) => {
    await using server = await startRecordingServer();
    const running = startLocustfile(await makeFolder(context, {}), asking(server.url, [open(50, 3_000)]), { workers: 1 });
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
      const file = asking(server.url, [closed(4, 30_000)]);
      const running = startLocustfile(await makeFolder(context, {}), file, { workers: 2, isStopped: true });
      await running.until('begin');
      await sleep(2_500);
      running.kill(signal);
      const result = await running.ended;
      assertBalanced(result);
      assert.deepEqual([result.lines.at(-1), result.code], [{ kind: 'end', complete: false }, 0], result.log);
      const { counts } = cellOf(result.run, 'GET /a');
      assert.deepEqual([counts.interrupted, counts.started], [4, 4]);
      assert.equal(result.run.phases[0]?.iterations.interrupted, 4);
    });

  test('A worker that is killed is lost; the others go on, and report.', async (context) => {
    await using server = await startRecordingServer(20);
    const running = startLocustfile(await makeFolder(context, {}), asking(server.url, [closed(4, 9_000)]), { workers: 2 });
    const begin = await running.until('begin');
    await sleep(2_500);
    process.kill(running.children()[1] ?? 0, 'SIGKILL');
    const lost = await running.until('lost');
    const result = await running.ended;
    assert.ok(begin.kind === 'begin' && lost.kind === 'lost' && lost.worker !== undefined && begin.workers[lost.worker] === lost.id);
    assert.equal(result.lines.filter(({ kind }) => kind === 'report').length, 1);
    assert.ok(result.run.imbalances.some((text) => text.startsWith('workers that reported')));
  });

  test('A worker that somebody ends alone is lost, too: what it made is not its part.', async (context) => {
    await using server = await startRecordingServer(20);
    const running = startLocustfile(await makeFolder(context, {}), asking(server.url, [closed(4, 5_000)]), { workers: 2 });
    await running.until('begin');
    await sleep(2_500);
    process.kill(running.children()[0] ?? 0, 'SIGTERM');
    const lost = await running.until('lost');
    const result = await running.ended;
    assert.ok(lost.kind === 'lost' && lost.worker !== undefined);
    assert.equal(result.lines.filter(({ kind }) => kind === 'report').length, 1);
  });

  test('A worker with another file makes nothing and shows it, and so does one too many.', async (context) => {
    await using server = await startRecordingServer();
    const folder = await makeFolder(context, {});
    const port = drawPort();
    const file = asking(server.url, [open(10, 1_000)]);
    const flags = ['--master', '--expect-workers', '1', '--master-bind-host', '127.0.0.1', '--master-bind-port', String(port)];
    const running = startLocustfile(folder, file, { flags, isStopped: true });
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

  for (const [what, workers, first] of [
    ['while it waits for workers', [], 'hello'],
    ['in the middle of the load', ['--processes', '2'], 'seconds'],
  ] as const)
    test(`A driver that is gone ${what}, and its log with it, ends Locust with all its workers.`, { timeout: 60_000 }, async (context) => {
      await using server = await startRecordingServer();
      const port = String(drawPort());
      const master = ['--master-bind-host', '127.0.0.1', '--master-bind-port', port, '--master-port', port];
      const flags = [...(workers.length > 0 ? workers : ['--master', '--expect-workers', '1']), ...master];
      const running = startLocustfile(await makeFolder(context, {}), asking(server.url, [closed(2, 60_000)]), { flags, isStopped: true });
      context.after(() => running.kill('SIGKILL'));
      await running.until(first);
      running.abandon();
      await running.ended;
    });

  test('A flow that breaks the file itself ends in no report, and so in no verdict.', async (context) => {
    await using server = await startRecordingServer();
    const file = {
      ...asking(server.url, [closed(2, 5_000)]),
      classes: profile('self.http("GET /a", "GET", "/a")\nraise KeyError("a fault")'),
    };
    const running = startLocustfile(await makeFolder(context, {}), file, { workers: 1, isStopped: true });
    const lost = await running.until('lost');
    const result = await running.ended;
    assert.ok(lost.kind === 'lost' && lost.worker === 0);
    assert.match(result.log, /KeyError: 'a fault'/);
    assert.ok(result.lines.every(({ kind }) => kind !== 'report'));
  });

  test('A level of users that Locust does not spawn ends in no report, and so in no verdict.', async (context) => {
    const file = asking('http://127.0.0.1:9', [closed(2, 30_000)]);
    const idle = 'import locust.runners\nlocust.runners.Runner.spawn_users = lambda self, *_, **__: None\n';
    const running = startLocustfile(
      await makeFolder(context, {}),
      { ...file, classes: idle + file.classes },
      { workers: 1, isStopped: true },
    );
    await running.until('lost');
    const result = await running.ended;
    assert.match(result.log, /Locust has not spawned all users of One, 10 s after they were due/);
    assert.ok(result.lines.every(({ kind }) => kind !== 'report'));
  });
});
