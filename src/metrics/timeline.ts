import type { PlannedPhase } from '../plan/plan.ts';
import type { CellDelta, Delta } from './delta.ts';
import { bucketOfValue, EMPTY_DISTRIBUTION, highestValueOfBucket, mergeDistributions, type Distribution } from './distribution.ts';
import type { TimelineSecond } from './run-summary.ts';

type Tally = { -readonly [Key in keyof TimelineSecond]: TimelineSecond[Key] };

/** The run as a whole, second by second, merged over workers and series. */
export class Timeline {
  readonly #phases: readonly Pick<PlannedPhase, 'warmup'>[];
  readonly #seconds = new Map<number, Tally>();

  constructor(phases: readonly Pick<PlannedPhase, 'warmup'>[]) {
    this.#phases = phases;
  }

  /** Adds one worker's second: its users, and what ended in it in phases that are judged. */
  add(delta: Delta): void {
    const tally = this.#seconds.get(delta.second) ?? emptySecond(delta.second);
    this.#seconds.set(delta.second, tally);
    tally.users += delta.users;
    const judged = delta.cells.filter((cell) => this.#phases[cell.phase]?.warmup === false);
    for (const { counts, bytesReceived } of judged) {
      const failures = counts.failed + counts.timedOut + counts.cut + counts.drops;
      tally.requests += counts.ok + failures;
      tally.failures += failures;
      tally.bytesReceived += bytesReceived;
    }
    const service = mergeDistributions(judged.flatMap(listServiceTimes));
    if (service.count === 0) return;
    tally.sumUs += service.sumUs;
    tally.lowestUs = tally.service.count === 0 ? service.lowestUs : Math.min(tally.lowestUs, service.lowestUs);
    tally.highestUs = Math.max(tally.highestUs, service.highestUs);
    tally.service = mergeDistributions([tally.service, coarsen(service)]);
  }

  /** Every second, ascending. */
  summarize(): readonly TimelineSecond[] {
    return [...this.#seconds.values()].sort((left, right) => left.second - right.second);
  }
}

function listServiceTimes({ spans }: CellDelta): readonly Distribution[] {
  return [spans.service, spans.failedService].flatMap((part) => part ?? []);
}

/**
 * Values at the nearest whole millisecond, from 100 ms on to within 1 %: all series together would otherwise take as much room as the slices of all of them.
 * A step is wider than a bucket everywhere, so that different values stay in different buckets.
 */
function coarsen(distribution: Distribution): Distribution {
  const byValue = new Map<number, number>();
  for (const [position, bucket] of distribution.buckets.entries()) {
    const us = Math.min(highestValueOfBucket(bucket), distribution.highestUs);
    const stepUs = us < 100_000 ? 1_000 : 10 ** Math.floor(Math.log10(us)) / 50;
    const value = Math.round(us / stepUs) * stepUs;
    byValue.set(value, (byValue.get(value) ?? 0) + (distribution.counts[position] ?? 0));
  }
  // Buckets were in ascending order, and rounding keeps it.
  const values = [...byValue.keys()];
  return {
    count: distribution.count,
    lowestUs: values[0] ?? 0,
    highestUs: values.at(-1) ?? 0,
    sumUs: [...byValue].reduce((sum, [value, count]) => sum + value * count, 0),
    buckets: values.map(bucketOfValue),
    counts: [...byValue.values()],
  };
}

function emptySecond(second: number): Tally {
  return { second, users: 0, requests: 0, failures: 0, bytesReceived: 0, sumUs: 0, lowestUs: 0, highestUs: 0, service: EMPTY_DISTRIBUTION };
}
