/** One bucket that holds samples: the highest value that falls into it, and how many. */
export interface HdrBucket {
  readonly highest: number;
  readonly count: number;
}

/** What is wrong with a histogram, as the end of a sentence. */
export class HistogramProblem extends Error {}

/** HdrHistogram's cookies: the low byte's upper half is the word size, 1 in V2 (EncodableHistogram, V2EncodingCookieBase). */
const V2_COOKIE = 0x1c849303;
const V2_COMPRESSED = 0x1c849304;
const HEADER_BYTES = 40;
/** No honest histogram has more: 5 digits over the whole of 64 bits. */
const MOST_BUCKETS = 8_000_000;

/** The deflated part of a compressed histogram. Throws HistogramProblem for what is none, or older than V2. */
export function unwrapCompressed(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  if (bytes.length < 9) throw new HistogramProblem('is cut off');
  const cookie = withoutSize(view.getUint32(0));
  if (cookie !== withoutSize(V2_COMPRESSED)) throw new HistogramProblem('is not a compressed histogram of HdrHistogram, version 2');
  const length = view.getUint32(4);
  if (length !== bytes.length - 8) throw new HistogramProblem('is cut off');
  return bytes.subarray(8);
}

/**
 * The counts of an inflated histogram, ascending. Big endian: cookie, length of the payload, normalizing offset (of the writer's memory alone), significant digits (each 4 bytes), lowest and highest value,
 * ratio to doubles (8 bytes each); then ZigZag LEB128 counts, of which a negative one is so many empty buckets (HdrHistogram, V2 encoding). Throws HistogramProblem.
 */
export function decodeHistogram(bytes: Uint8Array): readonly HdrBucket[] {
  if (bytes.length < HEADER_BYTES) throw new HistogramProblem('is cut off');
  const view = viewOf(bytes);
  if (withoutSize(view.getUint32(0)) !== withoutSize(V2_COOKIE)) throw new HistogramProblem('has an encoding that is not version 2');
  if (view.getUint32(4) !== bytes.length - HEADER_BYTES) throw new HistogramProblem('is cut off');
  const digits = view.getInt32(12);
  const lowest = Number(view.getBigInt64(16));
  if (digits < 0 || digits > 5 || !(lowest >= 1 && lowest <= 2 ** 40)) throw new HistogramProblem('has a header that cannot be');
  // 1.0, as it is written in Java; readers for JavaScript and Python write the number 1 in its bits.
  if (view.getFloat64(32) !== 1 && view.getBigInt64(32) !== 1n) throw new HistogramProblem('is of fractions, which are not read');
  const highestOf = buildHighest(digits, lowest);
  const buckets: HdrBucket[] = [];
  let index = 0;
  for (const count of readNumbers(bytes.subarray(HEADER_BYTES))) {
    if (count < 0) index -= count;
    else {
      if (count > 0) buckets.push({ highest: highestOf(index), count });
      index++;
    }
    if (index > MOST_BUCKETS) throw new HistogramProblem('has more buckets than there can be');
  }
  return buckets;
}

/**
 * The highest value of the bucket at an index: with s = 2^⌈log2(2·10^digits)⌉ linear sub-buckets and u = ⌊log2(lowest)⌋, the first s have the width 2^u, and each s/2 after them
 * twice the width of those before (AbstractHistogram, valueFromIndex and highestEquivalentValue).
 */
function buildHighest(digits: number, lowest: number): (index: number) => number {
  const unit = Math.floor(Math.log2(lowest));
  const half = 2 ** (Math.max(1, Math.ceil(Math.log2(2 * 10 ** digits))) - 1);
  return (index) => {
    const bucket = Math.max(0, Math.floor(index / half) - 1);
    const sub = index < half ? index : (index % half) + half;
    return (sub + 1) * 2 ** (bucket + unit) - 1;
  };
}

/** ZigZag LEB128 of 64 bits, 9 bytes at most; counts beyond 2^53 are none. */
function* readNumbers(bytes: Uint8Array): Generator<number> {
  let at = 0;
  while (at < bytes.length) {
    let value = 0;
    let scale = 1;
    let isOpen = true;
    for (let length = 0; isOpen; length++) {
      const byte = bytes[at++];
      if (byte === undefined) throw new HistogramProblem('is cut off');
      isOpen = byte >= 128 && length < 8;
      value += (length < 8 ? byte % 128 : byte) * scale;
      scale *= 128;
    }
    const number = value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    if (!Number.isSafeInteger(number)) throw new HistogramProblem('has a count that cannot be');
    yield number;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function withoutSize(cookie: number): number {
  return (cookie & ~0xf0) >>> 0;
}
