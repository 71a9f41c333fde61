import { count, DecodeProblem, list, map, number, object, text, type Decoder } from '../../../report/decode-json.ts';
import { zeroRequests } from '../../../metrics/counts.ts';
import type { Distribution } from '../../../metrics/distribution.ts';
import type { RequestCounts } from '../../../metrics/run-summary.ts';
import type { StatedLatency } from '../../../metrics/stated-latency.ts';
import { TWO_DIGITS } from '../check-stated.ts';
import { formatLatency } from '../../../units.ts';
import { ImportProblem } from '../import-problem.ts';
import { Tally } from '../tally.ts';

/** One entry of Locust's `--json`. */
export interface JsonEntry {
  readonly method: string;
  readonly name: string;
  readonly counts: RequestCounts;
  /** Of all requests, rounded as Locust rounds. */
  readonly latency: Distribution;
  /** Its extremes and mean are not rounded. */
  readonly stated: StatedLatency;
  readonly bytesReceived: number;
  /** Of the first request's beginning and the last one's end, since the epoch. */
  readonly firstMs: number;
  readonly lastMs: number;
}

interface Raw {
  readonly name: string;
  readonly method: string;
  readonly start_time: number;
  readonly last_request_timestamp: number;
  readonly num_requests: number;
  readonly num_none_requests: number;
  readonly num_failures: number;
  readonly total_response_time: number;
  readonly max_response_time: number;
  readonly min_response_time: number;
  readonly total_content_length: number;
  readonly response_times: Readonly<Record<string, number>>;
}

const fromZero: Decoder<number> = (value, path) => {
  const found = number(value, path);
  if (found < 0) throw new DecodeProblem(`${path} must not be negative`);
  return found;
};

/** Null where no request had a time. */
const orZero: Decoder<number> = (value, path) => (value === null ? 0 : fromZero(value, path));

const decode = list(
  object<Raw>({
    name: text,
    method: (value, path) => (value === null ? '' : text(value, path)),
    start_time: fromZero,
    last_request_timestamp: orZero,
    num_requests: count,
    num_none_requests: count,
    num_failures: count,
    total_response_time: fromZero,
    max_response_time: fromZero,
    min_response_time: orZero,
    total_content_length: fromZero,
    response_times: map(count),
  }),
);

/** What `locust --json` prints, or `--json-file` writes. Throws ImportProblem. */
export function parseStatsJson(source: string, file: string): readonly JsonEntry[] {
  const at = { file, line: 1 };
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (thrown) {
    const hint = 'locust --json prints it on standard output, and its log on standard error: keep them apart, with --skip-log';
    throw new ImportProblem(at, `it is no JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : String(thrown)}`, hint);
  }
  try {
    const entries = decode(parsed, '').map((raw, place) => buildEntry(raw, `[${place}]`));
    const names = new Set(entries.map(({ method, name }) => JSON.stringify([method, name])));
    if (names.size !== entries.length) throw new DecodeProblem('a request is there twice');
    return entries;
  } catch (thrown) {
    if (!(thrown instanceof DecodeProblem)) throw thrown;
    throw new ImportProblem(at, `this is not what locust --json prints: ${thrown.message}`);
  }
}

function buildEntry(raw: Raw, path: string): JsonEntry {
  const {
    num_requests: started,
    num_failures: failed,
    num_none_requests: untimed,
    min_response_time: least,
    max_response_time: most,
  } = raw;
  if (failed > started || untimed > started) throw new DecodeProblem(`${path} has more failures than requests`);
  const latency = buildTimes(raw, path);
  if (latency.count !== started - untimed)
    throw new DecodeProblem(`${path}.response_times must count ${started - untimed} requests, not ${latency.count}`);
  if (least > most) throw new DecodeProblem(`${path}.min_response_time must not be above max_response_time`);
  const ok = started - failed;
  const timed = latency.count > 0;
  const stated: StatedLatency = {
    of: 'all',
    count: latency.count,
    percentiles: [],
    meanUs: timed ? (raw.total_response_time / latency.count) * 1_000 : undefined,
    minUs: timed ? least * 1_000 : undefined,
    maxUs: timed ? most * 1_000 : undefined,
  };
  const why = explainDifference(stated, latency);
  if (why !== undefined) throw new DecodeProblem(`${path} contradicts itself: ${why}`);
  return {
    method: raw.method,
    name: raw.name,
    counts: { ...zeroRequests(), started, ok, okBeforeEnd: ok, failed },
    latency,
    stated,
    bytesReceived: Math.round(raw.total_content_length),
    // An entry begins when its first request has ended.
    firstMs: raw.start_time * 1_000 - least,
    lastMs: raw.last_request_timestamp * 1_000,
  };
}

/** Closed: a histogram that is not of the very times that mean and extremes were taken of. */
function explainDifference(
  { meanUs, minUs, maxUs }: StatedLatency,
  { count: timed, sumUs, lowestUs, highestUs }: Distribution,
): string | undefined {
  const pairs = [
    ['min_response_time', minUs, lowestUs],
    ['max_response_time', maxUs, highestUs],
    ['total_response_time ÷ requests', meanUs, sumUs / timed],
  ] as const;
  const odd = pairs.find(([, us, known]) => us !== undefined && !(Math.abs(us - known) <= TWO_DIGITS(us)));
  return odd && `by response_times its ${odd[0]} is about ${formatLatency(odd[2])}, not ${formatLatency(odd[1] ?? 0)}`;
}

const MOST_MS = 3_600_000;

function buildTimes({ response_times: times }: Raw, path: string): Distribution {
  const tally = new Tally();
  for (const [ms, requests] of Object.entries(times)) {
    const value = /^\d+$/.test(ms) ? Number(ms) : Number.NaN;
    if (!(value <= MOST_MS))
      throw new DecodeProblem(
        `${path}.response_times has the time ${JSON.stringify(ms.slice(0, 40))}, which is no whole number of 0 to ${MOST_MS} ms`,
      );
    if (requests > 0) tally.add(value * 1_000, requests);
  }
  return tally.toDistribution();
}
