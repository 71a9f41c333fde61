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

// src/demo/systems/demo-system.ts
function around(medianMs, p95Ms) {
  return { kind: "lognormal", medianMs, p95Ms };
}
function constant(value) {
  return { figure: "constant", value };
}
function poolMetrics(name, pool) {
  return [
    { name: `${name}_active`, help: "Connections in use.", type: "gauge", value: { figure: "pool", pool, of: "in_use" } },
    { name: `${name}_waiting`, help: "Queries that wait for a connection.", type: "gauge", value: { figure: "pool", pool, of: "waiting" } },
    { name: `${name}_max`, help: "Connections that the pool has.", type: "gauge", value: { figure: "pool", pool, of: "size" } }
  ];
}
function redisMemory(share) {
  const sockets7 = { figure: "sum", terms: [{ of: constant(share) }, { of: { figure: "sockets" }, times: 1e-6 }] };
  return { name: "redis_memory_used_ratio", help: "Share of its memory that Redis uses.", type: "gauge", value: sockets7 };
}
function residentMemory(baseBytes, leakBytes = 0) {
  const terms = [
    { of: constant(baseBytes) },
    { of: { figure: "requests", of: "in_flight" }, times: 2e3 },
    { of: { figure: "sockets" }, times: 2e3 },
    { of: { figure: "requests", of: "received" }, times: leakBytes }
  ];
  return { name: "process_resident_memory_bytes", help: "Resident memory of the system.", type: "gauge", value: { figure: "sum", terms } };
}
var cpuUsage = {
  name: "system_cpu_usage_ratio",
  help: "Share of a core in use.",
  type: "gauge",
  value: { figure: "process", of: "cpu_ratio" }
};

// src/demo/systems/aiaas.ts
var guarded = { auth: "token", tenant: "known" };
var routes = [
  { method: "POST", path: "/auth/login", latency: around(8, 24), answer: { kind: "jwt-login" } },
  { method: "GET", path: "/auth/status", auth: "token", latency: around(4, 12), answer: { kind: "json", value: { authenticated: true } } },
  { method: "GET", path: "/healthz", answer: { kind: "json", value: { status: "healthy" } } },
  { method: "GET", path: "/metrics", answer: { kind: "metrics" } },
  {
    method: "POST",
    path: "/chat/messages",
    auth: "token",
    tenant: "metered",
    query: { pool: "db", latency: around(3, 8) },
    latency: around(90, 220),
    answer: { kind: "create", fields: { reply: "We are open from nine to five.", author: "agent" }, status: 200 }
  },
  {
    method: "GET",
    path: "/analytics/kpi",
    ...guarded,
    query: { pool: "db", latency: around(8, 20) },
    latency: around(20, 60),
    answer: { kind: "json", value: { kpi: { conversations: 1284, resolved_ratio: 0.93, satisfaction: 4.6 } } }
  },
  {
    method: "GET",
    path: "/analytics/dashboard",
    ...guarded,
    query: { pool: "db", latency: around(12, 30) },
    latency: around(30, 90),
    answer: { kind: "list", count: 12, fields: { title: "Conversations by hour", unit: "count" } }
  },
  { method: "GET", path: "/billing/usage", ...guarded, latency: around(10, 25), answer: { kind: "usage", fields: { period: "month" } } },
  { method: "POST", path: "/billing/usage", ...guarded, latency: around(12, 28), answer: { kind: "enqueue", queue: "usage" } },
  { method: "GET", path: "/billing/plan", ...guarded, latency: around(3, 8), answer: { kind: "usage", fields: { plan: "business" } } },
  {
    method: "POST",
    path: "/billing/invoices",
    ...guarded,
    query: { pool: "db", latency: around(30, 70) },
    latency: around(250, 500),
    answer: { kind: "collection", collection: "invoices", do: "create", set: { state: "issued" } }
  },
  {
    method: "GET",
    path: "/billing/invoices/:id",
    ...guarded,
    latency: around(10, 25),
    answer: { kind: "collection", collection: "invoices", do: "get" }
  },
  {
    method: "POST",
    path: "/billing/webhooks",
    auth: "token",
    latency: around(25, 60),
    answer: { kind: "json", value: { received: true } }
  }
];
var sockets2 = [
  {
    path: "/ws/chat",
    auth: "token",
    handshakeMs: 10,
    welcome: { type: "welcome" },
    reply: { kind: "reply", latency: around(70, 170), fields: { author: "agent", text: "We are open from nine to five." } }
  }
];
var metrics = [
  ...poolMetrics("db_pool_connections", "db"),
  redisMemory(0.4),
  cpuUsage,
  residentMemory(51e7),
  {
    name: "billing_usage_queue_length",
    help: "Usage events that wait to be booked.",
    type: "gauge",
    value: { figure: "queue", queue: "usage", of: "length" }
  },
  {
    name: "billing_usage_events_total",
    help: "Usage events that were booked.",
    type: "counter",
    value: { figure: "queue", queue: "usage", of: "committed" }
  }
];
var aiaas = {
  name: "aiaas",
  title: "assistants as a service, with tenants and billing",
  dials: {
    spinMs: 0,
    seed: 2,
    routes,
    sockets: sockets2,
    queues: [{ name: "usage", workers: 2, batch: 50, batchWaitMs: 50, work: around(6, 15) }],
    pools: [{ name: "db", size: 40 }],
    collections: [{ name: "invoices" }],
    tenants: {
      header: "x-tenant-id",
      plans: { tenant_001: 1e9, tenant_002: 1e9, tenant_003: 1e9, tenant_004: 1e9, tenant_005: 1e9, tenant_free: 10 }
    },
    metrics
  }
};

