import type { Dispatcher } from 'undici';
import type { TransportSummary } from '../../metrics/run-summary.ts';
import type { ConnectionSettings } from '../../plan/program.ts';
import type { Clock } from '../time/run-clock.ts';
import { chooseProxy, type ProxyEnvironment } from '../socket/choose-proxy.ts';
import { classifyError, type CallStage } from '../socket/classify-error.ts';
import type { Connection } from './connection.ts';
import { ConnectionPool } from './connection-pool.ts';
import type { HttpCall } from './http-call.ts';
import { createHostResolver } from '../socket/resolve-host.ts';
import type { Transport } from './transport.ts';

/** Calls over undici's `dispatch` with a raw handler: no body streams, no promises on the way of a request. */
export class UndiciTransport implements Transport {
  readonly clock: Clock;
  readonly #settings: readonly ConnectionSettings[];
  readonly #proxies: ProxyEnvironment;
  readonly #resolver = createHostResolver();
  readonly #pools: Map<string, ConnectionPool>[];
  readonly #protocols: Record<string, number> = {};
  #reused = 0;
  #partner: UndiciTransport | undefined;

  constructor(clock: Clock, settings: readonly ConnectionSettings[], proxies: ProxyEnvironment) {
    this.clock = clock;
    this.#settings = settings;
    this.#proxies = proxies;
    this.#pools = settings.map(() => new Map());
  }

  /** Holds as many connections as the transport of the other target, opened in pairs: neither has more of the target's attention, or more handshakes, than the other. */
  pairWith(other: UndiciTransport): void {
    this.#partner = other;
    other.#partner = this;
  }

  send(call: HttpCall): void {
    call.clearResponse();
    const pool = this.#pool(call);
    const connection = pool.acquire(call);
    if (connection) {
      this.#dispatch(call, pool, connection);
    } else {
      call.queuedUs = this.clock.nowUs();
      call.handle = pool;
    }
  }

  abandon(call: HttpCall): CallStage {
    const handle = call.handle;
    call.handle = undefined;
    if (handle instanceof CallHandler) {
      const stage = call.status > 0 ? 'body' : handle.connection.stage;
      handle.call = undefined;
      handle.controller?.abort(new Error('given up'));
      const next = handle.pool.discard(handle.connection);
      if (next) this.#dispatchOnNew(next, handle.pool);
      return stage;
    }
    if (handle instanceof ConnectionPool) handle.forget(call);
    call.queueUs = call.queuedUs < 0 ? -1 : this.clock.nowUs() - call.queuedUs;
    return 'line';
  }

