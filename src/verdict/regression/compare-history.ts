import type { RegressionRules } from '../../config/regression-rules.ts';
import { admitRuns, type Admission } from './admit-runs.ts';
import type { Fingerprint } from '../../metrics/build-fingerprint.ts';
import type { BaselineRun, Burst } from './baseline-run.ts';
import { noteDifferences } from './compare-live.ts';
import { concludeRows } from './conclude-rows.ts';
import { nameRow, type ComparedRow } from './gauged-row.ts';
import { compareWithJobs, followRow, listCreep, type FollowedRow, type RowKey, type StoredJob } from './history-row.ts';
import { listTolerances } from './list-tolerances.ts';
import { measureBurst, type BurstValue } from './measure-burst.ts';
import type { ComparedMetric, NotJudged, RegressionNote, RegressionResult } from './regression-result.ts';

export interface HistoryInput {
  /** The bursts of look 1, and those of look 2 when it was made; all of one job. */
  readonly looks: readonly [readonly Burst[]] | readonly [readonly Burst[], readonly Burst[]];
  /** All that is stored, in any order; what counts is decided here. */
  readonly history: readonly BaselineRun[];
  readonly fingerprint: Fingerprint;
  readonly rules: RegressionRules;
}

/** Compares a job with the stored ones of the default branch that count. */
export function compareHistory({ looks, history, fingerprint, rules }: HistoryInput): RegressionResult {
  const admission = admitRuns(history, fingerprint);
  const leftOut: readonly RegressionNote[] =
    admission.leftOut.length > 0 ? [{ kind: 'left-out', runs: admission.leftOut.map(({ run, reason }) => ({ id: run.id, reason })) }] : [];
  if (admission.admitted.length === 0) return { state: 'not-judged', why: explainNone(admission), rows: [], notes: leftOut };
  const percentilesOf = (endpoint: string) => listTolerances(rules, endpoint).percentiles;
  const jobs = admission.eligible.map((run): StoredJob => ({ run, bursts: run.bursts.map((burst) => measureBurst(burst, percentilesOf)) }));
  const inWindow = jobs.slice(-admission.admitted.length);
  const [first, second] = looks;
  const firstBursts = first.map((burst) => measureBurst(burst, percentilesOf));
  const secondBursts = second?.map((burst) => measureBurst(burst, percentilesOf));
  const keys = listKeys(firstBursts, rules);
  const followed = keys.map((key) => ({ key, level: followRow(inWindow, key) }));
  const rows = followed.flatMap(({ key, level }): readonly ComparedRow[] => {
    if (level.members.length === 0) return [];
    const { endpoint, metric, tolerance, minChange } = key;
    const one = compareWithJobs(key, level.members, firstBursts);
    const both = secondBursts && compareWithJobs(key, level.members, [...firstBursts, ...secondBursts]);
    return [{ endpoint, metric, tolerance, minChange, first: one.compared, both: both?.compared, sharedDegrees: one.degrees }];
  });
  const latest = jobs.at(-1)?.bursts.flat() ?? [];
  const notes = [
    ...noteDifferences(nameEndpoints(firstBursts.flat()), nameEndpoints([...latest, ...rows.map(({ endpoint }) => ({ endpoint }))])),
    ...followed.flatMap(({ key, level }) => level.notes.map((note): RegressionNote => ({ ...note, name: key.name }))),
    ...listOutliers(followed),
    ...listCreep(jobs, keys),
    ...leftOut,
  ];
  return concludeRows({ rows, rules, notes, hasSecondLook: second !== undefined });
}

function listOutliers(followed: readonly { readonly key: RowKey; readonly level: FollowedRow }[]): readonly RegressionNote[] {
  const all = followed.flatMap(({ key, level }) => level.outliers.map(({ run, change }) => ({ run, name: key.name, change })));
  const runs = [...Map.groupBy(all, ({ run }) => run.startedAt + run.id).entries()]
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .flatMap(([, [first, ...more]]) => (first ? [{ id: first.run.id, name: first.name, change: first.change, more: more.length }] : []));
  return runs.length > 0 ? [{ kind: 'outliers', runs }] : [];
}

function explainNone({ leftOut }: Admission): NotJudged {
  if (leftOut.length === 0) return { reason: 'no-baseline' };
  const differences = leftOut.map(({ reason }) => reason).filter((reason) => reason.startsWith(NOT_COMPARABLE));
  if (differences.length < leftOut.length) return { reason: 'none-admitted', stored: leftOut.length };
  return { reason: 'not-comparable', differences: [...new Set(differences.map((reason) => reason.slice(NOT_COMPARABLE.length)))] };
}

const NOT_COMPARABLE = 'not comparable: ';

/** Every metric that a burst of the candidate has, once. */
function listKeys(bursts: readonly (readonly BurstValue[])[], rules: RegressionRules): readonly RowKey[] {
  const keys = new Map<string, RowKey>();
  for (const { endpoint, metric } of bursts.flat()) {
    const name = nameRow({ endpoint, metric });
    keys.set(name, { name, endpoint, metric, ...limitsOf(endpoint, metric, rules) });
  }
  return [...keys.values()];
}

function limitsOf(endpoint: string, metric: ComparedMetric, rules: RegressionRules): Pick<RowKey, 'tolerance' | 'minChange'> {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  switch (metric.kind) {
    case 'percentile':
      return {
        tolerance: percentiles.find(({ percentile }) => percentile === metric.percentile)?.tolerance ?? 0,
        minChange: rules.minChangeUs,
      };
    case 'error-ratio':
      return { tolerance: errorRatio, minChange: 0 };
    case 'throughput':
      return { tolerance: rules.throughput, minChange: 0 };
  }
}

function nameEndpoints(values: readonly { readonly endpoint: string }[]): readonly { readonly name: string }[] {
  return [...new Set(values.map(({ endpoint }) => endpoint))].filter((name) => name !== 'total').map((name) => ({ name }));
}
