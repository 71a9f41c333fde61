import type { MessageLog } from './message-log.ts';
import type { PageSocket } from './page-sockets.ts';

/**
 * Tells one page everything of a log from the first message on, one at a time: the next goes when the last has left. A page that reads slowly takes up no memory, it is
 * only behind.
 */
export class PageFeed {
  readonly #log: MessageLog;
  readonly #socket: PageSocket;
  #next = 0;
  #isSending = false;
  #isGone = false;
  #whenTold: (() => void) | undefined;

  constructor(log: MessageLog, socket: PageSocket) {
    this.#log = log;
    this.#socket = socket;
  }

  /** There may be something new. */
  wake(): void {
    if (this.#isSending || this.#isGone) return;
    while (this.#next < this.#log.length) {
      const message = this.#log.at(this.#next++);
      if (!message) continue;
      this.#isSending = true;
      this.#socket.send(message, () => {
        this.#isSending = false;
        this.wake();
      });
      return;
    }
    this.#whenTold?.();
  }

  /** The page has gone; nothing more is told. */
  leave(): void {
    this.#isGone = true;
    this.#whenTold?.();
  }

  /** Resolves when the page has been told all there is, or has gone. */
  async told(): Promise<void> {
    if (this.#isGone || (!this.#isSending && this.#next >= this.#log.length)) return;
    await new Promise<void>((resolve) => {
      this.#whenTold = resolve;
    });
  }
}
