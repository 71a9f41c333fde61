import type { MetricDials } from '../backend/backend-dials.ts';
import type { RouteDials } from '../dials.ts';
import type { SocketDials } from '../sockets/socket-dials.ts';
import { around, cpuUsage, type DemoSystem, poolMetrics, redisMemory, residentMemory } from './demo-system.ts';

/*
 * A chat platform: messages go through Kafka to sockets, files come in chunks. What to change for each criterion to break:
 *
 * p99 of the API            latency of `POST /v1/messages` (or of any route): around(150, 400)
 * throughput of the API     the same with everybody slow: capacity { concurrent: 4 }, or around(800, 900) on `POST /v1/messages`
 * success rate of the API   faults { kind: 'status', status: 500, every: 50 }
 * authentication            expiresInMs of the login small: 401s
 * connections held          socket maxOpen below the users; or drops: connectionFaults { kind: 'drop', afterMs, every }
 * connection success        socket connectionFaults { kind: 'refuse', status: 503, every: 20 }; slow: handshakeMs
 * heartbeat                 socket connectionFaults { kind: 'silence', afterMs, every }: pings get no pong
 * subscription              socket channelField of another name: no `subscribed` comes
 * notification latency      `notify.delay` of `POST /v1/messages`: around(150, 300); some: messageFaults { kind: 'late', byMs, every }
 * notifications delivered   messageFaults { kind: 'lose', every: 20 }; twice: { kind: 'duplicate' }
 * CPU                       metric system_cpu_usage_ratio constant(0.95)
 * chunk upload time         latency of the chunks route: constant 6 s; upload throughput: constant 2.5 s
 * upload success            faults on the chunks route; merge: mergeFailEvery, or mergeMs beyond the patience of the poll
 * concurrent uploads        capacity of the server, or 503s on `POST /v1/files/initiate`
 * Kafka lag                 queue messages: held: 5,000 (only the lag), workers: 0 (nothing is consumed)
 * database pool             pool db: held: 46 of 50 (only the gauge), timeoutMs and a slow query (503s)
 * Redis memory, memory      redisMemory(0.93); residentMemory(…, leakBytes)
 * health                    answer of `GET /health` with another status
 */
const routes: readonly RouteDials[] = [
  { method: 'POST', path: '/v1/auth/token', latency: around(6, 18), answer: { kind: 'jwt-login' } },
  {
    method: 'GET',
    path: '/health',
    answer: {
      kind: 'figures',
      value: { status: 'healthy' },
      figures: { queue_length: { figure: 'queue', queue: 'messages', of: 'lag' }, websocket_connections: { figure: 'sockets' } },
    },
  },
  { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } },
  {
    method: 'POST',
    path: '/v1/messages',
    auth: 'token',
    query: { pool: 'db', latency: around(2, 5) },
    latency: around(8, 22),
    answer: { kind: 'enqueue', queue: 'messages' },
    notify: {
      socket: '/ws',
      to: 'channel',
      channelField: 'conversation_id',
      idField: 'message_id',
      repeats: ['conversation_id'],
      delay: around(14, 34),
    },
  },
  {
    method: 'GET',
    path: '/v1/conversations',
    auth: 'token',
    query: { pool: 'db', latency: around(3, 8) },
    latency: around(6, 16),
    answer: { kind: 'list', count: 20, fields: { title: 'Order 4711', unread: 2 } },
  },
  {
    method: 'GET',
    path: '/v1/conversations/:id',
    auth: 'token',
    query: { pool: 'db', latency: around(2, 5) },
    latency: around(4, 12),
    answer: { kind: 'item', fields: { title: 'Order 4711', unread: 2 } },
  },
  {
    method: 'GET',
    path: '/v1/conversations/:id/messages',
    auth: 'token',
    query: { pool: 'db', latency: around(3, 8) },
    latency: around(6, 16),
    answer: { kind: 'list', count: 30, fields: { text: 'What are your business hours?', author: 'visitor' } },
  },
  { method: 'POST', path: '/v1/files/initiate', auth: 'token', latency: around(8, 20), answer: { kind: 'upload-initiate' } },
  { method: 'POST', path: '/v1/files/:id/chunks', auth: 'token', latency: around(20, 60), answer: { kind: 'upload-chunk' } },
  {
    method: 'POST',
    path: '/v1/files/:id/complete',
    auth: 'token',
    latency: around(8, 20),
    answer: { kind: 'upload-complete', mergeMs: 150 },
  },
  { method: 'GET', path: '/v1/files/:id', auth: 'token', latency: around(4, 12), answer: { kind: 'upload-state' } },
];

const sockets: readonly SocketDials[] = [
  {
    path: '/ws',
    auth: 'token',
    welcome: { type: 'welcome' },
    channelField: 'conversation_id',
    reply: { kind: 'reply', latency: around(5, 15) },
  },
];

const metrics: readonly MetricDials[] = [
  {
    name: 'kafka_consumer_lag',
    help: 'Messages that no consumer has committed yet.',
    type: 'gauge',
    labels: { topic: 'messages' },
    value: { figure: 'queue', queue: 'messages', of: 'lag' },
  },
  {
    name: 'kafka_messages_consumed_total',
    help: 'Messages that were committed.',
    type: 'counter',
    labels: { topic: 'messages' },
    value: { figure: 'queue', queue: 'messages', of: 'committed' },
  },
  ...poolMetrics('db_pool_connections', 'db'),
  { name: 'websocket_connections_active', help: 'WebSocket connections that are open.', type: 'gauge', value: { figure: 'sockets' } },
  redisMemory(0.35),
  cpuUsage,
  residentMemory(420_000_000),
  { name: 'file_uploads_active', help: 'Uploads that are not merged yet.', type: 'gauge', value: { figure: 'uploads', of: 'open' } },
  { name: 'file_merges_total', help: 'Uploads that were merged.', type: 'counter', value: { figure: 'uploads', of: 'completed' } },
];

/** Messages, sockets and files. */
export const chat4all: DemoSystem = {
  name: 'chat4all',
  title: 'a chat platform with notifications and large files',
  dials: {
    spinMs: 0,
    seed: 1,
    routes,
    sockets,
    queues: [{ name: 'messages', workers: 4, batch: 100, batchWaitMs: 20, work: around(8, 20) }],
    pools: [{ name: 'db', size: 50 }],
    metrics,
  },
};
