import { maxUs, meanUs, minUs, percentileUs } from '../../metrics/distribution.ts';
import type { RunSummary } from '../../metrics/run-summary.ts';
import type { Check } from '../../verdict/verdict.ts';
import { listJudgedPhases } from '../../verdict/list-judged-seconds.ts';
import { buildTimeAxis, buildTimeline, listSlices, perSecond, type Step, type TimeAxis } from './build-timeline.ts';
import { markup, pathData, type Html } from './markup.ts';

const MOST_STEPS = 60;
const WIDTH = 120;
const HEIGHT = 28;

/** A value of one step, in the unit of its check; undefined: nothing was measured. */
type Read = (step: Step, index: number, axis: TimeAxis) => number | undefined;

/**
 * What a promise is about, over the time of the judged phases, with a dashed line at its limit where that is a level. Beside figures, for the eye alone. Undefined for
 * what has no course (counts of a status, spans other than latency) and where fewer than two steps were measured.
 */
export function drawSparkline(check: Check, run: RunSummary): Html | undefined {
  const read = check.kind === 'server' ? undefined : findRead(check.metric);
  if (!read) return undefined;
  const known = run.series.filter(({ name }) => name === check.series);
  const phases = listJudgedPhases(run.phases).filter((place) => check.phase === undefined || run.phases[place]?.plan.name === check.phase);
  const axis = buildTimeAxis(run, MOST_STEPS);
  const { steps } = buildTimeline(listSlices(known.length > 0 ? known : run.series, phases), axis);
  const values = steps.map((step, index) => read(step, index, axis));
  const measured = values.filter((value) => value !== undefined);
  if (measured.length < 2) return undefined;
  const limit = 'observed' in check && isLevel(check.metric) ? check.observed.limitValue : undefined;
  const top = Math.max(...measured, limit ?? 0) * 1.1 || 1;
  const y = (value: number): number => Math.round((1 - value / top) * (HEIGHT - 2) * 10) / 10 + 1;
  const x = (index: number): number => Math.round((index / Math.max(1, values.length - 1)) * WIDTH * 10) / 10;
  let d = '';
  for (const [index, value] of values.entries()) {
    if (value !== undefined)
      d += `${values[index - 1] === undefined ? 'M' : 'L'}${x(index)} ${y(value)}${isAlone(values, index) ? 'h0' : ''}`;
  }
  const line = limit === undefined ? undefined : markup`<path class="limit" d="${pathData(`M0 ${y(limit)}H${WIDTH}`)}"/>`;
  return markup`<svg class="spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${line}<path class="line now" d="${pathData(d)}"/></svg>`;
}

function isAlone(values: readonly (number | undefined)[], index: number): boolean {
  return values[index - 1] === undefined && values[index + 1] === undefined;
}

function findRead(metric: string): Read | undefined {
  const percentile = /^p(\d+(?:\.\d+)?)$/.exec(metric)?.[1];
  if (percentile !== undefined) return (step) => percentileUs(step.latency(), Number(percentile));
  switch (metric) {
    case 'mean':
      return (step) => meanUs(step.latency());
    case 'max':
      return (step) => maxUs(step.latency());
    case 'min':
      return (step) => minUs(step.latency());
    case 'error_budget':
    case 'error_rate':
      return ({ ok, failed, censored }) => (ok + failed + censored > 0 ? (failed + censored) / (ok + failed + censored) : undefined);
    case 'failures':
      return ({ failed, censored }) => failed + censored;
    case 'throughput':
      return ({ ok }, index, axis) => perSecond(ok, index, axis);
    default:
      return undefined;
  }
}

/** Whether a single step can be held against the limit; a number of failures of the whole run cannot. */
function isLevel(metric: string): boolean {
  return metric !== 'failures';
}
