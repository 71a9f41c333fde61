import { zeroRequests } from '../../../metrics/counts.ts';
import type { RequestCounts } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { buildName, type RequestName } from '../name-requests.ts';
import type { MetricValues } from './list-metrics.ts';

/** One request of which a summary of k6 has figures. */
export interface Row {
  readonly request: RequestName;
  /** Undefined: the summary has times alone. */
  readonly counts: RequestCounts | undefined;
  readonly stated: StatedLatency;
}

/** Sub-metrics of thresholds that are for one request: `http_req_duration{name:GET /x}`, with `method` or without. */
export function listRows(metrics: ReadonlyMap<string, MetricValues>): readonly Row[] {
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

/** How many failed: `passes` of http_req_failed are those of which it is true. Undefined: it does not say. */
export function failuresOf(values: MetricValues | undefined): { readonly failed: number; readonly total: number } | undefined {
  const { passes, fails, matches, total } = values ?? {};
  if (passes !== undefined && fails !== undefined) return { failed: passes, total: passes + fails };
  return matches !== undefined && total !== undefined ? { failed: matches, total } : undefined;
}

/** What it says of latency; `selector` is empty for all requests. Undefined: nothing. */
export function stateTimes(
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

/** Requests of which so many failed, and all others succeeded. */
export function countRequests(started: number, failed: number): RequestCounts {
  return { ...zeroRequests(), started, ok: started - failed, okBeforeEnd: started - failed, failed };
}
