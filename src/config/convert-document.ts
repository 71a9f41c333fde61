import { isAlias, isMap as isYamlMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Position } from './issue.ts';
import type { IssueList } from './issue-list.ts';
import { isList, isMap, joinPointer } from './source-tree.ts';
import type { Place, SourceTree, SourceValue } from './source-tree.ts';

/** Aliases multiply: nine lines of nine aliases are a billion values. */
const MOST_VALUES = 200_000;
const MOST_DEPTH = 64;

interface Conversion {
  readonly file: string;
  readonly position: (offset: number) => Position;
  readonly issues: IssueList;
  readonly places: Map<string, Place>;
  readonly anchors: Map<string, Node>;
  /** Anchors that are being expanded: an alias to one of them would never end. */
  readonly open: Set<Node>;
  values: number;
}

/** A parsed document → plain JSON with the place of every part; undefined after an error that makes the rest meaningless. */
export function convertDocument(
  document: Document.Parsed,
  options: Pick<Conversion, 'file' | 'position' | 'issues'>,
): SourceTree | undefined {
  const conversion: Conversion = { ...options, places: new Map(), anchors: new Map(), open: new Set(), values: 0 };
  const { contents } = document;
  const start: Position = { file: options.file, line: 1, column: 1 };
  if (contents === null) {
    options.issues.error(start, 'empty', 'the file is empty');
    return undefined;
  }
  const root = convertNode(conversion, contents, '', 0);
  if (root === undefined) return undefined;
  const at = placeOf(conversion, contents) ?? start;
  conversion.places.set('', { value: at, key: at });
  return { file: options.file, root, places: conversion.places, rawTexts: new Map() };
}

function placeOf(conversion: Conversion, node: unknown): Position | undefined {
  if (!isAlias(node) && !isScalar(node) && !isYamlMap(node) && !isSeq(node)) return undefined;
  return node.range ? conversion.position(node.range[0]) : undefined;
}

function refuse(conversion: Conversion, node: unknown, code: string, message: string): undefined {
  conversion.issues.error(placeOf(conversion, node) ?? { file: conversion.file, line: 1, column: 1 }, code, message);
}

function convertNode(conversion: Conversion, node: unknown, pointer: string, depth: number): SourceValue | undefined {
  if (++conversion.values > MOST_VALUES)
    return refuse(conversion, node, 'too-large', `the file expands to more than ${MOST_VALUES} values`);
  if (depth > MOST_DEPTH) return refuse(conversion, node, 'too-large', `the file is nested more than ${MOST_DEPTH} deep`);
  if (node === null) return null;
  if (isAlias(node)) return convertAlias(conversion, node.source, { node, pointer, depth });
  if ((isScalar(node) || isYamlMap(node) || isSeq(node)) && node.anchor !== undefined) conversion.anchors.set(node.anchor, node);
  if (isScalar(node)) return convertScalar(conversion, node);
  if (isSeq(node)) return whileOpen(conversion, node, () => convertList(conversion, node.items, pointer, depth));
  if (isYamlMap(node)) return whileOpen(conversion, node, () => convertMap(conversion, node, pointer, depth));
  return refuse(conversion, node, 'yaml', 'this is not a value');
}

function whileOpen<T>(conversion: Conversion, node: Node, convert: () => T): T {
  conversion.open.add(node);
  const value = convert();
  conversion.open.delete(node);
  return value;
}

function convertAlias(
  conversion: Conversion,
  source: string,
  where: { node: Node; pointer: string; depth: number },
): SourceValue | undefined {
  const target = conversion.anchors.get(source);
  if (!target || conversion.open.has(target)) {
    const reason = target ? 'stands inside its own anchor' : 'names no anchor before it; a text that begins with * must be quoted';
    refuse(conversion, where.node, 'yaml', `the alias *${source} ${reason}`);
    return null;
  }
  return convertNode(conversion, target, where.pointer, where.depth + 1);
}

function convertScalar(conversion: Conversion, node: { value: unknown; source?: string }): SourceValue {
  const { value } = node;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) {
    if (!Number.isInteger(value) || Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(node.source ?? '')) return value;
    refuse(conversion, node, 'value', `${(node.source ?? '').slice(0, 40)} is too large to be kept exactly; quote it`);
  } else
    refuse(
      conversion,
      node,
      'value',
      typeof value === 'number' ? 'infinity and NaN are not numbers that a file can hold' : 'this kind of value is not supported; quote it',
    );
  return null; // the error is recorded; null lets the rest of the file be checked
}

function convertList(conversion: Conversion, items: readonly unknown[], pointer: string, depth: number): SourceValue | undefined {
  const values: SourceValue[] = [];
  for (const [index, item] of items.entries()) {
    const at = placeOf(conversion, item);
    const itemPointer = joinPointer(pointer, index);
    if (at) conversion.places.set(itemPointer, { value: at, key: at });
    const value = convertNode(conversion, item, itemPointer, depth + 1);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function convertMap(conversion: Conversion, node: YAMLMap, pointer: string, depth: number): SourceValue | undefined {
  const entries = new Map<string, SourceValue>();
  const merged: (readonly [string, SourceValue])[] = [];
  for (const pair of node.items) {
    const key = readKey(conversion, pair);
    if (key === undefined) return undefined;
    const keyAt = placeOf(conversion, pair.key) ?? conversion.position(0);
    if (entries.has(key)) {
      const first = conversion.places.get(joinPointer(pointer, key))?.key;
      conversion.issues.error(keyAt, 'duplicate', `the key ${key} is already there${first ? ` on line ${first.line}` : ''}`);
      continue;
    }
    const entryPointer = joinPointer(pointer, key);
    conversion.places.set(entryPointer, { key: keyAt, value: placeOf(conversion, pair.value) ?? keyAt });
    const value = convertNode(conversion, pair.value, entryPointer, depth + 1);
    if (value === undefined) return undefined;
    if (key === '<<' && (isMap(value) || isList(value))) merged.push(...mergeEntries(value));
    else entries.set(key, value);
  }
  for (const [key, value] of merged) if (!entries.has(key)) entries.set(key, value);
  return Object.fromEntries(entries); // defines properties, so that a key `__proto__` is a key and nothing else
}

/** `<<: *defaults` or a list of them; the first one that has a key wins. */
function mergeEntries(value: SourceValue): (readonly [string, SourceValue])[] {
  if (isList(value)) return value.flatMap(mergeEntries);
  return isMap(value) ? Object.entries(value) : [];
}

function readKey(conversion: Conversion, pair: Pair): string | undefined {
  if (!isScalar(pair.key))
    return refuse(
      conversion,
      pair.key,
      'yaml',
      isAlias(pair.key) ? `*${pair.key.source} must be quoted: an unquoted * is an alias in YAML` : 'a key must be a text',
    );
  const { value, source } = pair.key;
  if (typeof value === 'string') return value;
  return source ?? (typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
}
