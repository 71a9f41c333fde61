import assert from 'node:assert/strict';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { mergeDistributions, percentileUs } from '../../src/metrics/distribution.ts';
import { evenFireTimes, poissonFireTimes } from '../../src/plan/fire-times.ts';
import { seedOfPhase } from '../../src/plan/plan-phases.ts';
import { makeFolder, PATIENT } from '../e2e/make-folder.ts';
import { startProcess } from '../e2e/start-process.ts';
import { percentileMs, seriesIn } from '../support/run-gate.ts';
import { CLI, foldersOf, readReport, runCli, runShards, soon } from '../support/run-shards.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { startRecordingServer, tally, type RecordingServer } from './recording-server.ts';

const SHARDS = 4;
const ROWS = 320;

/** Arrivals that say which they are by their unique row, of two models of arrival, the first of which four divides evenly, and then users and fixed work. */
const SCENARIO = `data:
  item: { values: [${Array.from({ length: ROWS }, (_, row) => `r${row}`).join(', ')}], pick: unique }
steps:
  - get: "/a?row=\${item}"
    name: GET /a
phases:
  - { name: even, arrival_rate: 40/s, duration: 3s }
  - { name: random, arrival_rate: 30/s, duration: 3s, arrivals: poisson }
  - { name: work, iterations: 47, users: 9, max_duration: 30s }
`;
const SLA = `endpoints: { GET /a: { p95: 5s, error_budget: 0% } }\n${PATIENT}`;

test('Four shards make what one machine would: the same starts, each unique row once, all of the fixed work.', async (context) => {
  await using server = await startRecordingServer();
  await using alone = await startRecordingServer();
  const folder = await makeFolder(context, { 'load-gate.yaml': SCENARIO, 'load-gate.sla.yaml': SLA });
  // While the shards wait for their start, one machine makes the whole.
  const whole = runCli(folder, ['run', '--target', alone.url, '--seed', '11', '--out', 'whole', '--workers', '1']);
  const target = ['--target', server.url, '--seed', '11'];
  for (const { code, stdout, stderr } of [...(await runShards(folder, SHARDS, target)), await whole])
    assert.equal(code, 0, stdout + stderr);

  const asked = server.requests.filter(({ method }) => method === 'GET');
  const even = [...drain(evenFireTimes(curve(40)))];
  const random = [...drain(poissonFireTimes(curve(30), seedOfPhase(11, 1)))];
  assert.equal(asked.length, even.length + random.length + 47);
  const rows = tally(asked.map(({ url }) => url));
  assert.equal(rows.size, asked.length, 'no row was given twice');

  const plannedMs = [...even, ...random.map((us) => us + 3e6)].map((us) => us / 1_000);
  checkStarts(startsOf(server), startsOf(alone), plannedMs);

  const merged = await runCli(folder, ['merge', ...foldersOf(SHARDS), '--out', 'merged']);
  assert.equal(merged.code, 0, merged.stdout + merged.stderr);
  const { run, verdict } = await readReport(folder, 'merged');
  assert.deepEqual([verdict.state, run.imbalances, run.shards.length, run.workers], ['pass', [], SHARDS, SHARDS]);
  assert.deepEqual(
    run.phases.map(({ iterations: { planned: all, started, ok } }) => [all, started, ok]),
    [even.length, random.length, 47].map((count) => [count, count, count]),
  );
  // Clocks of one machine are one, and the server's is the same.
  for (const { clock } of run.shards) assert.ok(clock && Math.abs(clock.offsetMs) <= clock.withinMs + 20, JSON.stringify(clock));
  const parts = await Promise.all(foldersOf(SHARDS).map((place) => readReport(folder, place)));
  assert.deepEqual(new Set(parts.map((part) => part.run.startedAt)).size, 1);
  assert.deepEqual(seriesIn(run, 'GET /a').latency, mergeDistributions(parts.map((part) => seriesIn(part.run, 'GET /a').latency)));
  await checkUnfit(folder);
});

