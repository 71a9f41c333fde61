import type { JsonObject } from './dial-values.ts';

/** A body that comes in pieces, each at its time from the first moment that it may be written; at least one. */
export interface Pieces {
  readonly count: number;
  /** Over all pieces. */
  readonly totalBytes: number;
  readonly firstAfterMs: number;
  readonly everyMs: number;
  /** From 0; a size stands for that much filler. */
  readonly at: (index: number) => Buffer | { readonly size: number };
}

interface Pace {
  readonly everyMs: number;
  readonly firstAfterMs?: number;
}

/** Server-sent events with a growing `seq`, from 1. */
export function eventPieces(dials: Pace & { readonly count: number; readonly value?: JsonObject }): Pieces {
  const at = (index: number): Buffer => Buffer.from(`id: ${index + 1}\ndata: ${JSON.stringify({ seq: index + 1, ...dials.value })}\n\n`);
  let totalBytes = 0;
  for (let index = 0; index < dials.count; index += 1) totalBytes += at(index).length;
  return { count: dials.count, totalBytes, firstAfterMs: dials.firstAfterMs ?? 0, everyMs: dials.everyMs, at };
}

/** `size` bytes in pieces that differ by at most one byte. */
export function streamPieces(dials: Pace & { readonly size: number; readonly chunks: number }): Pieces {
  const { size, chunks } = dials;
  const endOf = (index: number): number => Math.floor((size * (index + 1)) / chunks);
  return {
    count: chunks,
    totalBytes: size,
    firstAfterMs: dials.firstAfterMs ?? 0,
    everyMs: dials.everyMs,
    at: (index) => ({ size: endOf(index) - endOf(index - 1) }),
  };
}

/** What writing in pieces needs of the one who writes. */
export interface PieceWriter {
  /** Runs it then, or at the end of a stall; never once the exchange is over. */
  readonly schedule: (dueMs: number, run: () => void) => void;
  /** Calls back when the connection takes more. */
  readonly write: (piece: Buffer | { readonly size: number }, written: () => void) => void;
  readonly end: () => void;
}

/** Writes them all, then ends; a piece that a slow reader delays delays those after it only until they catch up. */
export function writePieces(pieces: Pieces, startMs: number, writer: PieceWriter): void {
  const write = (index: number): void => {
    if (index >= pieces.count) {
      writer.end();
      return;
    }
    writer.schedule(startMs + pieces.firstAfterMs + index * pieces.everyMs, () => {
      writer.write(pieces.at(index), () => write(index + 1));
    });
  };
  write(0);
}
