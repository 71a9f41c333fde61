import type { ConnectionSettings } from '../../plan/program.ts';
import { Connection, type ConnectionContext } from './connection.ts';
import type { HttpCall } from './http-call.ts';

/** The connections to one origin with one set of settings. Idle ones are taken last in, first out: the warmest serves, the others may close. */
export class ConnectionPool {
  readonly #origin: string;
  readonly #settings: ConnectionSettings;
  readonly #proxy: URL | undefined;
  readonly #context: ConnectionContext;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  /** Calls for which no connection was free; `#nextWaiting` is the head, so that taking one costs no shift. */
  #waiting: HttpCall[] = [];
  #nextWaiting = 0;
  #openedByGone = 0;
  #partner: ConnectionPool | undefined;

  constructor(
    origin: string,
    settings: ConnectionSettings,
    route: { readonly proxy: URL | undefined; readonly context: ConnectionContext },
  ) {
    this.#origin = origin;
    this.#settings = settings;
    this.#proxy = route.proxy;
    this.#context = route.context;
  }

  /** The pool of the other target of a comparison; undefined: it has none yet, and will say so itself. */
  pairWith(partner: ConnectionPool | undefined): void {
    this.#partner = partner;
    if (partner) partner.#partner = this;
  }

  /** A connection for a call; undefined: all are busy and the limit is reached, the call waits in line. */
  acquire(call: HttpCall): Connection | undefined {
    const isFull = this.#settings.limit !== undefined && this.#all.size >= this.#settings.limit;
    const isBehind = !isFull && this.#partner !== undefined && this.#partner.#all.size > this.#all.size;
    const idle = isBehind ? undefined : this.#idle.pop();
    if (idle) return idle;
    if (isFull) {
      this.#waiting.push(call);
      return undefined;
    }
    const connection = new Connection(this.#origin, this.#settings, this.#proxy, this.#context);
    this.#all.add(connection);
    return connection;
  }

  /** Takes a connection back; answers the call that is next in line for it. */
  release(connection: Connection): HttpCall | undefined {
    const next = this.#takeWaiting();
    if (!next) this.#idle.push(connection);
    return next;
  }

  /** Closes a connection whose call was given up; answers a call that can now have a new one. */
  discard(connection: Connection): HttpCall | undefined {
    this.#all.delete(connection);
    this.#openedByGone += connection.opened;
    connection.destroy();
    return this.#takeWaiting();
  }

  /** Takes a call that was given up out of the line. */
  forget(call: HttpCall): void {
    const place = this.#waiting.indexOf(call, this.#nextWaiting);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** Connections opened so far, reconnects included. */
  get opened(): number {
    let opened = this.#openedByGone;
    for (const connection of this.#all) opened += connection.opened;
    return opened;
  }

  /** Closes everything. */
  close(): void {
    for (const connection of this.#all) connection.destroy();
  }

  #takeWaiting(): HttpCall | undefined {
    const call = this.#waiting[this.#nextWaiting];
    if (!call) return undefined;
    this.#nextWaiting++;
    if (this.#nextWaiting > 1_024 && this.#nextWaiting * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#nextWaiting);
      this.#nextWaiting = 0;
    }
    return call;
  }
}
