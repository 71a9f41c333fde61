import { GateError } from '../../gate-error.ts';
import type { BaselineStore } from '../baseline-store.ts';
import { createStore } from '../create-store.ts';
import { nameFolder, parseFileName, parseFolderName } from '../name-files.ts';
import type { FileContent, ListedFile, RunFiles } from '../run-files.ts';
import { BranchRepository, type BranchPlace, type TreeEntry } from './branch-repository.ts';
import { classifyTrouble, explainFetch, explainPush, type Trouble } from './explain-git.ts';
import { readBlobs } from './read-blobs.ts';
import { writeBlob, writeTree, type FolderChange } from './write-tree.ts';

/** Time and chance, for pauses between attempts. */
export interface Pace {
  /** 0 ≤ x < 1. */
  readonly chance: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The branch that holds baselines unless the user names another. */
export const DEFAULT_BRANCH = 'load-gate-baselines';

/** Fifty writers at once need up to a dozen each. */
const MOST_ATTEMPTS = 60;
const MOST_FETCHES = 4;
/** A branch with more histories is asked about the first of them alone. */
const MOST_FOLDERS = 200;
const LONGEST_MS = 300_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 4_000;

/**
 * `branch`: the history of a key on an orphan branch, one file for each run, by git plumbing in a repository of our own. Throws
 * LOAD_GATE_BASELINE_UNREADABLE where there is no repository or remote.
 */
export async function openBranchStore(place: BranchPlace, key: string, pace: Pace): Promise<BaselineStore> {
  const repository = await BranchRepository.open(place);
  return createStore(key, new BranchFiles(repository, nameFolder(key), pace));
}

class BranchFiles implements RunFiles {
  readonly where: string;
  readonly #repository: BranchRepository;
  readonly #folder: string;
  readonly #pace: Pace;
  /** Of the last list. */
  #tip: string | undefined;
  #listed: ReadonlyMap<string, TreeEntry> = new Map();

  constructor(repository: BranchRepository, folder: string, pace: Pace) {
    this.where = repository.where;
    this.#repository = repository;
    this.#folder = folder;
    this.#pace = pace;
  }

  async list(): Promise<readonly ListedFile[]> {
    const tip = await this.#fetchTip();
    const entries = tip === undefined ? [] : await this.#repository.readTree(tip, this.#folder);
    this.#tip = tip;
    this.#listed = new Map(entries.map((entry) => [entry.name, entry]));
    return entries.map(describeEntry);
  }

