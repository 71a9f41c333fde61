import type { RunSummary } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';
import { attemptsOf } from '../metrics/counts.ts';
import { listJudgedPhases } from './list-judged-seconds.ts';
import { countCarried } from './merge-sockets.ts';
import { describeNote, describeRegression } from './regression/describe-regression.ts';
import type { RegressionResult } from './regression/regression-result.ts';
import type { Check, Verdict } from './verdict.ts';

export interface DecideInput {
  readonly run: Pick<RunSummary, 'ending' | 'phases' | 'series'>;
  readonly checks: readonly Check[];
  /** From `listInvalidities`. */
  readonly invalidities: readonly string[];
  /** From `listForeignDrops`; absent: all that was due was begun. */
  readonly unmade?: readonly string[] | undefined;
  /** From `describeFailures`: what went wrong most, for verdicts that are not a pass. */
  readonly failures?: string | undefined;
  /** Bursts beside the run, for the comparison: no row is judged by them, but one that is cut short, aborted or dead is no pass. */
  readonly further?: readonly DecideInput['run'][] | undefined;
  /** The bursts of the other side of a live comparison: it is no part of what is promised, and its own trouble is no breach. */
  readonly others?: readonly OtherSide[] | undefined;
  /** Why a comparison that was asked for counts for nothing, whole sentences; absent or empty: it counts. */
  readonly notCompared?: readonly string[] | undefined;
  /** What the comparison with a baseline came to; undefined: none was asked for. */
  readonly regression?: RegressionResult | undefined;
}

/** One burst of the target that a live comparison compares with. */
export interface OtherSide {
  readonly run: DecideInput['run'];
  /** From `listSharedInvalidities`. */
  readonly invalidities: readonly string[];
}

/**
 * The one place that decides. The first row that applies is the verdict:
 *
 *   generator invalid, books unbalanced, run cut short or not whole | inconclusive
 *   a further burst, or the baseline's side of one, was cut short   | inconclusive
 *   or is not whole, or the generator failed on that side           |
 *   a check that may fail the build is breached, or a window aborted | breach
 *   something was promised, and not one request succeeded, nor is    | breach
 *   one connection of an earlier phase still held                    |
 *   a further burst was aborted, or not one request in it succeeded | breach
 *   the comparison with the baseline found and confirmed a change   | regression
 *   such a check has no data, or no check was measured and nothing  | inconclusive
 *   was compared, or what the target says of itself was measured    |
 *   without a request, or the comparison lacks its second look, or  |
 *   a live one could not be made, or the run was steered by hand,   |
 *   or an imported test dropped much of what was due                |
 *   else                                                            | pass
 *
 * Closed: `pass` is what remains when every other row is ruled out, and it needs a check that was measured: one that
 * holds, or one that the SLA lowers to a warning.
 */
export function decide(input: DecideInput): Verdict {
  const { run, checks, invalidities, unmade = [], failures, further = [], others = [], notCompared = [], regression } = input;
  const doubts = [
    ...invalidities,
    ...listGaps(run),
    ...further.flatMap((burst) => listGaps(burst).map(tellFurther)),
    ...others.flatMap((side) => [...side.invalidities, ...listGaps(side.run)].map(tellOther)),
  ];
  const breaches = listBroken(run, checks);
  const broken = [
    ...(breaches.length > 0 ? breaches : listDead(run, checks)),
    ...further.flatMap((burst) => (burst.ending.state === 'aborted' ? listBroken(burst, []) : listDead(burst, checks)).map(tellFurther)),
  ];
  const causes = failures === undefined ? [] : [failures];
  const undecided = notCompared.length > 0 ? notCompared : listUndecided(regression, others);
  const missing = [...listMissing(checks, regression), ...unmade, ...listIdle(run, checks), ...undecided];
  const notes = [...listNotes(checks), ...(isOpen(regression, others) ? [] : tellRegression(regression))];
  if (doubts.length > 0) return { state: 'inconclusive', reasons: [...doubts, ...broken, ...causes, ...missing, ...notes], checks };
  if (broken.length > 0) return { state: 'breach', reasons: [...broken, ...causes, ...missing, ...notes], checks };
  if (notCompared.length === 0 && regression?.state === 'decided' && regression.regressed.length > 0)
    return { state: 'regression', reasons: [...tellRegression(regression), ...missing, ...listNotes(checks)], checks };
  if (missing.length > 0) return { state: 'inconclusive', reasons: [...missing, ...causes, ...notes], checks };
  return {
    state: 'pass',
    reasons: regression?.state === 'not-judged' ? [...notes, describePass(checks)] : [describePass(checks), ...notes],
    checks,
  };
}

