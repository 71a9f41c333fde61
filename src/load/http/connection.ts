import { type buildConnector, Client, type Dispatcher } from 'undici';
import type { ConnectionSettings } from '../../plan/program.ts';
import type { Clock } from '../time/run-clock.ts';
import type { CallStage } from '../socket/classify-error.ts';
import { H1Client, type OneConnectionClient } from './h1-client.ts';
import { SocketOpener, type SocketTrace } from '../socket/open-socket.ts';
import { proxyAuthorization } from '../socket/open-tunnel.ts';
import type { createHostResolver } from '../socket/resolve-host.ts';

/** Idle connections are kept this long when the server does not say; longer than most think times. */
const KEEP_ALIVE_MS = 60_000;

export interface ConnectionContext {
  readonly clock: Clock;
  readonly resolver: ReturnType<typeof createHostResolver>;
}

/**
 * One connection: a client that holds at most one request at a time and reconnects when it must. It measures how long connecting took and
 * knows which protocol was agreed on.
 */
export class Connection implements SocketTrace {
  readonly #client: OneConnectionClient;
  readonly #opener: SocketOpener;
  /** Plain HTTP over a proxy: the proxy is asked for whole URLs (RFC 9112 section 3.2.2). */
  readonly forwardProxy: URL | undefined;
  /** Of the newest connect, the way through a proxy included; -1 before, and when it failed. */
  connectUs = -1;
  tlsUs = -1;
  /** Connects so far, those that failed included. */
  attempts = 0;
  /** Opened so far: the first and every reconnect. */
  opened = 0;
  protocol = 'http/1.1';
  stage: CallStage = 'sent';
  /** The first error of the newest socket: undici forgets it over the end that follows. */
  socketError: Error | undefined;
  opening: { destroy(): unknown } | undefined;

  constructor(origin: string, settings: ConnectionSettings, proxy: URL | undefined, context: ConnectionContext) {
    const isPlain = origin.startsWith('http:');
    this.forwardProxy = isPlain ? proxy : undefined;
    const allowH2 = settings.http2 && !this.forwardProxy;
    const { clock, resolver } = context;
    this.#opener = new SocketOpener({
      settings,
      tunnelProxy: isPlain ? undefined : proxy,
      // A proxy is the user's own choice, wherever its name leads.
      lookup: this.forwardProxy ? undefined : resolver,
      allowH2,
      clock,
    });
    const connect = (options: buildConnector.Options, callback: buildConnector.Callback): void => this.#connect(options, callback);
    this.#client =
      isPlain && !proxy
        ? new H1Client(origin, connect, { idleMs: KEEP_ALIVE_MS, clock })
        : new Client(this.forwardProxy?.origin ?? origin, {
            pipelining: 1,
            keepAliveTimeout: KEEP_ALIVE_MS,
            // Time limits are the caller's: undici's own tick only every 500 ms.
            headersTimeout: 0,
            bodyTimeout: 0,
            allowH2,
            connect,
          });
  }

  /** Sends a request; the handler is told what becomes of it. */
  dispatch(request: Dispatcher.DispatchOptions & { readonly headers: string[] }, handler: Dispatcher.DispatchHandler): void {
    const proxy = this.forwardProxy;
    this.#client.dispatch(proxy ? toForwarded(request, proxy) : request, handler);
  }

  /** Closes it at once, also while it connects. */
  destroy(): void {
    this.opening?.destroy();
    // The only way this can fail is that it is destroyed already, which is what we want.
    this.#client.destroy(null).catch(() => undefined);
  }

  #connect(options: buildConnector.Options, callback: buildConnector.Callback): void {
    this.attempts++;
    this.#opener.open(this, options, (...result) => {
      const [error, connected] = result;
      if (error === null && connected) {
        this.protocol = 'alpnProtocol' in connected && connected.alpnProtocol === 'h2' ? 'h2' : 'http/1.1';
        this.opened++;
      }
      callback(...result);
    });
  }
}

function toForwarded(request: Dispatcher.DispatchOptions & { readonly headers: string[] }, proxy: URL): Dispatcher.DispatchOptions {
  const target = new URL(String(request.origin));
  const headers = [...request.headers];
  if (!headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')) headers.push('host', target.host);
  const authorization = proxyAuthorization(proxy);
  if (authorization !== undefined) headers.push('proxy-authorization', authorization);
  return { ...request, path: target.origin + request.path, headers };
}
