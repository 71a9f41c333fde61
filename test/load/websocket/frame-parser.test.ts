import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { FrameParser, LONGEST_MESSAGE, type FrameSink } from '../../../src/load/websocket/frame-parser.ts';
import { WsProtocolError } from '../../../src/load/websocket/ws-protocol-error.ts';

/** Writes down what a parser tells. */
class Told implements FrameSink {
  readonly events: string[] = [];
  onMessage(payload: Buffer, isText: boolean): void {
    this.events.push(isText ? `text ${payload.toString('utf8')}` : `binary ${payload.toString('hex')}`);
  }
  onPing(payload: Buffer): void {
    this.events.push(`ping ${payload.toString('latin1')}`);
  }
  onPong(): void {
    this.events.push('pong');
  }
  onClose(code: number, reason: string): void {
    this.events.push(`close ${code} ${reason}`);
  }
}

/** A server's frame by the letter of RFC 6455 section 5.2. */
function frame(first: number, payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload);
  const size = bytes.length;
  if (size < 126) return Buffer.concat([Buffer.from([first, size]), bytes]);
  const head = Buffer.alloc(size < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = size < 65_536 ? 126 : 127;
  if (size < 65_536) head.writeUInt16BE(size, 2);
  else head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, bytes]);
}

/** Feeds pieces that are overwritten afterwards, as the common read buffer is. */
function parse(pieces: readonly Buffer[], deflates = false): string[] {
  const told = new Told();
  const parser = new FrameParser(told, deflates);
  try {
    for (const piece of pieces) {
      const lent = Buffer.from(piece);
      parser.execute(lent);
      lent.fill(0xee);
    }
  } catch (thrown) {
    if (!(thrown instanceof WsProtocolError)) throw thrown;
    told.events.push(`${thrown.code} ${thrown.closeCode}`);
  }
  return told.events;
}

function bytewise(bytes: Buffer): Buffer[] {
  return [...bytes].map((byte) => Buffer.from([byte]));
}

function deflated(text: string): Buffer {
  return deflateRawSync(text, { finishFlush: 2 }).subarray(0, -4);
}

const medium = 'm'.repeat(126);
const SEQUENCES: readonly {
  readonly name: string;
  readonly bytes: Buffer;
  readonly told: readonly string[];
  readonly deflates?: boolean;
}[] = [
  { name: 'a text message', bytes: Buffer.from([0x81, 5, 0x48, 0x65, 0x6c, 0x6c, 0x6f]), told: ['text Hello'] },
  { name: 'an empty text and an empty binary message', bytes: Buffer.from([0x81, 0, 0x82, 0]), told: ['text ', 'binary '] },
  { name: 'text of several bytes a letter', bytes: frame(0x81, 'grün €'), told: ['text grün €'] },
  { name: 'a message with a length of two bytes', bytes: frame(0x81, medium), told: [`text ${medium}`] },
  {
    name: 'a letter cut by fragments, with a ping between, an empty fragment and a message behind',
    bytes: Buffer.concat([
      frame(0x01, Buffer.from('€').subarray(0, 1)),
      frame(0x89, 'are you there'),
      frame(0x00, ''),
      frame(0x80, Buffer.from('€').subarray(1)),
      frame(0x82, Buffer.from([1, 2])),
    ]),
    told: ['ping are you there', 'text €', 'binary 0102'],
  },
  { name: 'pongs with and without a payload', bytes: Buffer.concat([frame(0x8a, ''), frame(0x8a, 'x')]), told: ['pong', 'pong'] },
  {
    name: 'a close frame, and nothing behind it',
    bytes: Buffer.concat([frame(0x88, Buffer.concat([Buffer.from([0x03, 0xf0]), Buffer.from('bye')])), frame(0x81, 'x')]),
    told: ['close 1008 bye'],
  },
  { name: 'a close frame without a code', bytes: Buffer.from([0x88, 0]), told: ['close 1005 '] },
  {
    name: 'compressed messages, one of them in fragments, and one that is not',
    bytes: Buffer.concat([
      frame(0xc1, deflated('squeezed')),
      frame(0x41, deflated('in parts').subarray(0, 3)),
      frame(0x80, deflated('in parts').subarray(3)),
      frame(0x81, 'as it is'),
    ]),
    told: ['text squeezed', 'text in parts', 'text as it is'],
    deflates: true,
  },
];

