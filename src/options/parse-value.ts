import { suggestWord } from '../config/suggest-word.ts';
import type { Option } from './option.ts';
import { parseLeg } from './build-key.ts';
import { parseDuration, parseRate, parseSize } from '../units.ts';
import { parseShard, SHARD_FORM } from './parse-shard.ts';
import { parseStartAt, START_AT_FORM } from './parse-start-at.ts';
import { parseWaitFor, WAIT_FOR_FORM } from './parse-wait-for.ts';

/** A value as its kind has it: durations in ms, rates per second, sizes in bytes. */
export type Value = boolean | number | string | readonly string[];

/** A value, or what is wrong with it. */
export type ParsedValue =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: 'value' | 'unit'; readonly message: string; readonly suggestion?: string };

const SEED_MAX = 4_294_967_295; // the generators of random numbers take 32 bits
const SHOWN = 80;

/** Without the value: a target may carry a password. */
const WRONG_URL = { ok: false, code: 'value', message: 'this is not an http or https URL such as https://staging.example.com' } as const;

/** The text of a flag or input → the value of its kind; an empty text is no value of any kind. */
export function parseValue(option: Option, text: string): ParsedValue {
  switch (option.kind) {
    case 'switch':
      return text === 'true' || text === 'false' ? right(text === 'true') : wrong(text, 'true or false');
    case 'text':
      return text.trim() === '' || text.includes('\0') ? wrong(text, 'a text') : right(text);
    case 'wait':
      return parseWaitFor(text) === undefined ? wrong(text, WAIT_FOR_FORM) : right(text);
    case 'shard':
      return parseShard(text) === undefined ? wrong(text, SHARD_FORM) : right(text);
    case 'start':
      return parseStartAt(text) === undefined ? wrong(text, START_AT_FORM) : right(text);
    case 'hash':
      return /^[0-9a-f]{64}$/.test(text) ? right(text) : wrong(text, 'the plan hash that check or mode plan has given, 64 hex digits');
    case 'prefix':
      return isPrefix(text) ? right(text) : wrong(text, 'a path that ends in the first part of a file name such as reports/test');
    case 'line':
      return isLine(text) ? right(text) : wrong(text, 'one line of text, at most 1,000 characters');
    case 'place':
      return parsePlace(option, text);
    case 'leg':
      return parseLeg(text) ? right(text) : wrong(text, 'the leg of a matrix as ${{ toJSON(matrix) }} writes it');
    case 'branch':
      return isBranchName(text) ? right(text) : wrong(text, 'the name of a branch such as load-gate-baselines');
    case 'url':
      return isTarget(text) ? right(text) : WRONG_URL;
    case 'list':
    case 'choices':
      return parseList(option, text);
    case 'choice':
      return parseChoice(option, text);
    case 'assignment':
      return /^[^=\s][^=]*=/.test(text) ? right(text) : wrong(text, 'PATH=VALUE such as phases.steady.users=50');
    case 'run-id':
      return /^[1-9]\d{0,14}$/.test(text) ? right(Number(text)) : wrong(text, 'the id of a workflow run');
    case 'count':
      return parseWhole(text, 1, 1_000_000_000, 'a whole number from 1');
    case 'port':
      return text === option.alone ? right(text) : parseWhole(text, 1, 65_535, 'a port from 1 to 65535');
    case 'seed':
      return parseWhole(text, 0, SEED_MAX, `a whole number from 0 to ${SEED_MAX}`);
    case 'rate':
      return parseQuantity(text, parseRate, 'a rate above 0 such as 2000/s or 600/m');
    case 'duration':
      return parseQuantity(text, parseDuration, 'a duration above 0 such as 30m or 90s');
    case 'size':
      return parseQuantity(text, parseSize, 'a size above 0 such as 100GB or 64MiB');
  }
}

/** `a, b` or one to a line → the items, without empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Text of the user inside a message: quoted, control characters escaped, cut at 80 characters. */
export function quoteText(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}

/** Without a name after the last slash the files would begin with an underscore, beside or above what was meant. */
function isPrefix(text: string): boolean {
  const name = text.split(/[\\/]/).at(-1)?.trim() ?? '';
  return !text.includes('\0') && !['', '.', '..'].includes(name);
}

function parseList(option: Option, text: string): ParsedValue {
  const items = splitList(text);
  if (items.length === 0) return wrong(text, option.kind === 'choices' ? oneOf(option) : 'one or more words');
  if (option.kind === 'choices') {
    for (const item of items) {
      const choice = parseChoice(option, item);
      if (!choice.ok) return choice;
    }
  }
  return right([...new Set(items)]);
}

function parseChoice(option: Option, word: string): ParsedValue {
  if (option.choices.includes(word)) return right(word);
  const near = suggestWord(word, option.choices);
  return { ...wrong(word, oneOf(option)), ...(near === undefined ? {} : { suggestion: near }) };
}

/** The words are those of the table; `file:` goes with any folder. */
function parsePlace(option: Option, text: string): ParsedValue {
  const words = `one of ${option.choices.join(', ')}`;
  if (option.choices.includes(text) && !text.includes(':')) return right(text);
  const url = /^url:(.+)$/s.exec(text)?.[1];
  if (url !== undefined && option.choices.includes('url:URL'))
    return isTarget(url) ? right(text) : { ok: false, code: 'value', message: 'what follows `url:` is not an http or https URL' };
  const folder = /^file:(.+)$/s.exec(text)?.[1];
  if (folder !== undefined && folder.trim() !== '' && !folder.includes('\0')) return right(text);
  const near = /^\.{0,2}\//.test(text) ? `file:${text}` : suggestWord(text, option.choices);
  return { ...wrong(text, words), ...(near === undefined ? {} : { suggestion: near }) };
}

/** As the files of a baseline take it. */
function isLine(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return text.trim() !== '' && /^[^\u0000-\u001f\u007f]{1,1000}$/.test(text);
}

/** The rules of `git check-ref-format`. */
function isBranchName(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (text.length > 200 || text === '@' || /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{/.test(text)) return false;
  return !text.startsWith('-') && text.split('/').every((part) => /^[^.](?:.*[^.])?$/.test(part) && !part.endsWith('.lock'));
}

function parseWhole(text: string, min: number, max: number, expected: string): ParsedValue {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? right(value) : wrong(text, expected);
}

function parseQuantity(text: string, parse: (text: string) => number | undefined, expected: string): ParsedValue {
  const value = parse(text);
  if (value !== undefined && value > 0) return right(value);
  return { ok: false, code: 'unit', message: `${quoteText(text)} is not ${expected}` };
}

function oneOf(option: Option): string {
  return option.choices.length > 1 ? `one of ${option.choices.join(', ')}` : `the word ${option.choices.join()}`;
}

/** A template is checked when its secrets are known. */
function isTarget(text: string): boolean {
  if (text.includes('${')) return true;
  if (!/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}

function right(value: Value): ParsedValue {
  return { ok: true, value };
}

function wrong(text: string, expected: string): ParsedValue & { ok: false } {
  return { ok: false, code: 'value', message: `${quoteText(text)} is not ${expected}` };
}
