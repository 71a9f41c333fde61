import type { OutputRequest } from './options/judged-request.ts';
import { forgetFiles, resolveOut, resolvePrefix, writeReports, type FilePrefix, type OutNames } from './workspace/write-reports.ts';

type OutputPlaces = Pick<OutputRequest, 'out' | 'csvPrefix'>;

/** Where a run leaves its files. */
export interface RunPlaces {
  /** Of `--out`. */
  readonly folder: string;
  /** Of `--csv-prefix`; undefined: there is none. */
  readonly prefix: FilePrefix | undefined;
}

/** What Locust has files of: their names here, and after the prefix and an underscore. */
const LOCUST_FILES = ['stats.csv', 'stats_history.csv', 'failures.csv', 'exceptions.csv'] as const;
/** What other tools read a verdict or figures from. */
const READ_BY_TOOLS = ['results.json', 'junit.xml', 'badge.json', 'metrics.prom', ...LOCUST_FILES] as const;

/** Throws LOAD_GATE_UNSAFE_PATH for places outside of the checkout of a workflow. */
export function resolvePlaces(
  request: OutputPlaces,
  from: { readonly cwd: string; readonly root?: string | undefined },
  names: OutNames,
): RunPlaces {
  const within = { cwd: from.cwd, root: from.root };
  return {
    folder: resolveOut(within, request.out, names),
    prefix: request.csvPrefix === undefined ? undefined : resolvePrefix(within, request.csvPrefix, names),
  };
}

/** Closed: if this run should die, neither a verdict nor figures of an earlier one must be found in its place. A place with its time in its name is new. */
export async function forgetEarlier(request: OutputPlaces, { folder, prefix }: RunPlaces): Promise<void> {
  if (!request.out.includes('{time}')) await forgetFiles(folder, READ_BY_TOOLS);
  if (prefix && request.csvPrefix?.includes('{time}') === false) await forgetFiles(prefix.folder, LOCUST_FILES.map(nameBehind(prefix)));
}

/** The same for the folder of a suite, which has other files, or of a part that may never begin. */
export async function forgetReports(folder: string): Promise<void> {
  await forgetFiles(folder, [...READ_BY_TOOLS, 'latency.hlog', 'report.html', 'summary.md']);
}

/** The CSV files under the names that Locust gives them. Throws LOAD_GATE_OUTPUT_UNWRITABLE. */
export async function writeLocustFiles(prefix: FilePrefix, files: ReadonlyMap<string, string>): Promise<void> {
  const name = nameBehind(prefix);
  const renamed = LOCUST_FILES.map((file): [string, string] => {
    const text = files.get(file);
    // Closed: an empty file would read as a run without a failure.
    if (text === undefined) throw new Error(`there is no ${file} to write`);
    return [name(file), text];
  });
  await writeReports(prefix.folder, new Map(renamed));
}

function nameBehind(prefix: FilePrefix): (file: string) => string {
  return (file) => `${prefix.name}_${file}`;
}
