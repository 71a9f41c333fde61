import type { Block } from './fit-blocks.ts';

/** A Markdown table as a block, below a title or (empty) a blank line. A column whose title ends in ` >` is aligned to the right; cells are escaped already. */
export function tableBlock(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  const heads = columns.map((column) => column.replace(/ >$/, ''));
  const rules = columns.map((column) => (column.endsWith(' >') ? '--:' : ':--'));
  return { head: [...(title === '' ? [] : [title]), '', tableRow(heads), tableRow(rules)], rows: rows.map(tableRow), tail: [] };
}

/** A block that is folded until somebody opens it; the blank lines let GitHub read Markdown inside. */
export function foldBlock(summary: string, block: Block): Block {
  return { head: [`<details><summary>${summary}</summary>`, ...block.head], rows: block.rows, tail: [...block.tail, '', '</details>'] };
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
