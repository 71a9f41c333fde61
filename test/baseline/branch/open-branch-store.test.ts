import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { BaselineStore } from '../../../src/baseline/baseline-store.ts';
import { BranchRepository, type BranchPlace } from '../../../src/baseline/branch/branch-repository.ts';
import { DEFAULT_BRANCH, openBranchStore, type Pace } from '../../../src/baseline/branch/open-branch-store.ts';
import { nameFolder } from '../../../src/baseline/name-files.ts';
import { KEY, runOf } from '../build-run.ts';
import { serveGit } from '../serve-git.ts';
import { git, GIT_ENV, makeRemote, paceOf, plantOnBranch, type TestRemote } from '../places.ts';

type Over = Partial<BranchPlace> & { readonly pace?: Pace };

describe('a branch of baselines', () => {
  let made: TestRemote;
  let opened: BaselineStore[];
  beforeEach(() => {
    made = makeRemote();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    rmSync(made.root, { recursive: true, force: true });
  });
  const open = async ({ pace = paceOf(1), ...over }: Over = {}): Promise<BaselineStore> => {
    const place = { cwd: made.checkout, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH, ...over };
    const store = await openBranchStore(place, KEY, pace);
    opened.push(store);
    return store;
  };
  const isAdded = async (store: BaselineStore, day = 1): Promise<void> => {
    assert.equal(await store.add(runOf(day)), 'added');
    assert.equal((await store.list()).state, 'found');
  };
  const plantHook = (repository: string, name: string, text: string): void => {
    mkdirSync(join(repository, 'hooks'), { recursive: true });
    writeFileSync(join(repository, 'hooks', name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(repository, 'hooks', name), 0o755);
  };

  it('is an orphan that holds baselines alone', async () => {
    await isAdded(await open());
    assert.equal(git(made.remote, 'ls-tree', '-r', '--name-only', DEFAULT_BRANCH), `README.md\n${nameFolder(KEY)}/${runOf(1).id}.json\n`);
    assert.equal(git(made.remote, 'rev-list', '--count', DEFAULT_BRANCH), '1\n');
    assert.match(
      git(made.remote, 'log', '-1', '--format=%an %ae%n%B', DEFAULT_BRANCH),
      /^load-gate load-gate@noreply\.invalid\nAdd .*\n\n\[skip ci\]/,
    );
  });

  it('leaves the checkout as it was, to the byte, and runs none of its hooks', async () => {
    writeFileSync(join(made.checkout, 'app.txt'), 'changed');
    writeFileSync(join(made.checkout, 'staged.txt'), 'staged');
    git(made.checkout, 'add', 'staged.txt');
    const ran = join(made.root, 'ran');
    for (const hook of ['pre-push', 'pre-commit', 'commit-msg', 'reference-transaction', 'post-index-change']) {
      plantHook(join(made.checkout, '.git'), hook, `touch ${ran}`);
    }
    git(made.checkout, 'config', 'core.hooksPath', join(made.checkout, '.git/hooks'));
    git(made.checkout, 'status');
    rmSync(ran, { force: true });
    const before = snapshot(made.checkout);
    const store = await open();
    for (const day of [1, 2, 3]) await store.add(runOf(day, { accepted: false }));
    await store.accept(runOf(1, { accepted: false }).id, { by: 'me', at: '2026-03-20T08:00:00Z', why: 'fine' });
    await store.prune({ newest: 1, pinned: new Set() });
    await store.list();
    assert.deepEqual(snapshot(made.checkout), before);
    assert.equal(existsSync(ran), false);
    assert.match(git(made.checkout, 'status', '--porcelain'), /^ M app\.txt\nA {2}staged\.txt\n$/);
  });

  it('works in a shallow checkout with a detached HEAD, from a folder inside of it', async () => {
    const shallow = join(made.root, 'shallow');
    git(made.root, 'clone', '--quiet', '--depth=1', `file://${made.remote}`, shallow);
    git(shallow, 'checkout', '--quiet', '--detach');
    mkdirSync(join(shallow, 'deep/er'), { recursive: true });
    const before = snapshot(shallow);
    await isAdded(await open({ cwd: join(shallow, 'deep/er') }));
    await isAdded(await open({ cwd: shallow }), 2);
    assert.deepEqual(snapshot(shallow), before);
  });

  it('works in a linked work tree, with a relative address, and while a hook runs', async () => {
    git(made.checkout, 'remote', 'set-url', 'origin', '../remote.git');
    const linked = join(made.root, 'linked');
    git(made.checkout, 'worktree', 'add', '--quiet', '--detach', linked);
    await isAdded(await open({ cwd: linked }));
    const env = { ...GIT_ENV, GIT_DIR: '/nonexistent', GIT_INDEX_FILE: '/nonexistent', GIT_WORK_TREE: '/nonexistent' };
    await isAdded(await open({ env }), 2);
  });

  it('works with SHA-256 objects', async () => {
    const [remote, checkout] = [join(made.root, 'new.git'), join(made.root, 'new')];
    git(made.root, 'init', '--quiet', '--bare', '--object-format=sha256', remote);
    git(made.root, 'init', '--quiet', '--object-format=sha256', checkout);
    git(checkout, 'remote', 'add', 'origin', remote);
    await isAdded(await open({ cwd: checkout }));
  });

  it('prunes to a commit without a past', async () => {
    const store = await open();
    for (const day of [1, 2, 3]) await store.add(runOf(day));
    const old = git(made.remote, 'rev-parse', DEFAULT_BRANCH);
    await store.prune({ newest: 2, pinned: new Set() });
    assert.equal(git(made.remote, 'rev-list', '--count', DEFAULT_BRANCH), '1\n');
    assert.notEqual(git(made.remote, 'rev-parse', DEFAULT_BRANCH), old);
    await isAdded(store, 4);
    assert.equal(git(made.remote, 'rev-list', '--count', DEFAULT_BRANCH), '2\n');
  });

  it('never writes to a branch that holds anything else', async () => {
    const before = git(made.remote, 'rev-parse', 'main');
    const store = await open({ branch: 'main' });
    await assert.rejects(store.add(runOf(1)), { code: 'LOAD_GATE_USAGE', message: /app\.txt/ });
    assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: [] });
    plantOnBranch(
      made,
      nameFolder(KEY),
      new Map([1, 2].map((day) => [`${runOf(day).id}.json`, new TextEncoder().encode(runOf(day).text)])),
    );
    plantOnBranch(made, 'src', new Map([['work.txt', new TextEncoder().encode('work')]]));
    await assert.rejects((await open()).prune({ newest: 1, pinned: new Set() }), { code: 'LOAD_GATE_USAGE', message: /"src"/ });
    assert.equal(git(made.remote, 'rev-parse', 'main'), before);
  });

  it('sets links, folders and submodules aside', async () => {
    await (await open()).add(runOf(1));
    const clone = join(made.root, 'clone');
    git(made.root, 'clone', '--quiet', '--branch', DEFAULT_BRANCH, made.remote, clone);
    const folder = join(clone, nameFolder(KEY));
    symlinkSync('/etc/passwd', join(folder, `${runOf(2).id}.json`));
    mkdirSync(join(folder, `${runOf(3).id}.json`));
    writeFileSync(join(folder, `${runOf(3).id}.json`, 'x'), 'x');
    git(clone, 'add', '--all');
    const head = git(clone, 'rev-parse', 'HEAD').trim();
    git(clone, 'update-index', '--add', '--cacheinfo', `160000,${head},${nameFolder(KEY)}/${runOf(4).id}.json`);
    git(clone, 'commit', '--quiet', '-m', 'hostile');
    git(clone, 'push', '--quiet', 'origin', DEFAULT_BRANCH);
    const history = await (await open()).list();
    assert.ok(history.state === 'found');
    assert.deepEqual(
      history.setAside.map(({ kind }) => kind),
      ['strange', 'strange', 'strange'],
    );
    assert.deepEqual(
      history.setAside.map(({ reason }) => /link|folder|submodule/.exec(reason)?.[0]),
      ['link', 'folder', 'submodule'],
    );
  });

  it('knows a commit of its own from the same commit of another writer', async () => {
    const repository = await BranchRepository.open({ cwd: made.checkout, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH });
    try {
      const tree = await repository.say(['mktree'], { input: new Uint8Array() });
      const commit = (await repository.say(['commit-tree', tree.trim()], { input: new Uint8Array() })).trim();
      assert.deepEqual([await repository.push(commit), await repository.push(commit)], [{ state: 'pushed' }, { state: 'there' }]);
    } finally {
      await repository.close();
    }
  });

  it('does not try again when the remote refuses, and says why', async () => {
    plantHook(made.remote, 'pre-receive', 'echo "rules say no"; exit 1');
    let pauses = 0;
    const store = await open({ pace: { ...paceOf(1), sleep: () => Promise.resolve(void pauses++) } });
    const refused = { code: 'LOAD_GATE_BASELINE_UNWRITABLE', message: /rules say no/, hint: /exempt this branch/ };
    await assert.rejects(store.add(runOf(1)), refused);
    assert.equal(pauses, 0);
  });

  it('gives up in the end, with the reason, when others are always first', async () => {
    mkdirSync(join(made.remote, 'refs/heads'), { recursive: true });
    writeFileSync(join(made.remote, `refs/heads/${DEFAULT_BRANCH}.lock`), '');
    let elapsedMs = 0;
    const pauses: number[] = [];
    const sleep = (ms: number): Promise<void> => {
      pauses.push(ms);
      elapsedMs += 30_000;
      return Promise.resolve();
    };
    const store = await open({ pace: { chance: () => 0.5, now: () => elapsedMs, sleep } });
    await assert.rejects(store.add(runOf(1)), { code: 'LOAD_GATE_BASELINE_BUSY', message: /cannot lock ref/ });
    // Five minutes, 30 s for each; half of 100 ms × 2ⁿ, at most half of 4 s.
    assert.deepEqual(pauses, [100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000, 2_000, 2_000]);
  });

  it('says which permission is missing when the server lets it read and not write', async () => {
    await (await open()).add(runOf(1));
    await using server = await serveGit(made.root, ({ url }) => !url.includes('git-receive-pack'));
    git(made.checkout, 'remote', 'set-url', 'origin', `${server.origin}/remote.git`);
    const store = await open();
    assert.equal((await store.list()).state, 'found');
    await assert.rejects(store.add(runOf(2)), { code: 'LOAD_GATE_BASELINE_FORBIDDEN', message: /403/, hint: /contents: write/ });
  });

  it("uses the checkout's credentials, wherever they are configured, and shows none of them", async () => {
    await using server = await serveGit(made.root, ({ authorization }) => authorization === 'basic ghs_topsecret0123');
    const address = server.origin.replace('//', '//me:hunter22secret@');
    git(made.checkout, 'remote', 'set-url', 'origin', `${address}/remote.git`);
    const refused: unknown = await (await open()).add(runOf(1)).catch((thrown: unknown) => thrown);
    assert.ok(refused instanceof Error && 'code' in refused && 'hint' in refused);
    assert.equal(refused.code, 'LOAD_GATE_BASELINE_UNREADABLE');
    assert.doesNotMatch(`${refused.stack} ${JSON.stringify(refused)} ${String(refused.cause)}`, /hunter22secret|ghs_topsecret0123/);
    // As actions/checkout keeps them: in a file that is included for this repository only.
    const extra = join(made.root, 'credentials.config');
    git(made.root, 'config', '--file', extra, `http.${server.origin}/.extraheader`, 'AUTHORIZATION: basic ghs_topsecret0123');
    git(made.checkout, 'remote', 'set-url', 'origin', `${server.origin}/remote.git`);
    git(made.checkout, 'config', `includeIf.gitdir:${made.checkout}/.git.path`, extra);
    await isAdded(await open());
  });

  it('is an error where there is no repository, no remote, no git and no such address', async () => {
    const unreadable = { code: 'LOAD_GATE_BASELINE_UNREADABLE' };
    await assert.rejects(open({ cwd: made.root }), unreadable);
    await assert.rejects(open({ remote: 'upstream' }), { ...unreadable, message: /no remote "upstream"/ });
    await assert.rejects(open({ env: { ...GIT_ENV, PATH: '/nonexistent' } }), { ...unreadable, message: /git cannot be started/ });
    for (const branch of ['', '-x', 'a..b', 'a b', 'x.lock', '@{'])
      await assert.rejects(open({ branch }), { code: 'LOAD_GATE_USAGE' }, branch);
    await assert.rejects(open({ remote: '--upload-pack=touch' }), { code: 'LOAD_GATE_USAGE' });
    git(made.checkout, 'remote', 'set-url', 'origin', join(made.root, 'gone.git'));
    await assert.rejects((await open()).list(), unreadable);
  });

  it('leaves nothing behind on the machine', async () => {
    const temporary = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('load-gate-baselines-'));
    const before = new Set(temporary());
    const store = await open();
    const mine = temporary().filter((name) => !before.has(name));
    await store.add(runOf(1));
    await store.close();
    const after = new Set(temporary());
    assert.ok(mine.length > 0 && !mine.every((name) => after.has(name)));
  });
});

/** Every file of a checkout with its content, the repository inside of it included. */
function snapshot(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(path, 'base64')]));
}
