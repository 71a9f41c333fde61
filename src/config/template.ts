/**
 * A template in its parts:
 *
 *   template    = { text | "$${" | placeholder }
 *   placeholder = "${" ( "secret." name | name [ "." column ] ) "}"
 *   name        = ( letter | "_" ) { letter | digit | "_" }
 *   column      = ( letter | digit | "_" ) { letter | digit | "_" | "-" }
 *
 * `$${` is a literal `${`. `${env.X}` is substituted before; one that is still here is an error.
 */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string; readonly column?: string };

export type ParsedTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  /** `offset` is that of the malformed `${`, in UTF-16 units from 0. */
  | { readonly ok: false; readonly error: string; readonly offset: number };

const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const REFERENCE = new RegExp(`^(${NAME})(?:\\.([A-Za-z0-9_][A-Za-z0-9_-]*))?$`);

/** Text → its parts, neighbouring text in one; no parts for the empty text. */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePart[] = [];
  let literal = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('${', at);
    if (dollar === -1) break;
    if (dollar > at && text[dollar - 1] === '$') {
      literal += `${text.slice(at, dollar - 1)}\${`;
      at = dollar + 2;
      continue;
    }
    const end = text.indexOf('}', dollar);
    if (end === -1) return { ok: false, error: 'a placeholder is not closed with }', offset: dollar };
    const part = parseReference(text.slice(dollar + 2, end));
    if (typeof part === 'string') return { ok: false, error: part, offset: dollar };
    literal += text.slice(at, dollar);
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
    parts.push(part);
    at = end + 1;
  }
  literal += text.slice(at);
  if (literal !== '') parts.push({ kind: 'text', text: literal });
  return { ok: true, parts };
}

function parseReference(inside: string): TemplatePart | string {
  const match = REFERENCE.exec(inside);
  const [, name, column] = match ?? [];
  if (name === undefined)
    return `\${${inside.slice(0, 80)}} is not a placeholder: expected \${name}, \${name.column}, \${secret.X} or \${env.X}`;
  if (name === 'env') return column === undefined ? '${env} needs a name: ${env.X}' : `\${env.${column}} cannot be used here`;
  if (name !== 'secret') return { kind: 'variable', name, ...(column === undefined ? {} : { column }) };
  if (column === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(column))
    return '${secret} needs the name of an environment variable: ${secret.X}';
  return { kind: 'secret', name: column };
}
