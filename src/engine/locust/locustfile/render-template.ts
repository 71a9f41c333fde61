import type { JsonTemplate, Template } from '../../../config/step.ts';
import { parseTemplate, type TemplatePart } from '../../../config/template.ts';
import { dictOf, escapeText, listOf, renderBoolean, renderNumber, renderText, type Code } from './render-python.ts';

/** A template → Python that gives its text: a literal, a call, or an f-string. Secrets stay names: the file never holds one. */
export function renderTemplate(template: Template): string {
  const parts = partsOf(template);
  const [first] = parts;
  if (first === undefined) return '""';
  if (parts.length === 1) return first.kind === 'text' ? renderText(first.text) : readPart(first, 'text', '"');
  return `f"${parts.map((part) => (part.kind === 'text' ? escapeBraces(part.text) : `{${readPart(part, 'text', "'")}}`)).join('')}"`;
}

/** JSON with templates → Python that gives its value; a text that is one placeholder and nothing else keeps the type of what is behind it. */
export function renderJson(value: JsonTemplate): Code {
  if (typeof value === 'string') {
    const parts = partsOf(value);
    const [only] = parts;
    return parts.length === 1 && only?.kind === 'variable' ? readPart(only, 'value', '"') : renderTemplate(value);
  }
  if (typeof value === 'number') return renderNumber(value);
  if (typeof value === 'boolean') return renderBoolean(value);
  if (value === null) return 'None';
  if (isList(value)) return listOf(value.map(renderJson));
  return dictOf(Object.entries(value).map(([key, item]) => [key, renderJson(item)] as const));
}

/** Whether anything is put into the text when it is used. */
export function isConstant(template: Template): boolean {
  return partsOf(template).every((part) => part.kind === 'text');
}

/** Names of variables and columns hold letters, digits, `_` and `-` alone. */
function readPart(part: Exclude<TemplatePart, { kind: 'text' }>, how: 'text' | 'value', quote: string): string {
  const names = part.kind === 'secret' || part.column === undefined ? [part.name] : [part.name, part.column];
  const quoted = names.map((name) => `${quote}${name}${quote}`).join(', ');
  return `self.${part.kind === 'secret' ? 'secret' : how}(${quoted})`;
}

function escapeBraces(text: string): string {
  return escapeText(text, '"').replaceAll('{', '{{').replaceAll('}', '}}');
}

function partsOf(template: Template): readonly TemplatePart[] {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new RangeError(`a malformed template passed validation: ${parsed.error}`);
  return parsed.parts;
}

function isList(value: readonly JsonTemplate[] | { readonly [key: string]: JsonTemplate }): value is readonly JsonTemplate[] {
  return Array.isArray(value);
}
