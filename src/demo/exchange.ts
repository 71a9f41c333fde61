import { buildAnswer, keepsBody } from './build-answer.ts';
import type { Capacity } from './capacity.ts';
import type { Fault } from './dials.ts';
import { guardRequest } from './guard-request.ts';
import { json, type PreparedAnswer, type ReceivedRequest, tokenOf } from './prepared-answer.ts';
import { type IncomingRequest, RequestBody } from './request-body.ts';
import type { RouteState } from './route-state.ts';
import { serveGood } from './serve-good.ts';
import type { ServerState } from './server-state.ts';
import { sizeOf, writeBody, writeHead, writePiece, type Reply, type Wire } from './write-answer.ts';
import { type Pieces, writePieces } from './write-pieces.ts';

/** One request of a known route from its arrival to its answer, its fault or the client's leaving; it ends exactly once. */
export class Exchange {
  readonly #state: ServerState;
  readonly #route: RouteState;
  readonly #request: IncomingRequest;
  readonly #reply: Reply;
  readonly #wire: Wire;
  readonly #capacity: Capacity;
  readonly #serve = (): void => this.#serveNow();
  readonly #body: RequestBody;
  /** Of the circuit breaker, until it is told the outcome. */
  #ticket: number | undefined;
  #place: 'none' | 'waiting' | 'held' = 'none';
  /** Of the cache that has the answer, or `miss`; undefined: there is no cache. */
  #cacheTier: string | undefined;
  #over = false;

  constructor(state: ServerState, route: RouteState, request: IncomingRequest, connection: { reply: Reply; wire: Wire }) {
    this.#state = state;
    this.#route = route;
    this.#request = request;
    this.#reply = connection.reply;
    this.#wire = connection.wire;
    this.#capacity = state.capacity;
    const keeps = route.notify !== undefined || keepsBody(route.answer);
    this.#body = new RequestBody(request.stream, keeps, route.record.tally);
  }

  start(): void {
    const { tally } = this.#route.record;
    tally.requests += 1;
    tally.inFlight += 1;
    this.#reply.once('close', () => this.#leave());
    const refusal = guardRequest(this.#route, this.#request.headers, this.#state.world);
    if (refusal !== undefined) {
      this.#refuse(refusal);
      return;
    }
    const waitMs = this.#route.limiter(this.#request.arrivedMs);
    if (waitMs > 0) {
      tally.limited += 1;
      this.#refuse(json(429, { error: 'too many requests' }, retryAfter(waitMs)));
      return;
    }
    const passage = this.#route.breaker?.ask(performance.now());
    if (passage && 'waitMs' in passage) {
      tally.shortCircuited += 1;
      this.#refuse(json(503, { error: 'circuit open' }, retryAfter(passage.waitMs)));
      return;
    }
    this.#ticket = passage?.ticket;
    this.#place = 'waiting';
    if (this.#capacity.enter(this.#serve)) return;
    this.#place = 'none';
    tally.refused += 1;
    this.#tellBreaker('none');
    this.#refuse(json(503, { error: 'overloaded' }));
  }

  #serveNow(): void {
    this.#place = 'held';
    const fault = this.#route.nextFault();
    if (fault !== undefined) {
      this.#answerAt(performance.now() + this.#route.nextFaultLatencyMs(), fault);
      return;
    }
    if (this.#route.notify) this.#body.onceEnded(() => this.#notify());
    serveGood(this.#route, this.#cacheKey, {
      answerAt: (dueMs, tier) => {
        this.#cacheTier = tier;
        this.#answerAt(dueMs, undefined);
      },
      refuse: (answer) => {
        this.#tellBreaker('failed');
        this.#write(answer, 0);
      },
    });
  }

  get #cacheKey(): string {
    const { path, query } = this.#request;
    return query === '' ? path : `${path}?${query}`;
  }

  #answerAt(dueMs: number, fault: Fault | undefined): void {
    if (this.#over) return;
    this.#schedule(dueMs, () => this.#body.onceEnded(() => this.#answer(fault)));
  }

