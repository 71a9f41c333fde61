import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/demo/demo-dials.ts
var PRODUCT = { name: "Walnut desk", price: 249, currency: "EUR", stock: 12 };
var demoDials = {
  // The demo's latencies need no spinning: a millisecond more is nothing to them, and the CPU is the generator's.
  spinMs: 0,
  seed: 1,
  routes: [
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
      answer: { kind: "create", fields: { delivered: true } }
    },
    {
      method: "GET",
      path: "/api/channels/:id/messages",
      latency: { kind: "lognormal", medianMs: 9, p95Ms: 28 },
      answer: { kind: "list", count: 30, fields: { text: "What are your business hours?", author: "visitor" } }
    }
  ]
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
