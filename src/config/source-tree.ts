import type { Position } from './issue.ts';

/** What YAML text means: JSON. */
export type SourceValue = null | boolean | number | string | readonly SourceValue[] | { readonly [key: string]: SourceValue };

/** A value with the place of every part of it. Places are found by JSON pointer (RFC 6901), `''` is the whole. */
export interface SourceTree {
  readonly file: string;
  readonly root: SourceValue;
  /** Where each value begins, and the key before it. */
  readonly places: ReadonlyMap<string, Place>;
  /** Texts as they were before `${env.X}` was substituted; only those that changed. */
  readonly rawTexts: ReadonlyMap<string, string>;
}

export interface Place {
  readonly value: Position;
  /** The key of a map entry; of a list item, its value. */
  readonly key: Position;
}

/** The pointer of a part: `/a~1b/0`. */
export function joinPointer(parent: string, part: string | number): string {
  return `${parent}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The place of a pointer, or of the nearest part around it that has one; the first character of the file if none has. */
export function findPlace(tree: SourceTree, pointer: string): Place {
  for (let rest = pointer; ; rest = rest.slice(0, rest.lastIndexOf('/'))) {
    const place = tree.places.get(rest);
    if (place) return place;
    if (rest === '') break;
  }
  const start = { file: tree.file, line: 1, column: 1 };
  return { value: start, key: start };
}

/** Is it a map (and neither a list nor null)? */
export function isMap(value: SourceValue | undefined): value is { readonly [key: string]: SourceValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Is it a list? */
export function isList(value: SourceValue | undefined): value is readonly SourceValue[] {
  return Array.isArray(value);
}

/** The value of a key of a map's own; undefined for anything else, inherited names such as `constructor` too. */
export function valueAt(value: SourceValue | undefined, key: string): SourceValue | undefined {
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
