import type { Recorder } from '../../metrics/recorder.ts';
import type { DueQueue } from '../time/due-queue.ts';
import type { SocketTransport } from '../websocket/socket-transport.ts';
import { Continuation } from './continuation.ts';
import { expandJson, expandText } from './expand-text.ts';
import { Inbox } from './inbox.ts';
import { expandMatch } from './match-message.ts';
import type { PreparedReceive, PreparedSend, PreparedSocket } from './prepare-flow.ts';
import { ReceiveRunner } from './receive-runner.ts';
import type { PhaseView, RequestRunner } from './request-runner.ts';
import { SessionKeeper } from './session-keeper.ts';
import { SessionBook } from './session-book.ts';
import { MissingVariable } from './user-values.ts';
import { Session, type SocketWait } from './session.ts';
import type { UserSession, VirtualUser } from './virtual-user.ts';

/** Messages that a user sends in one go before others have their turn. */
const SENDS_IN_A_ROW = 64;
/** More than this that the system has not taken yet: the user waits until the target reads. */
const MOST_BUFFERED_BYTES = 1_048_576;
const BUFFER_CHECK_US = 10_000;
/** Until its next turn: what is due at once is due in the same round of the queue, before any answer is read. */
const TURN_US = 1_000;

export interface SocketRunnerOptions {
  readonly queue: DueQueue;
  readonly recorder: Recorder;
  readonly requests: RequestRunner;
  readonly transport: SocketTransport;
  readonly phases: PhaseView;
}

/** The WebSocket steps of a flow. What a step cannot do because its connection is gone ends the iteration, as a variable does that is not set. */
export class SocketRunner {
  readonly continuation: Continuation;
  readonly #queue: DueQueue;
  readonly #requests: RequestRunner;
  readonly #transport: SocketTransport;
  readonly #book: SessionBook;
  readonly #receives: ReceiveRunner;
  readonly #keeper: SessionKeeper;

  constructor({ queue, recorder, requests, transport, phases }: SocketRunnerOptions) {
    this.#queue = queue;
    this.#requests = requests;
    this.#transport = transport;
    this.continuation = new Continuation(queue);
    this.#book = new SessionBook(recorder, requests, phases);
    this.#receives = new ReceiveRunner(queue, this.#book, this.continuation);
    this.#keeper = new SessionKeeper({ queue, requests, book: this.#book, receives: this.#receives, continuation: this.continuation });
  }

