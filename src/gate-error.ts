/**
 * The stable codes of everything that can stop load-gate from going on. A code is part of the contract: scripts match on it.
 * What the user's files get wrong is an `Issue`, what a request gets wrong is an outcome; neither is a GateError.
 */
export type GateErrorCode =
  | 'LOAD_GATE_USAGE' // a flag or an input is wrong: exit 2
  | 'LOAD_GATE_FILE_UNREADABLE' // a file of the user cannot be read: exit 2
  | 'LOAD_GATE_UNSAFE_PATH' // a path leaves the workspace: exit 2
  | 'LOAD_GATE_BEFORE_FAILED' // `before` or `wait_for` failed, no load was sent: exit 3
  | 'LOAD_GATE_WORKER_LOST' // a load worker died or hangs, so the measurement is gone: exit 3
  | 'LOAD_GATE_OUTPUT_UNWRITABLE' // the reports cannot be written: exit 4 after a pass
  | 'LOAD_GATE_RESULT_INVALID' // a stored result is corrupt, hostile or too new: exit 2
  | 'LOAD_GATE_BASELINE_UNREADABLE' // the store of baselines cannot be read, which is not the same as empty: exit 3
  | 'LOAD_GATE_BASELINE_UNWRITABLE' // a run cannot be stored: exit 4 after a pass
  | 'LOAD_GATE_BASELINE_FORBIDDEN' // the token or key may not write the branch: exit 4 after a pass
  | 'LOAD_GATE_BASELINE_BUSY' // other writers kept winning: exit 4 after a pass
  | 'LOAD_GATE_BASELINE_INVALID' // a run or an acceptance that could not be read back: exit 4 after a pass
  | 'LOAD_GATE_BASELINE_NO_RUN' // the run to accept is not there: exit 2
  | 'LOAD_GATE_SHARDS_UNFIT' // shards are missing, doubled, cut short, or not of one plan: exit 3
  | 'LOAD_GATE_PORT_TAKEN' // the port that was asked for a page cannot be had: exit 2
  | 'LOAD_GATE_LOCUST_MISSING' // there is no Locust on this machine that could be the engine: exit 2
  | 'LOAD_GATE_NODE_TOO_OLD'; // exit 2

/** We cannot go on: a stable code, a sentence for the user, what to do next, and the cause. */
export class GateError extends Error {
  readonly code: GateErrorCode;
  /** The next step for the user, one sentence. */
  readonly hint: string | undefined;
  /** What the message joins, a sentence each; empty: the message is one. */
  readonly reasons: readonly string[];

  constructor(code: GateErrorCode, message: string, options: { hint?: string; cause?: unknown; reasons?: readonly string[] } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GateError';
    this.code = code;
    this.hint = options.hint;
    this.reasons = options.reasons ?? [];
  }
}

/** The message of whatever was thrown; never throws itself. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  if (typeof thrown === 'string') return thrown;
  try {
    return JSON.stringify(thrown) ?? String(thrown);
  } catch {
    return 'an unprintable value was thrown';
  }
}
