import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  import_websocket_server
} from "./chunk-P7N3RRTJ.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/terminal/web/serve-pages.ts
import { randomBytes } from "node:crypto";
import http from "node:http";

// src/terminal/web/admit-request.ts
import { timingSafeEqual } from "node:crypto";
function admitRequest(request, address) {
  const { host } = request.headers;
  if (host === void 0 || !listHosts(address).includes(host)) {
    return refuse(403, "This server answers to 127.0.0.1 and localhost alone.\n");
  }
  const [path = ""] = (request.url ?? "").split("?", 1);
  const [, first = "", ...rest] = path.split("/");
  if (!path.startsWith("/") || !isSame(first, address.secret)) return refuse(404, "Open the address that load-gate printed.\n");
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(405, "There is nothing to change here.\n", { allow: "GET, HEAD" });
  if (rest.length === 0) return refuse(308, "The page is one slash further.\n", { location: `/${address.secret}/` });
  return { kind: "admitted", path: rest.join("/") };
}
function isOwnOrigin(request) {
  const { host, origin } = request.headers;
  return host !== void 0 && origin === `http://${host}`;
}
function listHosts({ port }) {
  const names = ["127.0.0.1", "localhost"];
  return names.flatMap((name) => port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]);
}
function isSame(given, secret) {
  const [left, right] = [Buffer.from(given), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}
function refuse(status, text, headers = {}) {
  return { kind: "refused", status, text, headers };
}

// src/terminal/web/page-sockets.ts
import { STATUS_CODES } from "node:http";
var MOST_BYTES = 64 * 1024;
var MOST_PAGES = 16;
var PATIENCE_MS = 1e3;
var AGAINST_THE_RULES = 1008;
var GOING_AWAY = 1001;
function openPageSockets(server, address, onSocket) {
  const pages = new import_websocket_server.default({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  let isClosing = false;
  server.on("upgrade", (request, wire, head) => {
    wire.on("error", () => wire.destroy());
    const admitted = admitRequest(request, address);
    if (admitted.kind === "refused") refuseUpgrade(wire, admitted.status, admitted.text);
    else if (!onSocket || admitted.path !== "live") refuseUpgrade(wire, 404, "There is nothing here.\n");
    else if (!isOwnOrigin(request)) refuseUpgrade(wire, 403, "Only the page itself may connect.\n");
    else if (isClosing) refuseUpgrade(wire, 503, "load-gate has ended.\n");
    else if (pages.clients.size >= MOST_PAGES) refuseUpgrade(wire, 503, `There are ${MOST_PAGES} pages already; close one.
`);
    else pages.handleUpgrade(request, wire, head, (socket) => attend(socket, onSocket));
  });
  return {
    close: () => {
      isClosing = true;
      return sayGoodbye(pages);
    }
  };
}
function attend(socket, onSocket) {
  const listener = onSocket({
    send: (text, sent) => {
      if (socket.readyState === socket.OPEN) socket.send(text, { binary: false }, sent);
      else sent();
    },
    refuse: (why) => socket.close(AGAINST_THE_RULES, why)
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => listener.onGone());
  socket.on("message", (data, isBinary) => {
    if (isBinary) socket.close(AGAINST_THE_RULES, "text only");
    else listener.onText(data.toString());
  });
}
async function sayGoodbye(pages) {
  const gone = [...pages.clients].map((socket) => new Promise((resolve) => void socket.once("close", () => resolve())));
  for (const socket of pages.clients) socket.close(GOING_AWAY, "load-gate has ended");
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([Promise.all(gone), patience]);
  clearTimeout(timer);
  for (const socket of pages.clients) socket.terminate();
  pages.close();
}
function refuseUpgrade(wire, status, text) {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "connection: close",
    "content-type: text/plain; charset=utf-8",
    `content-length: ${Buffer.byteLength(text)}`
  ];
  wire.once("finish", () => wire.destroy());
  wire.end(`${head.join("\r\n")}\r
\r
${text}`);
}

// src/terminal/web/serve-pages.ts
var USUAL_PORT = 8089;
var SECRET_BYTES = 16;
var MOST_CONNECTIONS = 64;
async function servePages({ port, routes, onSocket }) {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const server = http.createServer();
  server.maxConnections = MOST_CONNECTIONS;
  const wires = /* @__PURE__ */ new Set();
  server.on("connection", (wire) => {
    wires.add(wire);
    wire.once("close", () => wires.delete(wire));
  });
  const address = { secret, port: port === void 0 ? await listenSomewhere(server) : await listenThere(server, port) };
  const find = typeof routes === "function" ? routes : (path) => routes.get(path);
  const sockets = openPageSockets(server, address, onSocket);
  server.on("request", (request, response) => {
    const admitted = admitRequest(request, address);
    if (admitted.kind === "refused") answerText(response, admitted.status, admitted.text, admitted.headers);
    else answer(request, response, find(admitted.path));
  });
  server.on("clientError", (_error, wire) => void wire.destroy());
  return {
    url: `http://127.0.0.1:${address.port}/${secret}/`,
    close: async () => {
      const closed = new Promise((resolve) => void server.close(() => resolve()));
      await sockets.close();
      for (const wire of wires) wire.destroy();
      await closed;
    }
  };
}
async function listenSomewhere(server) {
  try {
    return await listen(server, USUAL_PORT);
  } catch {
    return listen(server, 0);
  }
}
async function listenThere(server, port) {
  try {
    return await listen(server, port);
  } catch (cause) {
    const why = cause.code === "EADDRINUSE" ? "is taken" : "cannot be used";
    throw new GateError("LOAD_GATE_PORT_TAKEN", `the port ${port} of this machine ${why}`, {
      hint: "name another one, or none: then any that is free is used",
      cause
    });
  }
}
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}
function answer(request, response, route) {
  if (!route) {
    answerText(response, 404, "There is nothing here.\n");
    return;
  }
  let body;
  try {
    body = route.body();
  } catch {
    answerText(response, 500, "This could not be made.\n");
    return;
  }
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(200, {
    ...describeSafety(route.policy),
    "content-type": route.contentType,
    "content-length": bytes.length,
    ...route.downloadAs !== void 0 && { "content-disposition": `attachment; filename="${route.downloadAs}"` }
  });
  response.end(request.method === "HEAD" ? void 0 : bytes);
}
function answerText(response, status, text, headers = {}) {
  response.writeHead(status, { ...describeSafety(), "content-type": "text/plain; charset=utf-8", connection: "close", ...headers });
  response.end(text);
}
function describeSafety(policy = "default-src 'none'") {
  return {
    "cache-control": "no-store",
    "content-security-policy": `${policy}; frame-ancestors 'none'`,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY"
  };
}

export {
  servePages
};
