import type { BackendAnswer } from './backend/backend-answer.ts';
import type { BackendDials, MetricDials } from './backend/backend-dials.ts';
import type { Json, JsonObject, Latency, Turn } from './dial-values.ts';
import type { SocketDials } from './sockets/socket-dials.ts';

/**
 * What the embedded staging server does, as plain JSON: it crosses to the server's own process.
 * Durations are milliseconds, sizes bytes. A key that is left out keeps the healthy default.
 */
export interface Dials extends BackendDials {
  /** `METHOD /path` is tried literally first, then patterns in this order. At least one route or socket. */
  readonly routes: readonly RouteDials[];
  /** WebSocket routes, over HTTP/1.1 with and without TLS. */
  readonly sockets?: readonly SocketDials[];
  /** What the answer `metrics` shows beside its built-in metrics, or in place of them. */
  readonly metrics?: readonly MetricDials[];
  /** 0 (default): any free port. */
  readonly port?: number;
  /** Default `http1`; `h2` needs `tls`, and answers HTTP/1.1 too when the client asks for it by ALPN. */
  readonly protocol?: 'http1' | 'h2';
  readonly tls?: TlsDials;
  /** False: every answer closes its connection (HTTP/1.1 only). Default true. */
  readonly keepAlive?: boolean;
  /** Counted from the first request or handshake; an answer or message that is due within waits for the end. */
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
  /** A session or token of `login` or `jwt-login`; else 401 at once. Default: anyone. */
  readonly auth?: 'token';
  /** One of `tenants` in its header: none is 400, an unknown one 403, at once. `metered`: counted against its plan, and 402 beyond. */
  readonly tenant?: 'known' | 'metered';
  /** Name of a cache that is asked first, by path and query; good answers go into it. The answer says `x-cache: <tier>|miss`. */
  readonly cache?: string;
  /** Holds a connection of a pool for so long, before the latency begins; not for answers from a cache or with a fault. */
  readonly query?: { readonly pool: string; readonly latency: Latency };
  /** The head is sent when it is due, the body this much later. Default 0. */
  readonly bodyAfterMs?: number;
  /** Default: 200 with `{"ok":true}`. */
  readonly answer?: Answer;
  /** No two may fall on the same request. */
  readonly faults?: readonly Fault[];
  /** Beyond: 429 at once, with Retry-After. */
  readonly limit?: RateLimit;
  /** Open: 503 at once, with Retry-After. */
  readonly breaker?: BreakerDials;
  /** A push on a socket for each request without a fault, as soon as its body has been read. */
  readonly notify?: NotifyDials;
}

/** Opens when, of at least `minRequests` answers in the last `windowMs`, the share `failures` (above 0 … 1) was 5xx; after `openMs` it lets one request through, whose answer closes or opens it anew. */
export interface BreakerDials {
  readonly failures: number;
  readonly minRequests: number;
  readonly windowMs: number;
  readonly openMs: number;
}

/** `{"type":"notification","message_id":<the JSON body's id, or null>, …repeated, …value}`; truth is kept as `notify <route name>`. */
export interface NotifyDials {
  /** Name or path of a socket route. */
  readonly socket: string;
  /** `own`: connections with the request's token; `channel`: those subscribed to the channel. */
  readonly to: 'own' | 'channel' | 'all';
  /** Which channel; default: the one that the body names. */
  readonly channel?: string;
  /** The body's field with the channel; default `channel`. */
  readonly channelField?: string;
  /** The body's field with the message's id; default `id`. */
  readonly idField?: string;
  /** Fields of the body that the notification repeats; default none. */
  readonly repeats?: readonly string[];
  /** From the request's arrival, so it may well come before the answer. Default: at once. */
  readonly delay?: Latency;
  readonly value?: JsonObject;
}

/** Counted over the requests that limit, breaker and capacity let through. */
export type Fault = Turn &
  (
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

export type Answer =
  | BackendAnswer
  | { readonly kind: 'json'; readonly value: Json; readonly status?: number }
  | { readonly kind: 'text'; readonly body: string; readonly status?: number; readonly contentType?: string }
  /** A download of that many bytes. */
  | { readonly kind: 'bytes'; readonly size: number }
  /** Reads an upload to its end: `{"bytes":n}`. */
  | { readonly kind: 'sink' }
  /** `{method, path, query, headers, body}`, the body as text, at most 1 MB of it. */
  | { readonly kind: 'echo' }
  /** `{"items":[{"id":1, …fields}, …],"total":count}`. */
  | { readonly kind: 'list'; readonly count: number; readonly fields?: JsonObject }
  /** `{"id":…, …fields}`, the id being the last segment that the path binds. */
  | { readonly kind: 'item'; readonly fields?: JsonObject }
  /** 201, or the status, with a new `{"id":n, …fields}` and its Location. */
  | { readonly kind: 'create'; readonly fields?: JsonObject; readonly status?: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Opens a session: cookie `sid`, and `{"token":…}` for `Authorization: Bearer`. */
  | { readonly kind: 'login' }
  /** `{"access_token":<HS256 JWT with sub, iat, exp>,"token_type":"bearer","expires_in":…}`; default an hour. */
  | { readonly kind: 'jwt-login'; readonly expiresInMs?: number }
  /** 200 with `{"session":…}` for a cookie or token of `login`, or with the `sub` of an unexpired JWT; else 401. */
  | { readonly kind: 'session' }
  /** 202 with `{"id":…,"state":"queued"}`; with `failEvery` each so many-th job of the server fails in the end. */
  | { readonly kind: 'submit-job'; readonly queuedMs: number; readonly runningMs: number; readonly failEvery?: number }
  /** `{"id":…,"state":"queued|running|done|failed"}` of a job by the path's id, else 404. */
  | { readonly kind: 'job' }
  /** `{"queue_length":n}`: the jobs that are queued. */
  | { readonly kind: 'queue-length' }
  /** 201 with `{"file_id":…}`: an upload in chunks begins. */
  | { readonly kind: 'upload-initiate' }
  /** Reads a chunk to its end: `{"index":n,"bytes":m}` by the path's first id and `?index=` from 0; unknown id 404, no index 400. */
  | { readonly kind: 'upload-chunk' }
  /**
   * 200 with `{"state":"complete","bytes":…,"chunks":…}`; 409 when one of 0 … chunks − 1 is missing, `chunks` being in the query or the JSON body, or else the
   * highest index + 1. With `mergeMs` the chunks are merged for so long: 202 with `"state":"merging"`; each `mergeFailEvery`-th merge of the server fails in the end.
   */
  | { readonly kind: 'upload-complete'; readonly mergeMs?: number; readonly mergeFailEvery?: number }
  /** `{"file_id":…,"state":"uploading|merging|complete|failed","bytes":…,"chunks":…}` of an upload by the path's first id, else 404. */
  | { readonly kind: 'upload-state' }
  /** Server-sent events `{"seq":n, …value}`, n from 1. */
  | {
      readonly kind: 'events';
      readonly count: number;
      readonly everyMs: number;
      readonly firstAfterMs?: number;
      readonly value?: JsonObject;
    }
  /** A download in so many equal pieces, without a content length. */
  | { readonly kind: 'stream'; readonly size: number; readonly chunks: number; readonly everyMs: number; readonly firstAfterMs?: number }
  /** An HTML form with a hidden field `csrf`. */
  | { readonly kind: 'csrf-form' }
  /** 200 when the form holds an unused token of `csrf-form`, else 403. */
  | { readonly kind: 'csrf-check' };
