import { remember } from './remember.ts';

interface Upload {
  /** Index → bytes. */
  readonly chunks: Map<number, number>;
  /** Set when its merging has begun. */
  merge: { readonly endsAtMs: number; readonly end: 'complete' | 'failed' } | undefined;
}

/** Uploads in chunks: which chunks came and how large they were, nothing of what was in them. The oldest beyond 100,000 is forgotten. */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();
  #merges = 0;

  /** Forgets every upload. */
  reset(): void {
    this.#uploads.clear();
    this.#merges = 0;
  }

  /** The id is new. */
  begin(id: string): void {
    remember(this.#uploads, id, { chunks: new Map(), merge: undefined });
  }

  /** A chunk that comes again replaces the earlier one; false: no such upload. */
  add(id: string, index: number, bytes: number): boolean {
    const upload = this.#uploads.get(id);
    upload?.chunks.set(index, bytes);
    return upload !== undefined;
  }

  /** Whether the chunks 0 … expected − 1 (default: up to the highest that came) are all there and no other; undefined: no such upload. */
  check(
    id: string,
    expected: number | undefined,
  ): { readonly complete: boolean; readonly bytes: number; readonly chunks: number } | undefined {
    const upload = this.#uploads.get(id);
    if (upload === undefined) return undefined;
    let highest = -1;
    for (const index of upload.chunks.keys()) highest = Math.max(highest, index);
    const count = expected ?? highest + 1;
    return { complete: upload.chunks.size === count && highest === count - 1, bytes: bytesOf(upload), chunks: upload.chunks.size };
  }

  /** Begins to merge the chunks of a known upload; each `failEvery`-th merge fails in the end. One that was begun before goes on. */
  merge(id: string, endsAtMs: number, failEvery: number): void {
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.merge !== undefined) return;
    this.#merges += 1;
    upload.merge = { endsAtMs, end: this.#merges % failEvery === 0 ? 'failed' : 'complete' };
  }

  /** Undefined: no such upload. */
  look(
    id: string,
    nowMs: number,
  ): { readonly state: 'uploading' | 'merging' | 'complete' | 'failed'; readonly bytes: number; readonly chunks: number } | undefined {
    const upload = this.#uploads.get(id);
    return upload && { state: stateOf(upload, nowMs), bytes: bytesOf(upload), chunks: upload.chunks.size };
  }

  /** `open`: uploading or merging; `completed`: merged without failure. */
  count(what: 'open' | 'completed', nowMs: number): number {
    let counted = 0;
    for (const upload of this.#uploads.values()) {
      const state = stateOf(upload, nowMs);
      if (what === 'completed' ? state === 'complete' : state === 'uploading' || state === 'merging') counted += 1;
    }
    return counted;
  }
}

function stateOf({ merge }: Upload, nowMs: number): 'uploading' | 'merging' | 'complete' | 'failed' {
  if (merge === undefined) return 'uploading';
  return nowMs < merge.endsAtMs ? 'merging' : merge.end;
}

function bytesOf({ chunks }: Upload): number {
  let bytes = 0;
  for (const size of chunks.values()) bytes += size;
  return bytes;
}
