import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { Failure } from '../http/check-response.ts';
import { H1ProtocolError } from '../http/h1-parser.ts';
import { classifyError, type CallStage } from '../socket/classify-error.ts';
import type { SocketOpener, SocketTrace } from '../socket/open-socket.ts';
import type { Clock } from '../time/run-clock.ts';
import { FrameParser, type FrameSink } from './frame-parser.ts';
import type { FrameWriter } from './frame-writer.ts';
import type { Handshake, HandshakeAnswer } from './handshake.ts';
import type { SocketHandler, SocketLink } from './socket-transport.ts';
import { WsProtocolError } from './ws-protocol-error.ts';

/** How long the other side has to end, too, once all is said. */
const LINGER_MS = 2_000;
/** A server that does not read what we answer gets no pongs beyond this: its pings must not fill our memory. */
const MOST_UNREAD_BYTES = 65_536;
/** Bytes; a close frame has room for 123 (RFC 6455 section 5.5), so that a longer reason has been cut to fit. */
const MAYBE_CUT_REASON = 120;
/** A close frame without a code (RFC 6455 section 7.1.5), and an end without a close frame. */
const NO_CODE = 1_005;
const NO_FRAME = 1_006;

/** The way to one origin with one set of settings; all its connections go it. */
export interface Route {
  readonly opener: SocketOpener;
  readonly target: buildConnector.Options;
  /** Sockets out of a tunnel do not read into the common buffer. */
  readonly isTunnel: boolean;
}

/** What all connections share. */
export interface LinkHost {
  readonly clock: Clock;
  readonly writer: FrameWriter;
  /** The connection is no more. */
  forget(link: WsLink): void;
}

/** The other side ended before it answered; the code is undici's, so that HTTP and WebSockets are classed alike. */
class ConnectionClosed extends Error {
  readonly code = 'UND_ERR_SOCKET';
}

/**
 * One WebSocket. States and what leads on:
 *
 *   connecting  the way to the target and the opening handshake → open
 *   open        messages go both ways
 *   closing     all is said: what comes is only read until the other side ends, or its time is over
 *   over        nothing is left of it
 */
export class WsLink implements SocketLink, SocketTrace, FrameSink {
  stage: CallStage = 'connect';
  connectUs = -1;
  tlsUs = -1;
  headUs = -1;
  status = 0;
  socketError: Error | undefined;
  opening: { destroy(): unknown } | undefined;
  readonly #host: LinkHost;
  #state: 'connecting' | 'open' | 'closing' | 'over' = 'connecting';
  /** Undefined: nobody hears any more. */
  #handler: SocketHandler | undefined;
  #handshake: Handshake | undefined;
  #parser: FrameParser | undefined;
  #deflates = false;
  #socket: Socket | undefined;
  #lingersUntilUs = 0;

  constructor(host: LinkHost, handler: SocketHandler) {
    this.#host = host;
    this.#handler = handler;
  }

  get bufferedBytes(): number {
    return this.#socket?.writableLength ?? 0;
  }

