import { GateError } from '../../gate-error.ts';
import { cleanText } from '../../report/clean-text.ts';
import { isFolderName } from '../name-files.ts';
import type { BranchRepository, TreeEntry } from './branch-repository.ts';

const README = 'README.md';
const README_TEXT = `# load-gate baselines

Runs that load-gate compares with, one file for each, written by the workflows of this repository. Nothing here is merged or deployed.
Deleting this branch forgets the history; \`load-gate baseline\` shows and prunes it.
`;

/** One change of a folder: blobs by name to put in, names to take out. */
export interface FolderChange {
  readonly folder: string;
  readonly put: ReadonlyMap<string, string>;
  readonly take: ReadonlySet<string>;
}

/**
 * The tree of a commit with one folder changed and everything else as it was. Without a commit it starts a branch. Throws LOAD_GATE_USAGE when the
 * branch holds anything but baselines: it is somebody's work, which a prune would destroy.
 */
export async function writeTree(repository: BranchRepository, tip: string | undefined, change: FolderChange): Promise<string> {
  const root = tip === undefined ? [await writeReadme(repository)] : await repository.readTree(tip, '');
  const stranger = root.find(({ type, name }) => !(type === 'tree' ? isFolderName(name) : type === 'blob' && name === README));
  if (stranger !== undefined) {
    throw new GateError('LOAD_GATE_USAGE', `${repository.where} holds "${cleanText(stranger.name, 60)}", which is no baseline`, {
      hint: 'choose a branch of its own for baselines: nothing else may live on it',
    });
  }
  const before = tip === undefined ? [] : await repository.readTree(tip, change.folder);
  const put = [...change.put].map(([name, oid]): TreeEntry => ({ mode: '100644', type: 'blob', oid, bytes: undefined, name }));
  const after = [...before.filter(({ name }) => !change.take.has(name) && !change.put.has(name)), ...put];
  const others = root.filter(({ name }) => name !== change.folder);
  if (after.length === 0) return makeTree(repository, others);
  const oid = await makeTree(repository, after);
  return makeTree(repository, [...others, { mode: '040000', type: 'tree', oid, bytes: undefined, name: change.folder }]);
}

/** Writes bytes into our own repository; returns their object id. */
export async function writeBlob(repository: BranchRepository, content: Uint8Array): Promise<string> {
  return (await repository.say(['hash-object', '-w', '--stdin', '--no-filters'], { input: content })).trim();
}

async function writeReadme(repository: BranchRepository): Promise<TreeEntry> {
  const oid = await writeBlob(repository, new TextEncoder().encode(README_TEXT));
  return { mode: '100644', type: 'blob', oid, bytes: undefined, name: README };
}

async function makeTree(repository: BranchRepository, entries: readonly TreeEntry[]): Promise<string> {
  const lines = entries.map(({ mode, type, oid, name }) => `${mode} ${type} ${oid}\t${name}\0`).join('');
  return (await repository.say(['mktree', '-z'], { input: new TextEncoder().encode(lines) })).trim();
}
