import { formatDuration, formatNumber } from '../../units.ts';

/** From a value to its place on an axis: 0 is the lower end, 1 the upper one; values beyond stay at the ends. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly ticks: readonly number[];
  toShare(value: number): number;
}

/** A mark on the axis of time, or of percentiles. */
export interface Tick {
  /** 0 … 1. */
  readonly share: number;
  readonly label: string;
}

/** Between these a straight axis would press the lower half of the values into its lowest line. */
const WIDEST_LINEAR = 40;

/** From 0 to a round number above the highest value; without values, to 1. */
export function buildLinearScale(values: Iterable<number>, lines = 4): Scale {
  // Room above the highest, where the names of the phases stand.
  const most = maxOf(values);
  const highest = most > 1e-6 ? most * 1.08 : 1;
  const step = roundUp(highest / lines);
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const top = step * count;
  return {
    kind: 'linear',
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    toShare: (value) => clamp(value / top),
  };
}

/** For latencies, µs: linear, or logarithmic where the values are far apart. Without values: linear. */
export function buildLatencyScale(values: readonly number[]): Scale {
  const positive = values.filter((value) => value > 0);
  const [lowest, highest] = [minOf(positive), maxOf(positive)];
  return positive.length > 0 && highest / lowest > WIDEST_LINEAR ? buildLogScale(lowest, highest) : buildLinearScale(values);
}

/** Between two values of at least 1, from and to the next of 1, 2, 5 × 10ⁿ, with lines at these, or at powers of ten alone where there are many. */
export function buildLogScale(lowest: number, highest: number): Scale {
  const low = roundDown(Math.max(1, lowest));
  const high = Math.max(low * 2, roundUp(Math.max(1, highest)));
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const steps = to - from > 2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, index) => 10 ** (Math.floor(from) + index));
  const inner = powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value > low * 1.5 && value < high / 1.5);
  return {
    kind: 'log',
    ticks: [low, ...inner, high],
    toShare: (value) => (value > 0 ? clamp((Math.log10(value) - from) / (to - from)) : 0),
  };
}

const TIME_STEPS_SEC = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400];

/** Round times from the start of the run, at most six steps. */
export function listTimeTicks(endSec: number): readonly Tick[] {
  const step = TIME_STEPS_SEC.find((each) => endSec / each <= 6) ?? Math.ceil(endSec / 6);
  return Array.from({ length: Math.floor(endSec / step) + 1 }, (_, index) => ({
    share: endSec > 0 ? (index * step) / endSec : 0,
    label: formatMoment(index * step),
  }));
}

/** A time since the start of the run: `0 s`, `1 m 30 s`. */
export function formatMoment(seconds: number): string {
  return seconds === 0 ? '0 s' : formatDuration(seconds * 1_000);
}

/** A round latency on an axis: `0`, `50 ms`, `2.5 s`. */
export function formatLatencyTick(us: number): string {
  if (us === 0) return '0';
  if (us < 1_000) return `${formatNumber(us, 0)} µs`;
  return us < 1e6 ? `${formatNumber(us / 1_000, 1)} ms` : `${formatNumber(us / 1e6, 2)} s`;
}

/** The next of 1, 2, 5 × 10ⁿ. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** The last of them that is not above. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([5, 2].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function maxOf(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}

function minOf(values: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}
