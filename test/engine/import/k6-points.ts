/** A request as a test wants k6 to have made it. */
export interface PointInput {
  readonly atMs: number;
  readonly ms: number;
  readonly method?: string;
  readonly name?: string;
  readonly status?: string;
  readonly expected?: string;
  readonly code?: string;
}

/** The lines that k6 writes for a request, of those metrics that are read. */
export function pointLines({ atMs, ms, method = 'GET', name = 'http://t/a', status = '200', expected = 'true', code }: PointInput): string {
  const tags = {
    expected_response: expected,
    method,
    name,
    status,
    url: name,
    scenario: 'default',
    group: '',
    ...(code && { error_code: code }),
  };
  const time = new Date(atMs).toISOString();
  const line = (metric: string, value: number): string => `${JSON.stringify({ metric, type: 'Point', data: { time, value, tags } })}\n`;
  return (
    line('http_reqs', 1) +
    line('http_req_duration', ms) +
    line('http_req_blocked', 0.1) +
    line('http_req_failed', expected === 'true' ? 0 : 1)
  );
}

/** The first line of a file of k6. */
export const FIRST_LINE = `${JSON.stringify({ type: 'Metric', data: { name: 'http_reqs', type: 'counter', contains: 'default', thresholds: [], submetrics: null }, metric: 'http_reqs' })}\n`;

/** A file of so many requests. */
export function k6Json(requests: readonly PointInput[]): string {
  return FIRST_LINE + requests.map(pointLines).join('');
}
