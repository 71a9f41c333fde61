import type { FailureClass, RunSummary, SeriesPhase } from '../../metrics/run-summary.ts';
import { formatNumber } from '../../units.ts';
import { countSteps, type TimeAxis } from './build-timeline.ts';
import type { Curve, Tone } from './chart.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import type { Place } from './latency-chart.ts';
import { renderChart } from './render-chart.ts';
import { buildLinearScale } from './scale.ts';
import { describeCurves, frameTime } from './time-chart.ts';

/** A class of failures, or seconds in which several were possible. */
type Kind = FailureClass | 'several classes';

/** Never came back: `Slice.censored`. All others end by themselves: `Slice.failed`. */
const LOST: ReadonlySet<FailureClass> = new Set(['timeout', 'cut', 'dropped']);

const TONES: readonly Tone[] = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5'];

/** Failures in each step, the classes stacked. Nothing where nothing failed. */
export function errorChart(run: RunSummary, { id, size, mostSteps }: Place): Html {
  const perSecond = countClasses(run);
  if (perSecond.size === 0) return NOTHING_TO_SHOW;
  const frame = frameTime(run, (axis) => stackClasses(perSecond, axis), mostSteps);
  const { at, curves } = frame.drawn;
  const scale = buildLinearScale(at.map((_, step) => curves.reduce((sum, { values }) => sum + (values[step] ?? 0), 0)));
  const drops = run.series.flatMap(({ perPhase }) => perPhase).reduce((sum, { counts }) => sum + counts.drops, 0);
  return renderChart({
    id,
    size,
    title: 'Failures over time, by class',
    summary: describeCurves(frame.drawn),
    note: markup`Warm-ups are shown too.${perSecond.has('several classes') ? markup` Where a second of an endpoint may hold several classes, they are not told apart.` : undefined}${drops > 0 ? markup` WebSockets that were dropped (${formatNumber(drops, 0)}) stand in the table of failures alone.` : undefined}`,
    scale,
    showTick: (value) => formatNumber(value, 2),
    ...frame,
  });
}

/**
 * A second of an endpoint knows how many failed by themselves and how many were lost; its classes know when they were first and last seen. Where only one class of a
 * kind can have been at work, the second is its; else it is put to `several classes`, and nothing is guessed.
 */
export function countClasses(run: RunSummary): ReadonlyMap<Kind, ReadonlyMap<number, number>> {
  const byKind = new Map<Kind, Map<number, number>>();
  const add = (part: SeriesPhase, second: number, isLost: boolean, count: number): void => {
    if (count === 0) return;
    const kind = findClass(part, second, isLost);
    const seconds = byKind.get(kind) ?? new Map<number, number>();
    byKind.set(kind, seconds.set(second, (seconds.get(second) ?? 0) + count));
  };
  for (const part of run.series.flatMap(({ perPhase }) => perPhase)) {
    for (const { second, failed, censored } of part.slices) {
      add(part, second, false, failed);
      add(part, second, true, censored);
    }
  }
  return byKind;
}

function findClass({ failures }: SeriesPhase, second: number, isLost: boolean): Kind {
  const possible = failures.filter((failure) => LOST.has(failure.class) === isLost);
  // A time is rounded to whole milliseconds, so one at the end of a second may read as the next.
  const near = possible.filter(
    ({ firstMs, lastMs }) => Math.floor((firstMs - 1) / 1_000) <= second && second <= Math.floor(lastMs / 1_000),
  );
  const classes = new Set((near.length > 0 ? near : possible).map((failure) => failure.class));
  const [only] = classes;
  return classes.size === 1 && only !== undefined ? only : 'several classes';
}

/** The most frequent class at the bottom; beyond six they share a layer. */
function stackClasses(perSecond: ReadonlyMap<Kind, ReadonlyMap<number, number>>, axis: TimeAxis): readonly Curve[] {
  const layers = [...perSecond]
    .map(([kind, seconds]) => {
      const values = new Array<number>(countSteps(axis)).fill(0);
      for (const [second, count] of seconds) {
        const step = Math.floor(second / axis.stepSec);
        values[step] = (values[step] ?? 0) + count;
      }
      return { kind, values, total: [...seconds.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((left, right) => Number(left.kind === 'several classes') - Number(right.kind === 'several classes') || right.total - left.total);
  const rest = layers.slice(TONES.length);
  const shown = layers
    .slice(0, TONES.length)
    .map(({ kind, values }, index): Layer => ({ label: kind, tone: kind === 'several classes' ? 'k6' : (TONES[index] ?? 'k6'), values }));
  const others: Layer = {
    label: 'other classes',
    tone: 'k6',
    values: (rest[0]?.values ?? []).map((_, step) => rest.reduce((sum, { values }) => sum + (values[step] ?? 0), 0)),
  };
  return [...shown, ...(rest.length > 0 ? [others] : [])].map((layer) => ({
    ...layer,
    form: 'layer',
    show: (value) => formatNumber(value, 0),
  }));
}

type Layer = Pick<Curve, 'label' | 'tone' | 'values'>;
