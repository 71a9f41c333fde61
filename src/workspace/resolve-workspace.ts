import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { GateError } from '../gate-error.ts';
import { isInside } from './file-reader.ts';

/** Where the action works. */
export interface Workspace {
  /** The checkout; nothing outside of it is read or written. */
  readonly root: string;
  /** The `working-directory` in it. */
  readonly folder: string;
  /** A path as the user wrote it (relative to `folder`) → relative to the checkout, as annotations want it. */
  readonly fromRoot: (path: string) => string;
}

/** The action's workspace and working directory. Throws LOAD_GATE_UNSAFE_PATH when the one leads out of the other. */
export function resolveWorkspace(workingDirectory: string, env: Readonly<Record<string, string | undefined>>): Workspace {
  const root = realpathSync(env['GITHUB_WORKSPACE'] || process.cwd());
  let folder: string;
  try {
    folder = realpathSync(resolve(root, workingDirectory));
  } catch (cause) {
    throw new GateError('LOAD_GATE_USAGE', `the working-directory ${workingDirectory} does not exist`, {
      hint: 'is the repository checked out before this step?',
      cause,
    });
  }
  if (!isInside(root, folder)) {
    throw new GateError('LOAD_GATE_UNSAFE_PATH', `the working-directory ${workingDirectory} leads out of the workspace`, {
      hint: 'name a folder inside the checkout',
    });
  }
  return { root, folder, fromRoot: (path) => relative(root, resolve(folder, path)).replaceAll('\\', '/') };
}
