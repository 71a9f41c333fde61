import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { suite, test } from 'node:test';
import { WebSocketServer } from 'ws';
import type { ServerSeries } from '../../src/metrics/server-series.ts';
import { renderReportHtml } from '../../src/report/html/render-report-html.ts';
import { renderJunit } from '../../src/report/render-junit.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import type { Report } from '../../src/report/report.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { serveFakePrometheus } from '../support/fake-prometheus.ts';
import { assertVerdict, checkNamed, PATIENT, runGateOnFiles, type GateInput, type Yaml } from '../support/run-gate.ts';
import { listen, type Served } from '../support/serve.ts';
import { closedPort } from '../support/truth-server.ts';

const SECRET = 's3cr3t-of-the-target';
const STEPS = [{ get: '/work' }];
const BURST = { name: 'burst', arrival_rate: '40/s', duration: '3s' } as const;

interface Target extends Served {
  /** Requests of the load. */
  readonly worked: () => number;
}

/** A target with a queue that is as long as `queue` says at a time since the first request of the load, seconds; negative before. */
async function serveTarget(queue: (sinceSec: number) => number = () => 3): Promise<Target> {
  let worked = 0;
  let beganMs: number | undefined;
  const sinceSec = (): number => (beganMs === undefined ? -1 : (performance.now() - beganMs) / 1_000);
  const answers: Readonly<Record<string, () => string | undefined>> = {
    '/health': () => JSON.stringify({ queue: queue(sinceSec()), done: worked, pools: [1, 2] }),
    '/metrics': () => `pool{name="a"} 7\npool{name="b"} 9\nquiet NaN\nendless +Inf\nworked_total ${worked}\n`,
    '/html': () => '<html>not found</html>',
    '/hang': () => undefined,
  };
  const server: Server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path === '/work') {
      beganMs ??= performance.now();
      worked++;
      return response.end('{}');
    }
    if (path === '/broken') return response.writeHead(500).end(`failed for ${request.headers.authorization}`);
    if (path === '/slow') return setTimeout(() => response.end('{"queue":4}'), 300);
    const body = answers[path]?.();
    return body === undefined ? undefined : response.end(body);
  });
  const sockets = new WebSocketServer({ server, path: '/ws' });
  sockets.on('connection', (socket) => {
    let sent = 0;
    const timer = setInterval(() => {
      socket.send('{"type":"hello"}');
      socket.send(JSON.stringify({ p95_ms: 20 + (sent++ % 5) }));
    }, 50);
    socket.on('close', () => clearInterval(timer));
  });
  const served = await listen(server, 'http');
  return Object.assign(served, { worked: () => worked });
}

function gate(
  target: Served,
  server: Yaml,
  more: Partial<GateInput> & { readonly phases?: Yaml; readonly http?: Yaml } = {},
): Promise<Report> {
  const { phases = [BURST], http = {}, ...input } = more;
  return runGateOnFiles({
    target: target.url,
    scenario: { steps: STEPS, phases, http, allowed_hosts: ['127.0.0.1'] },
    sla: { total: { error_budget: '0%' }, generator: PATIENT, server },
    ...input,
  });
}

function seriesNamed({ run }: Report, name: string): ServerSeries {
  const series = run.server.find((one) => one.name === name);
  assert.ok(series, name);
  return series;
}

function reasonOf(report: Report, check: string): string {
  const found = checkNamed(report, check);
  assert.ok(found.state === 'no-data', `${check} is ${found.state}`);
  return found.reason;
}

