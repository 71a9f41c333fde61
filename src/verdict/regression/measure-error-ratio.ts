import type { Slice } from '../../metrics/run-summary.ts';

/** Failed, timed out, cut and dropped ÷ attempts of one side. */
export interface RatioMeasure {
  readonly ratio: number;
  /** One for each slice: what it adds to `ratio`, as a deviation; their sum is 0. */
  readonly parts: Float64Array;
  readonly attempts: number;
  readonly bad: number;
}

/** Undefined when nothing was attempted. Second t moves the ratio r by (bad_t − r·attempts_t) ÷ attempts. */
export function measureErrorRatio(slices: readonly Slice[]): RatioMeasure | undefined {
  let bad = 0;
  let attempts = 0;
  for (const { ok, failed, censored } of slices) {
    bad += failed + censored;
    attempts += ok + failed + censored;
  }
  if (attempts === 0) return undefined;
  const ratio = bad / attempts;
  const parts = Float64Array.from(slices, ({ ok, failed, censored }) => (failed + censored - ratio * (ok + failed + censored)) / attempts);
  return { ratio, parts, attempts, bad };
}
