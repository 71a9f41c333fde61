import { randomUUID } from 'node:crypto';
import { constants, existsSync, type Dirent, type Stats } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, rename, rm, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GateError, messageOf } from '../gate-error.ts';
import type { BaselineStore } from './baseline-store.ts';
import { describeOversize } from './check-text.ts';
import { createStore } from './create-store.ts';
import { isFolderName, nameFolder, parseFileName, parseFolderName } from './name-files.ts';
import { MOST_FILE_BYTES, type FileContent, type ListedFile, type RunFiles } from './run-files.ts';

/** Never through a link, never waiting for a pipe's other end. Windows knows neither flag. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A place with more histories is asked about the first of them alone. */
const MOST_FOLDERS = 200;

/**
 * `file:DIR`: the history of a key in DIR/<key's folder>. DIR is made by the first `add`; it may itself be a link, nothing below it may: a checkout
 * can come from a fork.
 */
export function openFileStore(directory: string, key: string): BaselineStore {
  const root = resolve(directory);
  const folder = join(root, nameFolder(key));
  const files: RunFiles = {
    where: root,
    list: () => listFolder(root, folder),
    listKeys: () => listKeys(root),
    read: (names) => readFiles(folder, names),
    add: (name, content) => addFile({ root, folder, name }, content),
    remove: (names) => removeFiles(root, folder, names),
    close: () => Promise.resolve(),
  };
  return createStore(key, files);
}

async function listFolder(root: string, folder: string): Promise<readonly ListedFile[]> {
  try {
    if (!(await findFolder(root, folder))) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    // Names with a dot are files of writers that have not finished, or of the system.
    return await Promise.all(entries.filter(({ name }) => !name.startsWith('.')).map((entry) => describeEntry(folder, entry)));
  } catch (error) {
    throw unreadable(root, error);
  }
}

async function describeEntry(folder: string, entry: Dirent): Promise<ListedFile> {
  const { name } = entry;
  if (entry.isFile()) return { state: 'regular', name, bytes: (await lstat(join(folder, name))).size };
  const what = entry.isSymbolicLink() ? 'a symbolic link' : entry.isDirectory() ? 'a folder' : 'a pipe, a socket or a device';
  return { state: 'strange', name, what };
}

/** Of the folders that are ours; one that cannot be read is left out, since nothing but a hint depends on it. */
async function listKeys(root: string): Promise<readonly string[]> {
  try {
    if ((await lstatOrNone(root)) === undefined) return [];
    const entries = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory() && isFolderName(entry.name));
    const keys: string[] = [];
    for (const { name } of entries.slice(0, MOST_FOLDERS)) {
      const names = await readdir(join(root, name)).catch(() => []);
      const key = names.some((file) => parseFileName(file).kind === 'run') ? parseFolderName(name) : undefined;
      if (key !== undefined) keys.push(key);
    }
    return keys;
  } catch (error) {
    throw unreadable(root, error);
  }
}

async function* readFiles(folder: string, names: readonly string[]): AsyncGenerator<FileContent> {
  for (const name of names) yield await readFile(folder, name);
}

async function readFile(folder: string, name: string): Promise<FileContent> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(folder, name), READ_FLAGS);
    const stats = await handle.stat();
    if (!stats.isFile()) return { state: 'failed', name, kind: 'strange', reason: 'it is not a file' };
    if (stats.size > MOST_FILE_BYTES) return { state: 'failed', name, kind: 'oversized', reason: describeOversize(stats.size) };
    return { state: 'read', name, content: await handle.readFile() };
  } catch (error) {
    return { state: 'failed', name, kind: 'unreadable', reason: `it cannot be read: ${messageOf(error)}` };
  } finally {
    await handle?.close();
  }
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly name: string;
}

async function addFile({ root, folder, name }: Place, content: Uint8Array): Promise<'added' | 'present' | 'taken'> {
  const partial = join(folder, `.${name}.${randomUUID()}.partial`);
  try {
    await makeFolders(folder);
    if (!(await findFolder(root, folder))) throw new Error(`${folder} vanished`);
    await writeDurably(partial, content);
    const isNew = await putInPlace(partial, join(folder, name));
    await syncFolder(folder);
    if (isNew) return 'added';
  } catch (error) {
    throw unwritable(root, error);
  } finally {
    await rm(partial, { force: true }).catch(() => undefined); // A partial file is never read: its name starts with a dot.
  }
  const present = await readFile(folder, name);
  return present.state === 'read' && Buffer.compare(present.content, content) === 0 ? 'present' : 'taken';
}

/** False when there is no such folder yet; a link or a file in its place is an error. */
async function findFolder(root: string, folder: string): Promise<boolean> {
  // Only DIR itself may be a link; one that leads nowhere fails in realpath, which is not the same as nothing there.
  if ((await lstatOrNone(root)) === undefined) return false;
  if (!(await lstat(await realpath(root))).isDirectory()) throw new Error(`${root} is not a folder`);
  const stats = await lstatOrNone(folder);
  if (stats !== undefined && !stats.isDirectory()) throw new Error(`${folder} is not a folder of its own`);
  return stats !== undefined;
}

async function lstatOrNone(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** One level at a time: Node's own `recursive` never ends where a folder that exists refuses children with ENOENT, as /proc does. */
async function makeFolders(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    await mkdir(path).catch((error: unknown) => {
      // Another run may have made it in between.
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A link fails where a name is taken, a rename would replace it; file systems without hard links take the rename. */
async function putInPlace(partial: string, path: string): Promise<boolean> {
  try {
    await link(partial, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
  }
  if ((await lstatOrNone(path)) !== undefined) return false;
  await rename(partial, path);
  return true;
}

/** So that the name survives a crash too. Some systems cannot open a folder: there the name is as durable as they make it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function removeFiles(root: string, folder: string, names: readonly string[]): Promise<void> {
  try {
    if (!(await findFolder(root, folder))) return;
    for (const name of names) {
      await unlink(join(folder, name)).catch((error: unknown) => {
        if (!hasCode(error, 'ENOENT')) throw error;
      });
    }
  } catch (error) {
    throw unwritable(root, error);
  }
}

function unreadable(root: string, cause: unknown): GateError {
  return new GateError('LOAD_GATE_BASELINE_UNREADABLE', `the baselines in ${root} cannot be read: ${messageOf(cause)}`, {
    hint: 'this is not the same as having none: check the path and its permissions',
    cause,
  });
}

function unwritable(root: string, cause: unknown): GateError {
  return new GateError('LOAD_GATE_BASELINE_UNWRITABLE', `the baselines in ${root} cannot be written: ${messageOf(cause)}`, {
    hint: 'check the path, its permissions and the free space',
    cause,
  });
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
