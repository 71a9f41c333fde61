/** Where in the user's files something stands; line and column count from 1. */
export interface Position {
  /** The file as the user named it, or the flag (`--set`). */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in the user's files. Issues are collected and shown together, never thrown one by one. */
export interface Issue extends Position {
  /** A stable word for the kind: `unknown-key`, `unit`, `duplicate`, `reference`, `not-available-yet` … */
  readonly code: string;
  /** An error is exit 2 before any load; a warning is shown and does not stop the run. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and what was expected, one sentence without a full stop. */
  readonly message: string;
  /** The nearest valid word or the next step. */
  readonly suggestion?: string;
}

/** A value, or why there is none. `warnings` may stand beside a value; `issues` holds at least one error. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