suite('the parser of frames', () => {
  for (const { name, bytes, told, deflates } of SEQUENCES) {
    test(`reads ${name}, in one piece, in two anywhere, and byte by byte`, () => {
      assert.deepEqual(parse([bytes], deflates), told);
      assert.deepEqual(parse(bytewise(bytes), deflates), told);
      for (let at = 1; at < bytes.length; at++)
        assert.deepEqual(parse([bytes.subarray(0, at), bytes.subarray(at)], deflates), told, `cut at ${at}`);
    });
  }

  const BROKEN: readonly {
    readonly name: string;
    readonly bytes: Buffer;
    readonly told: readonly string[];
    readonly deflates?: boolean;
  }[] = [
    { name: 'a masked frame', bytes: Buffer.from([0x81, 0x81, 1, 2, 3, 4, 0x61]), told: ['MASKED_FRAME 1002'] },
    { name: 'the first reserved bit without an extension', bytes: frame(0xc1, 'x'), told: ['RESERVED_BITS 1002'] },
    { name: 'the second reserved bit', bytes: frame(0xa1, 'x'), told: ['RESERVED_BITS 1002'], deflates: true },
    { name: 'the third reserved bit', bytes: frame(0x91, 'x'), told: ['RESERVED_BITS 1002'], deflates: true },
    { name: 'a compressed ping', bytes: frame(0xc9, 'x'), told: ['RESERVED_BITS 1002'], deflates: true },
    {
      name: 'compression told by a later fragment',
      bytes: Buffer.concat([frame(0x41, deflated('x')), frame(0xc0, '')]),
      told: ['RESERVED_BITS 1002'],
      deflates: true,
    },
    { name: 'opcode 3', bytes: frame(0x83, 'x'), told: ['UNKNOWN_OPCODE 1002'] },
    { name: 'opcode 11', bytes: frame(0x8b, 'x'), told: ['UNKNOWN_OPCODE 1002'] },
    { name: 'a fragmented ping', bytes: frame(0x09, 'x'), told: ['CONTROL_FRAME 1002'] },
    { name: 'a ping of 126 bytes', bytes: frame(0x89, medium), told: ['CONTROL_FRAME 1002'] },
    { name: 'a fragment of nothing', bytes: frame(0x80, 'x'), told: ['FRAGMENT 1002'] },
    { name: 'a message within a message', bytes: Buffer.concat([frame(0x01, 'x'), frame(0x81, 'y')]), told: ['FRAGMENT 1002'] },
    {
      name: 'a fragment of nothing after a message',
      bytes: Buffer.concat([frame(0x81, 'x'), frame(0x00, 'y')]),
      told: ['text x', 'FRAGMENT 1002'],
    },
    { name: 'a short length written in two bytes', bytes: Buffer.from([0x81, 126, 0, 1, 0x61]), told: ['INVALID_LENGTH 1002'] },
    {
      name: 'a medium length written in eight',
      bytes: Buffer.from([0x82, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff]),
      told: ['INVALID_LENGTH 1002'],
    },
    { name: 'a length beyond 63 bits', bytes: Buffer.from([0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0]), told: ['INVALID_LENGTH 1002'] },
    {
      name: 'a huge length',
      bytes: Buffer.from([0x82, 127, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      told: ['MESSAGE_TOO_BIG 1009'],
    },
    { name: 'text that is no UTF-8', bytes: frame(0x81, Buffer.from([0xc3, 0x28])), told: ['INVALID_UTF8 1007'] },
    { name: 'half a letter at the end of text', bytes: frame(0x81, Buffer.from([0xe2, 0x82])), told: ['INVALID_UTF8 1007'] },
    { name: 'a close frame of one byte', bytes: frame(0x88, 'x'), told: ['INVALID_CLOSE 1002'] },
    ...[0, 999, 1004, 1005, 1006, 1015, 2999, 5000].map((code) => ({
      name: `a close frame with ${code}`,
      bytes: frame(0x88, Buffer.from([code >> 8, code & 0xff])),
      told: ['INVALID_CLOSE 1002'],
    })),
    { name: 'a reason that is no UTF-8', bytes: frame(0x88, Buffer.from([3, 232, 0xff])), told: ['INVALID_UTF8 1007'] },
    { name: 'what was never compressed', bytes: frame(0xc1, Buffer.from([0x07, 0xff])), told: ['INVALID_DEFLATE 1007'], deflates: true },
  ];

  for (const { name, bytes, told, deflates } of BROKEN) {
    test(`refuses ${name}, in one piece and byte by byte`, () => {
      assert.deepEqual(parse([bytes], deflates), told);
      assert.deepEqual(parse(bytewise(bytes), deflates), told);
    });
  }

  test('takes a message of the longest length and refuses one byte more, in one frame and in fragments', () => {
    const longest = Buffer.alloc(LONGEST_MESSAGE, 1);
    const sizes: number[] = [];
    const sink = Object.assign(new Told(), { onMessage: (payload: Buffer) => void sizes.push(payload.length) });
    const parser = new FrameParser(sink, false);
    parser.execute(frame(0x82, longest));
    const bytes = Buffer.concat([frame(0x02, longest.subarray(0, 70_000)), frame(0x80, longest.subarray(70_000))]);
    for (let at = 0; at < bytes.length; at += 65_536) parser.execute(bytes.subarray(at, at + 65_536));
    assert.deepEqual(sizes, [LONGEST_MESSAGE, LONGEST_MESSAGE]);
    assert.deepEqual(parse([frame(0x02, longest), frame(0x80, 'x')]), ['MESSAGE_TOO_BIG 1009']);
    assert.deepEqual(parse([frame(0x82, Buffer.alloc(LONGEST_MESSAGE + 1))]), ['MESSAGE_TOO_BIG 1009']);
  });

  test('refuses little that inflates to very much', () => {
    const bomb = deflated('0'.repeat(LONGEST_MESSAGE + 1));
    assert.ok(bomb.length < 100_000);
    assert.deepEqual(parse([frame(0xc1, bomb)], true), ['MESSAGE_TOO_BIG 1009']);
  });

  test('keeps little for a message of which little came, whatever is announced', (context) => {
    const asked = context.mock.method(Buffer, 'allocUnsafeSlow');
    for (const begin of [frame(0x02, 'x'), frame(0x82, Buffer.alloc(LONGEST_MESSAGE)).subarray(0, 11)]) parse([begin]);
    const sizes = asked.mock.calls.map((call) => call.arguments[0]);
    assert.equal(sizes.length, 2);
    assert.ok(Math.max(...sizes) <= 4_096, `${sizes.join(', ')} bytes`);
  });

  test('hands a whole message on as it lies in the piece', () => {
    const piece = frame(0x82, 'as it lies');
    let lent: Buffer | undefined;
    new FrameParser(Object.assign(new Told(), { onMessage: (payload: Buffer) => void (lent = payload) }), false).execute(piece);
    assert.equal(lent?.buffer, piece.buffer);
  });

  test('tells nothing more once it is stopped in the middle of a piece', () => {
    const told: string[] = [];
    const parser: FrameParser = new FrameParser(
      Object.assign(new Told(), {
        onMessage: (payload: Buffer) => {
          told.push(payload.toString());
          parser.stop();
        },
      }),
      false,
    );
    parser.execute(Buffer.concat([frame(0x81, 'one'), frame(0x81, 'two')]));
    parser.execute(frame(0x81, 'three'));
    assert.deepEqual(told, ['one']);
  });

  test('lets what a sink throws pass', () => {
    const broken = Object.assign(new Told(), {
      onMessage: () => {
        throw new TypeError('of the sink');
      },
    });
    assert.throws(() => new FrameParser(broken, false).execute(frame(0x81, 'x')), TypeError);
  });
});

/** Cuts bytes at places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((left, right) => left - right);
  return [...ends, bytes.length].map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}

const message = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 300 }),
  cuts: fc.array(fc.nat(400), { maxLength: 4 }),
  ping: fc.boolean(),
});

test('Messages in any fragments and any pieces are told as they were', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(5_000), { maxLength: 12 }), (messages, places) => {
      const wire: Buffer[] = [];
      const wanted: string[] = [];
      for (const { text, cuts, ping } of messages) {
        const parts = cut(Buffer.from(text), cuts);
        parts.forEach((part, index) => {
          wire.push(frame((index === parts.length - 1 ? 0x80 : 0) | (index === 0 ? 1 : 0), part));
          if (ping && index === 0) wire.push(frame(0x89, 'p'));
        });
        // The ping goes out after the first frame, which is the last one of a message in one frame.
        const events = ping ? ['ping p', `text ${text}`] : [`text ${text}`];
        wanted.push(...(parts.length === 1 ? events.toReversed() : events));
      }
      assert.deepEqual(parse(cut(Buffer.concat(wire), places)), wanted);
    }),
  );
});

test('Whatever comes is told or refused, the same in any pieces', () => {
  const chunk = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc
      .tuple(fc.constantFrom(0x81, 0x82, 0x01, 0x00, 0x80, 0x89, 0x8a, 0x88, 0xc1, 0xc2, 0x41), fc.uint8Array({ maxLength: 200 }))
      .map(([first, bytes]) => frame(first, Buffer.from(bytes))),
  );
  fc.assert(
    fc.property(
      fc.array(chunk, { maxLength: 10 }),
      fc.array(fc.nat(2_000), { maxLength: 10 }),
      fc.boolean(),
      (chunks, places, deflates) => {
        const bytes = Buffer.concat(chunks);
        assert.deepEqual(parse(cut(bytes, places), deflates), parse([bytes], deflates));
      },
    ),
    { numRuns: 1_000 },
  );
});
