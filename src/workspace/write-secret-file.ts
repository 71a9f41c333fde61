import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { messageOf } from '../gate-error.ts';

/** Writes a new file that nobody but its owner can read; one that holds exactly this already stays. A sentence says why it was not written, without its full stop. */
export function writeSecretFile(cwd: string, path: string, text: string): string | undefined {
  const file = resolve(cwd, path);
  try {
    // wx: neither a file that somebody needs nor what a link leads to is written over.
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return undefined;
  } catch (error) {
    if (holds(file, text)) return undefined;
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere ? `${path} is there already, and holds something else` : `${path} cannot be written: ${messageOf(error)}`;
  }
}

function holds(file: string, text: string): boolean {
  try {
    if (readFileSync(file, 'utf8') !== text) return false;
    chmodSync(file, 0o600);
    return true;
  } catch {
    return false;
  }
}