  /** Begins to connect; the user waits. Throws, before anything is sent, when a variable is missing. */
  open(user: VirtualUser, socket: PreparedSocket, nowUs: number): true {
    const { program, request } = socket;
    const subprotocol = program.subprotocol === undefined ? undefined : expandText(program.subprotocol, user.values);
    const session = new Session(this.#keeper, user, socket);
    session.ready = socket.ready && expandMatch(socket.ready, user.values);
    const flight = this.#requests.prepare(user, request, nowUs);
    this.close(user, program.slot, nowUs);
    session.phase = flight.phase;
    session.intendedUs = flight.intendedUs;
    session.startUs = nowUs;
    session.url = flight.origin + flight.path;
    if (program.keepsMessages) session.inbox = new Inbox(this.#book.inboxOwner(program.series));
    this.#book.begin();
    user.sessions.push(session);
    user.socketWait = { kind: 'connect', session };
    const { origin, path, headers, connection } = flight;
    session.link = this.#transport.open({ origin, path, headers, connection, subprotocol, deflate: program.deflate }, session);
    this.#requests.reuse(flight);
    this.#queue.schedule(session, nowUs + request.program.timeoutUs);
    return true;
  }

  /** Sends a message. True: the user has to wait before it goes on. */
  send(user: VirtualUser, { program, constant }: PreparedSend, nowUs: number): boolean {
    const session = openSession(user, program.slot);
    const { message } = program;
    const payload =
      constant ??
      (message.kind === 'json'
        ? expandJson(message.json, user.values)
        : message.kind === 'text'
          ? expandText(message.text, user.values)
          : '');
    session.sendDueUs = Math.min(user.intendedUs, nowUs);
    // Read anew: of many messages in a row each has a start of its own.
    session.sentUs = this.#requests.clock.nowUs();
    this.#book.messageOut(session, session.link?.send(payload) ?? 0, nowUs);
    if (++user.sendsInARow < SENDS_IN_A_ROW && !isFull(session)) return false;
    user.sendsInARow = 0;
    user.socketWait = { kind: 'turn', session, sinceUs: nowUs };
    this.#queue.schedule(user, this.#requests.clock.nowUs() + TURN_US);
    return true;
  }

  /** Waits for a message unless it has come already. True: the user has to wait. */
  receive(user: VirtualUser, receive: PreparedReceive, nowUs: number): boolean {
    return this.#receives.begin(user, openSession(user, receive.program.slot), receive, nowUs);
  }

  /** Keeps the user where it is, with its connections open. */
  hold(user: VirtualUser, hold: { readonly holdUs: number; readonly slots: readonly number[] }, nowUs: number): true {
    for (const slot of hold.slots) openSession(user, slot);
    user.socketWait = { kind: 'hold', slots: hold.slots };
    this.#queue.schedule(user, Math.max(nowUs, user.intendedUs + hold.holdUs));
    return true;
  }

  /** Closes a connection; one that is over already needs no closing. */
  close(user: VirtualUser, slot: number, nowUs: number): void {
    const session = user.sessions.find((known) => known.socket.program.slot === slot);
    if (session) this.#keeper.leave(session, nowUs);
  }

  /** The time of a user's wait is over. True: it waits on. */
  expired(user: VirtualUser, nowUs: number): boolean {
    const wait = user.socketWait;
    user.socketWait = undefined;
    if (wait?.kind === 'turn' && wait.session.state === 'open' && isFull(wait.session)) return this.#waitForReader(user, wait, nowUs);
    if (wait?.kind === 'receive') this.#receives.timeOut(wait, nowUs);
    else if (wait?.kind === 'hold') {
      user.intendedUs = user.dueUs;
      this.#requests.recordLag(user, nowUs - user.dueUs);
    }
    return false;
  }

  /** Looks again soon; a target that has not read what was sent by the time limit of its connection has failed. */
  #waitForReader(user: VirtualUser, wait: SocketWait<VirtualUser> & { readonly kind: 'turn' }, nowUs: number): boolean {
    if (nowUs - wait.sinceUs < wait.session.socket.request.program.timeoutUs) {
      user.socketWait = wait;
      this.#queue.schedule(user, nowUs + BUFFER_CHECK_US);
      return true;
    }
    this.#keeper.giveUpSending(wait.session, nowUs);
    user.failed = true;
    user.pc = user.code.length;
    return false;
  }

  /** Gives up what a user waits for; recorded with the outcome. */
  giveUp(user: VirtualUser, outcome: 'cut' | 'interrupted', nowUs: number): void {
    const wait = user.socketWait;
    user.socketWait = undefined;
    if (wait?.kind === 'connect') this.#keeper.giveUpConnect(wait.session, outcome, nowUs);
    else if (wait?.kind === 'receive') this.#receives.giveUp(wait, outcome, nowUs);
  }

  /** A virtual user ends: its connections are closed. */
  retire(user: VirtualUser, nowUs: number): void {
    for (const session of [...user.sessions]) this.#keeper.leave(session, nowUs);
  }
}

function openSession(user: VirtualUser, slot: number): UserSession {
  const session = user.sessions.find((known) => known.socket.program.slot === slot);
  if (session?.state === 'open') return session;
  throw new MissingVariable('the connection');
}

function isFull(session: UserSession): boolean {
  return (session.link?.bufferedBytes ?? 0) > MOST_BUFFERED_BYTES;
}