  close(): void {
    for (const pools of this.#pools) for (const pool of pools.values()) pool.close();
  }

  summarize(): TransportSummary {
    let connectionsOpened = 0;
    for (const pools of this.#pools) for (const pool of pools.values()) connectionsOpened += pool.opened;
    return { connectionsOpened, requestsOnReusedConnections: this.#reused, protocols: { ...this.#protocols } };
  }

  /** A handler is done with its call: the connection goes to the next in line, then the owner hears of it. */
  finish(handler: CallHandler, call: HttpCall): void {
    const { pool, connection, attemptsBefore } = handler;
    handler.call = undefined;
    call.handle = undefined;
    call.endUs = this.clock.nowUs();
    if (connection.attempts === attemptsBefore) {
      if (call.error?.class !== 'data') this.#reused++;
    } else {
      call.connectUs = connection.connectUs;
      call.tlsUs = connection.tlsUs;
    }
    if (call.status > 0) this.#protocols[connection.protocol] = (this.#protocols[connection.protocol] ?? 0) + 1;
    if (call.error) {
      // undici is still in the middle of failing: it takes no new request for this client now (assert in client.js, onError), and the connection is gone anyway.
      const next = pool.discard(connection);
      if (next) this.#dispatchOnNew(next, pool);
    } else {
      const next = pool.release(connection);
      if (next) this.#dispatch(next, pool, connection);
    }
    try {
      call.owner?.callDone(call);
    } catch (thrown) {
      // Closed: clients catch what their handlers throw, so it would be lost here, and the call with it. Outside of them it ends the worker.
      queueMicrotask(() => {
        throw thrown;
      });
    }
  }

  #pool(call: HttpCall): ConnectionPool {
    const pools = this.#pools[call.connection];
    const settings = this.#settings[call.connection];
    if (!pools || !settings) throw new RangeError(`there are no connection settings ${call.connection}`);
    let pool = pools.get(call.origin);
    if (!pool) {
      const proxy = chooseProxy(new URL(call.origin), settings.proxy, this.#proxies);
      pool = new ConnectionPool(call.origin, settings, { proxy, context: { clock: this.clock, resolver: this.#resolver } });
      pools.set(call.origin, pool);
      // Both targets get the same steps, so that their origins come up in the same order.
      if (this.#partner) pool.pairWith([...(this.#partner.#pools[call.connection]?.values() ?? [])][pools.size - 1]);
    }
    return pool;
  }

  #dispatchOnNew(call: HttpCall, pool: ConnectionPool): void {
    const connection = pool.acquire(call);
    if (connection) this.#dispatch(call, pool, connection);
  }

  #dispatch(call: HttpCall, pool: ConnectionPool, connection: Connection): void {
    call.sentUs = this.clock.nowUs();
    if (call.queuedUs >= 0) call.queueUs = call.sentUs - call.queuedUs;
    const handler = new CallHandler(this, call, pool, connection);
    call.handle = handler;
    // undici's types leave out the iterables that its dispatch takes (core/request.js).
    const body = call.body as NonNullable<Dispatcher.DispatchOptions['body']>;
    try {
      connection.dispatch({ origin: call.origin, path: call.path, method: call.method, headers: call.headers, body }, handler);
    } catch (thrown) {
      handler.fail(thrown);
    }
    handler.isDispatched = true;
  }
}

/** One dispatch. A call that was given up has left its handler, so that late events find nobody. */
class CallHandler implements Dispatcher.DispatchHandler {
  call: HttpCall | undefined;
  readonly pool: ConnectionPool;
  readonly connection: Connection;
  readonly attemptsBefore: number;
  /** Of undici, which must know that a request is given up before its HTTP/2 connection may go (assert in client.js, _resume). */
  controller: Dispatcher.DispatchController | undefined;
  /** `dispatch` has returned. */
  isDispatched = false;
  readonly #transport: UndiciTransport;

  constructor(transport: UndiciTransport, call: HttpCall, pool: ConnectionPool, connection: Connection) {
    this.#transport = transport;
    this.call = call;
    this.pool = pool;
    this.connection = connection;
    this.attemptsBefore = connection.attempts;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const call = this.call;
    if (!call || status < 200) return;
    call.headUs = this.#transport.clock.nowUs();
    call.status = status;
    call.responseHeaders = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    const call = this.call;
    if (!call) return;
    call.bytesReceived += chunk.byteLength;
    if (call.keepBody && call.bytesReceived <= call.maxKept) call.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const call = this.call;
    if (!call) return;
    const { forwardProxy } = this.connection;
    if (forwardProxy && call.status === 407)
      call.error = { class: 'connect', reason: 'connect PROXY_407', message: 'the proxy answered 407: it wants other credentials' };
    this.#transport.finish(this, call);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, thrown: unknown): void {
    this.fail(thrown);
  }

  /**
   * The call has failed. One that fails before `dispatch` returns is told in the next turn of the event loop: a user whose every request fails at once would
   * otherwise never let go of the thread.
   */
  fail(thrown: unknown): void {
    if (!this.isDispatched) {
      setImmediate(() => {
        this.isDispatched = true;
        this.fail(thrown);
      });
      return;
    }
    const call = this.call;
    if (!call) return;
    const { stage, socketError } = this.connection;
    const isVague = thrown instanceof Error && 'code' in thrown && thrown.code === 'UND_ERR_SOCKET';
    call.error = classifyError(isVague ? (socketError ?? thrown) : thrown, call.status > 0 ? 'body' : stage);
    this.#transport.finish(this, call);
  }
}
