import type { RunSummary } from '../../metrics/run-summary.ts';
import type { ServerSample, ServerSeries } from '../../metrics/server-series.ts';
import { formatServerValue } from '../../verdict/format-server.ts';
import type { Check } from '../../verdict/verdict.ts';
import { cleanText } from '../clean-text.ts';
import { countSteps, type TimeAxis } from './build-timeline.ts';
import type { Curve } from './chart.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import { renderChart } from './render-chart.ts';
import { buildLinearScale, type Scale } from './scale.ts';
import { describeCurves, frameTime, listValues } from './time-chart.ts';

/** Limits that are a level of the values, as a line across. */
const LEVELS: ReadonlySet<string> = new Set(['max', 'min', 'last', 'avg']);
/** A value holds until the next comes; after so many times the usual distance it is a gap. */
const MOST_DISTANCES = 3;
const LEAST_GAP_MS = 2_000;

/** One value over the time of the run and the wait after it, with its limits. Nothing where no value came. */
export function serverChart(
  run: RunSummary,
  series: ServerSeries,
  { checks, id }: { readonly checks: readonly Check[]; readonly id: string },
): Html {
  const last = series.samples.at(-1);
  if (!last) return NOTHING_TO_SHOW;
  const show = (value: number): string => formatServerValue(series.unit, value);
  const limits = checks.flatMap((check) =>
    'observed' in check && LEVELS.has(check.metric) ? [{ check, value: check.observed.limitValue }] : [],
  );
  const frame = frameTime({ ...run, durationMs: Math.max(run.durationMs, last.atMs) }, (axis): readonly Curve[] => [
    ...drawValues(series.samples, axis, show),
    ...limits.map(({ check, value }): Curve => ({
      label: `limit of ${check.metric}`,
      tone: 'plan',
      form: 'line',
      values: new Array<number>(countSteps(axis)).fill(value),
      show,
    })),
  ]);
  return renderChart({
    id,
    size: 'low',
    title: cleanText(series.name, 120),
    summary: describeCurves(frame.drawn),
    note: markup`${limits.map(({ check }) => markup`${check.metric} ${check.limit}. `)}`,
    scale: buildScale(listValues(frame.drawn.curves)),
    showTick: show,
    ...frame,
  });
}

/** The highest value of each step, and the lowest where there is another. */
function drawValues(samples: readonly ServerSample[], axis: TimeAxis, show: (value: number) => string): readonly Curve[] {
  const steps = Array.from({ length: countSteps(axis) }, (): number[] => []);
  for (const { atMs, value } of samples) steps[Math.min(steps.length - 1, Math.floor(atMs / 1_000 / axis.stepSec))]?.push(value);
  const highest = steps.map((values) => (values.length === 0 ? undefined : Math.max(...values)));
  const lowest = steps.map((values) => (values.length === 0 ? undefined : Math.min(...values)));
  const carried = Math.ceil(gapMs(samples) / 1_000 / axis.stepSec);
  const curve = (label: string, tone: Curve['tone'], values: Curve['values']): Curve => ({
    label,
    tone,
    form: 'line',
    values: carry(values, carried),
    show,
  });
  if (highest.every((value, step) => value === lowest[step])) return [curve('value', 'now', highest)];
  return [curve('highest', 'now', highest), curve('lowest', 'again', lowest)];
}

function gapMs(samples: readonly ServerSample[]): number {
  const distances = samples.slice(1).map(({ atMs }, index) => atMs - (samples[index]?.atMs ?? atMs));
  const usual = distances.toSorted((left, right) => left - right)[Math.floor(distances.length / 2)] ?? 0;
  return Math.max(LEAST_GAP_MS, MOST_DISTANCES * usual);
}

function carry(values: Curve['values'], most: number): Curve['values'] {
  let held: number | undefined;
  let age = 0;
  // Behind the last value nothing is known.
  const end = values.findLastIndex((value) => value !== undefined);
  return values.map((value, step) => {
    age = value === undefined ? age + 1 : 0;
    held = value ?? (age <= most && step < end ? held : undefined);
    return held;
  });
}

/** From 0, or from the lowest where it is below. */
function buildScale(values: readonly number[]): Scale {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  if (low === 0) {
    const most = values.reduce((high, value) => Math.max(high, value), 0);
    // Tiny values are a scale of their own.
    if (most === 0 || most > 1e-6) return buildLinearScale(values);
  }
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const step = roundUp(((high - low) * 1.08 || 1) / LINES);
  const from = Math.floor(low / step);
  const count = Math.ceil((high - from * step) / step + 1e-9) || 1;
  return {
    kind: 'linear',
    ticks: Array.from({ length: count + 1 }, (_, line) => (from + line) * step),
    toShare: (value) => Math.min(1, Math.max(0, (value / step - from) / count)),
  };
}

const LINES = 4;

/** The next of 1, 2, 5 × 10ⁿ. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((digit) => digit * power >= value * (1 - 1e-9)) ?? 10) * power;
}