function tellFurther(sentence: string): string {
  return `In a further burst: ${sentence}`;
}

function tellOther(sentence: string): string {
  return `On the baseline's side: ${sentence}`;
}

/**
 * Closed: a change that was suspected and not looked at again is no pass, and neither is a comparison of two targets that could not be made: it was asked for, and where
 * a history begins with nothing, it has no such excuse.
 */
function listUndecided(regression: RegressionResult | undefined, others: readonly OtherSide[]): readonly string[] {
  if (regression === undefined) return others.length === 0 ? [] : ['The two targets were not compared.'];
  return isOpen(regression, others) ? [describeRegression(regression)] : [];
}

function isOpen(regression: RegressionResult | undefined, others: readonly OtherSide[]): boolean {
  if (regression === undefined || regression.state === 'decided') return false;
  return regression.state === 'second-look' || others.length > 0 || regression.why.reason === 'baseline-failed';
}

function tellRegression(regression: RegressionResult | undefined): readonly string[] {
  if (regression === undefined || regression.state === 'second-look') return [];
  return [describeRegression(regression), ...regression.notes.map((note) => `${describeNote(note)}.`)];
}

/** What makes a run less than it was planned to be, other than a breach. */
function listGaps({ ending, phases }: DecideInput['run']): readonly string[] {
  switch (ending.state) {
    case 'cut-short':
      return [`The run was cut short: ${withoutStop(ending.reason)}.`];
    case 'aborted':
      return [];
    case 'complete':
      return phases
        .filter(({ plan, startMs }) => plan.model !== 'pause' && startMs === undefined)
        .map(({ plan }) => `The phase ${plan.name} never began, although the run says that it is complete.`);
  }
}

function listBroken({ ending }: DecideInput['run'], checks: readonly Check[]): readonly string[] {
  const broken = checks.filter(({ state, severity }) => state === 'breached' && severity === 'fail');
  const sentences = broken.map(describeCheck);
  // The abort itself is the breach, even if the stored slices should no longer show it.
  if (ending.state !== 'aborted' || broken.some(({ kind }) => kind === 'window')) return sentences;
  return [`The run was aborted: ${withoutStop(ending.reason)}.`, ...sentences];
}

/**
 * Closed: a number of requests, a duration or a wide budget can hold on a target that is dead, and that is no pass. A promise about a step that was never
 * reached, because all before it failed, makes the target no less dead.
 */
function listDead(run: DecideInput['run'], checks: readonly Check[]): readonly string[] {
  const { attempts, carried, drops, hasSuccess } = countJudged(run);
  const isPromised = checks.some(({ state }) => state !== 'skipped');
  if (!isPromised || attempts + carried === 0 || hasSuccess) return [];
  // Connections of an earlier phase that it still holds are its life, too.
  if (drops < carried) return [];
  if (attempts === 0) return [`Every connection that was open was dropped: ${formatNumber(drops, 0)}.`];
  return [
    attempts === 1 ? 'The one request that was made did not succeed.' : `Not one of ${formatNumber(attempts, 0)} requests succeeded.`,
  ];
}

