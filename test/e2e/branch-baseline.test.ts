import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { DEFAULT_BRANCH } from '../../src/baseline/branch/open-branch-store.ts';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { git, GIT_ENV, makeRemote, type TestRemote } from '../baseline/places.ts';
import { buildProduct, type Product } from './build-product.ts';
import { HOLDING, makeFolder, shortScenario } from './make-folder.ts';
import { startAction, type ActionEnded } from './start-action.ts';
import { runProcess } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

before(async () => {
  target = await startTarget();
  product = await buildProduct();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

/** What GitHub says of a job beside its inputs, and a git that knows nothing of this machine. */
const JOB = { GITHUB_WORKFLOW: 'main', GITHUB_JOB: 'load', CI: 'true', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
const LEG = JSON.stringify({ os: 'ubuntu-latest', node: 20 }, undefined, 2);
const KEY = 'main / load / 20, ubuntu-latest';

/** A checkout with a scenario in it, and its remote. */
async function checkOut(context: TestContext): Promise<TestRemote> {
  const made = makeRemote();
  context.after(() => rmSync(made.root, { recursive: true, force: true }));
  await writeFile(join(made.checkout, 'load-gate.yaml'), shortScenario(target.url));
  await writeFile(join(made.checkout, 'load-gate.sla.yaml'), HOLDING);
  return made;
}

type Asked = { readonly inputs?: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> };

async function runAction(context: TestContext, workspace: string, { inputs = {}, env = {} }: Asked = {}): Promise<ActionEnded> {
  const runner = await makeFolder(context, {});
  const { ended } = await startAction(product.action, {
    workspace,
    runner,
    inputs: { matrix: LEG, quiet: 'true', ...inputs },
    env: { ...JOB, ...env },
  });
  return ended;
}

test('a job stores and finds its baseline without being told where, under a key of its own leg', async (context) => {
  const { checkout, remote } = await checkOut(context);
  const first = await runAction(context, checkout);
  assert.equal(first.code, 0, first.stdout);
  assert.match(first.stdout, /there is no baseline yet/);
  const update = await runAction(context, checkout, { inputs: { mode: 'update-baseline' } });
  assert.equal(update.code, 0, update.stdout);
  assert.match(update.stdout, /Stored as \S+ in the branch load-gate-baselines of origin/);
  assert.match(git(remote, 'ls-tree', '-r', '--name-only', DEFAULT_BRANCH), new RegExp(`^${nameFolder(KEY).replaceAll('.', '\\.')}/`, 'm'));

  const gate = await runAction(context, checkout);
  assert.equal(gate.code, 0, gate.stdout);
  assert.match(gate.stdout, /Against the baseline \(/);
  assert.doesNotMatch(gate.stdout, /No stored run has the key/);

  const other = await runAction(context, checkout, { env: { GITHUB_WORKFLOW: 'pull request' } });
  assert.equal(other.code, 0, other.stdout);
  const said = `No stored run has the key \`pull request / load / 20, ubuntu-latest\`; there are runs of \`${KEY}\`: set \`key\` to compare`;
  assert.ok(other.stdout.replace(/\s+/g, ' ').includes(said), other.stdout);
});

test('a folder that is no checkout is gated without a baseline, and the log says so once', async (context) => {
  const workspace = await makeFolder(context, { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING });
  const { code, stdout } = await runAction(context, workspace);
  assert.equal(code, 0, stdout);
  assert.equal(stdout.match(/Compared with no baseline: this folder is not a git checkout/g)?.length, 1, stdout);
  const asked = await runAction(context, workspace, { inputs: { baseline: 'branch' } });
  assert.equal(asked.code, 3, asked.stdout);
  const strict = await runAction(context, workspace, { inputs: { 'fail-on': 'breach,no-baseline' } });
  assert.equal(strict.code, 1, strict.stdout);
});

test('a remote that cannot be reached stops the gate before any load, in the action and on the command line', async (context) => {
  const { checkout, root } = await checkOut(context);
  git(checkout, 'remote', 'set-url', 'origin', join(root, 'gone.git'));
  const requests = target.count();
  const stopped = await runAction(context, checkout);
  const command = await runProcess(product.cli, ['run', '--quiet'], { cwd: checkout, env: { ...cleanGit(), CI: 'true' } });
  assert.deepEqual([stopped.code, command.code], [3, 3], stopped.stdout + command.stderr);
  assert.equal(target.count(), requests);
  for (const text of [stopped.stdout, command.stderr]) assert.match(text.replace(/\s+/g, ' '), /cannot be read.*set `baseline: none`/);
  assert.equal((await runAction(context, checkout, { inputs: { baseline: 'none' } })).code, 0);
  const outside = await runProcess(product.cli, ['run', '--quiet'], { cwd: checkout, env: cleanGit() });
  assert.equal(outside.code, 0, outside.stdout + outside.stderr);
});

function cleanGit(): Record<string, string> {
  return Object.fromEntries(Object.entries(GIT_ENV).map(([name, value]) => [name, value ?? '']));
}
