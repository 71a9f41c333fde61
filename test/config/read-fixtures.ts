import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ConfigSource, FileReader } from '../../src/config/config-source.ts';

/** Where the valid and invalid files are. */
export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** The real file system, as the workspace gives it to the parser. */
export const REAL_FILES: FileReader = {
  resolve: (relativeTo, path) => join(dirname(relativeTo), path),
  text: (path) => readOr(() => readFileSync(path, 'utf8')),
  size: (path) => readOr(() => statSync(path).size),
};

function readOr<T>(read: () => T): T | { readonly error: string } {
  try {
    return read();
  } catch {
    return { error: 'there is no such file' };
  }
}

/** A source with an empty environment and no files beside it, changed as the test wants. */
export function sourceOf(text: string, changes: Partial<ConfigSource> = {}): ConfigSource {
  const none = { error: 'there is no such file' };
  return {
    file: 'load.yaml',
    text,
    env: {},
    sets: [],
    files: { resolve: (_, path) => path, text: () => none, size: () => none },
    requireSecrets: true,
    ...changes,
  };
}

/** The source of a fixture, with the files beside it. */
export function fixtureSource(path: string, changes: Partial<ConfigSource> = {}): ConfigSource {
  return sourceOf(readFileSync(path, 'utf8'), { file: path, files: REAL_FILES, ...changes });
}
