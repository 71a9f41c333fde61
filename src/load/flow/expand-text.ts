import type { JsonText, Text } from '../../plan/program.ts';
import type { UserValues } from './user-values.ts';

/** A text with its variables in. Throws MissingVariable or DataExhausted. */
export function expandText(text: Text, values: UserValues): string {
  if (typeof text === 'string') return text;
  let expanded = '';
  for (const part of text) expanded += typeof part === 'string' ? part : toText(values.read(part));
  return expanded;
}

/** JSON text with its variables in: whole values keep their type, values inside strings are escaped. */
export function expandJson(json: JsonText, values: UserValues): string {
  if (typeof json === 'string') return json;
  let expanded = '';
  for (const part of json) {
    if (typeof part === 'string') expanded += part;
    else if (part.whole) expanded += JSON.stringify(values.read(part) ?? null);
    else expanded += JSON.stringify(toText(values.read(part))).slice(1, -1);
  }
  return expanded;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
