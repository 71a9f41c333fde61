import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { forgetEarlier, resolvePlaces, writeLocustFiles } from '../src/gate-files.ts';
import { publishRun } from '../src/gate-publish.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import type { RunRequest } from '../src/options/request.ts';
import { buildReport } from './support/build-report.ts';

const NAMES = { time: '2026-01-02T03:04:05.000Z', name: 'Shop', profile: 'peak' };
const LOCUST_FILES = ['test_exceptions.csv', 'test_failures.csv', 'test_stats.csv', 'test_stats_history.csv'];

async function makeRoot(context: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'load-gate-'));
  context.after(() => rm(root, { recursive: true }));
  return root;
}

function requestOf(...flags: readonly string[]): RunRequest {
  const parsed = parseArgv(['run', ...flags]);
  assert.ok(parsed.ok && parsed.value.command === 'run');
  return parsed.value;
}

/** What publishing a run leaves below a folder, and what was said. */
async function publish(
  cwd: string,
  flags: readonly string[],
): Promise<{ readonly isWritten: boolean | undefined; readonly notes: string[] }> {
  const notes: string[] = [];
  const ports = { env: {}, cwd, root: cwd, onNote: (note: string) => void notes.push(note), log: () => 'a log' };
  const { outcome } = await publishRun(buildReport(), requestOf(...flags), { ports, baseline: undefined });
  return { isWritten: outcome.kind === 'judged' ? outcome.isWritten : undefined, notes };
}

test('--csv-prefix writes the four files under the names that Locust gives them, beside those in the folder of the reports', async (context) => {
  const root = await makeRoot(context);
  assert.deepEqual(await publish(root, ['--csv-prefix', 'results/deep/test']), { isWritten: true, notes: [] });
  assert.deepEqual((await readdir(join(root, 'results/deep'))).toSorted(), LOCUST_FILES);
  for (const name of LOCUST_FILES) {
    const [ours, theirs] = [join(root, 'load-gate-report', name.slice('test_'.length)), join(root, 'results/deep', name)];
    assert.equal(await readFile(theirs, 'utf8'), await readFile(ours, 'utf8'));
  }
});

test('without a prefix there are no such files', async (context) => {
  const root = await makeRoot(context);
  await publish(root, []);
  assert.deepEqual(await readdir(root), ['load-gate-report']);
});

test('a prefix below a file is told and part of the outcome, and the reports are written all the same', async (context) => {
  const root = await makeRoot(context);
  await writeFile(join(root, 'file'), '');
  const { isWritten, notes } = await publish(root, ['--csv-prefix', 'file/test']);
  assert.equal(isWritten, false);
  assert.match(notes.join('\n'), /cannot be written/);
  assert.ok((await readdir(join(root, 'load-gate-report'))).includes('stats.csv'));
});

test('time, name and profile are filled in, and lead nowhere else', () => {
  const request = requestOf('--csv-prefix', 'reports/{profile}/{name}_{time}');
  const { prefix } = resolvePlaces(request, { cwd: '/checkout' }, { ...NAMES, name: '../../etc' });
  assert.deepEqual(prefix, { folder: '/checkout/reports/peak', name: 'etc_2026-01-02T03-04-05.000Z' });
});

for (const [what, prefix] of [
  ['above the checkout', '../test'],
  ['elsewhere', '/tmp/test'],
  ['behind a link', 'link/test'],
] as const) {
  test(`a prefix that leads out of a workflow's checkout is refused: ${what}`, async (context) => {
    const root = await makeRoot(context);
    await mkdir(join(root, 'checkout'));
    await symlink(root, join(root, 'checkout/link'));
    const from = { cwd: join(root, 'checkout'), root: join(root, 'checkout') };
    assert.throws(() => resolvePlaces(requestOf('--csv-prefix', prefix), from, NAMES), { code: 'LOAD_GATE_UNSAFE_PATH' });
  });
}

test('what tools read of an earlier run is gone before the load, and nothing else is', async (context) => {
  const root = await makeRoot(context);
  const request = requestOf('--csv-prefix', 'csv/test', '--out', 'out');
  const places = resolvePlaces(request, { cwd: root }, NAMES);
  const kept = ['csv/other_stats.csv', 'csv/test.csv', 'out/mine.txt', 'out/summary.md'];
  const gone = [
    ...LOCUST_FILES.map((name) => `csv/${name}`),
    ...['results.json', 'junit.xml', 'badge.json', 'metrics.prom', 'stats.csv', 'stats_history.csv'].map((name) => `out/${name}`),
  ];
  await Promise.all([mkdir(join(root, 'csv')), mkdir(join(root, 'out'))]);
  for (const name of [...kept, ...gone]) await writeFile(join(root, name), 'earlier');
  await forgetEarlier(request, places);
  const left = [
    ...(await readdir(join(root, 'csv'))).map((name) => `csv/${name}`),
    ...(await readdir(join(root, 'out'))).map((name) => `out/${name}`),
  ];
  assert.deepEqual(left.toSorted(), kept);
});

test('a file that is missing among the reports is a bug, and never an empty file', async (context) => {
  const root = await makeRoot(context);
  await assert.rejects(writeLocustFiles({ folder: root, name: 'test' }, new Map([['stats.csv', 'x']])), /there is no stats_history\.csv/);
  assert.deepEqual(await readdir(root), []);
});
