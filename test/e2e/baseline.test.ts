import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import type { Latency } from '../../src/demo/dial-values.ts';
import type { Dials } from '../../src/demo/dials.ts';
import { spawnStagingServer, type SpawnedServer } from '../../src/demo/spawn-staging-server.ts';
import { buildProduct, type Product } from './build-product.ts';
import { makeFolder, PATIENT } from './make-folder.ts';
import { runProcess, type Ended } from './start-process.ts';

/** 20 requests hold every quantile, so that each second has its share of slow ones. */
const USUAL: Latency = { kind: 'uniform', minMs: 5, maxMs: 25, cycle: 20 };
const SLOW: Latency = { kind: 'uniform', minMs: 20, maxMs: 100, cycle: 20 };

function dialsOf(latency: Latency): Dials {
  return { routes: [{ method: 'GET', path: '/items', latency }], spinMs: 0 };
}

/**
 * Long enough for a percentile to be eligible, and for a p50 on a busy machine, too, whose stalls gather what is slow in a few seconds; the time box leaves none for
 * a second burst, and the SLA asks for no second look.
 */
function filesFor(target: string): Readonly<Record<string, string>> {
  return {
    'load-gate.yaml': `target: ${target}\ntime_box: 25s\nsteps:\n  - get: /items\nphases:\n  - { name: burst, arrival_rate: 80/s, duration: 14s }\n`,
    'load-gate.sla.yaml': `endpoints:\n  GET /items: { error_budget: 1% }\nregression: { p50: 10%, confirm: false }\n${PATIENT}`,
  };
}

const WHERE = '--baseline=file:runs';
const STORE = join('runs', nameFolder('default'));

let product: Product;
let server: SpawnedServer;

before(async () => {
  product = await buildProduct();
  server = await spawnStagingServer(dialsOf(USUAL));
});
after(async () => {
  await server?.stop();
  await product?.remove();
});

test('a baseline from its first run to a regression that is found, reproduced and accepted', async (context) => {
  const cwd = await makeFolder(context, filesFor(server.url));
  const run = (...args: readonly string[]): Promise<Ended> => runProcess(product.cli, args, { cwd, env: { USER: 'ada' } });
  const listFiles = async (): Promise<readonly string[]> => (await readdir(join(cwd, STORE))).sort();
  const ok = ({ code, stdout, stderr }: Ended, expected = 0): string => {
    assert.equal(code, expected, stdout + stderr);
    return stdout;
  };

  assert.match(ok(await run('baseline', 'show', WHERE)), /No run is stored/);
  // Three jobs at a time: their files do not get into each other's way.
  const updates = await Promise.all(['a', 'b', 'c'].map((out) => run('baseline', 'update', WHERE, '--quiet', '--out', out)));
  for (const update of updates) assert.match(ok(update), /Stored as \d{8}T\d{9}Z-[0-9a-f]{8} in /);
  assert.equal((await listFiles()).length, 3);
  const shown = ok(await run('baseline', 'show', WHERE));
  assert.match(shown, /^3 stored runs in .*, 3 of which count$/m);
  assert.match(shown, /^GET \/items +[▁▂▃▄▅▆▇█]{3} /m);

  await server.setDials(dialsOf(SLOW));
  const [gate, update] = await Promise.all([
    run('run', WHERE, '--quiet', '--out', 'slow'),
    run('baseline', 'update', WHERE, '--quiet', '--out', 'd'),
  ]);
  const found = ok(gate, 1);
  assert.match(found, /^REGRESSION /m);
  assert.match(found, /GET \/items p50 [\d.]+ ms → [\d.]+ ms \(\+\d+ %, tolerance 10 %\)/);
  assert.match(ok(update, 1), /does not count until it is accepted/);
  assert.equal((await readdir(join(cwd, 'slow'))).includes('results.json'), true);

  // The files alone say the same, as often as they are asked.
  const compare = (): Promise<Ended> => run('compare', 'slow/results.json', STORE, '--sla', 'load-gate.sla.yaml', '--json');
  const [first, second] = await Promise.all([compare(), compare()]);
  assert.equal(ok(first, 1), ok(second, 1));
  const row = /^✗ +GET \/items p50 .*$/m;
  assert.ok(row.test(found));
  assert.equal(row.exec(first.stderr)?.[0].replace(/ +/g, ' '), row.exec(found)?.[0].replace(/ +/g, ' '));

  assert.match(ok(await run('baseline', 'show', WHERE)), /regression +no: judged a regression, and not accepted yet/);
  assert.match(ok(await run('baseline', 'accept', WHERE, '--why', 'a bigger page')), /counts from now on, accepted by ada/);
  assert.match(ok(await run('baseline', 'show', WHERE)), /regression +yes, accepted by ada/);
  assert.match((await run('baseline', 'accept', WHERE)).stderr, /LOAD_GATE_BASELINE_NO_RUN/);
  assert.match(ok(await run('baseline', 'prune', WHERE, '--keep=1')), /Took out 0 runs of .*; 3 older runs stay/);

  const [oldest = ''] = await listFiles();
  await writeFile(join(cwd, STORE, oldest), '{"baseline_version": 1,');
  assert.ok(ok(await run('baseline', 'show', WHERE)).includes(`- ${oldest}: the file is not JSON`));
  assert.match((await compare()).stderr, new RegExp(`${oldest}: the file is not JSON`));
});

test('a place where no file can be read is not a place without a baseline', async (context) => {
  const file = join(STORE, '20260305T120000000Z-00000000.json');
  const files = { ...filesFor(server.url), [file]: '{"baseline_version": 1,' };
  const cwd = await makeFolder(context, { ...files, 'load-gate.yaml': files['load-gate.yaml']?.replace('14s', '1s') ?? '' });
  const { code, stdout, stderr } = await runProcess(product.cli, ['run', WHERE, '--quiet'], { cwd });
  assert.equal(code, 3, stdout + stderr);
  assert.match(stdout + stderr, /20260305T120000000Z-00000000\.json/);
});

test('no baseline yet is no failure, unless one is asked for', async (context) => {
  const files = filesFor(server.url);
  const cwd = await makeFolder(context, { ...files, 'load-gate.yaml': files['load-gate.yaml']?.replace('14s', '1s') ?? '' });
  const run = (...args: readonly string[]): Promise<Ended> => runProcess(product.cli, ['run', WHERE, '--quiet', ...args], { cwd });
  const lenient = await run();
  assert.equal(lenient.code, 0, lenient.stdout + lenient.stderr);
  assert.match(lenient.stdout, /there is no baseline yet/);
  const strict = await run('--fail-on=breach,no-baseline');
  assert.equal(strict.code, 1, strict.stdout + strict.stderr);
});
