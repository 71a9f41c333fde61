import { resolve } from 'node:path';
import type { StoredRun } from './baseline/baseline-store.ts';
import { listLeftOut } from './command-admission.ts';
import type { CommandPorts } from './command-ports.ts';
import { isLoose, readStoredResult, readStoredResults } from './command-stored-results.ts';
import type { Checked } from './config/issue.ts';
import { parseSla } from './config/parse-sla.ts';
import type { Sla } from './config/sla.ts';
import { compareWithHistory, SECOND_LOOK_BURSTS } from './gate-baseline.ts';
import { GateError } from './gate-error.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { CompareRequest } from './options/request.ts';
import { compareValues } from './report/compare-values.ts';
import { renderResults } from './report/render-results.ts';
import type { Report } from './report/report.ts';
import { renderComparison, type ComparisonView } from './terminal/render-comparison.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { decide } from './verdict/decide.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { listInvalidities } from './verdict/generator-validity.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import { createFileReader } from './workspace/file-reader.ts';
import type { Origin } from './workspace/read-origin.ts';

/** The same files give the same answer everywhere: what the machine says of itself has no part in it, and every branch is taken for the default one. */
const ANYWHERE: Origin = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };

/** `compare`: the gate's own comparison, of stored results. */
export async function compareStored(request: CompareRequest, ports: CommandPorts): Promise<GateOutcome> {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: 'user-error' };
  }
  const { report } = await readStoredResult(ports.cwd, request.result);
  const stored = await readStoredResults(ports.cwd, request.baselines);
  const runs = stored.runs.filter((run) => !isSame(run.report, report)).map((run) => judgeLoose(run, sla.value));
  const result = compareWithRuns(report, runs, sla.value);
  const doubts = [report.run, ...(report.further ?? [])].flatMap((burst) => listDoubts(burst, sla.value));
  const state = decideState(report.run, doubts, result);
  const where = request.baselines.join(', ');
  const comparison = { where, result, runs: runs.length - listLeftOut(result).size };
  const view: ComparisonView = {
    report: { ...report, comparison, handRows: compareValues(report.run, sla.value) },
    state,
    doubts,
    setAside: stored.setAside,
  };
  const text = renderComparison(view, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(view, result, runs));
  } else ports.write(text);
  return { kind: 'judged', verdict: state, failOn: ['regression', 'inconclusive'], lacksBaseline: false, isWritten: true };
}

/** As the gate did it: a second look where the first suspects something, and the burst that a baseline stores beside it is none. */
function compareWithRuns({ run, further = [] }: Report, runs: readonly StoredRun[], sla: Sla): RegressionResult {
  const [first, ...more] = runs;
  // Closed: a result against nothing but itself would find itself unchanged.
  if (first === undefined) throw new GateError('LOAD_GATE_RESULT_INVALID', 'there is nothing to compare with but the result itself');
  const history = { state: 'found', runs: [first, ...more], setAside: [], unread: 0 } as const;
  const input = { history, rules: sla.regression, origin: ANYWHERE };
  const result = compareWithHistory(run, [], input);
  return result.state === 'second-look' && further.length === SECOND_LOOK_BURSTS ? compareWithHistory(run, further, input) : result;
}

/** What the store would have asked when it was stored: whether the measurement is sound. What was promised then has no part in a comparison. */
function judgeLoose(run: StoredRun, sla: Sla): StoredRun {
  if (!isLoose(run)) return run;
  const isSound = [run.report.run, ...(run.report.further ?? [])].every((burst) => listDoubts(burst, sla).length === 0);
  if (!isSound) return { ...run, judged: 'inconclusive' };
  return run.judged === 'inconclusive' ? { ...run, judged: 'pass' } : run;
}

function listDoubts(burst: RunSummary, sla: Sla): readonly string[] {
  const { ending } = burst;
  const invalidities = listInvalidities(burst, sla.generator);
  return ending.state === 'complete'
    ? invalidities
    : [...invalidities, `A burst did not run to its end: ${ending.reason.replace(/\.$/, '')}.`];
}

function decideState(run: RunSummary, doubts: readonly string[], regression: RegressionResult): ComparisonView['state'] {
  const { state } = decide({ run, checks: [], invalidities: doubts, regression });
  // Without a promise there is no breach but an aborted run's, which is a doubt.
  return state === 'breach' ? 'inconclusive' : state;
}

function isSame(left: Report, right: Report): boolean {
  return left.run.startedAt === right.run.startedAt && renderResults(left) === renderResults(right);
}

function readSla(file: string | undefined, { cwd, env }: CommandPorts): Checked<Sla> {
  const files = createFileReader({ workingDirectory: cwd, root: undefined }, file ?? '.');
  const text = file === undefined ? '{}' : files.text(resolve(cwd, file));
  if (typeof text === 'string') return parseSla({ file: file ?? '', text, env, files, sets: [], requireSecrets: false });
  return { ok: false, issues: [{ file: file ?? '', line: 1, column: 1, code: 'file', severity: 'error', message: text.error }] };
}

function renderJson({ state, doubts, setAside }: ComparisonView, result: RegressionResult, runs: readonly StoredRun[]): string {
  const left = listLeftOut(result);
  const baselines = runs.map(({ id }) => ({ id, counts: !left.has(id) }));
  return `${JSON.stringify({ compare_version: 1, state, doubts, baselines, comparison: result, set_aside: setAside }, undefined, 2)}\n`;
}
