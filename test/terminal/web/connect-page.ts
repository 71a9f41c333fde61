import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** The WebSocket that a page has, as a test holds it. */
export interface ConnectedPage {
  /** The next message that has not been taken yet. */
  next(): Promise<string>;
  /** All so far, taken or not. */
  readonly messages: readonly string[];
  send(message: string | Buffer): void;
  /** Reads nothing any more, and does not answer a farewell. */
  pause(): void;
  terminate(): void;
  close(): Promise<void>;
  /** The code with which the other side has ended it. */
  readonly closed: Promise<number>;
  /** Resolves when something has become true; a test that waits in vain fails by its own limit. */
  until(isTrue: () => boolean): Promise<void>;
}

const LONGEST_MS = 20_000;

/** Connects to `live` of a page server as browsers do; rejects with the status where the handshake is refused. */
export async function connectPage(
  url: string,
  { origin, host, path }: { readonly origin?: string; readonly host?: string; readonly path?: string },
): Promise<ConnectedPage> {
  const address = new URL(path ?? 'live', url);
  address.protocol = 'ws:';
  const socket = new WebSocket(address, { ...(origin !== undefined && { origin }), headers: host === undefined ? {} : { host } });
  const messages: string[] = [];
  let taken = 0;
  socket.on('message', (data: Buffer) => void messages.push(data.toString()));
  const closed = new Promise<number>((resolve) => void socket.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.on('error', reject);
  });
  const until = async (isTrue: () => boolean): Promise<void> => {
    for (let waitedMs = 0; !isTrue(); waitedMs += 5) {
      assert.ok(waitedMs < LONGEST_MS, 'it has not come');
      await sleep(5);
    }
  };
  return {
    messages,
    next: async () => {
      await until(() => messages.length > taken);
      return messages[taken++] ?? '';
    },
    send: (message) => socket.send(message),
    pause: () => socket.pause(),
    terminate: () => socket.terminate(),
    close: async () => {
      socket.close();
      await closed;
    },
    closed,
    until,
  };
}
