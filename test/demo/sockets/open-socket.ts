import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';

/** A `ws` client that keeps everything that comes, as text. */
export interface TestSocket {
  readonly socket: WebSocket;
  readonly messages: readonly string[];
  /** Resolves when so many messages have come; rejects when the connection ends before. */
  readonly received: (count: number) => Promise<readonly string[]>;
  /** Text and bytes as they are, anything else as JSON. */
  readonly send: (message: unknown) => void;
  /** Close code and reason. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** What a client saw of a handshake. */
export type Opening = { readonly open: TestSocket } | { readonly status: number } | { readonly error: string };

/** Opens a connection; never rejects. `url` is the server's, http or https. */
export function tryOpen(url: string, options: ClientOptions & { readonly protocols?: readonly string[] } = {}): Promise<Opening> {
  const { protocols = [], ...rest } = options;
  const socket = new WebSocket(url.replace(/^http/, 'ws'), [...protocols], { perMessageDeflate: false, ...rest });
  const messages: string[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on('message', (data) => {
    messages.push(Buffer.isBuffer(data) ? data.toString() : '');
    for (const check of waiting) check();
  });
  const received = (count: number): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (messages.length < count) return;
        waiting.delete(check);
        resolve(messages.slice(0, count));
      };
      waiting.add(check);
      void closed.then(({ code }) => reject(new Error(`closed with ${code} after ${messages.length} messages`)));
      check();
    });
  const open: TestSocket = {
    socket,
    messages,
    received,
    send: (message) => socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    closed,
  };
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ open }));
    socket.once('unexpected-response', (_, answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0 });
    });
    socket.on('error', (error) => resolve({ error: error.message }));
  });
}

/** Opens a connection; rejects when it is not let in. */
export async function openSocket(url: string, options?: Parameters<typeof tryOpen>[1]): Promise<TestSocket> {
  const opening = await tryOpen(url, options);
  if ('open' in opening) return opening.open;
  throw new Error(`not let in: ${JSON.stringify(opening)}`);
}

/** Waits until it holds; a test that waits in vain is ended by the runner. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}
