import { EMPTY_DISTRIBUTION } from '../../metrics/distribution.ts';
import type { PhaseSummary, SeriesSummary, Slice } from '../../metrics/run-summary.ts';
import { listJudgedPhases, listSecondsOf } from '../list-judged-seconds.ts';
import { addSlices } from '../merge-series-phases.ts';
import type { Burst } from './baseline-run.ts';

/** One endpoint in the judged phases of one burst. */
export interface Track {
  readonly name: string;
  /** Every second of the phases, silent ones too, and those of a drain that saw something end; ascending. */
  readonly slices: readonly Slice[];
}

/** The endpoints of a burst in its order; those that were filtered out, or made no attempt at all, are left out. */
export function listTracks(burst: Burst): readonly Track[] {
  const places = listJudgedPhases(burst.phases);
  const seconds = listSecondsOf(places.flatMap((place) => burst.phases[place] ?? []));
  return burst.series.flatMap((series) => {
    if (!series.selected) return [];
    const slices = collectSlices(series, places, seconds);
    return slices.some(({ ok, failed, censored }) => ok + failed + censored > 0) ? [{ name: series.name, slices }] : [];
  });
}

/** The seconds of all endpoints together, in closed, fixed-work and imported phases alone, drains left out; empty without such a phase. */
export function listPacedSeconds(burst: Burst): readonly Slice[] {
  const places = listJudgedPhases(burst.phases).filter((place) => isPaced(burst.phases[place]));
  const seconds = listSecondsOf(places.flatMap((place) => burst.phases[place] ?? []));
  const all = new Set(seconds);
  const bySecond = new Map<number, Slice[]>(seconds.map((second) => [second, []]));
  for (const series of burst.series) {
    for (const slice of collectSlices(series, places, seconds)) if (all.has(slice.second)) bySecond.get(slice.second)?.push(slice);
  }
  return [...bySecond].map(([second, slices]) => ({
    second,
    ok: slices.reduce((sum, { ok }) => sum + ok, 0),
    failed: slices.reduce((sum, { failed }) => sum + failed, 0),
    censored: slices.reduce((sum, { censored }) => sum + censored, 0),
    latency: EMPTY_DISTRIBUTION,
  }));
}

/** The target has a say in how many requests there are; of another load generator nobody knows, and where it has none, they stay as many. */
function isPaced(phase: PhaseSummary | undefined): boolean {
  return phase?.plan.model === 'closed' || phase?.plan.model === 'iterations' || phase?.plan.model === 'foreign';
}

function collectSlices(series: SeriesSummary, places: readonly number[], seconds: readonly number[]): readonly Slice[] {
  const bySecond = new Map<number, Slice>();
  for (const second of seconds) bySecond.set(second, { second, ok: 0, failed: 0, censored: 0, latency: EMPTY_DISTRIBUTION });
  for (const place of places) {
    for (const slice of series.perPhase[place]?.slices ?? []) {
      const known = bySecond.get(slice.second);
      const isSilent = known === undefined || known.ok + known.failed + known.censored === 0;
      bySecond.set(slice.second, isSilent ? slice : addSlices(slice.second, [known, slice]));
    }
  }
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}
