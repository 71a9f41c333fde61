import type { LevelChange } from '../metrics/run-summary.ts';
import { formatDuration, formatNumber } from '../units.ts';

/** Changes that are told one by one. */
const MOST_TOLD = 3;

/** What somebody did to the users while a run went on: `from 4 to 16 at 2 s, from 16 to 6 at 5 s`; empty for none. */
export function describeLevelChanges(changes: readonly LevelChange[]): string {
  const told = changes.slice(0, MOST_TOLD).map(({ atMs, fromUsers, users }) => {
    const atSecond = Math.round(atMs / 100) * 100;
    return `from ${formatNumber(fromUsers, 0)} to ${formatNumber(users, 0)} at ${formatDuration(atSecond)}`;
  });
  const left = changes.length - told.length;
  return left > 0 ? `${told.join(', ')}, and ${formatNumber(left, 0)} more` : told.join(', ');
}
