import type { JsonObject } from '../dial-values.ts';
import type { CollectionDials } from './backend-dials.ts';

const KEPT = 10_000;

/** Objects with ids, as a table has them. */
export class Collection {
  readonly #objects = new Map<number, JsonObject>();
  #nextId = 1;

  constructor({ seeded }: CollectionDials) {
    for (let i = 0; i < (seeded?.count ?? 0); i += 1) this.create(seeded?.fields ?? {});
  }

  /** The new object with its id; whatever id the fields have is not taken. */
  create(fields: JsonObject): JsonObject & { readonly id: number } {
    const id = this.#nextId++;
    const object = { ...fields, id };
    this.#objects.set(id, object);
    if (this.#objects.size > KEPT) this.#forgetOldest();
    return object;
  }

  /** Undefined: no such object. */
  get(id: string): JsonObject | undefined {
    return this.#objects.get(Number(id));
  }

  /** The object with the fields over its own, the id apart; undefined: no such object. */
  update(id: string, fields: JsonObject): JsonObject | undefined {
    const object = this.get(id);
    if (object === undefined) return undefined;
    const updated = { ...object, ...fields, id: Number(id) };
    this.#objects.set(Number(id), updated);
    return updated;
  }

  /** False: no such object. */
  delete(id: string): boolean {
    return this.#objects.delete(Number(id));
  }

  /** The newest `limit` objects, in the order of their ids, and how many there are in all. */
  list(limit: number): { readonly items: readonly JsonObject[]; readonly total: number } {
    const total = this.#objects.size;
    const items: JsonObject[] = [];
    let skip = total - limit;
    for (const object of this.#objects.values()) {
      if (skip > 0) skip -= 1;
      else items.push(object);
    }
    return { items, total };
  }

  #forgetOldest(): void {
    for (const id of this.#objects.keys()) {
      this.#objects.delete(id);
      return;
    }
  }
}
