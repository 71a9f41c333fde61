import type { RunSummary } from '../../metrics/run-summary.ts';
import { formatLatency, formatNumber } from '../../units.ts';
import { countJudged, judgedPercentile, judgeLatency, type JudgedLatency } from '../../verdict/judged-latency.ts';
import type { Report } from '../report.ts';
import { summarizeEndpoints, type EndpointSummary } from '../summarize-endpoints.ts';
import type { Curve, Plot } from './chart.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import type { Place } from './latency-chart.ts';
import { renderChart } from './render-chart.ts';
import { buildLatencyScale, formatLatencyTick, type Tick } from './scale.ts';
import { describeCurves, listValues } from './time-chart.ts';

/** The same endpoint, or all together, in the runs that a report holds. */
export interface Side {
  readonly label: string;
  readonly tone: Curve['tone'];
  readonly find: (name: string | undefined) => EndpointSummary | undefined;
}

/** This run, its second look, and the other target of a live comparison: what of these there is. */
export function listSides({ run, further = [], live }: Report): readonly Side[] {
  const [baseline] = live?.runs ?? [];
  return [
    buildSide('this run', 'now', run),
    ...further.slice(0, 1).map((burst) => buildSide('second burst', 'again', burst)),
    ...(baseline ? [buildSide('baseline', 'base', baseline)] : []),
  ];
}

/** One run among others. */
export function buildSide(label: string, tone: Side['tone'], run: RunSummary): Side {
  const { rows, total } = summarizeEndpoints(run);
  const byName = new Map(rows.map((row) => [row.name, row]));
  return { label, tone, find: (name) => (name === undefined ? total : byName.get(name)) };
}

const LANDMARKS = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999];

/**
 * Latency at each percentile p, over log₁₀(1 / (1 − p)), as HdrHistogram draws it: each nine has the same room. Requests that never came back are ranked last, so a curve
 * that ends early has lost some. `name` is an endpoint; undefined: all of them.
 */
export function percentileChart(sides: readonly Side[], name: string | undefined, { id, size, mostSteps }: Place): Html {
  const judged = sides.flatMap(({ label, tone, find }) => {
    const endpoint = find(name);
    return endpoint ? [{ label, tone, latency: judgeLatency(endpoint, 'latency', false) }] : [];
  });
  const reach = Math.max(1, ...judged.map(({ latency }) => Math.log10(Math.max(1, countJudged(latency) / Math.max(1, latency.lost)))));
  const plotAt = (steps: readonly number[]): Plot => ({
    at: steps.map((nines) => nines / reach),
    moments: steps.map(describeNines),
    width: 1 / steps.length,
    curves: judged.map(({ label, tone, latency }) => ({
      label,
      tone,
      form: 'line',
      values: steps.map((nines) => readLatency(latency, nines)),
      show: formatLatency,
    })),
  });
  const drawn = plotAt(Array.from({ length: mostSteps + 1 }, (_, index) => (index / mostSteps) * reach));
  const values = listValues(drawn.curves);
  if (values.length === 0) return NOTHING_TO_SHOW;
  const marks = LANDMARKS.map(toNines).filter((nines) => nines <= reach);
  const scale = buildLatencyScale(values);
  const [first, ...others] = judged.map(({ latency }) => latency);
  const lost = first?.lost ?? 0;
  const end =
    lost > 0
      ? markup` The curve ends where the ${formatNumber(lost, 0)} requests begin that never came back.`
      : others.some((latency) => latency.lost > 0)
        ? markup` A curve that ends early has requests that never came back.`
        : undefined;
  return renderChart({
    id,
    size,
    title: 'Latency by percentile',
    summary: describeCurves(drawn),
    note: markup`Each nine has the same room.${end}${scale.kind === 'log' ? markup` Logarithmic scale.` : undefined}`,
    scale,
    showTick: formatLatencyTick,
    ticks: marks.map((nines): Tick => ({ share: nines / reach, label: describeNines(nines) })),
    bands: [],
    drawn,
    told: plotAt(marks),
    axis: 'percentile',
  });
}

function toNines(percentile: number): number {
  return -Math.log10(1 - percentile / 100);
}

/** Undefined beyond what so few samples can tell, and among lost requests. */
function readLatency(latency: JudgedLatency, nines: number): number | undefined {
  const count = countJudged(latency);
  if (count === 0 || nines > Math.log10(count) + 1e-9) return undefined;
  const reading = judgedPercentile(latency, 100 * (1 - 10 ** -nines));
  return reading?.state === 'exact' ? reading.us : undefined;
}

function describeNines(nines: number): string {
  const percentile = 100 * (1 - 10 ** -nines);
  return `${formatNumber(percentile, Math.max(0, Math.ceil(nines + 1e-9) - 1))} %`;
}
