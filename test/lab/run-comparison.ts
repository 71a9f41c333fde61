import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_REGRESSION_RULES } from '../../src/config/regression-rules.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import type { Report } from '../../src/report/report.ts';
import { compareLive, type LiveLook } from '../../src/verdict/regression/compare-live.ts';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import { deployServer, type Deployment } from './deploy-server.ts';
import type { LabOutcome, LabRow } from './lab-lines.ts';
import { drawSeeds, PLANTED_CHANGE, WARM_UP_SECONDS, type PlannedRun } from './lab-scenario.ts';

/** Where a lab works, and what all of its runs share. */
export interface LabFrame {
  /** Holds `lab.yaml`, `lab.sla.yaml` and what the runs leave behind. */
  readonly folder: string;
  /** The command line of load-gate. */
  readonly cli: string;
  readonly seed: number;
  readonly seconds: number;
  readonly stopped: AbortSignal;
}

/** One comparison of two servers that were started for it, from the command line, as a workflow would make it. */
export async function runComparison(run: PlannedRun & { readonly attempt: number }, frame: LabFrame): Promise<LabOutcome> {
  const seeds = drawSeeds(frame.seed, run.number, run.attempt);
  const slow = run.planted === undefined ? undefined : { path: run.planted, factor: 1 + PLANTED_CHANGE };
  const servers: Deployment[] = [];
  const deploy = async (side: 'candidate' | 'baseline'): Promise<Deployment> => {
    const server = await deployServer(seeds[side], side === 'candidate' ? slow : undefined);
    servers.push(server);
    return server;
  };
  try {
    const first = await deploy(seeds.candidateFirst ? 'candidate' : 'baseline');
    const second = await deploy(seeds.candidateFirst ? 'baseline' : 'candidate');
    const [candidate, baseline] = seeds.candidateFirst ? [first, second] : [second, first];
    const file = join('runs', `${run.number}-${run.attempt}`);
    const args = ['--target', candidate.url, '--baseline', `url:${baseline.url}`, '--seed', String(seeds.load), '--out', file, '--quiet'];
    const code = await runGate(['run', 'lab.yaml', ...args], frame);
    if (code === 'too-slow') return { state: 'unfit', reason: 'it took more than twice its time' };
    return await readOutcome(join(file, 'results.json'), code, frame.folder);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** The exit code, if it is that of a verdict; anything else is a defect that ends the lab. */
async function runGate(args: readonly string[], { folder, cli, seconds, stopped }: LabFrame): Promise<0 | 1 | 3 | 'too-slow'> {
  const late = AbortSignal.timeout(2_000 * (3 * (seconds + WARM_UP_SECONDS) + 20));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...process.env, CI: '', GITHUB_ACTIONS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: AbortSignal.any([late, stopped]),
    killSignal: 'SIGKILL',
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-4_000)));
  child.on('error', (error) => (late.aborted ? undefined : reject(error)));
  child.on('close', resolve);
  const code = await promise;
  if (late.aborted) return 'too-slow';
  if (code !== 0 && code !== 1 && code !== 3) throw new Error(`load-gate ended with ${code}\n${errors}`);
  return code;
}

async function readOutcome(file: string, code: 0 | 1 | 3, folder: string): Promise<LabOutcome> {
  const parsed = parseResults(await readFile(join(folder, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problem}`);
  const { verdict } = parsed.report;
  if ((code === 0) !== (verdict.state === 'pass') || (code === 3) !== (verdict.state === 'inconclusive'))
    throw new Error(`load-gate ended with ${code} after the verdict ${verdict.state}`);
  if (verdict.state === 'inconclusive') return { state: 'unfit', reason: verdict.reasons.join(' ') };
  const { first, result } = compareAgain(parsed.report);
  if (result.state !== 'decided') return { state: 'unfit', reason: `the comparison is ${result.state}` };
  // The stored result must say by itself what was said when it was measured.
  if (verdict.state !== 'breach' && (verdict.state === 'regression') !== result.regressed.length > 0)
    throw new Error(`${file}: the verdict was ${verdict.state}, the stored data say: ${result.regressed.join(', ') || 'nothing slower'}`);
  return { state: 'judged', verdict: verdict.state, looks: result.looks, regressed: result.regressed, rows: listRows(first, result), file };
}

/** The comparison of a stored result: of its first look alone, and of all that it has. */
function compareAgain(report: Report): { readonly first: RegressionResult; readonly result: RegressionResult } {
  const [look, ...second] = listLooks(report);
  if (!look) throw new Error('the result has no other side');
  const rules = DEFAULT_REGRESSION_RULES;
  return { first: compareLive({ first: look, second: [], rules }), result: compareLive({ first: look, second, rules }) };
}

/** Both sides of every burst of a stored result; empty where it was compared with nothing. */
export function listLooks({ run, further = [], live }: Report): readonly LiveLook[] {
  const bursts = [run, ...further];
  return (live?.runs ?? []).flatMap((baseline, place) => {
    const candidate = bursts[place];
    return candidate ? [{ candidate, baseline }] : [];
  });
}

function listRows(first: RegressionResult, { rows }: RegressionResult): readonly LabRow[] {
  const early = new Map(first.rows.map((row) => [row.name, row]));
  return rows.flatMap((row): readonly LabRow[] => {
    const before = early.get(row.name);
    if (row.metric.kind !== 'percentile' || row.state === 'not-eligible' || !before || before.state === 'not-eligible') return [];
    const [look] = before.looks;
    if (!look) return [];
    const { change, error } = look;
    return [{ name: row.name, shown: row.values.change, change, error, reach: before.detectable ?? null }];
  });
}
