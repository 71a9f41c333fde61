import { chat4all as played } from '../../src/demo/systems/chat4all.ts';
import { always, connections, cpu, failing, leak, notifiedAfter, queue, redis, route, slow, socket, some } from './chat4all-dials.ts';
import { commands, kafkaLag, lagStays, pool, prometheus, websocketPrometheus } from './chat4all-monitoring.ts';
import type { SystemCase, TargetCase } from './system-case.ts';

const TOTAL = 'nine requests of ten are these, so the total cannot hold';

const api: TargetCase = {
  scenario: 'api.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    {
      row: 'POST /v1/auth/token mean',
      what: 'one login in fourteen takes 5 s',
      dials: slow('POST /v1/auth/token', some(7, 5_000)),
    },
    {
      row: 'POST /v1/auth/token error_budget',
      what: 'one login in 25 fails (who was refused cannot send, and a message that was due and not sent has no time that a mean could have)',
      dials: failing('POST /v1/auth/token', 25),
      also: ['POST /v1/messages mean'],
    },
    {
      row: 'POST /v1/messages mean',
      what: 'every message takes 250 ms (the percentiles are then beyond the same 200 ms)',
      dials: slow('POST /v1/messages', always(250)),
      also: ['POST /v1/messages p95', 'POST /v1/messages p99'],
    },
    {
      row: 'POST /v1/messages p95',
      what: 'eight messages of 100 take 270 ms (p99 is never below p95, and has the same limit)',
      dials: slow('POST /v1/messages', some(8, 270)),
      also: ['POST /v1/messages p99'],
    },
    { row: 'POST /v1/messages p99', what: 'three messages of 100 take 270 ms', dials: slow('POST /v1/messages', some(3, 270)) },
    {
      row: 'POST /v1/messages error_budget',
      what: `2 % of the messages fail (${TOTAL})`,
      dials: failing('POST /v1/messages', 50),
      also: ['total error_budget'],
    },
    {
      row: 'GET /v1/conversations mean',
      what: 'every list takes 250 ms (p95 is then beyond the same 200 ms)',
      dials: slow('GET /v1/conversations', always(250)),
      also: ['GET /v1/conversations p95'],
    },
    { row: 'GET /v1/conversations p95', what: 'eight lists of 100 take 270 ms', dials: slow('GET /v1/conversations', some(8, 270)) },
    { row: 'GET /v1/conversations error_budget', what: 'one list in twenty fails', dials: failing('GET /v1/conversations', 20) },
    {
      row: 'total error_budget',
      what: 'one message in forty fails (no total is beyond 1 % while each of its parts is within)',
      dials: failing('POST /v1/messages', 40),
      also: ['POST /v1/messages error_budget'],
    },
    {
      row: 'POST /v1/messages throughput in 1000 users',
      what: 'three logins of ten take 18 s, so that 700 of 1,000 users send (by the wait for their login, whose mean is beyond its limit)',
      dials: slow('POST /v1/auth/token', some(30, 18_000)),
      profile: 'local',
      also: ['POST /v1/auth/token mean'],
    },
    {
      row: 'GET /v1/conversations p99 in 1000 users',
      what: 'three lists of 100 take 270 ms',
      dials: slow('GET /v1/conversations', some(3, 270)),
      profile: 'local',
    },
    kafkaLag,
    lagStays,
    pool,
    { row: 'server redis memory max', what: 'Redis has used 95 % of its memory', dials: redis },
    { row: 'server memory growth', what: 'each request leaves 30 kB behind', dials: leak(30_000) },
  ],
  elsewhere: [{ row: 'POST /v1/messages throughput in 10M messages/minute', why: '10 machines: --profile ten-million --shard 1/10' }],
};

const sustained: TargetCase = {
  scenario: 'sustained.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    {
      row: 'POST /v1/messages mean',
      what: 'every message takes 250 ms (p99 is then beyond the same 200 ms)',
      dials: slow('POST /v1/messages', always(250)),
      also: ['POST /v1/messages p99'],
    },
    { row: 'POST /v1/messages p99', what: 'three messages of 100 take 400 ms', dials: slow('POST /v1/messages', some(3, 400)) },
    { row: 'total error_budget', what: '2.5 % of the messages fail', dials: failing('POST /v1/messages', 40) },
    {
      row: 'POST /v1/messages throughput in 2000 users',
      what: 'three logins of ten take 18 s, so that 1,400 of 2,000 users send',
      dials: slow('POST /v1/auth/token', some(30, 18_000)),
      profile: 'local',
    },
    kafkaLag,
    lagStays,
    pool,
    { row: 'server memory growth', what: 'each request leaves 30 kB behind', dials: leak(30_000) },
  ],
};

