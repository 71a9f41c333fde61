import type { Acceptance, History, RunOrigin, StoredRun } from '../../src/baseline/baseline-store.ts';
import { buildHistory } from '../../src/command-history.ts';
import { buildFingerprint } from '../../src/metrics/build-fingerprint.ts';
import type { RunHistory } from '../../src/report/run-history.ts';
import { buildShopOf, type ViewedInput } from './build-viewed-runs.ts';

const DAY_MS = 86_400_000;

/** One stored run of the shop; `seed` is its place unless told. */
export interface HistoryInput extends ViewedInput {
  readonly origin?: Partial<RunOrigin>;
  readonly acceptance?: Acceptance;
  readonly further?: number;
}

/** Stored runs of successive days, in the order of time, without a store; ids are as stores make them. */
export function buildStoredRuns(inputs: readonly HistoryInput[]): readonly StoredRun[] {
  return inputs.map((input, place): StoredRun => {
    const { seed = place + 1, origin, acceptance, further = 0 } = input;
    const startedAt = new Date(Date.UTC(2026, 1, 3, 12, 7 * (place % 5)) + place * DAY_MS).toISOString();
    const burst = (number: number): StoredRun['report'] => {
      const report = buildShopOf({ seconds: 60, ...input, seed: seed + 1_000 * number });
      return { ...report, run: { ...report.run, startedAt } };
    };
    const report = burst(0);
    const bursts = Array.from({ length: further }, (_, number) => burst(number + 1).run);
    return {
      id: `${startedAt.replace(/[-:.]/g, '')}-${String(place).padStart(8, '0')}`,
      fileName: `${place}.json`,
      bytes: 1,
      origin: {
        key: 'default',
        fingerprint: buildFingerprint(report.run),
        commit: place.toString(16).padStart(40, 'c'),
        branch: 'main',
        event: 'push',
        accepted: report.verdict.state !== 'regression',
        ...origin,
      },
      judged: report.verdict.state,
      acceptance,
      report: bursts.length > 0 ? { ...report, further: bursts } : report,
    };
  });
}

/** What the page of these runs draws. */
export function buildFoundHistory(runs: readonly StoredRun[], rest: Partial<Extract<History, { state: 'found' }>> = {}): RunHistory {
  return buildHistory(
    { state: 'found', runs, setAside: [], unread: 0, ...rest },
    { where: 'file:history (key default)', key: 'default', env: {} },
  );
}

/** A history in which everything has happened: outliers, slower runs, one of which was accepted, runs of a pull request, one that was not valid, and a step to a better level. */
export const EVENTFUL: readonly HistoryInput[] = Array.from({ length: 30 }, (_, place): HistoryInput => {
  switch (place) {
    case 9:
      return { factor: 2.2 };
    case 12:
      return { origin: { event: 'pull_request', branch: 'feature/search' }, factor: 1.1 };
    case 15:
      return { factor: 1.6, state: 'regression' };
    case 16:
      return {
        factor: 1.55,
        state: 'regression',
        acceptance: { by: 'ada', at: '2026-02-20T09:00:00.000Z', why: 'the search looks at twice as much' },
      };
    case 21:
      return { factor: 1.5, state: 'inconclusive' };
    case 29:
      return { factor: 1.9, state: 'regression', failing: true };
    default:
      return {
        factor: place < 16 ? 1 : 1.5,
        state: place % 11 === 3 ? 'breach' : 'pass',
        failing: place % 11 === 3,
        without: place < 4 ? [5] : [],
      };
  }
});
