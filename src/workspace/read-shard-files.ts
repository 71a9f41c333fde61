import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { GateError, messageOf } from '../gate-error.ts';

/** A file with what stands in it. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** Longer than any results.json that is read. */
const MOST_BYTES = 400_000_000;
const RESULTS = 'results.json';

/**
 * What the user has named: files; folders with a results.json; or folders of such files and folders, as artifacts are downloaded. A file that is named twice is there once.
 * Throws LOAD_GATE_FILE_UNREADABLE for what cannot be read, and for a folder in which there is nothing.
 */
export async function readShardFiles(cwd: string, named: readonly string[]): Promise<readonly ReadFile[]> {
  const files = new Map<string, ReadFile>();
  for (const name of named) {
    const paths = await listFiles(cwd, name);
    if (paths.length === 0) throw unreadable(name, `it holds neither ${RESULTS} nor another .json file`);
    for (const path of paths) {
      const real = await realpath(resolve(cwd, path)).catch((thrown: unknown) => Promise.reject(unreadable(path, messageOf(thrown))));
      if (!files.has(real)) files.set(real, { name: path, text: await read(cwd, path) });
    }
  }
  return [...files.values()];
}

async function listFiles(cwd: string, name: string): Promise<readonly string[]> {
  if (!(await isFolder(cwd, name))) return [name];
  const own = await listFolder(cwd, name);
  if (own.includes(RESULTS)) return [join(name, RESULTS)];
  const below = await Promise.all(
    own.map(async (entry): Promise<readonly string[]> => {
      const path = join(name, entry);
      if (!(await isFolder(cwd, path))) return entry.endsWith('.json') ? [path] : [];
      const inside = (await listFolder(cwd, path)).filter((file) => file.endsWith('.json'));
      return (inside.includes(RESULTS) ? [RESULTS] : inside).map((file) => join(path, file));
    }),
  );
  return below.flat();
}

async function listFolder(cwd: string, name: string): Promise<readonly string[]> {
  try {
    return (await readdir(resolve(cwd, name))).sort();
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}

async function isFolder(cwd: string, name: string): Promise<boolean> {
  try {
    return (await stat(resolve(cwd, name))).isDirectory();
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}

async function read(cwd: string, name: string): Promise<string> {
  try {
    const { size } = await stat(resolve(cwd, name));
    if (size > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES / 1e6} MB`);
    return await readFile(resolve(cwd, name), 'utf8');
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}

function unreadable(name: string, why: string): GateError {
  return new GateError('LOAD_GATE_FILE_UNREADABLE', `${name} cannot be read: ${why}`, {
    hint: 'name what each shard has left: its folder of reports, its results.json, or a folder of these',
  });
}
