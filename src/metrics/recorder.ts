import { zeroIterations, zeroRequests, type IterationTally, type RequestTally } from './counts.ts';
import { SPANS, type CellDelta, type Delta, type Span } from './delta.ts';
import type { Distribution } from './distribution.ts';
import { Histogram } from './histogram.ts';
import type { FailureClass, FailureSummary } from './run-summary.ts';
import type { Sample } from './sample.ts';

const SLICE_US = 1_000_000;
/** Different reasons that one cell keeps apart in one second; the rest is counted as `other`. */
const MOST_REASONS = 20;

interface Cell {
  readonly phase: number;
  readonly series: number;
  counts: RequestTally;
  status: Record<string, number>;
  failures: Map<string, { -readonly [Key in keyof FailureSummary]: FailureSummary[Key] }>;
  spans: Partial<Record<Span, Histogram>>;
  bytesSent: number;
  bytesReceived: number;
  touched: boolean;
}

/** What a recorder is told once. */
export interface RecorderOptions {
  readonly seriesCount: number;
  /** Takes each second of the run once, in order, also when nothing happened in it. */
  readonly onDelta: (delta: Delta) => void;
  /** Virtual users that live now. */
  readonly countUsers: () => number;
  /** The phase that it is now; as many as there are phases: they are all over. */
  readonly currentPhase: () => number;
}

