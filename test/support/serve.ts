import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { readCert } from './truth-server.ts';

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Connections accepted so far. */
  readonly connections: () => number;
}

/** An HTTP server inside of the test, on a free port of 127.0.0.1. */
export function serveHttp(listener: http.RequestListener, options: http.ServerOptions = {}): Promise<Served> {
  return listen(http.createServer({ keepAliveTimeout: 60_000, ...options }, listener), 'http');
}

/** The same with TLS, certificate of test/fixtures/certs. */
export function serveHttps(listener: http.RequestListener, options: https.ServerOptions = {}): Promise<Served> {
  const tls = { cert: readCert('server.pem'), key: readCert('server.key') };
  return listen(https.createServer({ keepAliveTimeout: 60_000, ...tls, ...options }, listener), 'https');
}

/** A server that says what the test wants, byte by byte; it is called with each piece that comes in. */
export function serveBytes(onData: (socket: Socket, received: string) => void): Promise<Served> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => onData(socket, chunk.toString('latin1')));
  });
  return listen(server, 'http');
}

/** Any server, counted and closed with the block. */
export async function listen(server: net.Server, scheme: string, host = '127.0.0.1'): Promise<Served> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
