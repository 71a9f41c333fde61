import type { JsonText, MatchProgram, Text } from '../../plan/program.ts';
import { prepareRegex } from '../http/prepare-regex.ts';
import { expandJson, expandText } from './expand-text.ts';
import type { UserValues } from './user-values.ts';

/** A match with everything made once that a worker can make once. */
export type PreparedMatch =
  | { readonly kind: 'constant'; readonly match: MessageMatch }
  | { readonly kind: 'json'; readonly json: JsonText }
  | { readonly kind: 'text'; readonly text: Text };

/** What a message must be like, its variables filled in. */
export type MessageMatch =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: RegExp };

/** Program → prepared match. */
export function prepareMatch(program: MatchProgram): PreparedMatch {
  switch (program.kind) {
    case 'regex':
      return { kind: 'constant', match: { kind: 'regex', regex: prepareRegex(program) } };
    case 'json':
      return typeof program.json === 'string'
        ? { kind: 'constant', match: { kind: 'json', value: JSON.parse(program.json) } }
        : { kind: 'json', json: program.json };
    case 'text':
      return typeof program.text === 'string' ? { kind: 'constant', match: { kind: 'text', text: program.text } } : program;
  }
}

/** Fills the variables in; constant ones are the same object each time. Throws MissingVariable or DataExhausted. */
export function expandMatch(prepared: PreparedMatch, values: UserValues): MessageMatch {
  switch (prepared.kind) {
    case 'constant':
      return prepared.match;
    case 'json':
      return { kind: 'json', value: JSON.parse(expandJson(prepared.json, values)) };
    case 'text':
      return { kind: 'text', text: expandText(prepared.text, values) };
  }
}

/** A message that came: its text, read as JSON at most once, and when. */
export class Message {
  readonly text: string;
  readonly arrivedUs: number;
  /** The phase that it came in. */
  readonly phase: number;
  #json: unknown;
  #isParsed = false;

  constructor(text: string, arrivedUs: number, phase: number) {
    this.text = text;
    this.arrivedUs = arrivedUs;
    this.phase = phase;
  }

  /** Undefined when it is not JSON. */
  json(): unknown {
    if (!this.#isParsed) {
      this.#isParsed = true;
      try {
        this.#json = JSON.parse(this.text);
      } catch {
        this.#json = undefined; // Not JSON is a message like any other: it fits no JSON match.
      }
    }
    return this.#json;
  }
}

/** Whether a message is as wanted. */
export function isMatch(match: MessageMatch, message: Message): boolean {
  switch (match.kind) {
    case 'json':
      return holdsSubset(message.json(), match.value, DEEPEST);
    case 'text':
      return message.text === match.text;
    case 'regex':
      return match.regex.test(message.text);
  }
}

/** Deeper than any match that a file can hold. */
const DEEPEST = 500;

/** Every key of `wanted` is in `value` with a value that holds in turn; lists are as long and hold item by item; anything else is equal. */
function holdsSubset(value: unknown, wanted: unknown, levels: number): boolean {
  if (value === wanted) return true;
  if (typeof value !== 'object' || typeof wanted !== 'object' || value === null || wanted === null || levels === 0) return false;
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) && value.length === wanted.length && wanted.every((item, index) => holdsSubset(value[index], item, levels - 1))
    );
  if (Array.isArray(value)) return false;
  for (const key in wanted) {
    if (!Object.hasOwn(wanted, key)) continue;
    if (!Object.hasOwn(value, key)) return false;
    if (!holdsSubset((value as Record<string, unknown>)[key], (wanted as Record<string, unknown>)[key], levels - 1)) return false;
  }
  return true;
}
