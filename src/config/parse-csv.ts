/** One record of a CSV file: its fields, and the line it begins on, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export type ParsedCsv =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly line: number; readonly error: string };

/**
 * RFC 4180 text → records, the header too; LF and CRLF, a byte order mark is skipped, empty lines are no records.
 *
 *   record = field { "," field }
 *   field  = { any but `,` `"` CR LF } | `"` { any but `"` | `""` } `"`
 */
export function parseCsv(text: string): ParsedCsv {
  const records: CsvRecord[] = [];
  const end = text.length;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  while (at < end) {
    const startLine = line;
    const fields: string[] = [];
    for (let isLast = false; !isLast;) {
      const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
      if (field === undefined)
        return {
          ok: false,
          line,
          error:
            text[at] === '"'
              ? 'a quoted field is not closed, or text follows its closing quote'
              : 'a quote stands inside an unquoted field',
        };
      fields.push(field.value);
      line += countBreaks(text, at, field.end);
      at = field.end;
      isLast = text[at] !== ',';
      if (!isLast) at++;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    line++;
    if (fields.length > 1 || fields[0] !== '') records.push({ line: startLine, fields });
  }
  return { ok: true, records };
}

interface Field {
  readonly value: string;
  /** The offset behind it: of a comma, a line break or the end. */
  readonly end: number;
}

function readPlain(text: string, start: number): Field | undefined {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') {
    if (text[end] === '"') return undefined;
    end++;
  }
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field | undefined {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    const next = text[quote + 1];
    if (next === '"') continue;
    const isEnd = next === undefined || next === ',' || next === '\n' || next === '\r';
    return isEnd ? { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 } : undefined;
  }
  return undefined;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
