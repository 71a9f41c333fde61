import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { findTool } from '../../.ci/install-tools.ts';
import { makeFolder } from '../e2e/make-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The workflows and the action in a repository of their own, with load-gate taken from the folder: so its inputs and action.yml are checked, too. */
function readOwn(): Record<string, string> {
  const workflows = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);
  const names = [...workflows, '.github/actionlint.yaml', 'action.yml'];
  const files = names.map((name): [string, string] => [
    name,
    readFileSync(join(ROOT, name), 'utf8').replaceAll('uses: org/load-gate@v1', 'uses: ./'),
  ]);
  return { ...Object.fromEntries(files), 'dist/action.js': '' };
}

async function lint(context: TestContext, files: Readonly<Record<string, string>>): Promise<{ status: number | null; stdout: string }> {
  const folder = await makeFolder(context, files);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  return spawnSync(findTool('actionlint'), [], { cwd: folder, encoding: 'utf8' });
}

test('actionlint finds nothing in the workflows of this repository', () => {
  const { status, stdout, stderr } = spawnSync(findTool('actionlint'), [], { cwd: ROOT, encoding: 'utf8' });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('actionlint finds nothing in action.yml, nor in what the workflows give it', async (context) => {
  const { status, stdout } = await lint(context, readOwn());
  assert.deepEqual({ status, stdout }, { status: 0, stdout: '' });
});

const MISTAKES: readonly [name: string, file: string, from: string, to: string, found: RegExp][] = [
  ['an input that the action does not have', '.github/workflows/load-gate-nightly.yml', 'profile:', 'profil:', /"profil" is not defined/],
  ['an entry that is not there', 'action.yml', 'main: dist/action.js', 'main: dist/other.js', /dist\/other\.js/],
  ['an icon that GitHub does not have', 'action.yml', 'icon: activity', 'icon: no-such-icon', /no-such-icon/],
  ['another key beside the queue', '.github/workflows/load-gate-nightly.yml', 'queue: max', 'queues: max', /unexpected key "queues"/],
];

for (const [name, file, from, to, found] of MISTAKES) {
  test(`actionlint is asked the right question: it finds ${name}`, async (context) => {
    const own = readOwn();
    assert.ok(own[file]?.includes(from));
    const { status, stdout } = await lint(context, { ...own, [file]: own[file]?.replace(from, to) ?? '' });
    assert.equal(status, 1);
    assert.match(stdout, found);
  });
}
