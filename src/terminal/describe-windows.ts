import { matchPattern } from '../config/match-pattern.ts';
import type { Sla, WindowRule } from '../config/sla.ts';
import type { Plan } from '../plan/plan.ts';
import { formatDuration, formatNumber } from '../units.ts';
import { formatLimit } from '../verdict/format-check.ts';
import { nameMetric } from '../verdict/name-metric.ts';

/** Each row of `windows:` as whom it watches, and what happens when it has been broken for so long. */
export function describeWindows(
  { windows }: Pick<Sla, 'windows'>,
  { series }: Pick<Plan, 'series'>,
): readonly (readonly [endpoint: string, text: string])[] {
  return windows.map((rule) => {
    const watched = series.filter(({ name }) => rule.endpoint === undefined || matchPattern(rule.endpoint, name));
    const isSkipped = watched.length > 0 && watched.every(({ selected }) => !selected);
    return [rule.endpoint ?? 'total', `${describeRule(rule)}${isSkipped ? ' (skipped: its tasks are filtered out)' : ''}`];
  });
}

const ENDS = { abort: 'the run is aborted', fail: 'the run fails', warn: 'there is a warning' } as const;

function describeRule({ metric, comparison, value, windowMs, forWindows, then }: WindowRule): string {
  const windows = forWindows === 1 ? 'a window' : `${formatNumber(forWindows, 0)} windows in a row`;
  return `${nameMetric(metric)} ${formatLimit(metric, comparison, value)}; after ${windows} of ${formatDuration(windowMs)} beyond that ${ENDS[then]}`;
}
