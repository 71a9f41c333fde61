import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockOffset } from '../metrics/shard-info.ts';

/** One answer: between which moments of this machine it was made, and what it says of the time there. All ms since 1970. */
export interface ClockReading {
  readonly sentMs: number;
  readonly receivedMs: number;
  /** Whole seconds, as a Date header has them. */
  readonly saysMs: number;
}

/** What lies between: the clock of the target less that of this machine, ms. */
export interface OffsetRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A server may write the same date for some time after its second is over. */
const STALE_MS = 50;
const SECOND_MS = 1_000;
/** Narrow enough. */
const ENOUGH_MS = 40 + STALE_MS;
const MOST_ASKED = 12;

/** Where one answer leaves the offset: the date was right to the second at some moment between sending and receiving. */
export function rangeOf({ sentMs, receivedMs, saysMs }: ClockReading): OffsetRange {
  return { fromMs: saysMs - receivedMs, toMs: saysMs + SECOND_MS + STALE_MS - sentMs };
}

/** What both say; undefined: they contradict each other, as several servers behind one address may. */
export function narrowRange(left: OffsetRange, right: OffsetRange): OffsetRange | undefined {
  const range = { fromMs: Math.max(left.fromMs, right.fromMs), toMs: Math.min(left.toMs, right.toMs) };
  return range.fromMs <= range.toMs ? range : undefined;
}

/** How long to wait so that the next answer comes where the target's second would change if the offset were in the middle of the range: it halves the range. */
export function waitForEdge({ fromMs, toMs }: OffsetRange, sendMs: number): number {
  const there = sendMs + (fromMs + toMs) / 2;
  return Math.ceil(there / SECOND_MS) * SECOND_MS - there;
}

export interface ClockTerms {
  /** Asks once; undefined: the answer has no date. Fails when there is no answer. */
  readonly ask: () => Promise<string | undefined>;
  /** ms since 1970. */
  readonly now: () => number;
  /** When it must be over, ms since 1970. */
  readonly untilMs: number;
  readonly signal: AbortSignal;
}

/** How the clock of this machine stands to the target's, by the dates of a few answers; undefined: the target tells no time, or none that agrees with itself. */
export async function measureClock({ ask, now, untilMs, signal }: ClockTerms): Promise<ClockOffset | undefined> {
  let range: OffsetRange | undefined;
  let tripMs = 0;
  for (let asked = 0; asked < MOST_ASKED; asked++) {
    const waitMs = range === undefined ? 0 : waitForEdge(range, now() + tripMs / 2);
    if (now() + waitMs + tripMs >= untilMs) break;
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    const sentMs = now();
    const date = await ask().catch(() => undefined);
    const receivedMs = now();
    const saysMs = Date.parse(date ?? '');
    if (Number.isNaN(saysMs)) return toOffset(range);
    tripMs = receivedMs - sentMs;
    const next = rangeOf({ sentMs, receivedMs, saysMs });
    const both = range === undefined ? next : narrowRange(range, next);
    if (both === undefined) return undefined;
    range = both;
    if (range.toMs - range.fromMs <= ENOUGH_MS + tripMs) break;
  }
  return toOffset(range);
}

function toOffset(range: OffsetRange | undefined): ClockOffset | undefined {
  if (range === undefined) return undefined;
  return { offsetMs: Math.round((range.fromMs + range.toMs) / 2), withinMs: Math.ceil((range.toMs - range.fromMs) / 2) };
}
