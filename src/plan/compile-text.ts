import type { JsonTemplate, Template } from '../config/step.ts';
import { parseTemplate } from '../config/template.ts';
import type { JsonText, SlotReference, Text, TextPart } from './program.ts';
import type { SlotTable } from './slot-table.ts';

/** A template → its constant text, or parts with slots. Secrets are put in here: the compiled program holds their values. */
export function compileText(template: Template, names: SlotTable): Text {
  const parts: TextPart[] = [];
  for (const part of templateParts(template, names)) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  if (parts.length === 0) return '';
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string' ? only : parts;
}

/** The slots that a text reads. */
export function slotsOf(text: Text | JsonText): readonly number[] {
  return typeof text === 'string' ? [] : text.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]));
}

/**
 * JSON with templates → JSON text with places. A string that is one placeholder and nothing else keeps the value's type; inside a longer string the
 * value is text. Keys are constant.
 */
export function compileJson(value: JsonTemplate, names: SlotTable): JsonText {
  const parts: (string | (SlotReference & { readonly whole: boolean }))[] = [];
  const push = (part: string | (SlotReference & { readonly whole: boolean })): void => {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  writeJson(value, names, push);
  const [only] = parts;
  return parts.length === 1 && typeof only === 'string' ? only : parts;
}

function writeJson(
  value: JsonTemplate,
  names: SlotTable,
  push: (part: string | (SlotReference & { readonly whole: boolean })) => void,
): void {
  if (typeof value === 'string') {
    const text = compileText(value, names);
    if (typeof text === 'string') return push(JSON.stringify(text));
    const [first] = text;
    if (text.length === 1 && first !== undefined && typeof first !== 'string') return push({ ...first, whole: true });
    push('"');
    for (const part of text) push(typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : { ...part, whole: false });
    return push('"');
  }
  if (value === null || typeof value !== 'object') return push(JSON.stringify(value));
  if (isList(value)) {
    push('[');
    for (const [index, item] of value.entries()) {
      if (index > 0) push(',');
      writeJson(item, names, push);
    }
    return push(']');
  }
  push('{');
  for (const [index, [key, item]] of Object.entries(value).entries()) {
    push(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    writeJson(item, names, push);
  }
  push('}');
}

function isList(value: readonly JsonTemplate[] | { readonly [key: string]: JsonTemplate }): value is readonly JsonTemplate[] {
  return Array.isArray(value);
}

function templateParts(template: Template, names: SlotTable): readonly TextPart[] {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new RangeError(`a malformed template passed validation: ${parsed.error}`);
  return parsed.parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'secret':
        return names.secret(part.name);
      case 'variable':
        return { slot: names.slotOf(part.name), column: part.column };
    }
  });
}
