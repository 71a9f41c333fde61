/** What a parser tells; `onHead` comes once for each final answer, `onEnd` once after it. */
export interface ResponseSink {
  onHead(status: number, headers: ResponseHeaders): void;
  onData(chunk: Buffer): void;
  /** `reusable`: the connection may carry another request. */
  onEnd(reusable: boolean): void;
}

export type ResponseHeaders = Record<string, string | string[] | undefined>;

/** What came is no HTTP/1.1. The code groups; the message may not hold what the server sent. */
export class H1ProtocolError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'H1ProtocolError';
    this.code = code;
  }
}

/** As Node's own client: heads beyond are refused. */
const LONGEST_HEAD = 16_384;
const LONGEST_CHUNK_LINE = 4_096;
const HEAD_BEGIN = 'HTTP/1.';
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?:$| [\t\x20-\x7e\x80-\xff]*$)/;
/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const NOT_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/;
const LENGTH = /^\d{1,15}$/;
const CHUNK_SIZE = /^([0-9a-fA-F]{1,13})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/;
const EMPTY = Buffer.alloc(0);

/**
 * Reads HTTP/1.1 answers (RFC 9112) as they come in pieces, strictly: what is not exactly right is an H1ProtocolError. States and what leads on:
 *
 *   idle        nothing is awaited; a byte now is an error
 *   head        status line and headers, up to the empty line; a 1xx is read over and leaves it here
 *   fixed       `#left` bytes of body
 *   open        body until the connection ends
 *   chunk-line  size of the next chunk → chunk, or trailers when it is 0
 *   chunk       `#left` bytes of it → chunk-end
 *   chunk-end   the line break behind it → chunk-line
 *   trailers    lines that are read over, up to the empty one
 */
export class H1Parser {
  readonly #sink: ResponseSink;
  #state: 'idle' | 'head' | 'fixed' | 'open' | 'chunk-line' | 'chunk' | 'chunk-end' | 'trailers' = 'idle';
  #rest: Buffer = EMPTY;
  #left = 0;
  #isHead = false;
  #reusable = false;
  #trailerBytes = 0;

  constructor(sink: ResponseSink) {
    this.#sink = sink;
  }

  /** A request was sent: an answer may come. */
  expect(method: string): void {
    this.#state = 'head';
    this.#rest = EMPTY;
    this.#isHead = method === 'HEAD';
  }

  /** Takes in what came. Throws H1ProtocolError, after which the parser is of no use any more. */
  execute(chunk: Buffer): void {
    let at = 0;
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = EMPTY;
    }
    while (at < bytes.length) {
      const next = this.#step(bytes, at);
      if (next < 0) {
        this.#rest = bytes.subarray(at);
        return;
      }
      at = next;
    }
  }

  /** The other side has ended. True: that was the end of the body. */
  finish(): boolean {
    if (this.#state !== 'open') return false;
    this.#complete(false);
    return true;
  }

  /** Where it goes on; -1: more is needed. */
  #step(bytes: Buffer, at: number): number {
    switch (this.#state) {
      case 'idle':
        throw new H1ProtocolError('UNEXPECTED_BYTES', 'the server sent more than the answer');
      case 'head':
        return this.#readHead(bytes, at);
      case 'open':
        this.#sink.onData(at === 0 ? bytes : bytes.subarray(at));
        return bytes.length;
      case 'fixed':
      case 'chunk':
        return this.#readBody(bytes, at);
      case 'chunk-line':
        return this.#readChunkLine(bytes, at);
      case 'chunk-end':
        if (bytes.length < at + 2) return -1;
        if (bytes[at] !== 13 || bytes[at + 1] !== 10) throw new H1ProtocolError('INVALID_CHUNK', 'a chunk does not end where it should');
        this.#state = 'chunk-line';
        return at + 2;
      case 'trailers':
        return this.#readTrailer(bytes, at);
    }
  }

  #readHead(bytes: Buffer, at: number): number {
    const head = splitHead(bytes, at);
    if (!head) return -1;
    if (head.status === 101) throw new H1ProtocolError('UNEXPECTED_UPGRADE', 'the server changed the protocol unasked');
    if (head.status >= 200) this.#beginAnswer(head.status, head.isVersion11, readHeaders(head.lines));
    return head.end;
  }

  #beginAnswer(status: number, isVersion11: boolean, headers: ResponseHeaders): void {
    const connection = joined(headers['connection']).toLowerCase();
    const coding = headers['transfer-encoding'];
    const length = lengthOf(headers['content-length']);
    if (coding !== undefined && length !== undefined)
      throw new H1ProtocolError('INVALID_LENGTH', 'content-length and transfer-encoding exclude each other');
    this.#reusable = isVersion11 ? !hasToken(connection, 'close') : hasToken(connection, 'keep-alive');
    const isBodiless = this.#isHead || status === 204 || status === 304;
    if (isBodiless && !this.#isHead && (coding !== undefined || (length ?? 0) > 0)) this.#reusable = false;
    if (isBodiless || (coding === undefined && length === 0)) {
      this.#sink.onHead(status, headers);
      this.#complete(this.#reusable);
      return;
    }
    if (coding !== undefined && /(?:^|,)[\t ]*chunked[\t ]*$/i.test(joined(coding))) {
      this.#state = 'chunk-line';
    } else if (coding === undefined && length !== undefined) {
      this.#state = 'fixed';
      this.#left = length;
    } else {
      this.#state = 'open';
    }
    this.#sink.onHead(status, headers);
  }

  #readBody(bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    this.#sink.onData(bytes.subarray(at, end));
    if (this.#left > 0) return end;
    if (this.#state === 'chunk') {
      this.#state = 'chunk-end';
      return end;
    }
    // Told when all that came is looked at: bytes behind the answer make the connection unfit for another request.
    this.#complete(this.#reusable && end === bytes.length);
    return bytes.length;
  }

  #readChunkLine(bytes: Buffer, at: number): number {
    const end = bytes.indexOf('\r\n', at, 'latin1');
    if (end < 0) {
      if (bytes.length - at > LONGEST_CHUNK_LINE) throw new H1ProtocolError('INVALID_CHUNK', 'the line of a chunk does not end');
      return -1;
    }
    const match = CHUNK_SIZE.exec(bytes.toString('latin1', at, end));
    if (!match) throw new H1ProtocolError('INVALID_CHUNK', 'the size of a chunk is not a hexadecimal number');
    this.#left = Number.parseInt(match[1] ?? '', 16);
    this.#trailerBytes = 0;
    this.#state = this.#left === 0 ? 'trailers' : 'chunk';
    return end + 2;
  }

  #readTrailer(bytes: Buffer, at: number): number {
    const end = bytes.indexOf('\r\n', at, 'latin1');
    this.#trailerBytes += (end < 0 ? bytes.length : end) - at;
    if (this.#trailerBytes > LONGEST_HEAD)
      throw new H1ProtocolError('HEADERS_OVERFLOW', `the trailers have more than ${LONGEST_HEAD} bytes`);
    if (end < 0) {
      this.#trailerBytes -= bytes.length - at;
      return -1;
    }
    if (end > at) return end + 2;
    this.#complete(this.#reusable && end + 2 === bytes.length);
    return bytes.length;
  }

  #complete(reusable: boolean): void {
    this.#state = 'idle';
    this.#rest = EMPTY;
    this.#sink.onEnd(reusable);
  }
}

