import type { BuildContext } from './build-context.ts';
import { readFilePath } from './build-context.ts';
import { buildFields } from './build-defaults.ts';
import { childOf, entriesOf, keyPositionOf, positionOf, quantityOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Body, MultipartPart } from './step.ts';
import { isMap } from './source-tree.ts';
import { parseSize } from '../units.ts';

const BODY_KEYS = ['json', 'form', 'text', 'multipart', 'bytes', 'file'] as const;

/** The one body of a request; an issue when there are several. */
export function buildBody(cursor: Cursor, context: BuildContext): Body {
  const present = BODY_KEYS.flatMap((key) => childOf(cursor, key) ?? []);
  const [first, second] = present;
  if (first && second) {
    const [one, other] = BODY_KEYS.filter((key) => childOf(cursor, key) !== undefined);
    context.issues.error(keyPositionOf(second), 'conflict', `a request has one body: here are both ${one} and ${other}`);
  }
  return first === undefined ? { kind: 'none' } : buildOneBody(cursor, context);
}

function buildOneBody(cursor: Cursor, context: BuildContext): Body {
  const json = childOf(cursor, 'json');
  if (json) return { kind: 'json', value: json.value };
  const form = childOf(cursor, 'form');
  if (form) return { kind: 'form', fields: buildFields(form) };
  const text = childOf(cursor, 'text');
  if (text) return { kind: 'text', text: textOf(text) ?? '' };
  const multipart = childOf(cursor, 'multipart');
  if (multipart) return { kind: 'multipart', parts: entriesOf(multipart).map(([name, part]) => buildPart(name, part, context)) };
  return buildBlob(cursor, context) ?? { kind: 'none' };
}

/** `bytes: 10MB` or `file: path`. */
function buildBlob(cursor: Cursor, context: BuildContext): Extract<Body, { kind: 'bytes' | 'file' }> | undefined {
  const size = quantityOf(childOf(cursor, 'bytes'), parseSize);
  if (size !== undefined) return { kind: 'bytes', size };
  const file = readFilePath(cursor, 'file', context);
  return file && { kind: 'file', ...file };
}

function buildPart(name: string, part: Cursor, context: BuildContext): MultipartPart {
  const plain = { name, filename: undefined, contentType: undefined };
  if (!isMap(part.value)) return { ...plain, body: { kind: 'text', text: textOf(part) ?? '' } };
  const kinds = ['text', 'bytes', 'file'].filter((key) => childOf(part, key) !== undefined);
  if (kinds.length !== 1)
    context.issues.error(positionOf(part), kinds.length === 0 ? 'missing' : 'conflict', 'a part has exactly one of text, bytes and file');
  const text = textOf(childOf(part, 'text'));
  return {
    name,
    filename: textOf(childOf(part, 'filename')) ?? baseName(textOf(childOf(part, 'file'))),
    contentType: textOf(childOf(part, 'content_type')),
    body: text === undefined ? (buildBlob(part, context) ?? { kind: 'text', text: '' }) : { kind: 'text', text },
  };
}

function baseName(path: string | undefined): string | undefined {
  return path?.split(/[\\/]/).at(-1);
}