suite('What the target says of itself is what it said', { concurrency: 2 }, () => {
  test('Every source is read, and what was planted is judged.', async () => {
    await using target = await serveTarget((second) => (second >= 1 && second < 2 ? 60 : 3));
    const command = [process.execPath, '-e', `fetch('${target.url}/health').then((a) => a.json()).then((a) => console.log(a.done))`];
    const report = await gate(
      target,
      {
        queue: { json: '/health', path: '$.queue', max: 59, min: 3, last: 3, every: '100ms' },
        pool: { metrics: '/metrics', name: 'pool{name="b"}', max: 9, growth: '0%' },
        slow: { json: '/slow', path: '$.queue', max: 4, every: '100ms' },
        live: { ws: '/ws', path: '$.p95_ms', max: 24, avg: '< 24' },
        committed: { command, delta: '== 120', every: '1s' },
        counted: { metrics: '/metrics', name: 'worked_total', delta: '== 120', every: '200ms' },
      },
      { args: ['--allow-commands'] },
    );
    const states = Object.fromEntries(report.verdict.checks.map(({ name, state }) => [name, state]));
    assert.deepEqual(states, {
      'total error_budget': 'passed',
      'server queue max': 'breached',
      'server queue min': 'passed',
      'server queue last': 'passed',
      'server pool max': 'passed',
      'server pool growth': 'passed',
      'server slow max': 'passed',
      'server live max': 'passed',
      'server live avg': 'passed',
      'server committed delta': 'passed',
      'server counted delta': 'passed',
    });
    assert.equal(target.worked(), 120);
    assertVerdict(report, 'breach');
    assert.equal(seriesNamed(report, 'queue').judged?.max, 60);
    const slow = seriesNamed(report, 'slow').judged?.count ?? 0;
    assert.ok(slow >= 2 && slow <= 10, `polls never pile up: ${slow} answers of 300 ms in 3 s`);
    const live = seriesNamed(report, 'live');
    assert.deepEqual([live.judged?.min, live.judged?.max, live.lost], [20, 24, 0]);
  });

  test('What cannot be read leaves its promises open, says why, and shows no secret.', async () => {
    await using target = await serveTarget();
    await using nobody = await closedPort();
    const notes: string[] = [];
    // Half of a secret that stands where a text is cut off is one, too.
    const leak = [process.execPath, '-e', `console.error('password ${SECRET}' + 'x'.repeat(193)); process.exit(1)`];
    const report = await gate(
      target,
      {
        dead: { json: `${nobody.url}/health`, path: '$.queue', max: 1 },
        html: { json: '/html', path: '$.queue', max: 1 },
        broken: { json: '/broken?key=${secret.KEY}', path: '$.queue', max: 1 },
        hanging: { metrics: '/hang', name: 'pool', max: 1 },
        ambiguous: { metrics: '/metrics', name: 'pool', max: 100 },
        several: { json: '/health', path: '$.pools[*]', max: 100 },
        quiet: { metrics: '/metrics', name: 'quiet', max: 100 },
        gone: { ws: '/ws/none', path: '$.a', max: 1 },
        mute: { ws: '/ws', path: '$.a', max: 1 },
        leak: { command: leak, max: 1 },
      },
      {
        args: ['--allow-commands'],
        env: { KEY: SECRET, PATH: process.env['PATH'] },
        http: { timeout: '1s', headers: { authorization: 'Bearer ${secret.KEY}' } },
        onNote: (note) => notes.push(note),
      },
    );
    assertVerdict(report, 'inconclusive');
    for (const [name, why] of [
      ['dead', /ECONNREFUSED/],
      ['html', /not JSON/],
      ['broken', /answered 500/],
      ['hanging', /no answer within 1 s/],
      ['ambiguous', /2 values: \{name="a"\}, \{name="b"\}/],
      ['several', /2 values at/],
      ['quiet', /the value is NaN/],
      ['gone', /400|closed/],
      ['mute', /nothing at \$\.a/],
      ['leak', /exit code 1: password \*\*\*/],
    ] as const)
      assert.match(reasonOf(report, `server ${name} max`), why, name);
    assert.ok(
      notes.some((note) => note.startsWith('server html: no value yet: it is not JSON')),
      notes.join('\n'),
    );
    const shown = [
      renderResults(report),
      renderReportHtml(report),
      renderSummaryMd(report),
      renderJunit(report),
      renderFinal(report, { width: 120, paint: paintPlain, reportPath: undefined }),
      ...notes,
    ];
    for (const text of shown)
      for (const part of [SECRET, encodeURIComponent(SECRET), SECRET.slice(7)]) assert.ok(!text.includes(part), part);
  });

  test('A target that is away for a moment is judged by the rest, and the loss is counted.', async () => {
    let asked = 0;
    await using target = await serveTarget(() => (++asked === 4 ? Number.NaN : 3));
    const report = await gate(target, { queue: { json: '/health', path: '$.queue', max: 3, every: '200ms' } });
    assert.equal(checkNamed(report, 'server queue max').state, 'passed');
    assert.equal(seriesNamed(report, 'queue').lost, 1);
  });

  test('What changed is open when nobody says how it ended, and so is a target that answers infinity.', async () => {
    // The load lasts 3 s.
    await using target = await serveTarget((second) => (second < 2.2 ? 3 : Number.NaN));
    const row = { json: '/health', path: '$.queue', every: '100ms' };
    const report = await gate(target, {
      change: { ...row, delta: 0 },
      level: { ...row, max: 3 },
      endless: { metrics: '/metrics', name: 'endless', max: 1e9, every: '100ms' },
    });
    assertVerdict(report, 'inconclusive');
    assert.match(reasonOf(report, 'server change delta'), /^no value came after the load: at \$\.queue is null/);
    assert.equal(checkNamed(report, 'server level max').state, 'passed', 'shorter than the patience');
    assert.match(reasonOf(report, 'server endless max'), /^the value was infinite at /);
  });

  test('After the load it is waited until all is normal, and no longer.', async () => {
    // The load lasts 3 s.
    await using target = await serveTarget((second) => (second < 4.5 ? 40 : 1));
    const row = { json: '/health', path: '$.queue', every: '100ms' };
    const report = await gate(target, {
      quick: { ...row, recovers: { to: 5, within: '1s' } },
      patient: { ...row, recovers: { to: 5, within: '20s' } },
      rising: { ...row, recovers: { to: '>= 30', within: '1s' } },
    });
    assertVerdict(report, 'breach');
    const quick = checkNamed(report, 'server quick recovers');
    assert.ok(quick.state === 'breached' && quick.observed.text === 'still 40 after 1 s', JSON.stringify(quick));
    const patient = seriesNamed(report, 'patient').recoveries[0];
    assert.ok(patient?.state === 'reached' && patient.tookMs >= 1_300 && patient.tookMs < 4_000, JSON.stringify(patient));
    assert.equal(checkNamed(report, 'server rising recovers').state, 'passed');
  });

  test('Between two bursts a pause that is too short is not judged, and the last burst always is.', async () => {
    await using target = await serveTarget(() => 40);
    const burst = { arrival_rate: '20/s', duration: '1s' };
    const report = await gate(
      target,
      { queue: { json: '/health', path: '$.queue', every: '100ms', recovers: { to: 5, within: '1500ms' } } },
      {
        phases: [
          { ...burst, name: 'one' },
          { pause: '1s', name: 'p' },
          { ...burst, name: 'two' },
          { pause: '2s', name: 'q' },
          { ...burst, name: 'three' },
        ],
      },
    );
    assert.deepEqual(
      seriesNamed(report, 'queue').recoveries.map(({ phase, state }) => [phase, state]),
      [
        ['one', 'not-judged'],
        ['two', 'missed'],
        ['three', 'missed'],
      ],
    );
  });

  test('A burst that is ended early waits for nobody and stays open.', async () => {
    await using target = await serveTarget(() => 40);
    const stop = new AbortController();
    const watch = setInterval(() => target.worked() > 20 && stop.abort('the test ends it'), 50);
    const startedMs = performance.now();
    const report = await gate(
      target,
      {
        queue: { json: '/health', path: '$.queue', max: 50, recovers: { to: 5, within: '60s' } },
        asked: { command: ['sleep', '60'], max: 1 },
      },
      { stopped: stop.signal, phases: [{ arrival_rate: '20/s', duration: '30s' }], args: ['--allow-commands'] },
    );
    clearInterval(watch);
    assertVerdict(report, 'inconclusive');
    assert.ok(performance.now() - startedMs < 25_000, 'nothing was waited for');
    assert.match(reasonOf(report, 'server queue recovers'), /watched for/);
  });
});

