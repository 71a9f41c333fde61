import { delimiter, join } from 'node:path';
import {
  always,
  lostBrokers,
  cpu,
  failing,
  heldPool,
  metric,
  queue,
  redis,
  route,
  shortTokens,
  slow,
  socket,
  some,
  leakedSockets,
} from './chat4all-dials.ts';
import type { Fault, TargetCase } from './system-case.ts';

/** Only for a while. */
export const kafkaLag: Fault = {
  row: 'server kafka lag max',
  what: 'consumers commit half of what comes, and catch up afterwards',
  dials: queue({ work: always(900) }),
};
/** Not beyond the limit, and never over. */
export const lagStays: Fault = {
  row: 'server kafka lag recovers',
  what: '500 messages lie in Kafka that no consumer takes',
  dials: queue({ held: 500 }),
};
export const pool: Fault = { row: 'server db pool avg', what: '60 connections of a larger pool are never given back', dials: heldPool };

/** PromQL beside the API throughput test. */
export const prometheus: TargetCase = {
  scenario: 'api.yaml',
  sla: 'prometheus.sla.yaml',
  healthy: ['watched'],
  quick: 'watched',
  needsPrometheus: true,
  env: { RATE_WINDOW: '5s' },
  faults: [
    {
      row: 'server API request rate max',
      what: 'three logins of ten take 18 s, so that 700 of 1,000 users send, and less arrives at the workers',
      dials: slow('POST /v1/auth/token', some(30, 18_000)),
      also: ['server worker throughput max'],
    },
    { row: 'server API p99 latency max', what: 'three messages of 100 take 270 ms', dials: slow('POST /v1/messages', some(3, 270)) },
    { row: 'server API error rate max', what: '2.5 % of the messages fail', dials: failing('POST /v1/messages', 40) },
    { ...kafkaLag, what: '5,000 messages lie in Kafka that no consumer takes', dials: queue({ held: 5_000 }) },
    {
      row: 'server worker throughput max',
      what: 'consumers commit 1,300 messages a second (the others lie in Kafka)',
      dials: queue({ work: always(300) }),
      also: ['server kafka lag max'],
    },
    pool,
  ],
};

/** The same beside the WebSocket test. */
export const websocketPrometheus: TargetCase = {
  scenario: 'websocket.yaml',
  sla: 'websocket.prometheus.sla.yaml',
  healthy: ['quick'],
  quick: 'quick',
  needsPrometheus: true,
  env: { CONNECTIONS: '700' },
  faults: [
    { row: 'server connections max', what: 'no more than 500 connections are let in', dials: socket({ maxOpen: 500 }) },
    { row: 'server cpu avg', what: 'the CPU is 90 % busy', dials: cpu },
    { row: 'server redis memory max', what: 'Redis has used 95 % of its memory', dials: redis },
  ],
};

const slowConsumers = queue({ work: always(900) });

/** The guide's command lines, of tools that stand in for docker and Kafka and tell what the staging server tells. */
export const commands: TargetCase = {
  scenario: 'api.yaml',
  sla: 'commands.sla.yaml',
  healthy: ['quick'],
  quick: 'quick',
  flags: ['--allow-commands'],
  env: { PATH: `${join(import.meta.dirname, 'chat4all-tools')}${delimiter}${process.env['PATH'] ?? ''}` },
  faults: [
    { row: 'server api errors delta', what: '2.5 % of the messages fail', dials: failing('POST /v1/messages', 40) },
    {
      row: 'server router warnings delta',
      what: 'consumers commit half of what comes, and the router warns for each thousand (which is the lag)',
      dials: slowConsumers,
      also: ['server consumer lag max'],
    },
    {
      row: 'server kafka errors delta',
      what: 'Kafka loses its brokers while the load is on',
      dials: lostBrokers,
    },
    {
      row: 'server database errors delta',
      what: 'queries take 400 ms and use up the pool',
      dials: route('POST /v1/messages', { query: { pool: 'db', latency: always(400) } }),
    },
    { row: 'server refused tokens delta', what: 'tokens expire after 2 s', dials: shortTokens },
    { row: 'server consumer lag max', what: '5,000 messages lie in Kafka that no consumer takes', dials: queue({ held: 5_000 }) },
    { row: 'server redis clients max', what: 'connections are leaked', dials: metric('websocket_connections_active', leakedSockets) },
    { row: 'server redis memory max', what: 'Redis has used 95 % of its memory', dials: redis },
    { row: 'server busiest container avg', what: 'the CPU is 90 % busy', dials: cpu },
  ],
};
