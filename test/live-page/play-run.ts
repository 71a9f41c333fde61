import { mergeDistributions, percentileUs, EMPTY_DISTRIBUTION, type Distribution } from '../../src/metrics/distribution.ts';
import type { LiveSecond } from '../../src/metrics/live-second.ts';
import type { LiveCheck, LiveRow, LiveSnapshot } from '../../src/metrics/live-snapshot.ts';
import type { FailureSummary, RunSummary, SeriesPhase, Slice } from '../../src/metrics/run-summary.ts';
import type { LiveBurst, ToPage } from '../../src/terminal/web/live-messages.ts';

export interface PlayInput {
  readonly number?: number;
  /** Promises after a second. */
  readonly checks?: (second: number) => readonly LiveCheck[];
  /** Users at the end of a second; 10 unless told. */
  readonly users?: (second: number) => number;
}

/** What a server would have told of a run that is known: how it began, and each of its seconds. */
export function playRun(run: RunSummary, input: PlayInput = {}): readonly ToPage[] {
  return [{ kind: 'begin', burst: describeBurst(run, input.number ?? 1) }, ...playSeconds(run, input)];
}

function describeBurst({ scenario, target, seed, startedAt, phases, series }: RunSummary, number: number): LiveBurst {
  return {
    number,
    name: scenario.name,
    target,
    profile: scenario.profile,
    seed,
    startedAt,
    maxUsers: 100,
    phases: phases.flatMap(({ plan }) => (plan.model === 'foreign' ? [] : [plan])),
    series: series.map(({ name, kind, method, tags, selected }) => ({ name, kind, method, tags, selected })),
  };
}

function playSeconds(run: RunSummary, { checks, users = () => 10 }: PlayInput): readonly ToPage[] {
  const count = Math.max(
    run.durationMs / 1_000,
    ...run.series.flatMap(({ perPhase }) => perPhase.map(({ slices }) => (slices.at(-1)?.second ?? -1) + 1)),
  );
  const parts = run.series.flatMap(({ perPhase }, series) =>
    perPhase.map((part, phase) => ({ series, phase, part, failures: new FailurePlayer(part) })),
  );
  const rows = run.series.map(({ name }) => new RowPlayer(name));
  let starts = 0;
  let dropped = 0;
  return Array.from({ length: count }, (_, second): ToPage => {
    const slices = parts.flatMap(({ series, phase, part }) =>
      part.slices.filter((slice) => slice.second === second).map((slice) => ({ series, phase, slice })),
    );
    const failures = parts.flatMap(({ series, phase, failures: player }) =>
      player.play(second).map((failure) => ({ series, phase, failure })),
    );
    for (const [index, row] of rows.entries()) row.add(slices.filter(({ series }) => series === index).map(({ slice }) => slice));
    const due = slices.reduce((sum, { slice }) => sum + slice.ok + slice.failed + slice.censored, 0);
    starts += due;
    const droppedNow = failures.reduce((sum, { failure }) => sum + (failure.class === 'dropped' ? failure.count : 0), 0);
    const began = due - (droppedNow > 0 ? droppedNow - dropped : 0);
    dropped = Math.max(dropped, droppedNow);
    const phase = run.phases.findIndex(({ endMs }) => endMs !== undefined && (second + 1) * 1_000 < endMs);
    const place = phase < 0 ? run.phases.length : phase;
    const told: LiveSecond = { second, phase: place, users: users(second), starts: due, began, slices, failures };
    const sockets = openAt(run, second);
    const snapshot: LiveSnapshot = {
      elapsedMs: (second + 1) * 1_000,
      plannedMs: run.durationMs,
      phase: run.phases[place]?.plan.name ?? 'draining',
      users: users(second),
      ...(sockets > 0 && { openSockets: sockets }),
      starts,
      plannedStarts: undefined,
      rows: rows.flatMap((row, index) => (run.series[index]?.selected === true ? [row.tell()] : [])),
      total: addRows(rows),
      ...(checks && { checks: checks(second) }),
    };
    return { kind: 'second', second: told, snapshot };
  });
}

function openAt({ series }: RunSummary, second: number): number {
  const open = series.map(({ kind, perPhase }) =>
    kind === 'ws' ? (perPhase.flatMap(({ socket }) => socket?.seconds ?? []).findLast((each) => each.second === second)?.open ?? 0) : 0,
  );
  return open.reduce((sum, count) => sum + count, 0);
}

const LOST = ['timeout', 'cut', 'dropped'];

/** Deals the failures of a part out over the seconds in which something failed, so that all of them have come by its last. */
class FailurePlayer {
  readonly #part: SeriesPhase;
  readonly #left: Map<FailureSummary, number>;

  constructor(part: SeriesPhase) {
    this.#part = part;
    this.#left = new Map(part.failures.map((failure) => [failure, failure.count]));
  }

  play(second: number): readonly FailureSummary[] {
    const slice = this.#part.slices.find((each) => each.second === second);
    if (!slice) return [];
    const isLast = slice === this.#part.slices.at(-1);
    const lost = this.#take((failure) => LOST.includes(failure.class), isLast ? Number.POSITIVE_INFINITY : slice.censored);
    const ended = this.#take((failure) => !LOST.includes(failure.class), isLast ? Number.POSITIVE_INFINITY : slice.failed);
    return [...lost, ...ended];
  }

  #take(isMeant: (failure: FailureSummary) => boolean, count: number): readonly FailureSummary[] {
    let wanted = count;
    return [...this.#left].flatMap(([failure, left]) => {
      const taken = isMeant(failure) ? Math.min(left, wanted) : 0;
      if (taken === 0) return [];
      wanted -= taken;
      this.#left.set(failure, left - taken);
      return [{ ...failure, count: failure.count - left + taken }];
    });
  }
}

/** One endpoint as the terminal has it. */
class RowPlayer {
  readonly #name: string;
  #ok = 0;
  #failures = 0;
  #rate = 0;
  latency: Distribution = EMPTY_DISTRIBUTION;

  constructor(name: string) {
    this.#name = name;
  }

  add(slices: readonly Slice[]): void {
    const sum = (of: (slice: Slice) => number): number => slices.reduce((total, slice) => total + of(slice), 0);
    const [ok, failures] = [sum((slice) => slice.ok), sum(({ failed, censored }) => failed + censored)];
    this.#ok += ok;
    this.#failures += failures;
    this.#rate = ok + failures;
    this.latency = mergeDistributions([this.latency, ...slices.map(({ latency }) => latency)]);
  }

  tell(): LiveRow {
    const at = (percentile: number): number | undefined => percentileUs(this.latency, percentile);
    const counts = { requests: this.#ok + this.#failures, failures: this.#failures, ratePerSec: this.#rate };
    return { name: this.#name, ...counts, p50Us: at(50), p95Us: at(95), p99Us: at(99) };
  }
}

function addRows(rows: readonly RowPlayer[]): LiveRow {
  const told = rows.map((row) => row.tell());
  const sum = (of: (row: LiveRow) => number): number => told.reduce((total, row) => total + of(row), 0);
  const latency = mergeDistributions(rows.map((row) => row.latency));
  const at = (percentile: number): number | undefined => percentileUs(latency, percentile);
  const counts = {
    requests: sum(({ requests }) => requests),
    failures: sum(({ failures }) => failures),
    ratePerSec: sum(({ ratePerSec }) => ratePerSec),
  };
  return { name: 'total', ...counts, p50Us: at(50), p95Us: at(95), p99Us: at(99) };
}
