import { statSync } from 'node:fs';
import { describeFailedChecks, type Missing } from '../../../metrics/engine-info.ts';
import type { RequestCounts, SeriesPhase } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { buildSeries } from '../build-series.ts';
import { CLOSED_USERS, NO_HEALTH, type Imported } from '../imported.ts';
import { ImportProblem } from '../import-problem.ts';
import { buildName, chooseOrigin, nameAll } from '../name-requests.ts';
import type { NamedFile } from '../named-file.ts';
import { readWhole } from '../read-lines.ts';
import { parseStatsCsv, type StatsTable } from './parse-stats-csv.ts';
import { parseStatsJson, type JsonEntry } from './parse-stats-json.ts';
import { isCompanion, readCompanions, type Companions } from './read-companions.ts';

/** What Locust has written: one `*_stats.csv` or the output of `--json`, with the three files that say more. Throws ImportProblem. */
export async function readLocust(files: readonly NamedFile[]): Promise<Imported> {
  const companions = files.filter(isCompanion);
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
  if (/^\s*[[{]/.test(source)) {
    const entries = parseStatsJson(source, main.name);
    return buildFromJson(entries, main, await readCompanions(companions, main, entries));
  }
  const table = parseStatsCsv(source, main.name);
  return buildFromCsv(table, main, await readCompanions(companions, main, table.rows));
}

const ROUNDED = 'rounded to two digits: to 1 ms below 100 ms, 10 ms below 1 s, 100 ms below 10 s';

function buildFromCsv({ rows, total }: StatsTable, file: NamedFile, told: Companions): Imported {
  const format = "Locust's stats.csv";
  const made = total.counts.started;
  if (made === 0) throw new ImportProblem({ file: file.name, line: total.line }, 'it holds no request');
  const endMs = total.perSec > 0 ? (made / total.perSec) * 1_000 : 0;
  const startedAtMs = told.history?.firstMs ?? Math.max(0, Math.floor(statSync(file.path).mtimeMs - endMs));
  const figures = rows.map((row) => ({ row, known: { ...pickKnown(row), failures: listFailures(row, told, startedAtMs) } }));
  return {
    ...nameRows(figures),
    format,
    missing: listMissing(format, told, [
      `${format} has the percentiles of its columns alone, ${ROUNDED}`,
      'Locust writes it once a second: the last second of the test may be missing',
    ]),
    ...listUsersAndChecks(told),
    statedTotal: total.stated,
    startedAtMs,
    startMs: 0,
    endMs,
    timeline: [],
    iterations: 0,
  };
}

function buildFromJson(entries: readonly JsonEntry[], { name: file }: NamedFile, told: Companions): Imported {
  const format = "Locust's --json";
  const made = entries.filter(({ counts }) => counts.started > 0);
  if (made.length === 0) throw new ImportProblem({ file, line: 1 }, 'it holds no request');
  const firstMs = Math.min(...made.map((entry) => entry.firstMs));
  const lastMs = Math.max(...made.map((entry) => entry.lastMs));
  const startedAtMs = Math.max(0, Math.floor(firstMs));
  const figures = made.map((row) => ({
    row,
    known: { ...pickKnown(row), latency: row.latency, service: row.latency, failures: listFailures(row, told, startedAtMs) },
  }));
  return {
    ...nameRows(figures),
    format,
    missing: listMissing(format, told, [`${format} has times ${ROUNDED}`]),
    ...listUsersAndChecks(told),
    statedTotal: joinExtremes(made.map(({ stated }) => stated)),
    startedAtMs,
    startMs: 0,
    endMs: Math.max(0, lastMs - startedAtMs),
    timeline: [],
    iterations: 0,
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

interface Row {
  readonly method: string;
  readonly name: string;
  readonly counts: RequestCounts;
  readonly stated: StatedLatency;
  readonly bytesReceived: number;
}

function pickKnown({ counts, stated, bytesReceived }: Row): Partial<SeriesPhase> {
  return { counts, stated, bytesReceived };
}

/** Those of one row, with times counted from the start. */
function listFailures(row: Row, { failures }: Companions, startedAtMs: number): SeriesPhase['failures'] {
  return failures
    .filter(({ method, name }) => method === row.method && name === row.name)
    .map(({ method: _method, name: _name, ...failure }) => ({
      ...failure,
      firstMs: Math.max(0, failure.firstMs - startedAtMs),
      lastMs: Math.max(0, failure.lastMs - startedAtMs),
    }));
}

function listUsersAndChecks({ history, exceptions = 0 }: Companions): Pick<Imported, 'peakUsers' | 'failedChecks'> {
  return { peakUsers: history?.peakUsers ?? 0, failedChecks: exceptions };
}

function nameRows(figures: readonly { readonly row: Row; readonly known: Partial<SeriesPhase> }[]): Pick<Imported, 'series' | 'target'> {
  const rows = figures.map(({ row }) => row);
  const names = rows.map(({ method, name }) => buildName('http', method, name));
  const origin = chooseOrigin(rows.map(({ counts }, place) => [names[place]?.name ?? '', counts.started]));
  const shown = nameAll(names, origin);
  const series = figures.map(({ row: { method, name }, known }, place) =>
    buildSeries({ name: shown.get(names[place]?.key ?? '') ?? name, kind: 'http', method }, known),
  );
  return { series, target: origin ?? '' };
}

function listMissing(format: string, { exceptions }: Companions, also: readonly string[]): readonly Missing[] {
  const unmade =
    exceptions === undefined
      ? ['exceptions that ended tasks are in *_exceptions.csv alone, which is not there']
      : exceptions > 0
        ? [`${describeFailedChecks('locust', exceptions)}: they are in no figure`]
        : [];
  return [
    NO_HEALTH,
    CLOSED_USERS,
    ...[...also, ...unmade].map((sentence) => ({ facets: [], sentence })),
    { facets: [], sentence: "Locust's times are those of all requests, failed ones among them" },
    { facets: ['seconds'], sentence: `${format} does not say when each request ended` },
    {
      facets: ['statuses', 'first byte', 'bytes sent', 'connections', 'sessions', 'messages', 'matching'],
      sentence: `${format} has no statuses, no times to the first byte, no bytes sent, and nothing of WebSockets`,
    },
    { facets: ['bytes received'], sentence: 'Locust adds the bodies of failures to those of successes' },
  ];
}
