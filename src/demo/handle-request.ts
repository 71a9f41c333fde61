import { IncomingMessage, type ServerResponse } from 'node:http';
import { constants, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Stream } from 'node:http2';
import { Exchange } from './exchange.ts';
import { json } from './prepared-answer.ts';
import type { ServerState } from './server-state.ts';
import { buildSocketWire, type Wire, writeBody, writeHead } from './write-answer.ts';

/** Gives one request to its route; 404 when there is none. */
export function handleRequest(
  state: ServerState,
  request: IncomingMessage | Http2ServerRequest,
  reply: ServerResponse | Http2ServerResponse,
): void {
  const arrivedMs = performance.now();
  const url = request.url ?? '/';
  const queryAt = url.indexOf('?');
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  const method = request.method ?? 'GET';
  const match = state.receive(method, path, arrivedMs);
  if (match === undefined) return;
  if (match === 'unmatched') {
    request.resume();
    const answer = json(404, { error: 'no such route' });
    writeHead(reply, answer, 0);
    writeBody(reply, Buffer.alloc(0), () => undefined);
    return;
  }
  const incoming = {
    method,
    path,
    query: queryAt < 0 ? '' : url.slice(queryAt + 1),
    params: match.params,
    headers: request.headers,
    stream: request,
    arrivedMs,
  };
  new Exchange(state, match.route, incoming, { reply, wire: buildWire(request) }).start();
}

function buildWire(request: IncomingMessage | Http2ServerRequest): Wire {
  return request instanceof IncomingMessage ? buildSocketWire(request.socket) : buildStreamWire(request.stream);
}

/** In h2 one stream fails, never the session: the other requests on it are not the fault's. */
function buildStreamWire(stream: ServerHttp2Stream): Wire {
  const reset = (): void => stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  return { endConnection: reset, reset, writeRaw: undefined };
}
