import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { GateError } from '../../gate-error.ts';
import { admitRequest, type PageAddress } from './admit-request.ts';
import { openPageSockets, type OnSocket } from './page-sockets.ts';

/** One thing that can be fetched. */
export interface Route {
  /** With its charset where it is text. */
  readonly contentType: string;
  /** Called for each request; what it throws is answered with 500 and ends nothing. */
  readonly body: () => string | Buffer;
  /** The name under which a browser stores it; absent: it is shown. Printable ASCII without quotes. */
  readonly downloadAs?: string;
  /** Its Content Security Policy, which gets `frame-ancestors 'none'` as well; absent: it may load and run nothing at all. */
  readonly policy?: string;
}

/** What is served, by its path below the secret one: the empty path is the page. */
export type Routes = ReadonlyMap<string, Route> | ((path: string) => Route | undefined);

/** A server of pages for this machine alone. */
export interface PageServer {
  /** The address to open, with the secret path and a slash at its end. */
  readonly url: string;
  /** Ends every connection, and its sockets with a word of farewell; never waits longer than a second. */
  close(): Promise<void>;
}

export interface PageServerInput {
  /** 1 … 65535; undefined: 8089, or any that is free. */
  readonly port: number | undefined;
  readonly routes: Routes;
  /** Who talks to the WebSockets at `live`; absent: there are none. */
  readonly onSocket?: OnSocket;
}

/** Locust's own, which hands know. */
const USUAL_PORT = 8_089;
/** 128 bits: nobody else on the machine guesses it. */
const SECRET_BYTES = 16;
const MOST_CONNECTIONS = 64;

/**
 * Serves pages on 127.0.0.1, below a path that only the printed address knows. Whoever comes with another Host (a name that was rebound to this machine), from
 * another page, or with anything but GET and HEAD is turned away. A port that was asked for and is taken is a GateError.
 */
export async function servePages({ port, routes, onSocket }: PageServerInput): Promise<PageServer> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const server = http.createServer();
  server.maxConnections = MOST_CONNECTIONS;
  const wires = new Set<Socket>();
  server.on('connection', (wire: Socket) => {
    wires.add(wire);
    wire.once('close', () => wires.delete(wire));
  });
  const address: PageAddress = { secret, port: port === undefined ? await listenSomewhere(server) : await listenThere(server, port) };
  const find = typeof routes === 'function' ? routes : (path: string) => routes.get(path);
  const sockets = openPageSockets(server, address, onSocket);
  server.on('request', (request, response) => {
    const admitted = admitRequest(request, address);
    if (admitted.kind === 'refused') answerText(response, admitted.status, admitted.text, admitted.headers);
    else answer(request, response, find(admitted.path));
  });
  // Bytes that are no HTTP: Node's own answer is 400, and it must not be an error of ours.
  server.on('clientError', (_error, wire) => void wire.destroy());
  return {
    url: `http://127.0.0.1:${address.port}/${secret}/`,
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      await sockets.close();
      for (const wire of wires) wire.destroy();
      await closed;
    },
  };
}

async function listenSomewhere(server: http.Server): Promise<number> {
  try {
    return await listen(server, USUAL_PORT);
  } catch {
    return listen(server, 0);
  }
}

async function listenThere(server: http.Server, port: number): Promise<number> {
  try {
    return await listen(server, port);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'is taken' : 'cannot be used';
    throw new GateError('LOAD_GATE_PORT_TAKEN', `the port ${port} of this machine ${why}`, {
      hint: 'name another one, or none: then any that is free is used',
      cause,
    });
  }
}

function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function answer(request: http.IncomingMessage, response: http.ServerResponse, route: Route | undefined): void {
  if (!route) {
    answerText(response, 404, 'There is nothing here.\n');
    return;
  }
  let body: string | Buffer;
  try {
    body = route.body();
  } catch {
    // What broke may hold text that is not for a page.
    answerText(response, 500, 'This could not be made.\n');
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(200, {
    ...describeSafety(route.policy),
    'content-type': route.contentType,
    'content-length': bytes.length,
    ...(route.downloadAs !== undefined && { 'content-disposition': `attachment; filename="${route.downloadAs}"` }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function answerText(response: http.ServerResponse, status: number, text: string, headers: http.OutgoingHttpHeaders = {}): void {
  // A request that is turned away may have a body that nobody reads.
  response.writeHead(status, { ...describeSafety(), 'content-type': 'text/plain; charset=utf-8', connection: 'close', ...headers });
  response.end(text);
}

/** What every answer says: nothing is stored, guessed, framed, told to others, or used by another page. */
function describeSafety(policy = "default-src 'none'"): http.OutgoingHttpHeaders {
  return {
    'cache-control': 'no-store',
    'content-security-policy': `${policy}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
