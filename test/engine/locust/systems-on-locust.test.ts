import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportListed, listScenarios } from './list-scenarios.ts';
import { NO_RUNTIME } from './render-scenario.ts';

const EARLY = 'is fixed work, which ends when it ends, in each process at another time; what comes after it would not begin together';

/** Scenarios that Locust can make, with all their profiles. */
const RUNS: readonly string[] = [
  'sla/aiaas/api.yaml',
  'sla/aiaas/billing.yaml',
  'sla/aiaas/locust.yaml',
  'sla/aiaas/websocket.yaml',
  'sla/allthrive/baseline.yaml',
  'sla/allthrive/phase1.yaml',
  'sla/allthrive/phase23.yaml',
  'sla/allthrive/phase4.yaml',
  'sla/chat4all/api.yaml',
  'sla/chat4all/sustained.yaml',
  'sla/chat4all/upload.yaml',
  'sla/chat4all/websocket.yaml',
  'sla/demo/load-gate.yaml',
  'sla/ingestor/custom.yaml',
  'sla/ingestor/quick.yaml',
  'sla/ingestor/stress.yaml',
  'sla/ingestor/sustained.yaml',
  'sla/pggit/load-gate.yaml',
];

/** Those that it cannot, or not with these profiles (`-`: without any), and why. */
const REFUSED: readonly (readonly [file: string, profiles: 'all' | readonly string[], ...reasons: readonly string[]])[] = [
  ['sla/ingestor/burst.yaml', ['-'], `phase quick burst ${EARLY}`],
  ['sla/ingestor/burst.yaml', ['local', 'short'], `phase connect ${EARLY}`, `phase quick burst ${EARLY}`],
  ['sla/ingestor/extreme.yaml', ['local', 'short'], `phase connect ${EARLY}`],
];

const SCENARIOS = listScenarios('sla/*/*.yaml');

test('every scenario of the five systems is in one of the tables', () => {
  const known = new Set([...RUNS, ...REFUSED.map(([file]) => file)]);
  assert.deepEqual([...new Set(SCENARIOS.map(({ file }) => file))], [...known].sort());
});

for (const one of SCENARIOS) {
  const row = REFUSED.find(([file, profiles]) => file === one.file && (profiles === 'all' || profiles.includes(one.profile)));
  const reasons = row?.slice(2) ?? [];
  test(`${one.file} ${one.profile} ${row ? 'is refused' : 'can be made by Locust'}`, () => {
    const exported = exportListed(one, () => NO_RUNTIME);
    if ('text' in exported) return assert.equal(row, undefined);
    assert.deepEqual(
      exported.issues.map(({ message }) => message),
      reasons,
    );
  });
}
