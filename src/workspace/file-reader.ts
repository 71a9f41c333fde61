import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileReader } from '../config/config-source.ts';
import { messageOf } from '../gate-error.ts';

/** Larger files are refused as configuration or data; bodies are streamed and may be of any size. */
const MOST_TEXT_BYTES = 64_000_000;

/**
 * Reads the files that a scenario names. A scenario may come from a fork's pull request, so it reaches what lies below the working directory or beside
 * itself, and nothing else, and never out of `root`: links are followed before they are judged.
 */
export function createFileReader(
  { workingDirectory, root }: { readonly workingDirectory: string; readonly root: string | undefined },
  scenarioFile: string,
): FileReader {
  const bound = root === undefined ? undefined : realPathOr(root);
  const roots = [workingDirectory, dirname(resolve(workingDirectory, scenarioFile))].map(realPathOr);
  const open = (path: string): { readonly real: string } | { readonly error: string } => {
    try {
      const real = realpathSync(path);
      const isAllowed = roots.some((folder) => isInside(folder, real)) && (bound === undefined || isInside(bound, real));
      if (!isAllowed) return { error: `${shown(workingDirectory, path)} lies outside of the workspace` };
      return { real };
    } catch (error) {
      return { error: explain(shown(workingDirectory, path), error) };
    }
  };
  return {
    resolve: (relativeTo, path) => (isAbsolute(path) ? path : join(dirname(resolve(workingDirectory, relativeTo)), path)),
    text(path) {
      const opened = open(path);
      if ('error' in opened) return opened;
      try {
        if (statSync(opened.real).size > MOST_TEXT_BYTES) return { error: `${shown(workingDirectory, path)} is larger than 64 MB` };
        return readFileSync(opened.real, 'utf8');
      } catch (error) {
        return { error: explain(shown(workingDirectory, path), error) };
      }
    },
    size(path) {
      const opened = open(path);
      if ('error' in opened) return opened;
      const stats = statSync(opened.real);
      return stats.isFile() ? stats.size : { error: `${shown(workingDirectory, path)} is not a file` };
    },
  };
}

/** Whether `path` is `root` or below it; both real paths. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

function realPathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path); // It does not exist: nothing below it can be opened either.
  }
}

function shown(workingDirectory: string, path: string): string {
  const way = relative(workingDirectory, path);
  return way.startsWith('..') ? path : way || path;
}

function explain(path: string, error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${path} does not exist`;
  if (code === 'EACCES') return `${path} may not be read`;
  if (code === 'EISDIR') return `${path} is a folder`;
  return `${path} cannot be read: ${messageOf(error)}`;
}
