import { explainMissing } from '../../metrics/engine-info.ts';
import type { PhaseSummary, RunSummary, SeriesSummary } from '../../metrics/run-summary.ts';
import { formatNumber, formatRate } from '../../units.ts';
import { describeLevelChanges } from '../../verdict/describe-level-changes.ts';
import { findPeakUsers } from '../find-peak-users.ts';
import { lengthOf } from '../summarize-endpoints.ts';
import { buildTimeAxis, buildTimeline, countSteps, listSlices, type TimeAxis } from './build-timeline.ts';
import type { Curve } from './chart.ts';
import { drawUsers } from './draw-users.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import type { Place } from './latency-chart.ts';
import { renderChart } from './render-chart.ts';
import { buildLinearScale } from './scale.ts';
import { describeCurves, describeStep, drawRate, frameTime, listValues } from './time-chart.ts';

/** What ended per second: successes, and everything; nothing where nobody knows of seconds. */
export function throughputChart(run: RunSummary, series: readonly SeriesSummary[], { id, size, mostSteps }: Place): Html {
  if (explainMissing(run.engine, 'seconds') !== undefined) return NOTHING_TO_SHOW;
  const slices = listSlices(series);
  const frame = frameTime(
    run,
    (axis) => {
      const timeline = buildTimeline(slices, axis);
      return [
        drawRate(timeline, { label: 'succeeded', tone: 'now', form: 'area' }, ({ ok }) => ok),
        drawRate(
          timeline,
          { label: 'ended, failures too', tone: 'plan', form: 'line' },
          ({ ok, failed, censored }) => ok + failed + censored,
        ),
      ];
    },
    mostSteps,
  );
  const note = markup`By the time at which they ended. ${describeStep(buildTimeAxis(run, mostSteps))}`;
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  return renderChart({
    id,
    size,
    title: 'Requests per second',
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: formatCount,
    ...frame,
  });
}

/** How often iterations were to begin and began; nothing where no phase has a rate of its own. */
export function arrivalsChart(run: RunSummary, { id, size, mostSteps }: Place): Html {
  if (!run.phases.some(({ plan }) => plan.model === 'open')) return NOTHING_TO_SHOW;
  const frame = frameTime(
    run,
    (axis) => [
      drawLevels(run, axis, { label: 'achieved (mean of the phase)', tone: 'now', form: 'area', show: formatRate }, ({ phase }) =>
        measureStarts(phase),
      ),
      drawLevels(run, axis, { label: 'planned', tone: 'plan', form: 'line', show: formatRate }, ({ phase, atMs }) =>
        plannedRate(phase.plan, atMs),
      ),
    ],
    mostSteps,
  );
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`An iteration is one pass of a user through the steps.`;
  return renderChart({
    id,
    size,
    title: 'Iterations started per second',
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: formatCount,
    ...frame,
  });
}

/** How many virtual users were to be there, and how many were; nothing where an import does not say. */
export function usersChart(run: RunSummary, { id, size, mostSteps }: Place): Html {
  if (run.phases.length > 0 && run.phases.every((phase) => findPeakUsers(phase) === undefined)) return NOTHING_TO_SHOW;
  const frame = frameTime(run, (axis) => drawUsers(run, axis), mostSteps);
  const changes = run.levelChanges.length > 0 ? markup` Set by hand: ${describeLevelChanges(run.levelChanges)}.` : undefined;
  return renderChart({
    id,
    size,
    title: 'Virtual users',
    summary: describeCurves(frame.drawn),
    note: markup`Phases with an arrival rate take as many users as they need, up to what is allowed.${changes}`,
    scale: buildLinearScale(listValues(frame.drawn.curves)),
    showTick: formatCount,
    ...frame,
  });
}

interface Moment {
  readonly phase: PhaseSummary;
  /** Since the start of the phase. */
  readonly atMs: number;
}

/** A level of the phase that the middle of each step lies in; a gap between phases, and in pauses. */
function drawLevels(run: RunSummary, axis: TimeAxis, curve: Omit<Curve, 'values'>, of: (moment: Moment) => number | undefined): Curve {
  const values = Array.from({ length: countSteps(axis) }, (_, step) => {
    const middleMs = Math.min(axis.endSec, (step + 0.5) * axis.stepSec) * 1_000;
    const phase = run.phases.find(({ startMs, endMs }) => startMs !== undefined && startMs <= middleMs && middleMs < (endMs ?? 0));
    return phase && phase.plan.model !== 'pause' ? of({ phase, atMs: middleMs - (phase.startMs ?? 0) }) : undefined;
  });
  return { ...curve, values };
}

function measureStarts(phase: PhaseSummary): number | undefined {
  const lengthMs = lengthOf(phase);
  return phase.plan.model === 'open' && lengthMs > 0 ? phase.iterations.started / (lengthMs / 1_000) : undefined;
}

function plannedRate(plan: PhaseSummary['plan'], atMs: number): number | undefined {
  if (plan.model !== 'open') return undefined;
  return atMs >= plan.rampMs ? plan.ratePerSec : plan.fromRatePerSec + ((plan.ratePerSec - plan.fromRatePerSec) * atMs) / plan.rampMs;
}

function formatCount(value: number): string {
  return formatNumber(value, 2);
}
