import { mergeDistributions, percentileUs } from '../metrics/distribution.ts';
import type { RunSummary, Slice } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';
import { listJudgedPhases } from '../verdict/list-judged-seconds.ts';
import { mergeSlices } from '../verdict/merge-series-phases.ts';
import { listRegressed } from './describe-comparison.ts';
import { codeSpan } from './escape-markdown.ts';
import type { Block } from './fit-blocks.ts';
import { drawLines, type Curve, type Point } from './render-mermaid.ts';
import type { Report } from './report.ts';
import { sortChecks } from './sort-checks.ts';

const MOST_POINTS = 60;
/** Phases beyond have no chart. */
const MOST_CHARTS = 3;
/** The p95 of fewer is a maximum by another name: then a point covers more seconds. */
const SAMPLES_A_POINT = 20;

/**
 * Latency over time in Mermaid's charts, one for each judged phase: of the endpoint that decided, else of all. No text of anybody stands within a chart. Nothing
 * where fewer than two points were measured.
 */
export function chartBlocks(report: Report): readonly Block[] {
  const { run } = report;
  const subject = findSubject(report);
  const charts = listJudgedPhases(run.phases).flatMap((index) => drawPhase(run, index, subject));
  const [first, ...others] = charts.slice(0, MOST_CHARTS);
  if (!first) return [];
  const who = subject === undefined ? 'all endpoints together' : codeSpan(subject, 120);
  const intro = `Of ${who}: p95 (orange, above) and p50 (blue, below) of successes, by the time at which they ended.`;
  const left = charts.length - MOST_CHARTS;
  const note = `_${formatNumber(left, 0)} more ${left === 1 ? 'phase has' : 'phases have'} no chart here._`;
  return [['### Latency over time', '', intro, '', ...first], ...others, ...(left > 0 ? [[note]] : [])].map((head) => ({
    head,
    rows: [],
    tail: [],
  }));
}

/** The series of the first broken promise, or of the worst regression; undefined: all series. */
function findSubject(report: Report): string | undefined {
  const broken = sortChecks(report.verdict.checks).find(({ state }) => state === 'breached');
  const name = broken?.series ?? listRegressed(report)[0]?.endpoint;
  return report.run.series.some((series) => series.name === name) ? name : undefined;
}

/** A caption and its chart, in lines; none where there are too few points. */
function drawPhase({ phases, series }: RunSummary, index: number, subject: string | undefined): readonly (readonly string[])[] {
  const parts = series.filter(({ name }) => subject === undefined || name === subject).map(({ perPhase }) => perPhase[index]?.slices ?? []);
  const curve = mergePoints(mergeSlices(parts, []).filter(({ latency }) => latency.count > 0));
  if (!curve || curve.points.length < 2) return [];
  const caption = [`Phase ${codeSpan(phases[index]?.plan.name ?? '', 60)}`, ...describeCurve(curve)].join('; ');
  return [[`${caption}.`, '', ...drawLines(curve)]];
}

/** What the picture does not show by itself. */
function describeCurve({ stepSec, points }: Curve): readonly string[] {
  const gaps = points.filter((point) => point === undefined).length * stepSec;
  return [
    ...(stepSec > 1 ? [`each point covers ${formatNumber(stepSec, 0)} s`] : []),
    ...(gaps > 0 ? [`for ${formatNumber(gaps, 0)} s nothing succeeded, and the lines run straight across`] : []),
  ];
}

/** Slices with successes, in equal steps of whole seconds; undefined without any. The first and the last point have some. */
function mergePoints(slices: readonly Slice[]): Curve | undefined {
  const [first, last] = [slices[0]?.second, slices.at(-1)?.second];
  if (first === undefined || last === undefined) return undefined;
  const seconds = last - first + 1;
  const samples = slices.reduce((sum, { latency }) => sum + latency.count, 0);
  const stepSec = Math.ceil(Math.max(seconds / MOST_POINTS, (SAMPLES_A_POINT * slices.length) / samples));
  const steps = Map.groupBy(slices, ({ second }) => Math.floor((second - first) / stepSec));
  const points = Array.from({ length: Math.floor((last - first) / stepSec) + 1 }, (_, step) => measurePoint(steps.get(step) ?? []));
  return { fromSec: first, stepSec, points };
}

function measurePoint(slices: readonly Slice[]): Point | undefined {
  const latency = mergeDistributions(slices.map((slice) => slice.latency));
  const [p50Us, p95Us] = [percentileUs(latency, 50), percentileUs(latency, 95)];
  return p50Us === undefined || p95Us === undefined ? undefined : { p50Us, p95Us };
}
