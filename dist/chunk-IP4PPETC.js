import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  H1ProtocolError,
  InvalidRequest,
  SocketOpener,
  checkHeader,
  checkPath,
  classifyError,
  createHostResolver,
  readHeaders,
  splitHead
} from "./chunk-4NOXZN2J.js";
import {
  chooseProxy
} from "./chunk-JJHWQA64.js";

// src/load/websocket/frame-writer.ts
import { randomBytes } from "node:crypto";

// src/load/websocket/deflate-message.ts
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";

// src/load/websocket/ws-protocol-error.ts
var WsProtocolError = class extends Error {
  code;
  /** What the close frame says that answers it (RFC 6455 section 7.4.1). */
  closeCode;
  constructor(code, message, closeCode = 1002) {
    super(message);
    this.name = "WsProtocolError";
    this.code = code;
    this.closeCode = closeCode;
  }
};

// src/load/websocket/deflate-message.ts
var TAIL = Buffer.from([0, 0, 255, 255]);
function deflateMessage(payload) {
  const flushed = deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH });
  return flushed.subarray(0, flushed.length - TAIL.length);
}
function inflateMessage(payload, maxBytes) {
  try {
    return inflateRawSync(Buffer.concat([payload, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes });
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new WsProtocolError("MESSAGE_TOO_BIG", `a message has more than ${maxBytes} bytes when it is inflated`, 1009);
    throw new WsProtocolError("INVALID_DEFLATE", "a compressed message cannot be inflated", 1007);
  }
}

// src/load/websocket/frame-writer.ts
var FINAL = 128;
var COMPRESSED = 64;
var MASKED = 128;
var TEXT = 1;
var BINARY = 2;
var CLOSE = 8;
var PING = 9;
var PONG = 10;
var LONGEST_SHORT = 125;
var LONGEST_MEDIUM = 65535;
var NOTHING = new Uint8Array(0);
var FrameWriter = class {
  #state;
  constructor(seed = randomBytes(4).readUInt32LE()) {
    this.#state = seed | 0 || 1;
  }
  /** A whole message, text or binary. */
  message(message) {
    if (typeof message !== "string") return { bytes: this.#frame(FINAL | BINARY, message), size: message.byteLength };
    const short = message.length <= LONGEST_SHORT ? this.#shortText(message) : void 0;
    if (short) return { bytes: short, size: message.length };
    const size = Buffer.byteLength(message);
    const { frame, begin } = this.#head(FINAL | TEXT, size);
    frame.write(message, begin, "utf8");
    mask(frame, begin);
    return { bytes: frame, size };
  }
  /** The same, compressed. An empty one stays as it is. */
  compressedMessage(message) {
    if (message.length === 0) return this.message(message);
    const isText = typeof message === "string";
    const payload = isText ? Buffer.from(message) : message;
    const bytes = this.#frame(FINAL | COMPRESSED | (isText ? TEXT : BINARY), deflateMessage(payload));
    return { bytes, size: payload.byteLength };
  }
  ping() {
    return this.#frame(FINAL | PING, NOTHING);
  }
  pong(payload) {
    return this.#frame(FINAL | PONG, payload);
  }
  /** Undefined: without a code. */
  close(code) {
    return this.#frame(FINAL | CLOSE, code === void 0 ? NOTHING : Uint8Array.of(code >> 8, code & 255));
  }
  /** One pass for what most messages are; undefined: it is not all ASCII. */
  #shortText(text) {
    const { frame, begin } = this.#head(FINAL | TEXT, text.length);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) return void 0;
      frame[begin + index] = code ^ (frame[begin - 4 + (index & 3)] ?? 0);
    }
    return frame;
  }
  #frame(first, payload) {
    const { frame, begin } = this.#head(first, payload.byteLength);
    frame.set(payload, begin);
    mask(frame, begin);
    return frame;
  }
  /** A frame of which the payload is still missing; the mask is the four bytes before it. */
  #head(first, size) {
    const begin = size <= LONGEST_SHORT ? 6 : size <= LONGEST_MEDIUM ? 8 : 14;
    const frame = begin === 14 ? Buffer.allocUnsafeSlow(size + 16).subarray(2) : Buffer.allocUnsafe(begin + size);
    frame[0] = first;
    if (begin === 6) {
      frame[1] = MASKED | size;
    } else if (begin === 8) {
      frame[1] = MASKED | 126;
      frame.writeUInt16BE(size, 2);
    } else {
      frame[1] = MASKED | 127;
      frame.writeUInt32BE(Math.floor(size / 2 ** 32), 2);
      frame.writeUInt32BE(size % 2 ** 32, 6);
    }
    const key = this.#nextMask();
    frame[begin - 4] = key;
    frame[begin - 3] = key >> 8;
    frame[begin - 2] = key >> 16;
    frame[begin - 1] = key >> 24;
    return { frame, begin };
  }
  /** Xorshift with 32 bits (Marsaglia 2003). */
  #nextMask() {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state;
  }
};
function mask(frame, begin) {
  let at = begin;
  const place = frame.byteOffset + begin;
  if (place % 4 === 0 && frame.length - begin >= 64) {
    const words = new Int32Array(frame.buffer, place - 4, 1 + (frame.length - begin >> 2));
    const key = words[0] ?? 0;
    for (let index = 1; index < words.length; index++) words[index] = (words[index] ?? 0) ^ key;
    at += (words.length - 1) * 4;
  }
  for (; at < frame.length; at++) frame[at] = (frame[at] ?? 0) ^ (frame[begin - 4 + (at - begin & 3)] ?? 0);
}

