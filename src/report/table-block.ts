import type { Block } from './fit-blocks.ts';

/**
 * A Markdown table as a block, below a title or (empty) a blank line. A column whose title ends in ` >` is aligned to the right and its cells are never broken:
 * a figure stays with its unit. Cells are escaped already, but for pipes.
 */
export function tableBlock(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  const heads = columns.map((column) => column.replace(/ >$/, '').replace(' %', `${NO_BREAK_SPACE}%`));
  const areFigures = columns.map((column) => column.endsWith(' >'));
  const rules = areFigures.map((isFigure) => (isFigure ? '--:' : ':--'));
  const body = rows.map((row) => row.map((cell, index) => (areFigures[index] ? keepTogether(cell) : cell)));
  return { head: [...(title === '' ? [] : [title]), '', tableRow(heads), tableRow(rules)], rows: body.map(tableRow), tail: [] };
}

const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';

/** Text that is never broken at its spaces, nor behind a dash, where even a no-break space does not hold (Unicode line breaking, LB12a). */
export function keepTogether(text: string): string {
  return text.replaceAll('– ', `–${WORD_JOINER} `).replaceAll(' ', NO_BREAK_SPACE);
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapePipes).join(' | ')} |`;
}

/**
 * Within a cell a pipe is written `\|`, in code too (GFM, tables extension). One right after a backslash becomes a broken bar, because parsers disagree
 * about `\\|`.
 */
function escapePipes(cell: string): string {
  return cell.replace(/\\\|/g, '\\¦').replace(/\|/g, '\\|');
}
