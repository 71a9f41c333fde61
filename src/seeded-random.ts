/**
 * Seeded chance, the same on every platform: integer arithmetic and one division by a power of two, nothing that engines may round differently.
 * Not for secrets.
 */
export class SeededRandom {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** Streams with different `keys` are independent for our purposes; all numbers are taken modulo 2^32. */
  constructor(seed: number, ...keys: readonly number[]) {
    this.reseed(seed, keys);
  }

  /** Starts over as if constructed so; allocates nothing, for reuse in hot paths. */
  reseed(seed: number, keys: readonly number[]): void {
    // A 32-bit seed, its high part and the keys are absorbed by the murmur3 finaliser (Appleby), which mixes all bits.
    let state = mix32(seed >>> 0) ^ mix32(Math.floor(seed / 2 ** 32) + 0x9e3779b9);
    for (const key of keys) state = mix32(state + Math.imul((key + 1) | 0, 0x85ebca6b));
    this.#a = mix32(state + 0x9e3779b9);
    this.#b = mix32(this.#a + 0x9e3779b9);
    this.#c = mix32(this.#b + 0x9e3779b9);
    this.#d = 1;
    for (let round = 0; round < 12; round++) this.nextUint32();
  }

  /** 0 … 2^32 − 1, uniform. sfc32 (Doty-Humphrey, PractRand): period at least 2^32, passes BigCrush. */
  nextUint32(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1, uniform, 32 bits. */
  next(): number {
    return this.nextUint32() / 4_294_967_296;
  }

  /** A whole number from `min` to `max`, both included. */
  nextInt(min: number, max: number): number {
    return min + Math.floor((((this.nextUint32() & 0x1f_ffff) * 4_294_967_296 + this.nextUint32()) / 2 ** 53) * (max - min + 1));
  }
}

function mix32(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
