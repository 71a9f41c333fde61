import type { RegressionRules } from '../../config/regression-rules.ts';
import type { Burst } from './baseline-run.ts';
import { concludeRows } from './conclude-rows.ts';
import type { ComparedRow } from './gauged-row.ts';
import { joinSlices, listTracks, type Track } from './list-tracks.ts';
import { listTolerances } from './list-tolerances.ts';
import { compareErrorRatios, compareQuantiles, type Compared, type SlicePair } from './live-evidence.ts';
import type { RegressionNote, RegressionResult } from './regression-result.ts';

/** Both sides of one look: the same schedule at the same time, so second t of one is second t of the other. */
export interface LiveLook {
  readonly candidate: Burst;
  readonly baseline: Burst;
}

export interface LiveInput {
  /** Exactly two at most: asking again until the answer pleases makes an 11 % test of a 5 % one. */
  readonly looks: readonly [LiveLook] | readonly [LiveLook, LiveLook];
  readonly rules: RegressionRules;
  /** How much two deployments of one commit differ: standard deviation of ln latency; 0.02 unless it was measured. */
  readonly tau: number;
}

/** Compares two deployments that got the same load at the same time. No chance is drawn: the same data always have the same verdict. */
export function compareLive({ looks, rules, tau }: LiveInput): RegressionResult {
  const [firstLook, secondLook] = looks;
  const first = pairTracks(firstLook);
  const second = secondLook && pairTracks(secondLook);
  const rows = [...first.pairs].flatMap(([endpoint, pair]) => {
    const next = second?.pairs.get(endpoint);
    const both = next && { baseline: joinSlices([pair.baseline, next.baseline]), candidate: joinSlices([pair.candidate, next.candidate]) };
    return listRows(endpoint, { first: pair, both }, rules, tau);
  });
  return concludeRows({ rows, rules, notes: first.notes, hasSecondLook: second !== undefined });
}

interface LookPairs {
  readonly first: SlicePair;
  readonly both: SlicePair | undefined;
}

function listRows(endpoint: string, pairs: LookPairs, rules: RegressionRules, tau: number): readonly ComparedRow[] {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  const compareBoth = (compare: (pair: SlicePair) => Compared): Pick<ComparedRow, 'first' | 'both' | 'sharedDegrees'> => ({
    first: compare(pairs.first),
    both: pairs.both && compare(pairs.both),
    sharedDegrees: undefined,
  });
  return [
    ...percentiles.map(({ percentile, tolerance }): ComparedRow => ({
      endpoint,
      metric: { kind: 'percentile', percentile },
      tolerance,
      minChange: rules.minChangeUs,
      ...compareBoth((pair) => compareQuantiles(pair, percentile, tau)),
    })),
    { endpoint, metric: { kind: 'error-ratio' }, tolerance: errorRatio, minChange: 0, ...compareBoth(compareErrorRatios) },
  ];
}

/** Endpoints that both sides have, in the order of the candidate; the others are named. */
function pairTracks(look: LiveLook): { readonly pairs: ReadonlyMap<string, SlicePair>; readonly notes: readonly RegressionNote[] } {
  const candidates = listTracks(look.candidate);
  const baselines = new Map(listTracks(look.baseline).map((track) => [track.name, track]));
  const pairs = new Map(
    candidates.flatMap((track) => {
      const other = baselines.get(track.name);
      return other ? [[track.name, { baseline: other.slices, candidate: track.slices }] as const] : [];
    }),
  );
  return { pairs, notes: noteDifferences(candidates, [...baselines.values()]) };
}

/** Endpoints that only one side has. */
export function noteDifferences(
  candidates: readonly Pick<Track, 'name'>[],
  baselines: readonly Pick<Track, 'name'>[],
): readonly RegressionNote[] {
  const missingFrom = (all: readonly Pick<Track, 'name'>[], others: readonly Pick<Track, 'name'>[]): readonly string[] => {
    const known = new Set(others.map(({ name }) => name));
    return all.map(({ name }) => name).filter((name) => !known.has(name));
  };
  const fresh = missingFrom(candidates, baselines);
  const gone = missingFrom(baselines, candidates);
  return [
    ...(fresh.length > 0 ? [{ kind: 'new-endpoints', names: fresh } as const] : []),
    ...(gone.length > 0 ? [{ kind: 'gone-endpoints', names: gone } as const] : []),
  ];
}
