import type { PhaseSummary, RunSummary } from '../../../metrics/run-summary.ts';
import { buildTimeAxis, countSteps, perSecond, type TimeAxis } from '../../../report/html/build-timeline.ts';
import type { Curve } from '../../../report/html/chart.ts';
import type { Place } from '../../../report/html/latency-chart.ts';
import { markup, NOTHING_TO_SHOW, type Html } from '../../../report/html/markup.ts';
import { renderChart } from '../../../report/html/render-chart.ts';
import { buildLinearScale } from '../../../report/html/scale.ts';
import { describeCurves, describeStep, frameTime, listValues } from '../../../report/html/time-chart.ts';
import { formatNumber, formatRate } from '../../../units.ts';

/** How often iterations began, second by second, and how often they were to begin where a phase has a rate of its own. */
export function startsChart(run: RunSummary, starts: readonly { readonly second: number; readonly made: number }[], place: Place): Html {
  if (starts.every(({ made }) => made === 0)) return NOTHING_TO_SHOW;
  const hasPlan = run.phases.some(({ plan }) => plan.model === 'open');
  const frame = frameTime(
    run,
    (axis): readonly Curve[] => [
      { label: 'began', tone: 'now', form: 'area', values: addStarts(starts, axis), show: formatRate },
      ...(hasPlan ? [{ label: 'planned', tone: 'plan', form: 'line', values: planStarts(run, axis), show: formatRate } as const] : []),
    ],
    place.mostSteps,
  );
  return renderChart({
    id: place.id,
    size: place.size,
    title: 'Iterations started per second',
    summary: describeCurves(frame.drawn),
    note: markup`An iteration is one pass of a user through the steps. ${describeStep(buildTimeAxis(run, place.mostSteps))}`,
    scale: buildLinearScale(listValues(frame.drawn.curves)),
    showTick: (value) => formatNumber(value, 2),
    ...frame,
  });
}

function addStarts(starts: readonly { readonly second: number; readonly made: number }[], axis: TimeAxis): readonly number[] {
  const steps = new Array<number>(countSteps(axis)).fill(0);
  for (const { second, made } of starts) {
    const step = Math.floor(second / axis.stepSec);
    steps[step] = (steps[step] ?? 0) + made;
  }
  return steps.map((count, step) => perSecond(count, step, axis));
}

/** The planned rate in the middle of each step; a gap where the phase has none. */
function planStarts({ phases }: RunSummary, axis: TimeAxis): readonly (number | undefined)[] {
  return Array.from({ length: countSteps(axis) }, (_, step) => {
    const middleMs = Math.min(axis.endSec, (step + 0.5) * axis.stepSec) * 1_000;
    const phase = phases.find(({ startMs, endMs }) => startMs !== undefined && startMs <= middleMs && middleMs < (endMs ?? 0));
    return phase && plannedRate(phase.plan, middleMs - (phase.startMs ?? 0));
  });
}

function plannedRate(plan: PhaseSummary['plan'], atMs: number): number | undefined {
  if (plan.model !== 'open') return undefined;
  return atMs >= plan.rampMs ? plan.ratePerSec : plan.fromRatePerSec + ((plan.ratePerSec - plan.fromRatePerSec) * atMs) / plan.rampMs;
}

/** WebSockets that were open at the end of each second; of a step, its highest second. Nothing before the first. */
export function socketsChart(run: RunSummary, sockets: readonly { readonly second: number; readonly open: number }[], place: Place): Html {
  if (sockets.length === 0) return NOTHING_TO_SHOW;
  const measure = ({ stepSec, endSec }: TimeAxis): readonly number[] => {
    const steps = new Array<number>(countSteps({ stepSec, endSec })).fill(0);
    for (const { second, open } of sockets) {
      const step = Math.floor(second / stepSec);
      steps[step] = Math.max(steps[step] ?? 0, open);
    }
    return steps;
  };
  const frame = frameTime(
    run,
    (axis) => [{ label: 'open', tone: 'now', form: 'area', values: measure(axis), show: (value) => formatNumber(value, 0) }],
    place.mostSteps,
  );
  return renderChart({
    id: place.id,
    size: place.size,
    title: 'Open WebSockets',
    summary: describeCurves(frame.drawn),
    note: markup`At the end of each second; the most of a step.`,
    scale: buildLinearScale(listValues(frame.drawn.curves)),
    showTick: (value) => formatNumber(value, 1),
    ...frame,
  });
}
