import type { MatchProgram, Text } from '../../plan/program.ts';
import { prepareRegex } from '../http/prepare-regex.ts';
import { expandText } from './expand-text.ts';
import { expandPattern, holdsPattern, preparePattern, type JsonPattern, type PreparedPattern } from './json-pattern.ts';
import type { UserValues } from './user-values.ts';

/** A match with everything made once that a worker can make once. */
export type PreparedMatch =
  | { readonly kind: 'constant'; readonly match: MessageMatch }
  | { readonly kind: 'json'; readonly pattern: PreparedPattern }
  | { readonly kind: 'text'; readonly text: Text };

/** What a message must be like, its variables filled in. */
export type MessageMatch =
  | { readonly kind: 'json'; readonly pattern: JsonPattern }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly regex: RegExp };

/** Program → prepared match. */
export function prepareMatch(program: MatchProgram): PreparedMatch {
  switch (program.kind) {
    case 'regex':
      return { kind: 'constant', match: { kind: 'regex', regex: prepareRegex(program) } };
    case 'json': {
      const pattern = preparePattern(program.json);
      return pattern.kind === 'constant'
        ? { kind: 'constant', match: { kind: 'json', pattern: pattern.pattern } }
        : { kind: 'json', pattern };
    }
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
      return { kind: 'json', pattern: expandPattern(prepared.pattern, values) };
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
      return holdsPattern(message.json(), match.pattern);
    case 'text':
      return message.text === match.text;
    case 'regex':
      return match.regex.test(message.text);
  }
}
