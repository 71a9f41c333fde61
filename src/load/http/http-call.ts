import type { Expiring, TimeoutList } from '../time/timeout-list.ts';

/** What goes over the wire after the head; an iterable is streamed. */
export type WireBody = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array> | null;

/** Who made the call and takes it back. */
export interface CallOwner {
  /** Once for each call that was sent and not abandoned; may come before `send` returns. */
  callDone(call: HttpCall): void;
  /** The call's time is over. The owner abandons it. */
  callExpired(call: HttpCall, nowUs: number): void;
}

/**
 * One request and what came of it. The owner fills in the upper half, a transport the lower; calls are reused, so a transport keeps no reference to
 * one after it is done or abandoned.
 */
export class HttpCall implements Expiring {
  owner: CallOwner | undefined;
  /** Of the owner: which step this is, and for whom. */
  token: unknown;

  origin = '';
  method = 'GET';
  path = '/';
  /** Name, value, name, value. */
  headers: string[] = [];
  body: WireBody = null;
  bodyBytes = 0;
  /** What the cookie jar has put into the `cookie` header. */
  jarCookie: string | undefined;
  /** Index of the connection settings. */
  connection = 0;
  keepBody = false;
  /** Bytes of body that are kept at most. */
  maxKept = 0;

  /** µs since the start of the run; -1: did not happen. */
  sentUs = -1;
  headUs = -1;
  endUs = -1;
  queueUs = -1;
  connectUs = -1;
  tlsUs = -1;
  status = 0;
  responseHeaders: Readonly<Record<string, string | string[] | undefined>> = {};
  chunks: Uint8Array[] = [];
  bytesReceived = 0;
  error: CallError | undefined;
  /** Of the transport: when it was put in line, -1 if it was not. */
  queuedUs = -1;
  /** Of the transport. */
  handle: unknown;

  deadlineUs = 0;
  earlier: Expiring | undefined;
  later: Expiring | undefined;
  list: TimeoutList | undefined;

  expire(nowUs: number): void {
    this.owner?.callExpired(this, nowUs);
  }

  /** Makes the lower half new, for the next send. */
  clearResponse(): void {
    this.sentUs = -1;
    this.headUs = -1;
    this.endUs = -1;
    this.queueUs = -1;
    this.queuedUs = -1;
    this.connectUs = -1;
    this.tlsUs = -1;
    this.status = 0;
    this.responseHeaders = NO_HEADERS;
    if (this.chunks.length > 0) this.chunks = [];
    this.bytesReceived = 0;
    this.error = undefined;
    this.handle = undefined;
  }
}

const NO_HEADERS = Object.freeze({});

/** Why a call failed by itself, in the classes of measurement rule 10. */
export interface CallError {
  readonly class: 'connect' | 'tls' | 'reset' | 'protocol' | 'data';
  /** Groups equal failures: no addresses, ports or sizes in it. */
  readonly reason: string;
  readonly message: string;
}
