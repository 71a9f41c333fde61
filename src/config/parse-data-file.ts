import { messageOf } from '../gate-error.ts';
import { parseCsv } from './parse-csv.ts';
import type { SourceValue } from './source-tree.ts';

/** A row as the file has it, not yet checked, and the line it begins on, from 1. */
export interface DataLine {
  readonly line: number;
  readonly value: SourceValue;
}

export type ParsedDataFile =
  | { readonly ok: true; readonly lines: readonly DataLine[] }
  | { readonly ok: false; readonly line: number; readonly error: string };

/** The text of a .csv (with a header), .ndjson or .json file (a list) → its rows. */
export function parseDataFile(path: string, text: string): ParsedDataFile {
  if (path.endsWith('.csv')) return parseCsvRows(text);
  if (path.endsWith('.ndjson')) return parseJsonLines(text);
  const parsed = parseJson(text);
  if ('error' in parsed) return { ok: false, line: lineOfError(text), error: parsed.error };
  if (!Array.isArray(parsed.value)) return { ok: false, line: 1, error: 'the file must hold a list of rows' };
  return { ok: true, lines: parsed.value.map((value: SourceValue) => ({ line: 1, value })) };
}

function parseCsvRows(text: string): ParsedDataFile {
  const csv = parseCsv(text);
  if (!csv.ok) return csv;
  const [header, ...records] = csv.records;
  if (header === undefined) return { ok: false, line: 1, error: 'the file is empty: the first line must name the columns' };
  const names = header.fields.map((field) => field.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { ok: false, line: header.line, error: `the column ${twice} is there twice` };
  if (names.includes('')) return { ok: false, line: header.line, error: 'a column has no name' };
  for (const { line, fields } of records) {
    if (fields.length !== names.length)
      return { ok: false, line, error: `the row has ${fields.length} fields, the header ${names.length}` };
  }
  return {
    ok: true,
    lines: records.map(({ line, fields }) => ({
      line,
      value: Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])),
    })),
  };
}

function parseJsonLines(text: string): ParsedDataFile {
  const lines: DataLine[] = [];
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const parsed = parseJson(source);
    if ('error' in parsed) return { ok: false, line: index + 1, error: parsed.error };
    lines.push({ line: index + 1, value: parsed.value });
  }
  return { ok: true, lines };
}

function parseJson(text: string): { readonly value: SourceValue } | { readonly error: string } {
  try {
    const value: SourceValue = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return { value };
  } catch (thrown) {
    return { error: messageOf(thrown) };
  }
}

/**
 * V8 does not always say where, so: the line is the first at whose end the text is wrong, and not only incomplete. Whether the first n lines are
 * wrong never turns back with more lines, so it is found by bisection.
 */
function lineOfError(text: string): number {
  const lines = text.trimEnd().split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBeginning(lines.slice(0, middle).join('\n').trimEnd())) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Could more text make it JSON? Then it is JSON already, or V8 complains about its end. */
function isBeginning(text: string): boolean {
  const parsed = parseJson(text);
  if ('value' in parsed || parsed.error.includes('end of JSON input')) return true;
  const position = /at position (\d+)/.exec(parsed.error)?.[1];
  return position !== undefined && Number(position) >= text.length;
}
