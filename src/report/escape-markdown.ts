import { cleanText } from './clean-text.ts';

/** A character reference is never structure (CommonMark 0.31, 2.5), so these lose their meaning in any place. */
const REFERENCES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '\\': '&#92;',
  '`': '&#96;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '|': '&#124;',
  '~': '&#126;',
  // A reference hides it from parsers of the text, and an element of its own from those of the page ("Writing mathematical expressions", GitHub's documentation).
  $: '<span>&#36;</span>',
};
const STRUCTURE = /[<>&\\`*_[\]|~$]/g;

/**
 * GitHub looks for mentions, references (`#12`, `GH-12`), addresses and emoji (`:tada:`; a time of day has none) in the rendered text, where escapes are gone already;
 * a zero-width space inside each of their marks keeps them plain.
 */
const MARKS = /[@#]|:(?=\/\/|(?!\d\d:)[\w+-]+:)|(?<![a-z0-9])(?:www(?=\.)|gh(?=-\d))/gi;
const LONGEST_SENTENCE = 600;

/**
 * Untrusted text as prose or as a table cell of GitHub's Markdown: it looks as it was written and can be nothing but text. Empty text stays empty.
 */
export function escapeMarkdown(text: string, longest = 300): string {
  return escapeLine(cleanText(text, longest));
}

/** What begins a list, a rule or an underline when it stands first. */
const BEGINNING = /^(?:[-+=](?=[-=\s]|$)|\d{1,9}[.)](?=\s|$))/; // CommonMark 0.31, 5.2: at most nine digits

function escapeLine(line: string): string {
  return line
    .replace(MARKS, (mark) => `${mark}\u200b`)
    .replace(STRUCTURE, (character) => REFERENCES[character] ?? '')
    .replaceAll('\u200b', '&#8203;')
    .replace(BEGINNING, (marker) => `${marker.slice(0, -1)}&#${marker.charCodeAt(marker.length - 1)};`);
}

/** Untrusted text as a code span, where nothing is looked for at all. A table takes care of its pipes. Empty text gives an empty string. */
export function codeSpan(text: string, longest = 300): string {
  const line = cleanText(text, longest);
  if (line === '') return '';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A sentence of ours with names of the user in it: the names become code spans, the rest is escaped. */
export function escapeSentence(sentence: string, names: readonly string[]): string {
  let rest = cleanText(sentence, LONGEST_SENTENCE);
  let text = '';
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    text += escapeLine(rest.slice(0, found.at)) + codeSpan(found.name, LONGEST_SENTENCE);
    rest = rest.slice(found.at + found.name.length);
  }
  return text + escapeLine(rest);
}

/** The leftmost name in a text, the longest of those that begin there; undefined when there is none. */
export function findName(text: string, names: readonly string[]): { readonly name: string; readonly at: number } | undefined {
  let found: { name: string; at: number } | undefined;
  for (const name of names) {
    // Half of a pair of surrogates would be found within a whole one, and take it apart.
    const at = name === '' || !name.isWellFormed() ? -1 : indexOfName(text, name);
    if (at < 0) continue;
    if (!found || at < found.at || (at === found.at && name.length > found.name.length)) found = { name, at };
  }
  return found;
}

/** Where a name stands as a whole: a phase called `p` is not the p of p99; -1 when nowhere. */
function indexOfName(text: string, name: string): number {
  const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const joinsBefore = isWord(name[0]) && isWord(text[at - 1]);
    const joinsAfter = isWord(name.at(-1)) && isWord(text[at + name.length]);
    if (!joinsBefore && !joinsAfter) return at;
  }
  return -1;
}
