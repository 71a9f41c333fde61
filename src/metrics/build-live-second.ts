import { keyOf } from './cell.ts';
import type { CellDelta } from './delta.ts';
import type { LiveSecond } from './live-second.ts';
import type { ClosedSecond, RunCollector } from './run-collector.ts';
import type { LevelChange, Slice } from './run-summary.ts';
import { mergeSlices, toSlice } from './series-totals.ts';

type Place = Pick<CellDelta, 'series' | 'phase'>;

/** What a second brought, merged over workers; `collector` has taken it in already. */
export function buildLiveSecond(
  { second, phase, users, starts, deltas }: ClosedSecond,
  collector: RunCollector,
  levelChanges: readonly LevelChange[] = [],
): LiveSecond {
  const cells = deltas.flatMap((delta) => delta.cells);
  return {
    second,
    phase,
    users,
    starts,
    began: deltas.flatMap(({ iterations }) => iterations).reduce((sum, { book }) => sum + book.started, 0),
    slices: listSlices(second, cells),
    failures: listFailures(cells, collector),
    ...(levelChanges.length > 0 && { levelChanges: [...levelChanges] }),
  };
}

function listSlices(second: number, cells: readonly CellDelta[]): LiveSecond['slices'] {
  const byPlace = new Map<string, Place & { readonly slice: Slice }>();
  for (const cell of cells) {
    const { series, phase } = cell;
    const part = toSlice(second, cell);
    if (part.ok + part.failed + part.censored === 0) continue;
    const key = `${series} ${phase}`;
    byPlace.set(key, { series, phase, slice: mergeSlices(byPlace.get(key)?.slice, part) });
  }
  return [...byPlace.values()];
}

/** A reason that is one too many for its series is told under the one that it was counted as. */
function listFailures(cells: readonly CellDelta[], collector: RunCollector): LiveSecond['failures'] {
  const changed = new Map<string, LiveSecond['failures'][number]>();
  for (const { series, phase, failures } of cells) {
    const totals = collector.totals(series)[phase];
    for (const part of failures) {
      const failure = totals?.failureLike(part);
      if (failure) changed.set(`${series} ${phase} ${keyOf(failure)}`, { series, phase, failure });
    }
  }
  return [...changed.values()];
}
