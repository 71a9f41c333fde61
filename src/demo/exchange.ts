import { buildAnswer, json, keepsBody, type PreparedAnswer, type ReceivedRequest } from './build-answer.ts';
import type { Capacity } from './capacity.ts';
import type { Fault } from './dials.ts';
import type { RouteState } from './route-state.ts';
import type { ServerState } from './server-state.ts';
import { sizeOf, writeBody, writeHead, type Reply, type Wire } from './write-answer.ts';

/** A request as it comes in; the body is still to be read. */
export interface IncomingRequest extends Omit<ReceivedRequest, 'body' | 'bodyBytes'> {
  readonly stream: {
    on(event: 'data', listener: (chunk: Buffer) => void): unknown;
    on(event: 'end' | 'error', listener: () => void): unknown;
  };
  readonly arrivedMs: number;
}

const KEPT_BODY_BYTES = 1_000_000;

/** One request of a known route from its arrival to its answer, its fault or the client's leaving; it ends exactly once. */
export class Exchange {
  readonly #state: ServerState;
  readonly #route: RouteState;
  readonly #request: IncomingRequest;
  readonly #reply: Reply;
  readonly #wire: Wire;
  readonly #capacity: Capacity;
  readonly #serve = (): void => this.#serveNow();
  readonly #body: Buffer[] = [];
  #bodyBytes = 0;
  #bodyEnded = false;
  #answerWhenBodyEnds: (() => void) | undefined;
  #place: 'none' | 'waiting' | 'held' = 'none';
  #over = false;

  constructor(state: ServerState, route: RouteState, request: IncomingRequest, connection: { reply: Reply; wire: Wire }) {
    this.#state = state;
    this.#route = route;
    this.#request = request;
    this.#reply = connection.reply;
    this.#wire = connection.wire;
    this.#capacity = state.capacity;
  }

  start(): void {
    const { tally } = this.#route.record;
    tally.requests += 1;
    tally.inFlight += 1;
    this.#reply.once('close', () => this.#leave());
    this.#readBody();
    const waitMs = this.#route.limiter(this.#request.arrivedMs);
    if (waitMs > 0) {
      tally.limited += 1;
      this.#answerAt(
        this.#request.arrivedMs,
        json(429, { error: 'too many requests' }, { 'retry-after': String(Math.ceil(waitMs / 1_000)) }),
      );
      return;
    }
    this.#place = 'waiting';
    if (this.#capacity.enter(this.#serve)) return;
    this.#place = 'none';
    tally.refused += 1;
    this.#answerAt(this.#request.arrivedMs, json(503, { error: 'overloaded' }));
  }

  #serveNow(): void {
    this.#place = 'held';
    const fault = this.#route.nextFault();
    const latencyMs = fault ? this.#route.nextFaultLatencyMs() : this.#route.nextLatencyMs();
    const dueMs = performance.now() + latencyMs;
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => {
      const answer = (): void => this.#answer(fault);
      if (this.#bodyEnded) answer();
      else this.#answerWhenBodyEnds = answer;
    });
  }

  #readBody(): void {
    const kept = keepsBody(this.#route.answer);
    this.#request.stream.on('data', (chunk) => {
      this.#bodyBytes += chunk.length;
      this.#route.record.tally.bytesIn += chunk.length;
      if (kept && this.#bodyBytes <= KEPT_BODY_BYTES) this.#body.push(chunk);
    });
    this.#request.stream.on('end', () => {
      this.#bodyEnded = true;
      this.#answerWhenBodyEnds?.();
    });
    // A body that breaks off closes the reply too, and is counted there.
    this.#request.stream.on('error', () => undefined);
  }

  #answer(fault: Fault | undefined): void {
    if (this.#over) return;
    if (fault) this.#route.record.tally.faults[fault.kind] += 1;
    if (fault?.kind === 'status') {
      this.#write(json(fault.status, { error: 'planted' }));
      return;
    }
    const request: ReceivedRequest = { ...this.#request, body: Buffer.concat(this.#body), bodyBytes: this.#bodyBytes };
    const good = buildAnswer(this.#route.answer, request, this.#state.memory, performance.now());
    if (fault === undefined) this.#write(good);
    else if (fault.kind === 'wrong') this.#write({ ...good, status: 200, body: Buffer.from(fault.body ?? '{"unexpected":true}') });
    else this.#break(fault, good);
  }

  #answerAt(dueMs: number, answer: PreparedAnswer): void {
    this.#state.queue.at(this.#state.afterStalls(dueMs), () => this.#write(answer, 0));
  }

  #write(answer: PreparedAnswer, bodyAfterMs = this.#route.bodyAfterMs): void {
    if (this.#over) return;
    const headers = this.#state.keepAlive ? answer.headers : { ...answer.headers, connection: 'close' };
    writeHead(this.#reply, { ...answer, headers }, sizeOf(answer));
    const body = this.#request.method === 'HEAD' ? Buffer.alloc(0) : answer.body;
    const finish = (): void => writeBody(this.#reply, body, () => this.#answered(answer.status, 'size' in body ? body.size : body.length));
    if (bodyAfterMs === 0) {
      finish();
      return;
    }
    this.#reply.flushHeaders?.();
    this.#state.queue.at(this.#state.afterStalls(performance.now() + bodyAfterMs), () => {
      if (!this.#over) finish();
    });
  }

  #answered(status: number, bytes: number): void {
    const { tally, times } = this.#route.record;
    tally.answered[status] = (tally.answered[status] ?? 0) + 1;
    tally.bytesOut += bytes;
    if (status < 400) times.record((performance.now() - this.#request.arrivedMs) * 1_000);
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
    const body = 'size' in good.body ? Buffer.alloc(Math.min(good.body.size, 65_536)) : good.body;
    writeHead(this.#reply, good, sizeOf(good) + 100);
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