  /** Sets out to the target. Throws what the opener throws. */
  connect({ opener, target, isTunnel }: Route, handshake: Handshake): void {
    this.#handshake = handshake;
    opener.open(this, target, (error, socket) => {
      if (this.#state !== 'connecting') socket?.destroy();
      else if (socket) this.#shake(socket, isTunnel);
      else this.fail(error);
    });
  }

  /** Takes in what came and keeps no reference to it. */
  read(bytes: Buffer): void {
    if (this.#state === 'closing' && this.#host.clock.nowUs() > this.#lingersUntilUs) {
      this.destroy();
      return;
    }
    try {
      if (this.#state === 'connecting') this.#readAnswer(bytes);
      else this.#parser?.execute(bytes);
    } catch (thrown) {
      // Closed: what a handler throws is a bug, which must end the worker and not look like the server's.
      if (!(thrown instanceof WsProtocolError || thrown instanceof H1ProtocolError)) throw thrown;
      this.#breakOff(thrown);
    }
  }

  send(message: string | Uint8Array): number {
    const socket = this.#openSocket();
    const { writer } = this.#host;
    const { bytes, size } = this.#deflates ? writer.compressedMessage(message) : writer.message(message);
    socket.write(bytes);
    return size;
  }

  ping(): void {
    this.#openSocket().write(this.#host.writer.ping());
  }

  close(code: number): void {
    this.#handler = undefined;
    if (this.#state === 'open') this.#sayGoodbye(code);
    else if (this.#state === 'connecting') this.destroy();
  }

  destroy(): void {
    this.#handler = undefined;
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#parser?.stop();
    this.#parser = undefined;
    this.#handshake = undefined;
    this.opening?.destroy();
    this.#socket?.destroy();
    this.#host.forget(this);
  }

  /** It could not be opened. */
  fail(thrown: unknown): void {
    if (this.#state !== 'connecting') return;
    const { class: kind, reason, message } = classifyError(thrown, this.stage);
    this.#over({ class: kind, reason, sample: message });
  }

  onMessage(payload: Buffer, isText: boolean): void {
    this.#handler?.socketMessage(payload, isText, this.#host.clock.nowUs());
  }

  onPing(payload: Buffer): void {
    const socket = this.#socket;
    if (socket && this.#state === 'open' && socket.writableLength <= MOST_UNREAD_BYTES) socket.write(this.#host.writer.pong(payload));
  }

  onPong(): void {
    this.#handler?.socketPong(this.#host.clock.nowUs());
  }

  onClose(code: number, reason: string): void {
    // The answer to our own: the server ends the connection now.
    if (this.#state !== 'open') return;
    this.#sayGoodbye(code === NO_CODE ? undefined : code);
    const words = reason === '' ? '' : `: ${JSON.stringify(withoutCutWord(reason))}`;
    this.#tellEnd({ class: 'ws-close', reason: `closed ${code}`, sample: `the server closed with ${code}${words}` }, code);
  }

  #shake(socket: Socket, isTunnel: boolean): void {
    this.#socket = socket;
    if (isTunnel) socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('end', () => this.#gone());
    socket.on('close', () => this.#gone());
    if (this.#handshake) socket.write(this.#handshake.request, 'latin1');
  }

  #readAnswer(bytes: Buffer): void {
    const answer = this.#handshake?.read(bytes);
    if (!answer) return;
    this.#handshake = undefined;
    this.headUs = this.#host.clock.nowUs();
    this.stage = 'body';
    if (answer.kind === 'open') {
      this.#begin(answer);
      return;
    }
    const { status } = answer;
    this.status = status;
    this.#over({ class: 'status', reason: `status ${status}`, sample: `the handshake was answered ${status}` });
  }

  #begin({ headers, deflates, rest }: HandshakeAnswer & { readonly kind: 'open' }): void {
    this.status = 101;
    this.#state = 'open';
    this.#deflates = deflates;
    const parser = new FrameParser(this, deflates);
    this.#parser = parser;
    this.#handler?.socketOpened(headers, this.headUs);
    if (rest.length > 0) this.#parser?.execute(rest);
  }

  /** What came cannot be understood. */
  #breakOff(thrown: WsProtocolError | H1ProtocolError): void {
    this.#parser?.stop();
    if (this.#state === 'connecting') {
      this.fail(thrown);
    } else if (this.#state === 'open') {
      this.#sayGoodbye(thrown instanceof WsProtocolError ? thrown.closeCode : undefined);
      this.#tellEnd({ class: 'protocol', reason: `protocol ${thrown.code}`, sample: thrown.message }, undefined);
    } else {
      this.destroy();
    }
  }

  /** The other side has ended, or the connection broke. */
  #gone(): void {
    if (this.#state === 'connecting') {
      this.fail(this.socketError ?? new ConnectionClosed('other side closed'));
      return;
    }
    const sample = this.socketError ? `the connection broke: ${this.socketError.message}` : 'closed without a close frame';
    this.#over({ class: 'ws-close', reason: `closed ${NO_FRAME}`, sample });
  }

  /** Over at once, and told, if anybody still hears. */
  #over(failure: Failure): void {
    const handler = this.#handler;
    this.destroy();
    handler?.socketEnded({ failure, code: undefined }, this.#host.clock.nowUs());
  }

  #tellEnd(failure: Failure, code: number | undefined): void {
    const handler = this.#handler;
    this.#handler = undefined;
    handler?.socketEnded({ failure, code }, this.#host.clock.nowUs());
  }

  /** A close frame; then the server is to end the connection first, so that the port is free again at once (RFC 6455 section 7.1.1). */
  #sayGoodbye(code: number | undefined): void {
    this.#state = 'closing';
    this.#lingersUntilUs = this.#host.clock.nowUs() + LINGER_MS * 1_000;
    this.#socket?.write(this.#host.writer.close(code));
    this.#socket?.setTimeout(LINGER_MS, () => this.destroy());
  }

  #openSocket(): Socket {
    if (this.#state === 'open' && this.#socket) return this.#socket;
    throw new Error('the WebSocket is not open');
  }
}

/** A reason that fills its frame ends in the middle of a word; when that is the beginning of a token, nothing that masks whole tokens finds it. */
function withoutCutWord(reason: string): string {
  return Buffer.byteLength(reason) < MAYBE_CUT_REASON ? reason : `${reason.slice(0, reason.lastIndexOf(' ') + 1)}…`;
}
