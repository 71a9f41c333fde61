import { existsSync } from 'node:fs';
import type { RequestCounts } from '../../../metrics/run-summary.ts';
import { ImportProblem } from '../import-problem.ts';
import type { NamedFile } from '../named-file.ts';
import { readWhole } from '../read-lines.ts';
import { countExceptions, parseFailuresCsv, parseHistoryCsv, type LocustFailure, type LocustHistory } from './parse-companions.ts';

const COMPANIONS = ['stats_history.csv', 'failures.csv', 'exceptions.csv'] as const;

/** What Locust says beside its statistics. */
export interface Companions {
  /** Empty: none, or there is no such file. */
  readonly failures: readonly LocustFailure[];
  /** How many exceptions ended tasks; undefined: nobody says. */
  readonly exceptions: number | undefined;
  /** Undefined: nobody says when there were how many users. */
  readonly history: LocustHistory | undefined;
}

/** One row of the statistics. */
interface CountedRow {
  readonly method: string;
  readonly name: string;
  readonly counts: RequestCounts;
}

/** Whether it is one of the files that say nothing of latency. */
export function isCompanion({ name }: NamedFile): boolean {
  return COMPANIONS.some((what) => name.endsWith(what));
}

/** Reads those that were named, and those that lie beside `main` under Locust's own names. `rows` are its statistics. Throws ImportProblem. */
export async function readCompanions(named: readonly NamedFile[], main: NamedFile, rows: readonly CountedRow[]): Promise<Companions> {
  const read = async <T>(what: (typeof COMPANIONS)[number], parse: (text: string, file: string) => T): Promise<T | undefined> => {
    const file = pick(named, main, what);
    return file && parse(await readWhole(file.path, file.name), file.name);
  };
  return {
    failures:
      (await read('failures.csv', (text, file) => {
        const failures = parseFailuresCsv(text, file);
        checkFailures(failures, rows, file);
        return failures;
      })) ?? [],
    exceptions: await read('exceptions.csv', countExceptions),
    history: await read('stats_history.csv', parseHistoryCsv),
  };
}

/** The one that was named, else the one beside `stats.csv` under Locust's own name. */
function pick(named: readonly NamedFile[], main: NamedFile, what: (typeof COMPANIONS)[number]): NamedFile | undefined {
  const [given, other] = named.filter(({ name }) => name.endsWith(what));
  if (other) throw new ImportProblem({ file: other.name, line: 1 }, `there are two files ${what}`, 'name the files of one test');
  if (given) return given;
  const beside = (path: string): string => path.replace(/stats\.csv$/, what);
  return main.path.endsWith('stats.csv') && existsSync(beside(main.path))
    ? { name: beside(main.name), path: beside(main.path) }
    : undefined;
}

/** Closed: a file of another test tells of failures that this one has not had. */
function checkFailures(failures: readonly LocustFailure[], rows: readonly CountedRow[], file: string): void {
  for (const [key, own] of Map.groupBy(failures, ({ method, name }) => JSON.stringify([method, name]))) {
    const row = rows.find(({ method, name }) => JSON.stringify([method, name]) === key);
    const count = own.reduce((sum, failure) => sum + failure.count, 0);
    if (count <= (row?.counts.failed ?? 0)) continue;
    throw new ImportProblem(
      { file, line: 1 },
      `it has ${count} failures of ${own[0]?.name ?? ''}, and the statistics have ${row?.counts.failed ?? 0}: it is not of the same test`,
    );
  }
}
