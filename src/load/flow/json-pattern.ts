import type { JsonText, SlotReference, Text } from '../../plan/program.ts';
import { expandText } from './expand-text.ts';
import type { UserValues } from './user-values.ts';

/** JSON that a message must hold at least, ready to be compared: its keys are listed once, not at each message. */
export type JsonPattern =
  | { readonly kind: 'map'; readonly keys: readonly string[]; readonly values: readonly JsonPattern[] }
  | { readonly kind: 'list'; readonly items: readonly JsonPattern[] }
  | { readonly kind: 'value'; readonly value: unknown };

/** The same with places for variables. */
export type PreparedPattern =
  | { readonly kind: 'constant'; readonly pattern: JsonPattern }
  | { readonly kind: 'map'; readonly keys: readonly string[]; readonly values: readonly PreparedPattern[] }
  | { readonly kind: 'list'; readonly items: readonly PreparedPattern[] }
  | { readonly kind: 'whole'; readonly reference: SlotReference }
  | { readonly kind: 'text'; readonly text: Text };

/** A JSON value as a pattern. */
export function patternOf(value: unknown): JsonPattern {
  if (typeof value !== 'object' || value === null) return { kind: 'value', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(patternOf) };
  return { kind: 'map', keys: Object.keys(value), values: Object.values(value).map(patternOf) };
}

/** Reads compiled JSON text once; its places are taken for texts of their own, which no JSON of a file holds. */
export function preparePattern(json: JsonText): PreparedPattern {
  if (typeof json === 'string') return { kind: 'constant', pattern: patternOf(JSON.parse(json)) };
  const places: (SlotReference & { readonly whole: boolean })[] = [];
  let text = '';
  for (const part of json) {
    if (typeof part === 'string') text += part;
    else text += part.whole ? `"${markOf(places.push(part) - 1)}"` : markOf(places.push(part) - 1);
  }
  return prepareValue(JSON.parse(text), places);
}

/** Fills the variables in. Throws MissingVariable or DataExhausted. */
export function expandPattern(prepared: PreparedPattern, values: UserValues): JsonPattern {
  switch (prepared.kind) {
    case 'constant':
      return prepared.pattern;
    case 'map':
      return { kind: 'map', keys: prepared.keys, values: prepared.values.map((value) => expandPattern(value, values)) };
    case 'list':
      return { kind: 'list', items: prepared.items.map((item) => expandPattern(item, values)) };
    case 'whole':
      return patternOf(values.read(prepared.reference) ?? null);
    case 'text':
      return { kind: 'value', value: expandText(prepared.text, values) };
  }
}

/** Every key of the pattern is in the value with what holds in turn; lists are as long and hold item by item; anything else is equal. */
export function holdsPattern(value: unknown, pattern: JsonPattern): boolean {
  if (pattern.kind === 'value') return value === pattern.value;
  if (typeof value !== 'object' || value === null) return false;
  if (pattern.kind === 'list') {
    const { items } = pattern;
    return Array.isArray(value) && value.length === items.length && items.every((item, index) => holdsPattern(value[index], item));
  }
  if (Array.isArray(value)) return false;
  const { keys, values } = pattern;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? '';
    const wanted = values[index];
    if (!Object.hasOwn(value, key) || !wanted || !holdsPattern((value as Record<string, unknown>)[key], wanted)) return false;
  }
  return true;
}

// Between private-use characters, which have no meaning that a file could want.
const MARK = /\u{F8FF}lg(\d+)\u{F8FF}/u;

function markOf(place: number): string {
  return `\u{F8FF}lg${place}\u{F8FF}`;
}

function prepareValue(value: unknown, places: readonly (SlotReference & { readonly whole: boolean })[]): PreparedPattern {
  if (typeof value === 'string') return prepareString(value, places);
  if (typeof value !== 'object' || value === null) return { kind: 'constant', pattern: patternOf(value) };
  const inner = Object.values(value).map((child) => prepareValue(child, places));
  if (inner.every(({ kind }) => kind === 'constant')) return { kind: 'constant', pattern: patternOf(value) };
  return Array.isArray(value) ? { kind: 'list', items: inner } : { kind: 'map', keys: Object.keys(value), values: inner };
}

function prepareString(text: string, places: readonly (SlotReference & { readonly whole: boolean })[]): PreparedPattern {
  // Split by an expression with one group: texts and numbers of places take turns.
  const parts = text.split(MARK).map((part, index) => (index % 2 === 0 ? part : places[Number(part)]));
  const [before, only, after] = parts;
  if (parts.length === 1) return { kind: 'constant', pattern: patternOf(text) };
  if (parts.length === 3 && before === '' && after === '' && typeof only === 'object' && only.whole)
    return { kind: 'whole', reference: only };
  return { kind: 'text', text: parts.filter((part) => part !== undefined && part !== '') as Text };
}
