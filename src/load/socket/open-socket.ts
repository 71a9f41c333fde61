import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { ConnectionSettings } from '../../plan/program.ts';
import type { Clock } from '../time/run-clock.ts';
import type { CallStage } from './classify-error.ts';
import { openTunnel } from './open-tunnel.ts';
import type { createHostResolver } from './resolve-host.ts';

/** How far a socket has come; kept by whom it is for, and renewed with each one that is opened for it. */
export interface SocketTrace {
  stage: CallStage;
  /** Until connected, the way through a proxy included, µs; -1: not yet, or failed. */
  connectUs: number;
  /** The TLS handshake, µs; -1: none was done. */
  tlsUs: number;
  /** The first error: clients forget it over the end that follows. */
  socketError: Error | undefined;
  /** What can be destroyed at any time: the tunnel being built, then the socket. */
  opening: { destroy(): unknown } | undefined;
}

/** Where bytes of plain reads go: one buffer that is filled anew each time, and who is told. The callback is taken when a socket is opened. */
export interface ReadTarget {
  readonly buffer: Uint8Array;
  callback: (size: number) => boolean;
}

export interface SocketRoute {
  readonly settings: ConnectionSettings;
  /** Undefined: no tunnel. */
  readonly tunnelProxy: URL | undefined;
  /** Undefined: the system's own, which reaches everything. */
  readonly lookup: ReturnType<typeof createHostResolver> | undefined;
  readonly allowH2: boolean;
  readonly clock: Clock;
  /** Not heeded by what comes through a tunnel, which has 'data' events. */
  readonly onread?: ReadTarget;
}

/** Opens sockets to targets, through a tunnel if there is a proxy, with TLS if the protocol wants it, and measures the ways. */
export class SocketOpener {
  readonly #clock: Clock;
  readonly #tls: { readonly ca?: string; readonly cert?: string; readonly key?: string; readonly rejectUnauthorized: boolean };
  readonly #connector: buildConnector.connector;
  readonly #tunnelProxy: URL | undefined;

  constructor({ settings, tunnelProxy, lookup, allowH2, clock, onread }: SocketRoute) {
    const { ca, cert, key, insecure } = settings.tls;
    this.#tls = {
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
      rejectUnauthorized: !insecure,
    };
    this.#clock = clock;
    this.#tunnelProxy = tunnelProxy;
    const own = { ...this.#tls, ...(lookup ? { lookup } : {}), ...(onread ? { onread } : {}) };
    this.#connector = buildConnector({ ...own, allowH2, preferH2: allowH2, timeout: 0 });
  }

  /** The callback comes later and once; never, if what is being opened is destroyed. */
  open(trace: SocketTrace, options: buildConnector.Options, callback: buildConnector.Callback): void {
    const beganUs = this.#clock.nowUs();
    trace.stage = 'connect';
    trace.socketError = undefined;
    trace.connectUs = -1;
    trace.tlsUs = -1;
    const proxy = this.#tunnelProxy;
    if (!proxy) {
      this.#connect(trace, options, { beganUs, callback });
      return;
    }
    const isTls = options.protocol === 'https:';
    const { hostname } = options;
    const port = Number(options.port || (isTls ? 443 : 80));
    trace.opening = openTunnel({ proxy, hostname, port, tls: this.#tls }, (error, socket) => {
      if (!socket) {
        callback(error ?? new Error('the proxy gave no connection'), null);
      } else if (isTls) {
        this.#connect(trace, { ...options, httpSocket: socket }, { beganUs, callback });
      } else {
        keep(trace, socket);
        trace.connectUs = this.#clock.nowUs() - beganUs;
        trace.stage = 'sent';
        callback(null, socket);
      }
    });
  }

  #connect(
    trace: SocketTrace,
    options: buildConnector.Options,
    { beganUs, callback }: { readonly beganUs: number; readonly callback: buildConnector.Callback },
  ): void {
    const isTls = options.protocol === 'https:';
    let connectedUs = this.#clock.nowUs();
    if (options.httpSocket) trace.stage = 'tls';
    // undici types the connector as returning nothing; it returns the socket that it is connecting (core/connect.js).
    const socket: unknown = this.#connector(options, (...result) => {
      const [error, connected] = result;
      if (error === null && connected) {
        const nowUs = this.#clock.nowUs();
        trace.connectUs = (isTls ? connectedUs : nowUs) - beganUs;
        if (isTls) trace.tlsUs = nowUs - connectedUs;
        trace.stage = 'sent';
      }
      callback(...result);
    });
    if (!isSocket(socket)) return;
    keep(trace, socket);
    if (!isTls || options.httpSocket) return;
    socket.once('connect', () => {
      connectedUs = this.#clock.nowUs();
      trace.stage = 'tls';
    });
  }
}

function keep(trace: SocketTrace, socket: Socket): void {
  trace.opening = socket;
  socket.on('error', (error) => {
    if (trace.opening === socket) trace.socketError ??= error;
  });
}

function isSocket(value: unknown): value is Socket {
  return typeof value === 'object' && value !== null && 'destroy' in value && 'once' in value;
}
