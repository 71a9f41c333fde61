import { statSync } from 'node:fs';
import { emptySeriesPhase } from '../empty-phase.ts';
import { CLOSED_USERS, NO_HEALTH, type Imported } from '../imported.ts';
import { EXACT, explainContradiction } from '../check-stated.ts';
import { ImportProblem } from '../import-problem.ts';
import type { NamedFile } from '../named-file.ts';
import { zeroRequests } from '../../../metrics/counts.ts';
import type { Missing } from '../../../metrics/engine-info.ts';
import type { RequestCounts, SeriesSummary } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { buildName, chooseOrigin, nameAll, type RequestName } from '../name-requests.ts';
import { listUnmade } from './list-unmade.ts';
import { listMetrics, type MetricValues } from './list-metrics.ts';

const FORMAT = "k6's summary";

/** The summary of a test as JSON, of `--summary-export` or `handleSummary`, in the shapes of any version. Throws ImportProblem. */
export function parseK6Summary(text: string, { name: file, path }: NamedFile): Imported {
  const refuse = (why: string, hint?: string): never => {
    throw new ImportProblem({ file, line: 1 }, why, hint);
  };
  const read = listMetrics(text);
  if (typeof read === 'string')
    return refuse(read, 'expected is what --summary-export=FILE or JSON.stringify(data) of handleSummary writes');
  const { metrics, durationMs } = read;
  const requests = metrics.get('http_reqs')?.['count'];
  if (requests === undefined || requests === 0) return refuse('it holds no HTTP request: http_reqs is not there, or 0');
  const failed = failuresOf(metrics.get('http_req_failed'));
  if (failed !== undefined && failed.total !== requests)
    return refuse(`http_reqs counts ${requests} requests, http_req_failed ${failed.total}`);
  // Closed: where nobody knows how many failed, nobody knows of how many successes these times are.
  const total = stateTimes(metrics, '', { count: failed && requests, failed: failed?.failed ?? 0 });
  if (!total) return refuse('it has no http_req_duration');
  const rows = listRows(metrics);
  for (const { name, stated } of [
    { name: '', stated: total },
    ...rows.map(({ request, stated: own }) => ({ name: ` of ${request.name}`, stated: own })),
  ]) {
    const why = explainContradiction(stated, EXACT);
    if (why !== undefined) return refuse(`http_req_duration${name} contradicts itself: ${why}`);
  }
  const origin = chooseOrigin(rows.map(({ request, counts }) => [request.name, counts?.started ?? 0]));
  const series = buildSeries(rows, { origin, total, whole: countRequests(requests, failed?.failed ?? 0) });
  if (typeof series === 'string') return refuse(series);
  const iterations = metrics.get('iterations')?.['count'] ?? 0;
  const dropped = metrics.get('dropped_iterations')?.['count'] ?? 0;
  const failedChecks = countFailedChecks(metrics.get('checks'));
  return {
    format: FORMAT,
    missing: [...listMissing(failed !== undefined), ...listUnmade({ dropped, iterations, failedChecks })],
    series,
    statedTotal: total,
    // It does not say when: it was written when the test had ended.
    startedAtMs: Math.max(0, Math.floor(statSync(path).mtimeMs - (durationMs ?? 0))),
    startMs: 0,
    endMs: durationMs ?? 0,
    timeline: [],
    iterations,
    dropped,
    failedChecks,
    peakUsers: metrics.get('vus_max')?.['max'] ?? metrics.get('vus')?.['max'] ?? 0,
    target: origin ?? '',
  };
}

interface Row {
  readonly request: RequestName;
  /** Undefined: the summary has times alone. */
  readonly counts: RequestCounts | undefined;
  readonly stated: StatedLatency;
}

/** Sub-metrics of thresholds that are for one request: `http_req_duration{name:GET /x}`, with `method` or without. */
function listRows(metrics: ReadonlyMap<string, MetricValues>): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const metric of metrics.keys()) {
    const selector = /^http_req_duration\{(.*)\}$/s.exec(metric)?.[1];
    const tags = selector === undefined ? undefined : parseSelector(selector);
    const name = tags?.get('name') ?? tags?.get('url');
    if (!tags || name === undefined || selector === undefined) continue;
    const own = [...tags]
      .filter(([tag]) => tag !== 'expected_response')
      .map(([tag, value]) => `${tag}:${value}`)
      .join(',');
    const request = buildName('http', tags.get('method') ?? '', name);
    const failed = failuresOf(metrics.get(`http_req_failed{${own}}`));
    const started = metrics.get(`http_reqs{${own}}`)?.['count'] ?? failed?.total;
    const isWhole = started !== undefined && failed !== undefined && failed.total === started;
    const stated = stateTimes(metrics, own, { count: isWhole ? started : undefined, failed: failed?.failed ?? 0 });
    if (stated) rows.set(request.key, { request, counts: isWhole ? countRequests(started, failed.failed) : undefined, stated });
  }
  return [...rows.values()];
}

const SELECTORS: ReadonlySet<string> = new Set(['name', 'url', 'method', 'expected_response']);

