import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A target on 127.0.0.1 that lives in the test's own process. */
export interface Target {
  readonly url: string;
  /** Resolves when it has received `count` requests in all. */
  received(count: number): Promise<void>;
  /** Requests so far. */
  count(): number;
  /** Cuts what is open and refuses what comes. */
  stop(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts it; a path without an answer of its own gets `{"ok":true}`. */
export async function startTarget(answers: Readonly<Record<string, Answer>> = {}): Promise<Target> {
  let count = 0;
  const waiting = new Set<{ readonly at: number; readonly resolve: () => void }>();
  const server = createServer((request, response) => {
    count++;
    for (const entry of waiting) {
      if (count < entry.at) continue;
      waiting.delete(entry);
      entry.resolve();
    }
    const answer = answers[(request.url ?? '/').split('?')[0] ?? '/'];
    if (answer) answer(request, response);
    else response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received: (at) =>
      new Promise((resolve) => {
        if (count >= at) resolve();
        else waiting.add({ at, resolve });
      }),
    count: () => count,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
