import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { findTool } from '../../../.ci/install-tools.ts';
import { bucketOfValue, percentileUs } from '../../../src/metrics/distribution.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { evaluatePython } from '../../other-tools/run-python.ts';
import { roundAsLocust } from './locust-files.ts';
import { checkOf, percentileOf, runImport } from './run-import.ts';

const run = promisify(execFile);

/** A locustfile as somebody writes one, that also tells every single time, for us to sort. */
const LOCUSTFILE = `
from locust import FastHttpUser, constant, events, task

samples = open("samples.csv", "w")

@events.request.add_listener
def on_request(request_type, name, response_time, exception, **kwargs):
    samples.write(f"{request_type} {name},{response_time!r},{0 if exception is None else 1}\\n")
    samples.flush()

class Visitor(FastHttpUser):
    wait_time = constant(0.005)

    @task(6)
    def items(self):
        self.client.get("/items")

    @task(3)
    def slow(self):
        self.client.get("/slow?page=1", name="/slow")

    @task(1)
    def orders(self):
        self.client.post("/orders", json={"n": 1})
`;

interface Sample {
  readonly ms: number;
  readonly failed: boolean;
}

/** Items at once, slow ones after 20 … 60 ms, and every 20th order is refused. */
async function openServer(context: TestContext): Promise<string> {
  let number = 0;
  const server = createServer((request, response) => {
    number++;
    const afterMs = request.url?.startsWith('/slow') === true ? 20 + ((number * 7) % 40) : 0;
    setTimeout(() => {
      response.statusCode = request.method === 'POST' && number % 20 === 0 ? 503 : 200;
      response.end('ok');
    }, afterMs);
    request.resume();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `http://127.0.0.1:${address.port}`;
}

async function runLocust(
  context: TestContext,
  args: readonly string[],
): Promise<{ readonly folder: string; readonly stdout: string; readonly samples: ReadonlyMap<string, readonly Sample[]> }> {
  const folder = await makeFolder(context, { 'locustfile.py': LOCUSTFILE });
  const host = await openServer(context);
  const given = [
    '-m',
    'locust',
    '--headless',
    '-u',
    '8',
    '-r',
    '8',
    '-t',
    '6s',
    '--host',
    host,
    '--skip-log',
    '--exit-code-on-error',
    '0',
    ...args,
  ];
  const { stdout } = await run(findTool('python'), given, { cwd: folder, maxBuffer: 10_000_000, timeout: 60_000 });
  const lines = (await readFile(join(folder, 'samples.csv'), 'utf8')).trim().split('\n');
  const all = lines.map((line) => {
    const [name = '', ms = '', failed = ''] = line.split(',');
    return { name, ms: Number(ms), failed: failed === '1' };
  });
  return { folder, stdout, samples: Map.groupBy(all, ({ name }) => name) };
}

const SLA = `endpoints: { GET /items: { p50: 1h, p95: 1h, max: 1h, count: ">= 1" }, GET /slow: { p50: 1h, p95: 1h }, POST /orders: { error_budget: 50% } }\nmin_samples: 1\n`;

test("Locust's --json: counts are exact, and percentiles those of its own samples as it rounds them", async (context) => {
  const { stdout, samples } = await runLocust(context, ['--json']);
  const imported = await runImport(context, 'locust', { files: { 'test.json': stdout }, sla: SLA });
  assert.equal(imported.code, 0, JSON.stringify([imported.issues, imported.report?.verdict.reasons]));
  assert.deepEqual(new Set(imported.report?.run.series.map(({ name }) => name)), new Set(samples.keys()));
  for (const { name, perPhase } of imported.report?.run.series ?? []) {
    const own = samples.get(name) ?? [];
    assert.deepEqual(
      [perPhase[0]?.counts.started, perPhase[0]?.counts.failed],
      [own.length, own.filter(({ failed }) => failed).length],
      name,
    );
  }
  for (const [name, percentile] of [
    ['GET /items', 50],
    ['GET /slow', 50],
    ['GET /slow', 95],
  ] as const) {
    const check = checkOf(imported, `${name} p${percentile}`);
    assert.ok('observed' in check);
    const rounded = (samples.get(name) ?? []).map(({ ms }) => roundAsLocust(ms));
    assert.ok(
      Math.abs(check.observed.value / 1_000 - percentileOf(rounded, percentile)) <= 1,
      `${name} p${percentile}: ${check.observed.text}`,
    );
  }
  const most = checkOf(imported, 'GET /items max');
  assert.ok('observed' in most);
  assert.ok(Math.abs(most.observed.value / 1_000 - Math.max(...(samples.get('GET /items') ?? []).map(({ ms }) => ms))) < 0.001);
});

test("Locust's stats.csv: the figures are its own, with users, reasons and times of the files beside it", async (context) => {
  const { folder, samples } = await runLocust(context, ['--csv', 'test']);
  const files = Object.fromEntries(
    await Promise.all(
      ['test_stats.csv', 'test_stats_history.csv', 'test_failures.csv'].map(
        async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
      ),
    ),
  );
  const imported = await runImport(context, 'locust', { files, named: ['test_stats.csv'], sla: SLA });
  assert.equal(imported.code, 0, JSON.stringify([imported.issues, imported.report?.verdict.reasons]));
  assert.equal(imported.report?.run.phases[0]?.peakUsers, 8);
  const orders = imported.report.run.series.find(({ name }) => name === 'POST /orders')?.perPhase[0];
  assert.ok(orders && orders.counts.failed > 0);
  assert.deepEqual(
    orders.failures.map(({ class: kind }) => kind),
    ['status'],
  );
  for (const { name, perPhase } of imported.report.run.series) {
    // It is written once a second: what came after the last time is not in it.
    const own = samples.get(name)?.length ?? 0;
    const started = perPhase[0]?.counts.started ?? 0;
    assert.ok(started <= own && started >= own * 0.3, `${name}: ${started} of ${own}`);
  }
  const p95 = checkOf(imported, 'GET /slow p95');
  assert.ok('observed' in p95);
  assert.ok(files['test_stats.csv']?.includes(`,${p95.observed.value / 1_000},`), p95.observed.text);
});

/** Ten seconds, written by HdrHistogram's own writer for Python, which knows no tags. */
const WRITE = `
import json
from hdrh.histogram import HdrHistogram
from hdrh.log import HistogramLogWriter

values = []
with open("python.hlog", "w") as out:
    log = HistogramLogWriter(out)
    log.output_log_format_version()
    log.output_legend()
    for second in range(10):
        histogram = HdrHistogram(1, 3600000000, 3)
        for step in range(100):
            value = 500 + (second * 7919 + step * 104729) % 90000
            histogram.record_value(value)
            values.append(value)
        log.output_interval_histogram(histogram, 1767323045 + second, 1767323046 + second)
print(json.dumps(values))
`;

test('a log that HdrHistogram has written for Python has its counts and percentiles, to the bucket', async (context) => {
  const folder = await makeFolder(context, {});
  const values = evaluatePython(folder, WRITE) as readonly number[];
  const log = await readFile(join(folder, 'python.hlog'), 'utf8');
  const imported = await runImport(context, 'hlog', { files: { 'python.hlog': log }, sla: 'total: { p99: 1s }\n', args: ['--unit', 'us'] });
  assert.equal(imported.code, 0, JSON.stringify(imported.issues));
  const [series] = imported.report?.run.series ?? [];
  const part = series?.perPhase[0];
  assert.ok(part);
  assert.deepEqual([series?.name, part.latency.count, part.slices.length], ['all requests', values.length, 10]);
  for (const percentile of [1, 50, 95, 99, 100])
    assert.equal(
      bucketOfValue(percentileUs(part.latency, percentile) ?? -1),
      bucketOfValue(percentileOf(values, percentile)),
      `p${percentile}`,
    );
});
