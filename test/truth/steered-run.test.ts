import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runGate } from '../../src/gate.ts';
import type { BurstHandle, GatePorts } from '../../src/gate-ports.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { gateArguments, PATIENT, writeGateFiles, type GateInput } from '../support/run-gate.ts';
import { startRecordingServer } from './recording-server.ts';

/** What came of a run of which somebody set the users from 2 to 5 after its first second. */
interface Steered {
  readonly state: string;
  readonly reasons: string;
  readonly summary: string;
  readonly notes: readonly string[];
  /** What became part of the baseline. */
  readonly stored: readonly string[];
}

async function steer(args: readonly string[], command: readonly string[]): Promise<Steered> {
  await using server = await startRecordingServer();
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-steered-'));
  try {
    const input: GateInput = {
      target: server.url,
      scenario: { users: { one: { think: '50ms', steps: [{ get: '/a' }] } }, phases: [{ users: 2, duration: '3s' }] },
      sla: { total: { error_budget: '0%' }, generator: PATIENT },
      args,
    };
    await writeGateFiles(folder, input);
    const parsed = parseArgv([...command, ...gateArguments(input).slice(1)]);
    assert.ok(parsed.ok && parsed.value.command === 'run', JSON.stringify(parsed));
    const notes: string[] = [];
    const result = await runGate(parsed.value, { ...steeringPorts(folder), onNote: (note) => void notes.push(note) });
    assert.ok(result.kind === 'judged');
    const read = parseResults(await readFile(join(folder, 'out', 'results.json'), 'utf8'));
    assert.ok(read.ok && read.report.run.levelChanges.length === 1 && read.report.run.imbalances.length === 0, 'it was steered');
    const summary = await readFile(join(folder, 'out', 'summary.md'), 'utf8');
    const stored = await readdir(join(folder, 'runs'), { recursive: true }).catch(() => []);
    const { state, reasons } = result.report.verdict;
    return { state, reasons: reasons.join('\n'), summary, notes, stored: stored.filter((name) => name.endsWith('.json')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function steeringPorts(cwd: string): Omit<GatePorts, 'onNote'> {
  let burst: BurstHandle | undefined;
  return {
    env: {},
    cwd,
    onIssues: () => undefined,
    onSecrets: () => Promise.resolve(),
    onProgress: () => undefined,
    stopped: new AbortController().signal,
    log: () => '',
    live: {
      onBurst: (began) => {
        burst = began;
      },
      onSecond: ({ second }) => {
        if (second === 0) assert.equal(burst?.setLevel({ phase: 0, users: 5, spawnRatePerSec: 10 }), true);
      },
    },
  };
}

test('A run that was steered by hand is judged by its promises where no baseline was asked for, and says so.', async () => {
  const { state, reasons, summary } = await steer(['--baseline', 'none'], ['run']);
  assert.equal(state, 'pass', reasons);
  assert.match(summary, /\*\*Users set by hand\*\*: from 2 to 5 at \d(\.\d)? s/);
});

test('A run that was steered by hand is compared with no baseline, which leaves it inconclusive, and is stored in none.', async () => {
  const { state, reasons, notes, stored } = await steer(['--baseline', 'file:runs'], ['baseline', 'update']);
  assert.equal(state, 'inconclusive');
  assert.match(reasons, /^The run was compared with no baseline: its users were set by hand \(from 2 to 5 at \d(\.\d)? s\)\.$/m);
  assert.deepEqual(stored, []);
  assert.ok(notes.some((note) => note.includes('The baseline stays as it is: a run whose users were set by hand is no baseline')));
});
