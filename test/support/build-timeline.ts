import type { TimelineSecond } from '../../src/metrics/run-summary.ts';
import { recordDistribution, times, type PhaseInput, type SecondInput } from './build-run-summary.ts';

/** What one series did in one phase. */
export interface PhaseTraffic {
  readonly phase: PhaseInput;
  readonly firstSecond: number;
  readonly traffic: readonly SecondInput[];
  /** All in the first of the seconds. */
  readonly bytesReceived: number;
}

/** The seconds of a run of `length` seconds, or of what its traffic takes; 10 users live in each. */
export function buildTimeline(length: number, parts: readonly PhaseTraffic[]): readonly TimelineSecond[] {
  const end = Math.max(length, ...parts.map(({ firstSecond, traffic }) => firstSecond + traffic.length));
  return Array.from({ length: end }, (_, second) => buildSecond(second, parts));
}

function buildSecond(second: number, parts: readonly PhaseTraffic[]): TimelineSecond {
  const judged = parts.filter(({ phase }) => phase.warmup !== true);
  const ended = judged.flatMap(({ traffic, firstSecond }) => traffic[second - firstSecond] ?? []);
  const sum = (of: (one: SecondInput) => number): number => ended.reduce((total, one) => total + of(one), 0);
  const failures = sum(({ failed = 0, timedOut = 0, cut = 0, drops = 0 }) => failed + timedOut + cut + drops);
  const valuesUs = ended.flatMap(({ okMs = [], failed = 0, timedOut = 0, cut = 0 }) => [
    ...okMs.map((ms) => Math.round(ms * 1_000)),
    ...times(failed, 1_000),
    ...times(timedOut, 10_000_000),
    ...times(cut, 5_000_000),
  ]);
  const { sumUs, lowestUs, highestUs } = recordDistribution(valuesUs);
  return {
    second,
    users: 10,
    requests: sum(({ okMs = [] }) => okMs.length) + failures,
    failures,
    bytesReceived: judged.reduce((total, part) => total + (second === part.firstSecond ? part.bytesReceived : 0), 0),
    sumUs,
    lowestUs,
    highestUs,
    service: recordDistribution(valuesUs.map(round)),
  };
}

/** As a timeline has it: whole milliseconds, from 100 ms on two significant digits and steps of 2 in the third. */
function round(us: number): number {
  const stepUs = us < 100_000 ? 1_000 : 2 * 10 ** (String(us).length - 3);
  return Math.round(us / stepUs) * stepUs;
}
