import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { admitRequest, isOwnOrigin, type PageAddress } from './admit-request.ts';

/** One page that is connected. */
export interface PageSocket {
  /** `sent` is called when the text has left this process, or the page is gone. */
  send(text: Buffer | string, sent: () => void): void;
  /** Ends it: it has said what no page says. */
  refuse(why: string): void;
}

/** What comes from a page; its text is not to be trusted. */
export interface PageListener {
  onText(text: string): void;
  onGone(): void;
}

export type OnSocket = (socket: PageSocket) => PageListener;

/** All connected pages. */
export interface PageSockets {
  /** Says good-bye to each, and cuts those that do not answer within a second. */
  close(): Promise<void>;
}

/** Longest message of a page; the start form with a hundred phases is far below. */
const MOST_BYTES = 64 * 1_024;
const MOST_PAGES = 16;
const PATIENCE_MS = 1_000;
/** RFC 6455, section 7.4.1. */
const AGAINST_THE_RULES = 1_008;
const GOING_AWAY = 1_001;

/** Takes WebSockets at `live` below the secret path, from pages of this server; others are turned away before they are open. */
export function openPageSockets(server: Server, address: PageAddress, onSocket: OnSocket | undefined): PageSockets {
  const pages = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  let isClosing = false;
  server.on('upgrade', (request, wire: Duplex, head: Buffer) => {
    wire.on('error', () => wire.destroy());
    const admitted = admitRequest(request, address);
    if (admitted.kind === 'refused') refuseUpgrade(wire, admitted.status, admitted.text);
    else if (!onSocket || admitted.path !== 'live') refuseUpgrade(wire, 404, 'There is nothing here.\n');
    else if (!isOwnOrigin(request)) refuseUpgrade(wire, 403, 'Only the page itself may connect.\n');
    else if (isClosing) refuseUpgrade(wire, 503, 'load-gate has ended.\n');
    else if (pages.clients.size >= MOST_PAGES) refuseUpgrade(wire, 503, `There are ${MOST_PAGES} pages already; close one.\n`);
    else pages.handleUpgrade(request, wire, head, (socket) => attend(socket, onSocket));
  });
  return {
    close: () => {
      isClosing = true;
      return sayGoodbye(pages);
    },
  };
}

function attend(socket: WebSocket, onSocket: OnSocket): void {
  const listener = onSocket({
    send: (text, sent) => {
      if (socket.readyState === socket.OPEN) socket.send(text, { binary: false }, sent);
      else sent();
    },
    refuse: (why) => socket.close(AGAINST_THE_RULES, why),
  });
  // A message that is too long or broken ends the connection by itself; there is nothing more to say about it.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => listener.onGone());
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (isBinary) socket.close(AGAINST_THE_RULES, 'text only');
    else listener.onText((data as Buffer).toString());
  });
}

async function sayGoodbye(pages: WebSocketServer): Promise<void> {
  const gone = [...pages.clients].map((socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())));
  for (const socket of pages.clients) socket.close(GOING_AWAY, 'load-gate has ended');
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([Promise.all(gone), patience]);
  clearTimeout(timer);
  for (const socket of pages.clients) socket.terminate();
  pages.close();
}

function refuseUpgrade(wire: Duplex, status: number, text: string): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'connection: close',
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
  ];
  wire.once('finish', () => wire.destroy());
  wire.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
