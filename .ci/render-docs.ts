import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OPTIONS } from '../src/options.ts';
import { OUTPUTS } from '../src/options/outputs.ts';
import type { Option } from '../src/options/option.ts';
import { renderHelp } from '../src/options/render-help.ts';
import { EXIT_CODES } from '../src/verdict/exit-code.ts';

const ROOT = join(import.meta.dirname, '..');

/** README.md with the text between its markers (`<!-- name -->` … `<!-- /name -->`) made anew from the table of options. */
export function renderReadme(readme: string): string {
  const sections = { options: renderOptions(), outputs: renderOutputs(), 'exit-codes': renderExitCodes(), help: renderHelpBlock() };
  return Object.entries(sections).reduce(
    (text, [name, body]) => replaceBetween(text, { from: `<!-- ${name} -->\n`, to: `<!-- /${name} -->` }, `\n${body}\n`),
    readme,
  );
}

/** action.yml with its inputs and outputs made anew. */
export function renderAction(action: string): string {
  const inputs = OPTIONS.filter((option) => option.input).map((option) =>
    [
      `  ${option.name}:`,
      `    description: ${JSON.stringify(option.help)}`,
      '    required: false',
      ...(defaultOf(option) === '' ? [] : [`    default: ${JSON.stringify(defaultOf(option))}`]),
    ].join('\n'),
  );
  const outputs = OUTPUTS.map(([name, help]) => `  ${name}:\n    description: ${JSON.stringify(help.replaceAll('`', ''))}`);
  return replaceBetween(action, { from: 'inputs:\n', to: 'runs:\n' }, `${inputs.join('\n')}\n\noutputs:\n${outputs.join('\n')}\n\n`);
}

function renderOptions(): string {
  const rows = OPTIONS.map((option) =>
    [
      renderFlag(option),
      option.input ? code(option.name) : '',
      code(option.fileKey),
      code(defaultOf(option)),
      escapeCell(option.help),
    ].join(' | '),
  );
  return ['| flag | input | in the scenario | default | what it does |', '|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join(
    '\n',
  );
}

/** What action.yml gives an input that a workflow does not; empty: nothing. */
export function defaultOf({ expression, fallback }: Option): string {
  return expression === '' ? fallback : expression;
}

function renderFlag(option: Option): string {
  if (option.form === 'input') return '';
  return code(
    option.form === 'argument'
      ? option.placeholder
      : option.alone === ''
        ? `--${option.name} ${option.placeholder}`.trim()
        : `--${option.name}[=${option.placeholder}]`,
  );
}

function renderOutputs(): string {
  return ['| output | what it holds |', '|---|---|', ...OUTPUTS.map(([name, help]) => `| ${code(name)} | ${escapeCell(help)} |`)].join(
    '\n',
  );
}

function renderExitCodes(): string {
  return ['| code | meaning |', '|---|---|', ...EXIT_CODES.map((row) => `| ${row.code} | ${escapeCell(row.meaning)} |`)].join('\n');
}

function renderHelpBlock(): string {
  return `\`\`\`text\n${renderHelp()}\`\`\``;
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

function escapeCell(text: string): string {
  const cell = text.replaceAll('|', '\\|');
  return cell.includes('`') ? cell : cell.replace(/\$\{[^}]*\}|\{[a-z]+\}(?: \{[a-z]+\})*|[\w.]+=\w+|--[\w-]+/g, (match) => `\`${match}\``);
}

/** Text with what stands between two markers made anew. Throws when they are not there. */
export function replaceBetween(text: string, { from, to }: { from: string; to: string }, body: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`no place between ${from.trim()} and ${to.trim()}`);
  return text.slice(0, start + from.length) + body + text.slice(end);
}

if (import.meta.main) {
  for (const [name, render] of [
    ['README.md', renderReadme],
    ['action.yml', renderAction],
  ] as const) {
    const path = join(ROOT, name);
    await writeFile(path, render(await readFile(path, 'utf8')));
  }
}
