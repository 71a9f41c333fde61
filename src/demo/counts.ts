import type { Fault } from './dials.ts';
import type { SocketCounts } from './sockets/socket-counts.ts';

/** Exact counters since the start (or the last reset). */
export interface Counts {
  /** TCP connections accepted. */
  readonly connections: number;
  readonly openConnections: number;
  /** Handshakes that failed: a refused certificate on either side, or no TLS at all. */
  readonly tlsErrors: number;
  /** Over all routes, and `unmatched`; the handshakes of sockets are in their own counts. */
  readonly requests: number;
  /** Requests and handshakes that no route wanted: answered 404. */
  readonly unmatched: number;
  readonly peakInFlight: number;
  /** The longest queue of `capacity`. */
  readonly peakWaiting: number;
  readonly routes: Readonly<Record<string, RouteCounts>>;
  readonly sockets: Readonly<Record<string, SocketCounts>>;
}

/** requests = sum of `answered` + unanswered faults (all kinds but `status` and `wrong`) + `aborted` + `inFlight`. */
export interface RouteCounts {
  readonly requests: number;
  /** Whole answers written, by status. */
  readonly answered: Readonly<Record<string, number>>;
  /** Planted faults that were carried out, by kind. */
  readonly faults: Readonly<Record<Fault['kind'], number>>;
  /** 429s of the rate limit (also in `answered`). */
  readonly limited: number;
  /** 503s of an open circuit breaker (also in `answered`). */
  readonly shortCircuited: number;
  /** 503s of a full queue (also in `answered`). */
  readonly refused: number;
  /** The client went away before its answer was written whole; a hang is not counted here. */
  readonly aborted: number;
  /** Not yet answered, hangs left out. */
  readonly inFlight: number;
  /** Bodies received, bytes. */
  readonly bytesIn: number;
  /** Bodies of whole answers, bytes. */
  readonly bytesOut: number;
}

/** The counters of one route while they count. */
export type RouteTally = { -readonly [K in keyof RouteCounts]: RouteCounts[K] extends number ? number : Record<string, number> } & {
  faults: Record<Fault['kind'], number>;
};

/** All zero. */
export function buildRouteTally(): RouteTally {
  return {
    requests: 0,
    answered: {},
    faults: { status: 0, reset: 0, close: 0, hang: 0, truncate: 0, wrong: 0, garbage: 0 },
    limited: 0,
    shortCircuited: 0,
    refused: 0,
    aborted: 0,
    inFlight: 0,
    bytesIn: 0,
    bytesOut: 0,
  };
}
