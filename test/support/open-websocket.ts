import { readProxyEnvironment } from '../../src/load/socket/choose-proxy.ts';
import type { SocketEnd, SocketHandler, SocketLink, SocketOpening } from '../../src/load/websocket/socket-transport.ts';
import { WsTransport } from '../../src/load/websocket/ws-transport.ts';
import { RunClock } from '../../src/load/time/run-clock.ts';
import type { ConnectionSettings } from '../../src/plan/program.ts';
import { PLAIN } from './send-call.ts';

/** A WebSocket that writes down what it hears. */
export class HeardSocket implements SocketHandler {
  link!: SocketLink;
  headers: Readonly<Record<string, string | string[] | undefined>> | undefined;
  readonly messages: (string | Buffer)[] = [];
  pongs = 0;
  readonly ends: SocketEnd[] = [];
  /** `open` has returned. */
  isReturned = false;
  /** What happened before it did: nothing should. */
  tooEarly = 0;
  #waiting: (() => void)[] = [];

  /** Resolves as soon as it is so. */
  async until(isSo: (heard: this) => boolean): Promise<this> {
    while (!isSo(this)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this;
  }

  opened(): Promise<this> {
    return this.until(({ headers, ends }) => headers !== undefined || ends.length > 0);
  }

  async ended(): Promise<SocketEnd> {
    const [end] = (await this.until(({ ends }) => ends.length > 0)).ends;
    if (!end) throw new Error('it has not ended');
    return end;
  }

  socketOpened(headers: Readonly<Record<string, string | string[] | undefined>>): void {
    this.headers = headers;
    this.#tell();
  }

  socketMessage(payload: Buffer, isText: boolean): void {
    this.messages.push(isText ? payload.toString('utf8') : Buffer.from(payload));
    this.#tell();
  }

  socketPong(): void {
    this.pongs++;
    this.#tell();
  }

  socketEnded(end: SocketEnd): void {
    this.ends.push(end);
    this.#tell();
  }

  #tell(): void {
    if (!this.isReturned) this.tooEarly++;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** A transport with one set of settings, closed with the block. */
export class TestSockets implements Disposable {
  readonly transport: WsTransport;

  constructor(settings: Partial<ConnectionSettings> = {}, env: Readonly<Record<string, string>> = {}) {
    this.transport = new WsTransport(new RunClock(process.hrtime.bigint()), [{ ...PLAIN, ...settings }], readProxyEnvironment(env));
  }

  /** To a URL with http or https. */
  open(url: string, wishes: Partial<SocketOpening> = {}, heard: HeardSocket = new HeardSocket()): HeardSocket {
    const { origin, pathname, search } = new URL(url);
    const plain = { headers: [], connection: 0, subprotocol: undefined, deflate: false };
    heard.link = this.transport.open({ origin, path: pathname + search, ...plain, ...wishes }, heard);
    heard.isReturned = true;
    return heard;
  }

  [Symbol.dispose](): void {
    this.transport.close();
  }
}
