import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaselineStore, History, RunOrigin, StoredRun } from './baseline/baseline-store.ts';
import { buildRunFile } from './baseline/build-files.ts';
import { describeOtherKeys } from './baseline/describe-other-keys.ts';
import type { RegressionRules } from './config/regression-rules.ts';
import { openArtifacts, type OpenArtifacts } from './gate-artifacts.ts';
import { GateError } from './gate-error.ts';
import { buildFingerprint } from './metrics/build-fingerprint.ts';
import { explainPart } from './metrics/explain-part.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { BaselineWhere, StoreWhere } from './options/judged-request.ts';
import type { Report } from './report/report.ts';
import type { BaselineRun } from './verdict/regression/baseline-run.ts';
import { compareHistory } from './verdict/regression/compare-history.ts';
import { measureLevels, type MeasuredLevel } from './verdict/regression/measure-levels.ts';
import { noteMachine } from './verdict/regression/note-machine.ts';
import type { RegressionResult } from './verdict/regression/regression-result.ts';
import type { Origin } from './workspace/read-origin.ts';

/** A store that was opened, and what it holds. */
export interface OpenBaseline {
  readonly store: BaselineStore;
  readonly history: History;
}

/** Files of a store that are named when they cannot be used. */
const MOST_NAMED = 5;

/** Bursts beyond the first that a second look takes. */
export const SECOND_LOOK_BURSTS = 2;

/** What opening a baseline takes from the outside. */
export interface BaselinePorts {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onNote: (note: string) => void;
  /** Opens the artifacts of a key's folder; undefined: this is no job of GitHub Actions. */
  readonly artifacts?: OpenArtifacts | undefined;
}

/**
 * Opens and reads the stored runs, before any load: what cannot be read is an error, never an empty history. Undefined: no stored runs were asked for, or they were
 * only implied and there is no checkout that could have any.
 */
export async function openBaseline(where: BaselineWhere, key: string, ports: BaselinePorts): Promise<OpenBaseline | undefined> {
  switch (where.kind) {
    case 'none':
    case 'url':
      return undefined;
    case 'implied':
      return openImplied(where.branch, key, ports);
    default:
      return readBaseline(where, key, ports);
  }
}

/** Nobody has asked for a baseline: without a checkout there is none. One that there may be, and that cannot be read, is an error all the same (closed). */
async function openImplied(branch: string, key: string, ports: BaselinePorts): Promise<OpenBaseline | undefined> {
  const { findObstacle } = await import('./baseline/branch/find-obstacle.ts');
  const obstacle = await findObstacle({ cwd: ports.cwd, env: ports.env, remote: 'origin' });
  if (obstacle !== undefined) {
    ports.onNote(
      `Compared with no baseline: ${obstacle}. Check the repository out, or set \`baseline\` to file:DIR, or to none for no comparison at all.`,
    );
    return undefined;
  }
  try {
    return await readBaseline({ kind: 'branch', branch }, key, ports);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const hint = [thrown.hint, 'in CI `baseline` is branch by default; set `baseline: none` for no comparison'].filter(Boolean).join('; ');
    throw new GateError(thrown.code, thrown.message, { hint, cause: thrown });
  }
}

