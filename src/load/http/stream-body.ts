import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { messageOf } from '../../gate-error.ts';
import type { WireBody } from './http-call.ts';

/** Bodies up to this size go out in one piece. */
const PIECE_BYTES = 1_048_576;

/** What every upload of every virtual user sends: printable, not compressible to nothing, shared, never written to after this. */
const SHARED = Buffer.allocUnsafeSlow(PIECE_BYTES);
for (let index = 0, state = 0x2545f491; index < PIECE_BYTES; index += 4) {
  // xorshift32 (Marsaglia 2003), four letters a step.
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  for (let byte = 0; byte < 4; byte++) SHARED[index + byte] = 65 + (((state >>> (byte * 8)) & 31) % 26);
}

/** `size` bytes of the shared buffer: a view where it suffices, else the same piece again and again. */
export function sharedBytes(size: number): WireBody {
  return size <= PIECE_BYTES ? SHARED.subarray(0, size) : repeatShared(size);
}

/** The same in one piece, for what cannot be streamed: one copy a program, however many send it. */
export function wholeBytes(size: number): Uint8Array {
  return size <= PIECE_BYTES ? SHARED.subarray(0, size) : Buffer.alloc(size, SHARED);
}

/** The code of a body that is not what the plan has found: the request cannot be made as it was promised. */
export const BODY_CHANGED = 'BODY_CHANGED';

class BodyChanged extends Error {
  readonly code = BODY_CHANGED;
}

/** A file from disk, `size` bytes by the plan. It is opened when it is first read, so that a request that waits holds no file. */
export async function* fileBytes(path: string, size: number): AsyncGenerator<Uint8Array> {
  const name = basename(path);
  let read = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
      // Without an encoding a file's chunks are buffers.
      const bytes = chunk as Buffer;
      read += bytes.byteLength;
      if (read > size) break;
      yield bytes;
    }
  } catch (thrown) {
    throw new BodyChanged(`${name} could not be read: ${codeOrMessage(thrown)}`, { cause: thrown });
  }
  if (read !== size) throw new BodyChanged(`${name} had ${size} bytes when the run was planned and has ${read > size ? 'more' : read} now`);
}

/** A system error's message holds the whole path, its code does not. */
function codeOrMessage(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : messageOf(thrown);
}

/** Pieces one after the other, of which some are themselves streamed. */
export async function* joinBodies(pieces: readonly WireBody[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece === null) continue;
    if (typeof piece === 'string') yield Buffer.from(piece);
    else if (piece instanceof Uint8Array) yield piece;
    else yield* piece;
  }
}

function* repeatShared(size: number): Generator<Uint8Array> {
  for (let left = size; left > 0; left -= PIECE_BYTES) yield left >= PIECE_BYTES ? SHARED : SHARED.subarray(0, left);
}
