import type { SetAsideKind } from './baseline-store.ts';

/** The largest file that is read or written. */
export const MOST_FILE_BYTES = 10_000_000;

/** One entry of a history's folder, before anything is read. */
export type ListedFile =
  | { readonly state: 'regular'; readonly name: string; readonly bytes: number }
  /** A link, a folder, a pipe: never opened. */
  | { readonly state: 'strange'; readonly name: string; readonly what: string };

/** A file's bytes, or why there are none. */
export type FileContent =
  | { readonly state: 'read'; readonly name: string; readonly content: Uint8Array }
  | { readonly state: 'failed'; readonly name: string; readonly kind: SetAsideKind; readonly reason: string };

/**
 * What a place must be able to do so that a history can live there: files with names and bytes, nothing about runs. Everything else is done once, in
 * `createStore`. A place that cannot be reached throws; one that is not there yet is empty.
 */
export interface RunFiles {
  readonly where: string;
  /** In any order. */
  list(): Promise<readonly ListedFile[]>;
  /** Files of the last `list`, one after another; each of them at most MOST_FILE_BYTES. */
  read(names: readonly string[]): AsyncIterable<FileContent>;
  /** Keys of which the place held run files at the last `list`, as far as it can tell; in any order and of any text. One that is cut ends in `…`. */
  listKeys(): Promise<readonly string[]>;
  /** Whole or not at all, and never over a file that is there: `present` when it has those bytes, `taken` when it has others. */
  add(name: string, content: Uint8Array): Promise<'added' | 'present' | 'taken'>;
  /** Names that are not there are no error. */
  remove(names: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
