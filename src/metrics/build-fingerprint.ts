import { nameEngine } from './engine-info.ts';
import type { RunSummary } from './run-summary.ts';

/**
 * What two runs must have in common to be compared. The runner's image and CPU model are recorded with each run and shown, and are not part of it:
 * they would split the history of hosted runners.
 */
export interface Fingerprint {
  /** Hash of the scenario's text. */
  readonly scenarioHash: string;
  /** Undefined: the scenario without a profile. */
  readonly profile: string | undefined;
  /** What the target is called: its URL as shown, or a label that stays when the URL of a preview changes. */
  readonly target: string;
  /** Major version of the load-gate that measured. */
  readonly major: number;
  /** What made the load, by its name: engines have costs of their own in each latency. Absent: load-gate itself. */
  readonly engine?: string;
}

/** The fingerprint of a run. Throws a RangeError for a version without a number, which no release has. */
export function buildFingerprint(
  run: Pick<RunSummary, 'tool' | 'scenario' | 'target' | 'engine'>,
  targetLabel: string = run.target,
): Fingerprint {
  const major = /^(\d{1,6})\./.exec(run.tool.version)?.[1];
  if (major === undefined) throw new RangeError(`"${run.tool.version}" is not a version`);
  return {
    scenarioHash: run.scenario.hash,
    profile: run.scenario.profile,
    target: targetLabel,
    major: Number(major),
    ...(run.engine.kind !== 'embedded' && { engine: nameEngine(run.engine) }),
  };
}

/** What differs, in words for people; empty: the two are comparable. */
export function listFingerprintDifferences(left: Fingerprint, right: Fingerprint): readonly string[] {
  const parts = [
    ['the scenario', left.scenarioHash, right.scenarioHash],
    ['the profile', left.profile, right.profile],
    ['the target', left.target, right.target],
    ['the major version of load-gate', left.major, right.major],
    ['the engine', left.engine, right.engine],
  ] as const;
  return parts.filter(([, one, other]) => one !== other).map(([name]) => name);
}
