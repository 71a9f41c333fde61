import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYSTEMS } from './list-cases.ts';
import { runTrial } from './run-system.ts';

/** Of each system one scenario in one short profile, healthy, and some of its promises broken; `npm run systems` does all of them in all profiles. */
const SAMPLES = [
  ['chat4all', 'websocket.yaml', undefined, 'quick', ['message to notification error_budget', 'server kafka lag max']],
  ['aiaas', 'billing.yaml', undefined, 'quick', ['POST /billing/usage p95', 'chat beyond the plan status 402']],
  ['pggit', 'load-gate.yaml', 'prometheus.sla.yaml', 'quick-monitored', ['server L1 hit rate min']],
  ['allthrive', 'phase1.yaml', undefined, 'quick', ['POST /api/v1/chat status 429']],
  ['ingestor', 'custom.yaml', undefined, 'local', ['server queue length recovers']],
] as const;

for (const [system, scenario, sla, profile, broken] of SAMPLES) {
  test(`${system}: ${sla ?? scenario} holds when healthy, and each promise that is broken turns red, alone: ${broken.join(', ')}`, async () => {
    const one = SYSTEMS.find((each) => each.system === system);
    const target = one?.targets.find((each) => each.scenario === scenario && each.sla === sla);
    assert.ok(one && target);
    const names = broken.map((row) => `${system} ${row}`);
    const said: string[] = [];
    const options = { isTried: (name: string) => names.includes(name), tell: (line: string) => void said.push(line) };
    const { rows } = await runTrial(one, { ...target, healthy: [profile] }, options);
    for (const row of broken) {
      const found = rows.find(({ criterion }) => criterion === row);
      assert.ok(found && found.broken !== 'not run', `${row} was not broken`);
    }
    // What another profile runs is not looked at here.
    const troubles = rows
      .filter(({ healthy }) => healthy !== 'skipped')
      .flatMap((row) => row.troubles.map((trouble) => `${row.criterion}: ${trouble}`));
    assert.deepEqual(troubles, [], said.join('\n'));
  });
}
