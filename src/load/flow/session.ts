import type { Due } from '../time/due-queue.ts';
import type { SocketEnd, SocketHandler, SocketLink } from '../websocket/socket-transport.ts';
import type { Inbox } from './inbox.ts';
import type { PreparedReceive, PreparedSocket } from './prepare-flow.ts';
import type { MessageMatch } from './match-message.ts';

/** A `receive` that is under way. */
export interface ReceiveWait<User> {
  readonly kind: 'receive';
  readonly receive: PreparedReceive;
  readonly match: MessageMatch;
  readonly session: Session<User>;
  /** The phase in which it was due. */
  readonly phase: number;
  /** What latency and service time count from. */
  readonly intendedUs: number;
  readonly startUs: number;
}

/** Why a virtual user with WebSockets does not go on. */
export type SocketWait<User> =
  | { readonly kind: 'connect'; readonly session: Session<User> }
  | ReceiveWait<User>
  | { readonly kind: 'hold'; readonly slots: readonly number[] }
  /** It has sent so much in a row that others must have their turn, or that the target must first take it. */
  | { readonly kind: 'turn'; readonly session: Session<User>; readonly sinceUs: number };

/** Who is told what happens on a connection. */
export interface SessionOwner<User> {
  sessionOpened(session: Session<User>, headers: Readonly<Record<string, string | string[] | undefined>>, nowUs: number): void;
  sessionMessage(session: Session<User>, payload: Buffer, nowUs: number): void;
  sessionPong(session: Session<User>, nowUs: number): void;
  sessionEnded(session: Session<User>, end: SocketEnd, nowUs: number): void;
  /** Its time is over: to connect, to be pinged, or to answer a ping. */
  sessionDue(session: Session<User>, nowUs: number): void;
}

/** One WebSocket of one virtual user (which knows its sessions, so its type is a parameter here): plain state, without closures or timers of its own, so that ten thousand fit in one worker. */
export class Session<User> implements SocketHandler, Due {
  dueUs = 0;
  place = -1;

  readonly user: User;
  readonly socket: PreparedSocket;
  readonly #owner: SessionOwner<User>;
  link: SocketLink | undefined;
  state: 'connecting' | 'open' | 'over' = 'connecting';
  /** What makes it ready; undefined: the handshake alone. */
  ready: MessageMatch | undefined;
  /** While it connects: where to, for cookies. */
  url = '';
  /** The phase in which it was due to connect. */
  phase = 0;
  intendedUs = 0;
  startUs = 0;
  /** When it was ready. */
  openedUs = 0;
  /** Of the last message sent: when it was due, and when it went; -1: none yet. */
  sendDueUs = -1;
  sentUs = -1;
  /** When the ping went that has no pong yet; -1: none is out. */
  pingUs = -1;
  /** Undefined: no step ever receives from it. */
  inbox: Inbox | undefined;
  /** The step that waits for a message. */
  waiting: ReceiveWait<User> | undefined;

  constructor(owner: SessionOwner<User>, user: User, socket: PreparedSocket) {
    this.#owner = owner;
    this.user = user;
    this.socket = socket;
  }

  fire(nowUs: number): void {
    this.#owner.sessionDue(this, nowUs);
  }

  socketOpened(headers: Readonly<Record<string, string | string[] | undefined>>, nowUs: number): void {
    this.#owner.sessionOpened(this, headers, nowUs);
  }

  socketMessage(payload: Buffer, _isText: boolean, nowUs: number): void {
    this.#owner.sessionMessage(this, payload, nowUs);
  }

  socketPong(nowUs: number): void {
    this.#owner.sessionPong(this, nowUs);
  }

  socketEnded(end: SocketEnd, nowUs: number): void {
    this.#owner.sessionEnded(this, end, nowUs);
  }
}
