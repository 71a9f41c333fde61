import type { IterationBook, RequestCounts, SocketCounts } from './run-summary.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export type RequestTally = Writable<RequestCounts>;
export type IterationTally = Writable<IterationBook>;
export type MessageTally = Writable<SocketCounts>;

/** All zero, to be counted up. */
export function zeroRequests(): RequestTally {
  return {
    started: 0,
    ok: 0,
    failed: 0,
    timedOut: 0,
    cut: 0,
    dropped: 0,
    interrupted: 0,
    okBeforeEnd: 0,
    sentBeforeEnd: 0,
    receivedBeforeEnd: 0,
    drops: 0,
  };
}

/** All zero, to be counted up. */
export function zeroMessages(): MessageTally {
  return { messagesIn: 0, messagesOut: 0, unmatched: 0, late: 0, duplicates: 0 };
}

/** All zero, to be counted up. */
export function zeroIterations(): IterationTally {
  return { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
}

/** Adds `part` into `total`, key by key. */
export function addCounts<T extends { [Key in keyof T]: number }>(total: T, part: Readonly<T>): void {
  for (const key of Object.keys(part) as (keyof T & string)[]) {
    total[key] = (total[key] + part[key]) as T[typeof key];
  }
}

/** ok + failed + timed out + cut + dropped: interrupted ones are not charged. */
export function attemptsOf(counts: RequestCounts): number {
  return counts.ok + counts.failed + lostOf(counts);
}

/** What went wrong: failed + timed out + cut + dropped attempts, and drops of WebSockets, which may have been opened in an earlier phase. */
export function failuresOf(counts: RequestCounts): number {
  return counts.failed + lostOf(counts) + counts.drops;
}

/** Attempts that never came back, ranked last in every judged latency: timed out + cut + dropped. */
export function lostOf(counts: RequestCounts): number {
  return counts.timedOut + counts.cut + counts.dropped;
}

/** All parts together. */
export function sumCounts(all: readonly RequestCounts[]): RequestCounts {
  const sum = zeroRequests();
  for (const counts of all) addCounts(sum, counts);
  return sum;
}

/** Answers by status code, of all parts together. */
export function addStatus(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum = new Map<string, number>();
  for (const [code, count] of all.flatMap((status) => Object.entries(status))) sum.set(code, (sum.get(code) ?? 0) + count);
  return Object.fromEntries(sum);
}
