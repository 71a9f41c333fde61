import { GateError, messageOf } from './gate-error.ts';
import { cleanText } from './report/clean-text.ts';
import type { GateOutcome } from './verdict/exit-code.ts';

const LONGEST_MESSAGE = 2_000;

/** Whatever was thrown → words for the user and how the command ended. Closed: what is not known is a bug, never a pass. */
export function explainError(thrown: unknown): { readonly lines: readonly string[]; readonly outcome: GateOutcome } {
  if (thrown instanceof GateError) {
    // The message may quote what a server has answered.
    const message = cleanText(thrown.message, LONGEST_MESSAGE);
    const lines = [`load-gate: ${message}`, ...(thrown.hint === undefined ? [] : [`  ${thrown.hint}`]), `  (${thrown.code})`];
    return { lines, outcome: outcomeOf(thrown) };
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  return { lines: ['load-gate: this is a bug in load-gate; please report it with the lines below', stack], outcome: { kind: 'bug' } };
}

function outcomeOf(error: GateError): GateOutcome {
  switch (error.code) {
    case 'LOAD_GATE_USAGE':
    case 'LOAD_GATE_FILE_UNREADABLE':
    case 'LOAD_GATE_UNSAFE_PATH':
    case 'LOAD_GATE_RESULT_INVALID':
    case 'LOAD_GATE_BASELINE_NO_RUN':
    case 'LOAD_GATE_NODE_TOO_OLD':
      return { kind: 'user-error' };
    case 'LOAD_GATE_BEFORE_FAILED':
    case 'LOAD_GATE_WORKER_LOST':
    case 'LOAD_GATE_OUTPUT_UNWRITABLE':
    case 'LOAD_GATE_BASELINE_UNREADABLE':
    case 'LOAD_GATE_BASELINE_UNWRITABLE':
    case 'LOAD_GATE_BASELINE_FORBIDDEN':
    case 'LOAD_GATE_BASELINE_BUSY':
    case 'LOAD_GATE_BASELINE_INVALID':
      return { kind: 'not-measured' };
  }
}
