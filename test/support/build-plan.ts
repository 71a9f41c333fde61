import { WHOLE_BURST } from '../../src/plan/shard.ts';
import assert from 'node:assert/strict';
import type { Checked } from '../../src/config/issue.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { sourceOf } from '../config/read-fixtures.ts';

/** Nothing asked for, caps that nothing reaches. */
export const NO_WISHES: PlanRequest = {
  target: undefined,
  profile: undefined,
  only: [],
  skip: [],
  userClasses: [],
  seed: 7,
  workers: 1,
  shard: WHOLE_BURST,
  caps: { maxRatePerSec: 1e6, maxUsers: 1e6, maxDurationMs: 1e9, maxBytes: 1e15 },
  secrets: {},
  requireSecrets: true,
  userAgent: 'load-gate/test',
  machine: { openFiles: undefined, ports: undefined },
  readText: () => ({ error: 'there is no such file' }),
};

/** A scenario in YAML, parsed, with a target where it names none → its plan, or the issues. */
export function planText(yaml: string, wishes: Partial<PlanRequest> = {}): Checked<Plan> {
  const text = /^target:/m.test(yaml) || wishes.target !== undefined ? yaml : `target: http://target.test\n${yaml}`;
  const parsed = parseScenario(sourceOf(text, { env: { ...wishes.secrets } }));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return buildPlan(parsed.value, { ...NO_WISHES, ...wishes });
}

/** The plan of a scenario that must have one. */
export function planOf(yaml: string, wishes: Partial<PlanRequest> = {}): Plan {
  const planned = planText(yaml, wishes);
  assert.ok(planned.ok, JSON.stringify(planned));
  return planned.value;
}
