import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { findTool } from '../../.ci/install-tools.ts';
import type { ServerSeries } from '../../src/metrics/server-series.ts';
import type { Report } from '../../src/report/report.ts';
import { makeFolder } from '../e2e/make-folder.ts';
import { assertVerdict, checkNamed, PATIENT, runGateOnFiles } from '../support/run-gate.ts';
import { listen, serveHttp } from '../support/serve.ts';

/** A Prometheus that reads `/metrics` of the target every second; its address. */
async function startPrometheus(context: TestContext, target: string): Promise<string> {
  const config = `scrape_configs: [ { job_name: target, scrape_interval: 1s, static_configs: [ { targets: ["${target}"] } ] } ]\n`;
  const folder = await makeFolder(context, { 'prometheus.yml': config });
  const { port } = await listen(createServer(), 'tcp').then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server;
  });
  const binary = join(dirname(findTool('prometheus')), 'prometheus');
  const listening = [`--web.listen-address=127.0.0.1:${port}`, `--storage.tsdb.path=${folder}/data`];
  const child = spawn(binary, [`--config.file=${folder}/prometheus.yml`, ...listening], { stdio: 'ignore' });
  context.after(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`${address}/api/v1/query?query=planted`).then(
      (response) => response.text(),
      () => '',
    );
    if (answer.includes('planted')) return address;
    await sleep(200);
  }
  assert.fail('Prometheus has scraped nothing');
}

/** Every scrape has seen another value: what the target has said, and when. */
interface Planted {
  readonly atMs: number;
  readonly value: number;
}

function seriesNamed({ run }: Report, name: string): ServerSeries {
  const series = run.server.find((one) => one.name === name);
  assert.ok(series, name);
  return series;
}

test('a real Prometheus gives back what the target said in the judged phases, and no more', { timeout: 180_000 }, async (context) => {
  const planted: Planted[] = [];
  let requests = 0;
  await using target = await serveHttp((request, response) => {
    if (request.url !== '/metrics') {
      requests++;
      return response.end('{}');
    }
    // Up and down between 100 and 199, so that no maximum is that of the edges.
    const value = 100 + ((planted.length * 37) % 100);
    planted.push({ atMs: Date.now(), value });
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    return response.end(
      `# TYPE planted gauge\nplanted ${value}\nshard{id="a"} 1\nshard{id="b"} 2\nnothing NaN\nrequests_total ${requests}\n`,
    );
  });
  const address = await startPrometheus(context, `127.0.0.1:${target.port}`);
  const report = await runGateOnFiles({
    target: target.url,
    scenario: {
      steps: [{ get: '/work' }],
      phases: [
        { name: 'warm', arrival_rate: '10/s', duration: '2s', warmup: true },
        { name: 'steady', arrival_rate: '20/s', duration: '12s' },
      ],
    },
    sla: {
      total: { error_budget: '0%' },
      generator: PATIENT,
      server: {
        planted: { promql: 'planted', max: 199, min: 100, every: '200ms' },
        shards: { promql: 'shard', max: 10 },
        sum: { promql: 'sum(shard)', max: 3, growth: 0 },
        nothing: { promql: 'nothing', max: 3 },
        absent: { promql: 'max(no_such_metric)', max: 3 },
        wrong: { promql: 'sum(', max: 3 },
        done: { promql: 'requests_total', delta: '>= 230', recovers: { to: '>= 260', within: '20s' } },
      },
    },
    args: ['--prometheus-url', address],
  });
  const [, { startMs = 0, endMs = 0 } = {}] = report.run.phases;
  const [from, to] = [startMs, endMs].map((ms) => Date.parse(report.run.startedAt) + ms) as [number, number];
  // A scrape begins a little before its answer is made; those within 100 ms of an edge may lie on either side of it.
  const inside = planted.filter(({ atMs }) => atMs > from + 100 && atMs < to - 300).map(({ value }) => value);
  const near = planted.filter(({ atMs }) => atMs > from - 100 && atMs < to + 100).map(({ value }) => value);
  const series = seriesNamed(report, 'planted');
  const read = new Set(series.samples.filter(({ atMs }) => atMs >= startMs && atMs <= endMs).map(({ value }) => value));
  for (const value of inside) assert.ok(read.has(value), `${value} was read: ${[...read].join(' ')}`);
  assert.ok(series.judged && series.judged.max <= Math.max(...near) && series.judged.max >= Math.max(...inside));
  assert.ok(series.judged.min >= Math.min(...near) && series.judged.min <= Math.min(...inside));
  assert.ok(inside.length >= 9, `${inside.length} scrapes`);
  assert.equal(checkNamed(report, 'server planted max').state, 'passed');
  assert.equal(checkNamed(report, 'server sum max').state, 'passed');
  assert.equal(checkNamed(report, 'server sum growth').state, 'passed');
  assert.equal(checkNamed(report, 'server done delta').state, 'passed');
  assert.equal(checkNamed(report, 'server done recovers').state, 'passed');
  for (const [name, why] of [
    ['shards', /2 series: .*id="a".*aggregate/],
    ['nothing', /no value/],
    ['absent', /no value/],
    ['wrong', /refuses the expression: .*parse error/],
  ] as const) {
    const check = checkNamed(report, `server ${name} max`);
    assert.ok(check.state === 'no-data', name);
    assert.match(check.reason, why);
  }
  assertVerdict(report, 'inconclusive');
});
