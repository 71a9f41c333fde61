import { isUtf8 } from 'node:buffer';
import { inflateMessage } from './deflate-message.ts';
import { WsProtocolError } from './ws-protocol-error.ts';

/** What a parser tells. Payloads are only good until the call returns. */
export interface FrameSink {
  onMessage(payload: Buffer, isText: boolean): void;
  onPing(payload: Buffer): void;
  onPong(): void;
  /** Once, and nothing after it. 1005: the frame had no code. */
  onClose(code: number, reason: string): void;
}

/** A message beyond is refused: nothing that is measured needs it, and it must not fill the memory. */
export const LONGEST_MESSAGE = 16 * 1_048_576;
/** Bytes, at first: a server may leave ten thousand messages unfinished. */
const FIRST_BLOCK = 1_024;
const TEXT = 0x1;
const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/**
 * Reads the frames of a server (RFC 6455 section 5) as they come in pieces, strictly: what is not exactly right is a WsProtocolError. It holds no memory
 * between messages, and a message in one frame in one piece is handed on as it lies there.
 */
export class FrameParser {
  readonly #sink: FrameSink;
  readonly #deflates: boolean;
  /** A frame's head, or a control frame, that was cut off. */
  #rest: Buffer | undefined;
  /** Of the message that is under way in several frames or pieces; 0: none is. */
  #opcode = 0;
  #isCompressed = false;
  /** Of its newest frame. */
  #isFinal = false;
  #left = 0;
  #joined: Buffer | undefined;
  #filled = 0;
  #isOver = false;

  constructor(sink: FrameSink, deflates: boolean) {
    this.#sink = sink;
    this.#deflates = deflates;
  }

