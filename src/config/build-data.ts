import type { BuildContext } from './build-context.ts';
import { childOf, entriesOf, itemsOf, keyPositionOf, positionOf, textOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Position } from './issue.ts';
import { parseDataFile } from './parse-data-file.ts';
import type { DataRow, DataSource } from './scenario.ts';
import { isList, isMap } from './source-tree.ts';
import type { SourceValue } from './source-tree.ts';
import { suggestWord } from './suggest-word.ts';

/** The one column of a list of plain values. */
export const PLAIN_COLUMN = '';

interface PlacedRow {
  readonly at: Position;
  readonly value: SourceValue;
}

/** `data:`; sources without a good row are left out, with an issue. */
export function buildData(cursor: Cursor | undefined, context: BuildContext): readonly DataSource[] {
  return entriesOf(cursor).flatMap(([name, entry]) => {
    const rows = buildRows(readRows(entry, context), context);
    if (rows === undefined) return [];
    const pick = textOf(childOf(entry, 'pick'));
    return {
      name,
      pick: pick === 'sequential' || pick === 'unique' ? pick : 'random',
      rows,
      secretColumns: buildSecretColumns(childOf(entry, 'secret'), rows, context),
    };
  });
}

function readRows(entry: Cursor, context: BuildContext): readonly PlacedRow[] | undefined {
  if (isList(entry.value)) return itemsOf(entry).map((item) => ({ at: positionOf(item), value: item.value }));
  const values = childOf(entry, 'values');
  const file = childOf(entry, 'file');
  if (values && file) context.issues.error(keyPositionOf(file), 'conflict', 'a data list has either values or file');
  if (values) return itemsOf(values).map((item) => ({ at: positionOf(item), value: item.value }));
  if (file) return typeof file.value === 'string' ? readFileRows(file.value, file, context) : undefined;
  if (isMap(entry.value)) context.issues.error(keyPositionOf(entry), 'missing', 'a data list needs values or file');
  return undefined;
}

function readFileRows(path: string, cursor: Cursor, context: BuildContext): readonly PlacedRow[] | undefined {
  const { files, file } = context.source;
  const text = files.text(files.resolve(file, path));
  if (typeof text !== 'string') {
    context.issues.error(positionOf(cursor), 'file', `${path} cannot be read: ${text.error}`);
    return undefined;
  }
  const parsed = parseDataFile(path, text);
  if (!parsed.ok) {
    context.issues.error({ file: path, line: parsed.line, column: 1 }, 'data', parsed.error);
    return undefined;
  }
  if (parsed.lines.length === 0) {
    context.issues.error(positionOf(cursor), 'data', `${path} holds no row`);
    return undefined;
  }
  return parsed.lines.map(({ line, value }) => ({ at: { file: path, line, column: 1 }, value }));
}

/** Rows of one shape: all plain values, or all objects with at least the columns of the first; undefined, with an issue, when there is none. */
function buildRows(placed: readonly PlacedRow[] | undefined, context: BuildContext): readonly DataRow[] | undefined {
  const first = placed?.[0];
  if (placed === undefined || first === undefined) return undefined;
  const columns = isMap(first.value) ? Object.keys(first.value) : undefined;
  const rows: DataRow[] = [];
  for (const [index, { at, value }] of placed.entries()) {
    const row = buildRow(value);
    const missing = row === undefined ? undefined : columns?.find((column) => !Object.hasOwn(row, column));
    if (row === undefined) context.issues.error(at, 'data', `row ${index + 1} is neither a plain value nor an object of plain values`);
    else if (isMap(value) !== (columns !== undefined))
      context.issues.error(
        at,
        'data',
        `row ${index + 1} is ${columns ? 'a plain value, row 1 is an object' : 'an object, row 1 is a plain value'}`,
      );
    else if (missing !== undefined) context.issues.error(at, 'data', `row ${index + 1} has no column ${missing}, row 1 has`);
    else rows.push(row);
  }
  return rows.length === 0 ? undefined : rows;
}

function buildRow(value: SourceValue): DataRow | undefined {
  if (!isMap(value)) return isPlain(value) ? { [PLAIN_COLUMN]: value } : undefined;
  const entries: [string, string | number | boolean | null][] = [];
  for (const [column, field] of Object.entries(value)) {
    if (!isPlain(field)) return undefined;
    entries.push([column, field]);
  }
  return Object.fromEntries(entries);
}

function isPlain(value: SourceValue): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function buildSecretColumns(cursor: Cursor | undefined, rows: readonly DataRow[], context: BuildContext): readonly string[] {
  const columns = Object.keys(rows[0] ?? {});
  if (cursor?.value === true) return columns;
  for (const item of itemsOf(cursor)) {
    const column = textOf(item) ?? '';
    if (columns.includes(column) && column !== PLAIN_COLUMN) continue;
    const isPlainList = columns.includes(PLAIN_COLUMN);
    context.issues.error(
      positionOf(item),
      'reference',
      `there is no column ${column}`,
      isPlainList ? 'secret: true' : suggestWord(column, columns),
    );
  }
  return textsOf(cursor).filter((column) => columns.includes(column));
}
