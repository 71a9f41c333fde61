import { delimiter, join } from 'node:path';
import { redisMemory, residentMemory, constant } from '../../src/demo/systems/demo-system.ts';
import { ingestor as played } from '../../src/demo/systems/ingestor.ts';
import { changeMetric, changeQueue } from '../demo/change-dials.ts';
import { answersAfter, failing, jsonStat, liveStat, losing, slowCommits, someSlowCommits, times } from './ingestor-dials.ts';
import type { SystemCase, TargetCase } from './system-case.ts';

const DURATION = 'so many messages in this time are that rate';

const quick: TargetCase = {
  scenario: 'quick.yaml',
  healthy: ['local'],
  quick: 'local',
  faults: [
    {
      row: 'POST /messages error_budget',
      what: '2 % of the messages are refused (and those cannot be committed)',
      dials: failing(50),
      also: ['server committed delta'],
    },
    {
      row: 'POST /messages throughput',
      what: `each answer takes 620 ms, 80 messages a second from 50 at once (${DURATION})`,
      dials: answersAfter(600),
      also: ['total duration'],
    },
    {
      row: 'total duration',
      what: `each answer takes 670 ms (${DURATION})`,
      dials: answersAfter(650),
      also: ['POST /messages throughput'],
    },
    { row: 'server average latency avg', what: 'every commit takes 110 ms', dials: slowCommits(110) },
    { row: 'server p95 latency max', what: 'eight commits of 100 take 300 ms', dials: someSlowCommits(8, 300) },
    { row: 'server p99 latency max', what: 'two commits of 100 take 1.3 s', dials: someSlowCommits(2, 1_300) },
    { row: 'server committed delta', what: '2 % of the messages are accepted and lost', dials: losing(50) },
    {
      row: 'server batches delta',
      what: 'the worker counts one batch of twenty',
      dials: jsonStat('GET /stats', 'batches', times(0.05, 'batches')),
    },
  ],
};

const stress: TargetCase = {
  scenario: 'stress.yaml',
  healthy: ['local', 'short'],
  quick: 'short',
  env: { COMMITTED: '1900' },
  faults: [
    { row: 'POST /messages error_budget', what: '2 % of the messages are refused', dials: failing(50), profile: 'local' },
    {
      row: 'POST /messages throughput',
      what: `each answer takes 1.5 s, 135 messages a second from 200 at once (${DURATION}, when they are below 167)`,
      dials: answersAfter(1_450),
      also: ['total duration in 2K messages'],
    },
    {
      row: 'total duration in 2K messages',
      what: `each answer takes 1.5 s (${DURATION})`,
      dials: answersAfter(1_450),
      also: ['POST /messages throughput'],
    },
    { row: 'server average latency avg', what: 'every commit takes 240 ms', dials: slowCommits(240) },
    { row: 'server p95 latency max', what: 'eight commits of 100 take 700 ms', dials: someSlowCommits(8, 700) },
    { row: 'server p99 latency max', what: 'three commits of 100 take 1.3 s', dials: someSlowCommits(3, 1_300), profile: 'local' },
    { row: 'server committed delta', what: '8 % of the messages are accepted and lost', dials: losing(12) },
  ],
  elsewhere: [{ row: 'total duration in 10K messages', why: 'more than a minute' }],
};

const extreme: TargetCase = {
  scenario: 'extreme.yaml',
  healthy: ['local', 'short'],
  quick: 'short',
  faults: [
    { row: 'POST /messages error_budget', what: '4 % of the messages are refused', dials: failing(25) },
    {
      row: 'POST /messages throughput',
      what: 'each answer takes 2 s, 240 messages a second from 500 at once',
      dials: answersAfter(2_050),
    },
    {
      row: 'total duration in 3K messages',
      what: `each answer takes 3.7 s, 135 messages a second (${DURATION}, and that is below 300, too)`,
      dials: answersAfter(3_700),
      also: ['POST /messages throughput'],
    },
    { row: 'server average latency avg', what: 'every commit takes 450 ms', dials: slowCommits(450) },
    {
      row: 'server p95 latency max',
      what: 'eight commits of 100 take 1.3 s (p99 is never below p95, and has the same limit)',
      dials: someSlowCommits(8, 1_300),
      also: ['server p99 latency max'],
    },
    {
      row: 'server p99 latency max',
      what: 'three commits of 100 take 1.3 s, and the answers do not wait so long',
      dials: (healthy) => answersAfter(60)(someSlowCommits(3, 1_300)(healthy)),
      profile: 'local',
    },
    {
      row: 'server pending messages recovers',
      what: 'one message of fifty is pending for ever',
      dials: (healthy) => ({
        ...changeMetric(healthy, {
          name: 'ingestor_messages_pending',
          help: 'Messages that are not committed yet.',
          type: 'gauge',
          value: times(0.02, 'enqueued'),
        }),
      }),
    },
  ],
  elsewhere: [{ row: 'total duration in 50K messages', why: 'up to five minutes' }],
};

const custom: TargetCase = {
  scenario: 'custom.yaml',
  healthy: ['local'],
  quick: 'local',
  env: { MESSAGES: '1500', CONCURRENT: '100', COMMITTED: '1425' },
  faults: [
    {
      row: 'POST /messages error_budget',
      what: '8 % of the messages are refused (and those cannot be committed)',
      dials: failing(12),
      also: ['server committed delta'],
    },
    { row: 'server p99 latency max', what: 'three commits of 100 take 1.3 s', dials: someSlowCommits(3, 1_300) },
    {
      row: 'server queue length recovers',
      what: 'one message of fifty stays in the list for ever',
      dials: jsonStat('GET /health', 'queue_length', times(0.02, 'enqueued')),
    },
    { row: 'server committed delta', what: '8 % of the messages are accepted and lost', dials: losing(12) },
  ],
};

