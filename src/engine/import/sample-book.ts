import { addFailure, emptyCell, type Cell, type Failure } from '../../metrics/cell.ts';
import type { CellDelta, SocketDelta } from '../../metrics/delta.ts';
import type { SeriesPhase, SeriesSummary, TimelineSecond } from '../../metrics/run-summary.ts';
import { SeriesTotals } from '../../metrics/series-totals.ts';
import { Timeline } from '../../metrics/timeline.ts';
import { EMPTY_DISTRIBUTION, mergeDistributions } from '../../metrics/distribution.ts';
import { zeroMessages } from '../../metrics/counts.ts';
import { buildSeries } from './build-series.ts';
import { nameAll, type RequestName } from './name-requests.ts';
import { Tally } from './tally.ts';

/** A request that has ended. */
export interface ForeignSample {
  /** Since the epoch. */
  readonly endMs: number;
  /** 0 … 1 hour. */
  readonly us: number;
  readonly outcome: 'ok' | 'failed' | 'timed-out';
  /** 0: no answer. */
  readonly status: number;
  readonly failure: Failure | undefined;
}

/** One series while it is read. */
interface Entry {
  readonly name: RequestName;
  readonly totals: SeriesTotals;
  readonly open: Map<number, OpenSecond>;
}

interface OpenSecond {
  readonly cell: Cell;
  readonly latency: Tally;
  readonly failed: Tally;
  readonly lost: Tally;
  readonly session: Tally;
  messages: { messagesIn: number; messagesOut: number } | undefined;
}

/** More different requests than a report can show, most likely with numbers in their addresses: the reader has to refuse them. */
export const MOST_SERIES = 1_000;
/** Lines may be out of order by so much without costing more; what comes later is right all the same. */
const LATE_SECONDS = 5;

/** Collects single requests, second by second. What it holds grows with the seconds and endpoints of a file, not with its lines. */
export class SampleBook {
  readonly #entries = new Map<string, Entry>();
  readonly #timeline = new Timeline([{ warmup: false }]);
  readonly #users = new Map<number, number>();
  #newest = 0;
  #firstMs = Number.POSITIVE_INFINITY;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** How many series there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** Whether a series has begun. */
  has({ key }: RequestName): boolean {
    return this.#entries.has(key);
  }

  /** Since the epoch; infinite where nothing was recorded. */
  get firstMs(): number {
    return this.#firstMs;
  }

  get lastMs(): number {
    return this.#lastMs;
  }

  /** A request. */
  record(name: RequestName, sample: ForeignSample): void {
    const { endMs, us, outcome, status, failure } = sample;
    const second = this.#second(name, endMs);
    const { cell } = second;
    cell.counts.started++;
    if (outcome === 'ok') {
      cell.counts.ok++;
      cell.counts.okBeforeEnd++;
      second.latency.add(us);
    } else if (outcome === 'failed') {
      cell.counts.failed++;
      second.failed.add(us);
    } else {
      cell.counts.timedOut++;
      second.lost.add(us);
    }
    if (status > 0) cell.status[status] = (cell.status[status] ?? 0) + 1;
    if (failure) addFailure(cell, failure, endMs * 1_000);
    this.#firstMs = Math.min(this.#firstMs, endMs - us / 1_000);
    this.#lastMs = Math.max(this.#lastMs, endMs);
  }

  /** A WebSocket was open for so long. */
  recordSession(name: RequestName, endMs: number, us: number): void {
    this.#second(name, endMs).session.add(us);
  }

  /** Messages over a WebSocket. */
  countMessages(name: RequestName, atMs: number, counts: { readonly messagesIn: number; readonly messagesOut: number }): void {
    const second = this.#second(name, atMs);
    second.messages ??= { messagesIn: 0, messagesOut: 0 };
    second.messages.messagesIn += counts.messagesIn;
    second.messages.messagesOut += counts.messagesOut;
  }

  /** How often each request was made, by its name. */
  *countNames(): Generator<readonly [string, number]> {
    for (const { name, totals, open } of this.#entries.values()) {
      yield [name.name, [...open.values()].reduce((sum, { cell }) => sum + cell.counts.started, totals.counts.started)];
    }
  }