// src/load/websocket/handshake.ts
import { hash, randomBytes as randomBytes2 } from "node:crypto";
var ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
var DEFLATE_OFFER = "permessage-deflate; client_no_context_takeover; server_no_context_takeover";
var NO_OPENING_HEADER = /^(?:upgrade|keep-alive|transfer-encoding|content-length|expect|sec-websocket-.*)$/;
var TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var WINDOW_BITS = /^server_max_window_bits=(?:(?:[89]|1[0-5])|"(?:[89]|1[0-5])")$/;
var Handshake = class {
  /** The request as latin-1 text. */
  request;
  #key = randomBytes2(16).toString("base64");
  #subprotocol;
  #deflate;
  #rest;
  /** Throws what `renderHead` throws, too, for what cannot be asked. */
  constructor(opening, host) {
    const { path, headers, subprotocol, deflate } = opening;
    if (subprotocol !== void 0 && !TOKEN.test(subprotocol)) throw new InvalidRequest("invalid subprotocol");
    this.#subprotocol = subprotocol;
    this.#deflate = deflate;
    checkPath(path);
    const own = renderHeaders(headers);
    const lines = [
      `GET ${path} HTTP/1.1`,
      `host: ${own.host ?? host}`,
      "connection: Upgrade",
      "upgrade: websocket",
      `sec-websocket-key: ${this.#key}`,
      "sec-websocket-version: 13",
      ...subprotocol === void 0 ? [] : [`sec-websocket-protocol: ${subprotocol}`],
      ...deflate ? [`sec-websocket-extensions: ${DEFLATE_OFFER}`] : []
    ];
    this.request = `${lines.join("\r\n")}\r
${own.lines}\r
`;
  }
  /** Takes in what came; undefined: more is needed. Throws H1ProtocolError or WsProtocolError for what is no answer to this request. */
  read(chunk) {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const head = splitHead(bytes, 0);
    if (!head) {
      this.#rest = Buffer.from(bytes);
      return void 0;
    }
    const headers = readHeaders(head.lines);
    if (head.status !== 101) return { kind: "refused", status: head.status };
    if (!head.isVersion11) throw new WsProtocolError("WRONG_UPGRADE", "the server changed the protocol in HTTP/1.0");
    if (!hasToken(headers["upgrade"], "websocket") || !hasToken(headers["connection"], "upgrade"))
      throw new WsProtocolError("WRONG_UPGRADE", "the server changed to something else than WebSocket");
    if (headers["sec-websocket-accept"] !== hash("sha1", this.#key + ACCEPT_GUID, "base64"))
      throw new WsProtocolError("WRONG_ACCEPT", "the sec-websocket-accept of the answer does not belong to the request");
    const named = headers["sec-websocket-protocol"];
    if (named !== void 0 && named !== this.#subprotocol)
      throw new WsProtocolError("WRONG_SUBPROTOCOL", "the server chose a subprotocol that was not asked for");
    if (named === void 0 && this.#subprotocol !== void 0)
      throw new WsProtocolError("WRONG_SUBPROTOCOL", "the server does not agree to the subprotocol");
    const deflates = this.#readExtensions(headers["sec-websocket-extensions"]);
    return { kind: "open", headers, deflates, rest: bytes.subarray(head.end) };
  }
  /** Whether messages may be compressed; throws for whatever else the server wants. */
  #readExtensions(value) {
    if (value === void 0) return false;
    const [name = "", ...parameters] = joined(value).toLowerCase().split(";").map((part) => part.replace(/[\t ]/g, ""));
    if (!this.#deflate || name !== "permessage-deflate")
      throw new WsProtocolError("WRONG_EXTENSION", "the server wants an extension that was not asked for");
    const isKnown = (parameter) => parameter === "client_no_context_takeover" || parameter === "server_no_context_takeover" || WINDOW_BITS.test(parameter);
    const names = new Set(parameters.map((parameter) => parameter.split("=")[0]));
    if (!parameters.every(isKnown) || names.size < parameters.length)
      throw new WsProtocolError("WRONG_EXTENSION", "the server wants other parameters of permessage-deflate than were asked for");
    if (!names.has("server_no_context_takeover"))
      throw new WsProtocolError("WRONG_EXTENSION", "the server compresses messages only with a memory between them");
    return true;
  }
};
function renderHeaders(headers) {
  let host;
  let lines = "";
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    checkHeader(name, value);
    const lower = name.toLowerCase();
    if (NO_OPENING_HEADER.test(lower)) throw new InvalidRequest(`invalid ${name} header`);
    if (lower === "host") host = value;
    else if (lower !== "connection") lines += `${name}: ${value}\r
`;
  }
  return { host, lines };
}
function hasToken(value, token) {
  return joined(value).toLowerCase().split(",").some((part) => part.trim() === token);
}
function joined(value) {
  return value === void 0 ? "" : typeof value === "string" ? value : value.join(",");
}

// src/load/websocket/frame-parser.ts
import { isUtf8 } from "node:buffer";
var LONGEST_MESSAGE = 16 * 1048576;
var FIRST_BLOCK = 1024;
var TEXT2 = 1;
var BINARY2 = 2;
var CLOSE2 = 8;
var PING2 = 9;
var PONG2 = 10;
var FrameParser = class {
  #sink;
  #deflates;
  /** A frame's head, or a control frame, that was cut off. */
  #rest;
  /** Of the message that is under way in several frames or pieces; 0: none is. */
  #opcode = 0;
  #isCompressed = false;
  /** Of its newest frame. */
  #isFinal = false;
  #left = 0;
  #joined;
  #filled = 0;
  #isOver = false;
  constructor(sink, deflates) {
    this.#sink = sink;
    this.#deflates = deflates;
  }
  /** Takes in what came and keeps no reference to it. Throws WsProtocolError, after which the parser is of no use any more. */
  execute(chunk) {
    let bytes = chunk;
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = void 0;
    }
    let at = 0;
    while (at < bytes.length && !this.#isOver) {
      const next = this.#left > 0 ? this.#fill(bytes, at) : this.#readFrame(bytes, at);
      if (next < 0) {
        this.#rest = Buffer.from(bytes.subarray(at));
        return;
      }
      at = next;
    }
  }
  /** Nothing more is told. */
  stop() {
    this.#isOver = true;
    this.#rest = void 0;
    this.#joined = void 0;
  }
  /** Where it goes on; -1: more is needed. */
  #readFrame(bytes, at) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (second === void 0) return -1;
    const opcode = first & 15;
    this.#checkHead(first, second);
    if (opcode >= CLOSE2) {
      const end = at + 2 + second;
      if (end > bytes.length) return -1;
      this.#tellControl(opcode, bytes.subarray(at + 2, end));
      return end;
    }
    const begin = at + (second < 126 ? 2 : second === 126 ? 4 : 10);
    if (begin > bytes.length) return -1;
    const size = second < 126 ? second : readSize(bytes, at);
    if (size + this.#filled > LONGEST_MESSAGE)
      throw new WsProtocolError("MESSAGE_TOO_BIG", `a message has more than ${LONGEST_MESSAGE} bytes`, 1009);
    const isFinal = first >= 128;
    if (isFinal && opcode !== 0 && begin + size <= bytes.length) {
      this.#tell(bytes.subarray(begin, begin + size), opcode, (first & 64) !== 0);
      return begin + size;
    }
    if (opcode !== 0) {
      this.#opcode = opcode;
      this.#isCompressed = (first & 64) !== 0;
    }
    this.#isFinal = isFinal;
    this.#left = size;
    if (size > 0) return this.#fill(bytes, begin);
    this.#endFrame();
    return begin;
  }
  #checkHead(first, second) {
    const opcode = first & 15;
    const isControl = opcode >= CLOSE2;
    if (isControl ? opcode > PONG2 : opcode > BINARY2)
      throw new WsProtocolError("UNKNOWN_OPCODE", "a frame has an opcode that is not defined");
    const mayBeCompressed = this.#deflates && !isControl && opcode !== 0;
    if ((first & (mayBeCompressed ? 48 : 112)) !== 0) throw new WsProtocolError("RESERVED_BITS", "a frame has reserved bits set");
    if (second >= 128) throw new WsProtocolError("MASKED_FRAME", "the server sent a masked frame");
    if (isControl) {
      if (first < 128) throw new WsProtocolError("CONTROL_FRAME", "a control frame is fragmented");
      if (second > 125) throw new WsProtocolError("CONTROL_FRAME", "a control frame has more than 125 bytes");
    } else if (opcode === 0 !== this.#isUnderWay()) {
      throw new WsProtocolError(
        "FRAGMENT",
        opcode === 0 ? "a message goes on that never began" : "a message begins before the last one is complete"
      );
    }
  }
  #isUnderWay() {
    return this.#opcode !== 0;
  }
  /** Takes bytes of the frame that is under way. */
  #fill(bytes, at) {
    const size = Math.min(this.#left, bytes.length - at);
    const needed = this.#filled + size;
    let joined2 = this.#joined;
    if (!joined2 || joined2.length < needed) {
      const most = this.#isFinal ? this.#filled + this.#left : LONGEST_MESSAGE;
      const grown = Buffer.allocUnsafeSlow(Math.min(most, Math.max(needed, (joined2?.length ?? FIRST_BLOCK / 2) * 2)));
      joined2?.copy(grown, 0, 0, this.#filled);
      this.#joined = joined2 = grown;
    }
    bytes.copy(joined2, this.#filled, at, at + size);
    this.#filled = needed;
    this.#left -= size;
    if (this.#left === 0) this.#endFrame();
    return at + size;
  }
  #endFrame() {
    if (!this.#isFinal) return;
    const payload = this.#joined?.subarray(0, this.#filled) ?? Buffer.alloc(0);
    const opcode = this.#opcode;
    this.#opcode = 0;
    this.#filled = 0;
    this.#joined = void 0;
    this.#tell(payload, opcode, this.#isCompressed);
  }
  #tell(payload, opcode, isCompressed) {
    const whole = isCompressed ? inflateMessage(payload, LONGEST_MESSAGE) : payload;
    const isText = opcode === TEXT2;
    if (isText && !isUtf8(whole)) throw new WsProtocolError("INVALID_UTF8", "a text message is not valid UTF-8", 1007);
    this.#sink.onMessage(whole, isText);
  }
  #tellControl(opcode, payload) {
    if (opcode === PING2) this.#sink.onPing(payload);
    else if (opcode === PONG2) this.#sink.onPong();
    else this.#tellClose(payload);
  }
  #tellClose(payload) {
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    if (payload.length === 1 || payload.length >= 2 && !mayBeSent(code))
      throw new WsProtocolError("INVALID_CLOSE", "a close frame has a code that may not be sent");
    const reason = payload.subarray(2);
    if (!isUtf8(reason)) throw new WsProtocolError("INVALID_UTF8", "the reason of a close frame is not valid UTF-8", 1007);
    this.stop();
    this.#sink.onClose(code, reason.toString("utf8"));
  }
};
function readSize(bytes, at) {
  const isMedium = bytes[at + 1] === 126;
  const size = isMedium ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
  const isPositive = isMedium || (bytes[at + 2] ?? 0) < 128;
  if (size > (isMedium ? 125 : 65535) && isPositive) return size;
  throw new WsProtocolError("INVALID_LENGTH", "a frame has its length written in a way that is not allowed");
}
function mayBeSent(code) {
  return code >= 1e3 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006 || code >= 3e3 && code <= 4999;
}

