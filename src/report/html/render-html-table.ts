import { markup, type Content, type Html } from './markup.ts';

export interface Column {
  readonly title: string;
  /** Aligned to the right, and never broken over two lines. */
  readonly isFigure?: boolean;
}

export interface Table {
  /** For screen readers alone, because the heading above says the same. Unique on the page: it is how they list its tables. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[] | Row)[];
  /** The column that names its row; the first unless told. */
  readonly head?: number;
  /** Each row becomes a card on a narrow screen, where the others scroll sideways. */
  readonly asCards?: boolean;
}

export interface Row {
  readonly cells: readonly Content[];
  /** What the filter of the page looks for. */
  readonly name?: string;
  readonly id?: string;
  readonly tone?: 'bad' | 'doubt' | 'total';
}

/** A table in a box that scrolls sideways by itself, with the keyboard too. */
export function renderTable({ caption, columns, rows, head = 0, asCards = false }: Table): Html {
  const heads = columns.map(
    ({ title, isFigure }) => markup`<th scope="col"${sayRole('columnheader', asCards)}${isFigure ? FIGURE : undefined}>${title}</th>`,
  );
  const body = rows.map((row) => renderRow('cells' in row ? row : { cells: row }, { columns, head, asCards }));
  const group = sayRole('rowgroup', asCards);
  const table = markup`<table${asCards ? markup` class="cards" role="table"` : undefined}><caption class="unseen">${caption}</caption><thead${group}><tr${sayRole('row', asCards)}>${heads}</tr></thead><tbody${group}>${body}</tbody></table>`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>
`;
}

const FIGURE = markup` class="n"`;

/** Said for cards alone: a row that is not laid out as one would else be no row any more to a screen reader. */
function sayRole(role: string, asCards: boolean): Html | undefined {
  return asCards ? markup` role="${role}"` : undefined;
}

function renderRow(
  { cells, name, id, tone }: Row,
  { columns, head, asCards }: Required<Pick<Table, 'columns' | 'head' | 'asCards'>>,
): Html {
  const body = cells.map((cell, index) => {
    const { title = '', isFigure = false } = columns[index] ?? {};
    const figure = isFigure ? FIGURE : undefined;
    if (index === head) return markup`<th scope="row"${sayRole('rowheader', asCards)}${figure}>${cell}</th>`;
    return markup`<td${asCards ? markup` role="cell" data-label="${title}"` : undefined}${figure}>${cell}</td>`;
  });
  const parts = [
    id === undefined ? undefined : markup` id="${id}"`,
    name === undefined ? undefined : markup` data-name="${name}"`,
    tone === undefined ? undefined : markup` class="${tone}"`,
  ];
  return markup`
<tr${sayRole('row', asCards)}${parts}>${body}</tr>`;
}

/** Pairs of a word and what it stands for. */
export function renderFacts(facts: readonly (readonly [word: string, what: Content])[]): Html {
  return markup`<dl class="facts">${facts.map(([word, what]) => markup`<div><dt>${word}</dt><dd>${what}</dd></div>`)}</dl>
`;
}
