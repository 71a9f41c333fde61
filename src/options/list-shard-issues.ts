import type { Issue } from '../config/issue.ts';
import type { OptionName } from '../options.ts';
import { parseStartAt } from './parse-start-at.ts';
import type { CommandName } from './request.ts';
import { usageIssue } from '../config/usage-issue.ts';
import { readWhere, type Values } from './values.ts';

/** What goes with a shard, and what only the whole burst can have. */
export function listShardIssues(command: CommandName, values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  const mode = values.text('mode');
  const isMerge = command === 'merge' || mode === 'merge';
  if (!isMerge && values.flag('update-baseline'))
    return [
      usageIssue(
        placeOf('update-baseline'),
        'conflict',
        'it goes with merge and import; what one machine has measured is stored by mode update-baseline',
      ),
    ];
  if (mode === 'plan') return refuseAll(['shard', 'plan-hash', 'run-id'], 'mode plan is for all shards together', values, placeOf);
  if (mode === 'merge') return refuseAll(['shard', 'start-at', 'plan-hash', 'run-id'], 'mode merge measures nothing', values, placeOf);
  if (command !== 'run' && command !== 'baseline update') return [];
  const isShard = values.has('shard');
  if (!isShard && mode === 'shard')
    return [usageIssue(placeOf('mode'), 'missing-value', 'mode shard needs to know which one it is: shard: ${{ matrix.shard }}/4')];
  if (!isShard)
    return refuseAll(['start-at', 'plan-hash'], 'it goes with shard: one machine alone begins when it is ready', values, placeOf);
  return [...listMissingStart(values, placeOf), ...listConflicts(command, values, placeOf)];
}

function listMissingStart(values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  const how = 'give all of them the time that load-gate check --start-at +2m prints, or the output start-at of mode plan';
  const given = values.text('start-at');
  if (given === undefined)
    return [usageIssue(placeOf('shard'), 'missing-value', `all shards begin at the same time: add start-at; ${how}`)];
  if (parseStartAt(given)?.kind === 'at') return [];
  return [usageIssue(placeOf('start-at'), 'value', `from now is another time on each machine; ${how}`)];
}

function listConflicts(command: CommandName, values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  const at = placeOf('shard');
  const refuse = (message: string): Issue => usageIssue(at, 'conflict', message);
  const scenarios = values.list('scenario');
  return [
    ...(command === 'baseline update' || values.text('mode') === 'update-baseline' || values.text('mode') === 'accept-baseline'
      ? [refuse('a shard stores nothing; load-gate merge --update-baseline stores what all of them have measured')]
      : []),
    ...(values.number('run-id') === undefined ? [] : [refuse('run-id makes no load, and so has no shards')]),
    ...(values.has('csv-prefix')
      ? [refuse('one part of a burst has no CSV files; give csv-prefix to merge, which has those of the whole')]
      : []),
    ...(values.has('ui') ? [refuse('the live page shows one machine, and steers it alone; leave ui out')] : []),
    ...(readWhere(values, 'implied').kind === 'url'
      ? [refuse('a live comparison pairs the requests of both targets in one process, and cannot be divided; use another baseline')]
      : []),
    ...(scenarios.length > 1 || scenarios.some((name) => name.includes('*'))
      ? [refuse('shards make one scenario; give each scenario its own plan, shards and merge')]
      : []),
  ];
}

function refuseAll(names: readonly OptionName[], why: string, values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  return names.filter((name) => values.has(name)).map((name) => usageIssue(placeOf(name), 'conflict', `${name} has no place here: ${why}`));
}