  #notify(): void {
    const { arrivedMs, headers } = this.#request;
    this.#route.notify?.({ body: this.#body.kept, token: tokenOf(headers), arrivedMs });
  }

  #schedule(dueMs: number, run: () => void): void {
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => {
      if (!this.#over) run();
    });
  }

  #answer(fault: Fault | undefined): void {
    if (this.#over) return;
    if (fault) this.#route.record.tally.faults[fault.kind] += 1;
    if (fault?.kind === 'status') {
      this.#tellBreaker(fault.status >= 500 ? 'failed' : 'good');
      this.#write(json(fault.status, { error: 'planted' }));
      return;
    }
    const request: ReceivedRequest = { ...this.#request, body: this.#body.kept, bodyBytes: this.#body.bytes };
    const good = this.#labelCached(buildAnswer(this.#route.answer, request, this.#state.world, performance.now()));
    // An answer that is broken off is neither; a breaker that probes by it probes again.
    if (fault === undefined || fault.kind === 'wrong') this.#tellBreaker(good.status >= 500 && fault === undefined ? 'failed' : 'good');
    if (fault === undefined) this.#write(good);
    else if (fault.kind === 'wrong') this.#write({ ...good, status: 200, body: Buffer.from(fault.body ?? '{"unexpected":true}') });
    else this.#break(fault, good);
  }

  /** Says where the answer comes from, and keeps a good one. */
  #labelCached(answer: PreparedAnswer): PreparedAnswer {
    if (this.#cacheTier === undefined) return answer;
    if (this.#cacheTier === 'miss' && answer.status < 400) this.#route.cache?.put(this.#cacheKey, performance.now());
    return { ...answer, headers: { ...answer.headers, 'x-cache': this.#cacheTier } };
  }

  /** At once, whatever the route's latency. */
  #refuse(answer: PreparedAnswer): void {
    this.#schedule(this.#request.arrivedMs, () => this.#write(answer, 0));
  }

  #tellBreaker(outcome: 'good' | 'failed' | 'none'): void {
    if (this.#ticket !== undefined) this.#route.breaker?.tell(this.#ticket, outcome, performance.now());
    this.#ticket = undefined;
  }

  #write(answer: PreparedAnswer, bodyAfterMs = this.#route.bodyAfterMs): void {
    if (this.#over) return;
    const headers = this.#state.keepAlive ? answer.headers : { ...answer.headers, connection: 'close' };
    const body = this.#request.method === 'HEAD' ? Buffer.alloc(0) : answer.body;
    writeHead(this.#reply, { ...answer, headers }, 'everyMs' in answer.body ? undefined : sizeOf(answer.body));
    if (bodyAfterMs === 0 && !('everyMs' in body)) {
      this.#writeWhole(answer.status, body);
      return;
    }
    this.#reply.flushHeaders?.();
    this.#schedule(performance.now() + bodyAfterMs, () => {
      if ('everyMs' in body) this.#writeInPieces(answer.status, body);
      else this.#writeWhole(answer.status, body);
    });
  }

  #writeWhole(status: number, body: Exclude<PreparedAnswer['body'], Pieces>): void {
    writeBody(this.#reply, body, () => this.#answered(status, sizeOf(body)));
  }

  #writeInPieces(status: number, pieces: Pieces): void {
    writePieces(pieces, performance.now(), {
      schedule: (dueMs, run) => this.#schedule(dueMs, run),
      write: (piece, written) => writePiece(this.#reply, piece, written),
      end: () => {
        if (this.#over) return;
        this.#reply.end(Buffer.alloc(0));
        this.#answered(status, pieces.totalBytes);
      },
    });
  }

  #answered(status: number, bytes: number): void {
    const { tally, times, durations } = this.#route.record;
    const serviceMs = performance.now() - this.#request.arrivedMs;
    tally.answered[status] = (tally.answered[status] ?? 0) + 1;
    tally.bytesOut += bytes;
    durations.record(serviceMs / 1_000);
    if (status < 400) times.record(serviceMs * 1_000);
    this.#end();
  }

  #break(fault: Fault, good: PreparedAnswer): void {
    const { kind } = fault;
    // A hung request keeps its place in service until the client gives up, as a stuck worker would.
    if (kind === 'hang') {
      this.#over = true;
      this.#settle();
      return;
    }
    this.#end();
    if (kind === 'reset') this.#wire.reset();
    if (kind === 'close') this.#wire.endConnection();
    if (kind === 'garbage') this.#wire.writeRaw?.('NOT HTTP AT ALL\r\n\r\n');
    if (kind !== 'truncate') return;
    const body = Buffer.isBuffer(good.body) ? good.body : Buffer.alloc(Math.min(sizeOf(good.body), 65_536));
    writeHead(this.#reply, good, sizeOf(good.body) + 100);
    this.#reply.write(body.length > 0 ? body : Buffer.from(' '), () => this.#wire.endConnection());
  }

  #leave(): void {
    if (this.#over) {
      this.#giveUpPlace();
      return;
    }
    this.#route.record.tally.aborted += 1;
    this.#end();
  }

  #end(): void {
    this.#over = true;
    this.#settle();
    this.#giveUpPlace();
  }

  #settle(): void {
    this.#tellBreaker('none');
    this.#route.record.tally.inFlight -= 1;
    this.#state.release();
  }

  #giveUpPlace(): void {
    const place = this.#place;
    this.#place = 'none';
    if (place === 'waiting') this.#capacity.cancel(this.#serve);
    if (place === 'held') this.#capacity.leave();
  }
}

function retryAfter(waitMs: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
}
