import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/demo/demo-dials.ts
var PRODUCT = { name: "Walnut desk", price: 249, currency: "EUR", stock: 12 };
var shopRoutes = [
  { method: "POST", path: "/auth/login", latency: { kind: "lognormal", medianMs: 18, p95Ms: 50 }, answer: { kind: "jwt-login" } },
  { method: "GET", path: "/health", answer: { kind: "json", value: { status: "healthy" } } },
  {
    method: "GET",
    path: "/api/products",
    latency: { kind: "lognormal", medianMs: 12, p95Ms: 35 },
    answer: { kind: "list", count: 20, fields: PRODUCT }
  },
  {
    method: "GET",
    path: "/api/products/:id",
    latency: { kind: "lognormal", medianMs: 8, p95Ms: 25 },
    answer: { kind: "item", fields: { ...PRODUCT, description: "Solid wood, oiled by hand." } }
  },
  {
    method: "POST",
    path: "/api/orders",
    latency: { kind: "lognormal", medianMs: 30, p95Ms: 90 },
    answer: { kind: "create", fields: { state: "accepted" } },
    faults: [{ kind: "status", every: 150, offset: 75, status: 503 }]
  },
  {
    method: "GET",
    path: "/api/orders/:id",
    latency: { kind: "lognormal", medianMs: 10, p95Ms: 30 },
    answer: { kind: "item", fields: { state: "accepted", lines: 1 } }
  },
  {
    method: "POST",
    path: "/api/messages",
    latency: { kind: "lognormal", medianMs: 15, p95Ms: 45 },
    answer: { kind: "create", fields: { delivered: true } },
    notify: { socket: "/ws/notifications", to: "own", delay: { kind: "lognormal", medianMs: 20, p95Ms: 60 } }
  },
  {
    method: "GET",
    path: "/api/channels/:id/messages",
    latency: { kind: "lognormal", medianMs: 9, p95Ms: 28 },
    answer: { kind: "list", count: 30, fields: { text: "What are your business hours?", author: "visitor" } }
  }
];
var slowRoutes = [
  { method: "POST", path: "/api/uploads", answer: { kind: "upload-initiate" } },
  { method: "POST", path: "/api/uploads/:id/chunks", answer: { kind: "upload-chunk" } },
  { method: "PUT", path: "/api/uploads/:id/chunks", answer: { kind: "upload-chunk" } },
  { method: "POST", path: "/api/uploads/:id/complete", answer: { kind: "upload-complete" } },
  {
    method: "GET",
    path: "/api/assistant/stream",
    latency: { kind: "lognormal", medianMs: 20, p95Ms: 60 },
    answer: {
      kind: "events",
      count: 20,
      everyMs: 25,
      firstAfterMs: 120,
      value: { type: "token", text: "We are open from nine to five. " }
    }
  },
  { method: "POST", path: "/api/jobs", answer: { kind: "submit-job", queuedMs: 300, runningMs: 700 } },
  { method: "GET", path: "/api/jobs/queue", answer: { kind: "queue-length" } },
  { method: "GET", path: "/api/jobs/:id", answer: { kind: "job" } }
];
var sockets = [
  { path: "/ws/notifications", auth: "token", reject: "after-open", welcome: { type: "welcome" } },
  {
    path: "/ws/chat",
    welcome: { type: "welcome" },
    reply: {
      kind: "reply",
      latency: { kind: "lognormal", medianMs: 25, p95Ms: 80 },
      fields: { author: "agent", text: "We are open from nine to five." }
    }
  }
];
var demoDials = {
  // The demo's latencies need no spinning: a millisecond more is nothing to them, and the CPU is the generator's.
  spinMs: 0,
  seed: 1,
  routes: [...shopRoutes, ...slowRoutes],
  sockets
};

// src/demo/server-messages.ts
function isServerRequest(value) {
  return typeof value === "object" && value !== null && "ask" in value;
}
function isServerMessage(value) {
  return typeof value === "object" && value !== null && "say" in value;
}

export {
  demoDials,
  isServerRequest,
  isServerMessage
};
