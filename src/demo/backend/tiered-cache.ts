import { buildLatencySequence } from '../latency-sequence.ts';
import type { CacheDials, CacheTierDials } from './backend-dials.ts';

/** An answer from a cache: the tier that had it, and how long it takes. */
export interface CacheHit {
  readonly tier: string;
  readonly latencyMs: number;
}

interface Tier {
  dials: CacheTierDials;
  nextHitMs: () => number;
  /** Key → when it expires; the least recently used first. */
  readonly entries: Map<string, number>;
  hits: number;
  misses: number;
}

/** One cache: it knows which answers it has, and nothing of what is in them. */
export class TieredCache {
  #tiers: readonly Tier[] = [];
  #hits = 0;
  #misses = 0;

  /** Tiers keep their entries by name; what is beyond a smaller capacity goes. */
  setDials(dials: CacheDials, seed: number): void {
    const before = this.#tiers;
    this.#tiers = dials.tiers.map((tier, i) => {
      const old = before.find((one) => one.dials.name === tier.name);
      const entries = old?.entries ?? new Map<string, number>();
      shrink(entries, tier.capacity);
      return {
        dials: tier,
        nextHitMs: tier.hit ? buildLatencySequence(tier.hit, seed + i) : () => 0,
        entries,
        hits: old?.hits ?? 0,
        misses: old?.misses ?? 0,
      };
    });
  }

  /** Undefined: in no tier. */
  ask(key: string, nowMs: number): CacheHit | undefined {
    for (const [i, tier] of this.#tiers.entries()) {
      const expiresMs = tier.entries.get(key);
      if (expiresMs === undefined || expiresMs <= nowMs) {
        tier.entries.delete(key);
        tier.misses += 1;
        continue;
      }
      tier.hits += 1;
      this.#hits += 1;
      // Used: it goes to the young end, and up into the faster tiers.
      tier.entries.delete(key);
      tier.entries.set(key, expiresMs);
      for (const faster of this.#tiers.slice(0, i)) put(faster, key, nowMs);
      return { tier: tier.dials.name, latencyMs: tier.nextHitMs() };
    }
    this.#misses += 1;
    return undefined;
  }

  put(key: string, nowMs: number): void {
    for (const tier of this.#tiers) put(tier, key, nowMs);
  }

  /** Forgets the key, or with a `*` at its end all that begin so; how many there were, a key in several tiers being one. */
  remove(pattern: string): number {
    const removed = new Set<string>();
    for (const { entries } of this.#tiers)
      for (const key of entries.keys())
        if (pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern) {
          entries.delete(key);
          removed.add(key);
        }
    return removed.size;
  }

  /** Counts begin again; the entries stay. */
  reset(): void {
    this.#hits = 0;
    this.#misses = 0;
    for (const tier of this.#tiers) {
      tier.hits = 0;
      tier.misses = 0;
    }
  }

  /** Of one tier, or of the cache as a whole; undefined: no such tier. */
  counts(tier?: string): { readonly hits: number; readonly misses: number; readonly entries: number } | undefined {
    if (tier === undefined) {
      const keys = new Set(this.#tiers.flatMap(({ entries }) => [...entries.keys()]));
      return { hits: this.#hits, misses: this.#misses, entries: keys.size };
    }
    const found = this.#tiers.find(({ dials }) => dials.name === tier);
    return found && { hits: found.hits, misses: found.misses, entries: found.entries.size };
  }
}

function put({ entries, dials }: Tier, key: string, nowMs: number): void {
  entries.delete(key);
  entries.set(key, nowMs + (dials.ttlMs ?? Infinity));
  shrink(entries, dials.capacity);
}

function shrink(entries: Map<string, number>, capacity: number): void {
  for (const oldest of entries.keys()) {
    if (entries.size <= capacity) return;
    entries.delete(oldest);
  }
}
