import type { Body, Capture, Expectations, Header, HttpStep, JsonTemplate, RequestDefaults, RequestSpec } from '../config/step.ts';
import { compileJson, compileText, slotsOf } from './compile-text.ts';
import type { BodyProgram, CaptureProgram, JsonText, MultipartProgram, RequestProgram, Text } from './program.ts';
import type { SlotTable } from './slot-table.ts';

/** What is the same for all requests of a plan. */
export interface RequestContext {
  readonly names: SlotTable;
  readonly defaults: RequestDefaults;
  /** `http://host:port/base`: where paths go. */
  readonly target: URL;
  readonly userAgent: string;
  /** The index of the settings, which are added when they are new. */
  connectionFor(options: RequestDefaults, names: SlotTable): number;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** A step's or poll's request, resolved: its own options over the scenario's over load-gate's. */
export function compileRequest(
  request: RequestSpec & Partial<Pick<HttpStep, 'name' | 'capture' | 'expect'>>,
  series: number,
  context: RequestContext,
): RequestProgram {
  const { names } = context;
  const options = mergeOptions(context.defaults, request.options);
  const expect = request.expect ?? ANY_ANSWER;
  const captures = (request.capture ?? []).map((capture) => compileCapture(capture, names));
  const body = compileBody(request.body, names);
  const { constant, templated } = compileHeaders(options.headers, body, context);
  return {
    series,
    name: request.name ?? `${request.method} ${request.url}`,
    method: request.method,
    base: context.target.href,
    ...compileUrl(request, context),
    query: request.query.map((field) => ({ name: field.name, value: compileText(field.value, names) })),
    headers: constant,
    templatedHeaders: templated,
    body,
    connection: context.connectionFor(options, names),
    timeoutUs: (options.timeoutMs ?? DEFAULT_TIMEOUT_MS) * 1_000,
    followRedirects: options.followRedirects ?? false,
    cookies: options.cookies ?? true,
    traceparent: options.traceparent ?? false,
    slowerThanUs: options.slowerThanMs === undefined ? Number.POSITIVE_INFINITY : options.slowerThanMs * 1_000,
    expect,
    expectTexts: compileExpectTexts(expect, names),
    captures,
    keepBody: expect.body.length > 0 || expect.json.length > 0 || captures.some((capture) => capture.from.kind !== 'header'),
  };
}

/** Every slot that a request reads before its answer comes. */
export function slotsReadBy(request: RequestProgram): readonly number[] {
  return [
    ...slotsOf(request.path),
    ...request.query.flatMap((field) => slotsOf(field.value)),
    ...request.templatedHeaders.flatMap((header) => slotsOf(header.value)),
    ...slotsReadByBody(request.body),
    ...Object.values(request.expectTexts).flatMap(slotsOf),
  ];
}

/** Any 2xx, nothing else looked at. */
export const ANY_ANSWER: Expectations = { status: [{ from: 200, to: 299 }], headers: [], body: [], json: [], maxSizeBytes: undefined };

/** A request's own options over the defaults of its scenario; headers are merged by name, whatever their case. */
export function mergeOptions(defaults: RequestDefaults, own: RequestDefaults): RequestDefaults {
  const byName = new Map<string, Header>();
  for (const header of [...defaults.headers, ...own.headers]) byName.set(header.name.toLowerCase(), header);
  return {
    headers: [...byName.values()],
    timeoutMs: own.timeoutMs ?? defaults.timeoutMs,
    followRedirects: own.followRedirects ?? defaults.followRedirects,
    connections: own.connections ?? defaults.connections,
    http2: own.http2 ?? defaults.http2,
    cookies: own.cookies ?? defaults.cookies,
    tls: own.tls ?? defaults.tls,
    proxy: own.proxy ?? defaults.proxy,
    traceparent: own.traceparent ?? defaults.traceparent,
    slowerThanMs: own.slowerThanMs ?? defaults.slowerThanMs,
  };
}

/** A path goes to the target, below its own path; a URL that is constant is split once, any other when its variables are known. */
function compileUrl(request: RequestSpec, context: RequestContext): Pick<RequestProgram, 'origin' | 'path'> {
  const text = compileText(request.url, context.names);
  const start = typeof text === 'string' ? text : text[0];
  if (typeof start === 'string' && start.startsWith('/')) {
    const base = context.target.pathname.replace(/\/+$/, '');
    if (base === '') return { origin: context.target.origin, path: text };
    return { origin: context.target.origin, path: typeof text === 'string' ? base + text : [base + start, ...text.slice(1)] };
  }
  if (typeof text !== 'string') return { origin: undefined, path: text };
  const url = new URL(text, context.target);
  return { origin: url.origin, path: url.pathname + url.search };
}

function compileHeaders(
  headers: readonly Header[],
  body: BodyProgram,
  context: RequestContext,
): { readonly constant: string[]; readonly templated: { readonly name: string; readonly value: Text }[] } {
  const constant: string[] = [];
  const templated: { name: string; value: Text }[] = [];
  const names = new Set(headers.map((header) => header.name.toLowerCase()));
  if (!names.has('user-agent')) constant.push('user-agent', context.userAgent);
  if (!names.has('accept')) constant.push('accept', '*/*');
  const type = contentTypeOf(body);
  if (type !== undefined && !names.has('content-type')) constant.push('content-type', type);
  for (const header of headers) {
    const value = compileText(header.value, context.names);
    if (typeof value === 'string') constant.push(header.name, value);
    else templated.push({ name: header.name, value });
  }
  return { constant, templated };
}

function contentTypeOf(body: BodyProgram): string | undefined {
  switch (body.kind) {
    case 'none':
      return undefined;
    case 'json':
      return 'application/json';
    case 'form':
      return 'application/x-www-form-urlencoded';
    case 'text':
      return 'text/plain;charset=utf-8';
    case 'bytes':
    case 'file':
      return 'application/octet-stream';
    case 'multipart':
      return `multipart/form-data; boundary=${body.boundary}`;
  }
}

function compileBody(body: Body, names: SlotTable): BodyProgram {
  switch (body.kind) {
    case 'json':
      return { kind: 'json', json: compileJson(body.value, names) };
    case 'form':
      return { kind: 'form', fields: body.fields.map((field) => ({ name: field.name, value: compileText(field.value, names) })) };
    case 'text':
      return { kind: 'text', text: compileText(body.text, names) };
    case 'multipart':
      return compileMultipart(body, names);
    case 'none':
    case 'bytes':
    case 'file':
      return body;
  }
}

/** Constant, so that equal requests are equal: no part that we send can hold it by chance, the shared bytes are letters of another set. */
const BOUNDARY = '----load-gate-4f1c0b7e9a2d83c65b';

function compileMultipart(body: Extract<Body, { kind: 'multipart' }>, names: SlotTable): BodyProgram {
  const parts = body.parts.map((part): MultipartProgram => {
    const file = part.filename === undefined ? '' : `; filename="${quoted(part.filename)}"`;
    const type = part.contentType ?? (part.body.kind === 'text' ? undefined : 'application/octet-stream');
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${quoted(part.name)}"${file}\r\n${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n`;
    return { head, body: part.body.kind === 'text' ? { kind: 'text', text: compileText(part.body.text, names) } : part.body };
  });
  return { kind: 'multipart', boundary: BOUNDARY, parts };
}

/** As the WHATWG form encoding escapes names: a quote or a line break must not end the header. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function slotsReadByBody(body: BodyProgram): readonly number[] {
  switch (body.kind) {
    case 'text':
      return slotsOf(body.text);
    case 'json':
      return slotsOf(body.json);
    case 'form':
      return body.fields.flatMap((field) => slotsOf(field.value));
    case 'multipart':
      return body.parts.flatMap((part) => slotsReadByBody(part.body));
    case 'none':
    case 'bytes':
    case 'file':
      return [];
  }
}

/** A capture with its slot. */
export function compileCapture(capture: Capture, names: SlotTable): CaptureProgram {
  return { slot: names.slotOf(capture.name), name: capture.name, pick: capture.pick, from: capture.from };
}

/** The templates of expectations, compiled, by the text as written; JSON literals by their JSON. */
function compileExpectTexts(expect: Expectations, names: SlotTable): Readonly<Record<string, Text | JsonText>> {
  const texts: Record<string, Text | JsonText> = {};
  for (const { value } of expect.headers) if (value.kind === 'literal') texts[textKey(value.text)] = compileText(value.text, names);
  for (const check of expect.body) if (check.kind !== 'matches') texts[textKey(check.text)] = compileText(check.text, names);
  for (const { test } of expect.json) if (test.equals !== undefined) texts[jsonKey(test.equals)] = compileJson(test.equals, names);
  return texts;
}

/** The key of a text in `expectTexts`. */
export function textKey(text: string): string {
  return `text:${text}`;
}

/** The key of a JSON literal in `expectTexts`. */
export function jsonKey(value: JsonTemplate): string {
  return `json:${JSON.stringify(value)}`;
}
