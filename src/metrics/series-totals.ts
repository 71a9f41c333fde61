import type { Series } from '../plan/plan.ts';
import { keyOf } from './cell.ts';
import { addCounts, zeroRequests } from './counts.ts';
import { SPANS, type CellDelta, type Span } from './delta.ts';
import { EMPTY_DISTRIBUTION, mergeDistributions, type Distribution } from './distribution.ts';
import { Histogram } from './histogram.ts';
import type { FailureSummary, SeriesPhase, Slice } from './run-summary.ts';
import { SocketTotals } from './socket-totals.ts';

/** Different reasons that one series keeps apart in one phase; the rest is counted as `other`. */
export const MOST_REASONS = 50;

/** One series in one phase, merged over workers and seconds: histograms are added, percentiles never averaged. */
export class SeriesTotals {
  readonly counts = zeroRequests();
  readonly #status: Record<string, number> = {};
  readonly #failures = new Map<string, FailureSummary>();
  readonly #spans: Partial<Record<Span, Histogram>> = {};
  readonly #slices = new Map<number, Slice>();
  readonly #sockets: SocketTotals | undefined;
  #bytesSent = 0;
  #bytesReceived = 0;

  constructor(kind: Series['kind']) {
    this.#sockets = kind === 'ws' || kind === 'receive' ? new SocketTotals() : undefined;
  }

  /** Adds what one worker recorded in one second. */
  add(second: number, cell: CellDelta): void {
    addCounts(this.counts, cell.counts);
    for (const [status, count] of Object.entries(cell.status)) this.#status[status] = (this.#status[status] ?? 0) + count;
    for (const failure of cell.failures) this.#addFailure(failure);
    for (const span of SPANS) {
      const part = cell.spans[span];
      if (part) (this.#spans[span] ??= new Histogram()).add(part);
    }
    this.#bytesSent += cell.bytesSent;
    this.#bytesReceived += cell.bytesReceived;
    if (cell.socket) this.#sockets?.add(second, cell.socket);
    this.#slices.set(second, mergeSlices(this.#slices.get(second), toSlice(second, cell)));
  }

  /** The distribution of a span so far. */
  distribution(span: Span): Distribution {
    return this.#spans[span]?.toDistribution() ?? EMPTY_DISTRIBUTION;
  }

  /** A failure as it stands by now, under the reason that it was counted as; undefined: it was never counted. */
  failureLike(failure: Pick<FailureSummary, 'class' | 'reason'>): FailureSummary | undefined {
    return this.#failures.get(keyOf(failure)) ?? this.#failures.get(keyOf({ class: failure.class, reason: reasonBeyond(failure) }));
  }

  /** Connections that were open at the end of a second, or of the phase in it; undefined for what has none. */
  openAt(second: number): number | undefined {
    return this.#sockets?.openAt(second);
  }

  /** Everything, as data; `endMs` is the end of the phase; undefined: it goes on. */
  summarize(endMs?: number): SeriesPhase {
    return {
      counts: { ...this.counts },
      status: { ...this.#status },
      failures: [...this.#failures.values()].sort((left, right) => right.count - left.count || (keyOf(left) < keyOf(right) ? -1 : 1)),
      latency: this.distribution('latency'),
      service: this.distribution('service'),
      ttfb: this.distribution('ttfb'),
      failedLatency: this.distribution('failedLatency'),
      failedService: this.distribution('failedService'),
      queue: this.distribution('queue'),
      connect: this.distribution('connect'),
      tls: this.distribution('tls'),
      body: this.distribution('body'),
      session: this.distribution('session'),
      socket: this.#sockets?.summarize(endMs),
      bytesSent: this.#bytesSent,
      bytesReceived: this.#bytesReceived,
      slices: [...this.#slices.values()]
        .filter((slice) => slice.ok + slice.failed + slice.censored > 0)
        .sort((left, right) => left.second - right.second),
    };
  }

  #addFailure(failure: FailureSummary): void {
    const isKnown = this.#failures.size < MOST_REASONS || this.#failures.has(keyOf(failure));
    const reason = isKnown ? failure.reason : reasonBeyond(failure);
    const key = keyOf({ class: failure.class, reason });
    const known = this.#failures.get(key);
    this.#failures.set(
      key,
      known
        ? {
            ...known,
            count: known.count + failure.count,
            firstMs: Math.min(known.firstMs, failure.firstMs),
            lastMs: Math.max(known.lastMs, failure.lastMs),
          }
        : { ...failure, reason },
    );
  }
}

/** What reasons beyond the most that are kept apart are counted as. */
export function reasonBeyond({ class: kind }: Pick<FailureSummary, 'class'>): string {
  return `${kind} (other)`;
}

/** What ended in a cell. */
export function toSlice(second: number, cell: Pick<CellDelta, 'counts' | 'spans'>): Slice {
  const { ok, failed, timedOut, cut, dropped } = cell.counts;
  return { second, ok, failed, censored: timedOut + cut + dropped, latency: cell.spans.latency ?? EMPTY_DISTRIBUTION };
}

/** Two parts of one second as one slice. */
export function mergeSlices(left: Slice | undefined, right: Slice): Slice {
  if (!left) return right;
  return {
    second: right.second,
    ok: left.ok + right.ok,
    failed: left.failed + right.failed,
    censored: left.censored + right.censored,
    latency: mergeDistributions([left.latency, right.latency]),
  };
}
