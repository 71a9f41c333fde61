import { mergeDistributions, valueAtRank, type Distribution } from '../metrics/distribution.ts';
import { cleanText } from './clean-text.ts';
import { formatPythonFloat } from './format-python-float.ts';
import type { Report } from './report.ts';
import { compareText, summarizeEndpoints, type EndpointSummary } from './summarize-endpoints.ts';

/** Locust's two files of results, as text. */
export interface LocustCsv {
  readonly stats: string;
  readonly failures: string;
}

const STATS_COLUMNS =
  'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,' +
  'Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%';
const FAILURES_COLUMNS = 'Method,Name,Error,Occurrences,First Seen,Last Seen';
const FRACTIONS = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1];

/**
 * stats.csv and failures.csv as Locust 2.47 writes them (locust/stats.py, StatsCSV), over all phases but warm-ups: service time of every request
 * that was sent, failures included. Locust has no dropped arrivals, so they are in neither file; the verdict charges them all the same.
 */
export function renderLocustCsv({ run }: Report): LocustCsv {
  const { rows, total } = summarizeEndpoints(run);
  const sent = rows
    .filter((row) => requestsOf(row) > 0)
    .map((row) => ({ ...row, name: locustName(row) }))
    .sort((left, right) => compareText(left.name, right.name) || compareText(left.method, right.method));
  const stats = [...sent, { ...total, name: 'Aggregated', method: '' }].map((row) => statsRow(row, total.durationMs / 1_000));
  const startedMs = Date.parse(run.startedAt);
  return {
    stats: renderCsv(STATS_COLUMNS, stats),
    failures: renderCsv(
      FAILURES_COLUMNS,
      sent.flatMap((row) => failureRows(row, startedMs)),
    ),
  };
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
  const failures = failuresOf(row);
  const times = mergeDistributions([row.service, row.failedService]);
  const perSecond = (count: number): string => formatPythonFloat(seconds > 0 ? count / seconds : 0);
  return [
    row.method,
    row.name,
    String(requests),
    String(failures),
    // Without a request Locust prints its starting values: integers, but a float for the mean.
    times.count === 0 ? '0' : milliseconds(times, 0.5),
    formatPythonFloat(times.count === 0 ? 0 : times.sumUs / 1_000 / times.count),
    times.lowestUs === 0 ? '0' : formatPythonFloat(times.lowestUs / 1_000),
    times.count === 0 ? '0' : formatPythonFloat(times.highestUs / 1_000),
    requests === 0 ? '0' : formatPythonFloat(row.bytesReceived / requests),
    perSecond(requests),
    perSecond(failures),
    ...FRACTIONS.map((fraction) => milliseconds(times, fraction)),
  ];
}

/** Locust takes the sample at place int(count × fraction), counted from 0 (calculate_response_time_percentile): one further than nearest rank. */
function milliseconds(times: Distribution, fraction: number): string {
  const us = valueAtRank(times, Math.min(times.count, Math.floor(times.count * fraction) + 1));
  return us === undefined ? 'N/A' : String(Math.round(us / 1_000));
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

function renderCsv(columns: string, rows: readonly (readonly string[])[]): string {
  return [columns, ...rows.map((row) => row.map(quote).join(','))].map((line) => `${line}\r\n`).join('');
}

/** RFC 4180, only where it must be: what Python's csv.writer does. */
function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
