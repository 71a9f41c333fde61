import { addCounts, zeroRequests } from './counts.ts';
import type { IterationBook, PhaseSummary, RequestCounts, SeriesSummary } from './run-summary.ts';
import type { SocketBook } from './socket-tally.ts';

/** What the workers counted on their own, beside the slices. */
export interface WorkerTotals {
  /** Requests handed to the transport. */
  readonly requestsStarted: number;
  readonly requests: RequestCounts;
  readonly iterations: IterationBook;
  readonly sockets: SocketBook;
}

export interface Books {
  readonly phases: readonly PhaseSummary[];
  readonly series: readonly SeriesSummary[];
  readonly workers: readonly WorkerTotals[];
  /** A run that was ended early has starts that were planned and never due. */
  readonly complete: boolean;
}

/** How the equation begins that does not hold when a worker is lost. */
export const MISSING_WORKERS = 'workers that reported: ';

/**
 * Each equation of verdict.md section 1 that does not hold, in words; empty when the books balance:
 * planned = started + dropped + missed; started = ok + failed + cut + interrupted; sum of slices = total; sum of workers = total;
 * WebSockets opened = ended = sessions.
 */
export function checkBooks(books: Books): readonly string[] {
  return [...checkIterations(books), ...checkRequests(books), ...checkSockets(books)];
}

function checkIterations(books: Books): readonly string[] {
  const wrong: string[] = [];
  for (const { plan, iterations: book, endMs } of books.phases) {
    const begun = book.started + book.dropped + book.missed;
    if (books.complete && endMs !== undefined) expectEqual(wrong, `phase ${plan.name}: planned iterations`, book.planned, begun);
    expectEqual(wrong, `phase ${plan.name}: started iterations`, book.started, book.ok + book.failed + book.cut + book.interrupted);
  }
  for (const key of ['started', 'dropped', 'missed', 'ok', 'failed', 'cut', 'interrupted'] as const) {
    const inPhases = sum(books.phases.map((phase) => phase.iterations[key]));
    const inWorkers = sum(books.workers.map((worker) => worker.iterations[key]));
    expectEqual(wrong, `iterations ${key}, phases against workers`, inPhases, inWorkers);
  }
  return wrong;
}

function checkRequests(books: Books): readonly string[] {
  const wrong: string[] = [];
  const total = zeroRequests();
  for (const series of books.series) {
    for (const { counts, slices, latency } of series.perPhase) {
      addCounts(total, counts);
      const ended = counts.ok + counts.failed + counts.timedOut + counts.cut + counts.interrupted;
      expectEqual(wrong, `${series.name}: started requests`, counts.started, ended);
      expectEqual(wrong, `${series.name}: successes against latencies`, counts.ok, latency.count);
      expectEqual(wrong, `${series.name}: successes against slices`, counts.ok, sum(slices.map((slice) => slice.ok)));
      expectEqual(wrong, `${series.name}: latencies against slices`, latency.count, sum(slices.map((slice) => slice.latency.count)));
      expectEqual(wrong, `${series.name}: failures against slices`, counts.failed, sum(slices.map((slice) => slice.failed)));
      const lost = counts.timedOut + counts.cut + counts.dropped;
      expectEqual(wrong, `${series.name}: lost requests against slices`, lost, sum(slices.map((slice) => slice.censored)));
    }
  }
  for (const key of Object.keys(total) as (keyof RequestCounts)[]) {
    expectEqual(wrong, `requests ${key}, series against workers`, total[key], sum(books.workers.map((worker) => worker.requests[key])));
  }
  expectEqual(wrong, 'requests sent against requests ended', sum(books.workers.map((worker) => worker.requestsStarted)), total.started);
  return wrong;
}

function checkSockets(books: Books): readonly string[] {
  const wrong: string[] = [];
  const ended = sum(books.workers.map((worker) => worker.sockets.ended));
  const parts = books.series.flatMap((series) => series.perPhase);
  expectEqual(wrong, 'WebSockets opened against WebSockets ended', sum(books.workers.map((worker) => worker.sockets.opened)), ended);
  expectEqual(wrong, 'WebSockets ended, workers against sessions', ended, sum(parts.map((part) => part.session.count)));
  return wrong;
}

function expectEqual(wrong: string[], what: string, left: number, right: number): void {
  if (left !== right) wrong.push(`${what}: ${left} is not ${right}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