/**
 * Collects the samples of one worker and hands them on, second by second. Fixed memory: histograms are reused from slice to slice, nothing
 * grows with the number of samples.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #cells: (Cell | undefined)[] = [];
  readonly #iterations: IterationTally[] = [];
  readonly #phaseEndUs: number[] = [];
  readonly #spare: Histogram[] = [];
  readonly #lag = new Histogram();
  #second = 0;

  /** Independent of the slices, for the books: sums of slices must equal these. */
  readonly requestTotals = zeroRequests();
  readonly iterationTotals = zeroIterations();

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  /** A request ended. */
  record(sample: Sample): void {
    this.#advanceTo(sample.endUs);
    const cell = this.#cell(sample.phase, sample.series);
    const latencyUs = sample.endUs - sample.intendedUs;
    const serviceUs = sample.endUs - sample.startUs;
    this.requestTotals.started++;
    cell.counts.started++;
    cell.bytesSent += sample.bytesSent;
    cell.bytesReceived += sample.bytesReceived;
    if (sample.status > 0) cell.status[sample.status] = (cell.status[sample.status] ?? 0) + 1;
    if (sample.queueUs >= 0) this.#span(cell, 'queue').record(sample.queueUs);
    if (sample.connectUs >= 0) this.#span(cell, 'connect').record(sample.connectUs);
    if (sample.tlsUs >= 0) this.#span(cell, 'tls').record(sample.tlsUs);
    switch (sample.outcome) {
      case 'ok':
        cell.counts.ok++;
        this.requestTotals.ok++;
        if (sample.endUs <= (this.#phaseEndUs[sample.phase] ?? Number.POSITIVE_INFINITY)) {
          cell.counts.okBeforeEnd++;
          this.requestTotals.okBeforeEnd++;
        }
        this.#span(cell, 'latency').record(latencyUs);
        this.#span(cell, 'service').record(serviceUs);
        this.#span(cell, 'ttfb').record(sample.headUs - sample.startUs);
        this.#span(cell, 'body').record(sample.endUs - sample.headUs);
        break;
      case 'failed':
        cell.counts.failed++;
        this.requestTotals.failed++;
        this.#span(cell, 'failedLatency').record(latencyUs);
        this.#span(cell, 'failedService').record(serviceUs);
        break;
      case 'timed-out':
        cell.counts.timedOut++;
        this.requestTotals.timedOut++;
        this.#span(cell, 'failedService').record(serviceUs);
        break;
      case 'cut':
        cell.counts.cut++;
        this.requestTotals.cut++;
        this.#span(cell, 'failedService').record(serviceUs);
        break;
      case 'interrupted':
        cell.counts.interrupted++;
        this.requestTotals.interrupted++;
        break;
    }
    if (sample.failure) this.#recordFailure(cell, sample.failure, sample.endUs);
  }

  /** A request that could not be made, charged to the series that should have had it. */
  recordDropped(phase: number, series: number, at: { readonly nowUs: number; readonly reason: string }): void {
    this.#advanceTo(at.nowUs);
    const cell = this.#cell(phase, series);
    cell.counts.dropped++;
    this.requestTotals.dropped++;
    this.#recordFailure(cell, { class: 'dropped', reason: at.reason, sample: at.reason }, at.nowUs);
  }

  /** Counts one iteration's start or end. */
  countIteration(phase: number, what: Exclude<keyof IterationTally, 'planned'>, count = 1): void {
    const tally = (this.#iterations[phase] ??= zeroIterations());
    tally[what] += count;
    this.iterationTotals[what] += count;
  }

  /** Actual − intended start of something that the schedule planned, µs; early is 0. */
  recordScheduleLag(lagUs: number): void {
    this.#lag.record(Math.max(0, lagUs));
  }

  /** From now on, successes of this phase that end later are not before its end. */
  setPhaseEnd(phase: number, endUs: number): void {
    this.#phaseEndUs[phase] = endUs;
  }

  /** Hands on every second that is over at `nowUs`. */
  flush(nowUs: number): void {
    this.#advanceTo(nowUs);
  }

  /** Hands on the second that has begun, too: the run is over. */
  finish(nowUs: number): void {
    this.#advanceTo(nowUs);
    this.#emit();
  }

  #advanceTo(nowUs: number): void {
    while (nowUs >= (this.#second + 1) * SLICE_US) this.#emit();
  }

  #cell(phase: number, series: number): Cell {
    const index = phase * this.#options.seriesCount + series;
    const cell = (this.#cells[index] ??= emptyCell(phase, series));
    cell.touched = true;
    return cell;
  }

  #span(cell: Cell, span: Span): Histogram {
    return (cell.spans[span] ??= this.#spare.pop() ?? new Histogram());
  }

  #recordFailure(
    cell: Cell,
    failure: { readonly class: FailureClass; readonly reason: string; readonly sample: string },
    nowUs: number,
  ): void {
    const atMs = Math.round(nowUs / 1_000);
    const isKnown = cell.failures.size < MOST_REASONS || cell.failures.has(keyOf(failure));
    const reason = isKnown ? failure.reason : `${failure.class} (other)`;
    const key = keyOf({ class: failure.class, reason });
    const known = cell.failures.get(key);
    if (known) {
      known.count++;
      known.lastMs = atMs;
      return;
    }
    cell.failures.set(key, { class: failure.class, reason, sample: failure.sample, count: 1, firstMs: atMs, lastMs: atMs });
  }

  #emit(): void {
    const cells: CellDelta[] = [];
    let clamped = this.#lag.clamped;
    for (const cell of this.#cells) {
      if (!cell?.touched) continue;
      const spans: Partial<Record<Span, Distribution>> = {};
      for (const span of SPANS) {
        const histogram = cell.spans[span];
        if (!histogram) continue;
        spans[span] = histogram.toDistribution();
        clamped += histogram.clamped;
        histogram.reset();
        this.#spare.push(histogram);
      }
      const { phase, series, counts, status, bytesSent, bytesReceived } = cell;
      cells.push({ phase, series, counts, status, failures: [...cell.failures.values()], spans, bytesSent, bytesReceived });
      Object.assign(cell, emptyCell(phase, series));
    }
    const iterations = this.#iterations.flatMap((book, phase) => (book ? [{ phase, book }] : []));
    this.#iterations.length = 0;
    const scheduleLag = this.#lag.toDistribution();
    this.#lag.reset();
    const { countUsers, currentPhase, onDelta } = this.#options;
    onDelta({ second: this.#second, cells, iterations, scheduleLag, users: countUsers(), phase: currentPhase(), clamped });
    this.#second++;
  }
}

/** What two failures must share to be counted as one. */
export function keyOf(failure: { readonly class: FailureClass; readonly reason: string }): string {
  return `${failure.class}: ${failure.reason}`;
}

function emptyCell(phase: number, series: number): Cell {
  return {
    phase,
    series,
    counts: zeroRequests(),
    status: {},
    failures: new Map(),
    spans: {},
    bytesSent: 0,
    bytesReceived: 0,
    touched: false,
  };
}
