import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkDials } from './check-dials.ts';
import type { Counts } from './counts.ts';
import type { Dials, TlsDials } from './dials.ts';
import { handleRequest } from './handle-request.ts';
import { ServerState } from './server-state.ts';
import { handleUpgrade, wantsSocket } from './sockets/handle-upgrade.ts';
import type { Truth } from './service-times.ts';

/** A server on 127.0.0.1 that does exactly what its dials say. */
export interface StagingServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  counts(): Counts;
  /**
   * By route name; undefined when it has given no whole answer below status 400 yet. A socket route's name: from each message to its reply on time;
   * `notify <route>`: from each request to its notifications on time.
   */
  truth(route: string): Truth | undefined;
  /** New behaviour for the requests, handshakes and messages to come; port, protocol, tls and spinMs stay as they were at the start. */
  setDials(dials: Dials): void;
  /** Counts, truth and the clock of stalls begin again, caches are empty, collections and tenants as at first; only while nothing is in flight. */
  reset(): void;
  /** Cuts every connection. */
  close(): Promise<void>;
}

/** Listens; throws a TypeError that lists every wrong dial. When the `die` dial strikes, `onDeath` runs, or else the server closes. */
export async function startStagingServer(dials: Dials, onDeath?: (counts: Counts) => void): Promise<StagingServer> {
  assertDials(dials);
  const sockets = new Set<Socket>();
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const state = new ServerState(dials, () => {
    server.close();
    cutAll();
    onDeath?.(state.counts());
  });
  const server = buildServer(dials, state);
  server.on('connection', (socket: Socket) => {
    state.connections += 1;
    state.openConnections += 1;
    sockets.add(socket);
    socket.once('close', () => {
      state.openConnections -= 1;
      sockets.delete(socket);
    });
  });
  server.on('upgrade', (request: http.IncomingMessage, wire: Duplex, head: Buffer) => handleUpgrade(state, request, wire, head));
  server.on('tlsClientError', () => {
    state.tlsErrors += 1;
  });
  const port = await listen(server, dials.port ?? 0);
  return {
    url: `${dials.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    counts: () => state.counts(),
    truth: (route) => state.truth(route),
    setDials: (next) => {
      assertDials(next);
      state.setDials(next);
    },
    reset: () => state.reset(),
    close: () =>
      new Promise((resolve) => {
        state.stop();
        server.close(() => resolve());
        cutAll();
      }),
  };
}

function assertDials(dials: Dials): void {
  const problems = checkDials(dials);
  if (problems.length > 0) throw new TypeError(`The staging server cannot do that: ${problems.join('; ')}`);
}

// Idle connections outlive any test, and slow uploads are the test's affair: a server that cuts them by itself would plant faults of its own.
const PATIENCE = {
  keepAliveTimeout: 600_000,
  requestTimeout: 0,
  headersTimeout: 0,
  connectionsCheckingInterval: 60_000,
  noDelay: true,
  shouldUpgradeCallback: wantsSocket,
} as const;

function buildServer(dials: Dials, state: ServerState): Server {
  const answer = (request: http.IncomingMessage | http2.Http2ServerRequest, reply: http.ServerResponse | http2.Http2ServerResponse): void =>
    handleRequest(state, request, reply);
  if (dials.tls === undefined) return http.createServer(PATIENCE, answer);
  const tls = tlsOptions(dials.tls);
  if (dials.protocol !== 'h2') return https.createServer({ ...PATIENCE, ...tls }, answer);
  const server = http2.createSecureServer({ ...tls, allowHTTP1: true }, answer);
  // A client that drops its session is no news here: its requests end with it, and are counted so.
  server.on('sessionError', () => undefined);
  return server;
}

function tlsOptions(tls: TlsDials): https.ServerOptions {
  const { cert, key, clientCa } = tls;
  return clientCa === undefined ? { cert, key } : { cert, key, ca: clientCa, requestCert: true, rejectUnauthorized: true };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 4_096 }, () => {
      server.off('error', reject);
      const address = server.address();
      if (isAddress(address)) resolve(address.port);
      else reject(new Error('The staging server listens on no port'));
    });
  });
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
