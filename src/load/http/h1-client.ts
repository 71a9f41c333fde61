import type { Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
import { H1Parser, H1ProtocolError, type ResponseHeaders, type ResponseSink } from './h1-parser.ts';
import { declaredLength, joinRequest, renderHead, type H1Request } from './h1-request.ts';

/** Idle sockets are given up this long before the server would; of a short time half of it is used. */
const KEEP_ALIVE_MARGIN_US = 1_000_000;

/** What a client of one connection must offer; undici's do. */
export interface OneConnectionClient {
  dispatch(request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean;
  destroy(error: Error | null): Promise<void>;
}

type Connect = (options: buildConnector.Options, callback: buildConnector.Callback) => void;

/** The other side ended where it should not; the code is undici's, so that both ways are classed alike. */
class ConnectionClosed extends Error {
  readonly code = 'UND_ERR_SOCKET';
}

class LengthMismatch extends Error {
  readonly code = 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH';
}

// undici's handlers get a controller; those of this tool make no use of it, and must not: what it does is only true of undici.
const NO_CONTROLLER: Dispatcher.DispatchController = Object.freeze({
  aborted: false,
  paused: false,
  reason: null,
  rawHeaders: null,
  rawTrailers: null,
  abort: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
});

/**
 * The fast path: HTTP/1.1 without TLS and proxy on one connection, one request at a time. It takes what undici's Client takes and tells its handler the same,
 * at about 60 % of the CPU: one write for head and body, no timers, no parser in another memory, headers read once. It reconnects when it must.
 */
export class H1Client implements OneConnectionClient, ResponseSink {
  readonly #url: URL;
  readonly #connect: Connect;
  readonly #idleUs: number;
  readonly #clock: { nowUs(): number };
  readonly #parser = new H1Parser(this);
  #socket: Socket | undefined;
  /** Of the request that is under way. */
  #handler: Dispatcher.DispatchHandler | undefined;
  #request: H1Request | undefined;
  #wasSent = false;
  #isWriting = false;
  #idleUntilUs = 0;
  /** The request has asked for the connection to end with it. */
  #closesAfter = false;
  #destroyed = false;

  /** `connect` is asked for a new TCP connection; an idle one is given up after `idleMs`, or sooner when the server says so. */
  constructor(origin: string, connect: Connect, options: { readonly idleMs: number; readonly clock: { nowUs(): number } }) {
    this.#url = new URL(origin);
    this.#connect = connect;
    this.#idleUs = options.idleMs * 1_000;
    this.#clock = options.clock;
  }

  dispatch(request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (this.#handler || this.#destroyed) throw new Error('the connection is in use');
    this.#handler = handler;
    // The only caller is the transport, which has put a call's fields there.
    this.#request = request as unknown as H1Request;
    this.#wasSent = false;
    if (!this.#socket) {
      this.#open();
    } else if (this.#clock.nowUs() >= this.#idleUntilUs) {
      this.#drop();
      this.#open();
    } else {
      // A turn of the event loop, so that an end that is on its way already is seen before a request is lost to it.
      setImmediate(this.#sendOnUsed);
    }
    return true;
  }

  /** Ends it at once; nothing more is told to any handler. */
  destroy(): Promise<void> {
    this.#destroyed = true;
    this.#handler = undefined;
    this.#drop();
    return Promise.resolve();
  }

  onHead(status: number, headers: ResponseHeaders): void {
    this.#idleUntilUs = this.#clock.nowUs() + this.#idleTime(headers['keep-alive']);
    this.#handler?.onResponseStart?.(NO_CONTROLLER, status, headers);
  }

  onData(chunk: Buffer): void {
    this.#handler?.onResponseData?.(NO_CONTROLLER, chunk);
  }

  onEnd(reusable: boolean): void {
    const handler = this.#handler;
    this.#handler = undefined;
    this.#request = undefined;
    // An answer that comes before all of the request is out ends the connection, too: the rest must not be taken for another request.
    if (!reusable || this.#isWriting || this.#closesAfter) this.#drop();
    handler?.onResponseEnd?.(NO_CONTROLLER, {});
  }

  readonly #sendOnUsed = (): void => {
    if (!this.#handler) return;
    if (this.#socket) this.#send(this.#socket);
    else this.#open();
  };

  #open(): void {
    const { host, hostname, protocol, port } = this.#url;
    const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
    this.#connect({ host, hostname: bare, protocol, port }, (error, socket) => {
      if (error || !socket) {
        this.#fail(error ?? new ConnectionClosed('there is no connection'));
      } else if (this.#destroyed) {
        socket.destroy();
      } else {
        this.#listen(socket);
        this.#send(socket);
      }
    });
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      if (socket !== this.#socket) return;
      try {
        this.#parser.execute(chunk);
      } catch (thrown) {
        // Closed: what a handler throws is a bug, which must end the worker and not look like the server's.
        if (!(thrown instanceof H1ProtocolError)) throw thrown;
        this.#breakOff(socket, thrown);
      }
    });
    socket.on('end', () => {
      if (socket === this.#socket && !this.#parser.finish()) this.#breakOff(socket, new ConnectionClosed('other side closed'));
    });
    socket.on('error', (error) => this.#breakOff(socket, error));
    socket.on('close', () => this.#breakOff(socket, new ConnectionClosed('closed')));
  }

  #send(socket: Socket): void {
    const request = this.#request;
    if (!request) return;
    this.#wasSent = true;
    try {
      this.#handler?.onRequestStart?.(NO_CONTROLLER, null);
      const { head, closes } = renderHead(request, this.#url.host);
      this.#closesAfter = closes;
      this.#parser.expect(request.method);
      const whole = joinRequest(head, request.body);
      if (whole !== undefined) {
        socket.write(whole, 'latin1');
      } else if (typeof request.body === 'string' || request.body instanceof Uint8Array) {
        socket.cork();
        socket.write(head, 'latin1');
        socket.write(request.body);
        socket.uncork();
      } else {
        socket.write(head, 'latin1');
        void this.#stream(socket, request.body);
      }
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  /** Never rejects: a body that cannot be read is the request's failure. */
  async #stream(socket: Socket, body: H1Request['body']): Promise<void> {
    const handler = this.#handler;
    let left = declaredLength(this.#request?.headers ?? []) ?? 0;
    this.#isWriting = true;
    try {
      for await (const chunk of body ?? []) {
        if (socket !== this.#socket || this.#handler !== handler) return;
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
        left -= bytes.byteLength;
        if (left < 0) break;
        if (!socket.write(bytes)) await drained(socket);
      }
      if (socket !== this.#socket || this.#handler !== handler) return;
      if (left !== 0) throw new LengthMismatch('the body is not as long as its content-length says');
      this.#isWriting = false;
    } catch (thrown) {
      this.#breakOff(socket, thrown);
    }
  }

  /** The connection is of no use any more; a request that is under way on it fails. */
  #breakOff(socket: Socket, thrown: unknown): void {
    if (socket !== this.#socket) return;
    this.#drop();
    // A request that is still waiting for its turn has lost nothing: it goes over a new connection.
    if (this.#handler && this.#wasSent) this.#fail(thrown);
  }

  #fail(thrown: unknown): void {
    const handler = this.#handler;
    this.#handler = undefined;
    this.#request = undefined;
    handler?.onResponseError?.(NO_CONTROLLER, thrown instanceof Error ? thrown : new Error(String(thrown)));
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#isWriting = false;
    socket?.destroy();
  }

  #idleTime(keepAlive: string | string[] | undefined): number {
    if (keepAlive === undefined) return this.#idleUs;
    const hint = /(?:^|[,;\s])timeout=(\d{1,9})/i.exec(String(keepAlive))?.[1];
    if (hint === undefined) return this.#idleUs;
    const hintUs = Number(hint) * 1_000_000;
    return Math.min(this.#idleUs, Math.max(hintUs / 2, hintUs - KEEP_ALIVE_MARGIN_US));
  }
}

/** Resolves when more may be written, or when the socket is closed. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.once('drain', done).once('close', done);
  });
}
