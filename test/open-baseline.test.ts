import assert from 'node:assert/strict';
import { chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { DEFAULT_BRANCH, openBranchStore } from '../src/baseline/branch/open-branch-store.ts';
import { nameFolder } from '../src/baseline/name-files.ts';
import { GateError } from '../src/gate-error.ts';
import { openBaseline, type OpenBaseline } from '../src/gate-baseline.ts';
import type { BaselineWhere } from '../src/options/judged-request.ts';
import { KEY, runOf } from './baseline/build-run.ts';
import { git, GIT_ENV, makeRemote, paceOf, plantOnBranch, type TestRemote } from './baseline/places.ts';

const IMPLIED: BaselineWhere = { kind: 'implied', branch: DEFAULT_BRANCH };
const ASKED: BaselineWhere = { kind: 'branch', branch: DEFAULT_BRANCH };

let made: TestRemote;
let notes: string[];
let opened: (OpenBaseline | undefined)[];
beforeEach(() => {
  made = makeRemote();
  [notes, opened] = [[], []];
});
afterEach(async () => {
  for (const one of opened) await one?.store.close();
  rmSync(made.root, { recursive: true, force: true });
});

async function open(where: BaselineWhere, cwd = made.checkout, env = GIT_ENV, key = KEY): Promise<OpenBaseline | undefined> {
  const one = await openBaseline(where, key, { cwd, env, onNote: (note) => notes.push(note) });
  opened.push(one);
  return one;
}

async function failureOf(where: BaselineWhere, cwd = made.checkout, env = GIT_ENV): Promise<GateError> {
  const thrown: unknown = await open(where, cwd, env).then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof GateError, `it was opened; ${notes.join(' ')}`);
  return thrown;
}

async function storeRun(day: number): Promise<void> {
  const store = await openBranchStore({ cwd: made.checkout, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH }, KEY, paceOf(1));
  await store.add(runOf(day));
  await store.close();
}

/** What an implied branch does without, and says so; who asks for it gets an error. */
const ABSENT: readonly (readonly [what: string, make: () => string, words: RegExp, env?: NodeJS.ProcessEnv])[] = [
  [
    'a folder that is no checkout',
    () => made.root,
    /^Compared with no baseline: this folder is not a git checkout\. .*file:DIR, or to none/,
  ],
  [
    'a checkout without the remote origin',
    () => (git(made.checkout, 'remote', 'rename', 'origin', 'upstream'), made.checkout),
    /this checkout has no remote origin\./,
  ],
  ['a folder that is no checkout, on a machine without git', () => made.root, /not a git checkout/, { ...GIT_ENV, PATH: '/nonexistent' }],
];
for (const [what, make, words, env = GIT_ENV] of ABSENT) {
  test(`${what} has no implied baseline, which is said once; the branch that was asked for is an error there`, async () => {
    const cwd = make();
    assert.equal(await open(IMPLIED, cwd, env), undefined);
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', words);
    assert.equal((await failureOf(ASKED, cwd, env)).code, 'LOAD_GATE_BASELINE_UNREADABLE');
  });
}

/** What may hold a baseline and cannot be read. */
const BROKEN: readonly (readonly [what: string, make: () => string, message: RegExp, env?: NodeJS.ProcessEnv])[] = [
  [
    'a remote that cannot be reached',
    () => (git(made.checkout, 'remote', 'set-url', 'origin', join(made.root, 'gone.git')), made.checkout),
    /cannot be read/,
  ],
  [
    'a work tree whose repository is gone',
    () => {
      const cwd = join(made.root, 'dangling');
      mkdirSync(cwd);
      writeFileSync(join(cwd, '.git'), 'gitdir: /nowhere/at/all\n');
      return cwd;
    },
    /not a git repository: /,
  ],
  [
    'a checkout on a machine without git',
    () => {
      mkdirSync(join(made.checkout, 'deep/er'), { recursive: true });
      return join(made.checkout, 'deep/er');
    },
    /git cannot be started/,
    { ...GIT_ENV, PATH: '/nonexistent' },
  ],
  [
    'a branch of which no file can be used',
    () => {
      plantOnBranch(made, nameFolder(KEY), new Map([[`${runOf(1).id}.json`, new TextEncoder().encode('{')]]));
      return made.checkout;
    },
    /none of the stored runs .* can be used/,
  ],
];
for (const [what, make, message, env = GIT_ENV] of BROKEN) {
  test(`${what} is an error, although the branch is only implied, and the hint says how to do without`, async () => {
    const cwd = make();
    const { code, message: said, hint } = await failureOf(IMPLIED, cwd, env);
    assert.equal(code, 'LOAD_GATE_BASELINE_UNREADABLE');
    assert.match(said, message);
    assert.match(hint ?? '', /set `baseline: none`/);
    assert.doesNotMatch((await failureOf(ASKED, cwd, env)).hint ?? '', /baseline: none/);
    assert.deepEqual(notes, []);
  });
}

test('a checkout of another user is an error with what git wants to be told', async (context) => {
  if (process.getuid?.() !== 0) return context.skip('only root can give a folder away');
  chownSync(made.checkout, 4_321, 4_321);
  chownSync(join(made.checkout, '.git'), 4_321, 4_321);
  for (const where of [IMPLIED, ASKED]) assert.match((await failureOf(where)).hint ?? '', /safe\.directory/);
});

test('an implied branch that is not there yet is no baseline yet, and one that is there is read', async () => {
  const young = await open(IMPLIED);
  assert.deepEqual(young?.history, { state: 'none-yet', otherKeys: [] });
  await storeRun(1);
  const linked = join(made.root, 'linked');
  symlinkSync(made.checkout, linked);
  for (const cwd of [made.checkout, linked]) assert.equal((await open(IMPLIED, cwd))?.history.state, 'found');
  assert.deepEqual(notes, []);
});

test('a key without a run is told from a young baseline: the note names the keys that have runs', async () => {
  await storeRun(1);
  const other = await open(ASKED, made.checkout, GIT_ENV, 'pull request / gate');
  assert.equal(other?.history.state, 'none-yet');
  assert.deepEqual(notes, [
    `No stored run has the key \`pull request / gate\`; there are runs of \`${KEY}\`: set \`key\` to compare with one of them.`,
  ]);
});

test('none and a live baseline have no stored runs', async () => {
  for (const where of [{ kind: 'none' }, { kind: 'url', url: 'http://127.0.0.1:1' }] as const) assert.equal(await open(where), undefined);
});
