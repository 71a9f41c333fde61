import { addCounts, zeroMessages } from './counts.ts';
import type { SocketDelta } from './delta.ts';
import type { SocketSecond, SocketSummary } from './run-summary.ts';

/** One second over several workers. */
interface SecondTally {
  open: number;
  /** Sum of the fewest of each worker. */
  fewest: number;
  /** The most that one worker had above its fewest. */
  widest: number;
  messagesIn: number;
  messagesOut: number;
}

/** The WebSockets of one series in one phase, merged over workers and seconds. */
export class SocketTotals {
  readonly #counts = zeroMessages();
  readonly #seconds = new Map<number, SecondTally>();

  /** Adds what one worker counted in one second. */
  add(second: number, part: SocketDelta): void {
    addCounts(this.#counts, part.counts);
    const tally = this.#seconds.get(second) ?? { open: 0, fewest: 0, widest: 0, messagesIn: 0, messagesOut: 0 };
    tally.open += part.open;
    tally.fewest += part.fewest;
    tally.widest = Math.max(tally.widest, part.most - part.fewest);
    tally.messagesIn += part.counts.messagesIn;
    tally.messagesOut += part.counts.messagesOut;
    this.#seconds.set(second, tally);
  }

  /** Connections at the end of a second; undefined: nothing was open, and nothing moved. */
  openAt(second: number): number | undefined {
    return this.#seconds.get(second)?.open;
  }

  /** Everything, as data. What was held after the phase's end, in its drain, is listed and does not count as concurrent; undefined: it goes on. */
  summarize(endMs: number | undefined): SocketSummary {
    let concurrent = 0;
    const seconds: SocketSecond[] = [];
    for (const [second, tally] of [...this.#seconds].sort(([left], [right]) => left - right)) {
      const { open, messagesIn, messagesOut } = tally;
      if (second * 1_000 < (endMs ?? Number.POSITIVE_INFINITY)) concurrent = Math.max(concurrent, mostAtOnce(tally));
      if (open + messagesIn + messagesOut > 0) seconds.push({ second, open, messagesIn, messagesOut });
    }
    return { counts: { ...this.#counts }, concurrent, seconds };
  }
}

/**
 * A number of connections that all workers together really had at some moment of the second: at its end; or when the worker that changed most had
 * its most, while every other had at least its fewest. Exact for one worker, a lower bound for several: their highest moments need not coincide.
 */
function mostAtOnce({ open, fewest, widest }: SecondTally): number {
  return Math.max(open, fewest + widest);
}
