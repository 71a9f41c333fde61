import type { RunSummary, SeriesSummary } from '../../metrics/run-summary.ts';
import { formatNumber } from '../../units.ts';
import { buildTimeAxis, listSlices } from './build-timeline.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import { renderChart } from './render-chart.ts';
import { buildLatencyScale, formatLatencyTick } from './scale.ts';
import { describeCurves, describeStep, drawPercentiles, frameTime, listValues } from './time-chart.ts';

/** Where a chart stands: the whole page, or the fold of one endpoint with fewer points. */
export interface Place {
  readonly id: string;
  readonly size: 'tall' | 'low';
  readonly mostSteps: number;
}

/** Latency over time of some series together: p50, p95 and p99 of successes, by the second in which they ended. Nothing where nothing succeeded. */
export function latencyChart(run: RunSummary, series: readonly SeriesSummary[], { id, size, mostSteps }: Place): Html {
  const slices = listSlices(series);
  const frame = frameTime(run, (axis) => drawPercentiles(slices, axis), mostSteps);
  const values = listValues(frame.drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  const scale = buildLatencyScale(values);
  const samples = slices.reduce((sum, { latency }) => sum + latency.count, 0);
  const perPoint = samples / frame.drawn.at.length;
  const notes = [
    scale.kind === 'log' ? 'Logarithmic scale.' : '',
    describeStep(buildTimeAxis(run, mostSteps)),
    perPoint < 100 ? `About ${formatNumber(Math.max(1, perPoint), 0)} successes a point: p99 is close to their slowest.` : '',
  ];
  return renderChart({
    id,
    size,
    title: 'Latency over time',
    summary: describeCurves(frame.drawn),
    note: markup`Of successes${run.engine.kind === 'import' ? '' : ', from the intended start'}, by the time at which they ended. ${notes.filter((note) => note !== '').join(' ')}`,
    scale,
    showTick: formatLatencyTick,
    ...frame,
  });
}
