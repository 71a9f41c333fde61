import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NOTHING
} from "./chunk-ZLLVWJAM.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/terminal/measure-width.ts
function measureWidth(text) {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}
function fitText(text, width) {
  if (measureWidth(text) <= width) return text;
  if (width < 1) return "";
  const characters = Array.from(text);
  const head = takeColumns(characters, Math.ceil((width - 1) / 2)).join("");
  const tail = takeColumns(characters.toReversed(), width - 1 - measureWidth(head)).toReversed();
  return `${head}…${tail.join("")}`;
}
function padText(text, width, align) {
  const space = " ".repeat(Math.max(0, width - measureWidth(text)));
  return align === "left" ? text + space : space + text;
}
function takeColumns(characters, room) {
  let used = 0;
  const end = characters.findIndex((character) => (used += widthOf(character)) > room);
  return end < 0 ? characters : characters.slice(0, end);
}
var NARROW_END = 768;
var COMBINING = /^[\p{Mn}\p{Me}]$/u;
var EMOJI = new RegExp("^\\p{Emoji_Presentation}$", "u");
var WIDE = [
  [4352, 4447],
  // Hangul Jamo
  [11904, 12350],
  // CJK radicals and punctuation
  [12353, 42191],
  // Kana, CJK, Yi
  [43360, 43391],
  [44032, 55203],
  // Hangul
  [63744, 64255],
  [65072, 65135],
  [65280, 65376],
  // full-width forms
  [65504, 65510],
  [127744, 129791],
  [131072, 262141]
];
function widthOf(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code < NARROW_END) return 1;
  if (COMBINING.test(character) || code >= 65024 && code <= 65039) return 0;
  return EMOJI.test(character) || WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

// src/terminal/render-table.ts
var GAP = 2;
function renderTable(columns, rows, width, paint) {
  if (rows.length === 0) return [];
  const texts = rows.map((row) => row.map((cell) => cleanText(cell.text)));
  const natural = columns.map(
    (column, index) => Math.max(measureWidth(column.title), ...texts.map((row) => measureWidth(row[index] ?? "")))
  );
  const isEmpty = (index) => columns[index]?.goes !== void 0 && texts.every((row) => row[index] === NOTHING);
  const filled = columns.map((_, index) => index).filter((index) => !isEmpty(index));
  const kept = keepColumns(columns, natural, filled, width);
  const widths = shrinkColumns(columns, natural, kept, width);
  const line = (cells) => {
    const parts = kept.map((index, place) => {
      const align = columns[index]?.align ?? "left";
      const fitted = fitText(cells[index]?.text ?? "", widths[place] ?? 0);
      const isLast = place === kept.length - 1;
      return paint(cells[index]?.style ?? "plain", isLast && align === "left" ? fitted : padText(fitted, widths[place] ?? 0, align));
    });
    return parts.join(" ".repeat(GAP)).trimEnd();
  };
  const head = line(columns.map((column) => ({ text: column.title, style: "quiet" })));
  return [head, ...rows.map((row, at) => line(row.map((cell, index) => ({ ...cell, text: texts[at]?.[index] ?? "" }))))];
}
function keepColumns(columns, natural, filled, width) {
  let kept = filled;
  const narrowest = (index) => Math.min(natural[index] ?? 0, columns[index]?.shrinksTo ?? Number.POSITIVE_INFINITY);
  while (sumOf(kept.map(narrowest)) > width) {
    const next = kept.filter((index) => columns[index]?.goes !== void 0).sort((left, right) => (columns[right]?.goes ?? 0) - (columns[left]?.goes ?? 0))[0];
    if (next === void 0) break;
    kept = kept.filter((index) => index !== next);
  }
  return kept;
}
function shrinkColumns(columns, natural, kept, width) {
  const widths = kept.map((index) => natural[index] ?? 0);
  for (const [place, index] of kept.entries()) {
    const now = widths[place] ?? 0;
    const excess = Math.max(0, sumOf(widths) - width);
    widths[place] = Math.max(Math.min(now, columns[index]?.shrinksTo ?? now), now - excess);
  }
  while (sumOf(widths) > width && Math.max(...widths) > 1) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
function sumOf(widths) {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

// src/terminal/wrap-text.ts
var SPACES = /(?<!\d) | (?!(?:%|µs|ms|s|m|h|B|[kMG]B)(?![\p{L}\d]))/u;
function wrapText(text, width, indent = "") {
  const lines = [];
  let line = "";
  for (const word of text.split(SPACES)) {
    const begun = line === "" ? lines.length === 0 ? "" : indent : `${line} `;
    const isNewLine = line !== "" && measureWidth(begun + word) > width;
    if (isNewLine) lines.push(line);
    const before = isNewLine ? indent : begun;
    line = before + fitText(word, Math.max(1, width - measureWidth(before)));
  }
  return line === "" ? lines : [...lines, line];
}

export {
  measureWidth,
  fitText,
  padText,
  renderTable,
  wrapText
};
