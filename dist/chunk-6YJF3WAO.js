import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/seeded-random.ts
var SeededRandom = class {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;
  /** Streams with different `keys` are independent for our purposes; all numbers are taken modulo 2^32. */
  constructor(seed, ...keys) {
    this.reseed(seed, keys);
  }
  /** Starts over as if constructed so; allocates nothing, for reuse in hot paths. */
  reseed(seed, keys) {
    let state = mix32(seed >>> 0) ^ mix32(Math.floor(seed / 2 ** 32) + 2654435769);
    for (const key of keys) state = mix32(state + Math.imul(key + 1 | 0, 2246822507));
    this.#a = mix32(state + 2654435769);
    this.#b = mix32(this.#a + 2654435769);
    this.#c = mix32(this.#b + 2654435769);
    this.#d = 1;
    for (let round = 0; round < 12; round++) this.nextUint32();
  }
  /** 0 … 2^32 − 1, uniform. sfc32 (Doty-Humphrey, PractRand): period at least 2^32, passes BigCrush. */
  nextUint32() {
    const sum = this.#a + this.#b + this.#d | 0;
    this.#d = this.#d + 1 | 0;
    this.#a = this.#b ^ this.#b >>> 9;
    this.#b = this.#c + (this.#c << 3) | 0;
    this.#c = (this.#c << 21 | this.#c >>> 11) + sum;
    this.#c |= 0;
    return sum >>> 0;
  }
  /** 0 ≤ x < 1, uniform, 32 bits. */
  next() {
    return this.nextUint32() / 4294967296;
  }
  /** A whole number from `min` to `max`, both included. */
  nextInt(min, max) {
    return min + Math.floor(((this.nextUint32() & 2097151) * 4294967296 + this.nextUint32()) / 2 ** 53 * (max - min + 1));
  }
};
function mix32(value) {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return mixed ^ mixed >>> 16 | 0;
}

export {
  SeededRandom
};
