import { parseCsv } from '../../../config/parse-csv.ts';
import type { FailureClass, FailureSummary } from '../../../metrics/run-summary.ts';
import { cleanText } from '../../../report/clean-text.ts';
import { ImportProblem } from '../import-problem.ts';

/** A failure as Locust's failures.csv has it; times since the epoch. */
export interface LocustFailure extends FailureSummary {
  readonly method: string;
  readonly name: string;
}

/** Locust's `*_failures.csv`. Throws ImportProblem. */
export function parseFailuresCsv(text: string, file: string): readonly LocustFailure[] {
  return listRows(text, file, ['Method', 'Name', 'Error', 'Occurrences']).map(({ line, row }) => {
    const count = Number(row.get('Occurrences'));
    if (!Number.isSafeInteger(count) || count < 1) throw new ImportProblem({ file, line }, 'Occurrences must be a whole number from 1');
    const error = cleanText(row.get('Error') ?? '');
    const timeOf = (column: string): number => {
      const time = Date.parse(row.get(column) ?? '');
      return Number.isNaN(time) ? 0 : time;
    };
    const [firstMs, lastMs] = [timeOf('First Seen'), timeOf('Last Seen')];
    return {
      method: row.get('Method') ?? '',
      name: row.get('Name') ?? '',
      class: classOf(error),
      reason: cleanText(error, 120),
      count,
      sample: error,
      firstMs,
      lastMs,
    };
  });
}

/** How many exceptions ended tasks, of Locust's `*_exceptions.csv`. Throws ImportProblem. */
export function countExceptions(text: string, file: string): number {
  return listRows(text, file, ['Count', 'Message']).reduce((sum, { line, row }) => {
    const count = Number(row.get('Count'));
    if (!Number.isSafeInteger(count) || count < 1) throw new ImportProblem({ file, line }, 'Count must be a whole number from 1');
    return sum + count;
  }, 0);
}

/** What Locust's `*_stats_history.csv` says of time and users. */
export interface LocustHistory {
  /** Since the epoch; undefined: it has no row. */
  readonly firstMs: number | undefined;
  readonly peakUsers: number;
}

/** Throws ImportProblem. Its last row may be cut off: nothing is judged by it. */
export function parseHistoryCsv(text: string, file: string): LocustHistory {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  let firstMs: number | undefined;
  let peakUsers = 0;
  for (const { line, row } of listRows(whole, file, ['Timestamp', 'User Count', 'Name'])) {
    const [seconds, users] = [Number(row.get('Timestamp')), Number(row.get('User Count'))];
    if (!Number.isFinite(seconds) || !Number.isSafeInteger(users) || users < 0)
      throw new ImportProblem({ file, line }, 'Timestamp and User Count must be numbers from 0');
    firstMs = Math.min(firstMs ?? Number.POSITIVE_INFINITY, seconds * 1_000);
    peakUsers = Math.max(peakUsers, users);
  }
  return { firstMs, peakUsers };
}

function listRows(
  text: string,
  file: string,
  needed: readonly string[],
): readonly { readonly line: number; readonly row: ReadonlyMap<string, string> }[] {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new ImportProblem({ file, line: parsed.line }, parsed.error);
  const [header, ...records] = parsed.records;
  const names = header?.fields ?? [];
  const odd = needed.find((name) => !names.includes(name));
  if (odd !== undefined)
    throw new ImportProblem({ file, line: 1 }, `this is not the file of Locust that its name says: it has no column ${odd}`);
  return records.map(({ line, fields }) => {
    if (fields.length !== names.length) throw new ImportProblem({ file, line }, `this row has ${fields.length} of ${names.length} fields`);
    return { line, row: new Map(names.map((name, place) => [name, fields[place] ?? ''])) };
  });
}

/** Locust has no classes: what its own clients say, as far as it is known. */
function classOf(error: string): FailureClass {
  if (/time[d ]*out/i.test(error)) return 'timeout';
  if (/ConnectionRefused|NewConnection|gaierror|Name or service/i.test(error)) return 'connect';
  if (/ConnectionReset|RemoteDisconnected|BrokenPipe|ConnectionError/i.test(error)) return 'reset';
  return /HTTPError|BadStatusCode|status code/i.test(error) ? 'status' : 'check';
}
