import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { FrameWriter } from '../../../src/load/websocket/frame-writer.ts';

interface ReadFrame {
  readonly first: number;
  readonly mask: string;
  readonly payload: Buffer;
}

/** Reads a client's frame by the letter of RFC 6455 section 5.2 and 5.3. */
function readFrame(bytes: Buffer): ReadFrame {
  const [first = 0, second = 0] = bytes;
  assert.ok(second >= 0x80, 'it is masked');
  const short = second & 0x7f;
  const begin = short === 127 ? 10 : short === 126 ? 4 : 2;
  const size = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const mask = bytes.subarray(begin, begin + 4);
  assert.equal(bytes.length, begin + 4 + size);
  assert.equal(short, size < 126 ? size : size < 65_536 ? 126 : 127);
  const payload = Buffer.from(bytes.subarray(begin + 4).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { first, mask: mask.toString('hex'), payload };
}

suite('the writer of frames', () => {
  for (const size of [0, 1, 3, 63, 64, 65, 125, 126, 127, 1_000, 8_193, 65_535, 65_536, 65_537, 1_000_003]) {
    test(`writes ${size} bytes of text and of binary`, () => {
      const writer = new FrameWriter();
      const bytes = Buffer.alloc(size, 'abcdefg');
      const before = Buffer.from(bytes);
      for (const [message, first] of [
        [bytes, 0x82],
        [bytes.toString('latin1'), 0x81],
      ] as const) {
        const written = writer.message(message);
        assert.equal(written.size, size);
        const read = readFrame(written.bytes);
        assert.equal(read.first, first);
        assert.ok(read.payload.equals(before));
      }
      assert.ok(bytes.equals(before), 'what was given is not touched');
    });
  }

  test('counts bytes, not letters', () => {
    for (const text of ['é', '€'.repeat(42), '€'.repeat(43), '🙂'.repeat(100), `${'a'.repeat(124)}é`]) {
      const { bytes, size } = new FrameWriter().message(text);
      assert.equal(size, Buffer.byteLength(text));
      assert.equal(readFrame(bytes).payload.toString('utf8'), text);
    }
  });

  test('sends half a surrogate pair as the replacement character, so that the text stays UTF-8', () => {
    assert.equal(readFrame(new FrameWriter().message('\ud83d').bytes).payload.toString('utf8'), '\ufffd');
  });

  test('writes pings, pongs and close frames', () => {
    const writer = new FrameWriter();
    const shown = [writer.ping(), writer.pong(Buffer.from('same')), writer.close(1_000), writer.close(4_999), writer.close(undefined)]
      .map(readFrame)
      .map(({ first, payload }) => `${first.toString(16)} ${payload.toString('hex')}`);
    assert.deepEqual(shown, ['89 ', `8a ${Buffer.from('same').toString('hex')}`, '88 03e8', '88 1387', '88 ']);
  });

  test('masks each frame anew, also when it is seeded with zero', () => {
    for (const writer of [new FrameWriter(0), new FrameWriter()]) {
      const masks = Array.from({ length: 1_000 }, () => readFrame(writer.message('x').bytes).mask);
      assert.equal(new Set(masks).size, 1_000);
    }
  });

  test('compresses messages, but not empty ones, and tells the size that was given', () => {
    const writer = new FrameWriter();
    for (const [message, first] of [
      ['text '.repeat(1_000), 0xc1],
      [Buffer.from('binary '.repeat(1_000)), 0xc2],
    ] as const) {
      const { bytes, size } = writer.compressedMessage(message);
      assert.equal(size, message.length);
      const read = readFrame(bytes);
      assert.equal(read.first, first);
      assert.ok(read.payload.length < size / 10);
      const inflated = inflateRawSync(Buffer.concat([read.payload, Buffer.from([0, 0, 0xff, 0xff])]), { finishFlush: 2 });
      assert.equal(inflated.toString(), message.toString());
    }
    assert.equal(readFrame(writer.compressedMessage('').bytes).first, 0x81);
  });

  test('writes any text as it is', () => {
    const writer = new FrameWriter();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const { bytes, size } = writer.message(text);
        assert.equal(readFrame(bytes).payload.toString('utf8'), text);
        assert.equal(size, Buffer.byteLength(text));
      }),
    );
  });
});