async function readBaseline(where: StoreWhere, key: string, ports: BaselinePorts): Promise<OpenBaseline> {
  const store = await openStore(where, key, ports);
  try {
    const history = await store.list();
    if (history.state === 'none-yet') {
      if (history.otherKeys.length > 0) ports.onNote(`${describeOtherKeys(key, history.otherKeys)}.`);
      return { store, history };
    }
    const files = history.setAside.slice(0, MOST_NAMED).map(({ file, reason }) => `${file}: ${reason}`);
    // Closed: a history that is broken as a whole must not look like one that has not begun.
    if (history.state === 'unusable') {
      throw new GateError('LOAD_GATE_BASELINE_UNREADABLE', `none of the stored runs in ${store.where} can be used: ${files.join('; ')}`, {
        hint: 'take these files away, or name another place with --baseline',
      });
    }
    for (const file of files) ports.onNote(`Set aside, and not part of the baseline: ${file}.`);
    return { store, history };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** The store alone. */
export async function openStore(
  where: StoreWhere,
  key: string,
  { cwd, env, artifacts }: Omit<BaselinePorts, 'onNote'>,
): Promise<BaselineStore> {
  switch (where.kind) {
    case 'file': {
      const { openFileStore } = await import('./baseline/open-file-store.ts');
      return openFileStore(resolve(cwd, where.path), key);
    }
    case 'branch': {
      const { openBranchStore } = await import('./baseline/branch/open-branch-store.ts');
      const pace = { chance: () => randomInt(2 ** 32) / 2 ** 32, now: () => Date.now(), sleep: (ms: number) => sleep(ms) };
      return openBranchStore({ cwd, env, remote: 'origin', branch: where.branch }, key, pace);
    }
    case 'artifact':
      return openArtifacts(key, artifacts);
  }
}

/** What a comparison works with. */
export interface CompareInput {
  readonly history: History;
  readonly rules: RegressionRules;
  /** Of the run that is compared. */
  readonly origin: Origin;
}

/** The bursts of one job against the stored runs: that of the first look, and those of the second, if it was made. */
export function compareWithHistory(first: RunSummary, further: readonly RunSummary[], input: CompareInput): RegressionResult {
  const stored = input.history.state === 'found' ? input.history.runs : [];
  const result = compareHistory({
    looks: further.length >= SECOND_LOOK_BURSTS ? [[first], further] : [[first]],
    history: stored.map((run) => toBaselineRun(run, input.origin)),
    fingerprint: buildFingerprint(first),
    rules: input.rules,
  });
  const leftOut = new Set(result.notes.flatMap((note) => (note.kind === 'left-out' ? note.runs.map(({ id }) => id) : [])));
  const machines = stored.filter(({ id }) => !leftOut.has(id)).map(({ report }) => report.run.environment);
  return { ...result, notes: [...result.notes, ...noteMachine(first.environment, machines)] };
}

/** The levels that a comparison of this run with the stored ones starts from, by the name of the row. `percentiles` are above 0 and below 100. */
export function measureStoredLevels(
  run: RunSummary,
  { history, origin }: Omit<CompareInput, 'rules'>,
  percentiles: readonly number[],
): ReadonlyMap<string, MeasuredLevel> {
  const stored = history.state === 'found' ? history.runs : [];
  return measureLevels({
    history: stored.map((each) => toBaselineRun(each, origin)),
    fingerprint: buildFingerprint(run),
    percentiles,
  });
}

/** A breach outranks a regression, and a slow run is no normal for that. */
export function isSlower({ verdict, comparison }: Report): boolean {
  const { result } = comparison ?? {};
  return verdict.state === 'regression' || (result?.state === 'decided' && result.regressed.length > 0);
}

/** Why a job must not become part of a baseline; undefined: it may. */
export function explainUnfit({ run, further = [], verdict, comparison }: Report): string | undefined {
  if ([run, ...further].some((burst) => explainPart(burst) !== undefined)) return 'a part of a burst is no baseline';
  if ([run, ...further].some(({ levelChanges }) => levelChanges.length > 0)) return 'a run whose users were set by hand is no baseline';
  if (verdict.state === 'inconclusive')
    return 'an inconclusive run is no baseline. Its SLA must promise something, and all of it must have been measured';
  if (run.ending.state !== 'complete') return 'a run that was aborted is no baseline';
  if (!hasSuccess(run)) return 'a run without one success is no baseline';
  if (comparison?.result.state === 'second-look') return 'a run that may be slower lacks its second look';
  return undefined;
}

/** Anything at all succeeded. */
export function hasSuccess({ series }: RunSummary): boolean {
  return series.some(({ perPhase }) => perPhase.some(({ counts }) => counts.ok > 0));
}

/** A measured job as a file of the store; a regression is kept out of comparisons until somebody accepts it. */
export function buildStoredRun(report: Report, key: string, origin: Origin): ReturnType<typeof buildRunFile> {
  const { event, branch, commit } = origin;
  const from: RunOrigin = {
    key,
    fingerprint: buildFingerprint(report.run),
    commit,
    branch,
    event,
    accepted: !isSlower(report),
  };
  return buildRunFile(from, report);
}

/**
 * Outside of CI nobody but the user stores runs, and each is meant to count; in CI only those of the default branch are. A run with an event and no branch is
 * that of a tag, which anything may carry.
 */
function toBaselineRun({ id, origin, acceptance, judged, report }: StoredRun, { isCi, defaultBranch }: Origin): BaselineRun {
  const { commit, branch, event, fingerprint } = origin;
  const bursts = [report.run, ...(report.further ?? [])];
  const isByHand = branch === undefined && event === undefined;
  return {
    id,
    startedAt: report.run.startedAt,
    commit: commit ?? '',
    fingerprint,
    event: event ?? 'push',
    isDefaultBranch: !isCi || isByHand || (branch !== undefined && branch === defaultBranch),
    isValid:
      judged !== 'inconclusive' && bursts.every(({ ending, levelChanges }) => ending.state === 'complete' && levelChanges.length === 0),
    isAccepted: origin.accepted || acceptance !== undefined,
    isAcceptedByHand: acceptance !== undefined,
    bursts,
  };
}
