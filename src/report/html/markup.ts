import { cleanText } from '../clean-text.ts';

/** The longest text that a page shows in one place, in code points; what is longer ends in `…`. */
const LONGEST = 1_000;

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Markup that is known to be well formed: only the functions of this file make it, so that no text becomes markup by mistake. */
export class Html {
  readonly #markup: string;

  constructor(text: string) {
    this.#markup = text;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in `${}`: text and numbers are escaped, markup is not, a list stands without anything between, undefined is nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

/** Markup from a template. Every text in it is cleaned, cut and escaped here and nowhere else, for content and for attributes in double quotes alike. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, index) => part + (index < contents.length ? escapeContent(contents[index]) : '')).join(''));
}

/** One empty piece of markup, for what a report lacks. */
export const NOTHING_TO_SHOW = new Html('');

function escapeContent(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'number') return escapeText(String(content));
  return typeof content === 'string' ? escapeText(content) : content.map(escapeContent).join('');
}

function escapeText(text: string): string {
  return cleanText(text, LONGEST).replace(/[&<>"'`]/g, (character) => REFERENCES[character] ?? '');
}

/** A constant of ours (style, script) as markup; never anything that was measured or read. */
export function trustMarkup(constant: string): Html {
  return new Html(constant);
}

/** What an SVG path draws, of any length. Throws a RangeError for anything but commands and numbers. */
export function pathData(d: string): Html {
  if (!/^[MLHVZhvz\d .-]*$/.test(d)) throw new RangeError('a path holds commands and numbers alone');
  return new Html(d);
}

/** Data for the page's script: JSON in which nothing can end the element that holds it. Texts must be clean already. */
export function dataBlock(data: unknown): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="application/json">${json}</script>`);
}

/** The name of something of the user's: isolated, so that a name written from right to left turns nothing around it. `longest` is in code points. */
export function showName(name: string, longest = 120): Html {
  return markup`<bdi class="name">${cleanText(name, longest)}</bdi>`;
}
