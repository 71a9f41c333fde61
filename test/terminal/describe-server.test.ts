import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSla } from '../../src/config/parse-sla.ts';
import { describePrometheus, describeServer } from '../../src/terminal/describe-server.ts';
import { FIXTURES, sourceOf } from '../config/read-fixtures.ts';

test('check says of each row what it promises, where it is asked and how often', () => {
  const parsed = parseSla(sourceOf(readFileSync(join(FIXTURES, 'valid', 'sla-server.yaml'), 'utf8')));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  assert.deepEqual(Object.fromEntries(describeServer(parsed.value)), {
    'kafka lag': 'max ≤ 1,000 (warns); PromQL max(kafka_consumer_lag), every 1 s',
    'cache hit rate': 'min ≥ 60 %; PromQL sum(rate(hits[1m]))/sum(rate(requests[1m])), every 5 s',
    'queue length': 'max ≤ 50, avg < 20, back to ≤ 5 within 30 s after the load; $.queue_length of GET /health, every 500 ms',
    'db pool': 'max ≤ 45, last ≤ 10; db_pool_connections{pool="main"} of GET /metrics, every 1 s',
    'live p95': 'max ≤ 500; $.p95_latency_ms of each message of /ws/stats, which is expected every 1 s',
    committed: 'delta ≥ 9,900; the number that psql -Atc select count(*) from messages prints, every 1 s; needs --allow-commands',
    memory: 'growth ≤ 10 %, max ≤ 2,000 MB; PromQL process_resident_memory_bytes, every 1 s',
    'query time': 'max ≤ 100 ms, delta ≤ -1 s; query_seconds of GET http://db.test:9187/metrics, every 1 s',
  });
});

test('check says which Prometheus would be asked, and which rows can only warn', () => {
  const parsed = parseSla(
    sourceOf('server: { lag: { promql: max(lag), max: 9 }, load: { metrics: /metrics, name: load, max: 1 } }\nseverity: { l*d: warn }'),
  );
  assert.ok(parsed.ok, JSON.stringify(parsed));
  assert.deepEqual(describeServer(parsed.value), [
    ['lag', 'max ≤ 9; PromQL max(lag), every 1 s'],
    ['load', 'max ≤ 1 (warns); load of GET /metrics, every 1 s'],
  ]);
  assert.equal(describePrometheus(parsed.value, 'http://prometheus:9090'), 'PromQL is asked of http://prometheus:9090, after the load');
  assert.equal(
    describePrometheus(parsed.value, undefined),
    'PromQL is asked of the Prometheus that --prometheus-url names, after the load',
  );
  assert.equal(describePrometheus({ server: [] }, 'http://prometheus:9090'), '');
});
