import type { WireBody } from './http-call.ts';

/** A request that may not be put on the wire; the code is undici's, so that both ways are classed alike. */
export class InvalidRequest extends Error {
  readonly code = 'UND_ERR_INVALID_ARG';
}

export interface H1Request {
  readonly method: string;
  readonly path: string;
  /** Name, value, name, value. */
  readonly headers: readonly string[];
  readonly body: WireBody;
}

const NOT_IN_PATH = /[^\u0021-\u00ff]/;
const NOT_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** Bodies up to this size go out in one piece with the head. */
const ONE_PIECE = 16_384;

/**
 * The head of a request as latin-1 text, and whether it asks for the connection to end with it; `host` being used unless the headers have one. Throws for what would break out of its line and for headers that are
 * the connection's own affair.
 */
export function renderHead(request: H1Request, host: string): { readonly head: string; readonly closes: boolean } {
  const { method, path, headers, body } = request;
  if (!TOKEN.test(method)) throw new InvalidRequest('invalid request path');
  checkPath(path);
  let shownHost = host;
  let length = lengthOf(body);
  let lines = '';
  let closes = false;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? '';
    const value = headers[index + 1] ?? '';
    checkHeader(name, value);
    switch (name.length > 17 ? '' : name.toLowerCase()) {
      case 'host':
        shownHost = value;
        break;
      case 'content-length':
        if (!/^\d{1,15}$/.test(value) || (length !== undefined && length !== Number(value)))
          throw new InvalidRequest('invalid content-length header');
        length = Number(value);
        break;
      case 'connection':
        // `close` is honoured, as with undici; anything else is up to the connection.
        closes = value
          .toLowerCase()
          .split(',')
          .some((token) => token.trim() === 'close');
        break;
      case 'transfer-encoding':
      case 'keep-alive':
      case 'upgrade':
      case 'expect':
        throw new InvalidRequest(`invalid ${name} header`);
      default:
        lines += `${name}: ${value}\r\n`;
    }
  }
  if (length === undefined) throw new InvalidRequest('a streamed body needs a content-length');
  const tellsLength = length > 0 || method === 'POST' || method === 'PUT' || method === 'PATCH';
  const connection = closes ? 'close' : 'keep-alive';
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${shownHost}\r\nconnection: ${connection}\r\n${lines}${tellsLength ? `content-length: ${length}\r\n` : ''}\r\n`;
  return { head, closes };
}

/** Throws for a path that would break out of its line, or that is none. */
export function checkPath(path: string): void {
  if (path[0] !== '/' || NOT_IN_PATH.test(path)) throw new InvalidRequest('invalid request path');
}

/** Throws for a header that would break out of its line. */
export function checkHeader(name: string, value: string): void {
  if (!TOKEN.test(name)) throw new InvalidRequest('invalid header key');
  if (NOT_IN_VALUE.test(value)) throw new InvalidRequest(`invalid ${name} header`);
}

/** Head and body in one piece; undefined: the body is too long for that, or streamed. No body: the head as it is. */
export function joinRequest(head: string, body: WireBody): string | Buffer | undefined {
  if (body === null || body === '') return head;
  if (typeof body === 'string') return body.length > ONE_PIECE ? undefined : joinRequest(head, Buffer.from(body));
  if (!(body instanceof Uint8Array) || body.byteLength > ONE_PIECE) return undefined;
  const joined = Buffer.allocUnsafe(head.length + body.byteLength);
  joined.write(head, 0, 'latin1');
  joined.set(body, head.length);
  return joined;
}

/** The content-length among the headers; undefined: there is none. */
export function declaredLength(headers: readonly string[]): number | undefined {
  for (let index = 0; index + 1 < headers.length; index += 2) {
    if (headers[index]?.toLowerCase() === 'content-length') return Number(headers[index + 1]);
  }
  return undefined;
}

function lengthOf(body: WireBody): number | undefined {
  if (body === null) return 0;
  if (typeof body === 'string') return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : undefined;
}
