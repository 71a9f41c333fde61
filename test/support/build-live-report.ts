import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { Report } from '../../src/report/report.ts';
import { buildBurst, type EndpointInput } from '../verdict/regression/build-burst.ts';
import { buildReport } from './build-report.ts';

/** A live comparison of bursts of 60 s each. */
export interface LiveInput {
  readonly candidate: readonly EndpointInput[];
  readonly baseline: readonly EndpointInput[];
  /** Bursts beyond the first. */
  readonly further?: number;
  readonly seed?: number;
  /** Of all runs. */
  readonly with?: Partial<RunSummary>;
}

/** Its report, stored as the gate stores it: without what it came to. */
export function buildLiveRuns({ candidate, baseline, further = 0, seed = 1, with: parts = {} }: LiveInput): Report {
  const burst = (endpoints: readonly EndpointInput[], number: number): RunSummary => ({
    ...buildBurst(endpoints, { seed: 1_000 * seed + number }),
    startedAt: new Date(Date.UTC(2026, 2, 1) + seed * 3_600_000).toISOString(),
    ...parts,
  });
  const numbers = Array.from({ length: further + 1 }, (_, index) => 2 * index);
  const [run, ...more] = numbers.map((number) => burst(candidate, number)) as [RunSummary, ...RunSummary[]];
  const runs = numbers.map((number) => burst(baseline, number + 1));
  const report = buildReport({ run });
  return { ...report, ...(more.length > 0 && { further: more }), live: { where: 'https://old.example', interleave: 'simultaneous', runs } };
}
