import type { CallStage } from '../socket/classify-error.ts';
import type { Failure } from '../http/check-response.ts';

/**
 * What opens WebSockets (RFC 6455). It sends what it is given, answers pings, joins fragments, and tells a handler what comes; it keeps no message,
 * retries nothing and decides nothing.
 */
export interface SocketTransport {
  /** Begins to connect; the handler hears of everything later, never before this returns. */
  open(opening: SocketOpening, handler: SocketHandler): SocketLink;
  /** Destroys every connection. */
  close(): void;
}

export interface SocketOpening {
  /** `http://host:port` or `https://…`. */
  readonly origin: string;
  /** Path and query, escaped. */
  readonly path: string;
  /** Name, value, name, value; what the handshake needs itself is added. */
  readonly headers: readonly string[];
  /** Index of the connection settings. */
  readonly connection: number;
  readonly subprotocol: string | undefined;
  readonly deflate: boolean;
}

/** Whose connection it is. */
export interface SocketHandler {
  /** The handshake is done. `headers` are the answer's, lower case. */
  socketOpened(headers: Readonly<Record<string, string | string[] | undefined>>, nowUs: number): void;
  /** A whole message. `payload` is only good until this returns. */
  socketMessage(payload: Buffer, isText: boolean, nowUs: number): void;
  socketPong(nowUs: number): void;
  /** It is over, by the other side or an error, also before it was open; once, and never after `close` or `destroy`. */
  socketEnded(end: SocketEnd, nowUs: number): void;
}

export interface SocketEnd {
  /** How it is counted if it was not wanted: connect, tls, status, protocol, reset or ws-close. */
  readonly failure: Failure;
  /** Of the close frame; undefined: it ended without one. */
  readonly code: number | undefined;
}

/** One connection. */
export interface SocketLink {
  /** µs; -1: did not happen. */
  readonly connectUs: number;
  readonly tlsUs: number;
  /** When the handshake's answer came, µs since the start of the run; -1: none came. */
  readonly headUs: number;
  /** Of the handshake's answer; 0: none came. */
  readonly status: number;
  readonly stage: CallStage;
  /** What the system has not taken yet, bytes. */
  readonly bufferedBytes: number;
  /** Sends a message: text or binary. Answers its payload's size, bytes. Only once it is open. */
  send(message: string | Uint8Array): number;
  ping(): void;
  /** Says good-bye (a close frame with this code) and ends; the handler hears no more. */
  close(code: number): void;
  /** Ends at once; the handler hears no more. */
  destroy(): void;
}
