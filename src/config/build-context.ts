import type { ConfigSource } from './config-source.ts';
import { childOf, positionOf, quantityOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { IssueList } from './issue-list.ts';
import { parseDuration } from '../units.ts';

/** What every builder needs beside its own part of the file. */
export interface BuildContext {
  readonly source: ConfigSource;
  readonly issues: IssueList;
}

/** The duration of a key, ms; an issue when it is 0, where nothing could happen in it. */
export function readDuration(cursor: Cursor | undefined, key: string, context: BuildContext): number | undefined {
  const child = childOf(cursor, key);
  const durationMs = quantityOf(child, parseDuration);
  if (child && durationMs === 0) context.issues.error(positionOf(child), 'range', `${key} must be more than 0`);
  return durationMs;
}

/** The path of a key as the file reader knows it; undefined, with an issue, when there is no such file. */
export function readFilePath(cursor: Cursor | undefined, key: string, context: BuildContext): { path: string; size: number } | undefined {
  const child = childOf(cursor, key);
  if (typeof child?.value !== 'string') return undefined;
  const { files, file } = context.source;
  const path = files.resolve(file, child.value);
  const size = files.size(path);
  if (typeof size === 'number') return { path, size };
  context.issues.error(positionOf(child), 'file', `${child.value} cannot be read: ${size.error}`);
  return undefined;
}
