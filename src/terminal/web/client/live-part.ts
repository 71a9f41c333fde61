import { zeroRequests } from '../../../metrics/counts.ts';
import { EMPTY_DISTRIBUTION, mergeDistributions, type Distribution } from '../../../metrics/distribution.ts';
import type { LiveSecond } from '../../../metrics/live-second.ts';
import type { FailureClass, FailureSummary, SeriesPhase, Slice } from '../../../metrics/run-summary.ts';

/** One series in one phase so far. */
export class LivePart {
  readonly #slices: Slice[] = [];
  readonly #failures = new Map<string, FailureSummary>();
  #ok = 0;
  #failed = 0;
  #censored = 0;
  #latency: Distribution = EMPTY_DISTRIBUTION;
  /** Slices up to here are in `#latency`. */
  #merged = 0;

  /** The slices of a part come in the order of their seconds. */
  addSlice(slice: Slice): void {
    this.#slices.push(slice);
    this.#ok += slice.ok;
    this.#failed += slice.failed;
    this.#censored += slice.censored;
  }

  /** What is known of a failure by now takes the place of what was known; answers by how many its count has grown. */
  addFailure(failure: FailureSummary): number {
    const key = keyOf(failure);
    const before = this.#failures.get(key)?.count ?? 0;
    this.#failures.set(key, failure);
    return failure.count - before;
  }

  /** Failures so far, in the order in which they were first seen. */
  get failures(): readonly FailureSummary[] {
    return [...this.#failures.values()];
  }

  /** As a report has it; failures are those of `sources`, where this part is several merged. */
  summarize(sources: readonly LivePart[] = [this]): SeriesPhase {
    const failures = sources.flatMap((source) => source.failures);
    return {
      ...NOTHING_KNOWN,
      counts: this.#count(failures),
      failures,
      latency: this.#latencySoFar(),
      slices: this.#slices,
    };
  }

  #latencySoFar(): Distribution {
    if (this.#merged < this.#slices.length) {
      this.#latency = mergeDistributions([this.#latency, ...this.#slices.slice(this.#merged).map(({ latency }) => latency)]);
      this.#merged = this.#slices.length;
    }
    return this.#latency;
  }

  /** Slices do not tell apart what was lost; the failures do. */
  #count(failures: readonly FailureSummary[]): SeriesPhase['counts'] {
    const sum = (kind: FailureClass): number =>
      failures.filter((failure) => failure.class === kind).reduce((total, { count }) => total + count, 0);
    const [dropped, cut] = [sum('dropped'), sum('cut')];
    const timedOut = Math.max(0, this.#censored - dropped - cut);
    const started = this.#ok + this.#failed + timedOut + cut;
    // A WebSocket that was dropped is a failure without an attempt of its own, so no slice has it.
    const ended = failures.filter((failure) => !LOST.has(failure.class)).reduce((total, { count }) => total + count, 0);
    const drops = Math.max(0, ended - this.#failed);
    return { ...zeroRequests(), started, ok: this.#ok, failed: this.#failed, timedOut, cut, dropped, drops };
  }
}

/** Never came back: `Slice.censored`. All others end by themselves: `Slice.failed`. */
const LOST: ReadonlySet<FailureClass> = new Set(['timeout', 'cut', 'dropped']);

/** What all series did in a second, phase by phase. */
export function mergeSecond({ slices }: LiveSecond): ReadonlyMap<number, Slice> {
  const byPhase = Map.groupBy(slices, ({ phase }) => phase);
  return new Map(
    [...byPhase].map(([phase, parts]) => {
      const sum = (of: (slice: Slice) => number): number => parts.reduce((total, { slice }) => total + of(slice), 0);
      const merged: Slice = {
        second: parts[0]?.slice.second ?? 0,
        ok: sum(({ ok }) => ok),
        failed: sum(({ failed }) => failed),
        censored: sum(({ censored }) => censored),
        latency: mergeDistributions(parts.map(({ slice }) => slice.latency)),
      };
      return [phase, merged];
    }),
  );
}

/** The same class and reason in several phases is one failure. */
export function mergeFailures(failures: readonly FailureSummary[]): readonly FailureSummary[] {
  const merged = new Map<string, FailureSummary>();
  for (const failure of failures) {
    const known = merged.get(keyOf(failure));
    const firstMs = Math.min(failure.firstMs, known?.firstMs ?? failure.firstMs);
    const lastMs = Math.max(failure.lastMs, known?.lastMs ?? failure.lastMs);
    merged.set(keyOf(failure), { ...failure, ...known, firstMs, lastMs, count: failure.count + (known?.count ?? 0) });
  }
  return [...merged.values()];
}

function keyOf({ class: kind, reason }: FailureSummary): string {
  return `${kind}\n${reason}`;
}

const NOTHING_KNOWN: Omit<SeriesPhase, 'counts' | 'failures' | 'latency' | 'slices'> = {
  status: {},
  service: EMPTY_DISTRIBUTION,
  ttfb: EMPTY_DISTRIBUTION,
  failedLatency: EMPTY_DISTRIBUTION,
  failedService: EMPTY_DISTRIBUTION,
  queue: EMPTY_DISTRIBUTION,
  connect: EMPTY_DISTRIBUTION,
  tls: EMPTY_DISTRIBUTION,
  body: EMPTY_DISTRIBUTION,
  session: EMPTY_DISTRIBUTION,
  socket: undefined,
  bytesSent: 0,
  bytesReceived: 0,
};
