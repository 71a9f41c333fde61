import { mergeDistributions } from '../metrics/distribution.ts';
import { describeFailedChecks, type EngineInfo } from '../metrics/engine-info.ts';
import { cleanText } from './clean-text.ts';
import { formatCsv } from './format-csv.ts';
import { formatPythonFloat } from './format-python-float.ts';
import {
  formatPercentiles,
  formatStated,
  formatStatedPercentiles,
  formatTotals,
  PERCENTILE_COLUMNS,
  TOTAL_COLUMNS,
} from './locust-times.ts';
import { renderLocustHistory } from './render-locust-history.ts';
import type { Report } from './report.ts';
import { compareText, summarizeEndpoints, type EndpointSummary } from './summarize-endpoints.ts';

/** Locust's four files, as text. */
export interface LocustCsv {
  readonly stats: string;
  readonly history: string;
  readonly failures: string;
  readonly exceptions: string;
}

const STATS_COLUMNS = ['Type,Name', ...TOTAL_COLUMNS, 'Requests/s,Failures/s', PERCENTILE_COLUMNS].join(',');
const FAILURES_COLUMNS = 'Method,Name,Error,Occurrences,First Seen,Last Seen';
const EXCEPTIONS_COLUMNS = 'Count,Message,Traceback,Nodes';

/**
 * Locust's files as Locust 2.47 writes them (locust/stats.py, StatsCSVFileWriter), over all phases but warm-ups: service time of every request
 * that was sent, failures included. Locust has no dropped arrivals, so they are in none of them; the verdict charges them all the same. exceptions.csv is
 * for what a locustfile raises outside of a request: no code of the user runs here, so it has a header and no rows, unless an import knows of some.
 */
export function renderLocustCsv({ run }: Pick<Report, 'run'>): LocustCsv {
  const { rows, total } = summarizeEndpoints(run);
  const sent = rows
    .filter((row) => requestsOf(row) > 0)
    .map((row) => ({ ...row, name: locustName(row) }))
    .sort((left, right) => compareText(left.name, right.name) || compareText(left.method, right.method));
  const stats = [...sent, { ...total, name: 'Aggregated', method: '' }].map((row) => statsRow(row, total.durationMs / 1_000));
  const startedMs = Date.parse(run.startedAt);
  const failures = sent.flatMap((row) => failureRows(row, startedMs));
  return {
    stats: formatCsv(STATS_COLUMNS, stats),
    history: renderLocustHistory(run),
    failures: formatCsv(FAILURES_COLUMNS, failures),
    exceptions: formatCsv(EXCEPTIONS_COLUMNS, listExceptions(run.engine)),
  };
}

/** What failed in the script of another load generator, and nobody knows of which request: as an exception of Locust is. */
function listExceptions(engine: EngineInfo): readonly (readonly string[])[] {
  if (engine.kind !== 'import') return [];
  const { tool, failedChecks: count = 0 } = engine;
  return count > 0 ? [[String(count), describeFailedChecks(tool, count), '', '']] : [];
}

/** Locust keeps the method apart from the name: `GET /items` is `/items`, `ws /chat` is `/chat`; a step with a name of its own keeps it. */
function locustName({ name, kind, method }: EndpointSummary): string {
  if (kind === 'ws' && name.startsWith('ws /')) return name.slice('ws '.length);
  return name.startsWith(`${method} `) ? name.slice(method.length + 1) : name;
}

/** A connection that was dropped is an event of its own that failed, without a time: so a Locust user reports one. */
function requestsOf(row: EndpointSummary): number {
  return row.counts.ok + failuresOf(row);
}

function failuresOf({ counts }: EndpointSummary): number {
  return counts.failed + counts.timedOut + counts.cut + counts.drops;
}

function statsRow(row: EndpointSummary, seconds: number): readonly string[] {
  const requests = requestsOf(row);
  const failures = row.failed === undefined ? undefined : failuresOf(row);
  const times = mergeDistributions([row.service, row.failedService]);
  const perSecond = (count: number): string => formatPythonFloat(seconds > 0 ? count / seconds : 0);
  return [
    row.method,
    row.name,
    ...(row.stated
      ? formatStated(row.stated, { requests, failures, bytesReceived: row.bytesReceived })
      : formatTotals({ ...times, requests, failures, bytesReceived: row.bytesReceived, times })),
    perSecond(requests),
    failures === undefined ? 'N/A' : perSecond(failures),
    ...(row.stated && times.count === 0 ? formatStatedPercentiles(row.stated) : formatPercentiles(times)),
  ];
}

function failureRows(row: EndpointSummary, startedMs: number): readonly (readonly string[])[] {
  return row.failures
    .filter((failure) => failure.class !== 'dropped')
    .toSorted((left, right) => compareText(left.reason, right.reason))
    .map((failure) => [
      row.method,
      row.name,
      cleanText(failure.reason),
      String(failure.count),
      timestamp(startedMs + failure.firstMs),
      timestamp(startedMs + failure.lastMs),
    ]);
}

/** `2026-03-01T12:00:05Z`: whole seconds, rounded down, as Locust's format_utc_timestamp. */
function timestamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