// src/demo/systems/allthrive.ts
var query = (medianMs, p95Ms) => ({ query: { pool: "db", latency: around(medianMs, p95Ms) } });
var cached = { cache: "redis", ...query(6, 18) };
var PROJECT = { title: "A garden that waters itself", likes: 12, tools: ["python", "mqtt"] };
var readRoutes = [
  { method: "GET", path: "/api/v1/projects", ...cached, latency: around(25, 70), answer: { kind: "list", count: 40, fields: PROJECT } },
  { method: "GET", path: "/api/v1/projects/:id", ...cached, latency: around(18, 50), answer: { kind: "item", fields: PROJECT } },
  {
    method: "GET",
    path: "/api/v1/tools",
    ...cached,
    latency: around(20, 55),
    answer: { kind: "list", count: 25, fields: { kind: "library" } }
  },
  { method: "GET", path: "/api/v1/tools/:id", ...cached, latency: around(15, 40), answer: { kind: "item", fields: { kind: "library" } } },
  { method: "GET", path: "/api/v1/search", ...cached, latency: around(35, 100), answer: { kind: "list", count: 10, fields: PROJECT } },
  {
    method: "GET",
    path: "/api/v1/me/projects",
    ...query(6, 18),
    latency: around(20, 55),
    answer: { kind: "list", count: 5, fields: PROJECT }
  }
];
var writeRoutes = [
  {
    method: "POST",
    path: "/api/v1/chat",
    ...query(4, 12),
    latency: around(70, 180),
    limit: { kind: "bucket", perSec: 150, burst: 150 },
    answer: { kind: "create", fields: { reply: "Try the drip line first." }, status: 200 }
  },
  ...["github", "youtube"].map((from) => ({
    method: "POST",
    path: `/api/v1/imports/${from}`,
    ...query(8, 24),
    latency: around(30, 80),
    answer: { kind: "enqueue", queue: "celery", fields: { source: from } }
  })),
  { method: "GET", path: "/api/v1/imports/:id", latency: around(8, 24), answer: { kind: "task", queue: "celery" } },
  {
    method: "GET",
    path: "/api/v1/integrations/status",
    latency: around(10, 30),
    answer: { kind: "json", value: { github: "connected" } },
    faults: [{ kind: "status", status: 502, every: 2 }],
    breaker: { failures: 0.4, minRequests: 5, windowMs: 1e4, openMs: 2e3 }
  }
];
var openRoutes = [
  { method: "POST", path: "/api/v1/auth/login", latency: around(10, 30), answer: { kind: "jwt-login" } },
  {
    method: "GET",
    path: "/health",
    answer: {
      kind: "figures",
      value: { status: "healthy" },
      figures: { queue_length: { figure: "queue", queue: "celery", of: "length" } }
    }
  },
  { method: "GET", path: "/metrics", answer: { kind: "metrics" } }
];
var sockets3 = [
  {
    path: "/ws/chat",
    auth: "token",
    handshakeMs: 5,
    welcome: { type: "welcome" },
    reply: { kind: "reply", latency: around(60, 160), fields: { text: "Try the drip line first." } }
  }
];
var tasks = (state, of) => ({
  name: "celery_tasks_total",
  help: "Tasks that have ended.",
  type: "counter",
  labels: { state },
  value: { figure: "queue", queue: "celery", of }
});
var redis = (of) => ({ figure: "cache", cache: "redis", of });
var breaker = (of) => ({ figure: "requests", of });
var metrics2 = [
  {
    name: "celery_queue_depth",
    help: "Tasks that wait for a worker.",
    type: "gauge",
    value: { figure: "queue", queue: "celery", of: "length" }
  },
  tasks("done", "committed"),
  tasks("failed", "failed"),
  { name: "redis_cache_hits_total", help: "Answers that the cache had.", type: "counter", value: redis("hits") },
  { name: "redis_cache_misses_total", help: "Answers that the cache did not have.", type: "counter", value: redis("misses") },
  { name: "redis_cache_hit_ratio", help: "Share of the answers that the cache had.", type: "gauge", value: redis("hit_ratio") },
  redisMemory(0.45),
  { name: "pg_query_duration_seconds", help: "Time that queries take.", type: "histogram", of: { pool: "db" } },
  ...poolMetrics("db_pool_connections", "db"),
  { name: "rate_limited_requests_total", help: "Answers 429.", type: "counter", value: { figure: "requests", of: "limited" } },
  { name: "circuit_breaker_open", help: "Breakers that are open now.", type: "gauge", value: breaker("breaker_open") },
  { name: "circuit_breaker_trips_total", help: "How often a breaker has opened.", type: "counter", value: breaker("breaker_trips") },
  residentMemory(64e7)
];
var allthrive = {
  name: "allthrive",
  title: "a showcase of projects with an agent and imports",
  dials: {
    spinMs: 0,
    seed: 4,
    routes: [...openRoutes, ...[...readRoutes, ...writeRoutes].map((route) => ({ ...route, auth: "token" }))],
    sockets: sockets3,
    queues: [{ name: "celery", workers: 20, work: around(120, 260) }],
    caches: [{ name: "redis", tiers: [{ name: "redis", capacity: 1e3, ttlMs: 6e4, hit: around(4, 12) }] }],
    pools: [{ name: "db", size: 60 }],
    metrics: metrics2
  }
};

