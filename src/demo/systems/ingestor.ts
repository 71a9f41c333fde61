import type { Figure, Figures, MetricDials } from '../backend/backend-dials.ts';
import type { RouteDials } from '../dials.ts';
import type { SocketDials } from '../sockets/socket-dials.ts';
import { around, type DemoSystem, poolMetrics, redisMemory, residentMemory } from './demo-system.ts';

/*
 * Messages into a queue, and from there in batches into a database; the system measures itself. What to change for each criterion to break:
 *
 * success rate              faults { kind: 'status', status: 500, every: 30 } on `POST /messages`
 * duration, throughput      `POST /messages` bodyAfterMs: 600 (latencies stay), or pool redis: size 2 (few messages at once)
 * response time             bodyAfterMs, or query.latency of `POST /messages`
 * API to commit, all        queue messages: batchWaitMs 2,000 and batch 500, or work constant 700 ms (one worker: the queue grows too)
 * API to commit, p95 or p99 work by quantiles with a jump: [[0, 10], [92, 10], [92, 1,200], [100, 1,200]] for some batches
 * queue length              held: 500 (only the length), workers: 0 (stuck)
 * back to normal            workers: 1 with work so slow that the pause is too short; or held
 * committed                 loseEvery: 50 (acknowledged and gone), failEvery
 * queue full                capacity: 100 with slow work: 503s
 * current_rps               metric and stats: constant
 * memory leak               residentMemory(…, leakBytes: 100,000)
 * pool exhaustion           pool redis: held: 24 of 25 and timeoutMs: 200 (503s); only the gauge, at few messages a second: held: 23
 * Redis full                redisMemory(0.95)
 * live stats                socket push.everyMs larger, connectionFaults
 * health                    answer of `GET /health` with another status
 */
const messages = (of: Extract<Figure, { figure: 'queue' }>['of']): Figure => ({ figure: 'queue', queue: 'messages', of });
const seconds = (of: 'avg_ms' | 'p95_ms' | 'p99_ms'): Figure => ({ figure: 'sum', terms: [{ times: 0.001, of: messages(of) }] });

const stats: Figures = {
  total_messages: messages('committed'),
  current_rps: messages('rps'),
  avg_latency_ms: messages('avg_ms'),
  p95_latency_ms: messages('p95_ms'),
  p99_latency_ms: messages('p99_ms'),
  queue_length: messages('length'),
  batches: messages('batches'),
};

const routes: readonly RouteDials[] = [
  { method: 'GET', path: '/', answer: { kind: 'json', value: { service: 'message-ingestor' } } },
  {
    method: 'GET',
    path: '/health',
    answer: { kind: 'figures', value: { status: 'healthy', redis: 'connected' }, figures: { queue_length: messages('length') } },
  },
  { method: 'GET', path: '/metrics', answer: { kind: 'metrics' } },
  {
    method: 'POST',
    path: '/messages',
    // In the queue after 18 ms; the whole answer takes as long as the guide's benchmark implies (238 messages a second from 50 at once: 210 ms each).
    query: { pool: 'redis', latency: around(18, 26) },
    bodyAfterMs: 200,
    answer: { kind: 'enqueue', queue: 'messages' },
  },
  { method: 'GET', path: '/stats', answer: { kind: 'figures', figures: stats } },
  { method: 'GET', path: '/messages/count', latency: around(3, 8), answer: { kind: 'figures', figures: { count: messages('committed') } } },
  {
    method: 'GET',
    path: '/messages/recent',
    latency: around(4, 12),
    answer: { kind: 'list', count: 10, fields: { channel_id: 7, content: 'Hello, I need help with my order' } },
  },
];

const sockets: readonly SocketDials[] = [{ path: '/ws/stats', push: { everyMs: 1_000, value: { type: 'stats' }, figures: stats } }];

const metrics: readonly MetricDials[] = [
  { name: 'ingestor_queue_length', help: 'Messages that wait to be committed.', type: 'gauge', value: messages('length') },
  { name: 'ingestor_messages_pending', help: 'Messages that are not committed yet.', type: 'gauge', value: messages('lag') },
  { name: 'ingestor_messages_total', help: 'Messages that were committed.', type: 'counter', value: messages('committed') },
  { name: 'ingestor_batches_total', help: 'Batches that were written.', type: 'counter', value: messages('batches') },
  { name: 'ingestor_current_rps', help: 'Messages committed per second over the last 10 s.', type: 'gauge', value: messages('rps') },
  { name: 'ingestor_latency_avg_seconds', help: 'API to commit, average of the last 100.', type: 'gauge', value: seconds('avg_ms') },
  { name: 'ingestor_latency_p95_seconds', help: 'API to commit, p95 of the last 100.', type: 'gauge', value: seconds('p95_ms') },
  { name: 'ingestor_latency_p99_seconds', help: 'API to commit, p99 of the last 100.', type: 'gauge', value: seconds('p99_ms') },
  { name: 'ingestor_commit_duration_seconds', help: 'API to commit.', type: 'histogram', of: { queue: 'messages' } },
  redisMemory(0.3),
  ...poolMetrics('redis_pool_connections', 'redis'),
  residentMemory(180_000_000),
];

/** A queue, its workers and what they say of themselves. */
export const ingestor: DemoSystem = {
  name: 'ingestor',
  title: 'a message ingestor with a queue and batch workers',
  dials: {
    spinMs: 0,
    seed: 5,
    routes,
    sockets,
    // The guide's batches of 50, but flushed after 20 ms in place of its 2 s: with those it could not keep its own average of 100 ms at 100 messages a second.
    queues: [{ name: 'messages', workers: 2, batch: 50, batchWaitMs: 20, work: around(6, 12) }],
    pools: [{ name: 'redis', size: 25 }],
    metrics,
  },
};
