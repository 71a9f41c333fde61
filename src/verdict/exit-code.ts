import type { GateErrorCode } from '../gate-error.ts';
import type { FailOn } from '../options/judged-request.ts';
import type { Verdict } from './verdict.ts';

/** Every exit code and what it says; `--help` prints this table. */
export const EXIT_CODES = [
  { code: 0, meaning: 'pass' },
  { code: 1, meaning: 'SLA breach or regression; no baseline, where `--fail-on` says so' },
  { code: 2, meaning: "the user's files or flags are wrong" },
  { code: 3, meaning: 'inconclusive' },
  { code: 4, meaning: 'the verdict passed but `--out` or the baseline could not be written' },
  { code: 70, meaning: 'a bug in load-gate' },
] as const;

export type ExitCode = (typeof EXIT_CODES)[number]['code'];

/** The exit code of a verdict alone; whatever stops load-gate before or after it has a code of its own. */
export function exitCodeOf(state: Verdict['state']): 0 | 1 | 3 {
  switch (state) {
    case 'pass':
      return 0;
    case 'breach':
    case 'regression':
      return 1;
    case 'inconclusive':
      return 3;
  }
}

/** How a command ended, in all the ways it can. */
export type GateOutcome =
  | { readonly kind: 'done' } // a command that judges nothing did its work
  | { readonly kind: 'user-error' }
  | { readonly kind: 'not-measured' } // it could not begin or go on measuring
  | { readonly kind: 'bug' }
  | {
      readonly kind: 'judged';
      readonly verdict: Verdict['state'];
      /** Verdicts that fail the build; one that is not named is shown and exits 0. `no-baseline` fails one that passes, or is excused, too. */
      readonly failOn: readonly FailOn[];
      /** A baseline was asked for, and there was none to compare with. */
      readonly lacksBaseline: boolean;
      readonly isWritten: boolean;
    }
  | {
      /** One of several machines, whose part nobody has judged yet. */
      readonly kind: 'shard';
      /** It made its whole part, and the generator kept its schedule. */
      readonly isSound: boolean;
      readonly isWritten: boolean;
    }
  | {
      /** Several, each judged on its own. */
      readonly kind: 'suite';
      readonly parts: readonly GateOutcome[];
      readonly isWritten: boolean;
    };

/** Of several parts the worst counts: a bug, wrong files, a breach, then what was not measured, then what was not written. */
const WORST_FIRST: readonly ExitCode[] = [70, 2, 1, 3, 4];

/** The one place where an exit code is decided. Closed: only a verdict that passes or that the user has excused, with its reports written, is 0. */
export function exitCodeFor(outcome: GateOutcome): ExitCode {
  switch (outcome.kind) {
    case 'done':
      return 0;
    case 'user-error':
      return 2;
    case 'not-measured':
      return 3;
    case 'bug':
      return 70;
    case 'judged': {
      const isExcused = outcome.verdict !== 'pass' && !outcome.failOn.includes(outcome.verdict);
      const code = isExcused ? 0 : exitCodeOf(outcome.verdict);
      if (code === 0 && outcome.lacksBaseline && outcome.failOn.includes('no-baseline')) return 1;
      return code === 0 && !outcome.isWritten ? 4 : code;
    }
    case 'shard':
      if (!outcome.isSound) return 3;
      return outcome.isWritten ? 0 : 4;
    case 'suite': {
      const codes = outcome.parts.map(exitCodeFor);
      // Closed: a suite without parts has measured nothing.
      if (codes.length === 0) return 3;
      return WORST_FIRST.find((code) => codes.includes(code)) ?? (outcome.isWritten ? 0 : 4);
    }
  }
}

/** How a command ended that could not go on. */
export function outcomeOfError(code: GateErrorCode): GateOutcome {
  switch (code) {
    case 'LOAD_GATE_USAGE':
    case 'LOAD_GATE_FILE_UNREADABLE':
    case 'LOAD_GATE_UNSAFE_PATH':
    case 'LOAD_GATE_RESULT_INVALID':
    case 'LOAD_GATE_BASELINE_NO_RUN':
    case 'LOAD_GATE_PORT_TAKEN':
    case 'LOAD_GATE_LOCUST_MISSING':
    case 'LOAD_GATE_NODE_TOO_OLD':
      return { kind: 'user-error' };
    case 'LOAD_GATE_BEFORE_FAILED':
    case 'LOAD_GATE_WORKER_LOST':
    case 'LOAD_GATE_OUTPUT_UNWRITABLE':
    case 'LOAD_GATE_SHARDS_UNFIT':
    case 'LOAD_GATE_BASELINE_UNREADABLE':
    case 'LOAD_GATE_BASELINE_UNWRITABLE':
    case 'LOAD_GATE_BASELINE_FORBIDDEN':
    case 'LOAD_GATE_BASELINE_BUSY':
    case 'LOAD_GATE_BASELINE_INVALID':
      return { kind: 'not-measured' };
  }
}