// src/demo/systems/chat4all.ts
var routes2 = [
  { method: "POST", path: "/v1/auth/token", latency: around(6, 18), answer: { kind: "jwt-login" } },
  {
    method: "GET",
    path: "/health",
    answer: {
      kind: "figures",
      value: { status: "healthy" },
      figures: { queue_length: { figure: "queue", queue: "messages", of: "lag" }, websocket_connections: { figure: "sockets" } }
    }
  },
  { method: "GET", path: "/metrics", answer: { kind: "metrics" } },
  {
    method: "POST",
    path: "/v1/messages",
    auth: "token",
    query: { pool: "db", latency: around(2, 5) },
    latency: around(8, 22),
    answer: { kind: "enqueue", queue: "messages" },
    notify: {
      socket: "/ws",
      to: "channel",
      channelField: "conversation_id",
      idField: "message_id",
      repeats: ["conversation_id"],
      delay: around(14, 34)
    }
  },
  {
    method: "GET",
    path: "/v1/conversations",
    auth: "token",
    query: { pool: "db", latency: around(3, 8) },
    latency: around(6, 16),
    answer: { kind: "list", count: 20, fields: { title: "Order 4711", unread: 2 } }
  },
  {
    method: "GET",
    path: "/v1/conversations/:id",
    auth: "token",
    query: { pool: "db", latency: around(2, 5) },
    latency: around(4, 12),
    answer: { kind: "item", fields: { title: "Order 4711", unread: 2 } }
  },
  {
    method: "GET",
    path: "/v1/conversations/:id/messages",
    auth: "token",
    query: { pool: "db", latency: around(3, 8) },
    latency: around(6, 16),
    answer: { kind: "list", count: 30, fields: { text: "What are your business hours?", author: "visitor" } }
  },
  { method: "POST", path: "/v1/files/initiate", auth: "token", latency: around(8, 20), answer: { kind: "upload-initiate" } },
  { method: "POST", path: "/v1/files/:id/chunks", auth: "token", latency: around(20, 60), answer: { kind: "upload-chunk" } },
  {
    method: "POST",
    path: "/v1/files/:id/complete",
    auth: "token",
    latency: around(8, 20),
    answer: { kind: "upload-complete", mergeMs: 150 }
  },
  { method: "GET", path: "/v1/files/:id", auth: "token", latency: around(4, 12), answer: { kind: "upload-state" } }
];
var sockets4 = [
  {
    path: "/ws",
    auth: "token",
    welcome: { type: "welcome" },
    channelField: "conversation_id",
    reply: { kind: "reply", latency: around(5, 15) }
  }
];
var metrics3 = [
  {
    name: "kafka_consumer_lag",
    help: "Messages that no consumer has committed yet.",
    type: "gauge",
    labels: { topic: "messages" },
    value: { figure: "queue", queue: "messages", of: "lag" }
  },
  {
    name: "kafka_messages_consumed_total",
    help: "Messages that were committed.",
    type: "counter",
    labels: { topic: "messages" },
    value: { figure: "queue", queue: "messages", of: "committed" }
  },
  ...poolMetrics("db_pool_connections", "db"),
  { name: "websocket_connections_active", help: "WebSocket connections that are open.", type: "gauge", value: { figure: "sockets" } },
  redisMemory(0.35),
  cpuUsage,
  residentMemory(42e7),
  { name: "file_uploads_active", help: "Uploads that are not merged yet.", type: "gauge", value: { figure: "uploads", of: "open" } },
  { name: "file_merges_total", help: "Uploads that were merged.", type: "counter", value: { figure: "uploads", of: "completed" } }
];
var chat4all = {
  name: "chat4all",
  title: "a chat platform with notifications and large files",
  dials: {
    spinMs: 0,
    seed: 1,
    routes: routes2,
    sockets: sockets4,
    queues: [{ name: "messages", workers: 4, batch: 100, batchWaitMs: 20, work: around(8, 20) }],
    pools: [{ name: "db", size: 50 }],
    metrics: metrics3
  }
};

