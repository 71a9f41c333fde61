import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { explainError } from '../src/explain-error.ts';
import { mergeShards } from '../src/gate-merge.ts';
import type { RunSummary } from '../src/metrics/run-summary.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { exitCodeFor, type ExitCode } from '../src/verdict/exit-code.ts';
import { PATIENT } from './e2e/make-folder.ts';
import { buildRunSummary, everySecond } from './support/build-run-summary.ts';
import { buildShardRun, buildShardRuns, renderShard } from './support/build-shards.ts';

interface Merged {
  readonly code: ExitCode;
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  readonly error: string;
}

const SLA = `endpoints: { GET /health: { p95: 1s, throughput: 30/s } }\n${PATIENT}`;

/** Merges them in a folder of its own, or the one that is given, as the command line does. */
async function merge(
  context: TestContext,
  runs: readonly RunSummary[],
  {
    sla = SLA,
    args = [],
    attempt,
    folder,
  }: { readonly sla?: string; readonly args?: readonly string[]; readonly attempt?: string; readonly folder?: string } = {},
): Promise<Merged> {
  const cwd = folder ?? (await makeFolder(context));
  if (sla !== '') await writeFile(join(cwd, 'load-gate.sla.yaml'), sla);
  const parsed = parseArgv(['merge', 'shards', ...args]);
  assert.ok(parsed.ok && parsed.value.command === 'merge', JSON.stringify(parsed));
  const notes: string[] = [];
  const ports = { env: {}, cwd, attempt, onIssues: () => undefined, onNote: (note: string) => void notes.push(note), log: () => '' };
  const files = runs.map((run, place) => ({ name: `s${place + 1}.json`, text: renderShard(run) }));
  try {
    const result = await mergeShards(parsed.value, files, ports);
    if (result.kind === 'issues') return { code: 2, reasons: [], notes, error: JSON.stringify(result.issues) };
    return { code: exitCodeFor(result.outcome), reasons: result.report.verdict.reasons, notes, error: '' };
  } catch (thrown) {
    const { lines, outcome } = explainError(thrown);
    return { code: exitCodeFor(outcome), reasons: [], notes, error: lines.join('\n') };
  }
}

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-merge-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('what no shard has alone is promised of all of them: 20 a second each are 80 a second', async (context) => {
  const merged = await merge(context, buildShardRuns(4));
  assert.deepEqual([merged.code, merged.error], [0, '']);
  assert.equal((await merge(context, buildShardRuns(4), { sla: SLA.replace('30/s', '80/s') })).code, 0);
  assert.ok(merged.notes.includes('4 shards, started within 12 ms of each other (± 10 ms).'), merged.notes.join('\n'));
  const broken = await merge(context, buildShardRuns(4), { sla: SLA.replace('30/s', '81/s') });
  assert.equal(broken.code, 1, broken.reasons.join('\n'));
});

test('with nothing promised, or a promise of what there is not, it is inconclusive', async (context) => {
  assert.equal((await merge(context, buildShardRuns(2), { sla: '' })).code, 3);
  assert.equal((await merge(context, buildShardRuns(2), { sla: `endpoints: { GET /helth: { p95: 1s } }\n${PATIENT}` })).code, 3);
});

test('an SLA that is wrong, or not there where it was named, is refused', async (context) => {
  const wrong = await merge(context, buildShardRuns(2), { sla: 'endpoints: { GET /health: { p95: 1 } }\n' });
  assert.deepEqual([wrong.code, wrong.error.includes('"unit"')], [2, true]);
  const nowhere = await merge(context, buildShardRuns(2), { args: ['--sla', 'nowhere.yaml'] });
  assert.deepEqual([nowhere.code, nowhere.error.includes('does not exist')], [2, true]);
});

test('a shard of another attempt than that of the job that merges is not merged, whatever is excused', async (context) => {
  const runs = [0, 1].map((index) => buildShardRun(index, 2, { attempt: '5001/1' }));
  assert.equal((await merge(context, runs, { attempt: '5001/1' })).code, 0);
  const other = await merge(context, runs, { attempt: '5001/2', args: ['--fail-on', 'breach'] });
  assert.equal(other.code, 3);
  assert.match(other.error, /s1\.json is of another attempt\. s2\.json is of another attempt\./);
});

test('a shard whose window aborted it is a breach of the whole', async (context) => {
  const [first, second] = buildShardRuns(2) as [RunSummary, RunSummary];
  const aborted = { ...second, ending: { state: 'aborted', reason: 'total: error_rate: 50%' } } as const;
  const merged = await merge(context, [first, aborted]);
  assert.equal(merged.code, 1);
  assert.match(merged.reasons[0] ?? '', /aborted: shard 2 of 2: total: error_rate/);
});

test('a shard that was not measured soundly makes the whole inconclusive', async (context) => {
  const [first, second] = buildShardRuns(2) as [RunSummary, RunSummary];
  const odd = { ...second, imbalances: ['started iterations: 1 is not 2'] };
  const merged = await merge(context, [first, odd]);
  assert.equal(merged.code, 3);
  assert.match(merged.reasons[0] ?? '', /shard 2 of 2: started iterations/);
});

test('clocks that are apart are told', async (context) => {
  const runs = [buildShardRun(0, 2), buildShardRun(1, 2, { clock: { offsetMs: 400, withinMs: 5 } })];
  const merged = await merge(context, runs);
  assert.equal(merged.code, 0);
  assert.match(merged.notes.join('\n'), /The clocks of the shards were 400 ms apart \(± 10 ms\)/);
});

test('it is stored, compared with what is stored, and a suspicion stays one: there is no second look', async (context) => {
  const folder = await makeFolder(context);
  const longer = (day: number, factor: number): readonly RunSummary[] =>
    buildShardRuns(2).map((run) => {
      const startedAt = new Date(Date.UTC(2026, 2, 1 + day, 12)).toISOString();
      return { ...slow(run, factor), startedAt };
    });
  const store = ['--baseline', 'file:runs', '--update-baseline'];
  for (let day = 0; day < 4; day++) {
    const stored = await merge(context, longer(day, 1), { args: store, folder });
    assert.equal(stored.code, 0, `${stored.error} ${stored.reasons.join('\n')}`);
    assert.match(stored.notes.join('\n'), /^Stored as /m);
  }
  const same = await merge(context, longer(10, 1), { args: ['--baseline', 'file:runs'], folder });
  assert.equal(same.code, 0, same.reasons.join('\n'));
  const slower = await merge(context, longer(11, 3), { args: ['--baseline', 'file:runs'], folder });
  assert.equal(slower.code, 3, slower.reasons.join('\n'));
  assert.match(slower.notes.join('\n'), /GET \/health p95 may be worse than the baseline, and there is no second look/);
});

/** The same with more seconds and requests, so that it can be compared, and all latencies times a factor. */
function slow(run: RunSummary, factor: number): RunSummary {
  const place = run.shards[0]?.index ?? 0;
  return { ...buildLong(place, factor), shards: run.shards };
}

function buildLong(place: number, factor: number): RunSummary {
  const okMs = (second: number): readonly number[] =>
    Array.from({ length: 60 }, (_, nth) => factor * (10 + 20 * (((nth * 17 + second * 11 + place) % 60) / 60)));
  return buildRunSummary({
    phases: [{ name: 'burst', seconds: 15 }],
    series: [{ name: 'GET /health', seconds: everySecond(15, (second) => ({ okMs: okMs(second) })) }],
  });
}
