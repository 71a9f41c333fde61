import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BaselineStore } from '../../src/baseline/baseline-store.ts';
import { DEFAULT_BRANCH, openBranchStore, type Pace } from '../../src/baseline/branch/open-branch-store.ts';
import { nameFolder, parseFileName } from '../../src/baseline/name-files.ts';
import { openArtifactStore } from '../../src/baseline/open-artifact-store.ts';
import { openFileStore } from '../../src/baseline/open-file-store.ts';
import { SeededRandom } from '../../src/seeded-random.ts';

/** A place where a history can live, with a back door to what lies in it. */
export interface TestPlace {
  readonly open: (key: string) => Promise<BaselineStore>;
  /** Puts files into a key's folder without the store. */
  readonly plant: (key: string, files: ReadonlyMap<string, Uint8Array>) => void;
  /** From now on it cannot be read. */
  readonly break: () => void;
  readonly close: () => Promise<void>;
}

/** Nothing of this machine's git, and nothing of a hook that runs the tests. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'tester',
  GIT_AUTHOR_EMAIL: 'tester@example.invalid',
  GIT_COMMITTER_NAME: 'tester',
  GIT_COMMITTER_EMAIL: 'tester@example.invalid',
};

export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd, env: GIT_ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64_000_000 });
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'load-gate-test-'));
}

/** Short pauses by seeded chance. */
export function paceOf(seed: number): Pace {
  const random = new SeededRandom(seed);
  return { chance: () => random.next(), now: () => Date.now(), sleep: (ms) => sleep(ms) };
}

export function filePlace(): TestPlace {
  const root = makeFolder();
  const directory = join(root, 'not/yet/there');
  return {
    open: (key) => Promise.resolve(openFileStore(directory, key)),
    plant(key, files) {
      const folder = join(directory, nameFolder(key));
      mkdirSync(folder, { recursive: true });
      for (const [name, content] of files) writeFileSync(join(folder, name), content);
    },
    break() {
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(join(directory, '..'), { recursive: true });
      writeFileSync(directory, 'a file where the folder was');
    },
    close() {
      chmodSync(root, 0o700);
      rmSync(root, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

export function artifactPlace(): TestPlace {
  const artifacts = new Map<string, Map<string, Uint8Array>>();
  let isBroken = false;
  const of = (key: string): Map<string, Uint8Array> => {
    if (isBroken) throw new Error('HTTP 500');
    const files = artifacts.get(key) ?? new Map<string, Uint8Array>();
    artifacts.set(key, files);
    return files;
  };
  const access = (key: string) => ({
    where: 'artifacts of a test',
    list: async () => [...of(key)].map(([name, content]) => ({ name, bytes: content.byteLength })),
    listKeys: async () => [...artifacts].filter(([, files]) => [...files.keys()].some(isRunFile)).map(([each]) => each),
    read: async (name: string) => of(key).get(name) ?? Promise.reject(new Error('HTTP 404')),
    write: async (name: string, content: Uint8Array) => {
      if (of(key).has(name)) return false;
      of(key).set(name, content);
      return true;
    },
    remove: async (name: string) => {
      of(key).delete(name);
    },
  });
  return {
    open: (key) => Promise.resolve(openArtifactStore(access(key), key)),
    plant: (key, files) => files.forEach((content, name) => of(key).set(name, content)),
    break: () => {
      isBroken = true;
    },
    close: () => Promise.resolve(),
  };
}

function isRunFile(name: string): boolean {
  return parseFileName(name).kind === 'run';
}

/** A remote and a checkout of it, on this machine. */
export interface TestRemote {
  readonly root: string;
  readonly remote: string;
  readonly checkout: string;
}

/** A bare remote with two commits on main, and a clone of it. */
export function makeRemote(): TestRemote {
  const root = makeFolder();
  const [remote, checkout] = [join(root, 'remote.git'), join(root, 'checkout')];
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  git(root, 'init', '--quiet', '--initial-branch=main', checkout);
  for (const text of ['first', 'second']) {
    writeFileSync(join(checkout, 'app.txt'), text);
    git(checkout, 'add', '.');
    git(checkout, 'commit', '--quiet', '-m', text);
  }
  git(checkout, 'remote', 'add', 'origin', remote);
  git(checkout, 'push', '--quiet', 'origin', 'main');
  return { root, remote, checkout };
}

export function branchPlace(): TestPlace {
  const { root, remote, checkout } = makeRemote();
  const opened: BaselineStore[] = [];
  return {
    async open(key) {
      const place = { cwd: checkout, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH };
      const store = await openBranchStore(place, key, paceOf(opened.length));
      opened.push(store);
      return store;
    },
    plant: (key, files) => plantOnBranch({ root, remote, checkout }, nameFolder(key), files),
    break: () => rmSync(remote, { recursive: true }),
    async close() {
      for (const store of opened) await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Commits files to the branch of baselines with an ordinary clone. */
export function plantOnBranch({ root, remote }: TestRemote, folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const clone = mkdtempSync(join(root, 'clone-'));
  git(root, 'clone', '--quiet', '--no-checkout', remote, clone);
  const exists = git(clone, 'branch', '--remotes').includes(`origin/${DEFAULT_BRANCH}`);
  if (exists) git(clone, 'checkout', '--quiet', DEFAULT_BRANCH);
  else {
    git(clone, 'checkout', '--quiet', '--orphan', DEFAULT_BRANCH);
    git(clone, 'rm', '-r', '--quiet', '--cached', '.');
    rmSync(join(clone, 'app.txt'), { force: true });
  }
  mkdirSync(join(clone, folder), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(clone, folder, name), content);
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '-m', 'planted');
  git(clone, 'push', '--quiet', 'origin', DEFAULT_BRANCH);
  rmSync(clone, { recursive: true });
}
