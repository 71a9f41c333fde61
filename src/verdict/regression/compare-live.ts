import type { RegressionRules } from '../../config/regression-rules.ts';
import { alignTurns } from './align-turns.ts';
import type { Burst } from './baseline-run.ts';
import { concludeRows } from './conclude-rows.ts';
import { explainUnfitEndpoint, explainUnfitSide, type BaselineSide } from './explain-unfit-side.ts';
import type { ComparedRow } from './gauged-row.ts';
import { listTracks, type Track } from './list-tracks.ts';
import { listTolerances } from './list-tolerances.ts';
import { compareErrorRatios, compareQuantiles, joinPairs, type Compared, type SlicePair } from './live-evidence.ts';
import type { RegressionNote, RegressionResult } from './regression-result.ts';

/** Both sides of one burst: the same schedule at the same time, so second t of one is second t of the other. */
export interface LiveLook {
  readonly candidate: Burst;
  readonly baseline: BaselineSide;
}

export interface LiveInput {
  readonly first: LiveLook;
  /**
   * All bursts of the second look; empty: it was not made. Exactly two looks: asking again until the answer pleases makes an 11 % test of a 5 % one.
   */
  readonly second: readonly LiveLook[];
  readonly rules: RegressionRules;
}

/**
 * Compares two deployments that got the same load at the same time. No chance is drawn: the same data always have the same verdict. Closed: a baseline that did
 * not answer soundly is no baseline, in either look.
 */
export function compareLive({ first, second, rules }: LiveInput): RegressionResult {
  const failed = [first, ...second].map(({ baseline }) => explainUnfitSide(baseline)).find((why) => why !== undefined);
  if (failed !== undefined) return { state: 'not-judged', why: { reason: 'baseline-failed', why: failed }, rows: [], notes: [] };
  const look = pairTracks(first);
  const others = second.map((one) => pairTracks(one).pairs);
  const rows = [...look.pairs].flatMap(([endpoint, pair]) =>
    listRows(endpoint, { first: pair, both: joinLooks(endpoint, pair, others) }, rules),
  );
  const result = concludeRows({ rows, rules, notes: look.notes, hasSecondLook: second.length > 0 });
  if (result.state !== 'not-judged') return result;
  const why = explainNoneFit(first.candidate, look.pairs);
  return why === undefined ? result : { ...result, why: { reason: 'baseline-failed', why } };
}

interface LookPairs {
  readonly first: FitPair;
  readonly both: FitPair | undefined;
}

/** The seconds of both sides of an endpoint. */
interface FitPair extends SlicePair {
  /** Why the baseline's cannot be compared with; undefined: they can. */
  readonly unfit: string | undefined;
}

/** All looks as one; undefined where one of them did not measure the endpoint on both sides. */
function joinLooks(endpoint: string, first: FitPair, others: readonly ReadonlyMap<string, FitPair>[]): FitPair | undefined {
  const more = others.flatMap((pairs) => pairs.get(endpoint) ?? []);
  if (more.length === 0 || more.length < others.length) return undefined;
  const all = [first, ...more];
  return { ...joinPairs(all), unfit: all.map(({ unfit }) => unfit).find((why) => why !== undefined) };
}

function listRows(endpoint: string, pairs: LookPairs, rules: RegressionRules): readonly ComparedRow[] {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  const compareBoth = (compare: (pair: SlicePair) => Compared): Pick<ComparedRow, 'first' | 'both' | 'sharedDegrees'> => ({
    first: compareFit(pairs.first, compare),
    both: pairs.both && compareFit(pairs.both, compare),
    sharedDegrees: undefined,
  });
  return [
    ...percentiles.map(({ percentile, tolerance }): ComparedRow => ({
      endpoint,
      metric: { kind: 'percentile', percentile },
      tolerance,
      minChange: rules.minChangeUs,
      ...compareBoth((pair) => compareQuantiles(pair, percentile, rules.deploymentNoise)),
    })),
    { endpoint, metric: { kind: 'error-ratio' }, tolerance: errorRatio, minChange: 0, ...compareBoth(compareErrorRatios) },
  ];
}

function compareFit(pair: FitPair, compare: (pair: SlicePair) => Compared): Compared {
  const compared = compare(pair);
  return pair.unfit === undefined ? compared : { state: 'not-eligible', reason: pair.unfit, samples: compared.samples };
}

/** The default percentile, p95, falls among lost requests beyond it. */
const SOME_FAILED = 0.05;

/** Nothing could be judged: is it the baseline's doing? As the end of a sentence; undefined: it is not. */
function explainNoneFit(candidate: Burst, pairs: ReadonlyMap<string, FitPair>): string | undefined {
  if (pairs.size === 0) return listTracks(candidate).length === 0 ? undefined : 'no endpoint was reached on both sides';
  const [first] = [...pairs].flatMap(([endpoint, pair]) => {
    const why = pair.unfit ?? explainWorse(pair);
    return why === undefined ? [] : [`${endpoint}: ${why}`];
  });
  return first;
}

/** Closed: a baseline that lost its samples to failures, where the candidate did not, is not a run that was too short. */
function explainWorse({ candidate, baseline }: SlicePair): string | undefined {
  return explainUnfitEndpoint(candidate, SOME_FAILED) === undefined ? explainUnfitEndpoint(baseline, SOME_FAILED) : undefined;
}

/** Endpoints that both sides have, in the order of the candidate; the others are named. */
function pairTracks(look: LiveLook): { readonly pairs: ReadonlyMap<string, FitPair>; readonly notes: readonly RegressionNote[] } {
  const candidates = listTracks(look.candidate);
  const align = alignTurns(look.candidate, look.baseline);
  const baselines = new Map(listTracks(look.baseline).map((track) => [track.name, track]));
  const pairs = new Map(
    candidates.flatMap((track): readonly (readonly [string, FitPair])[] => {
      const other = baselines.get(track.name);
      if (!other) return [];
      const [own, others] = align ? [align.candidate(track.slices), align.baseline(other.slices)] : [track.slices, other.slices];
      return [[track.name, { baseline: others, candidate: own, unfit: explainUnfitEndpoint(others) }]];
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
