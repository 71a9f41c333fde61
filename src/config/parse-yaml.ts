import { LineCounter, parseDocument } from 'yaml';
import { convertDocument } from './convert-document.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import type { IssueList } from './issue-list.ts';
import { findExcess } from './measure-yaml.ts';
import type { SourceTree } from './source-tree.ts';

/** Beyond this a file is not a configuration. */
const MOST_CHARACTERS = 2_000_000;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** YAML text → value with positions; undefined, with at least one error in `issues`, when it is none. */
export function parseYaml(file: string, text: string, issues: IssueList): SourceTree | undefined {
  const start = { file, line: 1, column: 1 };
  if (text.length > MOST_CHARACTERS) {
    issues.error(
      start,
      'too-large',
      `the file has ${text.length} characters, ${MOST_CHARACTERS} is the limit`,
      'move data into a file of its own: data: { name: { file: rows.csv } }',
    );
    return undefined;
  }
  const control = CONTROL_CHARACTER.exec(text);
  if (control) {
    const code = (text.codePointAt(control.index) ?? 0).toString(16).padStart(4, '0').toUpperCase();
    issues.error(
      positionAt(file, text, control.index),
      'yaml',
      `the control character U+${code} is not allowed`,
      'remove it; is this a text file?',
    );
    return undefined;
  }
  const excess = findExcess(text);
  if (excess) {
    issues.error(positionAt(file, text, excess.offset), 'too-large', excess.message);
    return undefined;
  }
  return parseChecked(file, text, issues);
}

function parseChecked(file: string, text: string, issues: IssueList): SourceTree | undefined {
  const lines = new LineCounter();
  let document;
  try {
    // The own check for equal keys has a linear cost and says where the first one is.
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  } catch (thrown) {
    // Closed: the parser is recursive and gives up on deep block nesting; a file that cannot be parsed is an error, not a crash.
    issues.error(
      { file, line: 1, column: 1 },
      'yaml',
      `the file cannot be parsed: ${thrown instanceof RangeError ? 'it is nested too deeply' : 'the YAML parser failed'}`,
    );
    return undefined;
  }
  const position = (offset: number): { file: string; line: number; column: number } => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [first] = document.errors;
  if (first) {
    const { offset, message, suggestion } = explainYamlError(text, first);
    issues.error(position(offset), 'yaml', message, suggestion);
    return undefined;
  }
  for (const warning of document.warnings)
    issues.error(position(warning.pos[0]), 'yaml', lowerFirst(warning.message), 'remove the tag, or quote the text');
  return convertDocument(document, { file, position, issues });
}

function positionAt(file: string, text: string, offset: number): { file: string; line: number; column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { file, line: before.split('\n').length, column: offset - lastBreak };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
