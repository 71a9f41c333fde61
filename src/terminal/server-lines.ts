import type { RunSummary } from '../metrics/run-summary.ts';
import { cleanText } from '../report/clean-text.ts';
import { SERVER_TITLES, serverFigures } from '../report/server-rows.ts';
import type { Paint } from './paint.ts';
import { renderTable, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

/** Which figures go first on a narrow terminal, in the order of `SERVER_TITLES`; 0 stays. */
const GOES = [2, 3, 0, 6, 1, 4, 5] as const;

const COLUMNS: readonly Column[] = [
  { title: 'the target itself', align: 'left', shrinksTo: 20 },
  ...SERVER_TITLES.map((title, place): Column => {
    const goes = GOES[place] ?? 0;
    return { title, align: 'right', ...(goes > 0 && { goes }) };
  }),
];

/** What the rows of `server:` came to, and why some were not judged; no block where there are none. */
export function serverBlocks({ server }: Pick<RunSummary, 'server'>, width: number, paint: Paint): readonly (readonly string[])[] {
  const rows = server.map((series) => [{ text: series.name }, ...serverFigures(series).map((text) => ({ text }))]);
  const troubles = server.flatMap(({ name, trouble }) =>
    trouble === undefined
      ? []
      : wrapText(cleanText(`${name} was not judged: ${trouble}`, 400), width, '  ').map((line) => paint('warning', line)),
  );
  return server.length === 0 ? [] : [[...renderTable(COLUMNS, rows, width, paint), ...troubles]];
}
