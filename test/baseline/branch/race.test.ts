import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { DEFAULT_BRANCH, openBranchStore } from '../../../src/baseline/branch/open-branch-store.ts';
import { KEY, runOf } from '../build-run.ts';
import { git, GIT_ENV, makeRemote, paceOf } from '../places.ts';

const WRITERS = 50;
const PROCESSES = 10;
const SCRIPT = join(import.meta.dirname, '../../support/add-baseline-runs.ts');

it('loses none of 50 updates that race from ten processes', async () => {
  const { root, remote, checkout } = makeRemote();
  try {
    const days = Array.from({ length: WRITERS }, (_, day) => day);
    const outcomes = await Promise.allSettled(
      Array.from({ length: PROCESSES }, (_, index) => days.filter((day) => day % PROCESSES === index)).map((mine) =>
        promisify(execFile)(process.execPath, [SCRIPT, checkout, ...mine.map(String)]),
      ),
    );
    const said = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value.stdout.trimEnd().split('\n') : [String(outcome.reason)],
    );
    assert.deepEqual(
      said,
      days.map(() => 'added'),
    );
    const store = await openBranchStore({ cwd: checkout, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH }, KEY, paceOf(0));
    const history = await store.list();
    await store.close();
    assert.ok(history.state === 'found');
    assert.deepEqual(
      history.runs.map(({ id }) => id),
      days.map((day) => runOf(day).id),
    );
    assert.deepEqual(history.setAside, []);
    // One commit for each update, one after another: nobody has written over anybody.
    assert.equal(git(remote, 'rev-list', '--count', DEFAULT_BRANCH).trim(), String(WRITERS));
    assert.equal(git(remote, 'rev-list', '--count', '--min-parents=2', DEFAULT_BRANCH).trim(), '0');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
