import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { tokenOf } from '../prepared-answer.ts';
import type { ConnectionFault } from './socket-dials.ts';
import { SocketPeer } from './socket-peer.ts';
import type { SocketRoute } from './socket-route.ts';

/** A handshake as it came in: `head` is what the client has sent beyond it. */
export interface Handshake {
  readonly request: IncomingMessage;
  readonly wire: Duplex;
  readonly head: Buffer;
}

/** What is wrong with a handshake or connection; undefined: nothing. */
type Doom = ConnectionFault | { readonly kind: 'unauthorized'; readonly at: 'handshake' | 'after-open' } | undefined;

const POLICY_VIOLATION = 1_008;

/** Answers one handshake as the route's dials want it, and serves the connection until it ends. */
export function acceptSocket(route: SocketRoute, handshake: Handshake): void {
  const { behaviour, world } = route;
  if (behaviour === undefined) return;
  const { auth, reject = 'handshake', handshakeMs = 0, maxOpen = Infinity } = behaviour.dials;
  const token = tokenIn(handshake.request);
  const known = auth === undefined || (token !== undefined && world.knows(token));
  const doom: Doom = known ? behaviour.nextConnectionFault() : { kind: 'unauthorized', at: reject };
  const lateMs = doom?.kind === 'late' ? doom.byMs : 0;
  world.schedule(performance.now() + handshakeMs + lateMs, () => {
    if (doom?.kind === 'refuse') refuse(route, handshake.wire, doom.status);
    else if (doom?.kind === 'unauthorized' && doom.at === 'handshake') refuse(route, handshake.wire, 401);
    // Asked when it would open: others may be under way.
    else if (route.tally.open >= maxOpen) refuse(route, handshake.wire, 503);
    else open(route, handshake, { token, doom });
  });
}

/** Answers a handshake by a status in place of 101. */
export function refuseHandshake(wire: Duplex, status: number): void {
  const body = '{"error":"refused"}';
  const challenge = status === 401 ? 'WWW-Authenticate: Bearer\r\n' : '';
  wire.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Type: application/json\r\n${challenge}Content-Length: ${body.length}\r\n\r\n${body}`,
  );
}

function refuse(route: SocketRoute, wire: Duplex, status: number): void {
  route.tally.refused += 1;
  refuseHandshake(wire, status);
}

function open(route: SocketRoute, { request, wire, head }: Handshake, { token, doom }: { token: string | undefined; doom: Doom }): void {
  // A client that broke off while its handshake waited is nobody's.
  if (!wire.readable || !wire.writable) {
    wire.destroy();
    return;
  }
  let upgraded = false;
  route.behaviour?.server.handleUpgrade(request, wire, head, (socket) => {
    upgraded = true;
    const peer = new SocketPeer(socket, wire, token);
    listen(route, socket, peer);
    route.open(peer);
    strike(route, peer, doom);
  });
  // What is no proper handshake, `ws` has answered by itself.
  if (!upgraded) route.tally.refused += 1;
}

function listen(route: SocketRoute, socket: WebSocket, peer: SocketPeer): void {
  socket.on('message', (data: RawData, binary: boolean) => {
    // `nodebuffer`, the default binary type, is one Buffer.
    if (Buffer.isBuffer(data)) route.receive(peer, data, binary);
  });
  socket.on('ping', () => {
    route.tally.pings += 1;
  });
  // A client that breaks the protocol is closed by `ws`; the end is what we count.
  socket.on('error', () => undefined);
  socket.on('close', () => route.leave(peer));
}

function strike(route: SocketRoute, peer: SocketPeer, doom: Doom): void {
  const { tally, world } = route;
  if (doom?.kind === 'unauthorized' || doom?.kind === 'reject') {
    tally.rejected += 1;
    const unauthorized = doom.kind === 'unauthorized';
    peer.close(unauthorized ? POLICY_VIOLATION : doom.code, unauthorized ? 'invalid token' : (doom.reason ?? ''));
    return;
  }
  route.greet(peer);
  if (doom?.kind !== 'drop' && doom?.kind !== 'silence') return;
  world.schedule(performance.now() + doom.afterMs, () => {
    if (!peer.isLive) return;
    if (doom.kind === 'silence') {
      tally.silenced += 1;
      peer.silence();
      return;
    }
    tally.dropped += 1;
    if (doom.code === undefined) peer.reset();
    else peer.close(doom.code, '');
  });
}

function tokenIn(request: IncomingMessage): string | undefined {
  const url = request.url ?? '';
  const queryAt = url.indexOf('?');
  const asked = queryAt < 0 ? null : new URLSearchParams(url.slice(queryAt + 1)).get('token');
  return asked ?? tokenOf(request.headers);
}
