import type { Position } from './issue.ts';

/** Text that may hold `${name}`, `${name.column}`, `${secret.X}`; `${env.X}` is already substituted. */
export type Template = string;

/** JSON whose strings are templates; a string that is one placeholder and nothing else keeps the value's type. */
export type JsonTemplate = null | boolean | number | Template | readonly JsonTemplate[] | { readonly [key: string]: JsonTemplate };

/** `http:` and the same keys on a step. Undefined: not set here; the step before the default, then load-gate's own default. */
export interface RequestDefaults {
  readonly headers: readonly Header[];
  readonly timeoutMs: number | undefined;
  readonly followRedirects: boolean | undefined;
  readonly connections: number | undefined;
  readonly http2: boolean | undefined;
  readonly cookies: boolean | undefined;
  readonly tls: TlsOptions | undefined;
  readonly proxy: Template | undefined;
  readonly traceparent: boolean | undefined;
  readonly slowerThanMs: number | undefined;
}

export interface Header {
  /** As written; compared in lower case. */
  readonly name: string;
  readonly value: Template;
}

/** Paths are relative to the scenario's folder and already resolved; the PEM text is read by the workspace. */
export interface TlsOptions {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly insecure: boolean;
}

export type ThinkTime =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: 'exponential'; readonly meanMs: number }
  /** One task every `ms`, counted from the start of the task before; a late one starts at once. */
  | { readonly kind: 'pace'; readonly ms: number };

export type Step =
  | HttpStep
  | ThinkStep
  | RepeatStep
  | ForEachStep
  | ParallelStep
  | PollStep
  | SocketStep
  | SendStep
  | ReceiveStep
  | HoldStep
  | CloseStep;

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** The request of a step, of a poll and of `before`. */
export interface RequestSpec {
  readonly method: HttpMethod;
  /** A path on the target, or an absolute URL on an allowed host. */
  readonly url: Template;
  readonly query: readonly Header[];
  readonly body: Body;
  /** Step over default; headers are merged by name, the step's win. */
  readonly options: RequestDefaults;
}

export interface HttpStep extends RequestSpec {
  readonly kind: 'http';
  /** The series: `METHOD /path` as written (placeholders unexpanded), or `name:`. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly expect: Expectations;
  readonly capture: readonly Capture[];
  readonly at: Position;
}

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: JsonTemplate }
  | { readonly kind: 'form'; readonly fields: readonly Header[] }
  | { readonly kind: 'text'; readonly text: Template }
  /** `size` random-looking bytes, streamed from one shared buffer. */
  | { readonly kind: 'bytes'; readonly size: number }
  /** A resolved path, streamed from disk. */
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'multipart'; readonly parts: readonly MultipartPart[] };

export interface MultipartPart {
  readonly name: string;
  readonly filename: string | undefined;
  readonly contentType: string | undefined;
  readonly body: { readonly kind: 'text'; readonly text: Template } | Extract<Body, { kind: 'bytes' | 'file' }>;
}

/** Text to compare with: the exact text, or a regular expression (`/source/flags`). */
export type Matcher =
  | { readonly kind: 'literal'; readonly text: Template }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

export interface Expectations {
  /** Codes and classes that succeed; default `2xx`. A class is 100 … 500. */
  readonly status: readonly StatusRange[];
  readonly headers: readonly { readonly name: string; readonly value: Matcher }[];
  readonly body: readonly BodyExpectation[];
  readonly json: readonly JsonExpectation[];
  readonly maxSizeBytes: number | undefined;
}
/** Inclusive: 429 is 429 … 429, 2xx is 200 … 299. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}
export type BodyExpectation =
  | { readonly kind: 'contains'; readonly text: Template }
  | { readonly kind: 'matches'; readonly source: string; readonly flags: string }
  | { readonly kind: 'equals'; readonly text: Template };

export interface JsonExpectation {
  /** RFC 9535 JSONPath. */
  readonly path: string;
  readonly test: JsonTest;
}
/** All that are set must hold, for the first value that the path finds; `exists: false` wants none. */
export interface JsonTest {
  readonly equals?: JsonTemplate;
  readonly matches?: { readonly source: string; readonly flags: string };
  readonly min?: number;
  readonly max?: number;
  readonly exists?: boolean;
  readonly minLength?: number;
}

