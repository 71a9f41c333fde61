import type { Json } from './dial-values.ts';
import type { Pieces } from './write-pieces.ts';

/** A request whose body has been read as far as its answer needs it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the question mark; may be empty. */
  readonly query: string;
  readonly params: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Empty unless somebody looks into it. */
  readonly body: Buffer;
  readonly bodyBytes: number;
  readonly arrivedMs: number;
}

/** `size`: that many bytes of filler, never held in memory at once; pieces: without a content length. */
export interface PreparedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | { readonly size: number } | Pieces;
}

/** A JSON answer; also what the server says when it plants an error. */
export function json(status: number, value: Json, headers: Readonly<Record<string, string>> = {}): PreparedAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify(value)) };
}

/** A short text as it is. */
export function text(status: number, contentType: string, body: string): PreparedAnswer {
  return { status, headers: { 'content-type': contentType }, body: Buffer.from(body) };
}

/** What the last segment of the path binds; empty: nothing bound. */
export function lastParam(request: ReceivedRequest): string {
  return [...request.params.values()].at(-1) ?? '';
}

/** The token of `Authorization: Bearer` or of the cookie `sid`; undefined: neither. */
export function tokenOf(headers: ReceivedRequest['headers']): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(String(headers['authorization'] ?? ''));
  if (bearer) return bearer[1];
  for (const pair of String(headers['cookie'] ?? '').split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === 'sid') return value?.trim();
  }
  return undefined;
}
