import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { fitText, measureWidth, padText } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** The narrowest it may become when the terminal is too narrow; undefined: it keeps its width. */
  readonly shrinksTo?: number;
  /** On a narrow terminal the column with the highest number goes first, and it goes where it has nothing but dashes; undefined: it stays. */
  readonly goes?: number;
}

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

const GAP = 2;

/**
 * Aligned rows below a quiet line of titles, never wider than `width`: columns go first where they may, then they shrink, their text cut in the
 * middle. Text may come from anywhere: it is cleaned here. No rows: no lines.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): readonly string[] {
  if (rows.length === 0) return [];
  const texts = rows.map((row) => row.map((cell) => cleanText(cell.text)));
  const natural = columns.map((column, index) =>
    Math.max(measureWidth(column.title), ...texts.map((row) => measureWidth(row[index] ?? ''))),
  );
  const isEmpty = (index: number): boolean => columns[index]?.goes !== undefined && texts.every((row) => row[index] === NOTHING);
  const filled = columns.map((_, index) => index).filter((index) => !isEmpty(index));
  const kept = keepColumns(columns, natural, filled, width);
  const widths = shrinkColumns(columns, natural, kept, width);
  const line = (cells: readonly Cell[]): string => {
    const parts = kept.map((index, place) => {
      const align = columns[index]?.align ?? 'left';
      const fitted = fitText(cells[index]?.text ?? '', widths[place] ?? 0);
      const isLast = place === kept.length - 1;
      return paint(cells[index]?.style ?? 'plain', isLast && align === 'left' ? fitted : padText(fitted, widths[place] ?? 0, align));
    });
    return parts.join(' '.repeat(GAP)).trimEnd();
  };
  const head = line(columns.map((column) => ({ text: column.title, style: 'quiet' })));
  return [head, ...rows.map((row, at) => line(row.map((cell, index) => ({ ...cell, text: texts[at]?.[index] ?? '' }))))];
}

/** Indexes of the columns that stay: one by one the next to go is taken out, until the rest fits at its narrowest. */
function keepColumns(columns: readonly Column[], natural: readonly number[], filled: readonly number[], width: number): readonly number[] {
  let kept = filled;
  const narrowest = (index: number): number => Math.min(natural[index] ?? 0, columns[index]?.shrinksTo ?? Number.POSITIVE_INFINITY);
  while (sumOf(kept.map(narrowest)) > width) {
    const next = kept
      .filter((index) => columns[index]?.goes !== undefined)
      .sort((left, right) => (columns[right]?.goes ?? 0) - (columns[left]?.goes ?? 0))[0];
    if (next === undefined) break;
    kept = kept.filter((index) => index !== next);
  }
  return kept;
}

/** Widths of the kept columns: what is too much is taken from those that may shrink, in order, and at last from the widest of all. */
function shrinkColumns(columns: readonly Column[], natural: readonly number[], kept: readonly number[], width: number): readonly number[] {
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

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}