/** Closed: where nobody could send anything, a target that is at rest keeps all that it promises of itself. */
function listIdle(run: DecideInput['run'], checks: readonly Check[]): readonly string[] {
  const isAsked = checks.some(({ kind, state }) => kind === 'server' && (state === 'passed' || state === 'breached'));
  const { attempts, carried } = countJudged(run);
  return isAsked && attempts + carried === 0
    ? ['No request was made in the judged phases, so nothing is known of the target under load.']
    : [];
}

interface JudgedCounts {
  readonly attempts: number;
  /** Connections that were open when the judged phases began. */
  readonly carried: number;
  readonly drops: number;
  readonly hasSuccess: boolean;
}

function countJudged({ phases, series }: DecideInput['run']): JudgedCounts {
  const judged = new Set(listJudgedPhases(phases));
  const parts = series.map(({ perPhase }) => perPhase.filter((_, place) => judged.has(place)));
  const counts = parts.flat().map((part) => part.counts);
  return {
    attempts: counts.reduce((sum, part) => sum + attemptsOf(part), 0),
    carried: parts.reduce((sum, own) => sum + countCarried(own), 0),
    drops: counts.reduce((sum, part) => sum + part.drops, 0),
    hasSuccess: counts.some(({ ok }) => ok > 0),
  };
}

function listMissing(checks: readonly Check[], regression: RegressionResult | undefined): readonly string[] {
  if (checks.length === 0 && regression?.state === 'decided') return [];
  if (checks.length === 0) return ['Nothing was promised, so nothing was judged; add a row to the SLA.'];
  const missing = checks.filter(({ state, severity }) => state === 'no-data' && severity === 'fail').map(describeCheck);
  if (missing.length > 0) return missing;
  if (checks.some(({ state }) => state === 'passed' || state === 'breached')) return [];
  return checks.every(({ state }) => state === 'skipped')
    ? ['Every promise was skipped, because the tasks and phases that they name are not part of this run.']
    : ['No promise was measured.'];
}

/** Warnings and skipped rows: shown, not part of the verdict. */
function listNotes(checks: readonly Check[]): readonly string[] {
  const warnings = checks
    .filter(({ state, severity }) => severity === 'warn' && (state === 'breached' || state === 'no-data'))
    .map((check) => `Warning only: ${describeCheck(check)}`);
  const skipped = checks.filter(({ state }) => state === 'skipped').length;
  if (skipped === 0) return warnings;
  return [
    ...warnings,
    skipped === 1
      ? '1 promise was skipped, because it is not part of this run.'
      : `${formatNumber(skipped, 0)} promises were skipped, because they are not part of this run.`,
  ];
}

function describePass(checks: readonly Check[]): string {
  const count = checks.filter(({ state }) => state === 'passed').length;
  if (checks.length === 0) return 'Nothing is slower than the baseline.';
  if (count === 0) return 'Every promise that was measured is a warning only.';
  return count === 1
    ? 'The one promise that was measured holds.'
    : `All ${formatNumber(count, 0)} promises that count were measured and hold.`;
}

function describeCheck(check: Check): string {
  switch (check.state) {
    case 'passed':
    case 'breached': {
      const { text, censored, samples } = check.observed;
      const why = censored ? explainBound(check.metric) : '';
      return `${check.name} is ${text}${why}; ${describeLimit(check.limit)} (${formatNumber(samples, 0)} ${samples === 1 ? 'sample' : 'samples'}).`;
    }
    case 'skipped':
      return `${check.name} was skipped: ${check.reason}.`;
    case 'no-data':
      return `${check.name} could not be judged: ${check.reason}.`;
  }
}

function explainBound(metric: string): string {
  return metric === 'duration'
    ? ', because the work was not finished when its time was up'
    : ', because it falls among requests that failed or never came back';
}

function describeLimit(limit: string): string {
  if (limit.startsWith('≤ ')) return `the limit is ${limit.slice(2)}`;
  if (limit.startsWith('≥ ')) return `at least ${limit.slice(2)} is promised`;
  return `the promise is ${limit}`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
