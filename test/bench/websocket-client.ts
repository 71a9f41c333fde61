import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket, WebSocketServer } from 'ws';
import type { SocketHandler, SocketLink } from '../../src/load/websocket/socket-transport.ts';
import { WsTransport } from '../../src/load/websocket/ws-transport.ts';
import { RunClock } from '../../src/load/time/run-clock.ts';

/**
 * The WebSocket client beside a bare `ws`: memory of an idle connection, and echo round trips per second of CPU. Each runs in a process of its own, so does
 * the server. Run by hand: node test/bench/websocket-client.ts [connections] [seconds] [rounds]
 */
const IDLE = Number(process.argv[2] ?? 10_000);
const SECONDS = Number(process.argv[3] ?? 5);
const ROUNDS = Number(process.argv[4] ?? 3);
const BUSY = 100;
/** Connects that are under way at the same time. */
const AT_ONCE = 100;
const MESSAGE = JSON.stringify({ type: 'chat', room: 'lobby', text: 'good morning everybody', id: 12_345 });

/** One client as both measurements need it; `onMessage` may send at once. */
type Open = (url: string, onMessage: (send: (message: string) => void) => void) => Promise<(message: string) => void>;

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

const openWs: Open = (url, onMessage) =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const send = (message: string): void => socket.send(message);
    socket.on('open', () => resolve(send));
    socket.on('message', () => onMessage(send));
    socket.on('error', fail);
  });

/** What a session is: a handler without closures. */
class OwnHandler implements SocketHandler {
  link: SocketLink | undefined;
  readonly #onMessage: Parameters<Open>[1];
  #opened: ((send: (message: string) => void) => void) | undefined;

  constructor(onMessage: Parameters<Open>[1], opened: (send: (message: string) => void) => void) {
    this.#onMessage = onMessage;
    this.#opened = opened;
  }

  readonly send = (message: string): void => void this.link?.send(message);

  socketOpened(): void {
    this.#opened?.(this.send);
    this.#opened = undefined;
  }

  socketMessage(): void {
    this.#onMessage(this.send);
  }

  socketPong(): void {}

  socketEnded({ failure }: { readonly failure: unknown }): void {
    fail(failure);
  }
}

function ownOpener(): Open {
  const tls = { ca: undefined, cert: undefined, key: undefined, insecure: false };
  const settings = { limit: undefined, http2: false, proxy: undefined, tls };
  const proxies = { http: undefined, https: undefined, none: undefined };
  const transport = new WsTransport(new RunClock(process.hrtime.bigint()), [settings], proxies);
  return (url, onMessage) =>
    new Promise((resolve) => {
      const handler = new OwnHandler(onMessage, resolve);
      const origin = url.replace('ws:', 'http:');
      handler.link = transport.open({ origin, path: '/', headers: [], connection: 0, subprotocol: undefined, deflate: false }, handler);
    });
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await sleep(100);
  }
}

/** Bytes of resident memory for each idle connection that has sent and received a message. */
async function measureMemory(open: Open, url: string): Promise<number> {
  const kept: unknown[] = [];
  const openMany = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - done);
      const sends = await Promise.all(Array.from({ length }, () => open(url, () => undefined)));
      // Used once: what a connection takes with its first message is part of it.
      for (const send of sends) send(MESSAGE);
      kept.push(sends);
    }
  };
  // What is loaded and compiled by the first connections is not theirs.
  await openMany(AT_ONCE);
  await settle();
  const before = process.memoryUsage.rss();
  await openMany(IDLE);
  await settle();
  return (process.memoryUsage.rss() - before) / IDLE;
}

/** Echo round trips per second of CPU. */
async function measureEcho(open: Open, url: string): Promise<number> {
  let trips = 0;
  const onMessage = (send: (message: string) => void): void => {
    trips++;
    send(MESSAGE);
  };
  for (let index = 0; index < BUSY; index++) (await open(url, onMessage))(MESSAGE);
  await sleep(500);
  const before = process.cpuUsage();
  const tripsBefore = trips;
  await sleep(SECONDS * 1_000);
  const { user, system } = process.cpuUsage(before);
  return (trips - tripsBefore) / ((user + system) / 1e6);
}

function serve(): void {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', backlog: 4_096, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    socket.on('error', () => socket.terminate());
  });
  server.on('listening', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.send?.(`ws://127.0.0.1:${address.port}`);
  });
}

function start(role: string, url = ''): ChildProcess {
  return fork(import.meta.filename, process.argv.slice(2, 5), { execArgv: ['--expose-gc'], env: { ...process.env, ROLE: role, URL: url } });
}

async function ask(role: string): Promise<number> {
  const server = start('server');
  const [url] = (await once(server, 'message')) as [string];
  const client = start(role, url);
  const [value] = (await once(client, 'message')) as [number];
  client.kill();
  server.kill();
  return value;
}

async function main(): Promise<void> {
  const memory: readonly number[] = [await ask('memory own'), await ask('memory ws')];
  const [own = 0, bare = 0] = memory.map((bytes) => bytes / 1_024);
  console.log(`idle connections (${IDLE}): ${own.toFixed(1)} KB each, bare ws ${bare.toFixed(1)} KB`);
  for (let round = 0; round < ROUNDS; round++) {
    const ownTrips = await ask('echo own');
    const bareTrips = await ask('echo ws');
    const ratio = (ownTrips / bareTrips).toFixed(2);
    console.log(`echo round trips per second of CPU: ${ownTrips.toFixed(0)}, bare ws ${bareTrips.toFixed(0)}: ${ratio} times`);
  }
}

const { ROLE: role = '', URL: url = '' } = process.env;
process.on('disconnect', () => process.exit());
if (role === '') {
  await main();
} else if (role === 'server') {
  serve();
} else {
  const open = role.endsWith('own') ? ownOpener() : openWs;
  process.send?.(await (role.startsWith('memory') ? measureMemory(open, url) : measureEcho(open, url)));
}