  /** Takes in what came and keeps no reference to it. Throws WsProtocolError, after which the parser is of no use any more. */
  execute(chunk: Buffer): void {
    let bytes = chunk;
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = undefined;
    }
    let at = 0;
    while (at < bytes.length && !this.#isOver) {
      const next = this.#left > 0 ? this.#fill(bytes, at) : this.#readFrame(bytes, at);
      if (next < 0) {
        this.#rest = Buffer.from(bytes.subarray(at));
        return;
      }
      at = next;
    }
  }

  /** Nothing more is told. */
  stop(): void {
    this.#isOver = true;
    this.#rest = undefined;
    this.#joined = undefined;
  }

  /** Where it goes on; -1: more is needed. */
  #readFrame(bytes: Buffer, at: number): number {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (second === undefined) return -1;
    const opcode = first & 0x0f;
    this.#checkHead(first, second);
    if (opcode >= CLOSE) {
      const end = at + 2 + second;
      if (end > bytes.length) return -1;
      this.#tellControl(opcode, bytes.subarray(at + 2, end));
      return end;
    }
    const begin = at + (second < 126 ? 2 : second === 126 ? 4 : 10);
    if (begin > bytes.length) return -1;
    const size = second < 126 ? second : readSize(bytes, at);
    if (size + this.#filled > LONGEST_MESSAGE)
      throw new WsProtocolError('MESSAGE_TOO_BIG', `a message has more than ${LONGEST_MESSAGE} bytes`, 1_009);
    const isFinal = first >= 0x80;
    if (isFinal && opcode !== 0 && begin + size <= bytes.length) {
      this.#tell(bytes.subarray(begin, begin + size), opcode, (first & 0x40) !== 0);
      return begin + size;
    }
    if (opcode !== 0) {
      this.#opcode = opcode;
      this.#isCompressed = (first & 0x40) !== 0;
    }
    this.#isFinal = isFinal;
    this.#left = size;
    if (size > 0) return this.#fill(bytes, begin);
    this.#endFrame();
    return begin;
  }

  #checkHead(first: number, second: number): void {
    const opcode = first & 0x0f;
    const isControl = opcode >= CLOSE;
    if (isControl ? opcode > PONG : opcode > BINARY)
      throw new WsProtocolError('UNKNOWN_OPCODE', 'a frame has an opcode that is not defined');
    // Only the first frame of a message tells that it is compressed.
    const mayBeCompressed = this.#deflates && !isControl && opcode !== 0;
    if ((first & (mayBeCompressed ? 0x30 : 0x70)) !== 0) throw new WsProtocolError('RESERVED_BITS', 'a frame has reserved bits set');
    if (second >= 0x80) throw new WsProtocolError('MASKED_FRAME', 'the server sent a masked frame');
    if (isControl) {
      if (first < 0x80) throw new WsProtocolError('CONTROL_FRAME', 'a control frame is fragmented');
      if (second > 125) throw new WsProtocolError('CONTROL_FRAME', 'a control frame has more than 125 bytes');
    } else if ((opcode === 0) !== this.#isUnderWay()) {
      throw new WsProtocolError(
        'FRAGMENT',
        opcode === 0 ? 'a message goes on that never began' : 'a message begins before the last one is complete',
      );
    }
  }

  #isUnderWay(): boolean {
    return this.#opcode !== 0;
  }

  /** Takes bytes of the frame that is under way. */
  #fill(bytes: Buffer, at: number): number {
    const size = Math.min(this.#left, bytes.length - at);
    const needed = this.#filled + size;
    let joined = this.#joined;
    if (!joined || joined.length < needed) {
      // Not at once what the server says that it will send: it may say much.
      const most = this.#isFinal ? this.#filled + this.#left : LONGEST_MESSAGE;
      const grown = Buffer.allocUnsafeSlow(Math.min(most, Math.max(needed, (joined?.length ?? FIRST_BLOCK / 2) * 2)));
      joined?.copy(grown, 0, 0, this.#filled);
      this.#joined = joined = grown;
    }
    bytes.copy(joined, this.#filled, at, at + size);
    this.#filled = needed;
    this.#left -= size;
    if (this.#left === 0) this.#endFrame();
    return at + size;
  }

  #endFrame(): void {
    if (!this.#isFinal) return;
    const payload = this.#joined?.subarray(0, this.#filled) ?? Buffer.alloc(0);
    const opcode = this.#opcode;
    this.#opcode = 0;
    this.#filled = 0;
    this.#joined = undefined;
    this.#tell(payload, opcode, this.#isCompressed);
  }

  #tell(payload: Buffer, opcode: number, isCompressed: boolean): void {
    const whole = isCompressed ? inflateMessage(payload, LONGEST_MESSAGE) : payload;
    const isText = opcode === TEXT;
    if (isText && !isUtf8(whole)) throw new WsProtocolError('INVALID_UTF8', 'a text message is not valid UTF-8', 1_007);
    this.#sink.onMessage(whole, isText);
  }

  #tellControl(opcode: number, payload: Buffer): void {
    if (opcode === PING) this.#sink.onPing(payload);
    else if (opcode === PONG) this.#sink.onPong();
    else this.#tellClose(payload);
  }

  #tellClose(payload: Buffer): void {
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1_005;
    if (payload.length === 1 || (payload.length >= 2 && !mayBeSent(code)))
      throw new WsProtocolError('INVALID_CLOSE', 'a close frame has a code that may not be sent');
    const reason = payload.subarray(2);
    if (!isUtf8(reason)) throw new WsProtocolError('INVALID_UTF8', 'the reason of a close frame is not valid UTF-8', 1_007);
    this.stop();
    this.#sink.onClose(code, reason.toString('utf8'));
  }
}

/** Throws when it is written longer than it has to be. */
function readSize(bytes: Buffer, at: number): number {
  const isMedium = bytes[at + 1] === 126;
  const size = isMedium ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
  const isPositive = isMedium || (bytes[at + 2] ?? 0) < 0x80;
  if (size > (isMedium ? 125 : 65_535) && isPositive) return size;
  throw new WsProtocolError('INVALID_LENGTH', 'a frame has its length written in a way that is not allowed');
}

/** RFC 6455 section 7.4, and what has been registered since. */
function mayBeSent(code: number): boolean {
  return (code >= 1_000 && code <= 1_014 && code !== 1_004 && code !== 1_005 && code !== 1_006) || (code >= 3_000 && code <= 4_999);
}
