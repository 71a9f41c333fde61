import { messageOf } from '../gate-error.ts';
import type { ConnectionSettings, RequestProgram } from '../plan/program.ts';
import { formatDuration } from '../units.ts';
import { nextHop } from './http/follow-redirect.ts';
import { Flight } from './flow/virtual-user.ts';
import { readBody } from './http/check-response.ts';
import { escapeTarget } from './http/escape-target.ts';
import type { HttpCall } from './http/http-call.ts';
import { UndiciTransport } from './http/undici-transport.ts';
import { readProxyEnvironment } from './socket/choose-proxy.ts';
import { RunClock } from './time/run-clock.ts';
import type { SocketLink } from './websocket/socket-transport.ts';
import { WsTransport } from './websocket/ws-transport.ts';

/** More than this of an answer is no figure. */
const MOST_KEPT_BYTES = 8_388_608;
/** RFC 6455 section 7.4.1: a normal closure. */
const GOING = 1_000;

export interface SideChannelOptions {
  readonly connections: readonly ConnectionSettings[];
  /** Where redirects may lead. */
  readonly allowedHosts: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface SideAnswer {
  readonly status: number;
  readonly text: string;
  /** The header `date`; undefined: there is none. */
  readonly date: string | undefined;
}

/** Who hears a WebSocket. */
export interface SideListener {
  opened(): void;
  /** Text messages alone. */
  message(text: string): void;
  /** It is over, by the other side or an error, also before it was open; once, and not after `close`. */
  ended(reason: string): void;
}

/**
 * Single requests beside the load, on connections of their own: nothing of it is measured, and there is no virtual user with cookies or variables. Reasons of failures may
 * hold what a server said, and secrets of the request: whoever shows them masks them.
 */
export class SideChannel {
  readonly #options: SideChannelOptions;
  readonly #clock = new RunClock(process.hrtime.bigint());
  readonly #transport: UndiciTransport;
  readonly #sockets: WsTransport;

  constructor(options: SideChannelOptions) {
    this.#options = options;
    const proxies = readProxyEnvironment(options.env);
    this.#transport = new UndiciTransport(this.#clock, options.connections, proxies);
    this.#sockets = new WsTransport(this.#clock, options.connections, proxies);
  }

  /** The answer, of any status, within the request's timeout; fails with a sentence. `body` is sent as it is. */
  ask(request: RequestProgram, body: string | undefined, signal: AbortSignal): Promise<SideAnswer> {
    return new Promise((resolve, reject) => {
      const flight = fill(new Flight(), request, body);
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        act();
      };
      const fail = (reason: string): void => settle(() => reject(new Error(reason)));
      const giveUp = (): void => {
        this.#transport.abandon(flight);
        fail('it was given up');
      };
      const limitMs = request.timeoutUs / 1_000;
      const timer = setTimeout(() => {
        this.#transport.abandon(flight);
        fail(`no answer within ${formatDuration(limitMs)}`);
      }, limitMs);
      flight.owner = {
        callDone: (call) => this.#land(call as Flight, request, { resolve: (answer) => settle(() => resolve(answer)), fail }),
        callExpired: () => undefined,
      };
      if (signal.aborted) return fail('it was given up');
      signal.addEventListener('abort', giveUp, { once: true });
      this.#send(flight, fail);
    });
  }

  /** Opens a WebSocket; the listener hears of everything later. Closing is up to who opened it. */
  listen(request: RequestProgram, listener: SideListener): { close(): void } {
    const { origin, path, headers } = fill(new Flight(), request, undefined);
    let link: SocketLink | undefined;
    let isOver = false;
    const end = (reason: string): void => {
      clearTimeout(timer);
      // A connection that is torn down here is told of once more from below.
      if (isOver) return;
      isOver = true;
      link = undefined;
      listener.ended(reason);
    };
    const timer = setTimeout(() => {
      const late = link;
      end(`it did not open within ${formatDuration(request.timeoutUs / 1_000)}`);
      late?.destroy();
    }, request.timeoutUs / 1_000);
    link = this.#sockets.open(
      { origin, path, headers, connection: request.connection, subprotocol: undefined, deflate: false },
      {
        socketOpened: () => {
          clearTimeout(timer);
          listener.opened();
        },
        socketMessage: (payload, isText) => {
          if (isText) listener.message(payload.toString('utf8'));
        },
        socketPong: () => undefined,
        socketEnded: ({ failure }) => end(failure.sample),
      },
    );
    return {
      close: () => {
        clearTimeout(timer);
        isOver = true;
        link?.close(GOING);
        link = undefined;
      },
    };
  }

  /** Closes every connection. */
  close(): void {
    this.#transport.close();
    this.#sockets.close();
  }

  #send(flight: Flight, fail: (reason: string) => void): void {
    try {
      this.#transport.send(flight);
    } catch (thrown) {
      fail(messageOf(thrown));
    }
  }

  #land(
    flight: Flight,
    request: RequestProgram,
    { resolve, fail }: { readonly resolve: (answer: SideAnswer) => void; readonly fail: (reason: string) => void },
  ): void {
    if (flight.error) return fail(flight.error.message);
    const hop = request.followRedirects ? nextHop(flight, this.#options.allowedHosts) : undefined;
    if (hop === 'sent') return this.#send(flight, fail);
    if (hop !== undefined) return fail(hop.sample);
    if (flight.bytesReceived > flight.maxKept) return fail(`the answer has more than ${MOST_KEPT_BYTES} bytes`);
    const { date } = flight.responseHeaders;
    resolve({ status: flight.status, text: readBody(flight).text(), date: typeof date === 'string' ? date : undefined });
  }
}

/** A request without variables as a call. An encoded answer is not asked for: nobody here decodes it. */
function fill<Call extends HttpCall>(call: Call, request: RequestProgram, body: string | undefined): Call {
  const { origin, path, headers } = request;
  // Closed: a row of `server:` holds no variable, so its address is known.
  if (origin === undefined || typeof path !== 'string') throw new RangeError(`${request.name} has no address`);
  call.origin = origin;
  call.path = escapeTarget(path);
  call.method = request.method;
  call.headers = headers.flatMap((name, index) => {
    const value = headers[index + 1];
    return index % 2 === 1 || value === undefined || name.toLowerCase() === 'accept-encoding' ? [] : [name, value];
  });
  call.connection = request.connection;
  call.body = body ?? null;
  call.bodyBytes = body === undefined ? 0 : Buffer.byteLength(body);
  call.keepBody = true;
  call.maxKept = MOST_KEPT_BYTES;
  return call;
}
