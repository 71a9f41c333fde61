import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A command line of ours in a document. */
export interface ShownCommand {
  readonly line: number;
  readonly text: string;
  /** What follows `load-gate`. */
  readonly argv: readonly string[];
}

/** Words that stand for something in the documents. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  URL: 'http://localhost:8000',
  TIME: '2026-03-01T12:00:00Z',
  SCENARIO: 'load-gate.yaml',
};

/** README.md and all documents of sla/, from the root. */
export function listDocuments(root: string): readonly string[] {
  const pages = readdirSync(join(root, 'sla'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  return ['README.md', ...pages.sort().map((path) => join('sla', path))];
}

/** Every fenced block with its language; empty: it names none. */
export function readFences(markdown: string): readonly { readonly language: string; readonly line: number; readonly body: string }[] {
  return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(({ 1: info = '', 2: body = '', index }) => ({
    language: info.split(' ')[0] ?? '',
    line: markdown.slice(0, index).split('\n').length + 1,
    body,
  }));
}

/** Commands in the fenced blocks of a shell, and those in line that are whole (`load-gate run …` is not). */
export function readCommands(markdown: string): readonly ShownCommand[] {
  const fenced = readFences(markdown)
    .filter(({ language }) => ['', 'sh', 'bash'].includes(language))
    .flatMap(({ body, line }) =>
      body
        .replaceAll(/\\\n\s*/g, '')
        .split('\n')
        .map((text, index) => ({ line: line + index, text })),
    );
  const inline = markdown
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/(?<!`)`([^`]*\bload-gate [^`]*)`(?!`)/g)].map(([, code = '']) => ({ line: index + 1, text: code })),
    );
  return [...fenced, ...inline].flatMap(({ line, text }) => splitCommands(text).map((words) => ({ line, text, argv: words })));
}

/** The words after each `load-gate` of a line, as a shell would split them; without comments, redirections and what is piped elsewhere. */
function splitCommands(text: string): readonly (readonly string[])[] {
  const words = [...text.matchAll(/'[^']*'|"[^"]*"|#.*|[^\s'"]+(?:'[^']*'|"[^"]*")?/g)].map(([word]) => word);
  const end = words.findIndex((word) => word.startsWith('#'));
  const commands: string[][] = [];
  let place: 'before' | 'ours' | 'other' = 'before';
  for (const word of end === -1 ? words : words.slice(0, end)) {
    if (['&&', '||', '|', ';', '&'].includes(word)) place = 'before';
    else if (['>', '>>', '2>'].includes(word)) place = 'other';
    else if (place === 'ours') commands.at(-1)?.push(PLACEHOLDERS[word] ?? word.replaceAll(/['"]/g, ''));
    else if (place === 'before' && word === 'load-gate') {
      place = 'ours';
      commands.push([]);
    } else if (!/^\w+=/.test(word)) place = 'other';
  }
  return commands.filter((argv) => argv.length > 0 && !argv.some((word) => word.includes('…')));
}
