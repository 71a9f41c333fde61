import type { Issue } from '../config/issue.ts';
import type { OptionName } from '../options.ts';
import type { CommandName } from './request.ts';
import { listEngineIssues } from './list-engine-issues.ts';
import { listShardIssues } from './list-shard-issues.ts';
import { usageIssue } from '../config/usage-issue.ts';
import { readWhere, type Values } from './values.ts';

/** What a command cannot do without, and what makes no sense alone. */
export function listMissing(command: CommandName, values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  const need = (name: OptionName, message: string): Issue => usageIssue(placeOf(name), 'missing-value', message);
  const argument = explainArguments(command, values);
  if (command.startsWith('import ')) return listImportIssues(command, values, need, argument);
  if (argument !== undefined) return [usageIssue('command line', 'missing-value', argument)];
  if (values.flag('wait') && !values.has('ui')) return [need('wait', 'wait begins the run from the live page: add --ui')];
  if (values.number('run-id') !== undefined && isStoreMode(values)) {
    const message = 'run-id comments on what another run has measured, and stores nothing; leave mode out';
    return [usageIssue(placeOf('run-id'), 'conflict', message)];
  }
  const parts = [...listShardIssues(command, values, placeOf), ...listEngineIssues(values, placeOf)];
  if (parts.length > 0) return parts;
  const { kind } = readWhere(values, 'implied');
  if (command === 'merge' || values.text('mode') === 'merge') return listOfflineIssues('merge', values, need);
  const isStored = command === 'baseline update' || isStoreCommand(command) || isStoreMode(values);
  if (kind === 'url' && isStored) return [need('baseline', `url: names a target to measure, and no place that holds runs; use ${HOW}`)];
  if (kind !== 'none') return [];
  if (command === 'baseline update' || isStoreCommand(command)) {
    return [need('baseline', `${command} needs to know where the stored runs are: ${HOW}`)];
  }
  if (command !== 'run') return [];
  if (isStoreMode(values)) {
    return [need('mode', `${values.text('mode') ?? ''} needs to know where the stored runs are; set baseline to file:DIR or branch`)];
  }
  return values.list('fail-on').includes('no-baseline') ? [need('fail-on', LONE_NO_BASELINE)] : [];
}

/** Where stored runs are, for one who has said that there are some and not where. */
const HOW = '--baseline file:DIR or --baseline branch';
const LONE_NO_BASELINE = `no-baseline goes with a baseline only: ${HOW}`;

/** What a command that measures nothing, and judges what was measured before, cannot do without. */
function listOfflineIssues(command: string, values: Values, need: (name: OptionName, message: string) => Issue): readonly Issue[] {
  const { kind } = readWhere(values, 'implied');
  if (kind === 'url') return [need('baseline', `url: names a target to measure, and ${command} measures nothing; use ${HOW}`)];
  if (kind !== 'none') return [];
  if (values.flag('update-baseline')) return [need('update-baseline', `it needs to know where the stored runs are: ${HOW}`)];
  return values.list('fail-on').includes('no-baseline') ? [need('fail-on', LONE_NO_BASELINE)] : [];
}

/** The same of an import, which has no scenario that its promises could be named after. */
function listImportIssues(
  command: CommandName,
  values: Values,
  need: (name: OptionName, message: string) => Issue,
  argument: string | undefined,
): readonly Issue[] {
  return [
    ...(values.text('sla') === undefined ? [need('sla', `${command} needs what is promised: --sla FILE`)] : []),
    ...(argument === undefined ? [] : [usageIssue('command line', 'missing-value', argument)]),
    ...listOfflineIssues('import', values, need),
  ];
}

const MOST_VIEWED = 8;

const IMPORT_EXAMPLES: Readonly<Record<string, string>> = {
  'import locust': 'test_stats.csv',
  'import k6': 'k6.json',
  'import hlog': 'latency.hlog',
};

/** What is wrong with the results that a command is given; undefined: nothing. */
function explainArguments(command: CommandName, values: Values): string | undefined {
  if (command === 'compare' && values.text('result') === undefined)
    return 'compare needs a result and what it is held against: load-gate compare RESULT BASELINE…';
  if (command === 'calibrate' && values.list('results').length === 0) return 'calibrate needs the results of runs with --baseline url:URL';
  if (command === 'merge' && values.list('shards').length === 0)
    return 'merge needs what the shards have left: load-gate merge shard-1 shard-2 shard-3';
  if (command.startsWith('import ') && values.list('files').length === 0)
    return `${command} needs what was measured: load-gate ${command} ${IMPORT_EXAMPLES[command] ?? 'FILE'} --sla sla.yaml`;
  if (command !== 'view') return undefined;
  const count = values.list('views').length;
  if (count === 0) return 'view needs a results.json, or the folder of one: load-gate view load-gate-report';
  return count > MOST_VIEWED ? `view shows at most ${MOST_VIEWED} results side by side; here are ${count}` : undefined;
}

function isStoreMode(values: Values): boolean {
  return values.text('mode') === 'update-baseline' || values.text('mode') === 'accept-baseline';
}

function isStoreCommand(command: CommandName): command is 'baseline show' | 'baseline accept' | 'baseline prune' {
  return command === 'baseline show' || command === 'baseline accept' || command === 'baseline prune';
}
