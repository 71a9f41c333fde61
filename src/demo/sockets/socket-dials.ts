import type { Figures } from '../backend/backend-dials.ts';
import type { Json, JsonObject, Latency, Turn } from '../dial-values.ts';

/** A WebSocket route. Durations are milliseconds; what is left out is healthy and silent. */
export interface SocketDials {
  /** As a route's: `/rooms/:id` binds one segment, a last `/*` the rest. */
  readonly path: string;
  /** Key of counts and truth; default `WS /path`. Unique, among HTTP routes too. */
  readonly name?: string;
  /** The first that the client offers of these is agreed; none by default. */
  readonly subprotocols?: readonly string[];
  /** Per-message deflate, for clients that offer it. Default false. */
  readonly deflate?: boolean;
  /** Before the handshake is answered. Default: at once. */
  readonly handshakeMs?: number;
  /** A token of `login` or `jwt-login` in `?token=`, `Authorization: Bearer` or the cookie `sid`. Default: anyone. */
  readonly auth?: 'token';
  /** How a missing or wrong token is refused: 401 at the handshake (default), or accepted and closed with 1008 right after. */
  readonly reject?: 'handshake' | 'after-open';
  /** Connections that may be open at once; a handshake beyond is answered by 503. Default: any number. */
  readonly maxOpen?: number;
  /** Sent so long after opening, default at once. */
  readonly welcome?: Json;
  readonly welcomeAfterMs?: number;
  /** Default: nothing is answered but `{"type":"subscribe","channel":c}`, by `{"type":"subscribed","channel":c}`; an echo does not subscribe. */
  readonly reply?: Reply;
  /** The field in place of `channel` in both of these. */
  readonly channelField?: string;
  /** `{"type":"push","seq":n, …value}` to each open connection that often, n from 1, its figures in their places; the connections take turns over the interval. */
  readonly push?: { readonly everyMs: number; readonly value?: JsonObject; readonly figures?: Figures };
  /** Over the replies, in the order in which they are asked for, and the notifications to each connection; no two on the same message. */
  readonly messageFaults?: readonly MessageFault[];
  /** Over the connections whose token is good, in the order of their handshakes; no two on the same connection. */
  readonly connectionFaults?: readonly ConnectionFault[];
}

export type Reply =
  /** Every message back as it came, text or binary. */
  | { readonly kind: 'echo' }
  /** `{"type":"reply","id":…, …fields}` to each JSON message that has an `id`. */
  | { readonly kind: 'reply'; readonly latency?: Latency; readonly fields?: JsonObject };

export type MessageFault = Turn &
  (
    | { readonly kind: 'lose' }
    /** Sent twice, one right after the other. */
    | { readonly kind: 'duplicate' }
    /** Sent that much after its time. */
    | { readonly kind: 'late'; readonly byMs: number }
  );

export type ConnectionFault = Turn &
  /** The handshake is answered by that status, 200 … 599. */
  (
    | { readonly kind: 'refuse'; readonly status: number }
    /** The handshake is answered that much after its time. */
    | { readonly kind: 'late'; readonly byMs: number }
    /** Opened, then closed at once, without a welcome. */
    | { readonly kind: 'reject'; readonly code: number; readonly reason?: string }
    /** So long after opening: closed with the code, or without one reset (over TLS: dropped). */
    | { readonly kind: 'drop'; readonly afterMs: number; readonly code?: number }
    /** So long after opening nothing is read or sent any more, no pong either, and the TCP connection stays: half-open death. */
    | { readonly kind: 'silence'; readonly afterMs: number }
  );
