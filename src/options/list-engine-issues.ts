import type { Issue } from '../config/issue.ts';
import type { OptionName } from '../options.ts';
import { usageIssue } from '../config/usage-issue.ts';
import { readWhere, type Values } from './values.ts';

/** What goes with Locust, and what only the embedded engine can do. What a scenario asks of it is checked with the plan. */
export function listEngineIssues(values: Values, placeOf: (name: OptionName) => string): readonly Issue[] {
  const expects = values.has('expect-workers');
  if (values.text('engine') !== 'locust')
    return expects
      ? [usageIssue(placeOf('expect-workers'), 'missing-value', 'expect-workers waits for workers of Locust: add engine locust')]
      : [];
  const mode = values.text('mode');
  const scenarios = values.list('scenario');
  const refuse = (name: OptionName, message: string): Issue => usageIssue(placeOf(name), 'conflict', message);
  const machines = 'Locust has its own way over several machines: leave it out, and use expect-workers';
  return [
    ...(values.has('shard') ? [refuse('shard', `a shard is made by the embedded engine; ${machines}`)] : []),
    ...(mode === 'plan' || mode === 'shard' ? [refuse('mode', `mode ${mode} is for shards of the embedded engine; ${machines}`)] : []),
    ...(readWhere(values, 'implied').kind === 'url'
      ? [
          refuse(
            'baseline',
            'Locust makes load on one target, and a live comparison has two; compare with stored runs, or use the embedded engine',
          ),
        ]
      : []),
    ...(expects && values.has('workers')
      ? [refuse('workers', 'workers counts processes of this machine and expect-workers those of others; leave one of them out')]
      : []),
    ...(expects && (scenarios.length > 1 || scenarios.some((name) => name.includes('*')))
      ? [refuse('expect-workers', 'Locust workers make one scenario and end with it; run each scenario on its own')]
      : []),
  ];
}