/** The head that begins at a place, bounded; undefined: more is needed. The first of its lines is the status line. */
export function splitHead(
  bytes: Buffer,
  at: number,
): { readonly status: number; readonly isVersion11: boolean; readonly lines: readonly string[]; readonly end: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n', at, 'latin1');
  if (end < 0 || end - at > LONGEST_HEAD) {
    const begin = bytes.toString('latin1', at, at + HEAD_BEGIN.length);
    if (!HEAD_BEGIN.startsWith(begin)) throw new H1ProtocolError('INVALID_STATUS_LINE', 'the answer does not begin with HTTP/1');
    if (bytes.length - at > LONGEST_HEAD) throw new H1ProtocolError('HEADERS_OVERFLOW', `the head has more than ${LONGEST_HEAD} bytes`);
    if (bytes.includes('\n\n', at, 'latin1')) throw new H1ProtocolError('INVALID_LINE_BREAK', 'lines of the head end without a CR');
    return undefined;
  }
  const lines = bytes.toString('latin1', at, end).split('\r\n');
  const match = STATUS_LINE.exec(lines[0] ?? '');
  if (!match) throw new H1ProtocolError('INVALID_STATUS_LINE', 'the answer does not begin with a status line of HTTP/1');
  return { status: Number(match[2]), isVersion11: match[1] === '1', lines, end: end + 4 };
}

/** Names in lower case; a name that comes several times has a list. The first line is the status line. */
export function readHeaders(lines: readonly string[]): ResponseHeaders {
  const headers: ResponseHeaders = {};
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (!TOKEN.test(name) || NOT_IN_VALUE.test(value)) throw new H1ProtocolError('INVALID_HEADER', 'a header of the answer is malformed');
    // No header is named so; as a key it would change the object itself.
    if (name === '__proto__') continue;
    const known = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (known === undefined) headers[name] = value;
    else if (typeof known === 'string') headers[name] = [known, value];
    else known.push(value);
  }
  return headers;
}

/** Undefined: none is given. Several equal ones are one (RFC 9110 section 8.6). */
function lengthOf(value: string | string[] | undefined): number | undefined {
  if (value === undefined) return undefined;
  const first = typeof value === 'string' ? value : value.every((other) => other === value[0]) ? (value[0] ?? '') : '';
  if (!LENGTH.test(first)) throw new H1ProtocolError('INVALID_LENGTH', 'content-length is not one whole number');
  return Number(first);
}

function joined(value: string | string[] | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : value.join(',');
}

function hasToken(list: string, token: string): boolean {
  return list !== '' && list.split(',').some((part) => part.trim() === token);
}
