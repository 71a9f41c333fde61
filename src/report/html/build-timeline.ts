import { mergeDistributions, type Distribution } from '../../metrics/distribution.ts';
import type { RunSummary, SeriesPhase, SeriesSummary, Slice } from '../../metrics/run-summary.ts';

/** A run in equal steps of whole seconds from its start, empty ones too. */
export interface Timeline {
  readonly stepSec: number;
  /** Where the axis ends. */
  readonly endSec: number;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly ok: number;
  readonly failed: number;
  /** Timed out, cut or dropped. */
  readonly censored: number;
  /** Of successes; merged when it is asked for, because many charts only count. */
  latency(): Distribution;
}

/** Only what is asked for: the axis of a whole run, and how finely it is cut. */
export interface TimeAxis {
  readonly stepSec: number;
  readonly endSec: number;
}

/** The time that everything in a run took, drains included, in at most `mostSteps` steps. At least one second. */
export function buildTimeAxis(run: Pick<RunSummary, 'durationMs' | 'series'>, mostSteps: number): TimeAxis {
  let last = 0;
  for (const { perPhase } of run.series)
    for (const { slices, socket } of perPhase) last = Math.max(last, slices.at(-1)?.second ?? 0, socket?.seconds.at(-1)?.second ?? 0);
  const endSec = Math.max(1, Math.ceil(run.durationMs / 1_000), last + 1);
  return { stepSec: Math.ceil(endSec / mostSteps), endSec };
}

/** Slices of one or more series and phases, added up step by step: merged, never averaged. */
export function buildTimeline(slices: readonly Slice[], axis: TimeAxis): Timeline {
  const groups = Array.from({ length: countSteps(axis) }, (): Slice[] => []);
  for (const slice of slices) groups[Math.floor(slice.second / axis.stepSec)]?.push(slice);
  return { ...axis, steps: groups.map(addStep) };
}

/** How many steps an axis has. */
export function countSteps({ stepSec, endSec }: TimeAxis): number {
  return Math.ceil(endSec / stepSec);
}

/** All slices of some series in some phases (places in `RunSummary.phases`; all of them unless told). */
export function listSlices(series: readonly SeriesSummary[], phases?: readonly number[]): readonly Slice[] {
  const isIn = (place: number): boolean => phases === undefined || phases.includes(place);
  return series.flatMap(({ perPhase }) => perPhase.filter((_, place) => isIn(place)).flatMap(({ slices }: SeriesPhase) => slices));
}

function addStep(slices: readonly Slice[]): Step {
  const sum = (of: (slice: Slice) => number): number => slices.reduce((total, slice) => total + of(slice), 0);
  return {
    ok: sum(({ ok }) => ok),
    failed: sum(({ failed }) => failed),
    censored: sum(({ censored }) => censored),
    latency: () => mergeDistributions(slices.map(({ latency }) => latency)),
  };
}

/** What one step of counts is per second; the last step of a run may be shorter. */
export function perSecond(count: number, step: number, { stepSec, endSec }: TimeAxis): number {
  return count / Math.max(1, Math.min(stepSec, endSec - step * stepSec));
}