const websocket: TargetCase = {
  scenario: 'websocket.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    { row: 'ws /ws mean', what: 'a handshake takes 150 ms', dials: socket({ handshakeMs: 150 }) },
    {
      row: 'ws /ws error_budget',
      what: 'one handshake in 40 is refused',
      dials: connections({ kind: 'refuse', status: 503, every: 40 }),
    },
    {
      row: 'message to notification mean',
      what: 'every notification comes after 150 ms (p99 is then beyond the same 100 ms)',
      dials: notifiedAfter(always(150)),
      also: ['message to notification p99'],
    },
    { row: 'message to notification p99', what: 'three notifications of 100 come after 250 ms', dials: notifiedAfter(some(3, 250)) },
    {
      row: 'message to notification error_budget',
      what: 'one notification in 40 comes after 10 s, when nobody waits any more (more than 1 % have no time, so neither mean nor p99 can hold)',
      dials: notifiedAfter(some(2.5, 10_000)),
      also: ['message to notification mean', 'message to notification p99'],
    },
    { row: 'ping to pong mean', what: 'a pong takes 150 ms', dials: socket({ reply: { kind: 'reply', latency: always(150) } }) },
    {
      row: 'ping to pong error_budget',
      what: 'one pong in 40 comes after 10 s, when nobody waits any more (what has no time leaves no mean)',
      dials: socket({ reply: { kind: 'reply', latency: some(2.5, 10_000) } }),
      also: ['ping to pong mean'],
    },
    { row: 'POST /v1/messages mean', what: 'every message takes 260 ms', dials: slow('POST /v1/messages', always(260)) },
    {
      row: 'POST /v1/messages error_budget',
      what: '4 % of the messages are refused (a message that was refused notifies nobody; both are half of all requests)',
      dials: failing('POST /v1/messages', 25),
      also: ['message to notification error_budget', 'message to notification mean', 'message to notification p99', 'total error_budget'],
    },
    { row: 'total error_budget', what: 'every fourth login fails', dials: failing('POST /v1/auth/token', 4) },
    {
      row: 'ws /ws concurrent in 2000 connections',
      what: 'one connection too few is let in',
      dials: socket({ maxOpen: 1_999 }),
      profile: 'local',
    },
    { row: 'server cpu avg', what: 'the CPU is 90 % busy', dials: cpu },
    { row: 'server redis memory max', what: 'Redis has used 95 % of its memory', dials: redis },
    { ...kafkaLag, what: '5,000 messages lie in Kafka that no consumer takes', dials: queue({ held: 5_000 }) },
  ],
  elsewhere: [
    { row: 'ws /ws concurrent in 10000 connections', why: 'a machine of 4 cores' },
    { row: 'ws /ws concurrent in 5000 connections', why: 'a machine of 4 cores: --profile scalability' },
  ],
};

const upload: TargetCase = {
  scenario: 'upload.yaml',
  healthy: ['local', 'quick'],
  quick: 'quick',
  faults: [
    {
      row: 'upload chunk mean',
      what: 'three chunks of five take 10 s (100 uploads of 10 MB in more than 5 s are less than 200 MB/s)',
      dials: slow('POST /v1/files/:id/chunks', some(60, 10_000)),
      also: ['total upload'],
    },
    {
      row: 'upload chunk error_budget',
      what: 'one chunk in 25 is refused (a file without it cannot be complete, and chunks are two requests of five)',
      dials: failing('POST /v1/files/:id/chunks', 25),
      also: ['POST /v1/files/{id}/complete error_budget', 'total error_budget'],
    },
    { row: 'POST /v1/files/initiate mean', what: 'a session takes 300 ms', dials: slow('POST /v1/files/initiate', always(300)) },
    { row: 'POST /v1/files/initiate error_budget', what: 'one session in 40 is refused', dials: failing('POST /v1/files/initiate', 40) },
    {
      row: 'POST /v1/files/{id}/complete mean',
      what: 'to begin the merge takes 300 ms',
      dials: slow('POST /v1/files/:id/complete', always(300)),
    },
    {
      row: 'POST /v1/files/{id}/complete error_budget',
      what: 'one merge in 30 is refused',
      dials: failing('POST /v1/files/:id/complete', 30),
    },
    {
      row: 'file merged error_budget',
      what: 'one merge in 30 fails',
      dials: route('POST /v1/files/:id/complete', { answer: { kind: 'upload-complete', mergeMs: 150, mergeFailEvery: 30 } }),
    },
    { row: 'total error_budget', what: 'every tenth login fails', dials: failing('POST /v1/auth/token', 10) },
    {
      row: 'total upload',
      what: 'three chunks of four take 6 s',
      dials: slow('POST /v1/files/:id/chunks', some(75, 6_000)),
    },
    {
      row: 'server uploads at once max',
      what: 'one login in five takes 14 s, so that fewer than 90 upload',
      dials: slow('POST /v1/auth/token', some(20, 14_000)),
    },
  ],
};

/** The chat platform: API throughput, WebSocket connections, uploads in chunks, sustained throughput. */
export const chat4all: SystemCase = {
  system: 'chat4all',
  dials: played.dials,
  targets: [api, websocket, upload, sustained, prometheus, websocketPrometheus, commands],
};
