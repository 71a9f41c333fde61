/**
 * The compiled scenario: plain data that the worker threads interpret. Names are resolved to indexes (of series, slots, data, connection
 * settings), templates to parts, flows to a flat list with jumps, so that running a step looks nothing up.
 */
import type { Position } from '../config/issue.ts';
import type { DataRow, Variable } from '../config/scenario.ts';
import type { Expectations, ThinkTime } from '../config/step.ts';

export interface Program {
  readonly slots: readonly Slot[];
  readonly data: readonly DataTable[];
  readonly connections: readonly ConnectionSettings[];
  readonly users: readonly UserProgram[];
  /** Values that must never appear in a message, longest first. */
  readonly secrets: readonly string[];
  /** Lower-case host patterns that requests may go to, the target's host included. */
  readonly allowedHosts: readonly string[];
  readonly maxBytes: number;
  /** The cap on virtual users: a level that is set by hand keeps to it, too. */
  readonly maxUsers: number;
}

/** A variable of a virtual user; its index is its place in `VirtualUser.values`. */
export type Slot = { readonly name: string } & (
  | { readonly kind: 'capture' | 'loop' }
  /** A WebSocket by its name with a leading space, which no variable can have; set while it is open. */
  | { readonly kind: 'socket' }
  | { readonly kind: 'drawn'; readonly variable: Variable }
  | { readonly kind: 'data'; readonly table: number }
);

export interface DataTable {
  readonly name: string;
  readonly pick: 'random' | 'sequential' | 'unique';
  /** A row is its one value where the source is a plain list. */
  readonly rows: readonly (DataRow | DataRow[string])[];
}

/** What must be equal for two requests to share a connection. */
export interface ConnectionSettings {
  /** Most connections per origin, over all workers of this process (each is given its share); undefined: as many as the users need. */
  readonly limit: number | undefined;
  readonly http2: boolean;
  readonly proxy: string | undefined;
  /** PEM texts. */
  readonly tls: {
    readonly ca: string | undefined;
    readonly cert: string | undefined;
    readonly key: string | undefined;
    readonly insecure: boolean;
  };
}

export interface UserProgram {
  readonly name: string;
  readonly weight: number;
  readonly think: ThinkTime | undefined;
  readonly start: readonly Instruction[];
  readonly tasks: readonly TaskProgram[];
  /** Slots that are emptied when an iteration starts: what is drawn per iteration. */
  readonly iterationSlots: readonly number[];
  /** Slots that are emptied on each pass of a loop, and restored after it. */
  readonly passSlots: readonly number[];
}

export interface TaskProgram {
  readonly name: string;
  readonly weight: number;
  /** Captures that must be set, and WebSockets that must be open, before the task can be drawn. */
  readonly needs: readonly number[];
  readonly code: readonly Instruction[];
  /** The series that a dropped iteration is charged to: its first request. -1: the flow has none. */
  readonly firstSeries: number;
}

/** Jumps are indexes into the same list. */
export type Instruction =
  | { readonly op: 'http'; readonly step: RequestProgram }
  | { readonly op: 'think'; readonly think: ThinkTime }
  | { readonly op: 'parallel'; readonly steps: readonly RequestProgram[] }
  | { readonly op: 'poll'; readonly poll: PollProgram }
  | { readonly op: 'ws'; readonly socket: SocketProgram }
  | { readonly op: 'send'; readonly send: SendProgram }
  | { readonly op: 'receive'; readonly receive: ReceiveProgram }
  /** `slots`: the WebSockets that are open by then, at least one. */
  | { readonly op: 'hold'; readonly holdUs: number; readonly slots: readonly number[] }
  | { readonly op: 'close'; readonly slot: number }
  /** Enters a loop; `table` -1: `times` passes; else one pass for each row. `slot` -1: the pass is not named. */
  | { readonly op: 'loop'; readonly times: number; readonly table: number; readonly slot: number; readonly exit: number }
  /** The end of a loop's body: back to `body`, or on. */
  | { readonly op: 'next'; readonly body: number };

/** Text with the places where a variable goes in; a plain string when there are none. */
export type Text = string | readonly TextPart[];
export type TextPart = string | SlotReference;
export interface SlotReference {
  readonly slot: number;
  readonly column: string | undefined;
}

