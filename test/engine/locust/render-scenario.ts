import assert from 'node:assert/strict';
import { parseScenario } from '../../../src/config/parse-scenario.ts';
import type { Scenario } from '../../../src/config/scenario.ts';
import { renderLocustfile, type Locustfile } from '../../../src/engine/locust/locustfile/render-locustfile.ts';
import { buildPlan } from '../../../src/plan/build-plan.ts';
import type { PlanRequest } from '../../../src/plan/plan-request.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { sourceOf } from '../../config/read-fixtures.ts';
import { NO_WISHES } from '../../support/build-plan.ts';

/** Enough of a runtime for a file that Python can read. */
export const NO_RUNTIME = 'def gate_user(plain):\n    return plain\n';

/** A scenario with its plan; files that it names are 10 bytes long, wherever they are. */
export function planScenario(yaml: string, wishes: Partial<PlanRequest> = {}): { readonly scenario: Scenario; readonly plan: Plan } {
  const files = { resolve: (_: string, path: string): string => `load/${path}`, text: () => ({ error: 'not here' }), size: () => 10 };
  const text = /^target:/m.test(yaml) ? yaml : `target: http://target.test\n${yaml}`;
  const parsed = parseScenario(sourceOf(text, { file: 'somewhere/load.yaml', env: wishes.secrets ?? {}, files, requireSecrets: false }));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const plan = buildPlan(parsed.value, { ...NO_WISHES, requireSecrets: false, readText: () => 'PEM', ...wishes });
  assert.ok(plan.ok, JSON.stringify(plan));
  return { scenario: parsed.value, plan: plan.value };
}

/** The locustfile of a scenario, with hardly a runtime. */
export function renderScenario(yaml: string, wishes: Partial<PlanRequest> = {}, runtime = NO_RUNTIME): Locustfile {
  return renderLocustfile({ ...planScenario(yaml, wishes), runtime });
}
