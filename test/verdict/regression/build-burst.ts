import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { buildRunSummary, everySecond, type SecondInput } from '../../support/build-run-summary.ts';
import { fastRandom } from '../../sim/fast-random.ts';

/** One endpoint of a burst for tests. */
export interface EndpointInput {
  readonly name?: string;
  /** Median, ms. */
  readonly ms: number;
  readonly perSecond?: number;
  readonly failedPerSecond?: number;
  readonly timedOutPerSecond?: number;
}

/** A burst of log-normal latencies (sd 0.3) in an open phase; the same for the same seed. */
export function buildBurst(
  endpoints: readonly EndpointInput[],
  {
    seconds = 60,
    seed = 1,
    model = 'open',
  }: { readonly seconds?: number; readonly seed?: number; readonly model?: 'open' | 'closed' } = {},
): RunSummary {
  const random = fastRandom(seed);
  return buildRunSummary({
    phases: [{ name: 'steady', seconds, model }],
    series: endpoints.map(({ name = 'GET /items', ms, perSecond = 50, failedPerSecond = 0, timedOutPerSecond = 0 }) => ({
      name,
      seconds: everySecond(seconds, (): SecondInput => ({
        okMs: Array.from({ length: perSecond }, () => ms * Math.exp(0.3 * random.normal())),
        failed: failedPerSecond,
        timedOut: timedOutPerSecond,
      })),
    })),
  });
}