/** Arrivals as the server has seen them: the number of each, which is that of its row, and when it came. Rows are given in the order of the plan, on one machine and on four. */
function startsOf({ requests }: RecordingServer): ReadonlyMap<number, number> {
  const came = requests
    .filter(({ method }) => method === 'GET')
    .map(({ url, atMs }) => [Number(/row=r(\d+)$/.exec(url)?.[1]), atMs] as const);
  return new Map(came.sort(([left], [right]) => left - right));
}

/** What both servers saw are the very starts of the plan, late by what a busy machine takes: the numbers are the same, and half of the times are close. */
function checkStarts(four: ReadonlyMap<number, number>, one: ReadonlyMap<number, number>, plannedMs: readonly number[]): void {
  for (const seen of [four, one]) {
    assert.deepEqual(
      [...seen.keys()].slice(0, plannedMs.length),
      plannedMs.map((_, index) => index),
    );
  }
  const medianOf = (values: readonly number[]): number => values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
  const lateness = (seen: ReadonlyMap<number, number>): readonly number[] => {
    const late = plannedMs.map((ms, index) => (seen.get(index) ?? Number.NaN) - ms);
    // A server's clock has another zero: it is where the differences agree.
    const zeroMs = Math.min(...late);
    return late.map((ms) => ms - zeroMs);
  };
  const [fourLate, oneLate] = [lateness(four), lateness(one)];
  for (const late of [fourLate, oneLate])
    assert.ok(medianOf(late) < 150, `half of the starts are within ${medianOf(late)} ms of their times`);
  const apartMs = medianOf(fourLate.map((ms, index) => Math.abs(ms - (oneLate[index] ?? Number.NaN))));
  assert.ok(apartMs < 150, `half of the starts of four machines are within ${apartMs} ms of those of one`);
}

function curve(rate: number): Parameters<typeof evenFireTimes>[0] {
  return { fromRatePerSec: rate, ratePerSec: rate, rampMs: 0, durationMs: 3_000 };
}

function* drain(times: ReturnType<typeof evenFireTimes>): Generator<number> {
  for (let us = times.next(); us !== Number.POSITIVE_INFINITY; us = times.next()) yield us;
}

/** The folder of one shard with something changed in its results. */
async function plant(folder: string, from: string, name: string, edit: (text: string) => string): Promise<string> {
  await cp(join(folder, from), join(folder, name), { recursive: true });
  const path = join(folder, name, 'results.json');
  const text = await readFile(path, 'utf8');
  assert.notEqual(edit(text), text, 'it was changed');
  await writeFile(path, edit(text));
  return name;
}

/** What is not all shards of one plan, each once, is inconclusive: whatever may be excused, and without a report that says otherwise. */
async function checkUnfit(folder: string): Promise<void> {
  const [one = '', two = '', three = '', four = ''] = foldersOf(SHARDS);
  const hash = /"planHash": "([0-9a-f]{64})"/.exec(await readFile(join(folder, two, 'results.json'), 'utf8'))?.[1] ?? '';
  const foreign = await plant(folder, two, 'foreign', (text) => text.replaceAll(hash, 'f'.repeat(64)));
  const other = await plant(folder, two, 'other', (text) => text.replace('"attempt": ""', '"attempt": "5001/2"'));
  const cut = await plant(folder, two, 'cut', (text) => text.replace('"state": "complete"', '"reason": "ended", "state": "cut-short"'));
  const torn = await plant(folder, two, 'torn', (text) => text.slice(0, text.length / 2));
  const cases: readonly (readonly [shards: readonly string[], says: RegExp])[] = [
    [[one, three, four], /Shard 2 of 4 is missing/],
    [[one, two, three, four, foreign], /differ in the plan/],
    [[one, foreign, three, four], /differ in the plan/],
    [[one, other, three, four], /differ in the attempt/],
    [[one, cut, three, four], /Shard 2 of 4 was cut short: ended/],
    [[one, torn, three, four], /torn\/results\.json cannot be used/],
    [[one, two, three, four, 'merged'], /merged\/results\.json is not the result of one shard/],
  ];
  const ended = await Promise.all(
    cases.map(async ([shards, says], place) => {
      await cp(join(folder, 'merged'), join(folder, `out-${place}`), { recursive: true });
      const { code, stderr } = await runCli(folder, ['merge', ...shards, '--out', `out-${place}`, '--fail-on', 'breach']);
      assert.match(stderr, says);
      await assert.rejects(readFile(join(folder, `out-${place}`, 'results.json')), 'the verdict of an earlier merge is gone');
      return code;
    }),
  );
  assert.deepEqual(
    ended,
    cases.map(() => 3),
  );
  await rm(join(folder, two), { recursive: true });
  const { code } = await runCli(folder, ['merge', ...foldersOf(SHARDS)]);
  assert.equal(code, 2, 'a folder that is not there is a wrong argument');
}

