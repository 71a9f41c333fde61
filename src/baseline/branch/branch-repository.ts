import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError, messageOf } from '../../gate-error.ts';
import { createMasker } from '../../mask-secrets.ts';
import { addGitConfig, buildGitEnvironment, chooseConfig, listSecrets, maskAddresses } from './build-git-environment.ts';
import { describeGit, explainFetch } from './explain-git.ts';
import { runGit, type GitCall, type GitPlace, type GitResult } from './run-git.ts';

/** Where the branch lives, and the repository that knows how to reach it. */
export interface BranchPlace {
  /** The user's work tree, or a folder in it. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Such as `origin`. */
  readonly remote: string;
  readonly branch: string;
}

/** One line of a tree. */
export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  /** Of a blob. */
  readonly bytes: number | undefined;
  readonly name: string;
}

/** What a fetch found. `absent` means that the remote surely has no such branch. */
export type Fetched =
  | { readonly state: 'fetched'; readonly tip: string }
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly result: GitResult };

/** What a push did. `there`: another writer made the same commit, to the second, and was first. */
export type Pushed = { readonly state: 'pushed' } | { readonly state: 'there' } | { readonly state: 'failed'; readonly result: GitResult };

const TIP = 'refs/load-gate/tip';

/**
 * A bare repository of our own in a temporary folder, which fetches and pushes just the branch. The user's repository is only asked for its
 * configuration: its objects, refs, index, work tree, hooks and `shallow` stay as they are.
 */
export class BranchRepository {
  readonly where: string;
  readonly #ref: string;
  readonly #remote: string;
  readonly #git: GitPlace;
  readonly #mask: (text: string) => string;
  readonly #trees = new Map<string, readonly TreeEntry[]>();

  private constructor(place: BranchPlace, git: GitPlace, mask: (text: string) => string) {
    this.where = describePlace(place);
    this.#ref = `refs/heads/${place.branch}`;
    this.#remote = place.remote;
    this.#git = git;
    this.#mask = mask;
  }

