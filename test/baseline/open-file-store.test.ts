import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { openFileStore } from '../../src/baseline/open-file-store.ts';
import { KEY, runOf } from './build-run.ts';
import { makeFolder } from './places.ts';

describe('a folder of baselines', () => {
  let root: string;
  let folder: string;
  beforeEach(() => {
    root = makeFolder();
    folder = join(root, 'baselines', nameFolder(KEY));
  });
  afterEach(() => {
    chmodSync(root, 0o700);
    rmSync(root, { recursive: true, force: true });
  });
  const open = () => openFileStore(join(root, 'baselines'), KEY);
  const unreadable = { code: 'LOAD_GATE_BASELINE_UNREADABLE' };
  const unwritable = { code: 'LOAD_GATE_BASELINE_UNWRITABLE' };

  it('holds whole files and nothing of how they were written', async () => {
    const runs = [1, 2, 3].map((day) => runOf(day));
    await Promise.all([...runs, ...runs].map((run) => open().add(run)));
    assert.deepEqual(
      readdirSync(folder).toSorted(),
      runs.map(({ id }) => `${id}.json`),
    );
    for (const { id, text } of runs) assert.equal(readFileSync(join(folder, `${id}.json`), 'utf8'), text);
  });

  it('does not see a file that a writer has not finished', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `.${runOf(1).id}.json.1234.partial`), '{');
    assert.deepEqual(await open().list(), { state: 'none-yet', otherKeys: [] });
  });

  it('opens no link, no pipe and no folder in the place of a run', async () => {
    await open().add(runOf(1));
    const secret = join(root, 'secret.json');
    writeFileSync(secret, runOf(2).text);
    symlinkSync(secret, join(folder, `${runOf(2).id}.json`));
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, `${runOf(3).id}.json`)]);
    mkdirSync(join(folder, `${runOf(4).id}.json`));
    const history = await open().list();
    assert.ok(history.state === 'found');
    assert.deepEqual(
      history.runs.map(({ id }) => id),
      [runOf(1).id],
    );
    assert.deepEqual(
      history.setAside.map(({ kind }) => kind),
      ['strange', 'strange', 'strange'],
    );
  });

  it('follows no link in the place of the folder of a key, and writes through none', async () => {
    const outside = join(root, 'outside');
    mkdirSync(join(root, 'baselines'));
    mkdirSync(outside);
    symlinkSync(outside, folder);
    await assert.rejects(open().list(), unreadable);
    await assert.rejects(open().add(runOf(1)), unwritable);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('writes through no link in the place of a run', async () => {
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(root, 'outside.json'), join(folder, `${runOf(1).id}.json`));
    await assert.rejects(open().add(runOf(1)), unwritable);
    assert.deepEqual(readdirSync(root), ['baselines']);
  });

  it('may itself be a link, but not one that leads nowhere', async () => {
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'baselines'));
    assert.deepEqual(await open().list(), { state: 'none-yet', otherKeys: [] });
    await open().add(runOf(1));
    assert.equal((await open().list()).state, 'found');
    rmSync(join(root, 'elsewhere'), { recursive: true });
    await assert.rejects(open().list(), unreadable);
    await assert.rejects(open().add(runOf(1)), unwritable);
  });

  it('does not end in a system folder that refuses children', async () => {
    await assert.rejects(openFileStore('/proc/baselines', KEY).add(runOf(1)), unwritable);
  });

  it('is an error, not empty, where it may not be read; so is a run that may not be read', async () => {
    await open().add(runOf(1));
    await open().add(runOf(2));
    const file = join(folder, `${runOf(1).id}.json`);
    chmodSync(file, 0o000);
    chmodSync(root, 0o755);
    await asNobody(async () => {
      const history = await open().list();
      assert.ok(history.state === 'found');
      assert.deepEqual(
        history.setAside.map(({ kind }) => kind),
        ['unreadable'],
      );
      await assert.rejects(open().add(runOf(3)), unwritable);
    });
    for (const locked of [folder, join(root, 'baselines'), root]) {
      chmodSync(locked, 0o000);
      await asNobody(() => assert.rejects(open().list(), unreadable));
      chmodSync(locked, 0o755);
    }
  });
});

/** Root may read everything, so the test steps down where it can. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
