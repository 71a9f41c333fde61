import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { ShardInfo } from '../../src/metrics/shard-info.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { buildReport } from './build-report.ts';
import { buildRunSummary, everySecond } from './build-run-summary.ts';

export const PLAN_HASH = '0123456789abcdef'.repeat(4);
export const START_AT = '2026-03-01T12:00:00.000Z';

/** The `index`-th (from 0) of `count` shards, with changes. */
export function buildShardInfo(index: number, count: number, changes: Partial<ShardInfo> = {}): ShardInfo {
  const clock = { offsetMs: 4 * index, withinMs: 5 };
  return { index, count, planHash: PLAN_HASH, startAt: START_AT, attempt: '', workers: 1, clock, ...changes };
}

/** What one of them has measured: ten seconds with 20 requests each, 5 ms and some more for each shard. */
export function buildShardRun(index: number, count: number, changes: Partial<ShardInfo> = {}, more: Partial<RunSummary> = {}): RunSummary {
  const okMs = Array.from({ length: 20 }, (_, nth) => 5 + index + nth / 10);
  return buildRunSummary({
    series: [{ name: 'GET /health', seconds: everySecond(10, { okMs }) }],
    with: { startedAt: START_AT, shards: [buildShardInfo(index, count, changes)], ...more },
  });
}

/** All of them. */
export function buildShardRuns(count: number): readonly RunSummary[] {
  return Array.from({ length: count }, (_, index) => buildShardRun(index, count));
}

/** As its results.json. */
export function renderShard(run: RunSummary): string {
  return renderResults(buildReport({ run, verdict: { state: 'inconclusive' } }));
}
