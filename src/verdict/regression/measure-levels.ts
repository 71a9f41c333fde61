import type { Fingerprint } from '../../metrics/build-fingerprint.ts';
import { admitRuns } from './admit-runs.ts';
import type { BaselineRun } from './baseline-run.ts';
import { meanOf } from './estimate-components.ts';
import { measureFence } from './follow-level.ts';
import { fromEvidence, nameRow } from './gauged-row.ts';
import { followRow, leastMadOf, type JobPoint, type RowKey } from './history-row.ts';
import { measureBurst } from './measure-burst.ts';

/** The present level of one percentile of one endpoint, as a comparison sees it; for those who draw it. */
export interface MeasuredLevel {
  /** Of the runs that make it. */
  readonly members: ReadonlySet<string>;
  /** Runs of the window that are too far from them to count here, by id: the relative change from their median. */
  readonly outliers: ReadonlyMap<string, number>;
  /** The mean of the members, as shown, µs. */
  readonly us: number;
  /** A run beyond would be an outlier, µs; undefined: there are too few runs to tell. */
  readonly fence: { readonly lowUs: number; readonly highUs: number } | undefined;
}

export interface LevelsInput {
  /** All that is stored, in any order. */
  readonly history: readonly BaselineRun[];
  /** Of the run that would be compared. */
  readonly fingerprint: Fingerprint;
  /** Above 0, below 100. */
  readonly percentiles: readonly number[];
}

/** The levels that a comparison would start from, by the name of the row (`GET /items p95`). A row that no run has measured has none. */
export function measureLevels({ history, fingerprint, percentiles }: LevelsInput): ReadonlyMap<string, MeasuredLevel> {
  const wanted = percentiles.map((percentile) => ({ percentile, tolerance: 0 }));
  const jobs = admitRuns(history, fingerprint).admitted.map((run) => ({
    run,
    bursts: run.bursts.map((burst) => measureBurst(burst, () => wanted)),
  }));
  const endpoints = new Set(jobs.flatMap(({ bursts }) => bursts.flat().map(({ endpoint }) => endpoint)));
  const levels = new Map<string, MeasuredLevel>();
  for (const endpoint of endpoints) {
    for (const { percentile } of wanted) {
      const metric = { kind: 'percentile', percentile } as const;
      const key: RowKey = { name: nameRow({ endpoint, metric }), endpoint, metric, tolerance: 0, minChange: 0 };
      const { members, outliers } = followRow(jobs, key);
      if (members.length === 0) continue;
      levels.set(key.name, {
        members: new Set(members.map(({ id }) => id)),
        outliers: new Map(outliers.map(({ run, change }) => [run.id, change])),
        ...showLevel(members, key),
      });
    }
  }
  return levels;
}

/** The comparison works with smoothed percentiles; what it finds is put around the mean of those that are shown, as its own rows are. */
function showLevel(members: readonly JobPoint[], { metric }: RowKey): Pick<MeasuredLevel, 'us' | 'fence'> {
  const shown = members.map(({ bursts }) => meanOf(bursts.map((burst) => Math.log(Math.max(1e-9, burst.shown)))));
  const us = Math.exp(meanOf(shown));
  const fence = measureFence(members, leastMadOf(metric));
  return {
    us,
    fence:
      fence === undefined ? undefined : { lowUs: us * (1 + fromEvidence(metric, -fence)), highUs: us * (1 + fromEvidence(metric, fence)) },
  };
}