suite('What Prometheus kept of the judged time is judged', { concurrency: 2 }, () => {
  /** Scraped every 200 ms; the value is the second of the minute, so that every moment has its own. */
  const scraped = (expression: string, second: number): Readonly<Record<string, number>> => {
    const scrape = Math.floor(second * 5) / 5;
    if (expression.startsWith('min(timestamp(')) return { '{}': scrape };
    return expression === 'pods' ? { '{"pod":"a"}': 1, '{"pod":"b"}': 2 } : { '{}': expression === 'clock' ? scrape : 5 };
  };

  test('A range is that of the judged phases, and secrets of its address stay hidden.', async () => {
    await using target = await serveTarget();
    await using prometheus = await serveFakePrometheus(scraped);
    const address = prometheus.url.replace('http://', `http://ana:${SECRET}@`);
    const report = await gate(
      target,
      {
        clock: { promql: 'clock', max: 9e9, every: '100ms' },
        five: { promql: 'five', max: '<= 5', growth: 0 },
        pods: { promql: 'pods', max: 10 },
      },
      { args: ['--prometheus-url', address], phases: [{ arrival_rate: '10/s', duration: '1s', warmup: true }, BURST] },
    );
    const { judged } = seriesNamed(report, 'clock');
    const [, { startMs = 0, endMs = 0 } = {}] = report.run.phases;
    const startSec = (Date.parse(report.run.startedAt) + startMs) / 1_000;
    const endSec = (Date.parse(report.run.startedAt) + endMs) / 1_000;
    assert.ok(judged && judged.first >= startSec && judged.first < startSec + 0.5, `${judged?.first} of ${startSec}`);
    assert.ok(judged.last <= endSec && judged.last > endSec - 0.5, `${judged.last} of ${endSec}`);
    assert.equal(checkNamed(report, 'server five max').state, 'passed');
    assert.equal(checkNamed(report, 'server five growth').state, 'passed');
    assert.match(reasonOf(report, 'server pods max'), /2 series: \{pod="a"\}, \{pod="b"\}; aggregate/);
    assert.ok(prometheus.asked.every(({ authorization }) => authorization === `Basic ${Buffer.from(`ana:${SECRET}`).toString('base64')}`));
    assert.ok(!JSON.stringify(report).includes(SECRET));
  });

  test('Values that were scraped before the load are none, whatever Prometheus shows for its time.', async () => {
    await using target = await serveTarget();
    let frozen: number | undefined;
    await using prometheus = await serveFakePrometheus((expression, second) => {
      frozen ??= Date.now() / 1_000 - 30;
      // The last scrape was half a minute ago, until long after the load.
      if (expression.startsWith('min(timestamp(')) return { '{}': second > frozen + 38 ? second : frozen };
      return { '{}': 1 };
    });
    const report = await gate(target, { lag: { promql: 'lag', max: 10 } }, { args: ['--prometheus-url', prometheus.url] });
    assert.match(reasonOf(report, 'server lag max'), /no value came in the judged time/);
  });

  for (const [name, answer, why] of [
    ['is away', undefined, /ECONNREFUSED/],
    ['answers something else', '<html>login</html>', /answered 200/],
    ['has nothing', '{"status":"success","data":{"resultType":"matrix","result":[]}}', /Prometheus has no value/],
  ] as const)
    test(`A Prometheus that ${name} leaves its promises open.`, async () => {
      await using target = await serveTarget();
      await using nobody = await closedPort();
      await using prometheus = await serveFakePrometheus(scraped, ({ path }, response) => {
        const speaks = answer !== undefined && !(path.endsWith('/query') && answer.startsWith('{'));
        if (speaks) response.end(answer);
        return speaks;
      });
      const url = answer === undefined ? nobody.url : prometheus.url;
      const report = await gate(target, { lag: { promql: 'lag', max: 10 } }, { args: ['--prometheus-url', url] });
      assertVerdict(report, 'inconclusive');
      assert.match(reasonOf(report, 'server lag max'), why);
    });
});
