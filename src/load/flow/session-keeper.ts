import { formatDuration } from '../../units.ts';
import type { Failure } from '../http/check-response.ts';
import type { DueQueue } from '../time/due-queue.ts';
import type { SocketEnd } from '../websocket/socket-transport.ts';
import type { Continuation } from './continuation.ts';
import { isMatch, Message } from './match-message.ts';
import { captureMessage, type ReceiveRunner } from './receive-runner.ts';
import type { RequestRunner } from './request-runner.ts';
import type { SessionBook } from './session-book.ts';
import type { SessionOwner } from './session.ts';
import type { UserSession, VirtualUser } from './virtual-user.ts';

/** The WebSocket close code of a client that is done (RFC 6455 section 7.4.1). */
const NORMAL_CLOSURE = 1_000;

export interface SessionKeeperParts {
  readonly queue: DueQueue;
  readonly requests: RequestRunner;
  readonly book: SessionBook;
  readonly receives: ReceiveRunner;
  readonly continuation: Continuation;
}

/** The life of a connection: from connecting over ready, with a heartbeat, to its end, whoever ends it. */
export class SessionKeeper implements SessionOwner<VirtualUser> {
  readonly #parts: SessionKeeperParts;

  constructor(parts: SessionKeeperParts) {
    this.#parts = parts;
  }

  sessionOpened(session: UserSession, headers: Readonly<Record<string, string | string[] | undefined>>, nowUs: number): void {
    const { program } = session.socket.request;
    if (program.cookies) this.#parts.requests.storeCookies(session.user, session.url, headers['set-cookie']);
    if (session.ready === undefined) this.#becomeReady(session, undefined, nowUs);
  }

  sessionMessage(session: UserSession, payload: Buffer, nowUs: number): void {
    const { book, receives } = this.#parts;
    book.messageIn(session, payload.byteLength, nowUs);
    const isConnecting = session.state === 'connecting';
    if (!isConnecting && session.waiting === undefined && session.inbox === undefined) {
      book.unmatched(session, nowUs);
      return;
    }
    const message = new Message(payload.toString('utf8'), nowUs, book.phase);
    if (!isConnecting) receives.deliver(session, message, nowUs);
    else if (session.ready !== undefined && isMatch(session.ready, message)) this.#becomeReady(session, message, nowUs);
    else if (session.inbox) session.inbox.put(message);
    else book.unmatched(session, nowUs);
  }

  sessionPong(session: UserSession, nowUs: number): void {
    if (session.pingUs < 0) return;
    const nextUs = session.pingUs + session.socket.program.heartbeatUs;
    session.pingUs = -1;
    this.#parts.queue.schedule(session, Math.max(nowUs, nextUs));
  }

  sessionEnded(session: UserSession, { failure }: SocketEnd, nowUs: number): void {
    if (session.state === 'connecting') this.#failConnect(session, 'failed', failure, nowUs);
    else this.#drop(session, failure, nowUs);
  }

  /** Its time to connect is over, or a ping is due, or the pong of one. */
  sessionDue(session: UserSession, nowUs: number): void {
    const { timeoutUs } = session.socket.request.program;
    const limit = formatDuration(timeoutUs / 1_000);
    if (session.state === 'connecting') {
      const where = session.link?.status === 101 ? 'while it waited for the message that makes it ready' : 'while it connected';
      session.link?.destroy();
      const failure: Failure = { class: 'timeout', reason: `timeout after ${limit}`, sample: `given up after ${limit}, ${where}` };
      this.#failConnect(session, 'timed-out', failure, nowUs);
    } else if (session.pingUs >= 0) {
      session.link?.destroy();
      this.#drop(session, { class: 'ws-close', reason: 'closed: no pong', sample: `no pong came within ${limit} of a ping` }, nowUs);
    } else {
      session.pingUs = nowUs;
      session.link?.ping();
      this.#parts.queue.schedule(session, nowUs + timeoutUs);
    }
  }

  /** The other side has not taken what was sent in the time that it has. */
  giveUpSending(session: UserSession, nowUs: number): void {
    const limit = formatDuration(session.socket.request.program.timeoutUs / 1_000);
    const sample = `the other side reads too little: what was sent to it was not taken within ${limit}`;
    session.link?.destroy();
    this.#drop(session, { class: 'timeout', reason: `timeout: messages not taken within ${limit}`, sample }, nowUs);
  }

  /** The user ends it. */
  leave(session: UserSession, nowUs: number): void {
    if (session.state === 'open') {
      session.link?.close(NORMAL_CLOSURE);
      this.#end(session, nowUs, undefined);
    } else {
      session.link?.destroy();
      this.#forget(session);
    }
  }

  /** Gives up connecting; recorded with the outcome. */
  giveUpConnect(session: UserSession, outcome: 'cut' | 'interrupted', nowUs: number): void {
    const sample = 'still connecting when the time box ended';
    const failure: Failure | undefined = outcome === 'cut' ? { class: 'cut', reason: 'cut at the time box', sample } : undefined;
    this.#parts.book.connected(session, { outcome, failure, endUs: nowUs });
    session.link?.destroy();
    this.#forget(session);
  }

  #becomeReady(session: UserSession, message: Message | undefined, nowUs: number): void {
    const { user, socket } = session;
    const { book, queue, continuation } = this.#parts;
    const unfound = message && captureMessage(user, socket.captures, message);
    if (unfound) {
      session.link?.destroy();
      this.#failConnect(session, 'failed', unfound, nowUs);
      return;
    }
    session.state = 'open';
    session.openedUs = nowUs;
    session.url = '';
    user.values.set(socket.program.slot, session);
    book.connected(session, { outcome: 'ok', failure: undefined, endUs: nowUs });
    book.opened(session, nowUs);
    if (socket.program.heartbeatUs === Number.POSITIVE_INFINITY) queue.cancel(session);
    else queue.schedule(session, nowUs + socket.program.heartbeatUs);
    continuation.goOn(user, nowUs);
  }

  #failConnect(session: UserSession, outcome: 'failed' | 'timed-out', failure: Failure, nowUs: number): void {
    this.#parts.book.connected(session, { outcome, failure, endUs: nowUs });
    this.#forget(session);
    this.#parts.continuation.endFlow(session.user, nowUs);
  }

  /** The other side has ended it, or has fallen silent: who waits for it need not wait any longer. */
  #drop(session: UserSession, failure: Failure, nowUs: number): void {
    const { user, waiting } = session;
    this.#end(session, nowUs, failure);
    const wait = user.socketWait;
    if (waiting) this.#parts.receives.fail(waiting, failure, nowUs);
    else if (wait?.kind === 'hold' && wait.slots.every((slot) => !user.values.has(slot))) this.#parts.continuation.endFlow(user, nowUs);
  }

  #end(session: UserSession, nowUs: number, drop: Failure | undefined): void {
    this.#parts.book.ended(session, nowUs, drop);
    this.#forget(session);
  }

  #forget(session: UserSession): void {
    const { user, socket } = session;
    session.state = 'over';
    session.inbox?.close();
    this.#parts.queue.cancel(session);
    const place = user.sessions.indexOf(session);
    if (place >= 0) user.sessions.splice(place, 1);
    user.values.clear([socket.program.slot]);
  }
}
