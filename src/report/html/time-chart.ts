import { percentileUs } from '../../metrics/distribution.ts';
import type { RunSummary, Slice } from '../../metrics/run-summary.ts';
import { formatLatency, formatNumber, formatRate } from '../../units.ts';
import { buildTimeAxis, buildTimeline, countSteps, perSecond, type Step, type TimeAxis, type Timeline } from './build-timeline.ts';
import type { Band, Chart, Curve, Plot } from './chart.ts';
import { formatMoment, listTimeTicks } from './scale.ts';

/** Points of a chart across the page, and rows of the table beside it; fewer rows where there are fewer points. */
const MOST_DRAWN = 300;
const MOST_TOLD = 20;
const FEWEST_TOLD = 10;

/** All of a chart over time but what it shows. */
export type TimeFrame = Pick<Chart, 'ticks' | 'bands' | 'drawn' | 'told' | 'axis'>;

/** The same curves finely for the picture and coarsely for the numbers, over the time of a run with its phases as bands. */
export function frameTime(run: RunSummary, curvesOf: (axis: TimeAxis) => readonly Curve[], mostSteps = MOST_DRAWN): TimeFrame {
  const fine = buildTimeAxis(run, mostSteps);
  const coarse = buildTimeAxis(run, mostSteps < MOST_DRAWN ? FEWEST_TOLD : MOST_TOLD);
  return frameAxes({ fine, coarse }, listBands(run, fine.endSec), curvesOf);
}

/** The same over the time of several runs, as long as the longest of them; `banded` is the one whose phases are shown, undefined: none are. */
export function frameTogether(
  runs: readonly RunSummary[],
  curvesOf: (axis: TimeAxis) => readonly Curve[],
  { mostSteps, banded }: { readonly mostSteps: number; readonly banded: RunSummary | undefined },
): TimeFrame {
  const endSec = Math.max(1, ...runs.map((run) => buildTimeAxis(run, 1).endSec));
  const cut = (most: number): TimeAxis => ({ stepSec: Math.ceil(endSec / most), endSec });
  return frameAxes({ fine: cut(mostSteps), coarse: cut(FEWEST_TOLD) }, banded ? listBands(banded, endSec) : [], curvesOf);
}

function frameAxes(
  { fine, coarse }: { readonly fine: TimeAxis; readonly coarse: TimeAxis },
  bands: readonly Band[],
  curvesOf: (axis: TimeAxis) => readonly Curve[],
): TimeFrame {
  return {
    ticks: listTimeTicks(fine.endSec),
    bands,
    drawn: plotSteps(fine, curvesOf(fine)),
    told: plotSteps(coarse, curvesOf(coarse)),
    axis: 'time',
  };
}

function plotSteps(axis: TimeAxis, curves: readonly Curve[]): Plot {
  const { stepSec, endSec } = axis;
  const places = Array.from({ length: countSteps(axis) }, (_, step) => step * stepSec);
  return {
    at: places.map((second) => Math.min(1, (second + stepSec / 2) / endSec)),
    moments: places.map(formatMoment),
    width: stepSec / endSec,
    curves,
  };
}

/** The phases of a run that began, on its time. */
export function listBands({ phases }: RunSummary, endSec: number): readonly Band[] {
  return phases.flatMap(({ plan, startMs, endMs }): readonly Band[] => {
    if (startMs === undefined || endMs === undefined || endMs <= startMs) return [];
    const kind = plan.warmup || plan.model === 'pause' ? 'other' : 'judged';
    return [{ from: startMs / 1_000 / endSec, to: Math.min(1, endMs / 1_000 / endSec), label: plan.name, kind }];
  });
}

/** A p99 of fewer successes is little more than their slowest. */
const PERCENTILES = [
  [50, 'p50'],
  [95, 'p95'],
  [99, 'p99'],
] as const;

/** p50, p95 and p99 of successes in each step, µs; a gap where nothing succeeded. */
export function drawPercentiles(slices: readonly Slice[], axis: TimeAxis): readonly Curve[] {
  const latencies = buildTimeline(slices, axis).steps.map((step) => step.latency());
  return PERCENTILES.map(([percentile, tone]) => ({
    label: tone,
    tone,
    form: 'line',
    values: latencies.map((latency) => percentileUs(latency, percentile)),
    show: formatLatency,
  }));
}

/** A count of each step as a rate; 0 where nothing happened. */
export function drawRate(timeline: Timeline, curve: Pick<Curve, 'label' | 'tone' | 'form'>, of: (step: Step) => number): Curve {
  return { ...curve, values: timeline.steps.map((step, index) => perSecond(of(step), index, timeline)), show: formatRate };
}

/** All values that are drawn, for a scale. */
export function listValues(curves: readonly Curve[]): readonly number[] {
  return curves.flatMap(({ values }) => values.filter((value) => value !== undefined));
}

/** `each point covers 2 s`, and nothing where it is one second. */
export function describeStep({ endSec, stepSec }: TimeAxis): string {
  return stepSec === 1 ? '' : `Each point covers ${formatNumber(Math.min(stepSec, endSec), 0)} s.`;
}

/** `between 12.1 ms (at 4 s) and 80.2 ms (at 35 s)`; undefined where nothing was measured. */
export function describeRange({ moments }: Plot, { values, show }: Curve): string | undefined {
  let [low, high] = [-1, -1];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    if (low < 0 || value < (values[low] ?? 0)) low = index;
    if (high < 0 || value > (values[high] ?? 0)) high = index;
  }
  if (low < 0) return undefined;
  const tell = (index: number): string => `${show(values[index] ?? 0)} (at ${moments[index] ?? ''})`;
  return `between ${tell(low)} and ${tell(high)}`;
}

/** One sentence for each curve; what was not measured is said so. */
export function describeCurves(plot: Plot): string {
  return plot.curves.map((curve) => `${curve.label} ${describeRange(plot, curve) ?? 'was not measured'}.`).join(' ');
}
