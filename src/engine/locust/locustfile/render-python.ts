/**
 * Python source in the making. Text from outside becomes a literal here and nowhere else, so that nothing can break out of one: what is not a visible
 * character is escaped (controls, line ends, lone surrogates, what turns the direction of writing), as are the quote and the backslash.
 */

/** What is ready to stand in a line, or a bracket whose items can be laid out over several. */
export type Code = string | Bracket;

export interface Bracket {
  /** The bracket, and what stands before it in the same line. */
  readonly open: string;
  readonly items: readonly Code[];
  readonly close: string;
  /** What follows the last item in one line: a tuple of one needs its comma. */
  readonly tail: '' | ',';
}

const WIDTH = 110;
const STEP = 4;

/** Everything but visible characters and the plain space. */
const UNSEEN = String.raw`[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}`;
const ANY_UNSEEN = new RegExp(UNSEEN, 'u');
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');
const SHORT: Readonly<Record<string, string>> = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` };

/** Any text → a Python string literal of exactly this text, in one line. */
export function renderText(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  // A raw literal keeps regular expressions as they are; it cannot end in a backslash or hold its own quote.
  if (text.includes('\\') && !text.endsWith('\\') && !text.includes(quote) && !ANY_UNSEEN.test(text)) return `r${quote}${text}${quote}`;
  return `${quote}${escapeText(text, quote)}${quote}`;
}

/** The inside of a literal between these quotes. */
export function escapeText(text: string, quote: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll(quote, `\\${quote}`)
    .replace(EVERY_UNSEEN, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return String.raw`\x${code.toString(16).padStart(2, '0')}`;
  return code <= 0xffff ? String.raw`\u${code.toString(16).padStart(4, '0')}` : String.raw`\U${code.toString(16).padStart(8, '0')}`;
}

/** A number as JSON has it; None for what JSON has no number for. */
export function renderNumber(value: number): string {
  return Number.isFinite(value) ? JSON.stringify(value) : 'None';
}

/** Milliseconds → seconds, always with a point. */
export function renderSeconds(ms: number): string {
  const text = renderNumber(ms / 1_000);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** True or False. */
export function renderBoolean(value: boolean): string {
  return value ? 'True' : 'False';
}

/** A tuple; of one item `(a,)`. */
export function tupleOf(items: readonly Code[]): Bracket {
  return { open: '(', items, close: ')', tail: items.length === 1 ? ',' : '' };
}

/** A list. */
export function listOf(items: readonly Code[]): Bracket {
  return { open: '[', items, close: ']', tail: '' };
}

/** A dict of texts to code. */
export function dictOf(entries: readonly (readonly [key: string, value: Code])[]): Bracket {
  return { open: '{', items: entries.map(([key, value]) => prefix(`${renderText(key)}: `, value)), close: '}', tail: '' };
}

/** A call; `name` is Python already. */
export function callOf(name: string, items: readonly Code[]): Bracket {
  return { open: `${name}(`, items, close: ')', tail: '' };
}

/** The same with something before it. */
export function prefix(before: string, code: Code): Code {
  return typeof code === 'string' ? before + code : { ...code, open: before + code.open };
}

/** Plain data → literals: texts, numbers, booleans, null, lists and maps of them. Keys whose value is undefined are left out. */
export function dataOf(value: unknown): Code {
  if (typeof value === 'string') return renderText(value);
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value === 'boolean') return renderBoolean(value);
  if (typeof value !== 'object' || value === null) return 'None';
  if (Array.isArray(value)) return listOf(value.map(dataOf));
  return dictOf(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, dataOf(item)] as const])));
}

/** Code as lines: in one where it fits, else an item to a line. The first line has no indent: it may stand behind something. */
export function layOut(code: Code, indent = 0): string {
  if (typeof code === 'string') return code;
  const flat = writeFlat(code);
  if (indent + flat.length <= WIDTH || code.items.length === 0) return flat;
  const inner = indent + STEP;
  const items = code.items.map((item) => `${' '.repeat(inner)}${layOut(item, inner)},\n`);
  return `${code.open}\n${items.join('')}${' '.repeat(indent)}${code.close}`;
}

function writeFlat(code: Code): string {
  return typeof code === 'string' ? code : `${code.open}${code.items.map(writeFlat).join(', ')}${code.tail}${code.close}`;
}