  async listKeys(): Promise<readonly string[]> {
    const tip = this.#tip;
    if (tip === undefined) return [];
    const folders = (await this.#repository.readTree(tip, '')).filter(({ type }) => type === 'tree');
    const keys: string[] = [];
    for (const { name } of folders.slice(0, MOST_FOLDERS)) {
      const key = parseFolderName(name);
      if (key === undefined) continue;
      const files = await this.#repository.readTree(tip, name);
      if (files.some((file) => parseFileName(file.name).kind === 'run')) keys.push(key);
    }
    return keys;
  }

  async *read(names: readonly string[]): AsyncGenerator<FileContent> {
    yield* readBlobs(
      this.#repository,
      names.flatMap((name) => this.#listed.get(name) ?? []),
    );
  }

  async add(name: string, content: Uint8Array): Promise<'added' | 'present' | 'taken'> {
    const oid = await writeBlob(this.#repository, content);
    return this.#retry(async (tip) => {
      const there =
        tip === undefined ? undefined : (await this.#repository.readTree(tip, this.#folder)).find((entry) => entry.name === name);
      if (there !== undefined) return { state: 'done', outcome: there.oid === oid ? 'present' : 'taken' };
      const change: FolderChange = { folder: this.#folder, put: new Map([[name, oid]]), take: new Set() };
      const parents = tip === undefined ? [] : ['-p', tip];
      const commit = await this.#commit(await writeTree(this.#repository, tip, change), parents, `Add ${name}`);
      // A plain push can only ever add to what is there.
      return { state: 'push', commit, lease: undefined, outcome: 'added', outcomeIfThere: 'present' };
    });
  }

  async remove(names: readonly string[]): Promise<void> {
    await this.#retry(async (tip) => {
      if (tip === undefined) return { state: 'done', outcome: 'absent' };
      const change: FolderChange = { folder: this.#folder, put: new Map(), take: new Set(names) };
      const tree = await writeTree(this.#repository, tip, change);
      if (tree === (await this.#repository.say(['rev-parse', `${tip}^{tree}`])).trim()) return { state: 'done', outcome: 'absent' };
      // A commit without a parent, so that the remote can forget what was taken out; the lease keeps what came in meanwhile.
      return { state: 'push', commit: await this.#commit(tree, [], 'Prune'), lease: tip, outcome: 'removed', outcomeIfThere: 'absent' };
    });
  }

  close(): Promise<void> {
    return this.#repository.close();
  }

  async #commit(tree: string, parents: readonly string[], what: string): Promise<string> {
    const date = `@${Math.floor(this.#pace.now() / 1_000)} +0000`;
    // Services that build every push are told not to: there is nothing to build.
    const input = new TextEncoder().encode(`${what}\n\n[skip ci]\n`);
    const names = ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'load-gate'],
      [`GIT_${who}_EMAIL`, 'load-gate@noreply.invalid'],
      [`GIT_${who}_DATE`, date],
    ]);
    return (await this.#repository.say(['commit-tree', ...parents, tree], { input, env: Object.fromEntries(names) })).trim();
  }

  /** The branch's tip; undefined when there is no such branch. A remote that stumbles is asked again. */
  async #fetchTip(): Promise<string | undefined> {
    for (let attempt = 1; ; attempt++) {
      const fetched = await this.#repository.fetch();
      if (fetched.state === 'fetched') return fetched.tip;
      if (fetched.state === 'absent') return undefined;
      const trouble = classifyTrouble(fetched.result);
      const isPassing = trouble === 'passing' || trouble === 'lost-race';
      if (!isPassing || attempt === MOST_FETCHES) throw explainFetch(this.where, this.#repository.describe(fetched.result));
      await this.#pause(attempt);
    }
  }

  #pause(attempt: number): Promise<void> {
    return this.#pace.sleep(this.#pace.chance() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
  }

  /** Fetches, builds and pushes until the push is taken: whoever comes second builds again on what the first has written. */
  async #retry<Outcome>(build: (tip: string | undefined) => Promise<Step<Outcome>>): Promise<Outcome> {
    const until = this.#pace.now() + LONGEST_MS;
    let said = '';
    let trouble: Trouble = 'other';
    for (let attempt = 0; attempt < MOST_ATTEMPTS && this.#pace.now() < until; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      const step = await build(await this.#fetchTip());
      if (step.state === 'done') return step.outcome;
      const pushed = await this.#repository.push(step.commit, step.lease);
      if (pushed.state === 'pushed') return step.outcome;
      if (pushed.state === 'there') return step.outcomeIfThere;
      said = this.#repository.describe(pushed.result);
      trouble = classifyTrouble(pushed.result);
      if (trouble !== 'lost-race' && trouble !== 'passing') break;
    }
    if (trouble !== 'lost-race') throw explainPush(trouble, this.where, said);
    throw new GateError(
      'LOAD_GATE_BASELINE_BUSY',
      `the baselines cannot be written to ${this.where}: other writers were always first. ${said}`,
      {
        hint: 'run the update again',
      },
    );
  }
}

/** What one attempt leads to: nothing to do, or a commit to push. */
type Step<Outcome> =
  | { readonly state: 'done'; readonly outcome: Outcome }
  | {
      readonly state: 'push';
      readonly commit: string;
      readonly lease: string | undefined;
      readonly outcome: Outcome;
      readonly outcomeIfThere: Outcome;
    };

function describeEntry({ mode, type, bytes, name }: TreeEntry): ListedFile {
  if (type === 'blob' && mode.startsWith('100') && bytes !== undefined) return { state: 'regular', name, bytes };
  return { state: 'strange', name, what: type === 'tree' ? 'a folder' : type === 'commit' ? 'a submodule' : 'a symbolic link' };
}
