import type { SocketHandler, SocketLink, SocketOpening, SocketTransport } from '../../src/load/websocket/socket-transport.ts';
import type { Clock } from '../../src/load/time/run-clock.ts';

/** The server's side of a pretended WebSocket: what it does, and when, in pretended time. */
export class PretendedPeer implements SocketLink {
  readonly opening: SocketOpening;
  connectUs = -1;
  readonly tlsUs = -1;
  headUs = -1;
  status = 0;
  bufferedBytes = 0;
  /** The code that the client closed with; undefined: it has not. */
  closedWith: number | undefined;
  isDestroyed = false;
  pings = 0;
  answersPings = true;
  onMessage: (text: string) => void = () => undefined;
  readonly #clock: Clock;
  #handler: SocketHandler | undefined;

  constructor(opening: SocketOpening, handler: SocketHandler, clock: Clock) {
    this.opening = opening;
    this.#handler = handler;
    this.#clock = clock;
  }

  get stage(): 'connect' | 'sent' {
    return this.status === 0 ? 'connect' : 'sent';
  }

  /** The handshake succeeds. */
  accept(afterMs = 1, headers: Readonly<Record<string, string>> = {}): this {
    this.#later(afterMs, (handler) => {
      this.status = 101;
      this.headUs = this.#clock.nowUs();
      this.connectUs = 0;
      handler.socketOpened(headers, this.#clock.nowUs());
    });
    return this;
  }

  /** The handshake is answered with something else. */
  refuse(status: number, afterMs = 1): void {
    this.#later(afterMs, (handler) => {
      this.status = status;
      const failure = { class: 'status', reason: `status ${status}`, sample: `the handshake was answered ${status}` } as const;
      this.#handler = undefined;
      handler.socketEnded({ failure, code: undefined }, this.#clock.nowUs());
    });
  }

  /** Sends a message to the client. */
  say(message: unknown, afterMs = 1): this {
    const payload = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
    this.#later(afterMs, (handler) => handler.socketMessage(payload, true, this.#clock.nowUs()));
    return this;
  }

  /** Ends the connection with a close code. */
  end(code: number, afterMs = 1, text = ''): void {
    this.#later(afterMs, (handler) => {
      this.#handler = undefined;
      const failure = { class: 'ws-close', reason: `closed ${code}`, sample: `the other side closed with ${code} ${text}` } as const;
      handler.socketEnded({ failure, code }, this.#clock.nowUs());
    });
  }

  send(message: string | Uint8Array): number {
    const text = typeof message === 'string' ? message : Buffer.from(message).toString('latin1');
    this.#later(0, () => this.onMessage(text));
    return Buffer.byteLength(message);
  }

  ping(): void {
    this.pings++;
    if (this.answersPings) this.#later(1, (handler) => handler.socketPong(this.#clock.nowUs()));
  }

  close(code: number): void {
    this.closedWith = code;
    this.#handler = undefined;
  }

  destroy(): void {
    this.isDestroyed = true;
    this.#handler = undefined;
  }

  /** Nothing reaches a handler that has gone. */
  #later(afterMs: number, act: (handler: SocketHandler) => void): void {
    setTimeout(() => {
      if (this.#handler) act(this.#handler);
    }, afterMs);
  }
}

/** Opens WebSockets to a pretended server; `serve` is told of each. `peers` lists all that were ever opened. */
export function pretendSockets(
  clock: Clock,
  serve: (peer: PretendedPeer) => void,
): SocketTransport & { readonly peers: readonly PretendedPeer[] } {
  const peers: PretendedPeer[] = [];
  return {
    peers,
    open: (opening, handler) => {
      const peer = new PretendedPeer(opening, handler, clock);
      peers.push(peer);
      serve(peer);
      return peer;
    },
    close: () => {
      for (const peer of peers) peer.destroy();
    },
  };
}
