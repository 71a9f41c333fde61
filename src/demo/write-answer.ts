import type { Socket } from 'node:net';
import type { PreparedAnswer } from './build-answer.ts';

/** What HTTP/1.1 and HTTP/2 answers of Node have in common. */
export interface Reply {
  writeHead(status: number, headers: Record<string, string | number>): unknown;
  write(chunk: Uint8Array, written?: () => void): boolean;
  end(chunk: Uint8Array): unknown;
  once(event: 'drain', listener: () => void): unknown;
  /** Absent from the types of h2, whose `writeHead` sends the head at once. */
  flushHeaders?(): void;
  once(event: 'close', listener: () => void): unknown;
}

/** The connection under a request, for faults that HTTP cannot express; h2: its stream. */
export interface Wire {
  /** Writes what is left, then ends the connection. */
  endConnection(): void;
  /** Resets it; what is on its way may be lost. */
  reset(): void;
  /** Undefined in h2, where nothing can be written beside HTTP. */
  readonly writeRaw: ((text: string) => void) | undefined;
}

const FILLER = Buffer.alloc(65_536, 'load-gate ');

/** Number of body bytes of an answer. */
export function sizeOf(answer: PreparedAnswer): number {
  return 'size' in answer.body ? answer.body.size : answer.body.length;
}

/** Head with its content length; the body follows by `writeBody`. RFC 9110 forbids a content length beside 204, and 304 has no body to measure. */
export function writeHead(reply: Reply, answer: PreparedAnswer, contentLength: number): void {
  const bodiless = answer.status === 204 || answer.status === 304;
  reply.writeHead(answer.status, bodiless ? { ...answer.headers } : { ...answer.headers, 'content-length': contentLength });
}

/** Hands the whole body over and calls `done` when the last of it was written; a client that goes away ends it without `done`. */
export function writeBody(reply: Reply, body: PreparedAnswer['body'], done: () => void): void {
  if (!('size' in body)) {
    reply.end(body);
    done();
    return;
  }
  let left = body.size;
  const pump = (): void => {
    while (left > FILLER.length) {
      left -= FILLER.length;
      if (!reply.write(FILLER)) {
        reply.once('drain', pump);
        return;
      }
    }
    reply.end(FILLER.subarray(0, left));
    done();
  };
  pump();
}

/** The wire of an HTTP/1.1 connection. */
export function buildSocketWire(socket: Socket): Wire {
  return {
    endConnection: () => socket.end(),
    reset: () => {
      // A TLS socket is not a TCP handle: it can only be dropped.
      if ('encrypted' in socket) socket.destroy();
      else socket.resetAndDestroy();
    },
    writeRaw: (text) => {
      socket.end(text);
    },
  };
}
