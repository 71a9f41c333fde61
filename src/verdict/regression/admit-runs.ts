import { EMBEDDED_ENGINE, nameEngine } from '../../metrics/engine-info.ts';
import type { Fingerprint } from '../../metrics/build-fingerprint.ts';
import type { BaselineRun } from './baseline-run.ts';

const EMBEDDED = nameEngine(EMBEDDED_ENGINE);

/** So many of the newest runs make the baseline. */
export const WINDOW_RUNS = 20;
const ADMITTED_EVENTS = new Set(['push', 'schedule']);

export interface Admission {
  /** Oldest first, at most 20. */
  readonly admitted: readonly BaselineRun[];
  /** All that would count but for the window; the anchor of creep is taken from them. Oldest first. */
  readonly eligible: readonly BaselineRun[];
  /** Oldest first, each with one reason. */
  readonly leftOut: readonly { readonly run: BaselineRun; readonly reason: string }[];
}

/** Which stored runs count as the normal, and why the others do not. Any order in. */
export function admitRuns(stored: readonly BaselineRun[], fingerprint: Fingerprint): Admission {
  const ordered = [...stored].sort((left, right) => compareText(left.startedAt, right.startedAt) || compareText(left.id, right.id));
  const eligible: BaselineRun[] = [];
  const leftOut: { readonly run: BaselineRun; readonly reason: string }[] = [];
  for (const run of ordered) {
    const reason = explainRefusal(run, fingerprint);
    if (reason === undefined) eligible.push(run);
    else leftOut.push({ run, reason });
  }
  const old = eligible.slice(0, Math.max(0, eligible.length - WINDOW_RUNS));
  const aged = old.map((run) => ({ run, reason: `older than the newest ${WINDOW_RUNS} runs` }));
  return { admitted: eligible.slice(old.length), eligible, leftOut: [...leftOut, ...aged] };
}

/** Why a run does not count, in words; undefined: it does. A slow run that nobody accepted must never become tomorrow's normal. */
export function explainRefusal(run: BaselineRun, fingerprint: Fingerprint): string | undefined {
  const differences = listDifferences(run.fingerprint, fingerprint);
  if (differences.length > 0) return `not comparable: ${differences.join(', ')}`;
  if (!run.isDefaultBranch) return 'not from the default branch';
  if (!ADMITTED_EVENTS.has(run.event)) return `started by ${run.event}, not by a push or a schedule`;
  if (!run.isValid) return 'its measurement is not valid';
  if (!run.isAccepted) return 'judged a regression, and not accepted yet';
  if (run.bursts.length === 0) return 'holds no measurement';
  return undefined;
}

/** In what two runs differ so that they cannot be compared; empty: they can. */
export function listDifferences(stored: Fingerprint, current: Fingerprint): readonly string[] {
  return [
    ...(stored.scenarioHash === current.scenarioHash ? [] : ['another scenario']),
    ...(stored.profile === current.profile ? [] : [`profile ${stored.profile ?? '(none)'} instead of ${current.profile ?? '(none)'}`]),
    ...(stored.target === current.target ? [] : [`target ${stored.target} instead of ${current.target}`]),
    ...(stored.major === current.major ? [] : [`version ${stored.major} of load-gate instead of ${current.major}`]),
    ...(stored.engine === current.engine ? [] : [`measured by ${stored.engine ?? EMBEDDED} instead of ${current.engine ?? EMBEDDED}`]),
  ];
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
