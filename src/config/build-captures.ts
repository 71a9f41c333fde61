import type { BuildContext } from './build-context.ts';
import { checkJsonPath } from './check-json-path.ts';
import { childOf, entriesOf, keyPositionOf, positionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { compileRegex, parseRegex } from './parse-regex.ts';
import type { Capture } from './step.ts';
import { isMap } from './source-tree.ts';

/** `capture:` of a step; captures that are wrong are left out, with an issue. */
export function buildCaptures(cursor: Cursor | undefined, context: BuildContext): readonly Capture[] {
  return entriesOf(cursor).flatMap(([name, value]) => {
    const from = buildOrigin(value, context);
    return from ? [{ name, pick: textOf(childOf(value, 'pick')) === 'first' ? 'first' : 'random', from } as const] : [];
  });
}

function buildOrigin(cursor: Cursor, context: BuildContext): Capture['from'] | undefined {
  if (!isMap(cursor.value)) return buildJsonOrigin(cursor, context);
  const [kind, second] = ['json', 'header', 'body'].filter((key) => childOf(cursor, key) !== undefined);
  const child = kind === undefined ? undefined : childOf(cursor, kind);
  if (child === undefined || second !== undefined) {
    context.issues.error(
      positionOf(cursor),
      second === undefined ? 'missing' : 'conflict',
      'a capture has exactly one of json, header and body',
    );
    return undefined;
  }
  if (kind === 'json') return buildJsonOrigin(child, context);
  const text = textOf(child);
  if (text === undefined) return undefined;
  return kind === 'header' ? { kind: 'header', name: text } : buildBodyOrigin(text, child, context);
}

function buildJsonOrigin(cursor: Cursor, context: BuildContext): Capture['from'] | undefined {
  const path = textOf(cursor);
  if (path === undefined) return undefined;
  const error = checkJsonPath(path);
  if (error !== undefined) context.issues.error(positionOf(cursor), 'json-path', error);
  return { kind: 'json', path };
}

/** The regular expression of a body may stand between slashes, or alone. */
function buildBodyOrigin(text: string, cursor: Cursor, context: BuildContext): Capture['from'] | undefined {
  const regex = parseRegex(text) ?? compileRegex(text, '');
  if (regex.ok) return { kind: 'body', source: regex.source, flags: regex.flags };
  context.issues.error(keyPositionOf(cursor), 'regex', regex.error);
  return undefined;
}
