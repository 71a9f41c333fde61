import { formatDuration } from '../../units.ts';
import { captureValues, listCapturable, type CaptureSource } from '../http/capture-values.ts';
import type { Failure } from '../http/check-response.ts';
import type { PreparedCapture } from '../http/prepare-request.ts';
import type { DueQueue } from '../time/due-queue.ts';
import type { Continuation } from './continuation.ts';
import { expandMatch, isMatch, type Message } from './match-message.ts';
import type { PreparedReceive } from './prepare-flow.ts';
import type { SessionBook } from './session-book.ts';
import { MissingVariable } from './user-values.ts';
import type { UserReceiveWait, UserSession, VirtualUser } from './virtual-user.ts';

/** Waiting for messages: a `receive` step from its begin to the message, or to the end of its patience. */
export class ReceiveRunner {
  readonly #queue: DueQueue;
  readonly #book: SessionBook;
  readonly #continuation: Continuation;

  constructor(queue: DueQueue, book: SessionBook, continuation: Continuation) {
    this.#queue = queue;
    this.#book = book;
    this.#continuation = continuation;
  }

  /** Takes a message that has come already, or waits. True: the user waits. */
  begin(user: VirtualUser, session: UserSession, receive: PreparedReceive, nowUs: number): boolean {
    const { program } = receive;
    const match = expandMatch(receive.match, user.values);
    const from = beginOf(user, session, receive, nowUs);
    const wait: UserReceiveWait = { kind: 'receive', receive, match, session, phase: this.#book.phase, ...from };
    this.#book.begin();
    const early = session.inbox?.take(match, from.startUs, program.since >= 0);
    if (early) {
      // What comes early is bounded by the inbox: this is no flow that never waits.
      user.waited = true;
      this.#succeed(wait, early, nowUs);
      return false;
    }
    session.waiting = wait;
    user.socketWait = wait;
    this.#queue.schedule(user, nowUs + program.withinUs);
    return true;
  }

  /** A message came on an open connection. */
  deliver(session: UserSession, message: Message, nowUs: number): void {
    const wait = session.waiting;
    if (wait && isMatch(wait.match, message)) {
      session.waiting = undefined;
      this.#succeed(wait, message, nowUs);
      this.#continuation.goOn(session.user, nowUs);
    } else if (session.inbox) session.inbox.put(message);
    else this.#book.unmatched(session, nowUs);
  }

  /** The message has not come in time; the flow goes on with its next step. */
  timeOut(wait: UserReceiveWait, nowUs: number): void {
    const { user, inbox } = wait.session;
    const { program, captures } = wait.receive;
    const within = formatDuration(program.withinUs / 1_000);
    const failure: Failure = {
      class: 'timeout',
      reason: `timeout: no such message within ${within}`,
      sample: `no message like ${program.shownMatch} within ${within}; ${this.#describeNewest(wait.session)}`,
    };
    wait.session.waiting = undefined;
    inbox?.noteExpired(wait.match, program.series);
    this.#book.received(wait, { outcome: 'timed-out', failure, endUs: nowUs });
    user.failed = true;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    if (captures.length > 0) user.pc = user.code.length;
  }

  /** The connection ended under it. */
  fail(wait: UserReceiveWait, failure: Failure, nowUs: number): void {
    wait.session.waiting = undefined;
    this.#book.received(wait, { outcome: 'failed', failure, endUs: nowUs });
    this.#continuation.endFlow(wait.session.user, nowUs);
  }

  /** The run ends; recorded with the outcome. */
  giveUp(wait: UserReceiveWait, outcome: 'cut' | 'interrupted', nowUs: number): void {
    const sample = 'still waiting for a message when the time box ended';
    const failure: Failure | undefined = outcome === 'cut' ? { class: 'cut', reason: 'cut at the time box', sample } : undefined;
    wait.session.waiting = undefined;
    this.#book.received(wait, { outcome, failure, endUs: nowUs });
  }

  /** Without what a step takes from such messages, which may not have been taken yet. */
  #describeNewest({ inbox, socket, user }: UserSession): string {
    const newest = inbox?.newest;
    if (!newest) return 'no other message waits';
    const values = listCapturable(sourceOf(newest), socket.capturable);
    return `the newest that nobody has received: ${this.#book.mask(newest.text, user, values)}`;
  }

  #succeed(wait: UserReceiveWait, message: Message, nowUs: number): void {
    const { user, inbox } = wait.session;
    const { program, captures } = wait.receive;
    inbox?.noteReceived(wait.match, program.series);
    const unfound = captureMessage(user, captures, message);
    if (unfound) {
      user.failed = true;
      user.pc = user.code.length;
    }
    const endUs = Math.max(message.arrivedUs, wait.startUs);
    this.#book.received(wait, { outcome: unfound ? 'failed' : 'ok', failure: unfound, endUs });
    user.intendedUs = Math.max(user.intendedUs, nowUs);
  }
}

/** Takes captures from a message; the failure of the first that finds nothing. */
export function captureMessage(user: VirtualUser, captures: readonly PreparedCapture[], message: Message): Failure | undefined {
  if (captures.length === 0) return undefined;
  return captureValues(sourceOf(message), captures, user);
}

function sourceOf(message: Message): CaptureSource {
  const body = { text: () => message.text, json: () => message.json() };
  return { headers: {}, body, shown: `the message of ${message.text.length} characters` };
}

/** From the start of the step that `since` names, or from the last message sent, or from here. */
function beginOf(
  user: VirtualUser,
  session: UserSession,
  { program }: PreparedReceive,
  nowUs: number,
): Pick<UserReceiveWait, 'intendedUs' | 'startUs'> {
  if (program.since >= 0) {
    const start = user.stepStarts?.get(program.since);
    if (start === undefined) throw new MissingVariable('since');
    return start;
  }
  if (session.sentUs >= 0) return { intendedUs: session.sendDueUs, startUs: session.sentUs };
  return { intendedUs: Math.min(user.intendedUs, nowUs), startUs: nowUs };
}
