import { percentileUs } from '../../metrics/distribution.ts';
import type { RunSummary, Slice } from '../../metrics/run-summary.ts';
import { formatLatency, formatNumber, formatRate } from '../../units.ts';
import { buildTimeAxis, buildTimeline, listSlices, perSecond, type TimeAxis, type Timeline } from './build-timeline.ts';
import type { Chart, Curve } from './chart.ts';
import type { Place } from './latency-chart.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import { renderChart } from './render-chart.ts';
import { buildLatencyScale, buildLinearScale, formatLatencyTick } from './scale.ts';
import { describeCurves, drawPercentiles, frameTogether, listValues, type TimeFrame } from './time-chart.ts';
import type { ViewedRun } from './viewed-run.ts';

/** Latency of the runs in one picture, each by its p95; `name` is an endpoint, undefined: all of them. Nothing where nothing succeeded. */
export function latencyOverlay(runs: readonly ViewedRun[], name: string | undefined, place: Place): Html {
  const frame = overlay(runs, place, (run, axis) => {
    const { steps } = buildTimeline(slicesOf(run, name), axis);
    return { values: steps.map((step) => percentileUs(step.latency(), 95)), show: formatLatency };
  });
  const values = listValues(frame.drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  return renderLatency(frame, { ...place, title: 'p95 over time', values });
}

/** Successes per second of the runs in one picture. */
export function throughputOverlay(runs: readonly ViewedRun[], name: string | undefined, place: Place): Html {
  const frame = overlay(runs, place, (run, axis) => ({ values: countSuccesses(slicesOf(run, name), axis), show: formatRate }));
  return renderRate(frame, { ...place, title: 'Successes per second', values: listValues(frame.drawn.curves) });
}

/** For each run a small picture of its latency, all on the same axes; a run without a success has none. */
export function latencyMultiples(runs: readonly ViewedRun[], mostSteps: number): Html {
  const frames = frameEach(runs, (run, axis) => drawPercentiles(slicesOf(run, undefined), axis), mostSteps);
  const values = frames.flatMap(({ frame }) => listValues(frame.drawn.curves));
  const measured = frames.filter(({ frame }) => listValues(frame.drawn.curves).length > 0);
  return showMultiples(
    measured.map(({ run, frame }) => renderLatency(frame, { id: `m-latency-${run.tag}`, size: 'low', title: nameRun(run), values })),
  );
}

/** The same of what ended per second. */
export function throughputMultiples(runs: readonly ViewedRun[], mostSteps: number): Html {
  const frames = frameEach(runs, drawThroughput, mostSteps);
  const values = frames.flatMap(({ frame }) => listValues(frame.drawn.curves));
  return showMultiples(
    frames.map(({ run, frame }) => renderRate(frame, { id: `m-rate-${run.tag}`, size: 'low', title: nameRun(run), values })),
  );
}

/** Each run by itself, on the time of the longest. */
function frameEach(
  runs: readonly ViewedRun[],
  curvesOf: (run: ViewedRun, axis: TimeAxis) => readonly Curve[],
  mostSteps: number,
): readonly { readonly run: ViewedRun; readonly frame: TimeFrame }[] {
  const bursts = runs.map(({ report }) => report.run);
  return runs.map((run) => ({
    run,
    frame: frameTogether(bursts, (axis) => curvesOf(run, axis), { mostSteps, banded: run.report.run }),
  }));
}

function drawThroughput(run: ViewedRun, axis: TimeAxis): readonly Curve[] {
  const slices = slicesOf(run, undefined);
  const timeline = buildTimeline(slices, axis);
  const ended = timeline.steps.map(({ ok, failed, censored }, step) => perSecond(ok + failed + censored, step, timeline));
  const curves: readonly Curve[] = [
    { label: 'succeeded', tone: 'now', form: 'area', values: countSuccesses(slices, axis), show: formatRate },
    { label: 'ended, failures too', tone: 'plan', form: 'line', values: ended, show: formatRate },
  ];
  return curves.map((curve) => ({ ...curve, values: endWith(run, axis, curve.values) }));
}

function overlay(
  runs: readonly ViewedRun[],
  { mostSteps }: Place,
  of: (run: ViewedRun, axis: TimeAxis) => Pick<Curve, 'values' | 'show'>,
): TimeFrame {
  const bursts = runs.map(({ report }) => report.run);
  return frameTogether(
    bursts,
    (axis) =>
      runs.map((run): Curve => {
        const { values, show } = of(run, axis);
        return { label: run.tag, tone: run.tone, form: 'line', values: endWith(run, axis, values), show };
      }),
    { mostSteps, banded: haveSamePhases(bursts) ? bursts[0] : undefined },
  );
}

/** Bands say where phases were, so they stand only where that holds for every line. */
function haveSamePhases(runs: readonly RunSummary[]): boolean {
  const namesOf = ({ phases }: RunSummary): string => JSON.stringify(phases.map(({ plan }) => [plan.name, plan.durationMs, plan.warmup]));
  return new Set(runs.map(namesOf)).size === 1;
}

function slicesOf({ report }: ViewedRun, name: string | undefined): readonly Slice[] {
  const { series } = report.run;
  return listSlices(name === undefined ? series : series.filter((each) => each.name === name));
}

function countSuccesses(slices: readonly Slice[], axis: TimeAxis): readonly number[] {
  const timeline: Timeline = buildTimeline(slices, axis);
  return timeline.steps.map(({ ok }, step) => perSecond(ok, step, timeline));
}

/** After its end a run has no values, not even a 0. */
function endWith({ report }: ViewedRun, { stepSec }: TimeAxis, values: Curve['values']): Curve['values'] {
  const { endSec } = buildTimeAxis(report.run, 1);
  return values.map((value, step) => (step * stepSec < endSec ? value : undefined));
}

interface Named extends Pick<Place, 'id' | 'size'> {
  readonly title: string;
  /** Of all pictures with the same scale. */
  readonly values: readonly number[];
}

function renderLatency(frame: TimeFrame, { values, ...chart }: Named): Html {
  const scale = buildLatencyScale(values);
  const note = markup`Of successes, from the intended start.${scale.kind === 'log' ? markup` Logarithmic scale.` : undefined}`;
  return draw({ ...chart, ...frame, note, scale, showTick: formatLatencyTick });
}

function renderRate(frame: TimeFrame, { values, ...chart }: Named): Html {
  return draw({ ...chart, ...frame, scale: buildLinearScale(values), showTick: (value) => formatNumber(value, 2) });
}

function draw(chart: Omit<Chart, 'summary'>): Html {
  return renderChart({ ...chart, summary: describeCurves(chart.drawn) });
}

function nameRun({ tag, name }: ViewedRun): string {
  return `${tag}: ${name}`;
}

function showMultiples(charts: readonly Html[]): Html {
  return charts.length === 0 ? NOTHING_TO_SHOW : markup`<div class="multiples">${charts}</div>`;
}
