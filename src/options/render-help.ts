import { OPTIONS } from '../options.ts';
import type { Option } from './option.ts';
import { COMMANDS, type CommandRow } from './commands.ts';
import { EXIT_CODES } from '../verdict/exit-code.ts';
import type { CommandName } from './request.ts';

const WIDTH = 80;
const COLUMN = 24;

/** The help of one command, or of the whole tool; 80 columns at most, ends with a line break. */
export function renderHelp(topic?: CommandName): string {
  const blocks = topic === undefined ? renderOverview() : renderCommand(topic);
  return `${[...blocks, renderExitCodes()].join('\n\n')}\n`;
}

function renderOverview(): string[] {
  const commands = COMMANDS.map((row) => renderRow(row.name, row.help));
  return [
    wrap('load-gate puts load on a target, judges it against an SLA, and fails the build on a breach.', 0).join('\n'),
    `Usage\n${COMMANDS.map(renderUsage).join('\n')}`,
    `Commands\n${commands.join('\n')}`,
    `Flags\n${renderRow('--help', 'this help; after a command, the help of that command')}\n${renderRow('--version', 'the version')}`,
  ];
}

function renderCommand(topic: CommandName): string[] {
  const rows = OPTIONS.filter((row) => row.commands.includes(topic));
  const lines = (form: Option['form']): string =>
    rows
      .filter((row) => row.form === form)
      .map(renderOption)
      .join('\n');
  const command = COMMANDS.find((row) => row.name === topic);
  const positional = lines('argument');
  return [
    wrap(`load-gate ${topic}: ${command?.help ?? ''}.`, 0).join('\n'),
    `Usage\n${command ? renderUsage(command) : ''}`,
    ...(positional === '' ? [] : [`Arguments\n${positional}`]),
    `Flags\n${lines('flag')}\n${renderRow('--help', 'this help')}`,
  ];
}

function renderUsage({ name, usage }: CommandRow): string {
  return `  load-gate ${name} ${usage}`;
}

function renderOption(option: Option): string {
  const { form, name, placeholder, help } = option;
  const word = form === 'argument' ? placeholder : `--${name}${renderValue(option)}`;
  return renderRow(word, option.fallback === '' ? help : `${help}; default: ${option.fallback}`);
}

function renderValue({ placeholder, alone }: Option): string {
  if (placeholder === '') return '';
  return alone === '' ? ` ${placeholder}` : `[=${placeholder}]`;
}

function renderExitCodes(): string {
  return `Exit codes\n${EXIT_CODES.map(({ code, meaning }) => renderRow(String(code).padStart(2), meaning, 6)).join('\n')}`;
}

function renderRow(name: string, help: string, column = COLUMN): string {
  const [first = '', ...more] = wrap(help, column);
  const head = `  ${name}`;
  const start = head.length + 2 > column ? `${head}\n${' '.repeat(column)}${first}` : head.padEnd(column) + first;
  return [start, ...more.map((line) => ' '.repeat(column) + line)].join('\n');
}

/** Lines of at most 80 columns less the indent; a longer word stands alone. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH - indent) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
