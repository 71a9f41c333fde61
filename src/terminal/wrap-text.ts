import { fitText, measureWidth } from './measure-width.ts';

/** Between words, but not between a number and its unit. */
const SPACES = /(?<!\d) | (?!(?:%|µs|ms|s|m|h|B|[kMG]B)(?![\p{L}\d]))/u;

/** Words in lines of at most `width` columns, from the second on indented by `indent`; a word longer than a line loses its middle. */
export function wrapText(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(SPACES)) {
    const begun = line === '' ? (lines.length === 0 ? '' : indent) : `${line} `;
    const isNewLine = line !== '' && measureWidth(begun + word) > width;
    if (isNewLine) lines.push(line);
    const before = isNewLine ? indent : begun;
    line = before + fitText(word, Math.max(1, width - measureWidth(before)));
  }
  return line === '' ? lines : [...lines, line];
}
