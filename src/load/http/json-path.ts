import { query } from 'jsonpath-rfc9535';

/** Finds all values of a path in a parsed JSON document; none: an empty list. */
export type JsonPathQuery = (document: unknown) => readonly unknown[];

const SEGMENT = /\.(\*|[A-Za-z_][A-Za-z0-9_]*)|\[(?:(\*)|(\d{1,9})|'([^'\\]*)'|"([^"\\]*)")\]/gy;

/**
 * RFC 9535 JSONPath, prepared once. Paths of names, indexes and `[*]` alone, which is what most scenarios use, walk the document directly; anything
 * else goes to the library, which parses the path on each call.
 */
export function prepareJsonPath(path: string): JsonPathQuery {
  const segments = simpleSegments(path);
  if (!segments) {
    // The document came out of JSON.parse, which is all that the library's type asks for.
    return (document) => query(document as Parameters<typeof query>[0], path);
  }
  const names = segments.filter((segment) => segment.kind === 'name').map((segment) => segment.name);
  if (names.length === segments.length) return (document) => findByNames(document, names);
  return (document) => {
    let found: unknown[] = [document];
    for (const segment of segments) {
      const next: unknown[] = [];
      for (const value of found) addChildren(value, segment, next);
      found = next;
      if (found.length === 0) break;
    }
    return found;
  };
}

/** Names alone, the most common path: at most one value, so no lists on the way. */
function findByNames(document: unknown, names: readonly string[]): readonly unknown[] {
  let value = document;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) return [];
    value = (value as Record<string, unknown>)[name];
  }
  return [value];
}

type Segment =
  | { readonly kind: 'all' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'name'; readonly name: string };

function simpleSegments(path: string): readonly Segment[] | undefined {
  if (!path.startsWith('$')) return undefined;
  const segments: Segment[] = [];
  SEGMENT.lastIndex = 1;
  let end = 1;
  for (let match = SEGMENT.exec(path); match; match = SEGMENT.exec(path)) {
    const [, dotted, star, index, single, double] = match;
    end = SEGMENT.lastIndex;
    const name = dotted ?? single ?? double;
    if (star !== undefined || dotted === '*') segments.push({ kind: 'all' });
    else if (index !== undefined) segments.push({ kind: 'index', index: Number(index) });
    else if (name !== undefined) segments.push({ kind: 'name', name });
  }
  return end === path.length ? segments : undefined;
}

function addChildren(value: unknown, segment: Segment, into: unknown[]): void {
  if (typeof value !== 'object' || value === null) return;
  switch (segment.kind) {
    case 'all':
      for (const child of Array.isArray(value) ? value : Object.values(value)) into.push(child);
      break;
    case 'index':
      if (Array.isArray(value) && segment.index < value.length) into.push(value[segment.index]);
      break;
    case 'name':
      if (!Array.isArray(value) && Object.hasOwn(value, segment.name)) into.push((value as Record<string, unknown>)[segment.name]);
      break;
  }
}
