import type { Checked, Issue } from '../config/issue.ts';
import { suggestWord } from '../config/suggest-word.ts';
import { COMMANDS, OPTIONS } from '../options.ts';
import { buildRequest, usageIssue } from './build-request.ts';
import type { Given } from './build-request.ts';
import { quoteText } from './parse-value.ts';
import type { CommandName, Request } from './request.ts';

/**
 * The arguments after `load-gate` → what to do, or all that is wrong with them.
 *
 *   argv  = [ command ] { flag | argument } [ "--" { argument } ]
 *   flag  = "--" name "=" value | "--" name value | "--" switch | "-h" | "-v"
 *
 * No arguments at all ask for help, as does --help anywhere.
 */
export function parseArgv(argv: readonly string[]): Checked<Request> {
  const [first, ...rest] = argv;
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  if (words.includes('--help') || words.includes('-h')) return right({ command: 'help', topic: toCommand(first) });
  if (words.includes('--version') || words.includes('-v')) return right({ command: 'version' });
  if (first === undefined) return right({ command: 'help', topic: undefined });
  if (first === 'help' && rest.length <= 1) return parseHelp(rest[0]);
  const command = toCommand(first);
  if (command === undefined) return { ok: false, issues: [commandIssue(first)] };

  const { given, issues } = readWords(command, rest);
  const built = buildRequest(command, given);
  if (issues.length === 0) return built;
  return { ok: false, issues: built.ok ? issues : [...issues, ...built.issues] };
}

function parseHelp(topic: string | undefined): Checked<Request> {
  const command = toCommand(topic);
  if (topic !== undefined && command === undefined) return { ok: false, issues: [commandIssue(topic)] };
  return right({ command: 'help', topic: command });
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
  const option = OPTIONS.find((row) => row.form === 'argument' && row.commands.includes(command));
  if (option === undefined)
    issues.push(usageIssue('command line', 'unexpected-argument', `${command} takes no argument ${quoteText(word)}`));
  else given.push({ option, text: word, at: option.placeholder });
}

type ReadFlag = { readonly tookNext: boolean } & ({ readonly given: Given } | { readonly issue: Issue });

function readFlag(command: CommandName, word: string, next: string | undefined): ReadFlag {
  const equals = word.indexOf('=');
  const flag = equals === -1 ? word : word.slice(0, equals);
  const inline = equals === -1 ? undefined : word.slice(equals + 1);
  const option = OPTIONS.find((row) => row.form === 'flag' && `--${row.name}` === flag);
  const following = inline === undefined && next !== undefined && !next.startsWith('--') ? next : undefined;
  // The word after an unknown flag is most likely its value, and an issue of its own would only confuse.
  if (option === undefined) return { issue: flagIssue(command, flag), tookNext: following !== undefined };
  if (!option.commands.includes(command)) {
    const message = `${flag} does not go with ${command}; it goes with ${option.commands.join(' and ')}`;
    return { issue: usageIssue(flag, 'unexpected-flag', message), tookNext: option.kind !== 'switch' && following !== undefined };
  }
  if (option.kind === 'switch') return { given: { option, text: inline ?? 'true', at: flag }, tookNext: false };
  const text = inline ?? following;
  if (text === undefined || text === '') {
    if (!option.available) return { given: { option, text: '', at: flag }, tookNext: false };
    return {
      issue: usageIssue(flag, 'missing-value', `${flag} needs a value: ${flag} ${option.placeholder}`),
      tookNext: text === following,
    };
  }
  return { given: { option, text, at: flag }, tookNext: inline === undefined };
}

function flagIssue(command: CommandName, flag: string): Issue {
  const known = OPTIONS.filter((row) => row.form === 'flag' && row.available && row.commands.includes(command)).map(
    (row) => `--${row.name}`,
  );
  const near = suggestWord(flag, [...known, '--help', '--version']);
  return usageIssue('command line', 'unknown-flag', `unknown flag ${quoteText(flag)} for ${command}`, near);
}

function commandIssue(word: string): Issue {
  if (word.startsWith('-')) {
    return usageIssue(
      'command line',
      'missing-command',
      `the command comes before its flags: load-gate run ${quoteText(word).slice(1, -1)} …`,
    );
  }
  const known = COMMANDS.find((row) => row.name === word);
  if (known !== undefined) return usageIssue('command line', 'not-available-yet', `the command ${word} is not available yet`);
  const available = COMMANDS.filter((row) => row.available).map((row) => row.name);
  const near = suggestWord(word, [...available, 'help']);
  const message = `unknown command ${quoteText(word)}; expected ${available.join(', ')} or help`;
  return usageIssue('command line', 'unknown-command', message, near);
}

function toCommand(word: string | undefined): CommandName | undefined {
  return word === 'run' || word === 'check' || word === 'demo' ? word : undefined;
}

function right(value: Request): Checked<Request> {
  return { ok: true, value: Object.freeze(value), warnings: [] };
}
