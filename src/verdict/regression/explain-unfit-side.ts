import type { RunSummary, Slice } from '../../metrics/run-summary.ts';
import { formatNumber, formatRatio } from '../../units.ts';
import { listJudgedPhases } from '../list-judged-seconds.ts';
import { listTracks } from './list-tracks.ts';

/** What the comparison reads of the side that it compares with; an ending too, for a burst that broke off is no baseline. */
export type BaselineSide = Pick<RunSummary, 'phases' | 'series' | 'ending'>;

/** An endpoint of which more than this share failed is broken there, and nothing can be slower or faster than it. */
const MOST_FAILED = 0.5;
/** A side that fails so many requests, and has no success, in so many seconds on end was down; fewer may be one slow answer at a low rate. */
const OUTAGE_SECONDS = 5;
const OUTAGE_FAILURES = 10;

/**
 * Why nothing can be compared with this side at all, as the end of a sentence; undefined: it may be. Closed: a dead target answers nothing or fails at once,
 * and against that every change looks like an improvement.
 */
export function explainUnfitSide({ phases, series, ending }: BaselineSide): string | undefined {
  if (ending.state !== 'complete')
    return `its burst was ${ending.state === 'aborted' ? 'aborted' : 'cut short'}: ${withoutStop(ending.reason)}`;
  const judged = listJudgedPhases(phases);
  const silent = judged.flatMap((place) => phases[place] ?? []).find(({ startMs }) => startMs === undefined);
  if (silent) return `its phase ${silent.plan.name} never began`;
  const slices = listTracks({ phases, series }).flatMap((track) => track.slices);
  if (slices.some(({ ok }) => ok > 0)) return explainOutage(slices);
  const attempts = slices.reduce((sum, slice) => sum + slice.failed + slice.censored, 0);
  return attempts === 0 ? 'no request was made to it' : `not one of its ${formatNumber(attempts, 0)} requests succeeded`;
}

/** Closed: what is left of a side that died half-way, or was down for a while, had another load than the other side. Seconds between two turns do not count. */
function explainOutage(slices: readonly Slice[]): string | undefined {
  let seconds = 0;
  let failures = 0;
  for (const [, together] of [...Map.groupBy(slices, ({ second }) => second)].sort(([left], [right]) => left - right)) {
    const isAlive = together.some(({ ok }) => ok > 0);
    seconds = isAlive ? 0 : seconds + 1;
    failures = isAlive ? 0 : together.reduce((sum, { failed, censored }) => sum + failed + censored, failures);
    if (seconds >= OUTAGE_SECONDS && failures >= OUTAGE_FAILURES)
      return `it was down: ${formatNumber(failures, 0)} requests failed in ${OUTAGE_SECONDS} s or more without a success`;
  }
  return undefined;
}

/**
 * Why this endpoint cannot be compared with, as a reason of its rows; undefined: no more than `most` of it failed (0 … 1), and it can. `slices` are those of the
 * baseline in one burst.
 */
export function explainUnfitEndpoint(slices: readonly Slice[], most = MOST_FAILED): string | undefined {
  let failed = 0;
  let attempts = 0;
  for (const slice of slices) {
    failed += slice.failed + slice.censored;
    attempts += slice.ok + slice.failed + slice.censored;
  }
  if (attempts === 0 || failed / attempts <= most) return undefined;
  return `${formatRatio(failed / attempts)} of the baseline's requests failed`;
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
