import { GateError, messageOf } from './gate-error.ts';
import { cleanText } from './report/clean-text.ts';
import { outcomeOfError, type GateOutcome } from './verdict/exit-code.ts';

const LONGEST_MESSAGE = 2_000;

/** Whatever was thrown → words for the user and how the command ended. Closed: what is not known is a bug, never a pass. */
export function explainError(thrown: unknown): { readonly lines: readonly string[]; readonly outcome: GateOutcome } {
  if (thrown instanceof GateError) {
    // The message may quote what a server has answered.
    const message = cleanText(thrown.message, LONGEST_MESSAGE);
    const lines = [`load-gate: ${message}`, ...(thrown.hint === undefined ? [] : [`  ${thrown.hint}`]), `  (${thrown.code})`];
    return { lines, outcome: outcomeOfError(thrown.code) };
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  return { lines: ['load-gate: this is a bug in load-gate; please report it with the lines below', stack], outcome: { kind: 'bug' } };
}
