import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, test, type TestContext } from 'node:test';
import type { Checked } from '../src/config/issue.ts';
import { GateError } from '../src/gate-error.ts';
import type { GatePorts } from '../src/gate-ports.ts';
import { prepareGate } from '../src/gate-prepare.ts';
import { runGates, type GatesResult } from '../src/gate-suite.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { parseResults } from '../src/report/parse-results.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { readMachineLimits } from '../src/workspace/read-machine-limits.ts';
import { makeFolder } from './e2e/make-folder.ts';
import { writeFake } from './engine/locust/fake-locust.ts';

const SCENARIO = 'target: http://127.0.0.1:9\nsteps: [ { get: /a } ]\nphases: [ { users: 2, duration: 1s } ]\n';
const SLA = 'total: { error_budget: 0% }\ngenerator: { cpu: 100% }\n';

/** Each of two workers has measured three requests of 1 ms, which all succeeded. */
const MEASURED = `
const three = { count: 3, lowestUs: 1_000, highestUs: 1_000, sumUs: 3_000, buckets: [1_000], counts: [3] };
const made = { ...requests, started: 3, ok: 3, okBeforeEnd: 3 };
const rounds = { ...iterations, started: 3, ok: 3 };
const measured = (worker) => say({ kind: 'seconds', worker, plan, deltas: [delta(0, { cells: [cell({ counts: made, status: { 200: 3 }, spans: { latency: three, service: three } })], iterations: [{ phase: 0, book: rounds }] })] });
const done = (worker) => report(worker, { requestsStarted: 3, requests: made, iterations: rounds, eventLoopDelay: three });
log('[now] box/INFO/locust.main: Starting Locust 2.47.0');
`;
const HEALTHY = `${MEASURED} hello(); begin(); measured(0); measured(1); done(0); done(1); end();`;

interface Tried {
  readonly folder: string;
  readonly result: GatesResult;
  readonly notes: readonly string[];
  readonly log: readonly string[];
}

/** The gate on a pretended Locust. */
async function tryGate(
  context: TestContext,
  code: string,
  wishes: { readonly args?: readonly string[]; readonly files?: Readonly<Record<string, string>>; readonly env?: GatePorts['env'] } = {},
): Promise<Tried> {
  const folder = await makeFolder(context, { 'load-gate.yaml': SCENARIO, 'load-gate.sla.yaml': SLA, ...wishes.files });
  const parsed = parseArgv(['run', '--engine', 'locust', '--out', 'out', ...(wishes.args ?? ['--workers', '2'])]);
  assert.ok(parsed.ok && parsed.value.command === 'run', JSON.stringify(parsed));
  const [notes, log]: [string[], string[]] = [[], []];
  const result = await runGates(parsed.value, {
    env: { PATH: process.env['PATH'], LOAD_GATE_LOCUST: writeFake(folder, code), ...wishes.env },
    cwd: folder,
    onIssues: () => undefined,
    onSecrets: () => Promise.resolve(),
    onProgress: () => undefined,
    stopped: new AbortController().signal,
    log: () => '',
    onNote: (note) => notes.push(note),
    onLog: (line) => log.push(line),
  });
  return { folder, result, notes, log };
}

function judged({ result }: Tried): Extract<GatesResult, { kind: 'judged' }> {
  assert.ok(result.kind === 'judged', JSON.stringify(result));
  return result;
}

function messagesOf({ result }: Tried): string {
  assert.ok(result.kind === 'issues', 'it is refused');
  return result.issues.map(({ message }) => message).join('; ');
}

test('What Locust measures is judged and reported as anything else, and says what made it.', async (context) => {
  const tried = await tryGate(context, HEALTHY);
  const { report, outcome, files } = judged(tried);
  assert.equal(report.verdict.state, 'pass', report.verdict.reasons.join());
  assert.equal(exitCodeFor(outcome), 0);
  const stored = parseResults(await readFile(join(tried.folder, 'out/results.json'), 'utf8'));
  assert.ok(stored.ok);
  assert.deepEqual(stored.report.run.engine, { kind: 'locust', version: '2.47.0', python: '3.11.7' });
  const said = 'made by Locust 2.47.0 on Python 3.11.7, 2 workers';
  assert.ok(
    files.get('summary.md')?.includes(said.replaceAll('.', '\\.')) || files.get('summary.md')?.includes(said),
    files.get('summary.md'),
  );
  assert.ok(files.get('report.html')?.includes(said));
  assert.match(files.get('metrics.prom') ?? '', /load_gate_run_info\{[^}]*engine="locust"/);
  assert.match(tried.notes[0] ?? '', /, 2 Locust processes$/);
  assert.match(tried.log.join('\n'), /Starting Locust/, 'its log is kept');
  assert.ok(!tried.notes.join('\n').includes('Starting Locust'), 'and not printed');
});