export interface Capture {
  readonly name: string;
  /** Which of several values is taken. */
  readonly pick: 'random' | 'first';
  readonly from:
    | { readonly kind: 'json'; readonly path: string }
    | { readonly kind: 'header'; readonly name: string }
    /** The first group, or the whole match. */
    | { readonly kind: 'body'; readonly source: string; readonly flags: string };
}

export interface ThinkStep {
  readonly kind: 'think';
  readonly think: ThinkTime;
}
export interface RepeatStep {
  readonly kind: 'repeat';
  readonly times: number;
  /** The variable that holds 0, 1, 2 … */
  readonly as: string | undefined;
  readonly steps: readonly Step[];
}
export interface ForEachStep {
  readonly kind: 'for-each';
  /** A data source: one pass for each of its rows, in order. */
  readonly data: string;
  /** The variable that holds the row (default: the data source's name). */
  readonly as: string;
  readonly steps: readonly Step[];
}
/** Started together, awaited together. */
export interface ParallelStep {
  readonly kind: 'parallel';
  readonly steps: readonly HttpStep[];
}
export interface PollStep {
  readonly kind: 'poll';
  readonly name: string;
  readonly tags: readonly string[];
  readonly request: RequestSpec;
  readonly until: Expectations;
  readonly everyMs: number;
  readonly withinMs: number;
  /** The series of an earlier HTTP step of the flow: latency counts from that step's start. Undefined: from the poll's own. */
  readonly since: string | undefined;
  readonly at: Position;
}

/** Opens a WebSocket; one that is open under the same name is closed first. */
export interface SocketStep {
  readonly kind: 'ws';
  /** The series: `ws /path` as written, or `name:`. */
  readonly name: string;
  readonly tags: readonly string[];
  /** The connection's name; default `ws`. */
  readonly as: string;
  /** The handshake: a GET without a body, whose `ws://` or `wss://` URL is written as `http://` or `https://`. Its timeout is one budget for connect, handshake and `ready`. */
  readonly request: RequestSpec;
  readonly subprotocol: Template | undefined;
  /** Connected only once such a message came; undefined: with the handshake. */
  readonly ready: MessageMatch | undefined;
  /** From the message that was `ready`. */
  readonly capture: readonly Capture[];
  /** A ping that often; a pong that is missing for the step's timeout ends the connection. */
  readonly heartbeatMs: number | undefined;
  /** Offers permessage-deflate (RFC 7692); default false. */
  readonly deflate: boolean;
  readonly at: Position;
}

/** What a message must be like. */
export type MessageMatch =
  /** Every key and value of it is in the message, too; lists as long, item by item. */
  | { readonly kind: 'json'; readonly value: JsonTemplate }
  /** The whole text. */
  | { readonly kind: 'text'; readonly text: Template }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

export interface SendStep {
  readonly kind: 'send';
  /** The connection. */
  readonly on: string;
  readonly message:
    | { readonly kind: 'json'; readonly value: JsonTemplate }
    | { readonly kind: 'text'; readonly text: Template }
    /** A binary message from the shared buffer. */
    | { readonly kind: 'bytes'; readonly size: number };
  readonly at: Position;
}

export interface ReceiveStep {
  readonly kind: 'receive';
  /** The series: `receive <on>`, or `name:`. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly on: string;
  readonly match: MessageMatch;
  readonly withinMs: number;
  /** The series of an earlier HTTP step of the flow: latency counts from that step's start. Undefined: from the iteration's last `send` on the connection, or from this step. */
  readonly since: string | undefined;
  readonly capture: readonly Capture[];
  readonly at: Position;
}

/** Keeps all connections of the virtual user open and counts what is pushed. */
export interface HoldStep {
  readonly kind: 'hold';
  readonly ms: number;
  readonly at: Position;
}

export interface CloseStep {
  readonly kind: 'close';
  readonly on: string;
  readonly at: Position;
}

/** Once, before any load, not measured. */
export type BeforeStep =
  | { readonly kind: 'request'; readonly request: HttpStep }
  | {
      readonly kind: 'wait-for';
      readonly request: RequestSpec;
      readonly until: Expectations;
      readonly everyMs: number;
      readonly withinMs: number;
      readonly at: Position;
    };
