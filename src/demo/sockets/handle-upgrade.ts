import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServerState } from '../server-state.ts';
import { acceptSocket, refuseHandshake } from './accept-socket.ts';

/** Whether a request asks for a WebSocket; any other upgrade is declined by answering it as plain HTTP. */
export function wantsSocket(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

/** Gives a handshake to its socket route; 404 when there is none. */
export function handleUpgrade(state: ServerState, request: IncomingMessage, wire: Duplex, head: Buffer): void {
  // What breaks here ends the connection, and that is all there is to know.
  wire.on('error', () => undefined);
  state.begin(performance.now());
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  const route = state.sockets.find(path);
  if (route !== undefined) {
    acceptSocket(route, { request, wire, head });
    return;
  }
  state.missHandshake();
  refuseHandshake(wire, 404);
}
