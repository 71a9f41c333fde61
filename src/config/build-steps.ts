import type { BuildContext } from './build-context.ts';
import { buildHttpStep, buildPolling, isRequest, nameRequest } from './build-request.ts';
import { childOf, itemsOf, numberOf, positionOf, rawTextOf, textOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { buildSocketStep } from './build-socket-steps.ts';
import { parseThink } from './parse-think.ts';
import type { BeforeStep, HttpStep, Step, ThinkTime } from './step.ts';

/** A list of steps; those that are wrong are left out, their issues are recorded. */
export function buildSteps(cursor: Cursor | undefined, context: BuildContext): readonly Step[] {
  return itemsOf(cursor).flatMap((step) => buildStep(step, context) ?? []);
}

function buildStep(cursor: Cursor, context: BuildContext): Step | undefined {
  if (isRequest(cursor)) return buildHttpStep(cursor, context);
  const think = childOf(cursor, 'think');
  if (think) {
    const time = buildThink(think, context);
    return time && { kind: 'think', think: time };
  }
  const repeat = childOf(cursor, 'repeat');
  if (repeat)
    return {
      kind: 'repeat',
      times: numberOf(repeat) ?? 0,
      as: textOf(childOf(cursor, 'as')),
      steps: buildSteps(childOf(cursor, 'steps'), context),
    };
  const data = textOf(childOf(cursor, 'for_each'));
  if (data !== undefined)
    return { kind: 'for-each', data, as: textOf(childOf(cursor, 'as')) ?? data, steps: buildSteps(childOf(cursor, 'steps'), context) };
  const parallel = childOf(cursor, 'parallel');
  if (parallel)
    return { kind: 'parallel', steps: itemsOf(parallel).flatMap((step) => (isRequest(step) ? (buildHttpStep(step, context) ?? []) : [])) };
  const poll = childOf(cursor, 'poll');
  return poll ? buildPoll(cursor, poll, context) : buildSocketStep(cursor, context);
}

function buildPoll(cursor: Cursor, poll: Cursor, context: BuildContext): Step | undefined {
  const { request, ...polling } = buildPolling(poll, context);
  const own = nameRequest(poll);
  const name = rawTextOf(childOf(cursor, 'name')) ?? (own && `${own} (poll)`);
  if (request === undefined || name === undefined) return undefined;
  return {
    kind: 'poll',
    name,
    tags: textsOf(childOf(cursor, 'tags')),
    request,
    ...polling,
    since: rawTextOf(childOf(cursor, 'since')),
    at: positionOf(cursor),
  };
}

/** A think time; undefined, with an issue, for a range that runs backwards. What is no think time at all the schema reports. */
export function buildThink(cursor: Cursor, context: BuildContext): ThinkTime | undefined {
  const text = textOf(cursor) ?? '';
  const think = parseThink(text);
  if (think === undefined && /^\S+\.\.\S+$/.test(text))
    context.issues.error(positionOf(cursor), 'range', `the think time ${text} must begin with the shorter time`);
  return think;
}

/** `before:`; not measured. */
export function buildBefore(cursor: Cursor | undefined, context: BuildContext): readonly BeforeStep[] {
  return itemsOf(cursor).flatMap((step): readonly BeforeStep[] => {
    const waitFor = childOf(step, 'wait_for');
    if (waitFor === undefined) {
      const request: HttpStep | undefined = isRequest(step) ? buildHttpStep(step, context) : undefined;
      return request ? [{ kind: 'request', request }] : [];
    }
    const { request, ...polling } = buildPolling(waitFor, context);
    return request ? [{ kind: 'wait-for', request, ...polling, at: positionOf(step) }] : [];
  });
}
