import { hash, randomBytes } from 'node:crypto';
import { readHeaders, splitHead, type ResponseHeaders } from '../http/h1-parser.ts';
import { checkHeader, checkPath, InvalidRequest } from '../http/h1-request.ts';
import type { SocketOpening } from './socket-transport.ts';
import { WsProtocolError } from './ws-protocol-error.ts';

/** RFC 6455 section 1.3. */
const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** Only without a memory between messages: what is kept for one would be kept for ten thousand connections. */
const DEFLATE_OFFER = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';
const NO_OPENING_HEADER = /^(?:upgrade|keep-alive|transfer-encoding|content-length|expect|sec-websocket-.*)$/;
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const WINDOW_BITS = /^server_max_window_bits=(?:(?:[89]|1[0-5])|"(?:[89]|1[0-5])")$/;

/** What the server answered to the request for a WebSocket. */
export type HandshakeAnswer =
  | { readonly kind: 'open'; readonly headers: ResponseHeaders; readonly deflates: boolean; readonly rest: Buffer }
  | { readonly kind: 'refused'; readonly status: number };

/** The opening handshake of one connection (RFC 6455 section 4): the request, and the answer as it comes in pieces. */
export class Handshake {
  /** The request as latin-1 text. */
  readonly request: string;
  readonly #key = randomBytes(16).toString('base64');
  readonly #subprotocol: string | undefined;
  readonly #deflate: boolean;
  #rest: Buffer | undefined;

  /** Throws what `renderHead` throws, too, for what cannot be asked. */
  constructor(opening: Omit<SocketOpening, 'origin' | 'connection'>, host: string) {
    const { path, headers, subprotocol, deflate } = opening;
    if (subprotocol !== undefined && !TOKEN.test(subprotocol)) throw new InvalidRequest('invalid subprotocol');
    this.#subprotocol = subprotocol;
    this.#deflate = deflate;
    checkPath(path);
    const own = renderHeaders(headers);
    const lines = [
      `GET ${path} HTTP/1.1`,
      `host: ${own.host ?? host}`,
      'connection: Upgrade',
      'upgrade: websocket',
      `sec-websocket-key: ${this.#key}`,
      'sec-websocket-version: 13',
      ...(subprotocol === undefined ? [] : [`sec-websocket-protocol: ${subprotocol}`]),
      ...(deflate ? [`sec-websocket-extensions: ${DEFLATE_OFFER}`] : []),
    ];
    this.request = `${lines.join('\r\n')}\r\n${own.lines}\r\n`;
  }

  /** Takes in what came; undefined: more is needed. Throws H1ProtocolError or WsProtocolError for what is no answer to this request. */
  read(chunk: Buffer): HandshakeAnswer | undefined {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const head = splitHead(bytes, 0);
    if (!head) {
      this.#rest = Buffer.from(bytes);
      return undefined;
    }
    const headers = readHeaders(head.lines);
    if (head.status !== 101) return { kind: 'refused', status: head.status };
    if (!head.isVersion11) throw new WsProtocolError('WRONG_UPGRADE', 'the server changed the protocol in HTTP/1.0');
    if (!hasToken(headers['upgrade'], 'websocket') || !hasToken(headers['connection'], 'upgrade'))
      throw new WsProtocolError('WRONG_UPGRADE', 'the server changed to something else than WebSocket');
    if (headers['sec-websocket-accept'] !== hash('sha1', this.#key + ACCEPT_GUID, 'base64'))
      throw new WsProtocolError('WRONG_ACCEPT', 'the sec-websocket-accept of the answer does not belong to the request');
    const named = headers['sec-websocket-protocol'];
    if (named !== undefined && named !== this.#subprotocol)
      throw new WsProtocolError('WRONG_SUBPROTOCOL', 'the server chose a subprotocol that was not asked for');
    // RFC 6455 lets a client go on; browsers do not, so it would be no connection for a user.
    if (named === undefined && this.#subprotocol !== undefined)
      throw new WsProtocolError('WRONG_SUBPROTOCOL', 'the server does not agree to the subprotocol');
    const deflates = this.#readExtensions(headers['sec-websocket-extensions']);
    return { kind: 'open', headers, deflates, rest: bytes.subarray(head.end) };
  }

  /** Whether messages may be compressed; throws for whatever else the server wants. */
  #readExtensions(value: string | string[] | undefined): boolean {
    if (value === undefined) return false;
    const [name = '', ...parameters] = joined(value)
      .toLowerCase()
      .split(';')
      .map((part) => part.replace(/[\t ]/g, ''));
    if (!this.#deflate || name !== 'permessage-deflate')
      throw new WsProtocolError('WRONG_EXTENSION', 'the server wants an extension that was not asked for');
    const isKnown = (parameter: string): boolean =>
      parameter === 'client_no_context_takeover' || parameter === 'server_no_context_takeover' || WINDOW_BITS.test(parameter);
    const names = new Set(parameters.map((parameter) => parameter.split('=')[0]));
    if (!parameters.every(isKnown) || names.size < parameters.length)
      throw new WsProtocolError('WRONG_EXTENSION', 'the server wants other parameters of permessage-deflate than were asked for');
    if (!names.has('server_no_context_takeover'))
      throw new WsProtocolError('WRONG_EXTENSION', 'the server compresses messages only with a memory between them');
    return true;
  }
}

function renderHeaders(headers: readonly string[]): { readonly host: string | undefined; readonly lines: string } {
  let host: string | undefined;
  let lines = '';
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? '';
    const value = headers[index + 1] ?? '';
    checkHeader(name, value);
    const lower = name.toLowerCase();
    if (NO_OPENING_HEADER.test(lower)) throw new InvalidRequest(`invalid ${name} header`);
    if (lower === 'host') host = value;
    // A default of all requests, which the opening has one of its own for.
    else if (lower !== 'connection') lines += `${name}: ${value}\r\n`;
  }
  return { host, lines };
}

function hasToken(value: string | string[] | undefined, token: string): boolean {
  return joined(value)
    .toLowerCase()
    .split(',')
    .some((part) => part.trim() === token);
}

function joined(value: string | string[] | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : value.join(',');
}