/** Undefined: it is not for one request alone. */
function parseSelector(selector: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>();
  for (const part of selector.split(/,(?=\s*[a-z_]+:)/)) {
    const colon = part.indexOf(':');
    tags.set(part.slice(0, colon).trim(), part.slice(colon + 1));
  }
  return [...tags.keys()].every((tag) => SELECTORS.has(tag)) ? tags : undefined;
}

/** `passes` of http_req_failed are those of which it is true that they failed. */
function failuresOf(values: MetricValues | undefined): { readonly failed: number; readonly total: number } | undefined {
  const { passes, fails, matches, total } = values ?? {};
  if (passes !== undefined && fails !== undefined) return { failed: passes, total: passes + fails };
  return matches !== undefined && total !== undefined ? { failed: matches, total } : undefined;
}

/** Of a rate, `passes` are those that are true: of checks, those that held. */
function countFailedChecks(values: MetricValues | undefined): number {
  const { fails, matches, total } = values ?? {};
  return fails ?? (matches !== undefined && total !== undefined ? total - matches : 0);
}

/** `selector` is empty for all requests. */
function stateTimes(
  metrics: ReadonlyMap<string, MetricValues>,
  selector: string,
  { count, failed }: { readonly count: number | undefined; readonly failed: number },
): StatedLatency | undefined {
  const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(',');
  const all = metrics.get(selector === '' ? 'http_req_duration' : `http_req_duration{${selector}}`);
  const good =
    metrics.get(`http_req_duration{${join(selector, 'expected_response:true')}}`) ??
    metrics.get(`http_req_duration{${join('expected_response:true', selector)}}`);
  // Timeouts are among all, with the time that was waited for them, and in no other figure.
  const values = all ?? good;
  if (!values) return undefined;
  const us = (key: string): number | undefined => (values[key] === undefined ? undefined : values[key] * 1_000);
  const percentiles = Object.keys(values).flatMap((key) => {
    const percentile = key === 'med' ? 50 : Number(/^p\(?(\d{1,2}(?:\.\d+)?|100)\)?$/.exec(key)?.[1] ?? Number.NaN);
    return Number.isNaN(percentile) ? [] : [{ percentile, us: us(key) ?? 0 }];
  });
  const isOfSuccesses = all === undefined || failed === 0;
  return {
    of: isOfSuccesses ? 'successes' : 'all',
    count: count === undefined ? undefined : isOfSuccesses ? count - failed : count,
    percentiles: percentiles.sort((left, right) => left.percentile - right.percentile),
    meanUs: us('avg'),
    minUs: us('min'),
    maxUs: us('max'),
  };
}

function countRequests(started: number, failed: number): RequestCounts {
  return { ...zeroRequests(), started, ok: started - failed, okBeforeEnd: started - failed, failed };
}

/** One for each row, and one for what is in none that has a number; a text: why they do not fit together. */
function buildSeries(
  rows: readonly Row[],
  { origin, total, whole }: { readonly origin: string | undefined; readonly total: StatedLatency; readonly whole: RequestCounts },
): readonly SeriesSummary[] | string {
  const names = nameAll(
    rows.map(({ request }) => request),
    origin,
  );
  const series = rows.map(({ request, counts, stated }): SeriesSummary => ({
    name: names.get(request.key) ?? request.name,
    kind: 'http',
    method: request.method,
    tags: [],
    selected: true,
    perPhase: [{ ...emptySeriesPhase(), ...(counts && { counts }), stated }],
  }));
  const started = whole.started - rows.reduce((sum, { counts }) => sum + (counts?.started ?? 0), 0);
  const failed = whole.failed - rows.reduce((sum, { counts }) => sum + (counts?.failed ?? 0), 0);
  if (started < 0 || failed < 0 || failed > started)
    return 'the requests of its thresholds add up to more than all requests: some are in several of them';
  if (started === 0) return series;
  // Rows without a number are not told apart from these.
  const isAll = rows.every(({ counts }) => counts === undefined);
  const rest: SeriesSummary = {
    name: isAll ? 'all requests' : 'other requests',
    kind: 'http',
    method: '',
    tags: [],
    selected: true,
    perPhase: [{ ...emptySeriesPhase(), counts: countRequests(started, failed), ...(isAll && { stated: total }) }],
  };
  return [...series, rest];
}

function listMissing(hasFailures: boolean): readonly Missing[] {
  return [
    NO_HEALTH,
    CLOSED_USERS,
    { facets: ['seconds'], sentence: `${FORMAT} has figures of the whole test alone, and says nothing of any second` },
    {
      facets: ['first byte'],
      sentence: "k6's http_req_duration leaves out DNS, connecting and TLS, and so does every latency here; none is of the first byte",
    },
    { facets: ['bytes sent', 'bytes received'], sentence: 'k6 counts the bytes of all requests together, failed ones and headers too' },
    {
      facets: ['statuses', 'connections', 'sessions', 'messages', 'matching'],
      sentence: `${FORMAT} has no statuses, and what it says of WebSockets is not read`,
    },
    { facets: [], sentence: `${FORMAT} has the times of all requests together, failed ones and timeouts among them` },
    ...(hasFailures ? [] : [{ facets: ['failures'] as const, sentence: `${FORMAT} has no http_req_failed` }]),
  ];
}
