import { formatNumber } from '../../units.ts';
import type { Imported } from './imported.ts';

/** No test takes longer, and every second of it has a place in memory. */
const LONGEST_DAYS = 7;
const DAY_MS = 24 * 3_600_000;
/** The end of the year 9999: the last that a date can be written of. */
const LATEST_MS = 253_402_300_799_000;

/** What no test can have come to, as a sentence without a full stop; undefined: it may be one. Closed: one wrong clock moves every rate and every second. */
export function explainImpossible(imported: Imported): string | undefined {
  const { startedAtMs, startMs, endMs, series, iterations, dropped = 0, failedChecks = 0, peakUsers } = imported;
  if (!(startedAtMs >= 0 && startedAtMs <= LATEST_MS)) return 'it begins at a time that cannot be';
  const days = (endMs - startMs) / DAY_MS;
  if (!(days >= 0)) return 'it ends before it begins';
  if (days > LONGEST_DAYS)
    return `it would have taken ${days < 1e6 ? formatNumber(days, 0) : 'millions of'} days (${LONGEST_DAYS} at most): a clock is wrong, or it holds tests of different days`;
  const sums = series.flatMap(({ perPhase }) =>
    perPhase.flatMap(({ counts, latency, bytesReceived }) => [counts.started, latency.count, latency.sumUs, bytesReceived]),
  );
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  const all = series.reduce((sum, { perPhase }) => sum + perPhase.reduce((own, { counts }) => own + counts.started, 0), 0);
  if (![...sums, all, peakUsers].every(isCount)) return 'it has more requests, users or bytes than can be counted';
  // Closed: a failed check or a dropped iteration less than none would take one away.
  return [iterations, dropped, iterations + dropped, failedChecks].every(isCount)
    ? undefined
    : 'its iterations, or its checks that failed, are no whole number from 0';
}
