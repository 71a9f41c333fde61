import type { ReceiveStep, RequestDefaults, SendStep, SocketStep, Step, ThinkTime } from '../../../config/step.ts';
import { mergeOptions } from '../../../plan/compile-request.ts';
import { showMatch } from '../../../plan/compile-socket.ts';
import { renderCaptures, renderMatch } from './render-expect.ts';
import { callOf, layOut, prefix, renderNumber, renderSeconds, renderText, tupleOf, type Code } from './render-python.ts';
import { renderHeaders, renderHttp, renderPoll, renderQuery, renderSince, renderSwitches } from './render-request.ts';
import { renderJson, renderTemplate } from './render-template.ts';

/** What the steps of a user profile are rendered with. */
export interface StepContext {
  /** `http:` of the scenario. */
  readonly defaults: RequestDefaults;
  /** Connections that some step of the profile receives from. */
  readonly received: ReadonlySet<string>;
}

const STEP = 4;
const DEFAULT_TIMEOUT_MS = 10_000;

/** Steps as statements of a function, `indent` spaces in, each ended by a line break; `pass` where there are none. */
export function renderSteps(steps: readonly Step[], indent: number, context: StepContext): string {
  const text = steps.map((step) => renderStep(step, indent, context)).join('');
  return text === '' ? `${' '.repeat(indent)}pass\n` : text;
}

/** A think time as the runtime has it, in seconds. */
export function renderThink(think: ThinkTime): Code {
  switch (think.kind) {
    case 'fixed':
    case 'pace':
      return tupleOf([renderText(think.kind), renderSeconds(think.ms)]);
    case 'uniform':
      return tupleOf(['"uniform"', renderSeconds(think.minMs), renderSeconds(think.maxMs)]);
    case 'exponential':
      return tupleOf(['"exponential"', renderSeconds(think.meanMs)]);
  }
}

function renderStep(step: Step, indent: number, context: StepContext): string {
  switch (step.kind) {
    case 'repeat': {
      const named = step.as === undefined ? [] : [renderText(step.as)];
      return renderLoop(callOf('self.repeat', [renderNumber(step.times), ...named]), step.steps, indent, context);
    }
    case 'for-each':
      return renderLoop(callOf('self.for_each', [renderText(step.data), renderText(step.as)]), step.steps, indent, context);
    default:
      return `${' '.repeat(indent)}${layOut(renderSingle(step, context), indent)}\n`;
  }
}

function renderLoop(passes: Code, steps: readonly Step[], indent: number, context: StepContext): string {
  return `${' '.repeat(indent)}for _ in ${layOut(passes, indent)}:\n${renderSteps(steps, indent + STEP, context)}`;
}

function renderSingle(step: Exclude<Step, { kind: 'repeat' | 'for-each' }>, context: StepContext): Code {
  switch (step.kind) {
    case 'http':
      return renderHttp(step, context.defaults);
    case 'poll':
      return renderPoll(step, context.defaults);
    case 'parallel':
      return callOf(
        'self.parallel',
        step.steps.map((inner) => prefix('lambda: ', renderHttp(inner, context.defaults))),
      );
    case 'think':
      return callOf('self.think', [renderThink(step.think)]);
    case 'ws':
      return renderSocket(step, context);
    case 'send':
      return callOf('self.send', [renderText(step.on), renderMessage(step.message)]);
    case 'receive':
      return renderReceive(step);
    case 'hold':
      return callOf('self.hold', [renderSeconds(step.ms)]);
    case 'close':
      return callOf('self.close', [renderText(step.on)]);
  }
}

function renderSocket(step: SocketStep, { defaults, received }: StepContext): Code {
  const options = mergeOptions(defaults, step.request.options);
  return callOf('self.ws', [
    renderText(step.name),
    // The scenario's `ws://` was read as `http://`.
    renderTemplate(step.request.url.replace(/^http(?=s?:\/\/)/i, 'ws')),
    `as_=${renderText(step.as)}`,
    ...renderQuery(step.request.query),
    ...renderHeaders(options.headers),
    ...(step.subprotocol === undefined ? [] : [`subprotocol=${renderTemplate(step.subprotocol)}`]),
    `timeout=${renderSeconds(options.timeoutMs ?? DEFAULT_TIMEOUT_MS)}`,
    ...renderSwitches(options),
    ...(step.ready === undefined ? [] : [prefix('ready=', renderMatch(step.ready))]),
    ...renderCaptures(step.capture),
    ...(step.heartbeatMs === undefined ? [] : [`heartbeat=${renderSeconds(step.heartbeatMs)}`]),
    ...(received.has(step.as) ? [] : ['keep=False']),
  ]);
}

function renderMessage(message: SendStep['message']): Code {
  switch (message.kind) {
    case 'json':
      return message.value === null ? 'text="null"' : prefix('json=', renderJson(message.value));
    case 'text':
      return `text=${renderTemplate(message.text)}`;
    case 'bytes':
      return `size=${renderNumber(message.size)}`;
  }
}

function renderReceive(step: ReceiveStep): Code {
  return callOf('self.receive', [
    renderText(step.name),
    `on=${renderText(step.on)}`,
    prefix('match=', renderMatch(step.match)),
    `within=${renderSeconds(step.withinMs)}`,
    ...renderSince(step.since),
    ...renderCaptures(step.capture),
    `shown=${renderText(showMatch(step.match))}`,
  ]);
}