  /** Users that were there at a time since the epoch; of a second, the last that was said. */
  setUsers(atMs: number, users: number): void {
    this.#users.set(Math.floor(atMs / 1_000), users);
  }

  /** Most users at once; 0: nobody said. */
  peakUsers(): number {
    return [...this.#users.values()].reduce((most, users) => Math.max(most, users), 0);
  }

  /** All series, named, with seconds counted from `startedAtMs`, a whole second. */
  summarize(startedAtMs: number, origin: string | undefined): SampleSummary {
    for (const entry of this.#entries.values()) for (const [second, open] of entry.open) this.#close(entry, second, open);
    const base = startedAtMs / 1_000;
    const names = nameAll(
      [...this.#entries.values()].map(({ name }) => name),
      origin,
    );
    for (const [second, users] of this.#users) this.#timeline.add({ ...NO_DELTA, second, users });
    const series = [...this.#entries.values()].map(({ name, totals }) =>
      buildSeries({ ...name, name: names.get(name.key) ?? name.name }, shift(totals.summarize(), base)),
    );
    const timeline = this.#timeline.summarize().filter(({ second }) => second >= base);
    return {
      series: series.sort((left, right) => (left.name < right.name ? -1 : 1)),
      timeline: timeline.map((second) => ({ ...second, second: second.second - base })),
    };
  }

  #second(name: RequestName, atMs: number): OpenSecond {
    const entry = this.#entry(name);
    const second = Math.floor(atMs / 1_000);
    if (second > this.#newest) {
      this.#newest = second;
      this.#closeBefore(second - LATE_SECONDS);
    }
    let open = entry.open.get(second);
    if (!open) entry.open.set(second, (open = openSecond()));
    return open;
  }

  #entry(name: RequestName): Entry {
    const known = this.#entries.get(name.key);
    if (known) return known;
    const entry = { name, totals: new SeriesTotals(name.kind), open: new Map<number, OpenSecond>() };
    this.#entries.set(name.key, entry);
    return entry;
  }

  #closeBefore(limit: number): void {
    for (const entry of this.#entries.values()) {
      for (const [second, open] of entry.open) if (second < limit) this.#close(entry, second, open);
    }
  }

  #close(entry: Entry, second: number, { cell, latency, failed, lost, session, messages }: OpenSecond): void {
    entry.open.delete(second);
    const [answered, refused, given] = [latency.toDistribution(), failed.toDistribution(), lost.toDistribution()];
    const delta: CellDelta = {
      phase: 0,
      series: 0,
      counts: cell.counts,
      status: cell.status,
      failures: [...cell.failures.values()],
      spans: {
        ...(answered.count > 0 && { latency: answered, service: answered }),
        ...(refused.count > 0 && { failedLatency: refused }),
        ...(refused.count + given.count > 0 && { failedService: mergeDistributions([refused, given]) }),
        ...(session.count > 0 && { session: session.toDistribution() }),
      },
      bytesSent: 0,
      bytesReceived: 0,
      socket: messages && describeMessages(messages),
    };
    entry.totals.add(second, delta);
    this.#timeline.add({ ...NO_DELTA, second, cells: [delta] });
  }
}

interface SampleSummary {
  readonly series: readonly SeriesSummary[];
  readonly timeline: readonly TimelineSecond[];
}

const NO_DELTA = { second: 0, cells: [], iterations: [], scheduleLag: EMPTY_DISTRIBUTION, users: 0, phase: 0, clamped: 0 } as const;

function openSecond(): OpenSecond {
  return {
    cell: emptyCell(0, 0),
    latency: new Tally(),
    failed: new Tally(),
    lost: new Tally(),
    session: new Tally(),
    messages: undefined,
  };
}

function describeMessages(counts: { readonly messagesIn: number; readonly messagesOut: number }): SocketDelta {
  return { counts: { ...zeroMessages(), ...counts }, open: 0, most: 0, fewest: 0 };
}

/** Times count from the start of the run, not from the epoch. */
function shift(part: SeriesPhase, base: number): SeriesPhase {
  return {
    ...part,
    failures: part.failures.map((failure) => ({
      ...failure,
      firstMs: failure.firstMs - base * 1_000,
      lastMs: failure.lastMs - base * 1_000,
    })),
    slices: part.slices.map((slice) => ({ ...slice, second: slice.second - base })),
  };
}
