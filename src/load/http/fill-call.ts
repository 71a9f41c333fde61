import type { BodyProgram } from '../../plan/program.ts';
import { expandJson, expandText } from '../flow/expand-text.ts';
import type { UserValues } from '../flow/user-values.ts';
import { matchesHost } from '../../plan/match-host.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { HttpCall, WireBody } from './http-call.ts';
import { putJarCookie } from './cookie-header.ts';
import { escapeTarget } from './escape-target.ts';
import { MOST_KEPT_BYTES, type PreparedRequest } from './prepare-request.ts';
import { fileBytes, joinBodies, sharedBytes } from './stream-body.ts';

/** What a request needs beside its own program. */
export interface FillContext {
  readonly values: UserValues;
  readonly jar: CookieJar | undefined;
  readonly allowedHosts: readonly string[];
  readonly wallMs: () => number;
  /** A new `traceparent` value; undefined: none is sent. */
  readonly traceparent: string | undefined;
}

/** A URL that the scenario made from variables leads nowhere that load may go. */
export class HostRefused extends Error {
  constructor(host: string) {
    super(`${host} is not an allowed host; add it to allowed_hosts if it is yours`);
    this.name = 'HostRefused';
  }
}

/** Puts the request with the user's variables into the upper half of a call. Throws MissingVariable, DataExhausted or HostRefused. */
export function fillCall(call: HttpCall, request: PreparedRequest, context: FillContext): void {
  const { program } = request;
  const { values } = context;
  for (const reference of request.expectReferences) values.read(reference);
  if (program.origin === undefined) {
    const url = urlOf(withQuery(request, values), program.base);
    if (!url || !matchesHost(url.hostname, context.allowedHosts)) throw new HostRefused(url?.hostname || 'a URL that is none');
    call.origin = url.origin;
    call.path = url.pathname + url.search;
  } else {
    call.origin = program.origin;
    call.path = request.constantTarget ?? escapeTarget(withQuery(request, values));
  }
  call.method = program.method;
  call.connection = program.connection;
  call.keepBody = program.keepBody;
  call.maxKept = Math.min(MOST_KEPT_BYTES, request.maxSizeBytes);
  call.headers = program.headers as string[];
  const cookie = context.jar && program.cookies ? context.jar.header(new URL(call.origin + call.path), context.wallMs()) : undefined;
  call.jarCookie = undefined;
  if (program.templatedHeaders.length > 0 || cookie !== undefined || context.traceparent !== undefined) {
    call.headers = [...program.headers];
    for (const header of program.templatedHeaders) call.headers.push(header.name, expandText(header.value, values));
    putJarCookie(call, cookie);
    if (context.traceparent !== undefined) call.headers.push('traceparent', context.traceparent);
  }
  setBody(call, request, values);
}

/** Where a URL that was made from variables leads: whole ones, and paths as a `location` has them. Undefined: nowhere that is HTTP. */
function urlOf(text: string, base: string): URL | undefined {
  const url = text.startsWith('/') ? URL.parse(text, base) : URL.parse(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

function withQuery({ program }: PreparedRequest, values: UserValues): string {
  const path = expandText(program.path, values);
  if (program.query.length === 0) return path;
  const fields = program.query.map((field) => `${encodeField(field.name)}=${encodeField(expandText(field.value, values))}`);
  return `${path}${path.includes('?') ? '&' : '?'}${fields.join('&')}`;
}

/** Half a surrogate pair, which a server's JSON may hold, has no encoding: it goes as U+FFFD. */
function encodeField(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function setBody(call: HttpCall, { program, constantBody }: PreparedRequest, values: UserValues): void {
  if (program.body.kind === 'none') {
    call.body = null;
    call.bodyBytes = 0;
    return;
  }
  const body = constantBody ?? bodyOf(program.body, values);
  call.body = body;
  if (typeof body === 'string') {
    call.bodyBytes = Buffer.byteLength(body);
  } else if (body instanceof Uint8Array) {
    call.bodyBytes = body.byteLength;
  } else {
    call.bodyBytes = sizeOf(program.body, values);
    // A streamed body of known size is sent with it, not in chunks: as a browser sends a file.
    call.headers = [...call.headers, 'content-length', String(call.bodyBytes)];
  }
}

function bodyOf(body: BodyProgram, values: UserValues): WireBody {
  switch (body.kind) {
    case 'none':
      return null;
    case 'text':
      return expandText(body.text, values);
    case 'json':
      return expandJson(body.json, values);
    case 'form':
      return new URLSearchParams(body.fields.map((field): [string, string] => [field.name, expandText(field.value, values)])).toString();
    case 'bytes':
      return sharedBytes(body.size);
    case 'file':
      return fileBytes(body.path, body.size);
    case 'multipart':
      return joinBodies([...body.parts.flatMap((part) => [part.head, bodyOf(part.body, values), '\r\n']), `--${body.boundary}--\r\n`]);
  }
}

function sizeOf(body: BodyProgram, values: UserValues): number {
  switch (body.kind) {
    case 'bytes':
    case 'file':
      return body.size;
    case 'text':
      return Buffer.byteLength(expandText(body.text, values));
    case 'multipart':
      return body.parts.reduce((sum, part) => sum + Buffer.byteLength(part.head) + sizeOf(part.body, values) + 2, body.boundary.length + 6);
    case 'none':
    case 'json':
    case 'form':
      return 0;
  }
}
