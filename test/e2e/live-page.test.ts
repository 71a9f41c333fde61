import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { FromPage, LiveEnd, ToPage } from '../../src/terminal/web/live-messages.ts';
import { connectPage, type ConnectedPage } from '../terminal/web/connect-page.ts';
import { getFile } from '../terminal/web/get-file.ts';
import { buildProduct, type Product } from './build-product.ts';
import { BROKEN, HOLDING, longScenario, makeFolder, readFolder, readResults, shortScenario } from './make-folder.ts';
import { startProcess, type Started } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

before(async () => {
  product = await buildProduct();
  target = await startTarget();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

interface Watched extends Started {
  readonly folder: string;
  readonly url: string;
  readonly page: ConnectedPage;
}

interface Files {
  readonly scenario: string;
  readonly sla?: string;
}

async function start(
  context: TestContext,
  { scenario, sla = HOLDING }: Files,
  flags: readonly string[],
): Promise<Started & { folder: string }> {
  const folder = await makeFolder(context, { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': sla });
  return { folder, ...startProcess(product.cli, ['run', ...flags], { cwd: folder }) };
}

/** A run, and a page that stays open whatever happens. */
async function watch(context: TestContext, files: Files, flags: readonly string[]): Promise<Watched> {
  const run = await start(context, files, flags);
  const [, url = ''] = await run.read(/live page: (\S+\/)\s/);
  const page = await connectPage(url, { origin: new URL(url).origin });
  context.after(() => page.terminate());
  return { ...run, url, page };
}

function say(page: ConnectedPage, message: FromPage): void {
  page.send(JSON.stringify(message));
}

function listTold({ messages }: ConnectedPage): readonly ToPage[] {
  return messages.map((text) => JSON.parse(text) as ToPage);
}

async function firstOf<Kind extends ToPage['kind']>(
  page: ConnectedPage,
  kind: Kind,
  isIt: (message: Extract<ToPage, { kind: Kind }>) => boolean = () => true,
): Promise<Extract<ToPage, { kind: Kind }>> {
  const find = (): Extract<ToPage, { kind: Kind }> | undefined =>
    listTold(page).find((message): message is Extract<ToPage, { kind: Kind }> => message.kind === kind && isIt(message as never));
  await page.until(() => find() !== undefined);
  return find() as Extract<ToPage, { kind: Kind }>;
}

async function endOf({ page }: Watched): Promise<LiveEnd> {
  return (await firstOf(page, 'end')).end;
}

for (const [title, sla, code, verdict] of [
  ['a pass', HOLDING, 0, 'pass'],
  ['a breach', BROKEN, 1, 'breach'],
] as const) {
  test(`with the live page open ${title} ends as it would without it, and the page has verdict and files`, async (context) => {
    const plain = await start(context, { scenario: shortScenario(target.url), sla }, []);
    assert.equal((await plain.ended).code, code);
    const run = await watch(context, { scenario: shortScenario(target.url), sla }, ['--ui']);
    const ended = await run.ended;
    assert.equal(ended.code, code, ended.stderr);
    const end = await endOf(run);
    const files = await readFolder(join(run.folder, 'load-gate-report'));
    assert.equal(end.verdict?.state, verdict);
    assert.deepEqual(Object.keys(end.files).sort(), ['exceptions.csv', 'failures.csv', 'report.html', 'stats.csv', 'stats_history.csv']);
    for (const [name, text] of Object.entries(end.files)) assert.equal(text, files.get(name), name);
    assert.doesNotMatch(files.get('run.log') ?? '', new RegExp(new URL(run.url).pathname), 'the address is a key, and no log keeps it');
    const kinds = new Set(listTold(run.page).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['begin', 'end', 'note', 'second']);
    assert.equal(await run.page.closed, 1_001);
  });
}

test('what the page is told second by second is what the results have', async (context) => {
  const run = await watch(context, { scenario: shortScenario(target.url) }, ['--ui']);
  await run.ended;
  await endOf(run);
  const { run: summary } = readResults((await readFolder(join(run.folder, 'load-gate-report'))).get('results.json') ?? '');
  const slices = listTold(run.page).flatMap((message) => (message.kind === 'second' ? message.second.slices : []));
  assert.deepEqual(
    slices.map(({ slice }) => slice),
    summary.series[0]?.perPhase[0]?.slices,
  );
});

test('while it runs, the page and its CSV are there; the stop button ends it as Ctrl-C does', async (context) => {
  const run = await watch(context, { scenario: longScenario(target.url) }, ['--ui', '--quiet']);
  await firstOf(run.page, 'second', ({ second }) => second.slices.length > 0);
  assert.match((await getFile(run.url)).text, /^<!doctype html>/);
  const script = await getFile(`${run.url}page.js`);
  assert.deepEqual([script.status, script.type], [200, 'text/javascript; charset=utf-8']);
  const stats = await getFile(`${run.url}stats.csv`);
  assert.match(stats.text, /\nGET,\/ok,\d+,0,/);
  say(run.page, { kind: 'stop' });
  const { code, stdout } = await run.ended;
  assert.equal(code, 3, stdout);
  assert.match(stdout, /stopped from the live page/);
  assert.equal((await endOf(run)).verdict?.state, 'inconclusive');
  const { run: summary } = readResults((await readFolder(join(run.folder, 'load-gate-report'))).get('results.json') ?? '');
  assert.deepEqual(summary.ending, { state: 'cut-short', reason: 'stopped from the live page' });
});

test('the level of a closed phase can be changed from the page, within the cap', async (context) => {
  const scenario = `target: ${target.url}\nusers: { one: { think: 20ms, steps: [ { get: /ok } ] } }\nphases: [ { name: steady, users: 2, duration: 60s } ]\n`;
  const run = await watch(context, { scenario }, ['--ui', '--max-users', '9']);
  await firstOf(run.page, 'second');
  say(run.page, { kind: 'level', phase: 0, users: 10, spawnRatePerSec: 100 });
  await firstOf(run.page, 'note', ({ text }) => /--max-users/.test(text));
  say(run.page, { kind: 'level', phase: 0, users: 6, spawnRatePerSec: 100 });
  await firstOf(run.page, 'second', ({ second }) => second.users === 6 && second.levelChanges?.length === 1);
  say(run.page, { kind: 'stop' });
  assert.equal((await run.ended).code, 3);
  const { run: summary } = readResults((await readFolder(join(run.folder, 'load-gate-report'))).get('results.json') ?? '');
  assert.deepEqual(
    summary.levelChanges.map(({ phase, fromUsers, users }) => [phase, fromUsers, users]),
    [[0, 2, 6]],
  );
});

test('--wait asks on the page, says what stands against a choice, and begins with one that holds', async (context) => {
  const scenario = `users: { one: { think: 20ms, steps: [ { get: /ok } ] } }\nphases: [ { name: steady, users: 2, duration: 1s } ]\n`;
  const sent = target.count();
  const run = await watch(context, { scenario }, ['--ui', '--wait', '--max-users', '9']);
  const { form } = await firstOf(run.page, 'ask');
  assert.deepEqual([form.target, form.maxUsers, form.phases.map(({ name }) => name)], ['', 9, ['steady']]);
  say(run.page, { kind: 'start', target: 'nowhere', levels: [] });
  await firstOf(run.page, 'ask', ({ issues }) => /not an http or https URL/.test(issues.join()));
  say(run.page, { kind: 'start', target: target.url, levels: [{ phase: 'steady', users: 10 }] });
  await firstOf(run.page, 'ask', ({ issues }) => /the cap is 9/.test(issues.join()));
  assert.equal(target.count(), sent, 'nothing is sent before it begins');
  say(run.page, { kind: 'start', target: target.url, levels: [{ phase: 'steady', users: 4, spawnRatePerSec: 100 }] });
  const { code, stdout } = await run.ended;
  assert.equal(code, 0, stdout);
  const { run: summary } = readResults((await readFolder(join(run.folder, 'load-gate-report'))).get('results.json') ?? '');
  assert.deepEqual([summary.target, summary.phases[0]?.peakUsers], [target.url, 4]);
});

for (const [title, end] of [
  ['Ctrl-C', (run: Watched) => run.kill('SIGINT')],
  ['the stop button', (run: Watched) => say(run.page, { kind: 'stop' })],
] as const) {
  test(`${title} while it waits sends nothing and is inconclusive`, async (context) => {
    const sent = target.count();
    const run = await watch(context, { scenario: shortScenario(target.url) }, ['--ui', '--wait']);
    await firstOf(run.page, 'ask');
    end(run);
    const { code, stdout } = await run.ended;
    assert.equal(code, 3, stdout);
    assert.equal(target.count(), sent);
    assert.equal((await endOf(run)).verdict?.state, 'inconclusive');
  });
}

test('files that are wrong end it with 2, although there is a page', async (context) => {
  const run = await start(context, { scenario: 'stesp: []\n' }, ['--ui', '--wait']);
  const { code, stderr } = await run.ended;
  assert.equal(code, 2);
  assert.match(stderr, /stesp/);
});

test('a port that was asked for and is taken ends it with 2 before anything is sent', async (context) => {
  const taken = createServer().listen(0, '127.0.0.1');
  context.after(() => taken.close());
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const sent = target.count();
  const run = await start(context, { scenario: shortScenario(target.url) }, [`--ui=${port}`]);
  const { code, stderr } = await run.ended;
  assert.equal(code, 2);
  assert.match(stderr, new RegExp(`the port ${port} of this machine is taken[^]*LOAD_GATE_PORT_TAKEN`));
  assert.equal(target.count(), sent);
});

test('several scenarios follow each other on one page, and their files are told apart', async (context) => {
  const folder = await makeFolder(context, {
    'one.yaml': shortScenario(target.url),
    'one.sla.yaml': HOLDING,
    'two.yaml': shortScenario(target.url),
    'two.sla.yaml': BROKEN,
  });
  const process = startProcess(product.cli, ['run', 'one.yaml', 'two.yaml', '--ui'], { cwd: folder });
  const [, url = ''] = await process.read(/live page: (\S+\/)\s/);
  const page = await connectPage(url, { origin: new URL(url).origin });
  assert.equal((await process.ended).code, 1);
  const { end } = await firstOf(page, 'end');
  assert.equal(end.verdict?.state, 'breach');
  assert.deepEqual(
    listTold(page).flatMap((message) => (message.kind === 'begin' ? message.burst.number : [])),
    [1, 2],
  );
  const names = ['exceptions.csv', 'failures.csv', 'report.html', 'stats.csv', 'stats_history.csv'];
  assert.deepEqual(Object.keys(end.files).sort(), ['report.html', ...names.flatMap((name) => [`one-${name}`, `two-${name}`])].sort());
});
