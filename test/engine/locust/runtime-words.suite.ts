/**
 * The same faults on the engine here and on Locust: the same rows of failures, in the same words. Needs Locust (`node .ci/install-tools.ts python`).
 */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Dials } from '../../../src/demo/dials.ts';
import type { Report } from '../../../src/report/report.ts';
import { makeFolder } from '../../e2e/make-folder.ts';
import { PATIENT } from '../../support/run-gate.ts';
import { serveHttps } from '../../support/serve.ts';
import { startTruthServer } from '../../support/start-truth-server.ts';
import { closedPort, readCert } from '../../support/truth-server.ts';
import { readReport, runGateIn } from './start-gate.ts';

/** A profile for each step, so that no failure keeps another from being made. */
function scenarioOf(steps: Readonly<Record<string, object>>, more: object): object {
  const users = Object.fromEntries(
    Object.entries(steps).map(([name, step], index) => [`user${index}`, { think: '100ms', steps: [{ ...step, name }] }]),
  );
  return { ...more, users, phases: [{ users: Object.keys(steps).length, duration: '900ms' }] };
}

async function measure(context: TestContext, scenario: object, engine: string): Promise<Report> {
  const sla = { generator: PATIENT, total: { error_budget: '100%' } };
  const files = { 'load-gate.yaml': JSON.stringify(scenario), 'load-gate.sla.yaml': JSON.stringify(sla), 'ca.pem': readCert('ca.pem') };
  const folder = await makeFolder(context, files);
  const ended = await runGateIn(context, folder, ['run', '--engine', engine, '--workers', '1', '--out', 'out', '--seed', '7']);
  assert.ok(ended.code === 0 || ended.code === 1, `${engine}: ${ended.stdout}\n${ended.stderr}`);
  return readReport(folder);
}

/** Series → class, reason and an example of each failure. */
function wordsOf({ run }: Report, withSamples: boolean): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    run.series.map(({ name, perPhase }) => [
      name,
      perPhase
        .flatMap(({ failures }) =>
          failures.map(({ class: kind, reason, sample }) => [kind, reason, ...(withSamples ? [sample] : [])].join(' | ')),
        )
        .sort(),
    ]),
  );
}

test('Answers, broken connections and checks fail in the same words, examples included.', async (context) => {
  const dials: Dials = {
    routes: [
      { method: 'GET', path: '/ok', answer: { kind: 'json', value: { ok: true, list: [1, 2.5, 3], text: 'a "b"', deep: { x: null } } } },
      { method: 'GET', path: '/503', answer: { kind: 'text', status: 503, body: 'no' } },
      { method: 'GET', path: '/slow', latency: { kind: 'constant', ms: 3_000 } },
      { method: 'GET', path: '/reset', faults: [{ kind: 'reset', every: 1 }] },
      { method: 'GET', path: '/close', faults: [{ kind: 'close', every: 1 }] },
      { method: 'GET', path: '/truncate', faults: [{ kind: 'truncate', every: 1 }] },
      { method: 'GET', path: '/garbage', faults: [{ kind: 'garbage', every: 1 }] },
    ],
    spinMs: 0,
  };
  await using server = await startTruthServer(dials);
  await using dead = await closedPort();
  const json = (path: string, wanted: unknown): object => ({ get: '/ok', expect: { json: { [path]: wanted } } });
  const steps = {
    status: { get: '/503' },
    slow: { get: '/slow', timeout: '300ms' },
    reset: { get: '/reset' },
    close: { get: '/close' },
    truncate: { get: '/truncate' },
    garbage: { get: '/garbage' },
    dead: { get: `${dead.url}/x` },
    equals: json('$.list[1]', 2),
    text: json('$.text', { matches: '/^A/' }),
    least: json('$.list[1]', { min: 3 }),
    most: json('$.list[1]', { max: 2 }),
    length: json('$.list', { min_length: 4 }),
    exists: json('$.ok', { exists: false }),
    missing: json('$.deep.y', true),
    null: json('$.deep.x', { min: 0 }),
    header: { get: '/ok', expect: { header: { 'content-type': '/xml/' } } },
    'no header': { get: '/ok', expect: { header: { 'X-None': 'a' } } },
    contains: { get: '/ok', expect: { body: { contains: 'nothing' } } },
    matches: { get: '/ok', expect: { body: { matches: '/^no$/i' } } },
    size: { get: '/ok', expect: { max_size: '10B' } },
    'not json': { get: '/503', expect: { status: 503, json: { '$.ok': true } } },
    capture: { get: '/ok', capture: { none: '$.none[*]' } },
  };
  const scenario = scenarioOf(steps, { target: server.url, allowed_hosts: ['127.0.0.1'] });
  const embedded = wordsOf(await measure(context, scenario, 'embedded'), true);
  const locust = wordsOf(await measure(context, scenario, 'locust'), true);
  assert.ok(
    Object.values(embedded).every((words) => words.length === 1),
    JSON.stringify(embedded, null, 1),
  );
  assert.deepEqual(locust, embedded);
});

test('A certificate that is not trusted fails as TLS, and one that is lets the run through.', async (context) => {
  await using server = await startTruthServer({
    routes: [{ method: 'GET', path: '/ok' }],
    tls: { cert: readCert('server.pem'), key: readCert('server.key') },
    spinMs: 0,
  });
  for (const tls of [undefined, { ca: 'ca.pem' }, { insecure: true }]) {
    const scenario = scenarioOf({ ok: { get: '/ok' } }, { target: server.url, ...(tls ? { http: { tls } } : {}) });
    const embedded = await measure(context, scenario, 'embedded');
    const locust = await measure(context, scenario, 'locust');
    const classes = [embedded, locust].map((report) => wordsOf(report, false)['ok']?.map((words) => words.split(' ')[0]));
    assert.deepEqual(classes, tls === undefined ? [['tls'], ['tls']] : [[], []]);
  }
});

test('A name that does not resolve fails in the same words, and nobody waits for the query of another.', async (context) => {
  const scenario = scenarioOf({ one: { get: '/a' }, two: { get: '/b' } }, { target: 'http://load-gate.invalid:81' });
  for (const engine of ['embedded', 'locust']) {
    const words = wordsOf(await measure(context, scenario, engine), false);
    for (const name of ['one', 'two']) assert.match(words[name]?.[0] ?? '', /^connect \| connect (?:ENOTFOUND|EAI_AGAIN)$/, engine);
  }
});

test('A TLS connection that the server ends while it is idle costs no request.', async (context) => {
  await using server = await serveHttps((request, response) => {
    response.end('fine', () => setTimeout(() => request.socket.end(), 20));
  });
  const scenario = scenarioOf({ ok: { get: '/ok' } }, { target: server.url, http: { tls: { ca: 'ca.pem' } } });
  assert.deepEqual(wordsOf(await measure(context, scenario, 'locust'), true), { ok: [] });
});