// src/demo/systems/ingestor.ts
var messages = (of) => ({ figure: "queue", queue: "messages", of });
var seconds = (of) => ({ figure: "sum", terms: [{ times: 1e-3, of: messages(of) }] });
var stats = {
  total_messages: messages("committed"),
  current_rps: messages("rps"),
  avg_latency_ms: messages("avg_ms"),
  p95_latency_ms: messages("p95_ms"),
  p99_latency_ms: messages("p99_ms"),
  queue_length: messages("length"),
  batches: messages("batches")
};
var routes3 = [
  { method: "GET", path: "/", answer: { kind: "json", value: { service: "message-ingestor" } } },
  {
    method: "GET",
    path: "/health",
    answer: { kind: "figures", value: { status: "healthy", redis: "connected" }, figures: { queue_length: messages("length") } }
  },
  { method: "GET", path: "/metrics", answer: { kind: "metrics" } },
  {
    method: "POST",
    path: "/messages",
    // In the queue after 18 ms; the whole answer takes as long as the guide's benchmark implies (238 messages a second from 50 at once: 210 ms each).
    query: { pool: "redis", latency: around(18, 26) },
    bodyAfterMs: 200,
    answer: { kind: "enqueue", queue: "messages" }
  },
  { method: "GET", path: "/stats", answer: { kind: "figures", figures: stats } },
  { method: "GET", path: "/messages/count", latency: around(3, 8), answer: { kind: "figures", figures: { count: messages("committed") } } },
  {
    method: "GET",
    path: "/messages/recent",
    latency: around(4, 12),
    answer: { kind: "list", count: 10, fields: { channel_id: 7, content: "Hello, I need help with my order" } }
  }
];
var sockets5 = [{ path: "/ws/stats", push: { everyMs: 1e3, value: { type: "stats" }, figures: stats } }];
var metrics4 = [
  { name: "ingestor_queue_length", help: "Messages that wait to be committed.", type: "gauge", value: messages("length") },
  { name: "ingestor_messages_pending", help: "Messages that are not committed yet.", type: "gauge", value: messages("lag") },
  { name: "ingestor_messages_total", help: "Messages that were committed.", type: "counter", value: messages("committed") },
  { name: "ingestor_batches_total", help: "Batches that were written.", type: "counter", value: messages("batches") },
  { name: "ingestor_current_rps", help: "Messages committed per second over the last 10 s.", type: "gauge", value: messages("rps") },
  { name: "ingestor_latency_avg_seconds", help: "API to commit, average of the last 100.", type: "gauge", value: seconds("avg_ms") },
  { name: "ingestor_latency_p95_seconds", help: "API to commit, p95 of the last 100.", type: "gauge", value: seconds("p95_ms") },
  { name: "ingestor_latency_p99_seconds", help: "API to commit, p99 of the last 100.", type: "gauge", value: seconds("p99_ms") },
  { name: "ingestor_commit_duration_seconds", help: "API to commit.", type: "histogram", of: { queue: "messages" } },
  redisMemory(0.3),
  ...poolMetrics("redis_pool_connections", "redis"),
  residentMemory(18e7)
];
var ingestor = {
  name: "ingestor",
  title: "a message ingestor with a queue and batch workers",
  dials: {
    spinMs: 0,
    seed: 5,
    routes: routes3,
    sockets: sockets5,
    // The guide's batches of 50, but flushed after 20 ms in place of its 2 s: with those it could not keep its own average of 100 ms at 100 messages a second.
    queues: [{ name: "messages", workers: 2, batch: 50, batchWaitMs: 20, work: around(6, 12) }],
    pools: [{ name: "redis", size: 25 }],
    metrics: metrics4
  }
};

