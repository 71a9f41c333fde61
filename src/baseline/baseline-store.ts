import type { Fingerprint } from '../metrics/build-fingerprint.ts';
import type { Report } from '../report/report.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Where a run came from, as the store keeps it beside the results. */
export interface RunOrigin {
  /** Workflow, job and matrix leg: one history for each. */
  readonly key: string;
  readonly fingerprint: Fingerprint;
  /** Undefined outside of a repository. */
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  /** The event that started the workflow, such as `push`; undefined outside of CI. */
  readonly event: string | undefined;
  /** False keeps the run out of comparisons until it is accepted. */
  readonly accepted: boolean;
}

/** A decision to let a run count that was stored as not accepted. */
export interface Acceptance {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly why: string;
}

/** A run whose file was read and found whole. */
export interface StoredRun {
  /** Sorts by the time of the run: `<startedAt compact>-<8 hex of the content's SHA-256>`. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly origin: RunOrigin;
  readonly judged: Verdict['state'];
  /** Set when the run was accepted after it had been stored. */
  readonly acceptance: Acceptance | undefined;
  readonly report: Report;
}

/** In which way a file is not a run that can be used. */
export type SetAsideKind =
  | 'oversized'
  | 'not-text'
  | 'hostile'
  | 'truncated' // not JSON, most often because it was cut off
  | 'newer'
  | 'invalid'
  | 'altered' // the content is not what the name promises
  | 'other-key'
  | 'strange' // a link, a folder, a pipe
  | 'foreign' // not named as load-gate names files
  | 'orphan' // an acceptance without its run
  | 'unreadable';

/** A file that was found and is not used, and why; both lines are safe to print. */
export interface SetAside {
  readonly file: string;
  readonly kind: SetAsideKind;
  readonly reason: string;
}

/**
 * What a store holds. `none-yet` is the only state that means "no baseline": files of which none can be used are `unusable`, because a broken history
 * must not look like a young one (fail closed).
 */
export type History =
  /** `otherKeys`: those that do have runs in the same place, a few of them, sorted and safe to print. One that is cut ends in `…`. */
  | { readonly state: 'none-yet'; readonly otherKeys: readonly string[] }
  | { readonly state: 'unusable'; readonly setAside: readonly SetAside[]; readonly unread: number }
  | {
      readonly state: 'found';
      /** Oldest first, newest last; never empty. */
      readonly runs: readonly StoredRun[];
      readonly setAside: readonly SetAside[];
      /** Older run files beyond what is read at once. */
      readonly unread: number;
    };

/** A run file ready to be stored, of `buildRunFile`. */
export interface RunFile {
  readonly id: string;
  readonly text: string;
}

/** What `prune` leaves in place. */
export interface Keep {
  /** So many of the newest run files, at least 1, whether they can be read or not. */
  readonly newest: number;
  /** Ids that stay however old they are: an anchor, the last accepted runs. */
  readonly pinned: ReadonlySet<string>;
}

/** `present`: the store held it already, and nothing was written. */
export type Written = 'added' | 'present';

/**
 * The history of one key. Files are only ever added or pruned, never rewritten, so writers at the same time cannot lose each other's. Every method
 * throws a GateError with a code LOAD_GATE_BASELINE_…; a store that cannot be read is an error, never an empty history.
 */
export interface BaselineStore {
  /** For people, without credentials. */
  readonly where: string;
  list(): Promise<History>;
  /** Adding the same run again changes nothing. A run that could not be read back is refused. */
  add(run: RunFile): Promise<Written>;
  /** Lets a stored run count from now on; `present` when it did already. */
  accept(id: string, acceptance: Acceptance): Promise<Written>;
  /** Takes older runs out, with their acceptances; returns their ids, oldest first. */
  prune(keep: Keep): Promise<readonly string[]>;
  /** Frees what the store holds on this machine; it cannot be used afterwards. */
  close(): Promise<void>;
}
