import { buildBody } from './build-body.ts';
import { buildCaptures } from './build-captures.ts';
import type { BuildContext } from './build-context.ts';
import { readDuration } from './build-context.ts';
import { buildDefaults, buildFields } from './build-defaults.ts';
import { buildExpectations } from './build-expectations.ts';
import { childOf, keyPositionOf, positionOf, rawTextOf, textOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { HttpMethod, HttpStep, RequestSpec } from './step.ts';

const METHODS: readonly (readonly [string, HttpMethod])[] = [
  ['get', 'GET'],
  ['post', 'POST'],
  ['put', 'PUT'],
  ['patch', 'PATCH'],
  ['delete', 'DELETE'],
  ['head', 'HEAD'],
  ['options', 'OPTIONS'],
];

/** Does the map hold the key of a method? */
export function isRequest(cursor: Cursor): boolean {
  return METHODS.some(([key]) => childOf(cursor, key) !== undefined);
}

/** The request of a step, a poll or a wait_for; undefined, with an issue, when it has not exactly one method. */
export function buildRequest(cursor: Cursor, context: BuildContext): RequestSpec | undefined {
  const [first, second] = METHODS.flatMap(([key, method]) => {
    const child = childOf(cursor, key);
    return child ? [{ key, method, child }] : [];
  });
  if (first === undefined) {
    context.issues.error(positionOf(cursor), 'missing', `expected a request: one of ${METHODS.map(([key]) => key).join(', ')}`);
    return undefined;
  }
  if (second)
    context.issues.error(
      keyPositionOf(second.child),
      'conflict',
      `a step does one thing: here are both ${first.key} and ${second.key}`,
      'make two steps of it',
    );
  const url = textOf(first.child);
  if (url === undefined) return undefined;
  const body = buildBody(cursor, context);
  if (body.kind !== 'none' && (first.method === 'GET' || first.method === 'HEAD')) {
    context.issues.warn(positionOf(first.child), 'body', `a ${first.method} request with a body is unusual, and servers may ignore it`);
  }
  return { method: first.method, url, query: buildFields(childOf(cursor, 'query')), body, options: buildDefaults(cursor, context) };
}

/** The series of a request without a name: `GET /projects/${id}`, as written. */
export function nameRequest(cursor: Cursor): string | undefined {
  for (const [key, method] of METHODS) {
    const url = rawTextOf(childOf(cursor, key));
    if (url !== undefined) return `${method} ${url}`;
  }
  return undefined;
}

/** A step that sends one request. */
export function buildHttpStep(cursor: Cursor, context: BuildContext): HttpStep | undefined {
  const request = buildRequest(cursor, context);
  const name = rawTextOf(childOf(cursor, 'name')) ?? nameRequest(cursor);
  const expect = buildExpectations(childOf(cursor, 'expect'), context);
  const capture = buildCaptures(childOf(cursor, 'capture'), context);
  if (request === undefined || name === undefined) return undefined;
  return { ...request, kind: 'http', name, tags: textsOf(childOf(cursor, 'tags')), expect, capture, at: positionOf(cursor) };
}

/** The request of a `poll` or `wait_for`, and when it is done. */
export function buildPolling(
  cursor: Cursor,
  context: BuildContext,
): { request: RequestSpec | undefined; until: HttpStep['expect']; everyMs: number; withinMs: number } {
  const everyMs = readDuration(cursor, 'every', context);
  const withinMs = readDuration(cursor, 'within', context);
  const every = childOf(cursor, 'every');
  if (every && everyMs !== undefined && withinMs !== undefined && everyMs > withinMs) {
    context.issues.error(positionOf(every), 'range', `every ${textOf(every)} is longer than within ${textOf(childOf(cursor, 'within'))}`);
  }
  return {
    request: buildRequest(cursor, context),
    until: buildExpectations(childOf(cursor, 'until'), context),
    everyMs: everyMs ?? 0,
    withinMs: withinMs ?? 0,
  };
}
