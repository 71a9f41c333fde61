import { addFailure, emptyCell, type Cell, type Failure } from './cell.ts';
import { zeroIterations, zeroRequests, type IterationTally, type RequestTally } from './counts.ts';
import { SPANS, type CellDelta, type Delta, type Span } from './delta.ts';
import type { Distribution } from './distribution.ts';
import { Histogram } from './histogram.ts';
import type { SocketCounts } from './run-summary.ts';
import type { Sample } from './sample.ts';
import { SocketTally, type SocketBook, type SocketCell } from './socket-tally.ts';

const SLICE_US = 1_000_000;

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
  readonly #sockets: SocketTally;
  #second = 0;

  /** Independent of the slices, for the books: sums of slices must equal these. */
  readonly requestTotals = zeroRequests();
  readonly iterationTotals = zeroIterations();

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#sockets = new SocketTally(options.seriesCount);
  }

  /** For the books: every WebSocket that was opened must have ended. */
  get socketTotals(): SocketBook {
    return this.#sockets.totals;
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
        this.#recordSuccess(cell, sample);
        this.#span(cell, 'latency').record(latencyUs);
        this.#span(cell, 'service').record(serviceUs);
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
    if (sample.failure) addFailure(cell, sample.failure, sample.endUs);
  }

  /** A request that could not be made, charged to the series that should have had it. */
  recordDropped(phase: number, series: number, at: { readonly nowUs: number; readonly reason: string }): void {
    this.#advanceTo(at.nowUs);
    const cell = this.#cell(phase, series);
    cell.counts.dropped++;
    this.requestTotals.dropped++;
    addFailure(cell, { class: 'dropped', reason: at.reason, sample: at.reason }, at.nowUs);
  }

  /** A WebSocket is ready. */
  recordSocketOpened(series: number, phase: number, nowUs: number): void {
    this.#advanceTo(nowUs);
    if (phase > this.#sockets.phase) this.#carryOver(phase);
    this.#sockets.opened(series, this.#heldCell(series));
  }

  /** A WebSocket that was ready is over, after `heldUs`; `drop` says why it was not wanted. */
  recordSocketEnded(
    series: number,
    phase: number,
    end: { readonly nowUs: number; readonly heldUs: number; readonly drop: Failure | undefined },
  ): void {
    this.#advanceTo(end.nowUs);
    this.#sockets.ended(series, this.#heldCell(series));
    const cell = this.#cell(phase, series);
    this.#span(cell, 'session').record(end.heldUs);
    if (!end.drop) return;
    cell.counts.drops++;
    this.requestTotals.drops++;
    addFailure(cell, end.drop, end.nowUs);
  }

  /** A message came or went, or something is known of one that came. `bytes` count where it came or went. */
  countMessage(series: number, phase: number, what: keyof SocketCounts, at: { readonly nowUs: number; readonly bytes: number }): void {
    this.#advanceTo(at.nowUs);
    const cell = this.#cell(phase, series);
    this.#socket(cell).counts[what]++;
    if (what === 'messagesIn') {
      cell.bytesReceived += at.bytes;
      if (!this.#isBeforeEnd(phase, at.nowUs)) return;
      cell.counts.receivedBeforeEnd += at.bytes;
      this.requestTotals.receivedBeforeEnd += at.bytes;
    } else if (what === 'messagesOut') {
      cell.bytesSent += at.bytes;
      if (!this.#isBeforeEnd(phase, at.nowUs)) return;
      cell.counts.sentBeforeEnd += at.bytes;
      this.requestTotals.sentBeforeEnd += at.bytes;
    }
  }

  /** A phase begins: connections that are open are held in it from now on. */
  beginPhase(phase: number, nowUs: number): void {
    this.#advanceTo(nowUs);
    this.#carryOver(phase);
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

  #socket(cell: Cell): SocketCell {
    return (cell.socket ??= this.#sockets.cell(cell.phase, cell.series));
  }

  /** The cell in which connections of a series are held now. */
  #heldCell(series: number): SocketCell {
    return this.#socket(this.#cell(this.#sockets.phase, series));
  }

  #carryOver(phase: number): void {
    // A phase that ended where the second began has no part in it.
    if (this.#isBeforeEnd(this.#sockets.phase, this.#second * SLICE_US + 1)) this.#touchHeld();
    this.#sockets.phase = phase;
  }

  /** What is merely held counts, too. */
  #touchHeld(): void {
    for (const series of this.#sockets.listHeld()) this.#heldCell(series);
  }

  #isBeforeEnd(phase: number, nowUs: number): boolean {
    return nowUs <= (this.#phaseEndUs[phase] ?? Number.POSITIVE_INFINITY);
  }

  #recordSuccess(cell: Cell, sample: Sample): void {
    cell.counts.ok++;
    this.requestTotals.ok++;
    if (sample.headUs >= 0) {
      this.#span(cell, 'ttfb').record(sample.headUs - sample.startUs);
      this.#span(cell, 'body').record(sample.endUs - sample.headUs);
    }
    if (!this.#isBeforeEnd(sample.phase, sample.endUs)) return;
    addBeforeEnd(cell.counts, sample);
    addBeforeEnd(this.requestTotals, sample);
  }

  #emit(): void {
    this.#touchHeld();
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
      const { phase, series, counts, status, bytesSent, bytesReceived, socket } = cell;
      cells.push({ phase, series, counts, status, failures: [...cell.failures.values()], spans, bytesSent, bytesReceived, socket });
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

function addBeforeEnd(counts: RequestTally, sample: Sample): void {
  counts.okBeforeEnd++;
  counts.sentBeforeEnd += sample.bytesSent;
  counts.receivedBeforeEnd += sample.bytesReceived;
}