test('A Locust that breaks is no pass, whatever it has measured before: exit code 3, with reports.', async (context) => {
  const tried = await tryGate(context, `${MEASURED} hello(); begin(); measured(0); measured(1); done(0); done(1);`);
  const { report, outcome } = judged(tried);
  assert.equal(report.verdict.state, 'inconclusive');
  assert.equal(exitCodeFor(outcome), 3);
  assert.match(report.verdict.reasons.join(), /cut short: Locust ended with exit code 0 before the burst was over/);
});

test('Without Locust nothing is begun: exit code 2, and what to install.', async (context) => {
  await assert.rejects(tryGate(context, '', { env: { PATH: '', LOAD_GATE_LOCUST: '/nowhere/locust' } }), (error) => {
    assert.ok(error instanceof GateError);
    assert.equal(error.code, 'LOAD_GATE_LOCUST_MISSING');
    return true;
  });
});

test('The same scenario has the same plan in every run, so that a file that was exported before is the one of the run.', async (context) => {
  const [first, second] = [judged(await tryGate(context, HEALTHY)), judged(await tryGate(context, HEALTHY))];
  assert.equal(first.report.run.seed, second.report.run.seed);
  const seeded = judged(await tryGate(context, HEALTHY, { args: ['--workers', '2', '--seed', '5'] }));
  assert.equal(seeded.report.run.seed, 5);
});

describe('With workers of other machines', () => {
  const args = ['--expect-workers', '2'];

  it('the plan has as many as are expected, and the note says what to type there', async (context) => {
    const tried = await tryGate(context, HEALTHY, { args });
    assert.equal(judged(tried).report.run.workers, 2);
    assert.match(tried.notes.join('\n'), /Waiting for 2 Locust workers on port 5557/);
  });

  it('more workers than users are all waited for', async (context) => {
    const one = { 'load-gate.yaml': SCENARIO.replace('users: 2', 'users: 1') };
    const tried = await tryGate(context, HEALTHY, { args, files: one });
    assert.equal(judged(tried).report.run.workers, 2);
  });

  it('as many connections may be planned as they can hold together: what this machine gives a process is not asked', async (context) => {
    // More than there are ports.
    const files = { 'load-gate.yaml': 'target: http://127.0.0.1:9\nsteps: [ { ws: /a } ]\nphases: [ { users: 70000, duration: 1s } ]\n' };
    const cwd = await makeFolder(context, files);
    const prepare = (...flags: readonly string[]): Checked<unknown> => {
      const parsed = parseArgv(['run', '--engine', 'locust', '--max-users', '70000', ...flags]);
      assert.ok(parsed.ok && parsed.value.command === 'run', JSON.stringify(parsed));
      return prepareGate(parsed.value, { env: {}, cwd, workers: parsed.value.workers, requireSecrets: true });
    };
    const elsewhere = prepare('--expect-workers', '14');
    assert.ok(elsewhere.ok, JSON.stringify(elsewhere));
    const here = prepare('--workers', '14');
    assert.equal(here.ok, readMachineLimits().ports === undefined);
  });

  it('a suite is refused: they end with their first part', async (context) => {
    const files = { 'suite.yaml': 'suite: [ { scenario: load-gate.yaml }, { pause: 1s } ]\n' };
    assert.match(
      messagesOf(await tryGate(context, HEALTHY, { args: [...args, 'suite.yaml'], files })),
      /make one scenario and end with it/,
    );
  });

  it('a baseline is compared with and added to in one burst', async (context) => {
    const tried = await tryGate(context, HEALTHY, { args: [...args, '--baseline', 'file:runs'] });
    assert.equal(judged(tried).report.verdict.state, 'pass');
    assert.equal(tried.notes.filter((note) => note.includes('2 Locust workers')).length, 2, 'one burst, one wait');
  });
});

test('What Locust cannot do is refused before anything is begun, with the place.', async (context) => {
  const files = { 'load-gate.yaml': SCENARIO.replace('steps:', 'http: { http2: true }\nsteps:') };
  assert.match(messagesOf(await tryGate(context, HEALTHY, { files })), /Locust speaks HTTP\/1\.1/);
});
