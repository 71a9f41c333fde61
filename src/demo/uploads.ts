import { remember } from './remember.ts';

/** Uploads in chunks: which chunks came and how large they were, nothing of what was in them. The oldest beyond 100,000 is forgotten. */
export class Uploads {
  readonly #uploads = new Map<string, Map<number, number>>();

  /** The id is new. */
  begin(id: string): void {
    remember(this.#uploads, id, new Map());
  }

  /** A chunk that comes again replaces the earlier one; false: no such upload. */
  add(id: string, index: number, bytes: number): boolean {
    const chunks = this.#uploads.get(id);
    chunks?.set(index, bytes);
    return chunks !== undefined;
  }

  /** Whether the chunks 0 … expected − 1 (default: up to the highest that came) are all there and no other; undefined: no such upload. */
  check(
    id: string,
    expected: number | undefined,
  ): { readonly complete: boolean; readonly bytes: number; readonly chunks: number } | undefined {
    const chunks = this.#uploads.get(id);
    if (chunks === undefined) return undefined;
    let highest = -1;
    let bytes = 0;
    for (const [index, size] of chunks) {
      highest = Math.max(highest, index);
      bytes += size;
    }
    const count = expected ?? highest + 1;
    return { complete: chunks.size === count && highest === count - 1, bytes, chunks: chunks.size };
  }
}
