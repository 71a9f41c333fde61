import type { StoredRun } from './baseline/baseline-store.ts';
import { listLeftOut } from './command-admission.ts';
import type { CommandPorts } from './command-ports.ts';
import { readSla } from './command-sla.ts';
import { isLoose, readStoredResult, readStoredResults, type StoredResults } from './command-stored-results.ts';
import type { Sla } from './config/sla.ts';
import { compareWithHistory, hasSuccess, SECOND_LOOK_BURSTS } from './gate-baseline.ts';
import { GateError } from './gate-error.ts';
import { isSound } from './gate-looks.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { CompareRequest } from './options/stored-request.ts';
import { compareValues } from './report/compare-values.ts';
import { renderResults } from './report/render-results.ts';
import type { Comparison, LiveBaseline, Report } from './report/report.ts';
import { renderComparison, type ComparisonView } from './terminal/render-comparison.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { decide } from './verdict/decide.ts';
import { describeLevelChanges } from './verdict/describe-level-changes.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { listInvalidities, listSharedInvalidities } from './verdict/generator-validity.ts';
import { compareLive, type LiveLook } from './verdict/regression/compare-live.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import type { Origin } from './workspace/read-origin.ts';

/** The same files give the same answer everywhere: what the machine says of itself has no part in it, and every branch is taken for the default one. */
const ANYWHERE: Origin = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };

/** `compare`: the gate's own comparison, of stored results; of a live one with no baseline named, of its two sides. */
export async function compareStored(request: CompareRequest, ports: CommandPorts): Promise<GateOutcome> {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: 'user-error' };
  }
  const { report } = await readStoredResult(ports.cwd, request.result);
  const { comparison, doubts, runs, setAside } =
    request.baselines.length > 0
      ? await compareWithStored(report, request, { sla: sla.value, cwd: ports.cwd })
      : compareSides(report, sla.value);
  const all = [...[report.run, ...(report.further ?? [])].flatMap((burst) => listDoubts(burst, sla.value)), ...doubts];
  const state = decideState(report.run, all, comparison.result);
  const view: ComparisonView = {
    report: { ...report, comparison, handRows: compareValues(report.run, sla.value) },
    state,
    doubts: all,
    setAside,
  };
  const text = renderComparison(view, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(view, comparison, runs));
  } else ports.write(text);
  return { kind: 'judged', verdict: state, failOn: ['regression', 'inconclusive'], lacksBaseline: false, isWritten: true };
}

/** What a result was held against, and what that came to. */
interface Held {
  readonly comparison: Comparison;
  /** Why the other side is not to be trusted; sentences. */
  readonly doubts: readonly string[];
  readonly runs: readonly StoredRun[];
  readonly setAside: StoredResults['setAside'];
}

async function compareWithStored(
  report: Report,
  request: CompareRequest,
  { sla, cwd }: { readonly sla: Sla; readonly cwd: string },
): Promise<Held> {
  const stored = await readStoredResults(cwd, request.baselines);
  const runs = stored.runs.filter((run) => !isSame(run.report, report)).map((run) => judgeLoose(run, sla));
  const result = compareWithRuns(report, runs, sla);
  const where = request.baselines.join(', ');
  return {
    comparison: { kind: 'stored', where, result, runs: runs.length - listLeftOut(result).size },
    doubts: [],
    runs,
    setAside: stored.setAside,
  };
}

/** The other side of a live comparison, as the gate compared it: look 1, and look 2 where look 1 asked for one and both of its bursts are sound. */
function compareSides({ run, further = [], live }: Report, sla: Sla): Held {
  if (live === undefined) {
    throw new GateError('LOAD_GATE_USAGE', 'compare needs what the result is held against, and it has no other side of its own', {
      hint: 'name stored runs: load-gate compare RESULT BASELINE…; or give the result of a run with --baseline url:URL, which was compared with that target',
    });
  }
  const looks = [run, ...further].map((candidate, index): LiveLook => ({ candidate, baseline: live.runs[index] ?? missingSide(live) }));
  const [first, ...second] = looks as [LiveLook, ...LiveLook[]];
  const early = compareLive({ first, second: [], rules: sla.regression });
  const canConfirm = further.length === SECOND_LOOK_BURSTS && further.every((burst) => isSound(burst, sla) && hasSuccess(burst));
  const result = early.state === 'second-look' && canConfirm ? compareLive({ first, second, rules: sla.regression }) : early;
  const { where, interleave } = live;
  const doubts = live.runs
    .flatMap((side) => listSharedInvalidities(side, sla.generator))
    .map((doubt) => `On the baseline's side: ${doubt}`);
  return { comparison: { kind: 'live', where, interleave, result }, doubts, runs: [], setAside: [] };
}

/** A report that was read has as many bursts on either side. */
function missingSide({ where }: LiveBaseline): never {
  throw new Error(`a burst against ${where} is missing`);
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
  const isTrusted = [run.report.run, ...(run.report.further ?? [])].every((burst) => listDoubts(burst, sla).length === 0);
  if (!isTrusted) return { ...run, judged: 'inconclusive' };
  return run.judged === 'inconclusive' ? { ...run, judged: 'pass' } : run;
}

function listDoubts(burst: RunSummary, sla: Sla): readonly string[] {
  const { ending, levelChanges } = burst;
  return [
    ...listInvalidities(burst, sla.generator),
    ...(ending.state === 'complete' ? [] : [`A burst did not run to its end: ${ending.reason.replace(/\.$/, '')}.`]),
    ...(levelChanges.length === 0 ? [] : [`The users of a burst were set by hand: ${describeLevelChanges(levelChanges)}.`]),
  ];
}

function decideState(run: RunSummary, doubts: readonly string[], regression: RegressionResult): ComparisonView['state'] {
  const { state } = decide({ run, checks: [], invalidities: doubts, regression });
  // Without a promise there is no breach but an aborted run's, which is a doubt.
  return state === 'breach' ? 'inconclusive' : state;
}

function isSame(left: Report, right: Report): boolean {
  return left.run.startedAt === right.run.startedAt && renderResults(left) === renderResults(right);
}

function renderJson({ state, doubts, setAside }: ComparisonView, comparison: Comparison, runs: readonly StoredRun[]): string {
  const { result } = comparison;
  const left = listLeftOut(result);
  const baselines = runs.map(({ id }) => ({ id, counts: !left.has(id) }));
  const live = comparison.kind === 'live' ? { where: comparison.where, interleave: comparison.interleave } : undefined;
  const document = { compare_version: 1, state, doubts, baselines, live, comparison: result, set_aside: setAside };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
