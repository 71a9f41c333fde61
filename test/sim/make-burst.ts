import { highestValueOfBucket, EMPTY_DISTRIBUTION } from '../../src/metrics/distribution.ts';
import type { Distribution } from '../../src/metrics/distribution.ts';
import { zeroIterations, zeroRequests } from '../../src/metrics/counts.ts';
import type { PhaseSummary, SeriesPhase, SeriesSummary, Slice } from '../../src/metrics/run-summary.ts';
import type { Burst } from '../../src/verdict/regression/baseline-run.ts';
import type { FastRandom } from './fast-random.ts';
import type { World } from './world.ts';

/** What one endpoint does in one burst. */
export interface EndpointTraffic {
  readonly name: string;
  readonly ratePerSec: number;
  /** ln µs of the median in each second. */
  readonly levels: Float64Array;
}

const NOTHING: SeriesPhase = {
  counts: zeroRequests(),
  status: {},
  failures: [],
  latency: EMPTY_DISTRIBUTION,
  service: EMPTY_DISTRIBUTION,
  ttfb: EMPTY_DISTRIBUTION,
  failedLatency: EMPTY_DISTRIBUTION,
  failedService: EMPTY_DISTRIBUTION,
  queue: EMPTY_DISTRIBUTION,
  connect: EMPTY_DISTRIBUTION,
  tls: EMPTY_DISTRIBUTION,
  body: EMPTY_DISTRIBUTION,
  session: EMPTY_DISTRIBUTION,
  socket: undefined,
  bytesSent: 0,
  bytesReceived: 0,
  slices: [],
};

/** One judged open phase of so many seconds; latencies are recorded in HDR buckets, as a run does. */
export function makeBurst(world: World, seconds: number, endpoints: readonly EndpointTraffic[], random: FastRandom): Burst {
  const stalls = drawStalls(world, seconds, random);
  const series = endpoints.map(({ name, ratePerSec, levels }): SeriesSummary => {
    const slices = Array.from({ length: seconds }, (_, second): Slice => {
      const latency = drawSecond(world, ratePerSec, { level: levels[second] ?? 0, stallMs: stalls[second] ?? 0 }, random);
      return { second, ok: latency.count, failed: 0, censored: 0, latency };
    });
    return { name, kind: 'http', method: 'GET', tags: [], selected: true, perPhase: [{ ...NOTHING, slices }] };
  });
  return { phases: [openPhase(seconds)], series };
}

function openPhase(seconds: number): PhaseSummary {
  const durationMs = seconds * 1_000;
  return {
    plan: {
      name: 'steady',
      warmup: false,
      model: 'open',
      fromRatePerSec: 50,
      ratePerSec: 50,
      rampMs: 0,
      durationMs,
      arrivals: 'even',
      maxUsers: 100,
      plannedArrivals: 50 * seconds,
    },
    startMs: 0,
    endMs: durationMs,
    iterations: zeroIterations(),
    peakUsers: 0,
  };
}

/** How long the stall of each second is, ms; 0 where there is none. */
function drawStalls({ stalls }: World, seconds: number, random: FastRandom): Float64Array {
  return Float64Array.from({ length: seconds }, () =>
    stalls.perSec > 0 && random.uniform() < stalls.perSec ? stalls.ms * (0.5 + random.uniform()) : 0,
  );
}

/** The level of each second, AR(1) around 0. */
export function drawLevels(sd: number, correlation: number, seconds: number, random: FastRandom): Float64Array {
  const levels = new Float64Array(seconds);
  if (sd === 0) return levels;
  const step = Math.sqrt(1 - correlation * correlation);
  let level = random.normal();
  for (let second = 0; second < seconds; second++) {
    levels[second] = sd * level;
    level = correlation * level + step * random.normal();
  }
  return levels;
}

function drawSecond(
  { requestSd, tail }: World,
  count: number,
  second: { readonly level: number; readonly stallMs: number },
  random: FastRandom,
): Distribution {
  const buckets = new Int32Array(count);
  let sumUs = 0;
  let lowestUs = Number.POSITIVE_INFINITY;
  let highestUs = 0;
  for (let index = 0; index < count; index++) {
    let log = second.level + requestSd * random.normal();
    if (tail.share > 0 && random.uniform() < tail.share) log -= Math.log(random.uniform()) / tail.index;
    let us = Math.exp(log);
    if (second.stallMs > 0) us += Math.max(0, second.stallMs - 1_000 * random.uniform()) * 1_000;
    us = Math.round(Math.min(3.6e9, us));
    sumUs += us;
    if (us < lowestUs) lowestUs = us;
    if (us > highestUs) highestUs = us;
    buckets[index] = bucketOf(us);
  }
  buckets.sort();
  return { ...countRuns(buckets), count, lowestUs, highestUs, sumUs };
}

function countRuns(sorted: Int32Array): Pick<Distribution, 'buckets' | 'counts'> {
  const buckets: number[] = [];
  const counts: number[] = [];
  for (const bucket of sorted) {
    const last = buckets.length - 1;
    if (buckets[last] === bucket) counts[last] = (counts[last] ?? 0) + 1;
    else {
      buckets.push(bucket);
      counts.push(1);
    }
  }
  return { buckets, counts };
}

/** The inverse of `highestValueOfBucket`. */
export function bucketOf(us: number): number {
  if (us < 2_048) return us;
  const shift = Math.floor(Math.log2(us)) - 10;
  const index = shift * 1_024 + Math.floor(us / 2 ** shift);
  return us > highestValueOfBucket(index) ? index + 1 : index;
}
