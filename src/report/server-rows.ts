import type { ServerSeries } from '../metrics/server-series.ts';
import { formatNumber } from '../units.ts';
import { formatServerValue } from '../verdict/format-server.ts';
import { NOTHING } from './format-reading.ts';

/** The figures of `serverFigures`, in its order. */
export const SERVER_TITLES = ['lowest', 'mean', 'highest', 'first', 'last', 'values', 'lost'] as const;

/** What a row of `server:` came to over the judged phases; dashes where no value came. */
export function serverFigures({ judged, lost, unit }: ServerSeries): readonly string[] {
  const counts = [formatNumber(judged?.count ?? 0, 0), formatNumber(lost, 0)];
  if (!judged) return [...Array.from({ length: 5 }, () => NOTHING), ...counts];
  return [...[judged.min, judged.avg, judged.max, judged.first, judged.last].map((value) => formatServerValue(unit, value)), ...counts];
}

/** What is to be said of a row beside its figures: why it is not judged. Empty: nothing. */
export function describeTrouble({ trouble }: ServerSeries): string {
  return trouble === undefined ? '' : `not judged: ${trouble}`;
}
