import { zeroRequests } from '../../metrics/counts.ts';
import { EMPTY_DISTRIBUTION } from '../../metrics/distribution.ts';
import type { SeriesPhase } from '../../metrics/run-summary.ts';

/** A series of which nothing is known yet. */
export function emptySeriesPhase(): SeriesPhase {
  return {
    counts: zeroRequests(),
    status: {},
    failures: [],
    latency: EMPTY_DISTRIBUTION,
    service: EMPTY_DISTRIBUTION,
    ttfb: EMPTY_DISTRIBUTION,
    failedLatency: EMPTY_DISTRIBUTION,
    failedService: EMPTY_DISTRIBUTION,
    queue: EMPTY_DISTRIBUTION,
    connect: EMPTY_DISTRIBUTION,
    tls: EMPTY_DISTRIBUTION,
    body: EMPTY_DISTRIBUTION,
    session: EMPTY_DISTRIBUTION,
    socket: undefined,
    bytesSent: 0,
    bytesReceived: 0,
    slices: [],
  };
}