const burst: TargetCase = {
  scenario: 'burst.yaml',
  healthy: ['local', 'short'],
  quick: 'short',
  faults: [
    { row: 'POST /messages error_budget', what: '4 % of the messages are refused', dials: failing(25) },
    {
      row: 'server throughput max',
      what: 'the worker counts one message of seven in its rate',
      dials: liveStat('current_rps', times(0.15, 'rps')),
    },
    { row: 'server throughput recovers', what: 'the rate stays where it was', dials: liveStat('current_rps', constant(400)) },
    {
      row: 'server queue recovers',
      what: 'one message of fifty stays in the list for ever',
      dials: jsonStat('GET /health', 'queue_length', times(0.02, 'enqueued')),
    },
  ],
};

const sustained: TargetCase = {
  scenario: 'sustained.yaml',
  healthy: ['local', 'short'],
  quick: 'short',
  faults: [
    { row: 'POST /messages error_budget', what: '2 % of the messages are refused', dials: failing(50) },
    {
      row: 'POST /messages error_rate in a window of 5 s',
      what: '8 % of the messages are refused (and that is more than 1 %, too)',
      dials: failing(12),
      also: ['POST /messages error_budget'],
    },
    {
      row: 'server memory growth',
      what: 'each message leaves 60 kB behind',
      dials: (healthy) => changeMetric(healthy, residentMemory(180_000_000, 60_000)),
    },
    {
      row: 'server redis memory max',
      what: 'Redis has used 95 % of its memory',
      dials: (healthy) => changeMetric(healthy, redisMemory(0.95)),
    },
    {
      row: 'server connection pool max',
      what: 'connections are never given back: 24 of 25',
      dials: (healthy) =>
        changeMetric(healthy, {
          name: 'redis_pool_connections_active',
          help: 'Connections in use.',
          type: 'gauge',
          value: { figure: 'sum', terms: [{ of: constant(24) }, { of: { figure: 'pool', pool: 'redis', of: 'in_use' } }] },
        }),
    },
    {
      row: 'server queue max',
      what: '500 messages lie in the queue that no worker takes',
      dials: liveStat('queue_length', {
        figure: 'sum',
        terms: [{ of: constant(500) }, { of: { figure: 'queue', queue: 'messages', of: 'length' } }],
      }),
    },
    {
      row: 'server average latency avg',
      what: 'the guide\'s "Optimize for Throughput": batches of 100, which wait until they are full (and their first messages longest of all)',
      dials: (healthy) => changeQueue(healthy, 'messages', { batch: 100, batchWaitMs: 5_000 }),
      also: ['server p95 latency max'],
    },
    {
      row: 'server average latency growth',
      what: 'each message that is in the database makes the next one slower',
      dials: liveStat('avg_latency_ms', {
        figure: 'sum',
        terms: [
          { of: { figure: 'queue', queue: 'messages', of: 'avg_ms' } },
          { times: 0.15, of: { figure: 'queue', queue: 'messages', of: 'committed' } },
        ],
      }),
    },
    {
      row: 'server p95 latency max',
      what: 'eight commits of 100 take 700 ms, the others 60 ms',
      dials: someSlowCommits(8, 700, 60),
    },
  ],
};

const prometheus: TargetCase = {
  scenario: 'stress.yaml',
  sla: 'prometheus.sla.yaml',
  healthy: ['local'],
  quick: 'local',
  needsPrometheus: true,
  faults: [
    {
      row: 'server throughput last',
      what: 'each answer takes 75 ms, 130 messages a second from 10 at once',
      dials: answersAfter(75),
      profile: 'few-connections',
    },
    { row: 'server average latency last', what: 'every commit takes 240 ms', dials: slowCommits(240) },
    { row: 'server p95 latency last', what: 'eight commits of 100 take 1.4 s', dials: someSlowCommits(8, 1_400) },
    { row: 'server committed share last', what: '8 % of the messages are accepted and lost', dials: losing(12) },
  ],
};

/** The guide's command lines, of a tool that stands in for docker. */
const commands: TargetCase = {
  scenario: 'quick.yaml',
  sla: 'commands.sla.yaml',
  healthy: ['local'],
  quick: 'local',
  flags: ['--allow-commands'],
  env: { PATH: `${join(import.meta.dirname, 'ingestor-tools')}${delimiter}${process.env['PATH'] ?? ''}` },
  faults: [
    {
      row: 'server total messages delta',
      what: 'the worker counts half of what it commits',
      dials: jsonStat('GET /stats', 'total_messages', times(0.5, 'committed')),
    },
    { row: 'server current rps last', what: 'each answer takes 670 ms, 75 messages a second', dials: answersAfter(650) },
    { row: 'server average latency avg', what: 'every commit takes 110 ms', dials: slowCommits(110) },
    { row: 'server p95 latency max', what: 'eight commits of 100 take 300 ms', dials: someSlowCommits(8, 300) },
    { row: 'server p99 latency max', what: 'three commits of 100 take 1.3 s', dials: someSlowCommits(3, 1_300) },
    {
      row: 'server pending messages recovers',
      what: 'one message of fifty stays in the list for ever',
      dials: jsonStat('GET /health', 'queue_length', times(0.02, 'enqueued')),
    },
    {
      row: 'server rows delta',
      what: 'one row of 25 is rolled back',
      dials: jsonStat('GET /messages/count', 'count', times(0.96, 'committed')),
    },
  ],
};

/** The message ingestor: fixed volumes, bursts, sustained load, and what it says of itself. */
export const ingestor: SystemCase = {
  system: 'ingestor',
  dials: played.dials,
  targets: [quick, stress, extreme, custom, burst, sustained, prometheus, commands],
};
