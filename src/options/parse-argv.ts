import type { Checked, Issue } from '../config/issue.ts';
import { suggestWord } from '../config/suggest-word.ts';
import { OPTIONS } from '../options.ts';
import { COMMANDS, COMMANDS_LATER } from './commands.ts';
import { buildRequest } from './build-request.ts';
import type { Given } from './build-request.ts';
import { usageIssue } from '../config/usage-issue.ts';
import type { Env } from './values.ts';
import { quoteText } from './parse-value.ts';
import type { CommandName, Request } from './request.ts';

/**
 * The arguments after `load-gate` → what to do, or all that is wrong with them.
 *
 *   argv    = [ command ] { flag | argument } [ "--" { argument } ]
 *   command = word [ word ]
 *   flag    = "--" name "=" value | "--" name value | "--" switch | "--" optional [ "=" value ] | "-h" | "-v"
 *
 * No arguments at all ask for help, as does --help anywhere. In an empty environment the defaults are those of a machine with somebody before it.
 */
export function parseArgv(argv: readonly string[], env: Env = {}): Checked<Request> {
  const [first] = argv;
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  if (words.includes('--help') || words.includes('-h')) return right({ command: 'help', topic: findCommand(argv)?.name });
  if (words.includes('--version') || words.includes('-v')) return right({ command: 'version' });
  if (first === undefined) return right({ command: 'help', topic: undefined });
  if (first === 'help') return parseHelp(argv.slice(1));
  const command = findCommand(argv);
  if (command === undefined) return { ok: false, issues: [commandIssue(argv)] };

  const { given, issues } = readWords(command.name, argv.slice(command.words));
  const built = buildRequest(command.name, given, env);
  if (issues.length === 0) return built;
  return { ok: false, issues: built.ok ? issues : [...issues, ...built.issues] };
}

function parseHelp(topic: readonly string[]): Checked<Request> {
  const command = findCommand(topic);
  if (command === undefined && topic.length > 0) return { ok: false, issues: [commandIssue(topic)] };
  const extra = topic[command?.words ?? 0];
  if (extra !== undefined)
    return { ok: false, issues: [usageIssue('command line', 'unexpected-argument', `help takes no ${quoteText(extra)} here`)] };
  return right({ command: 'help', topic: command?.name });
}

/** The command that the words begin with, and how many of them are its name. */
function findCommand(argv: readonly string[]): { readonly name: CommandName; readonly words: number } | undefined {
  const row = COMMANDS.find(({ name }) => name.split(' ').every((word, place) => word === argv[place]));
  return row && { name: row.name, words: row.name.split(' ').length };
}

function readWords(command: CommandName, words: readonly string[]): { given: Given[]; issues: Issue[] } {
  const given: Given[] = [];
  const issues: Issue[] = [];
  let flagsEnded = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!flagsEnded && word === '--') {
      flagsEnded = true;
    } else if (flagsEnded || !word.startsWith('-') || word === '-') {
      readArgument(command, word, given, issues);
    } else {
      const read = readFlag(command, word, words[index + 1]);
      if ('issue' in read) issues.push(read.issue);
      else given.push(read.given);
      if (read.tookNext) index++;
    }
  }
  return { given, issues };
}

function readArgument(command: CommandName, word: string, given: Given[], issues: Issue[]): void {
  const places = OPTIONS.filter((row) => row.form === 'argument' && row.commands.includes(command));
  const last = places.at(-1);
  const taken = given.filter(({ option }) => option.form === 'argument').length;
  // One too many is given to the last, which says what is wrong with it.
  const option = places[taken] ?? last;
  if (option === undefined)
    issues.push(usageIssue('command line', 'unexpected-argument', `${command} takes no argument ${quoteText(word)}`));
  else given.push({ option, text: word, at: option.name === 'scenario' ? option.placeholder : 'command line' });
}

type ReadFlag = { readonly tookNext: boolean } & ({ readonly given: Given } | { readonly issue: Issue });

function readFlag(command: CommandName, word: string, next: string | undefined): ReadFlag {
  const equals = word.indexOf('=');
  const flag = equals === -1 ? word : word.slice(0, equals);
  const inline = equals === -1 ? undefined : word.slice(equals + 1);
  const option = OPTIONS.find((row) => row.form === 'flag' && `--${row.name}` === flag);
  if (option !== undefined && option.alone !== '' && inline === undefined && option.commands.includes(command))
    return { given: { option, text: option.alone, at: flag }, tookNext: false };
  const following = inline === undefined && next !== undefined && !next.startsWith('--') ? next : undefined;
  // The word after an unknown flag is most likely its value, and an issue of its own would only confuse.
  if (option === undefined) return { issue: flagIssue(command, flag), tookNext: following !== undefined };
  if (!option.commands.includes(command)) {
    const message = `${flag} does not go with ${command}; it goes with ${listWords(option.commands, 'and')}`;
    return { issue: usageIssue(flag, 'unexpected-flag', message), tookNext: option.kind !== 'switch' && following !== undefined };
  }
  if (option.kind === 'switch') return { given: { option, text: inline ?? 'true', at: flag }, tookNext: false };
  const text = inline ?? following;
  if (text === undefined || text === '') {
    return {
      issue: usageIssue(flag, 'missing-value', `${flag} needs a value: ${flag} ${option.placeholder}`),
      tookNext: text === following,
    };
  }
  return { given: { option, text, at: flag }, tookNext: inline === undefined };
}

function flagIssue(command: CommandName, flag: string): Issue {
  const known = OPTIONS.filter((row) => row.form === 'flag' && row.commands.includes(command)).map((row) => `--${row.name}`);
  const near = suggestWord(flag, [...known, '--help', '--version']);
  return usageIssue('command line', 'unknown-flag', `unknown flag ${quoteText(flag)} for ${command}`, near);
}

function commandIssue([word = '', second = '']: readonly string[]): Issue {
  if (word.startsWith('-')) {
    return usageIssue(
      'command line',
      'missing-command',
      `the command comes before its flags: load-gate run ${quoteText(word).slice(1, -1)} …`,
    );
  }
  if (COMMANDS_LATER.includes(word)) return usageIssue('command line', 'not-available-yet', `the command ${word} is not available yet`);
  const follow = COMMANDS.flatMap(({ name }) => (name.startsWith(`${word} `) ? [name.slice(word.length + 1)] : []));
  if (follow.length > 0) {
    const message = second === '' || second.startsWith('-') ? 'is not a command alone' : `has no command ${quoteText(second)}`;
    return usageIssue(
      'command line',
      'unknown-command',
      `${word} ${message}; expected ${listWords(follow, 'or')}`,
      suggestWord(second, follow),
    );
  }
  const known = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? ''))];
  const near = suggestWord(word, [...known, 'help']);
  return usageIssue('command line', 'unknown-command', `unknown command ${quoteText(word)}; expected ${known.join(', ')} or help`, near);
}

function listWords(words: readonly string[], last: 'and' | 'or'): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(` ${last} `);
}

function right(value: Request): Checked<Request> {
  return { ok: true, value: Object.freeze(value), warnings: [] };
}
