import { createHash } from 'node:crypto';
import type { RunSummary } from './metrics/run-summary.ts';

/** The seed of the bootstrap, from the data: the same data always give the same intervals. */
export function dataSeed(run: RunSummary): number {
  const slices = run.series.map((series) => [series.name, series.perPhase.map((phase) => phase.slices)]);
  return createHash('sha256').update(JSON.stringify(slices)).digest().readUInt32BE(0);
}
