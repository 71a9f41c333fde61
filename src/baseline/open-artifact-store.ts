import { GateError, messageOf } from '../gate-error.ts';
import type { BaselineStore } from './baseline-store.ts';
import { describeOversize } from './check-text.ts';
import { createStore } from './create-store.ts';
import { MOST_FILE_BYTES, type FileContent, type ListedFile } from './run-files.ts';

/** What reads and writes the artifacts of one key. Names are those of files; each function throws when it fails, and never answers "nothing" instead. */
export interface ArtifactAccess {
  /** For people, such as `artifacts of owner/repo`. */
  readonly where: string;
  /** Every artifact of the key that has not expired; an empty list only when there is none. */
  readonly list: () => Promise<readonly { readonly name: string; readonly bytes: number }[]>;
  /** Keys of which there are artifacts, as far as their names tell; an empty list where they do not. */
  readonly listKeys: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Uint8Array>;
  /** False when there is one of that name already. */
  readonly write: (name: string, content: Uint8Array) => Promise<boolean>;
  /** A name that is not there is no error. */
  readonly remove: (name: string) => Promise<void>;
}

/** `artifact`: the history of a key in files that somebody else fetches and uploads. */
export function openArtifactStore(access: ArtifactAccess, key: string): BaselineStore {
  return createStore(key, {
    where: access.where,
    list: () => listArtifacts(access),
    listKeys: () => asking(access, access.listKeys),
    read: (names) => readArtifacts(access, names),
    add: (name, content) => addArtifact(access, name, content),
    remove: (names) => removeArtifacts(access, names),
    close: () => Promise.resolve(),
  });
}

async function listArtifacts(access: ArtifactAccess): Promise<readonly ListedFile[]> {
  return (await asking(access, access.list)).map(({ name, bytes }) => ({ state: 'regular', name, bytes }));
}

/** A question that fails is an error, never an empty answer. */
async function asking<Answer>({ where }: ArtifactAccess, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new GateError('LOAD_GATE_BASELINE_UNREADABLE', `the baselines in ${where} cannot be read: ${messageOf(cause)}`, {
      hint: 'this is not the same as having none: check that the token may read artifacts (`actions: read`)',
      cause,
    });
  }
}

async function* readArtifacts(access: ArtifactAccess, names: readonly string[]): AsyncGenerator<FileContent> {
  for (const name of names) yield await readArtifact(access, name);
}

async function readArtifact({ read }: ArtifactAccess, name: string): Promise<FileContent> {
  try {
    const content = await read(name);
    if (content.byteLength <= MOST_FILE_BYTES) return { state: 'read', name, content };
    return { state: 'failed', name, kind: 'oversized', reason: describeOversize(content.byteLength) };
  } catch (error) {
    return { state: 'failed', name, kind: 'unreadable', reason: `it cannot be read: ${messageOf(error)}` };
  }
}

async function addArtifact(access: ArtifactAccess, name: string, content: Uint8Array): Promise<'added' | 'present' | 'taken'> {
  try {
    if (await access.write(name, content)) return 'added';
  } catch (cause) {
    throw unwritable(access, cause);
  }
  const present = await readArtifact(access, name);
  return present.state === 'read' && Buffer.compare(present.content, content) === 0 ? 'present' : 'taken';
}

async function removeArtifacts(access: ArtifactAccess, names: readonly string[]): Promise<void> {
  try {
    for (const name of names) await access.remove(name);
  } catch (cause) {
    throw unwritable(access, cause);
  }
}

function unwritable({ where }: ArtifactAccess, cause: unknown): GateError {
  return new GateError('LOAD_GATE_BASELINE_UNWRITABLE', `the baselines in ${where} cannot be written: ${messageOf(cause)}`, {
    hint: 'check that the job may upload artifacts, and that it runs on a push to, or a schedule of, the default branch',
    cause,
  });
}
