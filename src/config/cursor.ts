import type { Position } from './issue.ts';
import { findPlace, isList, isMap, joinPointer, valueAt } from './source-tree.ts';
import type { SourceTree, SourceValue } from './source-tree.ts';

/** A value of a file and where it stands. The readers below answer undefined for what is absent or of another type; the schema reports the latter. */
export interface Cursor {
  readonly tree: SourceTree;
  readonly pointer: string;
  readonly value: SourceValue;
}

/** The whole file. */
export function rootOf(tree: SourceTree): Cursor {
  return { tree, pointer: '', value: tree.root };
}

/** The value of a key; undefined when it is absent. */
export function childOf(cursor: Cursor | undefined, key: string): Cursor | undefined {
  const value = valueAt(cursor?.value, key);
  return cursor === undefined || value === undefined ? undefined : { tree: cursor.tree, pointer: joinPointer(cursor.pointer, key), value };
}

/** The entries of a map in file order; none for anything else. */
export function entriesOf(cursor: Cursor | undefined): readonly (readonly [string, Cursor])[] {
  if (cursor === undefined || !isMap(cursor.value)) return [];
  const { tree, pointer } = cursor;
  return Object.entries(cursor.value).map(([key, value]) => [key, { tree, pointer: joinPointer(pointer, key), value }]);
}

/** The items of a list; none for anything else. */
export function itemsOf(cursor: Cursor | undefined): readonly Cursor[] {
  if (cursor === undefined || !isList(cursor.value)) return [];
  const { tree, pointer } = cursor;
  return cursor.value.map((value, index) => ({ tree, pointer: joinPointer(pointer, index), value }));
}

/** Where the value begins. */
export function positionOf(cursor: Cursor): Position {
  return findPlace(cursor.tree, cursor.pointer).value;
}

/** Where the key of the value begins. */
export function keyPositionOf(cursor: Cursor): Position {
  return findPlace(cursor.tree, cursor.pointer).key;
}

/** Text; numbers and booleans as text. */
export function textOf(cursor: Cursor | undefined): string | undefined {
  const value = cursor?.value;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Text as written, before `${env.X}` was substituted: what names are made of. */
export function rawTextOf(cursor: Cursor | undefined): string | undefined {
  return cursor === undefined ? undefined : (cursor.tree.rawTexts.get(cursor.pointer) ?? textOf(cursor));
}

/** The texts of a list. */
export function textsOf(cursor: Cursor | undefined): readonly string[] {
  return itemsOf(cursor).flatMap((item) => textOf(item) ?? []);
}

/** A number. */
export function numberOf(cursor: Cursor | undefined): number | undefined {
  return typeof cursor?.value === 'number' ? cursor.value : undefined;
}

/** True or false. */
export function booleanOf(cursor: Cursor | undefined): boolean | undefined {
  return typeof cursor?.value === 'boolean' ? cursor.value : undefined;
}

/** A quantity, read by one of the parsers of units.ts. */
export function quantityOf(cursor: Cursor | undefined, parse: (text: string) => number | undefined): number | undefined {
  return typeof cursor?.value === 'string' ? parse(cursor.value) : undefined;
}
