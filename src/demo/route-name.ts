import type { RouteDials } from './dials.ts';
import type { SocketDials } from './sockets/socket-dials.ts';

/** The key of a route in counts and truth. */
export function routeName(route: Pick<RouteDials, 'method' | 'path' | 'name'>): string {
  return route.name ?? `${route.method} ${route.path}`;
}

/** The key of a socket route in counts and truth. */
export function socketName(socket: Pick<SocketDials, 'path' | 'name'>): string {
  return socket.name ?? `WS ${socket.path}`;
}
