import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { buildProduct, type Product } from './build-product.ts';
import { HOLDING, longScenario, makeFolder, readFolder, readResults } from './make-folder.ts';
import { startProcess, type Started } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

before(async () => {
  product = await buildProduct();
  target = await startTarget({
    '/hang': () => undefined,
    '/starting': (_, response) => response.setHeader('content-type', 'application/json').end('{"status":"starting"}'),
  });
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

/** A burst of a minute, in which something is always in flight: whoever waits for its end is cut by the limit of the test. */
const STEPS = '  - get: /ok\n  - get: /hang\n    timeout: 60s\n';

async function startRun(context: TestContext, scenario: string): Promise<Started & { readonly folder: string }> {
  const folder = await makeFolder(context, { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': HOLDING });
  return { folder, ...startProcess(product.cli, ['run'], { cwd: folder }) };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} half-way ends the burst at once; the reports are written, say that it was cut short, and the exit code is 3`, async (context) => {
    const run = await startRun(context, longScenario(target.url, STEPS));
    await run.until(target.received(target.count() + 30));
    run.kill(signal);
    const { code, stdout } = await run.ended;
    assert.equal(code, 3, stdout);
    assert.match(stdout, /^INCONCLUSIVE [^]*^cut short: .*/m);
    const files = await readFolder(join(run.folder, 'load-gate-report'));
    const { run: summary, verdict } = readResults(files.get('results.json') ?? '');
    assert.equal(summary.ending.state, 'cut-short');
    assert.equal(verdict.state, 'inconclusive');
    // The burst was planned for 60 s: far below that it did not wait for its end.
    assert.ok(summary.durationMs < 30_000);
    assert.ok((summary.series[0]?.perPhase[0]?.counts.ok ?? 0) > 0, 'what was measured is kept');
    for (const name of ['summary.md', 'junit.xml', 'run.log']) assert.match(files.get(name) ?? '', new RegExp(signal), name);
  });
}

test('a second signal quits at once with exit code 3, without a report', async (context) => {
  const run = await startRun(context, longScenario(target.url, STEPS));
  await run.until(target.received(target.count() + 10));
  // Two of one kind might be delivered as one.
  run.kill('SIGINT');
  run.kill('SIGTERM');
  const { code, signal, stdout } = await run.ended;
  assert.deepEqual([code, signal], [3, null]);
  assert.match(stdout, /once more to quit at once/);
  assert.doesNotMatch(stdout, /^INCONCLUSIVE/m);
});

test('a signal during before ends the wait, sends no load, and leaves the reports', async (context) => {
  const steps = `before:\n  - wait_for: { get: /starting, until: { json: { $.status: healthy } }, every: 100ms, within: 60s }\nsteps:`;
  const run = await startRun(context, longScenario(target.url).replace('steps:', steps));
  await run.until(target.received(target.count() + 3));
  run.kill('SIGINT');
  const { code, stdout } = await run.ended;
  assert.equal(code, 3, stdout);
  const { run: summary } = readResults(readFileSync(join(run.folder, 'load-gate-report/results.json'), 'utf8'));
  assert.equal(summary.ending.state, 'cut-short');
  assert.equal(summary.series[0]?.perPhase[0]?.counts.started, 0);
});

test('a signal before the workers are ready is not lost', async (context) => {
  const run = await startRun(context, longScenario(target.url, STEPS));
  await run.saw('load-gate → '); // printed before the workers start
  run.kill('SIGINT');
  const { code, stdout } = await run.ended;
  assert.equal(code, 3, stdout);
  assert.ok(existsSync(join(run.folder, 'load-gate-report/results.json')));
});

test('the demo takes its server with it when it is interrupted, and when it is killed', async (context) => {
  for (const [signal, expected] of [
    ['SIGINT', 3],
    ['SIGKILL', null],
  ] as const) {
    const folder = await makeFolder(context, {});
    const demo = startProcess(product.cli, ['demo', '--quiet', '--out', 'report'], { cwd: folder });
    await demo.saw('→ http://127.0.0.1:');
    demo.kill(signal);
    const { code, stdout } = await demo.ended;
    assert.equal(code, expected, stdout);
    const url = /→ (http:\/\/127\.0\.0\.1:\d+)/.exec(stdout)?.[1] ?? assert.fail(stdout);
    await refused(url);
  }
});

/** Resolves when nobody listens there any more; the test's limit ends it otherwise. */
async function refused(url: string): Promise<void> {
  for (;;) {
    const answered = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
    if (!answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
