import type { Expectations, MessageMatch, ReceiveStep, SendStep, SocketStep } from '../config/step.ts';
import { compileCapture, compileRequest, type RequestContext } from './compile-request.ts';
import { compileJson, compileText } from './compile-text.ts';
import type { MatchProgram, ReceiveProgram, RequestProgram, SendProgram, SocketProgram } from './program.ts';
import { socketSlotName, type SlotTable } from './slot-table.ts';

/** The one answer that opens a WebSocket (RFC 6455 section 4.1). */
const SWITCHING: Expectations = { status: [{ from: 101, to: 101 }], headers: [], body: [], json: [], maxSizeBytes: undefined };
const MOST_SHOWN = 80;

/** What steps with a series are compiled against. */
export interface SocketContext extends RequestContext {
  seriesOf(name: string): number;
  /** Connections that some step of the virtual user receives from. */
  readonly received: ReadonlySet<string>;
}

/** A `ws` step, resolved. */
export function compileSocket(step: SocketStep, context: SocketContext): SocketProgram {
  const { names } = context;
  const series = context.seriesOf(step.name);
  return {
    series,
    name: step.name,
    slot: names.slotOf(socketSlotName(step.as)),
    request: compileHandshake(step, series, context),
    subprotocol: step.subprotocol === undefined ? undefined : compileText(step.subprotocol, names),
    ready: step.ready && compileMatch(step.ready, names),
    captures: step.capture.map((capture) => compileCapture(capture, names)),
    heartbeatUs: step.heartbeatMs === undefined ? Number.POSITIVE_INFINITY : step.heartbeatMs * 1_000,
    deflate: step.deflate,
    keepsMessages: context.received.has(step.as),
  };
}

/** A WebSocket has a connection of its own, outside the pool of the requests and its limit, and is opened in HTTP/1.1. */
export function compileHandshake(step: Pick<SocketStep, 'name' | 'request'>, series: number, context: SocketContext): RequestProgram {
  const request = compileRequest({ ...step.request, name: step.name, expect: SWITCHING }, series, {
    ...context,
    connectionFor: (options, names) => context.connectionFor({ ...options, connections: undefined, http2: false }, names),
  });
  // A URL that begins with a secret is only known here.
  const { path } = request;
  const origin = request.origin && toHttp(request.origin);
  const [head, ...rest] = path;
  if (origin !== undefined || typeof path === 'string' || typeof head !== 'string') return { ...request, origin };
  return { ...request, origin, path: [toHttp(head), ...rest] };
}

function toHttp(url: string): string {
  return url.replace(/^ws(?=s?:)/i, 'http');
}

/** A `send` step, resolved. */
export function compileSend(step: SendStep, { names }: SocketContext): SendProgram {
  const { message } = step;
  const slot = names.slotOf(socketSlotName(step.on));
  switch (message.kind) {
    case 'json':
      return { slot, message: { kind: 'json', json: compileJson(message.value, names) } };
    case 'text':
      return { slot, message: { kind: 'text', text: compileText(message.text, names) } };
    case 'bytes':
      return { slot, message };
  }
}

/** A `receive` step, resolved. */
export function compileReceive(step: ReceiveStep, context: SocketContext): ReceiveProgram {
  const { names } = context;
  return {
    series: context.seriesOf(step.name),
    name: step.name,
    slot: names.slotOf(socketSlotName(step.on)),
    match: compileMatch(step.match, names),
    shownMatch: showMatch(step.match),
    withinUs: step.withinMs * 1_000,
    since: step.since === undefined ? -1 : context.seriesOf(step.since),
    captures: step.capture.map((capture) => compileCapture(capture, names)),
  };
}

function compileMatch(match: MessageMatch, names: SlotTable): MatchProgram {
  switch (match.kind) {
    case 'json':
      return { kind: 'json', json: compileJson(match.value, names) };
    case 'text':
      return { kind: 'text', text: compileText(match.text, names) };
    case 'regex':
      return match;
  }
}

/** As the scenario has it, placeholders unexpanded, in one line. */
export function showMatch(match: MessageMatch): string {
  const text = match.kind === 'json' ? JSON.stringify(match.value) : match.kind === 'text' ? match.text : `/${match.source}/${match.flags}`;
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}
