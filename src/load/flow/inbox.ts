import { isMatch, type Message, type MessageMatch } from './match-message.ts';

/** Messages that a connection keeps for a `receive` that is still to come: the oldest give way. */
const MOST_MESSAGES = 64;
const MOST_CHARS = 65_536;
/** Matches that are remembered to know a late message, or one that comes twice. */
const MOST_REMEMBERED = 64;

/** Who hears of messages that no step has received: a series of a `receive` step, or none. */
export interface InboxOwner {
  countLate(series: number, message: Message): void;
  countDuplicate(series: number, message: Message): void;
  countUnmatched(message: Message): void;
}

interface Remembered {
  readonly match: MessageMatch;
  readonly series: number;
}

interface Kept {
  readonly message: Message;
  /** The `receive` that had received its like before; -1: none. */
  readonly twinOf: number;
}

/** Where messages wait that came before the step that receives them, so that no wait is lost to a race. Bounded. */
export class Inbox {
  readonly #owner: InboxOwner;
  #kept: Kept[] = [];
  #chars = 0;
  /** A ring; `#next` is where the next goes. */
  readonly #received: Remembered[] = [];
  #next = 0;
  #expired: Remembered[] = [];

  constructor(owner: InboxOwner) {
    this.#owner = owner;
  }

  /** A message that no step waits for. */
  put(message: Message): void {
    const late = this.#expired.findIndex(({ match }) => isMatch(match, message));
    const missed = this.#expired[late];
    if (missed) {
      this.#expired.splice(late, 1);
      this.noteReceived(missed.match, missed.series);
      this.#owner.countLate(missed.series, message);
      return;
    }
    const twin = this.#received.find(({ match }) => isMatch(match, message));
    this.#kept.push({ message, twinOf: twin?.series ?? -1 });
    this.#chars += message.text.length;
    while (this.#kept.length > MOST_MESSAGES || (this.#chars > MOST_CHARS && this.#kept.length > 1)) this.#letGo(this.#kept.shift());
  }

  /**
   * Takes out the oldest message that fits; undefined: none has come yet. `sinceUs`: a message that came before cannot be the effect of what it is awaited for. Where
   * that is only supposed (`isStrict` false), one that was never received before may all the same have been sent by itself, as a greeting is.
   */
  take(match: MessageMatch, sinceUs: number, isStrict: boolean): Message | undefined {
    if (this.#kept.length === 0) return undefined;
    const place = this.#kept.findIndex(
      ({ message, twinOf }) => (message.arrivedUs >= sinceUs || (!isStrict && twinOf < 0)) && isMatch(match, message),
    );
    const [found] = place < 0 ? [] : this.#kept.splice(place, 1);
    if (found) this.#chars -= found.message.text.length;
    return found?.message;
  }

  /** A step has received what it wanted: more of the same are duplicates. */
  noteReceived(match: MessageMatch, series: number): void {
    // A match without variables is the same each time.
    if (this.#received[(this.#next + MOST_REMEMBERED - 1) % MOST_REMEMBERED]?.match === match) return;
    this.#received[this.#next] = { match, series };
    this.#next = (this.#next + 1) % MOST_REMEMBERED;
  }

  /** A step has waited in vain: what still comes is late. */
  noteExpired(match: MessageMatch, series: number): void {
    if (this.#expired.length >= MOST_REMEMBERED) this.#expired.shift();
    this.#expired.push({ match, series });
  }

  /** Counts what is left; the connection is over. */
  close(): void {
    for (const kept of this.#kept) this.#letGo(kept);
    this.#kept = [];
    this.#chars = 0;
  }

  /** The newest message that nobody has received, for the words of a failure. */
  get newest(): Message | undefined {
    return this.#kept.at(-1)?.message;
  }

  #letGo(kept: Kept | undefined): void {
    if (!kept) return;
    if (kept.twinOf >= 0) this.#owner.countDuplicate(kept.twinOf, kept.message);
    else this.#owner.countUnmatched(kept.message);
    this.#chars -= kept.message.text.length;
  }
}
