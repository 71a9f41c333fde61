import type { BuildContext } from './build-context.ts';
import { positionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseRegex } from './parse-regex.ts';
import { isMap } from './source-tree.ts';
import type { MessageMatch } from './step.ts';

/** `ready:` or `receive:`: a part of the JSON, a text, or a /regex/; an issue when the latter does not compile. */
export function buildMatch(cursor: Cursor, context: BuildContext): MessageMatch {
  if (isMap(cursor.value)) return { kind: 'json', value: cursor.value };
  const text = textOf(cursor) ?? '';
  const regex = typeof cursor.value === 'string' ? parseRegex(text) : undefined;
  if (regex === undefined) return { kind: 'text', text };
  if (regex.ok) return { kind: 'regex', source: regex.source, flags: regex.flags };
  context.issues.error(positionOf(cursor), 'regex', regex.error);
  return { kind: 'text', text };
}
