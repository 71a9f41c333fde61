import { randomBytes } from 'node:crypto';
import { deflateMessage } from './deflate-message.ts';

const FINAL = 0x80;
const COMPRESSED = 0x40;
const MASKED = 0x80;
const TEXT = 0x1;
const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;
/** Payloads of up to this many bytes have their length in the second byte. */
const LONGEST_SHORT = 125;
const LONGEST_MEDIUM = 65_535;
const NOTHING = new Uint8Array(0);

/** A frame, ready to be sent, and how much of it the caller gave, bytes. */
export interface WrittenFrame {
  readonly bytes: Buffer;
  readonly size: number;
}

/**
 * Writes the frames of a client (RFC 6455 section 5), one buffer each. Masks come from a cheap generator that is seeded once: they have to be unforeseeable so that
 * a page cannot make a browser say what a proxy between takes for HTTP; here nobody else chooses what is sent.
 */
export class FrameWriter {
  #state: number;

  constructor(seed: number = randomBytes(4).readUInt32LE()) {
    // Zero is the one state that the generator never leaves.
    this.#state = seed | 0 || 1;
  }

  /** A whole message, text or binary. */
  message(message: string | Uint8Array): WrittenFrame {
    if (typeof message !== 'string') return { bytes: this.#frame(FINAL | BINARY, message), size: message.byteLength };
    const short = message.length <= LONGEST_SHORT ? this.#shortText(message) : undefined;
    if (short) return { bytes: short, size: message.length };
    const size = Buffer.byteLength(message);
    const { frame, begin } = this.#head(FINAL | TEXT, size);
    frame.write(message, begin, 'utf8');
    mask(frame, begin);
    return { bytes: frame, size };
  }

  /** The same, compressed. An empty one stays as it is. */
  compressedMessage(message: string | Uint8Array): WrittenFrame {
    if (message.length === 0) return this.message(message);
    const isText = typeof message === 'string';
    const payload = isText ? Buffer.from(message) : message;
    const bytes = this.#frame(FINAL | COMPRESSED | (isText ? TEXT : BINARY), deflateMessage(payload));
    return { bytes, size: payload.byteLength };
  }

  ping(): Buffer {
    return this.#frame(FINAL | PING, NOTHING);
  }

  pong(payload: Uint8Array): Buffer {
    return this.#frame(FINAL | PONG, payload);
  }

  /** Undefined: without a code. */
  close(code: number | undefined): Buffer {
    return this.#frame(FINAL | CLOSE, code === undefined ? NOTHING : Uint8Array.of(code >> 8, code & 0xff));
  }

  /** One pass for what most messages are; undefined: it is not all ASCII. */
  #shortText(text: string): Buffer | undefined {
    const { frame, begin } = this.#head(FINAL | TEXT, text.length);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return undefined;
      frame[begin + index] = code ^ (frame[begin - 4 + (index & 3)] ?? 0);
    }
    return frame;
  }

  #frame(first: number, payload: Uint8Array): Buffer {
    const { frame, begin } = this.#head(first, payload.byteLength);
    frame.set(payload, begin);
    mask(frame, begin);
    return frame;
  }

  /** A frame of which the payload is still missing; the mask is the four bytes before it. */
  #head(first: number, size: number): { readonly frame: Buffer; readonly begin: number } {
    const begin = size <= LONGEST_SHORT ? 6 : size <= LONGEST_MEDIUM ? 8 : 14;
    // With the two bytes in front the payload stands where it can be masked a word at a time; pooled buffers begin at multiples of eight.
    const frame = begin === 14 ? Buffer.allocUnsafeSlow(size + 16).subarray(2) : Buffer.allocUnsafe(begin + size);
    frame[0] = first;
    if (begin === 6) {
      frame[1] = MASKED | size;
    } else if (begin === 8) {
      frame[1] = MASKED | 126;
      frame.writeUInt16BE(size, 2);
    } else {
      frame[1] = MASKED | 127;
      frame.writeUInt32BE(Math.floor(size / 2 ** 32), 2);
      frame.writeUInt32BE(size % 2 ** 32, 6);
    }
    const key = this.#nextMask();
    frame[begin - 4] = key;
    frame[begin - 3] = key >> 8;
    frame[begin - 2] = key >> 16;
    frame[begin - 1] = key >> 24;
    return { frame, begin };
  }

  /** Xorshift with 32 bits (Marsaglia 2003). */
  #nextMask(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state;
  }
}

function mask(frame: Buffer, begin: number): void {
  let at = begin;
  const place = frame.byteOffset + begin;
  if (place % 4 === 0 && frame.length - begin >= 64) {
    // The mask stands right before the payload, so it is a word of its own, in the machine's own order.
    const words = new Int32Array(frame.buffer, place - 4, 1 + ((frame.length - begin) >> 2));
    const key = words[0] ?? 0;
    for (let index = 1; index < words.length; index++) words[index] = (words[index] ?? 0) ^ key;
    at += (words.length - 1) * 4;
  }
  for (; at < frame.length; at++) frame[at] = (frame[at] ?? 0) ^ (frame[begin - 4 + ((at - begin) & 3)] ?? 0);
}
