import { Backend } from './backend/backend.ts';
import type { AnswerWorld } from './backend/build-backend-answer.ts';
import { ProcessFigures } from './backend/process-figures.ts';
import { fillFigures, type FigureSources } from './backend/read-figure.ts';
import { Capacity } from './capacity.ts';
import type { Counts } from './counts.ts';
import { DelayQueue } from './delay-queue.ts';
import type { Dials, RouteDials } from './dials.ts';
import { buildRouter, type Match } from './match-route.ts';
import { Memory } from './memory.ts';
import { buildFamilies } from './metrics/build-families.ts';
import { readRequests } from './metrics/read-requests.ts';
import { renderMetrics } from './metrics/render-metrics.ts';
import { routeName } from './route-name.ts';
import { buildRouteRecord, buildRouteStates, type RouteRecord, type RouteState } from './route-state.ts';
import type { Truth } from './service-times.ts';
import { SocketRoutes } from './sockets/socket-routes.ts';

/** Everything a running server knows but its connections. */
export class ServerState {
  readonly memory = new Memory();
  readonly queue: DelayQueue;
  /** For pushes, which nobody times to the millisecond: it never spins. */
  readonly #pushQueue = new DelayQueue(0);
  readonly sockets: SocketRoutes;
  /** What answers are made from. */
  readonly world: AnswerWorld;
  readonly #backend: Backend;
  readonly #onDeath: () => void;
  readonly #records = new Map<string, RouteRecord>();
  #dials: Dials;
  /** By their beginning. */
  #stalls: NonNullable<Dials['stalls']>;
  #dead = false;
  #capacity: Capacity;
  #routes: readonly RouteState[] = [];
  #findRoute: (method: string, path: string) => Match<RouteState> | undefined;
  #firstRequestMs: number | undefined;
  #requests = 0;
  #unmatched = 0;
  #inFlight = 0;
  #peakInFlight = 0;
  connections = 0;
  openConnections = 0;
  tlsErrors = 0;

