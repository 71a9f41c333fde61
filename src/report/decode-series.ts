import type {
  RequestCounts,
  SeriesPhase,
  SeriesSummary,
  Slice,
  SocketCounts,
  SocketSecond,
  SocketSummary,
} from '../metrics/run-summary.ts';
import type { StatedLatency, StatedPercentile } from '../metrics/stated-latency.ts';
import { distribution } from './decode-distribution.ts';
import { both, count, list, map, maybe, number, object, optional, text, truth, word, type Decoder } from './decode-json.ts';

const socket: Decoder<SocketSummary> = object<SocketSummary>({
  counts: object<SocketCounts>({ messagesIn: count, messagesOut: count, unmatched: count, late: count, duplicates: count }),
  concurrent: count,
  seconds: list(object<SocketSecond>({ second: count, open: count, messagesIn: count, messagesOut: count })),
});

/** What stands in place of samples: `stated` of a series, and `run.statedTotal`. */
export const decodeStated: Decoder<StatedLatency> = object<StatedLatency>({
  of: word('successes', 'all'),
  count: optional(count),
  percentiles: list(object<StatedPercentile>({ percentile: number, us: number })),
  meanUs: optional(number),
  minUs: optional(number),
  maxUs: optional(number),
});

/** What became of the requests of a series. */
export const decodeRequestCounts: Decoder<RequestCounts> = object<RequestCounts>({
  started: count,
  ok: count,
  failed: count,
  timedOut: count,
  cut: count,
  dropped: count,
  interrupted: count,
  okBeforeEnd: count,
  sentBeforeEnd: count,
  receivedBeforeEnd: count,
  drops: count,
});

const seriesFigures = object<Omit<SeriesPhase, 'stated'>>({
  counts: decodeRequestCounts,
  status: map(count),
  failures: list(
    object({
      class: word('connect', 'timeout', 'tls', 'reset', 'protocol', 'status', 'check', 'ws-close', 'data', 'dropped', 'cut'),
      reason: text,
      count,
      sample: text,
      firstMs: number,
      lastMs: number,
    }),
  ),
  latency: distribution,
  service: distribution,
  ttfb: distribution,
  failedLatency: distribution,
  failedService: distribution,
  queue: distribution,
  connect: distribution,
  tls: distribution,
  body: distribution,
  session: distribution,
  socket: optional(socket),
  bytesSent: count,
  bytesReceived: count,
  slices: list(object<Slice>({ second: count, ok: count, failed: count, censored: count, latency: distribution })),
});

const seriesPhase: Decoder<SeriesPhase> = both(seriesFigures, maybe('stated', decodeStated));

/** One of `run.series` of results.json. */
export const decodeSeries: Decoder<SeriesSummary> = object<SeriesSummary>({
  name: text,
  kind: word('http', 'poll', 'ws', 'receive'),
  method: text,
  tags: list(text),
  selected: truth,
  perPhase: list(seriesPhase),
});
