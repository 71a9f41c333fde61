import { existsSync, realpathSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GateError, messageOf } from '../gate-error.ts';
import { isInside } from './file-reader.ts';

/** What the places of `--out` are filled in with. */
export interface OutNames {
  readonly time: string;
  readonly name: string;
  readonly profile: string;
}

/**
 * `--out` with `{time}`, `{name}` and `{profile}` filled in; a value cannot lead out of its place: only letters, digits, `.`, `_` and `-` stay. Throws
 * LOAD_GATE_UNSAFE_PATH for a folder outside of `root`, also one behind a link.
 */
export function resolveOut(from: { readonly cwd: string; readonly root: string | undefined }, out: string, names: OutNames): string {
  const folder = resolve(from.cwd, fillIn(out, names));
  refuseOutside(from.root, folder);
  return folder;
}

/** Where files go whose names begin alike. */
export interface FilePrefix {
  readonly folder: string;
  readonly name: string;
}

/** `--csv-prefix`, filled in as `resolveOut` does it: its last part begins the names of files in the folder before it. Throws LOAD_GATE_UNSAFE_PATH, too. */
export function resolvePrefix(
  from: { readonly cwd: string; readonly root: string | undefined },
  prefix: string,
  names: OutNames,
): FilePrefix {
  const path = resolve(from.cwd, fillIn(prefix, names));
  const place = { folder: dirname(path), name: basename(path) };
  refuseOutside(from.root, place.folder);
  return place;
}

function fillIn(template: string, names: OutNames): string {
  return template.replace(/\{(time|name|profile)\}/g, (_whole, key: keyof OutNames) => safeName(names[key]));
}

function refuseOutside(root: string | undefined, folder: string): void {
  if (root === undefined || isInside(realpathSync(root), followLinks(folder))) return;
  throw new GateError('LOAD_GATE_UNSAFE_PATH', `the reports would be written to ${folder}, outside of the workspace`, {
    hint: 'name a folder inside the checkout',
  });
}

/** Writes each file whole or not at all (a neighbour that is renamed). Throws LOAD_GATE_OUTPUT_UNWRITABLE. */
export async function writeReports(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  try {
    await makeFolder(folder);
    for (const [name, content] of files) {
      const partial = join(folder, `.${name}.${process.pid}.partial`);
      try {
        await rm(partial, { force: true });
        // wx: nothing that lies there, a link least of all, is written through.
        await writeFile(partial, content, { flag: 'wx' });
        await rename(partial, join(folder, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    }
  } catch (error) {
    throw new GateError('LOAD_GATE_OUTPUT_UNWRITABLE', `the reports cannot be written to ${folder}: ${messageOf(error)}`, {
      hint: 'choose another folder with --out',
      cause: error,
    });
  }
}

/** One level at a time: Node's own `recursive` never ends where a folder that exists refuses children with ENOENT, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && dirname(path) !== path; path = dirname(path)) missing.unshift(path);
  for (const path of missing) {
    try {
      await mkdir(path);
    } catch (error) {
      // Another run may have made it in between.
      if (!existsSync(path)) throw error;
    }
  }
}

/** Letters, digits, `.`, `_` and `-` stay; at most 80 of them, and at least a word. */
export function safeName(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|-+$/g, '');
  return safe === '' ? 'run' : safe.slice(0, 80);
}

/** The real path of what is to be made: links of the folders that exist are followed. */
function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(followLinks(parent), basename(path));
  }
}

/** Takes files of an earlier run out of the folder. One that cannot be taken out cannot be written over either, which is then an error of its own. */
export async function forgetFiles(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, name), { force: true }).catch(() => undefined);
}
