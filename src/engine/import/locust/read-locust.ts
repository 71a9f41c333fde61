import { existsSync, statSync } from 'node:fs';
import { describeFailedChecks, type Missing } from '../../../metrics/engine-info.ts';
import type { SeriesSummary } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { emptySeriesPhase } from '../empty-phase.ts';
import { CLOSED_USERS, NO_HEALTH, type Imported } from '../imported.ts';
import { ImportProblem } from '../import-problem.ts';
import { buildName, chooseOrigin, nameAll } from '../name-requests.ts';
import type { NamedFile } from '../named-file.ts';
import { readWhole } from '../read-lines.ts';
import { countExceptions, parseFailuresCsv, parseHistoryCsv, type LocustFailure } from './parse-companions.ts';
import { parseStatsCsv, type StatsRow } from './parse-stats-csv.ts';
import { parseStatsJson, type JsonEntry } from './parse-stats-json.ts';

const COMPANIONS = ['stats_history.csv', 'failures.csv', 'exceptions.csv'] as const;

/** What Locust has written: one `*_stats.csv`, with the three files beside it that say more, or the output of `--json`. Throws ImportProblem. */
export async function readLocust(files: readonly NamedFile[]): Promise<Imported> {
  const companions = files.filter(({ name }) => COMPANIONS.some((what) => name.endsWith(what)));
  const [main, ...others] = files.filter((file) => !companions.includes(file));
  const [other] = others;
  if (!main)
    throw new ImportProblem(
      { file: files[0]?.name ?? '', line: 1 },
      'it says nothing of latency',
      'name the *_stats.csv of the same test, or its --json',
    );
  if (other)
    throw new ImportProblem(
      { file: other.name, line: 1 },
      'percentiles of several tests cannot be put together',
      'name the files of one test',
    );
  const source = await readWhole(main.path, main.name);
  if (/^\s*[[{]/.test(source)) return buildFromJson(parseStatsJson(source, main.name), main);
  const table = parseStatsCsv(source, main.name);
  const history = pick(companions, main, 'stats_history.csv');
  const told = pick(companions, main, 'failures.csv');
  const failures = told ? parseFailuresCsv(await readWhole(told.path, told.name), told.name) : [];
  if (told) checkFailures(failures, table.rows, told.name);
  const raised = pick(companions, main, 'exceptions.csv');
  const exceptions = raised ? countExceptions(await readWhole(raised.path, raised.name), raised.name) : 0;
  const past = history ? parseHistoryCsv(await readWhole(history.path, history.name), history.name) : undefined;
  return buildFromCsv({ ...table, failures, file: main, startedAtMs: past?.firstMs, peakUsers: past?.peakUsers ?? 0, exceptions });
}

const ROUNDED = 'rounded to two digits: to 1 ms below 100 ms, 10 ms below 1 s, 100 ms below 10 s';

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
function checkFailures(failures: readonly LocustFailure[], rows: readonly StatsRow[], file: string): void {
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

interface CsvTest {
  readonly rows: readonly StatsRow[];
  readonly total: StatsRow;
  readonly failures: readonly LocustFailure[];
  readonly file: NamedFile;
  readonly startedAtMs: number | undefined;
  readonly peakUsers: number;
  readonly exceptions: number;
}

function buildFromCsv({ rows, total, failures, file, startedAtMs, peakUsers, exceptions }: CsvTest): Imported {
  const format = "Locust's stats.csv";
  const made = total.counts.started;
  if (made === 0) throw new ImportProblem({ file: file.name, line: total.line }, 'it holds no request');
  const endMs = total.perSec > 0 ? (made / total.perSec) * 1_000 : 0;
  const started = startedAtMs ?? Math.max(0, Math.floor(statSync(file.path).mtimeMs - endMs));
  const parts = rows.map((row) => ({
    ...row,
    failures: failures
      .filter(({ method, name }) => method === row.method && name === row.name)
      .map(({ method: _method, name: _name, ...failure }) => ({
        ...failure,
        firstMs: Math.max(0, failure.firstMs - started),
        lastMs: Math.max(0, failure.lastMs - started),
      })),
  }));
  return {
    ...nameRows(parts.map((part) => [part, { ...emptySeriesPhase(), ...pickPhase(part) }] as const)),
    format,
    missing: listMissing(
      format,
      `${format} has the percentiles of its columns alone, ${ROUNDED}`,
      'Locust writes it once a second: the last second of the test may be missing',
      ...(exceptions > 0 ? [`${describeFailedChecks('locust', exceptions)}: they are in no figure`] : []),
    ),
    failedChecks: exceptions,
    statedTotal: total.stated,
    startedAtMs: started,
    startMs: 0,
    endMs,
    timeline: [],
    iterations: 0,
    peakUsers,
  };
}

function buildFromJson(entries: readonly JsonEntry[], { name: file }: NamedFile): Imported {
  const format = "Locust's --json";
  const made = entries.filter(({ counts }) => counts.started > 0);
  if (made.length === 0) throw new ImportProblem({ file, line: 1 }, 'it holds no request');
  const firstMs = Math.min(...made.map((entry) => entry.firstMs));
  const lastMs = Math.max(...made.map((entry) => entry.lastMs));
  const startedAtMs = Math.max(0, Math.floor(firstMs));
  return {
    ...nameRows(
      made.map((entry) => [entry, { ...emptySeriesPhase(), ...pickPhase(entry), latency: entry.latency, service: entry.latency }] as const),
    ),
    format,
    missing: listMissing(format, `${format} has times ${ROUNDED}`),
    statedTotal: joinExtremes(made.map(({ stated }) => stated)),
    startedAtMs,
    startMs: 0,
    endMs: Math.max(0, lastMs - startedAtMs),
    timeline: [],
    iterations: 0,
    peakUsers: 0,
  };
}

/** What can be had exactly of all together; percentiles come of the merged histograms. */
function joinExtremes(all: readonly StatedLatency[]): StatedLatency {
  const timed = all.filter(({ count = 0 }) => count > 0);
  const count = timed.reduce((sum, one) => sum + (one.count ?? 0), 0);
  if (count === 0) return { of: 'all', count, percentiles: [], meanUs: undefined, minUs: undefined, maxUs: undefined };
  return {
    of: 'all',
    count,
    percentiles: [],
    meanUs: timed.reduce((sum, one) => sum + (one.meanUs ?? 0) * (one.count ?? 0), 0) / count,
    minUs: Math.min(...timed.map(({ minUs = 0 }) => minUs)),
    maxUs: Math.max(...timed.map(({ maxUs = 0 }) => maxUs)),
  };
}

type Row = Pick<StatsRow, 'method' | 'name' | 'counts'>;
type Phase = SeriesSummary['perPhase'][number];

function pickPhase(
  row: Pick<Phase, 'counts' | 'bytesReceived'> & { readonly stated: StatedLatency; readonly failures?: Phase['failures'] },
): Partial<Phase> {
  const { counts, stated, bytesReceived, failures = [] } = row;
  return { counts, stated, bytesReceived, failures };
}

function nameRows(rows: readonly (readonly [Row, Phase])[]): Pick<Imported, 'series' | 'target'> {
  const names = rows.map(([{ method, name }]) => buildName('http', method, name));
  const origin = chooseOrigin(rows.map(([{ name, counts }]) => [name, counts.started]));
  const shown = nameAll(names, origin);
  const series = rows.map(([{ method, name }, phase], place): SeriesSummary => ({
    name: shown.get(names[place]?.key ?? '') ?? name,
    kind: 'http',
    method,
    tags: [],
    selected: true,
    perPhase: [phase],
  }));
  return { series, target: origin ?? '' };
}

function listMissing(format: string, ...also: readonly string[]): readonly Missing[] {
  return [
    NO_HEALTH,
    CLOSED_USERS,
    ...also.map((sentence) => ({ facets: [], sentence })),
    { facets: [], sentence: "Locust's times are those of all requests, failed ones among them" },
    { facets: ['seconds'], sentence: `${format} does not say when each request ended` },
    {
      facets: ['statuses', 'first byte', 'bytes sent', 'connections', 'sessions', 'messages', 'matching'],
      sentence: `${format} has no statuses, no times to the first byte, no bytes sent, and nothing of WebSockets`,
    },
    { facets: ['bytes received'], sentence: 'Locust adds the bodies of failures to those of successes' },
  ];
}
