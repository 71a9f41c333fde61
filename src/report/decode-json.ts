/**
 * Decoders: unknown JSON → a typed value. A decoder throws `DecodeProblem` at the first value that does not fit; `parseResults` catches exactly
 * that and makes a sentence of it. Keys that a decoder does not know are left out, so that a later version may add some.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

/** A value that does not fit, with its place: `run.series[2].name must be text`. */
export class DecodeProblem extends Error {}

function refuse(path: string, expected: string): never {
  throw new DecodeProblem(`${path || 'the file'} must be ${expected}`);
}

/** Any text. */
export const text: Decoder<string> = (value, path) => (typeof value === 'string' ? value : refuse(path, 'text'));

/** A finite number. */
export const number: Decoder<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, 'a number');

/** A finite number above 0. */
export const positive: Decoder<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : refuse(path, 'a number above 0');

/** A whole number from 0. */
export const count: Decoder<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(path, 'a whole number from 0');

/** True or false. */
export const truth: Decoder<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path, 'true or false'));

/** One of some words. */
export function word<const T extends string>(...words: readonly T[]): Decoder<T> {
  return (value, path) => words.find((known) => known === value) ?? refuse(path, `one of ${words.join(', ')}`);
}

/** Absent: undefined. */
export function optional<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return (value, path) => (value === undefined ? undefined : decode(value, path));
}

/** Absent or null, which is how Python and GitHub say it: undefined. */
export function nullable<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : decode(value, path));
}

/** A list, of at least one item where `atLeast` says so; of too many none is looked at. */
export function list<T>(decode: Decoder<T>, atLeast = 0, atMost = Infinity): Decoder<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < atLeast) refuse(path, atLeast > 0 ? 'a list that is not empty' : 'a list');
    if (value.length > atMost) throw new DecodeProblem(`${path || 'the file'} must have at most ${atMost} entries`);
    return value.map((item: unknown, index) => decode(item, `${path}[${index}]`));
  };
}

/** An object with any keys and values of one kind. */
export function map<T>(decode: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
  return (value, path) => {
    const entries = entriesOf(value, path).map(([key, item]) => [key, decode(item, `${path}.${key}`)] as const);
    return Object.fromEntries(entries);
  };
}

/** An object with the keys of `shape`. */
export function object<T extends object>(shape: { readonly [Key in keyof T]: Decoder<T[Key]> }): Decoder<T> {
  return (value, path) => {
    const known = new Map(entriesOf(value, path));
    const decoded: Partial<T> = {};
    // The keys of the shape are those of T.
    for (const key of Object.keys(shape) as (keyof T & string)[]) {
      decoded[key] = shape[key](known.get(key), path ? `${path}.${key}` : key);
    }
    // Every key of the shape was just decoded.
    return decoded as T;
  };
}

/** An object whose key `tag` says which of the shapes it has. */
export function tagged<T extends object>(tag: string, shapes: Readonly<Record<string, Decoder<T>>>): Decoder<T> {
  return (value, path) => {
    const name = new Map(entriesOf(value, path)).get(tag);
    const decode = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    return decode ? decode(value, path) : refuse(`${path}.${tag}`, `one of ${Object.keys(shapes).join(', ')}`);
  };
}

/** A key of an object that may be absent, and is so then in what was decoded, too. */
export function maybe<const Key extends string, T>(key: Key, decode: Decoder<T>): Decoder<{ readonly [Name in Key]?: T }> {
  return (value, path) => {
    const found = new Map(entriesOf(value, path)).get(key);
    const decoded: { [Name in string]?: T } = found === undefined ? {} : { [key]: decode(found, path ? `${path}.${key}` : key) };
    // It has no key but this one.
    return decoded as { readonly [Name in Key]?: T };
  };
}

/** Two decoders over one object, their keys together. */
export function both<A extends object, B extends object>(first: Decoder<A>, second: Decoder<B>): Decoder<A & B> {
  return (value, path) => ({ ...first(value, path), ...second(value, path) });
}

/** Keys that reach into an object's prototype when somebody merges it carelessly: no honest file has them. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype']);

function entriesOf(value: unknown, path: string): readonly [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'an object');
  const entries = Object.entries(value);
  for (const [key] of entries) {
    if (HOSTILE.has(key)) throw new DecodeProblem(`${path || 'the file'} has the key "${key}", which no result may have`);
  }
  return entries;
}
