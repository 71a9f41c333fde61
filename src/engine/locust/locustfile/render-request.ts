import type { Body, Header, HttpStep, MultipartPart, PollStep, RequestDefaults, RequestSpec } from '../../../config/step.ts';
import { mergeOptions } from '../../../plan/compile-request.ts';
import { renderCaptures, renderExpect } from './render-expect.ts';
import {
  callOf,
  dictOf,
  listOf,
  prefix,
  renderBoolean,
  renderNumber,
  renderSeconds,
  renderText,
  tupleOf,
  type Code,
} from './render-python.ts';
import { renderJson, renderTemplate } from './render-template.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/** `self.http(…)`; what is the runtime's default is left out. `defaults` are those of the scenario, whose headers stand in each step. */
export function renderHttp(step: HttpStep, defaults: RequestDefaults): Code {
  const expect = renderExpect(step.expect, { status: 'status', expect: 'expect' });
  return callOf('self.http', [...renderRequest(step.name, step, defaults), ...expect, ...renderCaptures(step.capture)]);
}

/** `self.poll(…)`. */
export function renderPoll(step: PollStep, defaults: RequestDefaults): Code {
  return callOf('self.poll', [
    ...renderRequest(step.name, step.request, defaults),
    ...renderExpect(step.until, { status: 'until_status', expect: 'until' }),
    `every=${renderSeconds(step.everyMs)}`,
    `within=${renderSeconds(step.withinMs)}`,
    ...renderSince(step.since),
  ]);
}

/** From which step latency counts; nothing where it counts from its own. */
export function renderSince(since: string | undefined): readonly Code[] {
  return since === undefined ? [] : [`since=${renderText(since)}`];
}

/** What requests and handshakes have in common: `query=`, `headers=` and what follows the body, each only where it is set. */
export function renderQuery(query: readonly Header[]): readonly Code[] {
  return query.length === 0 ? [] : [prefix('query=', renderFields(query))];
}

/** `headers=`; nothing where there are none. */
export function renderHeaders(headers: readonly Header[]): readonly Code[] {
  if (headers.length === 0) return [];
  return [prefix('headers=', dictOf(headers.map(({ name, value }) => [name, renderTemplate(value)] as const)))];
}

/** `cookies=`, `traceparent=`, `slower_than=`. */
export function renderSwitches({ cookies, traceparent, slowerThanMs }: RequestDefaults): readonly Code[] {
  return [
    ...(cookies === false ? [`cookies=${renderBoolean(false)}`] : []),
    ...(traceparent === true ? [`traceparent=${renderBoolean(true)}`] : []),
    ...(slowerThanMs === undefined ? [] : [`slower_than=${renderSeconds(slowerThanMs)}`]),
  ];
}

function renderRequest(series: string, request: RequestSpec, defaults: RequestDefaults): readonly Code[] {
  const options = mergeOptions(defaults, request.options);
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return [
    renderText(series),
    renderText(request.method),
    renderTemplate(request.url),
    ...renderQuery(request.query),
    ...renderHeaders(headersFor(request.body, options.headers)),
    ...renderBody(request.body),
    ...(timeoutMs === DEFAULT_TIMEOUT_MS ? [] : [`timeout=${renderSeconds(timeoutMs)}`]),
    ...renderSwitches(options),
  ];
}

/** `json=None` would be no body, so that null is sent as a text, which needs its type. */
function headersFor(body: Body, headers: readonly Header[]): readonly Header[] {
  const isNull = body.kind === 'json' && body.value === null;
  if (!isNull || headers.some(({ name }) => name.toLowerCase() === 'content-type')) return headers;
  return [...headers, { name: 'content-type', value: 'application/json' }];
}

function renderBody(body: Body): readonly Code[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return body.value === null ? ['text="null"'] : [prefix('json=', renderJson(body.value))];
    case 'form':
      return [prefix('form=', renderFields(body.fields))];
    case 'text':
      return [`text=${renderTemplate(body.text)}`];
    case 'bytes':
      return [`size=${renderNumber(body.size)}`];
    case 'file':
      return [`file=${renderText(body.path)}`];
    case 'multipart':
      return [prefix('multipart=', listOf(body.parts.map(renderPart)))];
  }
}

function renderFields(fields: readonly Header[]): Code {
  return listOf(fields.map(({ name, value }) => tupleOf([renderText(name), renderTemplate(value)])));
}

function renderPart({ name, filename, contentType, body }: MultipartPart): Code {
  // The type that load-gate gives a part without one.
  const type = contentType ?? (body.kind === 'text' ? undefined : 'application/octet-stream');
  return tupleOf([
    renderText(name),
    filename === undefined ? 'None' : renderText(filename),
    type === undefined ? 'None' : renderText(type),
    renderContent(body),
  ]);
}

function renderContent(body: MultipartPart['body']): Code {
  switch (body.kind) {
    case 'text':
      return tupleOf(['"text"', renderTemplate(body.text)]);
    case 'bytes':
      return tupleOf(['"size"', renderNumber(body.size)]);
    case 'file':
      return tupleOf(['"file"', renderText(body.path)]);
  }
}