// src/demo/systems/pggit.ts
var query2 = (medianMs, p95Ms) => ({ query: { pool: "db", latency: around(medianMs, p95Ms) } });
var webhooks = (does) => does === "create" ? { kind: "collection", collection: "webhooks", do: does, set: { active: true } } : { kind: "collection", collection: "webhooks", do: does };
var webhookRoutes = [
  {
    method: "GET",
    path: "/api/v1/webhooks",
    ...query2(3, 9),
    latency: around(5, 15),
    answer: { kind: "collection", collection: "webhooks", do: "list", limit: 20 }
  },
  { method: "POST", path: "/api/v1/webhooks", ...query2(4, 12), latency: around(6, 18), answer: webhooks("create") },
  { method: "GET", path: "/api/v1/webhooks/:id", ...query2(2, 6), latency: around(4, 12), answer: webhooks("get") },
  { method: "PUT", path: "/api/v1/webhooks/:id", ...query2(4, 12), latency: around(6, 18), answer: webhooks("update") },
  { method: "DELETE", path: "/api/v1/webhooks/:id", ...query2(4, 12), latency: around(6, 18), answer: webhooks("delete") }
];
var alertRoutes = [
  {
    method: "GET",
    path: "/api/v1/alerts",
    cache: "api",
    ...query2(5, 14),
    latency: around(8, 22),
    answer: { kind: "collection", collection: "alerts", do: "list", limit: 50 }
  },
  {
    method: "GET",
    path: "/api/v1/alerts/:id",
    ...query2(2, 6),
    latency: around(4, 12),
    answer: { kind: "collection", collection: "alerts", do: "get" }
  },
  {
    method: "POST",
    path: "/api/v1/alerts/:id/acknowledge",
    ...query2(4, 12),
    latency: around(6, 18),
    answer: { kind: "collection", collection: "alerts", do: "update", set: { acknowledged: true } },
    notify: { socket: "/ws/updates", to: "channel", channel: "alerts", value: { channel: "alerts" }, delay: around(5, 15) }
  }
];
var DASHBOARD = ["summary", "metrics", "activity"];
var dashboardRoutes = DASHBOARD.map((part) => ({
  method: "GET",
  path: `/api/v1/dashboard/${part}`,
  cache: "api",
  ...query2(8, 20),
  latency: around(10, 28),
  answer: { kind: "json", value: { part, repositories: 42, commits_today: 318, open_alerts: 7 } }
}));
var statsOf = (prefix, tier) => {
  const of = (what) => ({
    figure: "cache",
    cache: "api",
    of: what,
    ...tier === void 0 ? {} : { tier }
  });
  return {
    [`${prefix}hit_rate`]: of("hit_ratio"),
    [`${prefix}hits`]: of("hits"),
    [`${prefix}misses`]: of("misses"),
    [`${prefix}entries`]: of("entries")
  };
};
var CACHED = ["/api/v1/alerts", ...DASHBOARD.map((part) => `/api/v1/dashboard/${part}`)];
var cacheRoutes = [
  {
    method: "GET",
    path: "/api/v1/cache/stats",
    latency: around(3, 8),
    answer: { kind: "figures", figures: { ...statsOf(""), ...statsOf("l1.", "l1"), ...statsOf("l2.", "l2") } }
  },
  { method: "POST", path: "/api/v1/cache/clear", latency: around(5, 14), answer: { kind: "cache", cache: "api", do: "clear" } },
  { method: "POST", path: "/api/v1/cache/invalidate", latency: around(5, 14), answer: { kind: "cache", cache: "api", do: "invalidate" } },
  { method: "POST", path: "/api/v1/cache/warm", latency: around(8, 20), answer: { kind: "cache", cache: "api", do: "warm", keys: CACHED } }
];
var openRoutes2 = [
  { method: "POST", path: "/auth/token", latency: around(6, 18), answer: { kind: "jwt-login" } },
  { method: "GET", path: "/health", answer: { kind: "json", value: { status: "healthy" } } },
  {
    method: "GET",
    path: "/health/deep",
    ...query2(2, 6),
    latency: around(3, 9),
    answer: {
      kind: "figures",
      value: { status: "healthy", database: { status: "connected" }, cache: { status: "initialized" } },
      figures: {
        "database.pool_in_use": { figure: "pool", pool: "db", of: "in_use" },
        "database.pool_size": { figure: "pool", pool: "db", of: "size" },
        "cache.hit_rate": { figure: "cache", cache: "api", of: "hit_ratio" },
        websocket_connections: { figure: "sockets" }
      }
    }
  },
  { method: "GET", path: "/metrics", answer: { kind: "metrics" } }
];
var sockets6 = [
  {
    path: "/ws/updates",
    auth: "token",
    handshakeMs: 10,
    welcome: { type: "welcome" },
    reply: { kind: "reply", latency: around(5, 15) },
    push: { everyMs: 1e3, value: { type: "update", commits_today: 318 } }
  }
];
var tierCounters = ["l1", "l2"].flatMap((tier) => [
  {
    name: "cache_hits_total",
    help: "Answers that the tier had.",
    type: "counter",
    labels: { tier },
    value: { figure: "cache", cache: "api", tier, of: "hits" }
  },
  {
    name: "cache_misses_total",
    help: "Answers that the tier did not have.",
    type: "counter",
    labels: { tier },
    value: { figure: "cache", cache: "api", tier, of: "misses" }
  }
]);
var metrics5 = [
  ...tierCounters,
  {
    name: "cache_hit_ratio",
    help: "Share of the requests that some tier had the answer to.",
    type: "gauge",
    value: { figure: "cache", cache: "api", of: "hit_ratio" }
  },
  ...poolMetrics("db_pool_connections", "db"),
  { name: "pg_query_duration_seconds", help: "Time that queries take.", type: "histogram", of: { pool: "db" } },
  redisMemory(0.3),
  residentMemory(26e7)
];
var pggit = {
  name: "pggit",
  title: "Git in a database: webhooks, alerts, dashboard, cache",
  dials: {
    spinMs: 0,
    seed: 3,
    routes: [
      ...openRoutes2,
      ...[...webhookRoutes, ...alertRoutes, ...dashboardRoutes, ...cacheRoutes].map((route) => ({ ...route, auth: "token" }))
    ],
    sockets: sockets6,
    caches: [
      {
        name: "api",
        tiers: [
          { name: "l1", capacity: 100, ttlMs: 5e3, hit: around(1, 3) },
          { name: "l2", capacity: 1e3, ttlMs: 6e4, hit: around(3, 8) }
        ]
      }
    ],
    pools: [{ name: "db", size: 30 }],
    collections: [{ name: "webhooks" }, { name: "alerts", seeded: { count: 50, fields: { severity: "warning", acknowledged: false } } }],
    metrics: metrics5
  }
};

// src/demo/systems/find-system.ts
function listSystems() {
  return [chat4all, aiaas, pggit, allthrive, ingestor];
}
function findSystem(name) {
  return listSystems().find((system) => system.name === name);
}

// src/demo/server-messages.ts
function isServerRequest(value) {
  return typeof value === "object" && value !== null && "ask" in value;
}
function isServerMessage(value) {
  return typeof value === "object" && value !== null && "say" in value;
}

export {
  demoDials,
  listSystems,
  findSystem,
  isServerRequest,
  isServerMessage
};