test('Percentiles of shards that see different latencies are those of all requests together, not the mean of theirs.', async (context) => {
  const planted = { kind: 'lognormal', medianMs: 60, p95Ms: 220 } as const;
  await using server = await startTruthServer({ routes: [{ method: 'GET', path: '/planted', latency: planted }], spinMs: 0 });
  const folder = await makeFolder(context, {
    'load-gate.yaml': 'steps: [ { get: /planted } ]\nphases: [ { arrival_rate: 100/s, duration: 6s, max_users: 500 } ]\n',
    'load-gate.sla.yaml': `endpoints: { GET /planted: { p50: 5s, error_budget: 0% } }\n${PATIENT}`,
  });
  for (const { code, stdout, stderr } of await runShards(folder, SHARDS, ['--target', server.url])) assert.equal(code, 0, stdout + stderr);
  const merged = await runCli(folder, ['merge', ...foldersOf(SHARDS), '--out', 'merged']);
  assert.equal(merged.code, 0, merged.stdout + merged.stderr);
  const { run } = await readReport(folder, 'merged');
  const truth = await server.truth('GET /planted');
  const { latency, counts } = seriesIn(run, 'GET /planted');
  assert.ok(truth && truth.count === 600 && counts.ok === 600, `${truth?.count} served, ${counts.ok} measured`);
  for (const [percentile, servedUs] of [
    [50, truth.p50Us],
    [95, truth.p95Us],
  ] as const) {
    const measuredMs = percentileMs(latency, percentile);
    // What a busy machine adds is late for all of them alike.
    assert.ok(
      Math.abs(measuredMs - servedUs / 1_000) <= 30 + 0.1 * (servedUs / 1_000),
      `p${percentile}: ${measuredMs} of ${servedUs / 1_000} ms`,
    );
  }
  const parts = await Promise.all(foldersOf(SHARDS).map(async (place) => seriesIn((await readReport(folder, place)).run, 'GET /planted')));
  const all = mergeDistributions(parts.map((part) => part.latency));
  assert.deepEqual(
    [50, 95, 99].map((p) => percentileUs(latency, p)),
    [50, 95, 99].map((p) => percentileUs(all, p)),
  );
});

test('A shard that is late makes no load, one of another plan is refused, and neither ends green.', async (context) => {
  await using server = await startRecordingServer();
  const folder = await makeFolder(context, {
    'load-gate.yaml': 'steps: [ { get: /a } ]\nphases: [ { arrival_rate: 20/s, duration: 1s } ]\n',
    'load-gate.sla.yaml': SLA,
  });
  const past = new Date(Date.now() - 60_000).toISOString();
  const target = ['--target', server.url, '--out', 'late'];
  const late = await runCli(folder, ['run', '--shard', '2/2', '--start-at', past, ...target]);
  assert.equal(late.code, 3, late.stdout + late.stderr);
  assert.match(late.stdout, /too late to begin with the others/);
  const { run, verdict } = await readReport(folder, 'late');
  assert.deepEqual([run.ending.state, verdict.state], ['cut-short', 'inconclusive']);

  const start = soon(40_000);
  const foreign = await runCli(folder, ['run', '--shard', '2/2', '--start-at', start, '--plan-hash', 'f'.repeat(64), ...target]);
  assert.equal(foreign.code, 2, foreign.stdout + foreign.stderr);
  assert.match(foreign.stderr, /the plan of this shard is [0-9a-f]{64}, and it must be f{64}/);
  const far = await runCli(folder, ['run', '--shard', '2/2', '--start-at', '2126-03-01T12:00:00Z', ...target]);
  assert.equal(far.code, 2, far.stdout + far.stderr);
  assert.equal(server.requests.length, 0);
});

