import { EMPTY_DISTRIBUTION, HIGHEST_BUCKET, isDistribution, type Distribution } from '../metrics/distribution.ts';

/**
 * A distribution as one short string: base64 (RFC 4648, padded) of unsigned LEB128 numbers.
 *
 *   distribution = ""                                          nothing was recorded
 *                | lowestUs, highestUs − lowestUs, sumUs, bucket { bucket }
 *   bucket       = 2 · (index − index before), 1 sample        (before the first: 0)
 *                | 2 · (index − index before) + 1, samples − 2
 *
 * `index` is the place in the counts array of an HdrHistogram with lowest 1 µs and 3 significant digits. Most buckets of a slice hold one
 * sample and lie close together, so that a sample costs little more than a byte.
 */
export function encodeDistribution(distribution: Distribution): string {
  if (distribution.count === 0) return '';
  const bytes: number[] = [];
  pushNumber(bytes, distribution.lowestUs);
  pushNumber(bytes, distribution.highestUs - distribution.lowestUs);
  pushNumber(bytes, distribution.sumUs);
  let before = 0;
  for (const [position, bucket] of distribution.buckets.entries()) {
    const count = distribution.counts[position] ?? 0;
    if (count < 1) throw new RangeError(`a listed bucket must hold a sample, not ${count}`);
    pushNumber(bytes, 2 * (bucket - before) + (count > 1 ? 1 : 0));
    if (count > 1) pushNumber(bytes, count - 2);
    before = bucket;
  }
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The distribution that was encoded, exactly; undefined for any text that `encodeDistribution` cannot have written. */
export function decodeDistribution(text: string): Distribution | undefined {
  if (text === '') return EMPTY_DISTRIBUTION;
  const numbers = readNumbers(text);
  if (!numbers) return undefined;
  const [lowestUs, widthUs, sumUs, ...rest] = numbers;
  if (lowestUs === undefined || widthUs === undefined || sumUs === undefined) return undefined;
  const read = readBuckets(rest);
  if (!read) return undefined;
  const distribution = { ...read, lowestUs, highestUs: lowestUs + widthUs, sumUs };
  return isDistribution(distribution) ? distribution : undefined;
}

function readBuckets(numbers: readonly number[]): Pick<Distribution, 'count' | 'buckets' | 'counts'> | undefined {
  const buckets: number[] = [];
  const counts: number[] = [];
  let count = 0;
  let before = 0;
  for (let position = 0; position < numbers.length; position++) {
    const head = numbers[position] ?? 0;
    const bucket = before + Math.floor(head / 2);
    if (bucket > HIGHEST_BUCKET || (bucket === before && buckets.length > 0)) return undefined;
    let samples = 1;
    if (head % 2 === 1) {
      const more = numbers[++position];
      if (more === undefined) return undefined;
      samples = more + 2;
    }
    buckets.push(bucket);
    counts.push(samples);
    count += samples;
    before = bucket;
  }
  return buckets.length === 0 ? undefined : { count, buckets, counts };
}

/** Arithmetic in place of shifts: sums of microseconds go beyond 32 bits. */
function pushNumber(bytes: number[], value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`only whole numbers from 0 can be encoded, not ${value}`);
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readNumbers(text: string): readonly number[] | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const binary = atob(text);
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (let position = 0; position < binary.length; position++) {
    const byte = binary.charCodeAt(position);
    value += (byte % 128) * scale;
    if (!Number.isSafeInteger(value)) return undefined;
    if (byte >= 128) {
      scale *= 128;
    } else {
      if (byte === 0 && scale > 1) return undefined; // not the shortest form
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return scale === 1 ? numbers : undefined;
}
