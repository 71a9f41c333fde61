import type { StartAt } from '../options/request.ts';
import { formatDuration } from '../units.ts';

/** Longer than this nobody has a runner wait. */
const MOST_AHEAD_MS = 6 * 3_600_000;

/** When the burst begins, ms since 1970; what is said from now is rounded up to a whole second. */
export function resolveStart({ kind, ms }: StartAt, nowMs: number): number {
  return kind === 'at' ? ms : Math.ceil((nowMs + ms) / 1_000) * 1_000;
}

/** Why nobody waits for that start, without a full stop; undefined: it is not that far ahead. */
export function explainFar(startAtMs: number, nowMs: number): string | undefined {
  if (startAtMs - nowMs <= MOST_AHEAD_MS) return undefined;
  return `the start ${new Date(startAtMs).toISOString()} is more than ${formatDuration(MOST_AHEAD_MS)} ahead`;
}

/** Why nothing can be planned for that start any more, without a full stop; undefined: it is still to come. */
export function explainOver(startAtMs: number, nowMs: number): string | undefined {
  return startAtMs > nowMs ? undefined : `the start ${new Date(startAtMs).toISOString()} is over`;
}

/** Why a burst that was to begin at a certain time did not; `lateMs` is how far that had gone by. */
export function explainLate(lateMs: number): string {
  return `it was ready ${formatDuration(Math.max(1, Math.round(lateMs)))} too late to begin with the others; give the plan a later start-at`;
}