  constructor(dials: Dials, onDeath: () => void) {
    this.#dials = dials;
    this.#stalls = sortStalls(dials);
    this.#onDeath = onDeath;
    this.queue = new DelayQueue(dials.spinMs ?? 1.2);
    this.#capacity = buildCapacity(dials);
    const schedulePush = (dueMs: number, run: () => void): void => this.#pushQueue.at(this.afterStalls(dueMs), run);
    this.#backend = new Backend(dials, dials.seed ?? 1, schedulePush);
    const figures = this.#buildFigures();
    this.sockets = new SocketRoutes(dials, {
      schedule: (dueMs, run) => this.queue.at(this.afterStalls(dueMs), run),
      schedulePush,
      knows: (token) => this.memory.whoHas(token) !== undefined,
      fill: (value, wanted) => fillFigures(value, wanted, figures),
    });
    this.world = { memory: this.memory, backend: this.#backend, figures, renderMetrics: () => this.#renderMetrics(figures) };
    this.#findRoute = this.#buildRouter();
  }

  get capacity(): Capacity {
    return this.#capacity;
  }

  get keepAlive(): boolean {
    return this.#dials.keepAlive ?? true;
  }

  /** Behaves by these from now on; counts go on, limits and sequences begin afresh; what is in service ends as it began. */
  setDials(dials: Dials): void {
    this.#dials = dials;
    this.#stalls = sortStalls(dials);
    this.#capacity = buildCapacity(dials);
    this.#backend.setDials(dials, dials.seed ?? 1);
    this.sockets.setDials(dials);
    this.#findRoute = this.#buildRouter();
  }

  /** Forgets counts, service times, uploads and the moment of the first request; only between requests, else those in flight unbalance the counts. */
  reset(): void {
    this.#records.clear();
    this.sockets.reset();
    this.#backend.reset();
    this.memory.uploads.reset();
    this.#firstRequestMs = undefined;
    this.#requests = 0;
    this.#unmatched = 0;
    this.#peakInFlight = this.#inFlight;
    this.connections = this.openConnections;
    this.tlsErrors = 0;
    this.setDials(this.#dials);
  }

  /** Forgets everything that is due. */
  stop(): void {
    this.queue.clear();
    this.#pushQueue.clear();
  }

  /** Starts the clock of stalls and death, when nothing has before. */
  begin(nowMs: number): void {
    if (this.#firstRequestMs !== undefined) return;
    this.#firstRequestMs = nowMs;
    const { die } = this.#dials;
    if (die === undefined || !('afterMs' in die)) return;
    this.queue.at(nowMs + die.afterMs, () => {
      // A reset since then has begun the time anew.
      if (this.#firstRequestMs === nowMs) this.#diesNow();
    });
  }

  /** Notes a handshake that no socket route wanted. */
  missHandshake(): void {
    this.#requests += 1;
    this.#unmatched += 1;
  }

  /** Notes a request; undefined when the server dies of it, `unmatched` when no route wants it. */
  receive(method: string, path: string, nowMs: number): Match<RouteState> | 'unmatched' | undefined {
    this.#requests += 1;
    this.begin(nowMs);
    const { die } = this.#dials;
    if (die && 'afterRequests' in die && this.#requests > die.afterRequests) {
      this.#diesNow();
      return undefined;
    }
    const match = this.#findRoute(method, path);
    if (match === undefined) {
      this.#unmatched += 1;
      return 'unmatched';
    }
    this.#inFlight += 1;
    this.#peakInFlight = Math.max(this.#peakInFlight, this.#inFlight);
    return match;
  }

  /** One request that `receive` matched is over. */
  release(): void {
    this.#inFlight -= 1;
  }

  /** When an answer that is due at `dueMs` may be written: then, or at the end of the stalls it falls into. */
  afterStalls(dueMs: number): number {
    const firstMs = this.#firstRequestMs ?? dueMs;
    let writeMs = dueMs;
    for (const { afterMs, forMs } of this.#stalls) {
      if (writeMs >= firstMs + afterMs && writeMs < firstMs + afterMs + forMs) writeMs = firstMs + afterMs + forMs;
    }
    return writeMs;
  }

  counts(): Counts {
    return {
      connections: this.connections,
      openConnections: this.openConnections,
      tlsErrors: this.tlsErrors,
      requests: this.#requests,
      unmatched: this.#unmatched,
      peakInFlight: this.#peakInFlight,
      peakWaiting: this.#capacity.peakWaiting,
      routes: structuredClone(Object.fromEntries([...this.#records].map(([name, { tally }]) => [name, tally]))),
      sockets: this.sockets.counts(),
    };
  }

  /** Of a route, of `notify <route>` or of a socket route; undefined: no such route, or nothing measured on it yet. */
  truth(name: string): Truth | undefined {
    const route = this.#records.get(name);
    if (route !== undefined) return route.times.summarize();
    const notifying = name.startsWith('notify ') ? this.#records.get(name.slice('notify '.length)) : undefined;
    return (notifying?.notifyTimes ?? this.sockets.get(name)?.times)?.summarize();
  }

  #diesNow(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#onDeath();
  }

  #buildRouter(): (method: string, path: string) => Match<RouteState> | undefined {
    const recordOf = (route: RouteDials): RouteRecord => {
      const name = routeName(route);
      const record = this.#records.get(name) ?? buildRouteRecord(route);
      this.#records.set(name, record);
      return record;
    };
    this.#routes = buildRouteStates(this.#dials, { recordOf, sockets: this.sockets, backend: this.#backend });
    return buildRouter(this.#routes);
  }

  #buildFigures(): FigureSources {
    const own = new ProcessFigures();
    return {
      backend: this.#backend,
      requests: (of, route) =>
        readRequests(of, {
          records: route === undefined ? [...this.#records.values()] : [this.#records.get(route)].filter((record) => record !== undefined),
          routes: this.#routes,
        }),
      sockets: (socket) => this.sockets.openOn(socket),
      uploads: (of) => this.memory.uploads.count(of, performance.now()),
      process: (of) => own.read(of),
    };
  }

  #renderMetrics(figures: FigureSources): string {
    const sockets = new Map((this.#dials.sockets ?? []).map(({ path }) => [path, this.sockets.openOn(path)]));
    const sources = { figures, routes: this.#records.values(), unmatched: this.#unmatched, sockets };
    return renderMetrics(buildFamilies(this.#dials.metrics ?? [], sources));
  }
}

function sortStalls(dials: Dials): NonNullable<Dials['stalls']> {
  return (dials.stalls ?? []).toSorted((a, b) => a.afterMs - b.afterMs);
}

function buildCapacity(dials: Dials): Capacity {
  return new Capacity(dials.capacity?.concurrent ?? Infinity, dials.capacity?.queue ?? Infinity);
}
