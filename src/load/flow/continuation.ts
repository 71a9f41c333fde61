import type { DueQueue } from '../time/due-queue.ts';
import type { VirtualUser } from './virtual-user.ts';

/** How virtual users that waited for a WebSocket get back into their flows. */
export class Continuation {
  readonly #queue: DueQueue;

  /** Of the flow runner. */
  onGoOn: (user: VirtualUser, nowUs: number) => void = () => undefined;

  constructor(queue: DueQueue) {
    this.#queue = queue;
  }

  /** The wait is over: the next step is due now. */
  goOn(user: VirtualUser, nowUs: number): void {
    this.#queue.cancel(user);
    user.socketWait = undefined;
    user.waited = true;
    user.sendsInARow = 0;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    this.onGoOn(user, nowUs);
  }

  /** The wait has failed, and what follows cannot be meant without what it waited for: the flow ends. */
  endFlow(user: VirtualUser, nowUs: number): void {
    user.failed = true;
    user.pc = user.code.length;
    this.goOn(user, nowUs);
  }
}
