import type { Slice } from '../../metrics/run-summary.ts';
import { listJudgedPhases, listSecondsOf } from '../list-judged-seconds.ts';
import { addSlices } from '../merge-series-phases.ts';
import type { Burst } from './baseline-run.ts';

/**
 * Two targets that took turns were never judged in the same second: the n-th judged second of one belongs to the n-th of the other, whatever the clock said, so that
 * a slow drift falls on both. What ended in a drain is added to the last judged second before it. Undefined: they were judged in the same seconds, and the
 * clock pairs them.
 */
export function alignTurns(
  candidate: Burst,
  baseline: Burst,
): Record<'candidate' | 'baseline', (slices: readonly Slice[]) => readonly Slice[]> | undefined {
  const [own, other] = [listJudgedSeconds(candidate), listJudgedSeconds(baseline)];
  if (own.length === other.length && own.every((second, index) => second === other[index])) return undefined;
  return { candidate: (slices) => countThrough(slices, own), baseline: (slices) => countThrough(slices, other) };
}

function listJudgedSeconds({ phases }: Burst): readonly number[] {
  return listSecondsOf(listJudgedPhases(phases).flatMap((place) => phases[place] ?? []));
}

/** Both lists are ascending. */
function countThrough(slices: readonly Slice[], seconds: readonly number[]): readonly Slice[] {
  const byTurn = new Map<number, Slice[]>();
  let turn = 0;
  for (const slice of slices) {
    while (turn + 1 < seconds.length && (seconds[turn + 1] ?? 0) <= slice.second) turn++;
    const together = byTurn.get(turn);
    if (together) together.push(slice);
    else byTurn.set(turn, [slice]);
  }
  return [...byTurn].map(([second, together]) => addSlices(second, together));
}
