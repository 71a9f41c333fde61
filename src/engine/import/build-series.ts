import type { SeriesPhase, SeriesSummary } from '../../metrics/run-summary.ts';
import { SeriesTotals } from '../../metrics/series-totals.ts';

const NOTHING_KNOWN: SeriesPhase = new SeriesTotals('http').summarize();

/** A series of one phase, of which this much is known; all else is empty. */
export function buildSeries(
  { name, kind, method }: Pick<SeriesSummary, 'name' | 'kind' | 'method'>,
  known: Partial<SeriesPhase>,
): SeriesSummary {
  return { name, kind, method, tags: [], selected: true, perPhase: [{ ...NOTHING_KNOWN, ...known }] };
}
