/**
 * What the embedded staging server does, as plain JSON: it crosses to the server's own process.
 * Durations are milliseconds, sizes bytes. A key that is left out keeps the healthy default.
 */
export interface Dials {
  /** At least one; `METHOD /path` is tried literally first, then patterns in this order. */
  readonly routes: readonly RouteDials[];
  /** 0 (default): any free port. */
  readonly port?: number;
  /** Default `http1`; `h2` needs `tls`, and answers HTTP/1.1 too when the client asks for it by ALPN. */
  readonly protocol?: 'http1' | 'h2';
  readonly tls?: TlsDials;
  /** False: every answer closes its connection (HTTP/1.1 only). Default true. */
  readonly keepAlive?: boolean;
  /** Counted from the first request; an answer that is due within waits for the end. */
  readonly stalls?: readonly { readonly afterMs: number; readonly forMs: number }[];
  /** At most `concurrent` requests in service, the others wait their turn; with `queue`, those beyond it get a 503. */
  readonly capacity?: { readonly concurrent: number; readonly queue?: number };
  /** The process exits unanswered on the request after `afterRequests`, or `afterMs` after the first request. */
  readonly die?: { readonly afterRequests: number } | { readonly afterMs: number };
  /** How long before it is due an answer is awaited by spinning; 0: timers alone, about 1 ms late, and no CPU burnt. Default 1.2. */
  readonly spinMs?: number;
  /** Of random latencies, and of where the fixed sequences begin. Default 1. */
  readonly seed?: number;
}

/** PEM texts. */
export interface TlsDials {
  readonly cert: string;
  readonly key: string;
  /** Set: clients must show a certificate of this authority (mutual TLS). */
  readonly clientCa?: string;
}

export interface RouteDials {
  /** Upper case, or `*`; a GET route answers HEAD too. */
  readonly method: string;
  /** `/items/:id` binds one segment, a last `/*` binds the rest. */
  readonly path: string;
  /** Key of counts and truth; default `METHOD /path`. Unique. */
  readonly name?: string;
  /** From the request's arrival (or its turn, with `capacity`) to the head of the answer. Default: at once. */
  readonly latency?: Latency;
  /** The head is sent when it is due, the body this much later. Default 0. */
  readonly bodyAfterMs?: number;
  /** Default: 200 with `{"ok":true}`. */
  readonly answer?: Answer;
  /** No two may fall on the same request. */
  readonly faults?: readonly Fault[];
  /** Beyond: 429 at once, with Retry-After. */
  readonly limit?: RateLimit;
}

/** `spread` (default): a fixed cycle in which every quantile is exact, and nearly so in any stretch of it; `random`: seeded draws. */
export type Latency = (
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p95Ms: number }
  /** Straight lines between [percentile 0 … 100, ms] points; two points at one percentile make a jump. */
  | { readonly kind: 'quantiles'; readonly points: readonly (readonly [number, number])[] }
) & {
  readonly order?: 'spread' | 'random';
  /** Length of the `spread` cycle; default 1,000 requests. */
  readonly cycle?: number;
};

/** Falls on the requests number `every − offset`, `2 every − offset` …, counted from 1 over those that limit and capacity let through; `offset` is 0 … every − 1. */
export type Fault = { readonly every: number; readonly offset?: number } & (
  | { readonly kind: 'status'; readonly status: number }
  /** TCP reset; over TLS the connection is dropped, in h2 the stream is reset. */
  | { readonly kind: 'reset' }
  /** The connection ends without an answer. */
  | { readonly kind: 'close' }
  | { readonly kind: 'hang' }
  /** The head promises more than is sent before the connection ends. */
  | { readonly kind: 'truncate' }
  /** 200 with something else in it. */
  | { readonly kind: 'wrong'; readonly body?: string }
  /** Bytes that are no HTTP (HTTP/1.1 only). */
  | { readonly kind: 'garbage' }
);

export type RateLimit =
  | { readonly kind: 'bucket'; readonly perSec: number; readonly burst: number }
  /** Windows follow each other from the first request. */
  | { readonly kind: 'window'; readonly max: number; readonly windowMs: number };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Answer =
  | { readonly kind: 'json'; readonly value: Json; readonly status?: number }
  | { readonly kind: 'text'; readonly body: string; readonly status?: number; readonly contentType?: string }
  /** A download of that many bytes. */
  | { readonly kind: 'bytes'; readonly size: number }
  /** Reads an upload to its end: `{"bytes":n}`. */
  | { readonly kind: 'sink' }
  /** `{method, path, query, headers, body}`, the body as text, at most 1 MB of it. */
  | { readonly kind: 'echo' }
  /** `{"items":[{"id":1, …fields}, …],"total":count}`. */
  | { readonly kind: 'list'; readonly count: number; readonly fields?: { readonly [key: string]: Json } }
  /** `{"id":…, …fields}`, the id being the last segment that the path binds. */
  | { readonly kind: 'item'; readonly fields?: { readonly [key: string]: Json } }
  /** 201 with a new `{"id":n, …fields}` and its Location. */
  | { readonly kind: 'create'; readonly fields?: { readonly [key: string]: Json } }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Opens a session: cookie `sid`, and `{"token":…}` for `Authorization: Bearer`. */
  | { readonly kind: 'login' }
  /** 200 with `{"session":…}` for a cookie or token of `login`, else 401. */
  | { readonly kind: 'session' }
  /** 202 with `{"id":…,"state":"queued"}`. */
  | { readonly kind: 'submit-job'; readonly queuedMs: number; readonly runningMs: number }
  /** `{"id":…,"state":"queued|running|done"}` of a job by the path's id, else 404. */
  | { readonly kind: 'job' }
  /** An HTML form with a hidden field `csrf`. */
  | { readonly kind: 'csrf-form' }
  /** 200 when the form holds an unused token of `csrf-form`, else 403. */
  | { readonly kind: 'csrf-check' };
