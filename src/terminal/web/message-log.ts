/** Half an hour of twenty busy endpoints, and more than that. */
const MOST_BYTES = 128 * 1_024 * 1_024;

/** `stays`: needed by every page; `passes`: one second of many, the oldest of which go when all of them are too much; `ask`: only the last one counts. */
export type Keep = 'stays' | 'passes' | 'ask';

/** Everything that pages were told, in order, for those that come late; bounded. */
export class MessageLog {
  readonly #most: number;
  /** Undefined: no longer kept. */
  readonly #slots: (Buffer | undefined)[] = [];
  /** Places of messages that may go, ascending; those before `#nextToGo` have gone. */
  readonly #passing: number[] = [];
  #nextToGo = 0;
  #bytes = 0;
  #asked: number | undefined;

  constructor(mostBytes = MOST_BYTES) {
    this.#most = mostBytes;
  }

  /** Messages so far, with those that are no longer kept. */
  get length(): number {
    return this.#slots.length;
  }

  /** Messages that were too much to keep; 0 unless a run is very long. */
  get lost(): number {
    return this.#nextToGo;
  }

  /** The message at a place from 0; undefined: it is no longer kept, or it has not come. */
  at(place: number): Buffer | undefined {
    return this.#slots[place];
  }

  /** Takes in one message. */
  add(text: string, keep: Keep): void {
    const bytes = Buffer.from(text);
    const place = this.#slots.push(bytes) - 1;
    this.#bytes += bytes.length;
    if (keep === 'passes') this.#passing.push(place);
    if (keep === 'ask') {
      if (this.#asked !== undefined) this.#forget(this.#asked);
      this.#asked = place;
    }
    while (this.#bytes > this.#most && this.#nextToGo < this.#passing.length) {
      this.#forget(this.#passing[this.#nextToGo] ?? -1);
      this.#nextToGo++;
    }
  }

  #forget(place: number): void {
    this.#bytes -= this.#slots[place]?.length ?? 0;
    this.#slots[place] = undefined;
  }
}
