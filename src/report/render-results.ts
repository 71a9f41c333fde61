import type { Distribution } from '../metrics/distribution.ts';
import type { RunSummary, SeriesPhase, SeriesSummary } from '../metrics/run-summary.ts';
import { encodeDistribution } from './encode-distribution.ts';
import { encodeServer } from './encode-server.ts';
import { encodeTimeline } from './encode-timeline.ts';
import type { Report } from './report.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummaries, type EndpointSummary } from './summarize-endpoints.ts';

/** The version of results.json that is written, and the newest that can be read. */
export const RESULTS_VERSION = 1;

/**
 * results.json: the whole run, the same bytes for the same report. Keys are sorted; what holds only plain values stands on one line (a slice, a
 * distribution), the rest is indented. `endpoints` repeats the judged figures for readers such as jq; `parseResults` ignores them.
 */
export function renderResults(report: Report): string {
  const { live, further = [] } = report;
  // Closed: a burst without its other side could not be read back.
  if (live && live.runs.length !== further.length + 1)
    throw new RangeError(`${live.runs.length} runs of the baseline for ${further.length + 1} bursts`);
  const document = {
    schema_version: RESULTS_VERSION,
    endpoints: describeEndpoints(summarizeEndpoints(report.run)),
    run: encodeRun(report.run),
    further_runs: further.length > 0 ? further.map(encodeRun) : undefined,
    live: live && { ...live, runs: live.runs.map(encodeRun) },
    verdict: report.verdict,
  };
  return `${renderJson(document, '')}\n`;
}

function encodeRun(run: RunSummary): unknown {
  const { schemaVersion: _, series, health, timeline, server, shards, engine, ...rest } = run;
  const { scheduleLag, eventLoopDelay } = health;
  return {
    ...rest,
    health: { ...health, scheduleLag: encodeDistribution(scheduleLag), eventLoopDelay: encodeDistribution(eventLoopDelay) },
    series: series.map(encodeSeries),
    timeline: encodeTimeline(timeline),
    server: encodeServer(server),
    shards: shards.length > 0 ? shards : undefined,
    engine: engine.kind === 'embedded' ? undefined : engine,
  };
}

function encodeSeries(series: SeriesSummary): unknown {
  return { ...series, perPhase: series.perPhase.map(encodeSeriesPhase) };
}

function encodeSeriesPhase(part: SeriesPhase): unknown {
  const { latency, service, ttfb, failedLatency, failedService, queue, connect, tls, body, session, slices, ...rest } = part;
  const spans = { latency, service, ttfb, failedLatency, failedService, queue, connect, tls, body, session } satisfies Record<
    string,
    Distribution
  >;
  const encoded = Object.entries(spans).map(([span, distribution]) => [span, encodeDistribution(distribution)]);
  return {
    ...rest,
    ...Object.fromEntries(encoded),
    slices: slices.map((slice) => ({ ...slice, latency: encodeDistribution(slice.latency) })),
  };
}

function describeEndpoints({ rows, total }: EndpointSummaries): unknown {
  return [...rows, total].map(describeEndpoint);
}

/** Null where nothing was measured or nobody says, and where a percentile falls among requests that never came back. */
function describeEndpoint(endpoint: EndpointSummary): unknown {
  const percentile = (p: number): number | null => {
    const reading = percentileOf(endpoint, p);
    return reading?.state === 'exact' ? reading.us : null;
  };
  return {
    name: endpoint.name,
    attempts: endpoint.attempts ?? null,
    failures: endpoint.failed ?? null,
    okPerSec: endpoint.okPerSec ?? null,
    p50Us: percentile(50),
    p95Us: percentile(95),
    p99Us: percentile(99),
    maxUs: percentile(100),
  };
}

function renderJson(value: unknown, indent: string): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON cannot hold ${value}`); // closed: JSON.stringify would write null
  if (!isContainer(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item: unknown) => ['', item] as const) : sortedEntries(value);
  const inner = `${indent}  `;
  const parts = entries.map(([key, item]) => {
    const text = item === undefined ? 'null' : renderJson(item, inner);
    return isList ? text : `${JSON.stringify(key)}: ${text}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const isPlain = entries.every(([, item]) => !isContainer(item));
  return isPlain ? `${open}${parts.join(', ')}${close}` : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** As JSON.stringify: a key whose value is undefined is left out. Sorted by code units. */
function sortedEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
