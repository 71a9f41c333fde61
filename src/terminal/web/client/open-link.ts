import type { FromPage, ToPage } from '../live-messages.ts';

/** Who is told what comes. */
export interface LinkEvents {
  /** A connection that tells everything from the start. */
  onOpen(): void;
  onMessage(message: ToPage): void;
  /** Neither JSON nor anything that could be taken in. */
  onGarbage(): void;
  onLost(): void;
}

export interface ServerLink {
  /** False: there is no connection, and nothing was sent. */
  send(message: FromPage): boolean;
  /** Nothing more will come, so a connection that ends is left alone. */
  leave(): void;
}

/** Seconds before it is tried again; the last one goes on. */
const WAITS_SEC = [1, 2, 5, 10];

/** Connects to the server that this page came from, again and again where that fails. */
export function openLink(events: LinkEvents): ServerLink {
  const address = new URL('live', location.href);
  address.protocol = 'ws:';
  let socket: WebSocket | undefined;
  let failures = 0;
  let isLeft = false;
  const connect = (): void => {
    const opened = new WebSocket(address);
    socket = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      events.onOpen();
    });
    opened.addEventListener('message', ({ data }) => {
      try {
        events.onMessage(JSON.parse(String(data)) as ToPage);
      } catch {
        events.onGarbage();
      }
    });
    opened.addEventListener('close', () => {
      if (isLeft) return;
      events.onLost();
      const waitSec = WAITS_SEC[Math.min(failures, WAITS_SEC.length - 1)] ?? 1;
      failures += 1;
      setTimeout(connect, waitSec * 1_000);
    });
  };
  connect();
  return {
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    leave: () => {
      isLeft = true;
    },
  };
}
