import { Lexer } from 'yaml';
import type { YAMLParseError } from 'yaml';
import { isMarker } from './measure-yaml.ts';

/** What is wrong in the user's words, and the offset of the cause, which is often before the place where the parser stumbled. */
export interface YamlTrouble {
  readonly offset: number;
  readonly message: string;
  readonly suggestion: string | undefined;
}

/** The first error of the parser → YAML's own traps by name, the rest in the parser's words. */
export function explainYamlError(text: string, error: YAMLParseError): YamlTrouble {
  const offset = error.pos[0];
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  return (
    explainOpenQuote(text, error) ??
    explainPlaceholder(text, offset) ??
    explainStar(line, lineStart) ??
    explainByCode(error) ?? { offset, message: plainWords(error.message), suggestion: undefined }
  );
}

/** The parser notices at the end of the file; the cause is the last quoted text that begins. */
function explainOpenQuote(text: string, error: YAMLParseError): YamlTrouble | undefined {
  if (!error.message.startsWith('Missing closing') || !error.message.endsWith('quote')) return undefined;
  let offset = error.pos[0];
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('"') || token.startsWith("'")) offset = at;
    if (!isMarker(token)) at += token.length;
  }
  return { offset, message: 'the quote is not closed', suggestion: undefined };
}

/** `{ get: /a/${id} }`: the parser stumbles over the brace of `${`, which opens a map inside a flow map. */
function explainPlaceholder(text: string, offset: number): YamlTrouble | undefined {
  const brace = text[offset] === '{' ? offset : text.lastIndexOf('{', offset);
  if (brace < 1 || text[brace - 1] !== '$' || text.slice(brace, offset).includes('\n')) return undefined;
  let start = brace - 1;
  while (start > 0 && !/[\s,[{]/.test(text[start - 1] ?? ' ')) start--;
  const end = text.indexOf('}', brace);
  const value = text.slice(start, end === -1 ? brace + 1 : end + 1);
  return { offset: start, message: 'inside { } and [ ] a value with ${ must be quoted', suggestion: `"${value.slice(0, 80)}"` };
}

/** A row `*:` is an alias to YAML. */
function explainStar(line: string, lineStart: number): YamlTrouble | undefined {
  const match = /(^|[{,[]|\s)(\*[^\s:,{}[\]]*)\s*(:|,|\]|$)/.exec(line);
  if (match?.[2] === undefined) return undefined;
  const offset = lineStart + match.index + (match[1]?.length ?? 0);
  return { offset, message: `${match[2]} must be quoted: an unquoted * is an alias in YAML`, suggestion: `"${match[2]}"` };
}

function explainByCode(error: YAMLParseError): YamlTrouble | undefined {
  const offset = error.pos[0];
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { offset, message: 'a tab is not allowed as indentation', suggestion: 'use spaces' };
    case 'BAD_SCALAR_START':
      return { offset, message: plainWords(error.message), suggestion: 'quote the value' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        offset,
        message: 'a value with a colon and a space must be quoted, and a map begins on a line of its own',
        suggestion: 'quote the value',
      };
    case 'MULTIPLE_DOCS':
      return { offset, message: 'the file holds more than one YAML document', suggestion: 'remove the line ---' };
    default:
      return undefined;
  }
}

function plainWords(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