  /** Throws LOAD_GATE_BASELINE_UNREADABLE where there is no repository, no such remote or no git, and LOAD_GATE_USAGE for a name that is none. */
  static async open(place: BranchPlace): Promise<BranchRepository> {
    const where = describePlace(place);
    const own: GitPlace = { cwd: place.cwd, env: buildGitEnvironment(place.env) };
    const ask = async (...args: readonly string[]): Promise<string> => {
      const result = await start(own, args, where);
      if (result.code !== 0) throw explainFetch(where, describeGit(result, maskAddresses));
      return result.stdout.toString();
    };
    await checkNames(own, place);
    // A relative address counts from the top of the work tree. Asked first, because it says best what is wrong with a checkout.
    const top = (await ask('rev-parse', '--show-toplevel')).replace(/\n$/, '');
    const entries = chooseConfig(await ask('config', '--local', '--includes', '--null', '--list'), place.remote);
    if (!entries.some(([key]) => key === `remote.${place.remote}.url`)) {
      throw explainFetch(where, `the repository has no remote "${place.remote}"`);
    }
    const format = (await ask('rev-parse', '--show-object-format')).trim();
    const gitDir = await mkdtemp(join(tmpdir(), 'load-gate-baselines-'));
    const hide = createMasker(listSecrets(entries));
    const git: GitPlace = { cwd: top, env: addGitConfig(own.env, gitDir, entries) };
    const repository = new BranchRepository(place, git, (text) => maskAddresses(hide(text)));
    try {
      await repository.say(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`]);
      return repository;
    } catch (error) {
      await repository.close();
      throw error;
    }
  }

  /** The branch's newest commit, without its history. */
  async fetch(): Promise<Fetched> {
    const result = await this.run(['fetch', '--quiet', '--depth=1', '--no-tags', this.#remote, `+${this.#ref}:${TIP}`]);
    if (result.code === 0) return { state: 'fetched', tip: (await this.say(['rev-parse', '--verify', `${TIP}^{commit}`])).trim() };
    // Closed: only a remote that answers, and does not list the branch, has none.
    if (/couldn't find remote ref/.test(result.stderr) && (await this.#isAbsent())) return { state: 'absent' };
    return { state: 'failed', result };
  }

  async #isAbsent(): Promise<boolean> {
    const { code, stdout } = await this.run(['ls-remote', this.#remote, this.#ref]);
    return (
      code === 0 &&
      !stdout
        .toString()
        .split('\n')
        .some((line) => line.endsWith(`\t${this.#ref}`))
    );
  }

  /** The entries of a folder of a commit; '' is the root. A folder that is not there is empty. */
  async readTree(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    const root = await this.#listTree(commit);
    if (folder === '') return root;
    const entry = root.find(({ name }) => name === folder);
    if (entry === undefined) return [];
    if (entry.type !== 'tree') throw explainFetch(this.where, `${folder} is not a folder`);
    return this.#listTree(entry.oid);
  }

  /** What an object id names never changes, so it is read once: the time between fetch and push decides races. */
  async #listTree(oid: string): Promise<readonly TreeEntry[]> {
    const known = this.#trees.get(oid);
    if (known !== undefined) return known;
    const entries = parseTree(await this.say(['ls-tree', '-z', '-l', oid]));
    this.#trees.set(oid, entries);
    return entries;
  }

  /** Pushes a commit to the branch. `lease` names the tip that a forced push replaces. */
  async push(commit: string, lease?: string): Promise<Pushed> {
    const force = lease === undefined ? [] : [`--force-with-lease=${this.#ref}:${lease}`];
    const result = await this.run(['push', '--no-verify', '--porcelain', ...force, this.#remote, `${commit}:${this.#ref}`]);
    if (result.code !== 0) return { state: 'failed', result };
    return { state: /^=\t/m.test(result.stdout.toString()) ? 'there' : 'pushed' };
  }

  /** Runs git, and throws what it says unless it ends well. For calls that touch nothing but our own repository. */
  async say(args: readonly string[], call?: GitCall): Promise<string> {
    const result = await this.run(args, call);
    if (result.code === 0) return result.stdout.toString();
    throw explainFetch(this.where, this.describe(result));
  }

  /** Runs git in our own repository. */
  run(args: readonly string[], call?: GitCall): Promise<GitResult> {
    return start(this.#git, args, this.where, call);
  }

  /** What git said, without credentials. */
  describe(result: GitResult): string {
    return describeGit(result, this.#mask);
  }

  async close(): Promise<void> {
    await rm(this.#git.env['GIT_DIR'] ?? '', { recursive: true, force: true });
  }
}

async function checkNames(git: GitPlace, place: BranchPlace): Promise<void> {
  const { remote, branch } = place;
  const { code } = await start(git, ['check-ref-format', `refs/heads/${branch}`], describePlace(place));
  // Nothing that git could take for an option.
  if (code === 0 && !branch.startsWith('-') && /^[^-\s]/.test(remote)) return;
  throw new GateError('LOAD_GATE_USAGE', `${describePlace(place)}: that is not a name of a branch and a remote`, {
    hint: 'name a branch such as load-gate-baselines, and a remote such as origin',
  });
}

async function start(place: GitPlace, args: readonly string[], where: string, call?: GitCall): Promise<GitResult> {
  try {
    return await runGit(place, args, call);
  } catch (thrown) {
    throw explainFetch(where, messageOf(thrown));
  }
}

function describePlace({ remote, branch }: BranchPlace): string {
  return `the branch ${branch} of ${remote}`;
}

/** `<mode> SP <type> SP+ <oid> SP+ <bytes or -> TAB <name> NUL`, of `ls-tree -z -l`. */
function parseTree(listing: string): readonly TreeEntry[] {
  return listing.split('\0').flatMap((line) => {
    const [, mode, type, oid, bytes, name] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    if (mode === undefined || type === undefined || oid === undefined || name === undefined) return [];
    return [{ mode, type, oid, bytes: bytes === '-' ? undefined : Number(bytes), name }];
  });
}