test('The hash of a plan is that of check and of each shard, whatever their number and workers; a secret is no part of it.', async (context) => {
  const files = {
    'load-gate.yaml': 'name: a\nsteps: [ { get: /a } ]\nphases: [ { users: 4, duration: 1s } ]\n',
    'load-gate.sla.yaml': SLA,
    'same.yaml': '# A comment, and other lines.\n\nname: a\nsteps:\n  - get: /a\nphases:\n  - users: 4\n    duration: 1s\n',
    'same.sla.yaml': `\n${SLA}`,
    'other.sla.yaml': SLA.replace('5s', '6s'),
  };
  const folder = await makeFolder(context, files);
  const start = soon(3_600_000);
  const hashOf = async (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { stdout, stderr } = await runCli(folder, ['check', '--start-at', start, ...args], env);
    return /--plan-hash ([0-9a-f]{64})$/m.exec(stdout)?.[1] ?? assert.fail(stdout + stderr);
  };
  const target = ['--target', '${secret.URL}'];
  const usual = await hashOf(target);
  const same = [hashOf(target, { URL: 'http://127.0.0.1:9' }), hashOf(['same.yaml', ...target])];
  assert.deepEqual(await Promise.all(same), [usual, usual]);
  const different = [
    hashOf(['--target', '${secret.OTHER}']),
    hashOf([...target, '--sla', 'other.sla.yaml']),
    hashOf([...target, '--seed', '1']),
    hashOf([...target, '--max-rate', '5/s']),
    hashOf([...target, '--set', 'phases.phase-1.users=5']),
  ];
  const hashes = await Promise.all(different);
  assert.equal(new Set([usual, ...hashes]).size, 6);
});

test('Who waits for the start can be told to end, and then has made no load, which its results say.', async (context) => {
  await using server = await startRecordingServer();
  const files = { 'load-gate.yaml': 'steps: [ { get: /a } ]\nphases: [ { users: 2, duration: 1s } ]\n', 'load-gate.sla.yaml': SLA };
  const folder = await makeFolder(context, files);
  const args = ['run', '--target', server.url, '--shard', '1/2', '--start-at', soon(3_600_000), '--out', 'out'];
  const waiting = startProcess(CLI, args, { cwd: folder });
  await waiting.saw('begins in');
  waiting.kill('SIGINT');
  const { code, stdout, stderr } = await waiting.ended;
  assert.equal(code, 3, stdout + stderr);
  const { run } = await readReport(folder, 'out');
  assert.deepEqual([run.ending.state, run.series[0]?.perPhase[0]?.counts.started], ['cut-short', 0]);
  assert.deepEqual(
    server.requests.filter(({ method }) => method !== 'HEAD'),
    [],
  );
});

test('Without a plan that was made before, the first shard runs `before`, once for all; with one, none does.', async (context) => {
  await using server = await startRecordingServer();
  const scenario = 'before: [ { get: /warm } ]\nsteps: [ { get: /a } ]\nphases: [ { arrival_rate: 20/s, duration: 1s } ]\n';
  const folder = await makeFolder(context, { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': SLA });
  const target = ['--target', server.url];
  for (const { code, stdout, stderr } of await runShards(folder, 2, target)) assert.equal(code, 0, stdout + stderr);
  assert.deepEqual([server.urlsOf('/warm').length, server.urlsOf('/a').length], [1, 20]);
  const start = soon();
  const { stdout: plan } = await runCli(folder, ['check', ...target, '--start-at', start]);
  const hash = /--plan-hash (\S+)/.exec(plan)?.[1] ?? assert.fail(plan);
  const given = ['--shard', '1/2', '--start-at', start, '--plan-hash', hash, '--out', 'planned', '--workers', '1'];
  const planned = await runCli(folder, ['run', ...target, ...given]);
  assert.equal(planned.code, 0, planned.stdout + planned.stderr);
  assert.deepEqual([server.urlsOf('/warm').length, server.urlsOf('/a').length], [1, 30]);
});
