import { parseCsv } from '../../../config/parse-csv.ts';
import { zeroRequests } from '../../../metrics/counts.ts';
import type { RequestCounts } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { explainContradiction, explainWhole, TWO_DIGITS } from '../check-stated.ts';
import { ImportProblem } from '../import-problem.ts';

/** One row of Locust's stats.csv. */
export interface StatsRow {
  readonly line: number;
  readonly method: string;
  readonly name: string;
  readonly counts: RequestCounts;
  readonly stated: StatedLatency;
  /** Of all bodies together. */
  readonly bytesReceived: number;
  /** Of requests, over the whole test. */
  readonly perSec: number;
}

export interface StatsTable {
  readonly rows: readonly StatsRow[];
  readonly total: StatsRow;
}

const NEEDED = [
  'Type',
  'Name',
  'Request Count',
  'Failure Count',
  'Average Response Time',
  'Min Response Time',
  'Max Response Time',
  'Average Content Size',
  'Requests/s',
] as const;
const TOTAL = 'Aggregated';

/** The text of a `*_stats.csv`. Throws ImportProblem, also where its rows do not add up to its last one: then it was written while the test went on, or cut off. */
export function parseStatsCsv(text: string, file: string): StatsTable {
  const refuse = (line: number, why: string, hint?: string): never => {
    throw new ImportProblem({ file, line }, why, hint);
  };
  if (!text.endsWith('\n')) return refuse(1 + text.split('\n').length - 1, 'the last line has no end: the file was cut off');
  const parsed = parseCsv(text);
  if (!parsed.ok) return refuse(parsed.line, parsed.error);
  const [header, ...records] = parsed.records;
  const names = header?.fields ?? [];
  const odd = NEEDED.find((name) => !names.includes(name));
  if (odd !== undefined)
    return refuse(
      1,
      `this is no stats.csv of Locust: it has no column ${odd}`,
      'expected is the *_stats.csv of locust --csv, or its --json',
    );
  if (new Set(names).size !== names.length) return refuse(1, 'it has a column twice');
  const all = records.map(({ line, fields }) => {
    if (fields.length !== names.length) return refuse(line, `this row has ${fields.length} of ${names.length} fields`);
    return parseRow(new Map(names.map((name, place) => [name, fields[place] ?? ''])), { file, line });
  });
  const total = all.at(-1);
  if (total?.name !== TOTAL || total.method !== '') return refuse(total?.line ?? 1, `the last row must be ${TOTAL}: the file was cut off`);
  const rows = all.slice(0, -1);
  checkSum(rows, total, file);
  for (const { line, stated } of all) {
    const why = explainContradiction(stated, TWO_DIGITS);
    if (why !== undefined) return refuse(line, `this row contradicts itself: ${why}`);
  }
  const why = explainWhole(
    total.stated,
    rows.map(({ stated }) => stated),
    TWO_DIGITS,
  );
  if (why !== undefined) return refuse(total.line, `the rows and ${TOTAL} are not of the same test: ${why}`);
  return { rows, total };
}

function checkSum(rows: readonly StatsRow[], total: StatsRow, file: string): void {
  const seen = new Set<string>();
  for (const { line, method, name } of rows) {
    const key = JSON.stringify([method, name]);
    if (seen.has(key)) throw new ImportProblem({ file, line }, `${method} ${name} is there twice`);
    seen.add(key);
  }
  for (const key of ['started', 'failed'] as const) {
    const sum = rows.reduce((all, { counts }) => all + counts[key], 0);
    if (sum === total.counts[key]) continue;
    const what = key === 'started' ? 'requests' : 'failures';
    throw new ImportProblem(
      { file, line: total.line },
      `the rows have ${sum} ${what}, and ${TOTAL} has ${total.counts[key]}: the file is not whole`,
    );
  }
}

function parseRow(row: ReadonlyMap<string, string>, at: { readonly file: string; readonly line: number }): StatsRow {
  const number = (column: string): number => {
    const text = row.get(column) ?? '';
    const value = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value)) throw new ImportProblem(at, `${column} must be a number from 0, not ${JSON.stringify(text.slice(0, 40))}`);
    return value;
  };
  const [started, failed] = [number('Request Count'), number('Failure Count')];
  if (!Number.isSafeInteger(started) || !Number.isSafeInteger(failed) || failed > started)
    throw new ImportProblem(at, `${failed} failures of ${started} requests cannot be`);
  const ok = started - failed;
  // Where no request had a time (a client of one's own may leave it out) Locust writes zeros; nothing takes no time at all.
  const isTimed = started > 0 && number('Max Response Time') > 0;
  const percentiles = [...row.keys()].flatMap((column) => {
    const percentile = Number(/^(\d{1,3}(?:\.\d+)?)%$/.exec(column)?.[1] ?? Number.NaN);
    return percentile >= 0 && percentile < 100 && isTimed ? [{ percentile, us: number(column) * 1_000 }] : [];
  });
  const us = (column: string): number | undefined => (isTimed ? number(column) * 1_000 : undefined);
  return {
    line: at.line,
    method: row.get('Type') ?? '',
    name: row.get('Name') ?? '',
    counts: { ...zeroRequests(), started, ok, okBeforeEnd: ok, failed },
    stated: {
      of: 'all',
      count: isTimed ? started : 0,
      percentiles: percentiles.sort((left, right) => left.percentile - right.percentile),
      meanUs: us('Average Response Time'),
      minUs: us('Min Response Time'),
      maxUs: us('Max Response Time'),
    },
    bytesReceived: Math.round(number('Average Content Size') * started),
    perSec: number('Requests/s'),
  };
}