/** JSON text with places; `whole` places stand for a whole value, the others inside a string. */
export type JsonText = string | readonly (string | (SlotReference & { readonly whole: boolean }))[];

export interface RequestProgram {
  readonly series: number;
  readonly method: string;
  /** `http://host:port` of a constant URL; undefined: the URL is only known when its variables are. */
  readonly origin: string | undefined;
  /** The target's URL: what a path that comes whole from a variable (a `location`) is relative to. */
  readonly base: string;
  /** Path and query; the whole URL where `origin` is undefined. */
  readonly path: Text;
  readonly query: readonly { readonly name: string; readonly value: Text }[];
  /** Constant headers as undici takes them: name, value, name, value. */
  readonly headers: readonly string[];
  readonly templatedHeaders: readonly { readonly name: string; readonly value: Text }[];
  readonly body: BodyProgram;
  readonly connection: number;
  readonly timeoutUs: number;
  readonly followRedirects: boolean;
  readonly cookies: boolean;
  readonly traceparent: boolean;
  readonly slowerThanUs: number;
  readonly expect: Expectations;
  /** Texts and JSON literals of `expect`, by `textKey` and `jsonKey`. */
  readonly expectTexts: Readonly<Record<string, Text | JsonText>>;
  readonly captures: readonly CaptureProgram[];
  /** The response body is kept until the checks are done. */
  readonly keepBody: boolean;
  readonly name: string;
}

export type BodyProgram =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'json'; readonly json: JsonText }
  | { readonly kind: 'form'; readonly fields: readonly { readonly name: string; readonly value: Text }[] }
  | { readonly kind: 'bytes'; readonly size: number }
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'multipart'; readonly boundary: string; readonly parts: readonly MultipartProgram[] };

/** One step of `before`, as a flow of one instruction. */
export interface BeforeProgram {
  readonly name: string;
  readonly code: readonly Instruction[];
  readonly at: Position;
}

export interface MultipartProgram {
  /** Boundary line and headers, ready to send. */
  readonly head: string;
  readonly body: Extract<BodyProgram, { kind: 'text' | 'bytes' | 'file' }>;
}

export interface CaptureProgram {
  readonly slot: number;
  readonly name: string;
  readonly pick: 'random' | 'first';
  readonly from:
    | { readonly kind: 'json'; readonly path: string }
    | { readonly kind: 'header'; readonly name: string }
    | { readonly kind: 'body'; readonly source: string; readonly flags: string };
}

export interface PollProgram {
  readonly series: number;
  readonly request: RequestProgram;
  readonly everyUs: number;
  readonly withinUs: number;
  /** The series whose last start latency counts from; -1: the poll's own. */
  readonly since: number;
}

/** A WebSocket to be opened. */
export interface SocketProgram {
  readonly series: number;
  readonly name: string;
  /** Where the connection stands while it is open. */
  readonly slot: number;
  /** The handshake; its `captures`, `expect` and body are empty. */
  readonly request: RequestProgram;
  readonly subprotocol: Text | undefined;
  readonly ready: MatchProgram | undefined;
  /** From the message that was `ready`. */
  readonly captures: readonly CaptureProgram[];
  /** Infinity: no heartbeat. */
  readonly heartbeatUs: number;
  readonly deflate: boolean;
  /** Some step receives from it, so that messages nobody waits for yet are kept. */
  readonly keepsMessages: boolean;
}

export type MatchProgram =
  | { readonly kind: 'json'; readonly json: JsonText }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

export interface SendProgram {
  readonly slot: number;
  readonly message:
    | { readonly kind: 'json'; readonly json: JsonText }
    | { readonly kind: 'text'; readonly text: Text }
    | { readonly kind: 'bytes'; readonly size: number };
}

export interface ReceiveProgram {
  readonly series: number;
  readonly name: string;
  readonly slot: number;
  readonly match: MatchProgram;
  /** The match as the scenario has it, for messages to people. */
  readonly shownMatch: string;
  readonly withinUs: number;
  /** The series whose last start latency counts from; -1: the last send on the connection. */
  readonly since: number;
  readonly captures: readonly CaptureProgram[];
}
