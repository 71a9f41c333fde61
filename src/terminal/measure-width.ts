/**
 * Columns that a line of clean text takes on a terminal: 0 for combining marks, 2 for what East Asian Width calls wide and for emoji, else 1
 * (Unicode TR 11; the blocks, not every single code point).
 */
export function measureWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** The text in exactly `width` columns or fewer: what is too long loses its middle to `…`, since paths differ at both ends. */
export function fitText(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  if (width < 1) return '';
  const characters = Array.from(text);
  const head = takeColumns(characters, Math.ceil((width - 1) / 2)).join('');
  const tail = takeColumns(characters.toReversed(), width - 1 - measureWidth(head)).toReversed();
  return `${head}…${tail.join('')}`;
}

/** Filled up with spaces to `width` columns; longer text stays as it is. */
export function padText(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - measureWidth(text)));
  return align === 'left' ? text + space : space + text;
}

function takeColumns(characters: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = characters.findIndex((character) => (used += widthOf(character)) > room);
  return end < 0 ? characters : characters.slice(0, end);
}

const NARROW_END = 0x300;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], // Hangul Jamo
  [0x2e80, 0x303e], // CJK radicals and punctuation
  [0x3041, 0xa4cf], // Kana, CJK, Yi
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60], // full-width forms
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function widthOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < NARROW_END) return 1;
  if (COMBINING.test(character) || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  return EMOJI.test(character) || WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
