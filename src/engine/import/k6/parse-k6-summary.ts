import { statSync } from 'node:fs';
import { buildSeries } from '../build-series.ts';
import { CLOSED_USERS, NO_HEALTH, type Imported } from '../imported.ts';
import { EXACT, explainContradiction } from '../check-stated.ts';
import { ImportProblem } from '../import-problem.ts';
import type { NamedFile } from '../named-file.ts';
import type { Missing } from '../../../metrics/engine-info.ts';
import type { RequestCounts, SeriesSummary } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { chooseOrigin, nameAll } from '../name-requests.ts';
import { listUnmade } from './list-unmade.ts';
import { listMetrics, type MetricValues } from './list-metrics.ts';
import { countRequests, failuresOf, listRows, stateTimes, type Row } from './list-summary-rows.ts';

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
  const series = listSeries(rows, { origin, total, whole: countRequests(requests, failed?.failed ?? 0) });
  if (typeof series === 'string') return refuse(series);
  const iterations = metrics.get('iterations')?.['count'] ?? 0;
  const dropped = metrics.get('dropped_iterations')?.['count'] ?? 0;
  const failedChecks = countFailedChecks(metrics.get('checks'));
  // Closed: a share of checks that is not of a number hides which of them failed.
  if (failedChecks === undefined) return refuse('its checks do not say how many of them failed');
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
    // vus_max counts those that were made ready, too.
    peakUsers: metrics.get('vus')?.['max'] ?? 0,
    target: origin ?? '',
  };
}

/** Of a rate, `passes` are those that are true: of checks, those that held. 0 where the script has none; undefined: it has, and they do not say. */
function countFailedChecks(values: MetricValues | undefined): number | undefined {
  if (!values) return 0;
  const { fails, matches, total } = values;
  return fails ?? (matches !== undefined && total !== undefined ? total - matches : undefined);
}

/** One for each row, and one for what is in none that has a number; a text: why they do not fit together. */
function listSeries(
  rows: readonly Row[],
  { origin, total, whole }: { readonly origin: string | undefined; readonly total: StatedLatency; readonly whole: RequestCounts },
): readonly SeriesSummary[] | string {
  const names = nameAll(
    rows.map(({ request }) => request),
    origin,
  );
  const series = rows.map(({ request, counts, stated }) =>
    buildSeries(
      { name: names.get(request.key) ?? request.name, kind: 'http', method: request.method },
      { ...(counts && { counts }), stated },
    ),
  );
  const started = whole.started - rows.reduce((sum, { counts }) => sum + (counts?.started ?? 0), 0);
  const failed = whole.failed - rows.reduce((sum, { counts }) => sum + (counts?.failed ?? 0), 0);
  if (started < 0 || failed < 0 || failed > started)
    return 'the requests of its thresholds add up to more than all requests: some are in several of them';
  if (started === 0) return series;
  // Rows without a number are not told apart from these.
  const isAll = rows.every(({ counts }) => counts === undefined);
  const rest = buildSeries(
    { name: isAll ? 'all requests' : 'other requests', kind: 'http', method: '' },
    { counts: countRequests(started, failed), ...(isAll && { stated: total }) },
  );
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
