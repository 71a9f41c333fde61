import type { RunSummary } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';
import { attemptsOf, failuresOf } from '../metrics/counts.ts';
import { listJudgedPhases } from './list-judged-seconds.ts';

/** Reasons that the sentence names. */
const MOST_NAMED = 3;

/** What went wrong most in the judged phases, one sentence, so that a red verdict says where to look; undefined when no request failed and no connection was dropped. */
export function describeFailures(run: RunSummary): string | undefined {
  const places = new Set(listJudgedPhases(run.phases));
  const judged = run.series.flatMap(({ perPhase }) => perPhase.filter((_, place) => places.has(place)));
  const attempts = judged.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
  const drops = judged.reduce((sum, { counts }) => sum + counts.drops, 0);
  const failed = judged.reduce((sum, { counts }) => sum + failuresOf(counts), 0) - drops;
  if (failed + drops === 0) return undefined;
  const byReason = new Map<string, number>();
  for (const { reason, count } of judged.flatMap(({ failures }) => failures)) byReason.set(reason, (byReason.get(reason) ?? 0) + count);
  const worst = [...byReason].sort(([, left], [, right]) => right - left);
  const named = worst.slice(0, MOST_NAMED).map(([reason, count]) => `${formatNumber(count)} × ${reason}`);
  const others = worst.length > MOST_NAMED ? ', and others' : '';
  const failures = failed === 0 ? [] : [`Of ${formatNumber(attempts)} requests ${formatNumber(failed)} failed`];
  const dropped = drops === 0 ? [] : [drops === 1 ? '1 connection was dropped' : `${formatNumber(drops)} connections were dropped`];
  // The file of an import may not say why.
  return `${[...failures, ...dropped].join(', and ')}${named.length === 0 ? '' : `: ${named.join(', ')}${others}`}.`;
}
