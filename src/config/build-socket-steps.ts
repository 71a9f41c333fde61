import { buildCaptures } from './build-captures.ts';
import type { BuildContext } from './build-context.ts';
import { readDuration } from './build-context.ts';
import { buildDefaults, buildFields } from './build-defaults.ts';
import { buildMatch } from './build-match.ts';
import { checkHandshake } from './check-handshake.ts';
import { booleanOf, childOf, entriesOf, keyPositionOf, positionOf, quantityOf, rawTextOf, textOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { isMap } from './source-tree.ts';
import type { ReceiveStep, SendStep, SocketStep, Step } from './step.ts';
import { suggestQuantity } from './suggest-key.ts';
import { parseSize } from '../units.ts';

/** The name of a connection that is given none. */
const DEFAULT_CONNECTION = 'ws';
const DEFAULT_WITHIN_MS = 10_000;

/** The connection that a step opens. */
export function openedBy(step: Cursor): string | undefined {
  return childOf(step, 'ws') && (textOf(childOf(step, 'as')) ?? DEFAULT_CONNECTION);
}

/** The connection that a step sends to or receives from. */
export function usedBy(step: Cursor): string | undefined {
  return (childOf(step, 'send') ?? childOf(step, 'receive')) && (textOf(childOf(step, 'on')) ?? DEFAULT_CONNECTION);
}

/** The series of a `ws` or `receive` step without a name: `ws /ws/chat`, as written, or `receive chat`. */
export function nameSocketStep(step: Cursor): string | undefined {
  const path = rawTextOf(childOf(step, 'ws'));
  if (path !== undefined) return `ws ${path}`;
  return childOf(step, 'receive') && `receive ${usedBy(step)}`;
}

/** A step on WebSockets; undefined when it is none, or is wrong by itself. */
export function buildSocketStep(cursor: Cursor, context: BuildContext): Step | undefined {
  if (childOf(cursor, 'ws')) return buildOpening(cursor, context);
  const send = childOf(cursor, 'send');
  if (send) return { kind: 'send', on: usedBy(cursor) ?? DEFAULT_CONNECTION, message: buildMessage(send, context), at: positionOf(cursor) };
  const receive = childOf(cursor, 'receive');
  if (receive) return buildReceive(cursor, receive, context);
  if (childOf(cursor, 'hold')) {
    const ms = readDuration(cursor, 'hold', context);
    return ms === undefined ? undefined : { kind: 'hold', ms, at: positionOf(cursor) };
  }
  const close = textOf(childOf(cursor, 'close'));
  return close === undefined ? undefined : { kind: 'close', on: close, at: positionOf(cursor) };
}

function buildOpening(cursor: Cursor, context: BuildContext): SocketStep | undefined {
  const url = textOf(childOf(cursor, 'ws'));
  const name = rawTextOf(childOf(cursor, 'name')) ?? nameSocketStep(cursor);
  const ready = childOf(cursor, 'ready');
  const captures = childOf(cursor, 'capture');
  if (captures && !ready)
    context.issues.error(
      keyPositionOf(captures),
      'missing',
      'a ws step captures from the message that is `ready`, and this one waits for none',
      'add `ready`, or capture in a receive step',
    );
  const capture = buildCaptures(captures, context);
  const heartbeatMs = readDuration(cursor, 'heartbeat', context);
  const options = buildDefaults(cursor, context);
  checkHandshake(cursor, context);
  if (url === undefined || name === undefined) return undefined;
  return {
    kind: 'ws',
    name,
    tags: textsOf(childOf(cursor, 'tags')),
    as: openedBy(cursor) ?? DEFAULT_CONNECTION,
    request: { method: 'GET', url: toHttpUrl(url), query: buildFields(childOf(cursor, 'query')), body: { kind: 'none' }, options },
    subprotocol: textOf(childOf(cursor, 'subprotocol')),
    ready: ready && buildMatch(ready, context),
    capture,
    heartbeatMs,
    deflate: booleanOf(childOf(cursor, 'deflate')) ?? false,
    at: positionOf(cursor),
  };
}

/** The handshake of `ws://…` goes to `http://…`, that of `wss://…` to `https://…` (RFC 6455 section 1.2). */
function toHttpUrl(url: string): string {
  return url.replace(/^ws(?=s?:\/\/)/, 'http');
}

/** `{ bytes: 1KB }` is so many bytes; any other map or list is JSON. */
function buildMessage(cursor: Cursor, context: BuildContext): SendStep['message'] {
  const { value } = cursor;
  if (typeof value === 'string') return { kind: 'text', text: value };
  const [entry, second] = entriesOf(cursor);
  if (!isMap(value) || entry === undefined || second !== undefined || entry[0] !== 'bytes') return { kind: 'json', value };
  const [, bytes] = entry;
  const size = quantityOf(bytes, parseSize);
  if (size !== undefined) return { kind: 'bytes', size };
  // What begins as a size was meant to be one; anything else may be a message of the target.
  const written = typeof bytes.value === 'number' ? String(bytes.value) : bytes.value;
  if (typeof written === 'string' && /^\s*\d/.test(written))
    context.issues.error(
      positionOf(bytes),
      'unit',
      `expected a size such as 64KB, 10MB or 1GiB, not \`${written.slice(0, 80)}\`; a JSON message of this one key can be sent as a text`,
      typeof bytes.value === 'number' ? `${written}B` : suggestQuantity(written, 'a size'),
    );
  return { kind: 'json', value };
}

function buildReceive(cursor: Cursor, receive: Cursor, context: BuildContext): ReceiveStep | undefined {
  const name = rawTextOf(childOf(cursor, 'name')) ?? nameSocketStep(cursor);
  const match = buildMatch(receive, context);
  const capture = buildCaptures(childOf(cursor, 'capture'), context);
  const withinMs = readDuration(cursor, 'within', context);
  if (name === undefined) return undefined;
  return {
    kind: 'receive',
    name,
    tags: textsOf(childOf(cursor, 'tags')),
    on: usedBy(cursor) ?? DEFAULT_CONNECTION,
    match,
    withinMs: withinMs ?? DEFAULT_WITHIN_MS,
    since: rawTextOf(childOf(cursor, 'since')),
    capture,
    at: positionOf(cursor),
  };
}
