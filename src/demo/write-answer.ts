import type { Socket } from 'node:net';
import type { PreparedAnswer } from './prepared-answer.ts';
import type { Pieces } from './write-pieces.ts';

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
export function sizeOf(body: PreparedAnswer['body']): number {
  if ('totalBytes' in body) return body.totalBytes;
  return 'size' in body ? body.size : body.length;
}

/**
 * Head with its content length; the body follows by `writeBody`. Without a length HTTP/1.1 sends it chunked.
 * RFC 9110 forbids a content length beside 204, and 304 has no body to measure.
 */
export function writeHead(reply: Reply, answer: PreparedAnswer, contentLength: number | undefined): void {
  const bare = answer.status === 204 || answer.status === 304 || contentLength === undefined;
  reply.writeHead(answer.status, bare ? { ...answer.headers } : { ...answer.headers, 'content-length': contentLength });
}

/** Hands the whole body over and calls `done` when the last of it was written; a client that goes away ends it without `done`. */
export function writeBody(reply: Reply, body: Exclude<PreparedAnswer['body'], Pieces>, done: () => void): void {
  if (!('size' in body)) {
    reply.end(body);
    done();
    return;
  }
  pump(reply, body.size, (rest) => {
    reply.end(rest);
    done();
  });
}

/** Writes one piece of a body and calls back when the connection has taken it; a client that goes away ends it without. */
export function writePiece(reply: Reply, piece: Buffer | { readonly size: number }, written: () => void): void {
  if ('size' in piece) pump(reply, piece.size, (rest) => reply.write(rest, written));
  else reply.write(piece, written);
}

/** Filler as fast as the client reads it; the rest, 64 KiB or less, is for the caller to write. */
function pump(reply: Reply, size: number, writeRest: (rest: Buffer) => void): void {
  let left = size;
  const next = (): void => {
    while (left > FILLER.length) {
      left -= FILLER.length;
      if (!reply.write(FILLER)) {
        reply.once('drain', next);
        return;
      }
    }
    writeRest(FILLER.subarray(0, left));
  };
  next();
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
