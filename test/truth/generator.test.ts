import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseResults } from '../../src/report/parse-results.ts';
import { assertVerdict, gateArguments, PATIENT, runGateOnFiles, writeGateFiles, type GateInput } from '../support/run-gate.ts';
import { startTruthServer } from '../support/start-truth-server.ts';
import { closedPort } from '../support/truth-server.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const ROUTES = [{ method: 'GET', path: '/a' }] as const;
const SCENARIO = { steps: [{ get: '/a' }], phases: [{ arrival_rate: '100/s', duration: '4s', max_users: 400 }] } as const;

/** Takes the CPU away from a process for 400 of every 600 ms, as a container's quota or a busy neighbour does, until it has ended. */
async function starve(victim: ChildProcess): Promise<void> {
  while (victim.exitCode === null && victim.signalCode === null) {
    victim.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 400));
    victim.kill('SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The command line in a process of its own, starved from its first load on. */
async function runStarved(input: GateInput): Promise<{ readonly code: number | null; readonly results: ReturnType<typeof parseResults> }> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-starved-'));
  try {
    await writeGateFiles(folder, input);
    const child = spawn(process.execPath, [CLI, ...gateArguments(input)], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    // It says when it starts the burst.
    await once(child.stdout, 'data');
    child.stdout.resume();
    await Promise.all([starve(child), ended]);
    return { code: child.exitCode, results: parseResults(await readFile(join(folder, 'out', 'results.json'), 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const [name, open] of [
  ['a healthy target, which is not green', () => startTruthServer({ routes: ROUTES, spinMs: 0 })],
  ['a dead target, which is not red', closedPort],
] as const) {
  test(`A generator that is robbed of its CPU is inconclusive with ${name}.`, async () => {
    await using target = await open();
    const { code, results } = await runStarved({
      target: target.url,
      scenario: SCENARIO,
      sla: { total: { p95: '10s', error_budget: '50%' } },
    });
    assert.ok(results.ok);
    const { run } = results.report;
    assertVerdict(results.report, 'inconclusive');
    assert.equal(code, 3);
    assert.deepEqual(run.imbalances, []);
    assert.ok(results.report.verdict.reasons.some((reason) => /^(Schedule lag|Event-loop delay|The generator missed)/.test(reason)));
    const book = run.phases[0]?.iterations;
    assert.ok(book && book.planned === 400 && book.started + book.dropped + book.missed === 400, JSON.stringify(book));
    // Of each 600 ms, about 200 are more than 200 ms late.
    assert.ok(book.missed >= 40, `${book.missed} were missed`);
    assert.equal(run.health.missedRatio, book.missed / 400);
  });
}

for (const [limit, value, sentence] of [
  ['schedule_lag_p99', '1us', /^Schedule lag p99 was /],
  ['event_loop_p99', '1us', /^Event-loop delay p99 was /],
  ['cpu', '0.001%', /^The busiest worker used /],
] as const) {
  test(`A healthy target is inconclusive when the generator exceeds \`${limit}\`.`, async () => {
    await using server = await startTruthServer({ routes: ROUTES, spinMs: 0 });
    const report = await runGateOnFiles({
      target: server.url,
      scenario: { ...SCENARIO, phases: [{ arrival_rate: '100/s', duration: '2s' }] },
      sla: { total: { error_budget: '0%' }, generator: { ...PATIENT, [limit]: value } },
    });
    assertVerdict(report, 'inconclusive');
    assert.equal(report.verdict.reasons.filter((reason) => sentence.test(reason)).length, 1, report.verdict.reasons.join('\n'));
    assert.deepEqual(
      report.verdict.checks.map(({ state }) => state),
      ['passed'],
      'the check itself is judged and shown',
    );
  });
}
