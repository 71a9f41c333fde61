import type { Dials } from '../dials.ts';
import { buildRouter, type Match } from '../match-route.ts';
import { socketName } from '../route-name.ts';
import type { SocketCounts } from './socket-counts.ts';
import { SocketRoute, type SocketWorld } from './socket-route.ts';

interface Found {
  readonly method: string;
  readonly path: string;
  readonly route: SocketRoute;
}

/** All socket routes of a server; a route keeps its connections and counts while dials come and go. */
export class SocketRoutes {
  readonly #world: SocketWorld;
  readonly #routes = new Map<string, SocketRoute>();
  #byPath = new Map<string, SocketRoute>();
  #find: (method: string, path: string) => Match<Found> | undefined = () => undefined;

  constructor(dials: Dials, world: SocketWorld) {
    this.#world = world;
    this.setDials(dials);
  }

  /** Connections of a route that is gone keep its last behaviour. */
  setDials(dials: Dials): void {
    const found: Found[] = [];
    this.#byPath = new Map();
    for (const [i, socket] of (dials.sockets ?? []).entries()) {
      const name = socketName(socket);
      const route = this.#routes.get(name) ?? new SocketRoute(this.#world);
      route.setDials(socket, (dials.seed ?? 1) + i);
      this.#routes.set(name, route);
      this.#byPath.set(socket.path, route);
      found.push({ method: 'GET', path: socket.path, route });
    }
    this.#find = buildRouter(found);
  }

  /** The route of a handshake; undefined: none wants it. */
  find(path: string): SocketRoute | undefined {
    return this.#find('GET', path)?.route.route;
  }

  /** By name or path as in the dials; undefined: no such route, or not any more. */
  get(nameOrPath: string): SocketRoute | undefined {
    return this.#routes.get(nameOrPath) ?? this.#byPath.get(nameOrPath);
  }

  /** Connections open now: on one route by name or path, or without one on all. */
  openOn(nameOrPath: string | undefined): number {
    if (nameOrPath !== undefined) return this.get(nameOrPath)?.tally.open ?? 0;
    let open = 0;
    for (const { tally } of this.#routes.values()) open += tally.open;
    return open;
  }

  /** Runs it then, or at the end of a stall. */
  schedule(dueMs: number, run: () => void): void {
    this.#world.schedule(dueMs, run);
  }

  counts(): Record<string, SocketCounts> {
    return Object.fromEntries([...this.#routes].map(([name, route]) => [name, { ...route.tally }]));
  }

  /** Counts begin again, with the connections that are open. */
  reset(): void {
    for (const route of this.#routes.values()) route.reset();
  }
}
