import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { buildSocketWire } from '../write-answer.ts';

/** One open connection of a socket route. */
export class SocketPeer {
  /** What it showed at the handshake, whether anybody checks it or not. */
  readonly token: string | undefined;
  /** Undefined until the first subscription, as most have none. */
  channels: Set<string> | undefined;
  /** Number of its last push. */
  pushed = 0;
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  #silent = false;

  constructor(socket: WebSocket, wire: Duplex, token: string | undefined) {
    this.#socket = socket;
    this.#wire = wire;
    this.token = token;
  }

  /** Whether a message may be sent. */
  get isLive(): boolean {
    return !this.#silent && this.#socket.readyState === WebSocket.OPEN;
  }

  /** Bytes of the message; undefined when the connection takes none any more. */
  send(message: Buffer, binary: boolean): number | undefined {
    if (!this.isLive) return undefined;
    this.#socket.send(message, { binary });
    return message.length;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Without a close frame: a TCP reset, over TLS an end. */
  reset(): void {
    if (this.#wire instanceof Socket) buildSocketWire(this.#wire).reset();
    else this.#wire.destroy();
  }

  /** Neither reads nor sends from now on; the kernel keeps the connection. */
  silence(): void {
    this.#silent = true;
    this.#socket.pause();
  }
}
