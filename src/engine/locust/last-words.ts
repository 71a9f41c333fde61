import { cleanText } from '../../report/clean-text.ts';

/** What stands before each line of Locust's log: time, machine, level, logger. */
const STAMP = /^\[[^\]]*\]\s*(?:[^\s/]+\/)?([A-Z]+)\/[\w.]+:\s*/;
const MOST_LINES = 5_000;

/** Locust's own log: what of it is kept, and what it said last that may be a reason. */
export class LastWords {
  #words = '';
  #lines = 0;

  /** Takes a line; answers it as it may be kept, undefined when there were too many. `isWaiting`: even what it chats tells who is there. */
  hear(line: string, isWaiting: boolean): string | undefined {
    const [stamp = '', level = ''] = STAMP.exec(line) ?? [];
    if (level !== 'INFO' || isWaiting) this.#words = cleanText(line.slice(stamp.length), 300);
    return ++this.#lines > MOST_LINES ? undefined : cleanText(line, 1_000);
  }

  /** A problem with what it said last, if it said anything. */
  blame(problem: string): string {
    return this.#words === '' ? problem : `${problem}; its last words: ${this.#words}`;
  }
}
