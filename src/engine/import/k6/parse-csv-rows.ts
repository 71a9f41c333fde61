import { parseCsv } from '../../../config/parse-csv.ts';
import { isRead } from './point.ts';
import type { ParsedPoint } from './parse-json-line.ts';

const NEEDED = ['metric_name', 'timestamp', 'metric_value'] as const;
const TAGS = ['error', 'error_code', 'expected_response', 'method', 'name', 'status', 'url'] as const;

/** Where the columns are that are read. */
export interface CsvColumns {
  readonly places: ReadonlyMap<string, number>;
  readonly count: number;
}

/** The first line of `k6 run --out csv=`; undefined: it is none. */
export function parseCsvHeader(line: string): CsvColumns | undefined {
  const names = line.replace(/\r$/, '').split(',');
  const places = new Map(names.map((name, place) => [name, place]));
  return NEEDED.every((name, place) => names[place] === name) && places.size === names.length ? { places, count: names.length } : undefined;
}

/** A record of it; several lines where a field holds line breaks. */
export function parseCsvRow(text: string, { places, count }: CsvColumns): ParsedPoint {
  const fields = text.includes('"') ? readQuoted(text) : text.replace(/\r$/, '').split(',');
  if (typeof fields === 'string') return wrong(fields);
  if (fields.length !== count) return wrong(`this row has ${fields.length} of ${count} fields`);
  const metric = fields[0] ?? '';
  if (metric === NEEDED[0]) return { kind: 'definition', metric };
  if (!/^[A-Za-z_][\w{}:. -]{0,200}$/.test(metric))
    return wrong(`this row begins with no name of a metric: ${JSON.stringify(metric.slice(0, 60))}`);
  if (!isRead(metric)) return { kind: 'other' };
  const timeMs = parseTime(fields[1] ?? '');
  if (timeMs === undefined) return wrong(`${metric} has no time`);
  const value = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(fields[2] ?? '') ? Number(fields[2]) : Number.NaN;
  if (!Number.isFinite(value)) return wrong(`${metric} must have a value of 0 or more`);
  const tags = TAGS.flatMap((tag): readonly [string, string][] => {
    const found = fields[places.get(tag) ?? -1];
    return found === undefined || found === '' ? [] : [[tag, found]];
  });
  return { kind: 'point', point: { metric, timeMs, value, tags: Object.fromEntries(tags) } };
}

/** An odd number of quotes: the record goes on in the next line. */
export function isOpenRecord(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

function readQuoted(text: string): readonly string[] | string {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed.error;
  return parsed.records[0]?.fields ?? [];
}

/** K6_CSV_TIME_FORMAT: seconds (the default), milli-, micro- or nanoseconds since the epoch, told apart by their size; or RFC 3339. */
function parseTime(text: string): number | undefined {
  if (/^\d{9,19}$/.test(text)) {
    const number = Number(text);
    const perMs = text.length > 17 ? 1e6 : text.length > 14 ? 1e3 : text.length > 11 ? 1 : 1e-3;
    return number / perMs;
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

function wrong(why: string): ParsedPoint {
  return { kind: 'wrong', why };
}
