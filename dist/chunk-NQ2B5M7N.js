import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  WsTransport
} from "./chunk-IP4PPETC.js";
import {
  Flight,
  RunClock,
  UndiciTransport,
  escapeTarget,
  nextHop,
  readBody
} from "./chunk-4NOXZN2J.js";
import {
  readProxyEnvironment
} from "./chunk-JJHWQA64.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-6YJF3WAO.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import "./chunk-RYQVFUXL.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/load/side-channel.ts
var MOST_KEPT_BYTES = 8388608;
var GOING = 1e3;
var SideChannel = class {
  #options;
  #clock = new RunClock(process.hrtime.bigint());
  #transport;
  #sockets;
  constructor(options) {
    this.#options = options;
    const proxies = readProxyEnvironment(options.env);
    this.#transport = new UndiciTransport(this.#clock, options.connections, proxies);
    this.#sockets = new WsTransport(this.#clock, options.connections, proxies);
  }
  /** The answer, of any status, within the request's timeout; fails with a sentence. `body` is sent as it is. */
  ask(request, body, signal) {
    return new Promise((resolve, reject) => {
      const flight = fill(new Flight(), request, body);
      const settle = (act) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        act();
      };
      const fail = (reason) => settle(() => reject(new Error(reason)));
      const giveUp = () => {
        this.#transport.abandon(flight);
        fail("it was given up");
      };
      const limitMs = request.timeoutUs / 1e3;
      const timer = setTimeout(() => {
        this.#transport.abandon(flight);
        fail(`no answer within ${formatDuration(limitMs)}`);
      }, limitMs);
      flight.owner = {
        callDone: (call) => this.#land(call, request, { resolve: (answer) => settle(() => resolve(answer)), fail }),
        callExpired: () => void 0
      };
      if (signal.aborted) return fail("it was given up");
      signal.addEventListener("abort", giveUp, { once: true });
      this.#send(flight, fail);
    });
  }
  /** Opens a WebSocket; the listener hears of everything later. Closing is up to who opened it. */
  listen(request, listener) {
    const { origin, path, headers } = fill(new Flight(), request, void 0);
    let link;
    let isOver = false;
    const end = (reason) => {
      clearTimeout(timer);
      if (isOver) return;
      isOver = true;
      link = void 0;
      listener.ended(reason);
    };
    const timer = setTimeout(() => {
      const late = link;
      end(`it did not open within ${formatDuration(request.timeoutUs / 1e3)}`);
      late?.destroy();
    }, request.timeoutUs / 1e3);
    link = this.#sockets.open(
      { origin, path, headers, connection: request.connection, subprotocol: void 0, deflate: false },
      {
        socketOpened: () => {
          clearTimeout(timer);
          listener.opened();
        },
        socketMessage: (payload, isText) => {
          if (isText) listener.message(payload.toString("utf8"));
        },
        socketPong: () => void 0,
        socketEnded: ({ failure }) => end(failure.sample)
      }
    );
    return {
      close: () => {
        clearTimeout(timer);
        isOver = true;
        link?.close(GOING);
        link = void 0;
      }
    };
  }
  /** Closes every connection. */
  close() {
    this.#transport.close();
    this.#sockets.close();
  }
  #send(flight, fail) {
    try {
      this.#transport.send(flight);
    } catch (thrown) {
      fail(messageOf(thrown));
    }
  }
  #land(flight, request, { resolve, fail }) {
    if (flight.error) return fail(flight.error.message);
    const hop = request.followRedirects ? nextHop(flight, this.#options.allowedHosts) : void 0;
    if (hop === "sent") return this.#send(flight, fail);
    if (hop !== void 0) return fail(hop.sample);
    if (flight.bytesReceived > flight.maxKept) return fail(`the answer has more than ${MOST_KEPT_BYTES} bytes`);
    const { date } = flight.responseHeaders;
    resolve({ status: flight.status, text: readBody(flight).text(), date: typeof date === "string" ? date : void 0 });
  }
};
function fill(call, request, body) {
  const { origin, path, headers } = request;
  if (origin === void 0 || typeof path !== "string") throw new RangeError(`${request.name} has no address`);
  call.origin = origin;
  call.path = escapeTarget(path);
  call.method = request.method;
  call.headers = headers.flatMap((name, index) => {
    const value = headers[index + 1];
    return index % 2 === 1 || value === void 0 || name.toLowerCase() === "accept-encoding" ? [] : [name, value];
  });
  call.connection = request.connection;
  call.body = body ?? null;
  call.bodyBytes = body === void 0 ? 0 : Buffer.byteLength(body);
  call.keepBody = true;
  call.maxKept = MOST_KEPT_BYTES;
  return call;
}
export {
  SideChannel
};
