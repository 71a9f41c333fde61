/** A request of a test of Locust, with all its times in whole milliseconds. */
export interface LocustInput {
  readonly method?: string;
  readonly name: string;
  readonly timesMs: readonly number[];
  readonly failed?: number;
}

const HEADER =
  'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%';
const SHARES = [0.5, 0.66, 0.75, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1];

/** What Locust writes of them: the sample at place int(n · share), as its own code has it. */
function row({ method = 'GET', name, timesMs, failed = 0 }: LocustInput, seconds: number): string {
  const sorted = timesMs.toSorted((left, right) => left - right);
  const count = sorted.length;
  const at = (share: number): number => sorted[Math.min(count - 1, Math.floor(count * share))] ?? 0;
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / count;
  return [
    method,
    name,
    count,
    failed,
    at(0.5),
    mean,
    sorted[0],
    sorted.at(-1),
    2,
    count / seconds,
    failed / seconds,
    ...SHARES.map(at),
  ].join(',');
}

/** A `*_stats.csv`, with the line ends of Python's csv module. */
export function statsCsv(requests: readonly LocustInput[], seconds = 10): string {
  const all = {
    method: '',
    name: 'Aggregated',
    timesMs: requests.flatMap(({ timesMs }) => timesMs),
    failed: requests.reduce((sum, { failed = 0 }) => sum + failed, 0),
  };
  return [HEADER, ...requests.map((request) => row(request, seconds)), row(all, seconds), ''].join('\r\n');
}

/** What `locust --json` prints. */
export function statsJson(requests: readonly LocustInput[], seconds = 10): string {
  const start = Date.parse('2026-01-02T03:04:05Z') / 1_000;
  return JSON.stringify(
    requests.map(({ method = 'GET', name, timesMs, failed = 0 }) => ({
      name,
      method,
      last_request_timestamp: start + seconds,
      start_time: start,
      num_requests: timesMs.length,
      num_none_requests: 0,
      num_failures: failed,
      total_response_time: timesMs.reduce((sum, ms) => sum + ms, 0),
      max_response_time: Math.max(...timesMs),
      min_response_time: Math.min(...timesMs),
      total_content_length: 2 * timesMs.length,
      response_times: Object.fromEntries([...Map.groupBy(timesMs, roundAsLocust)].map(([ms, own]) => [ms, own.length])),
      num_reqs_per_sec: {},
      num_fail_per_sec: {},
    })),
  );
}

/** Two digits: 147 is 150, 3,432 is 3,400. */
export function roundAsLocust(ms: number): number {
  const step = ms < 100 ? 1 : ms < 1_000 ? 10 : ms < 10_000 ? 100 : 1_000;
  return Math.round(ms / step) * step;
}
