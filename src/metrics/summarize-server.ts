import { formatNumber } from '../units.ts';
import type { PhaseSummary } from './run-summary.ts';
import type { Patience, ServerReading, TimedValue } from './server-reading.ts';
import type { ServerSample, ServerSeries, ServerTotals } from './server-series.ts';
import { summarizeRecoveries } from './summarize-recoveries.ts';

const MOST_SAMPLES = 3_600;

/**
 * A reading → what the summary of the run holds. What is judged are the values of the judged phases. One that was lost is nothing, a stretch without any is: if the judged
 * time has one that is longer than the row's patience, if a stretch of judged phases has no value at all, or if more values were lost than came, nothing may be judged (closed:
 * who does not answer under load is not well). Nor may it with a value that is infinite, or without one after the load where something is promised of that.
 */
export function summarizeServer(reading: ServerReading, phases: readonly PhaseSummary[]): ServerSeries {
  const samples = reading.samples.filter(({ value }) => Number.isFinite(value)).toSorted((left, right) => left.atMs - right.atMs);
  const stretches = listStretches(phases);
  const inside = stretches.map((stretch) => samples.filter((sample) => isIn(sample, stretch)));
  const { name, source, unit, lost } = reading;
  return {
    name,
    source,
    unit,
    samples: thin(samples.filter(({ atMs }) => atMs >= 0).map(({ atMs, value }) => ({ atMs: Math.round(atMs), value }))),
    judged: total(inside.flat(), samples, { stretches, followsLoad: followsLoad(phases) }),
    trouble: findInfinite(reading, stretches) ?? findTrouble({ ...reading, samples }, stretches, inside),
    lost,
    recoveries: reading.recovers ? summarizeRecoveries({ ...reading, samples, recovers: reading.recovers }, phases) : [],
  };
}

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** Judged phases that follow each other, as one. */
function listStretches(phases: readonly PhaseSummary[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let isOpen = false;
  for (const { plan, startMs, endMs } of phases) {
    const isJudged = !plan.warmup && plan.model !== 'pause' && startMs !== undefined && endMs !== undefined;
    const last = stretches.at(-1);
    if (isJudged && isOpen && last) stretches[stretches.length - 1] = { startMs: last.startMs, endMs };
    else if (isJudged) stretches.push({ startMs, endMs });
    isOpen = isJudged;
  }
  return stretches;
}

/** A value that was asked for, or scraped, before the stretch says nothing about it. */
function isIn({ atMs, asOfMs }: TimedValue, { startMs, endMs }: Stretch): boolean {
  return startMs <= asOfMs && atMs <= endMs;
}

interface JudgedTime {
  readonly stretches: readonly Stretch[];
  readonly followsLoad: boolean;
}

function total(
  inside: readonly TimedValue[],
  samples: readonly TimedValue[],
  { stretches, followsLoad: isBusy }: JudgedTime,
): ServerTotals | undefined {
  const [first, last] = [inside[0], inside.at(-1)];
  const [begin, end] = [stretches[0]?.startMs, stretches.at(-1)?.endMs];
  if (!first || !last || begin === undefined || end === undefined) return undefined;
  let [min, max, sum] = [first.value, first.value, 0];
  for (const { value } of inside) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value / inside.length;
  }
  const before = samples.findLast(({ atMs }) => atMs <= begin);
  const after = samples.find(({ asOfMs }) => asOfMs >= end);
  return {
    count: inside.length,
    min,
    max,
    avg: sum,
    first: first.value,
    last: last.value,
    atStart: before && isBusy ? valueBetween(before, first, begin) : (before ?? first).value,
    atEnd: (after ?? last).value,
  };
}

/** The judged time begins while a warm-up is under load: what a counter was before that is no part of it. */
function followsLoad(phases: readonly PhaseSummary[]): boolean {
  const place = phases.findIndex(({ plan, startMs }) => !plan.warmup && plan.model !== 'pause' && startMs !== undefined);
  const before = phases[place - 1];
  return before !== undefined && before.plan.model !== 'pause' && before.startMs !== undefined;
}

/** On the straight line from one value to the next. */
function valueBetween(left: TimedValue, right: TimedValue, atMs: number): number {
  const spanMs = right.atMs - left.atMs;
  const share = spanMs > 0 ? Math.min(1, Math.max(0, (atMs - left.atMs) / spanMs)) : 1;
  return left.value + (right.value - left.value) * share;
}

function findTrouble(
  { samples, patience, problem, lostMs, wantsEnd }: ServerReading,
  stretches: readonly Stretch[],
  inside: readonly (readonly TimedValue[])[],
): string | undefined {
  const because = problem === undefined ? '' : `: ${problem}`;
  if (stretches.length === 0) return 'no judged phase began';
  if (inside.every((values) => values.length === 0)) return `no value came in the judged time${because}`;
  const gaps = stretches.flatMap((stretch, place) => findGap(stretch, inside[place] ?? [], patience) ?? []);
  const [gap] = gaps;
  if (gap) return `no value came between ${showSeconds(gap.startMs)} and ${showSeconds(gap.endMs)} of the run${because}`;
  const came = inside.flat().length;
  const lost = lostMs.filter((atMs) => stretches.some(({ startMs, endMs }) => startMs <= atMs && atMs <= endMs)).length;
  if (lost > came) return `in the judged time ${came === 1 ? '1 value' : `${came} values`} came and ${lost} did not${because}`;
  const endMs = stretches.at(-1)?.endMs ?? 0;
  return wantsEnd && !samples.some(({ asOfMs }) => asOfMs >= endMs) ? `no value came after the load${because}` : undefined;
}

/** Closed: what has no end is beyond every limit, and is no figure that could be shown or added up. */
function findInfinite({ samples }: ServerReading, stretches: readonly Stretch[]): string | undefined {
  const found = samples.find((sample) => !Number.isFinite(sample.value) && stretches.some((stretch) => isIn(sample, stretch)));
  return found && `the value was ${found.value < 0 ? '-' : ''}infinite at ${showSeconds(found.atMs)} of the run`;
}

/** The first time without a value that is longer than the patience; all of the stretch where it has no value. */
function findGap({ startMs, endMs }: Stretch, values: readonly TimedValue[], patience: Patience): Stretch | undefined {
  let fromMs = startMs;
  for (const [index, { atMs }] of values.entries()) {
    if (atMs - fromMs > (index === 0 ? patience.beforeMs : patience.betweenMs)) return { startMs: fromMs, endMs: atMs };
    fromMs = atMs;
  }
  return values.length === 0 || endMs - fromMs > patience.afterMs ? { startMs: fromMs, endMs } : undefined;
}

function showSeconds(ms: number): string {
  return `${formatNumber(ms / 1_000, 1)} s`;
}

/** Of more than a picture can show, the lowest and the highest of each of many short stretches, in the order in which they came. */
function thin(samples: readonly ServerSample[]): readonly ServerSample[] {
  if (samples.length <= MOST_SAMPLES) return samples;
  const size = Math.ceil(samples.length / (MOST_SAMPLES / 2));
  const kept: ServerSample[] = [];
  for (let from = 0; from < samples.length; from += size) {
    const bucket = samples.slice(from, from + size);
    const low = bucket.reduce((least, sample) => (sample.value < least.value ? sample : least));
    const high = bucket.reduce((most, sample) => (sample.value > most.value ? sample : most));
    kept.push(...(low === high ? [low] : low.atMs <= high.atMs ? [low, high] : [high, low]));
  }
  return kept;
}
