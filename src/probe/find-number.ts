import { query } from 'jsonpath-rfc9535';

/** The one number at a JSONPath of a JSON text, infinite where it is too large for one. Throws a sentence where there is none, or more than one: nobody would know which is meant. */
export function findNumber(text: string, path: string): number {
  const found = query(parseJson(text), path);
  if (found.length === 0) throw new Error(`it has nothing at ${path}`);
  if (found.length > 1) throw new Error(`it has ${found.length} values at ${path}; a path to one of them is needed`);
  const [value] = found;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
  throw new Error(`at ${path} is ${describe(value)} and no number`);
}

const NUMBER = /^-?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?$/;

function parseJson(text: string): Parameters<typeof query>[0] {
  try {
    // Whatever JSON.parse makes is JSON.
    return JSON.parse(text) as Parameters<typeof query>[0];
  } catch {
    throw new Error('it is not JSON');
  }
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value === 'boolean' ? String(value) : 'a text';
}