// src/load/websocket/ws-link.ts
var LINGER_MS = 2e3;
var MOST_UNREAD_BYTES = 65536;
var MAYBE_CUT_REASON = 120;
var NO_CODE = 1005;
var NO_FRAME = 1006;
var ConnectionClosed = class extends Error {
  code = "UND_ERR_SOCKET";
};
var WsLink = class {
  stage = "connect";
  connectUs = -1;
  tlsUs = -1;
  headUs = -1;
  status = 0;
  socketError;
  opening;
  #host;
  #state = "connecting";
  /** Undefined: nobody hears any more. */
  #handler;
  #handshake;
  #parser;
  #deflates = false;
  #socket;
  #lingersUntilUs = 0;
  constructor(host, handler) {
    this.#host = host;
    this.#handler = handler;
  }
  get bufferedBytes() {
    return this.#socket?.writableLength ?? 0;
  }
  /** Sets out to the target. Throws what the opener throws. */
  connect({ opener, target, isTunnel }, handshake) {
    this.#handshake = handshake;
    opener.open(this, target, (error, socket) => {
      if (this.#state !== "connecting") socket?.destroy();
      else if (socket) this.#shake(socket, isTunnel);
      else this.fail(error);
    });
  }
  /** Takes in what came and keeps no reference to it. */
  read(bytes) {
    if (this.#state === "closing" && this.#host.clock.nowUs() > this.#lingersUntilUs) {
      this.destroy();
      return;
    }
    try {
      if (this.#state === "connecting") this.#readAnswer(bytes);
      else this.#parser?.execute(bytes);
    } catch (thrown) {
      if (!(thrown instanceof WsProtocolError || thrown instanceof H1ProtocolError)) throw thrown;
      this.#breakOff(thrown);
    }
  }
  send(message) {
    const socket = this.#openSocket();
    const { writer } = this.#host;
    const { bytes, size } = this.#deflates ? writer.compressedMessage(message) : writer.message(message);
    socket.write(bytes);
    return size;
  }
  ping() {
    this.#openSocket().write(this.#host.writer.ping());
  }
  close(code) {
    this.#handler = void 0;
    if (this.#state === "open") this.#sayGoodbye(code);
    else if (this.#state === "connecting") this.destroy();
  }
  destroy() {
    this.#handler = void 0;
    if (this.#state === "over") return;
    this.#state = "over";
    this.#parser?.stop();
    this.#parser = void 0;
    this.#handshake = void 0;
    this.opening?.destroy();
    this.#socket?.destroy();
    this.#host.forget(this);
  }
  /** It could not be opened. */
  fail(thrown) {
    if (this.#state !== "connecting") return;
    const { class: kind, reason, message } = classifyError(thrown, this.stage);
    this.#over({ class: kind, reason, sample: message });
  }
  onMessage(payload, isText) {
    this.#handler?.socketMessage(payload, isText, this.#host.clock.nowUs());
  }
  onPing(payload) {
    const socket = this.#socket;
    if (socket && this.#state === "open" && socket.writableLength <= MOST_UNREAD_BYTES) socket.write(this.#host.writer.pong(payload));
  }
  onPong() {
    this.#handler?.socketPong(this.#host.clock.nowUs());
  }
  onClose(code, reason) {
    if (this.#state !== "open") return;
    this.#sayGoodbye(code === NO_CODE ? void 0 : code);
    const words = reason === "" ? "" : `: ${JSON.stringify(withoutCutWord(reason))}`;
    this.#tellEnd({ class: "ws-close", reason: `closed ${code}`, sample: `the server closed with ${code}${words}` }, code);
  }
  #shake(socket, isTunnel) {
    this.#socket = socket;
    if (isTunnel) socket.on("data", (chunk) => this.read(chunk));
    socket.on("end", () => this.#gone());
    socket.on("close", () => this.#gone());
    if (this.#handshake) socket.write(this.#handshake.request, "latin1");
  }
  #readAnswer(bytes) {
    const answer = this.#handshake?.read(bytes);
    if (!answer) return;
    this.#handshake = void 0;
    this.headUs = this.#host.clock.nowUs();
    this.stage = "body";
    if (answer.kind === "open") {
      this.#begin(answer);
      return;
    }
    const { status } = answer;
    this.status = status;
    this.#over({ class: "status", reason: `status ${status}`, sample: `the handshake was answered ${status}` });
  }
  #begin({ headers, deflates, rest }) {
    this.status = 101;
    this.#state = "open";
    this.#deflates = deflates;
    const parser = new FrameParser(this, deflates);
    this.#parser = parser;
    this.#handler?.socketOpened(headers, this.headUs);
    if (rest.length > 0) this.#parser?.execute(rest);
  }
  /** What came cannot be understood. */
  #breakOff(thrown) {
    this.#parser?.stop();
    if (this.#state === "connecting") {
      this.fail(thrown);
    } else if (this.#state === "open") {
      this.#sayGoodbye(thrown instanceof WsProtocolError ? thrown.closeCode : void 0);
      this.#tellEnd({ class: "protocol", reason: `protocol ${thrown.code}`, sample: thrown.message }, void 0);
    } else {
      this.destroy();
    }
  }
  /** The other side has ended, or the connection broke. */
  #gone() {
    if (this.#state === "connecting") {
      this.fail(this.socketError ?? new ConnectionClosed("other side closed"));
      return;
    }
    const sample = this.socketError ? `the connection broke: ${this.socketError.message}` : "closed without a close frame";
    this.#over({ class: "ws-close", reason: `closed ${NO_FRAME}`, sample });
  }
  /** Over at once, and told, if anybody still hears. */
  #over(failure) {
    const handler = this.#handler;
    this.destroy();
    handler?.socketEnded({ failure, code: void 0 }, this.#host.clock.nowUs());
  }
  #tellEnd(failure, code) {
    const handler = this.#handler;
    this.#handler = void 0;
    handler?.socketEnded({ failure, code }, this.#host.clock.nowUs());
  }
  /** A close frame; then the server is to end the connection first, so that the port is free again at once (RFC 6455 section 7.1.1). */
  #sayGoodbye(code) {
    this.#state = "closing";
    this.#lingersUntilUs = this.#host.clock.nowUs() + LINGER_MS * 1e3;
    this.#socket?.write(this.#host.writer.close(code));
    this.#socket?.setTimeout(LINGER_MS, () => this.destroy());
  }
  #openSocket() {
    if (this.#state === "open" && this.#socket) return this.#socket;
    throw new Error("the WebSocket is not open");
  }
};
function withoutCutWord(reason) {
  return Buffer.byteLength(reason) < MAYBE_CUT_REASON ? reason : `${reason.slice(0, reason.lastIndexOf(" ") + 1)}…`;
}

// src/load/websocket/ws-transport.ts
var READ_BYTES = 65536;
var WsTransport = class {
  clock;
  writer = new FrameWriter();
  #settings;
  #proxies;
  #resolver = createHostResolver();
  #routes;
  #links = /* @__PURE__ */ new Set();
  #buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  #onread = { buffer: this.#buffer, callback: () => true };
  constructor(clock, settings, proxies) {
    this.clock = clock;
    this.#settings = settings;
    this.#proxies = proxies;
    this.#routes = settings.map(() => /* @__PURE__ */ new Map());
  }
  open(opening, handler) {
    const route = this.#route(opening);
    const link = new WsLink(this, handler);
    this.#links.add(link);
    this.#onread.callback = (size) => {
      link.read(this.#buffer.subarray(0, size));
      return true;
    };
    try {
      const handshake = new Handshake(opening, route.target.host ?? "");
      link.connect(route, handshake);
    } catch (thrown) {
      setImmediate(() => link.fail(thrown));
    }
    return link;
  }
  close() {
    for (const link of this.#links) link.destroy();
  }
  forget(link) {
    this.#links.delete(link);
  }
  #route(opening) {
    const routes = this.#routes[opening.connection];
    const settings = this.#settings[opening.connection];
    if (!routes || !settings) throw new RangeError(`there are no connection settings ${opening.connection}`);
    let route = routes.get(opening.origin);
    if (!route) {
      const url = new URL(opening.origin);
      const tunnelProxy = chooseProxy(url, settings.proxy, this.#proxies);
      const { host, hostname, protocol, port } = url;
      const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
      const opener = new SocketOpener({
        settings,
        tunnelProxy,
        lookup: this.#resolver,
        // There is a way for WebSockets over HTTP/2 (RFC 8441), which hardly any server goes.
        allowH2: false,
        clock: this.clock,
        ...tunnelProxy ? {} : { onread: this.#onread }
      });
      route = { opener, target: { host, hostname: bare, protocol, port }, isTunnel: tunnelProxy !== void 0 };
      routes.set(opening.origin, route);
    }
    return route;
  }
};

export {
  WsTransport
};
