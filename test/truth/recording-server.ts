import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  /** Of the jar: `sid=3`; empty without one. */
  readonly cookie: string;
  readonly atMs: number;
  /** Of the connection: the client's port. */
  readonly port: number;
}

export interface RecordingServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** The urls of the requests whose path begins so, in order of arrival. */
  urlsOf(prefix: string): readonly string[];
}

/**
 * A server inside of the test that remembers every request, for what counters cannot tell. `/login` gives a new `sid` cookie and token, anything else `{"ok":true}`,
 * after `waitMs`.
 */
export async function startRecordingServer(waitMs = 0): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  let sessions = 0;
  const server = http.createServer({ keepAliveTimeout: 600_000 }, (request, reply) => {
    const url = request.url ?? '';
    requests.push({
      method: request.method ?? '',
      url,
      cookie: request.headers.cookie ?? '',
      atMs: performance.now(),
      port: request.socket.remotePort ?? 0,
    });
    request.resume();
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    let body = '{"ok":true}';
    if (url.startsWith('/login')) {
      const id = ++sessions;
      headers['set-cookie'] = `sid=${id}; Path=/`;
      body = JSON.stringify({ token: `t${id}`, ids: [id * 10, id * 10 + 1] });
    }
    const answer = (): void => {
      reply.writeHead(200, headers);
      reply.end(body);
    };
    if (waitMs === 0) answer();
    else setTimeout(answer, waitMs);
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    urlsOf: (prefix) => requests.map(({ url }) => url).filter((url) => url.startsWith(prefix)),
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** How often each text occurs. */
export function tally(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
