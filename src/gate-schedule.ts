import type { Issue } from './config/issue.ts';
import { GateError } from './gate-error.ts';
import { prepareTargets } from './gate-load.ts';
import { narrowRequest } from './gate-parts.ts';
import { hashPlan } from './gate-plan-hash.ts';
import type { GatePorts } from './gate-ports.ts';
import { prepareGate } from './gate-prepare.ts';
import type { ScheduleRequest } from './options/request.ts';
import { explainFar, explainOver, resolveStart } from './plan/resolve-start.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';
import { usageIssue } from './config/usage-issue.ts';

/** When all shards begin, and what they must be parts of. */
export interface Schedule {
  /** ISO 8601, UTC. */
  readonly startAt: string;
  readonly planHash: string;
}

export type ScheduleResult = { readonly kind: 'issues'; readonly issues: readonly Issue[] } | ({ readonly kind: 'planned' } & Schedule);

/**
 * The plan of a burst that several machines make: files → plan → `before`, once for all of them → the start. Throws LOAD_GATE_BEFORE_FAILED when the target is not ready: then there
 * is no plan, and no shard begins.
 */
export async function scheduleShards(request: ScheduleRequest, ports: GatePorts): Promise<ScheduleResult> {
  const { cwd, root, env } = ports;
  const asked = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  if (!asked.ok) return { kind: 'issues', issues: asked.issues };
  if (typeof asked.value !== 'string')
    return refuse('SCENARIO', 'shards make one scenario, and this is a suite; give each part its own plan');
  const early = explainStart(request);
  if (early !== undefined) return refuse('start-at', early);
  const one = narrowRequest(request, asked.value);
  const prepared = prepareGate(one, { ...ports, workers: undefined, requireSecrets: true });
  if (!prepared.ok) return { kind: 'issues', issues: prepared.issues };
  const { plan, config } = prepared.value;
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(prepared.warnings);
  const refusal = await prepareTargets([plan], ports);
  if (refusal !== undefined)
    throw new GateError('LOAD_GATE_BEFORE_FAILED', `there is no plan, and no shard begins: ${refusal}`, {
      hint: 'check that the target is up',
    });
  // `before` may have taken its time: what is said from now counts from here.
  const startAtMs = resolveStart(request.startAt, Date.now());
  const late = explainOver(startAtMs, Date.now());
  if (late !== undefined) return refuse('start-at', `${late}, because before took so long; give it a later one, or +2m`);
  return { kind: 'planned', startAt: new Date(startAtMs).toISOString(), planHash: hashPlan(config, one, startAtMs) };
}

function explainStart({ startAt }: ScheduleRequest): string | undefined {
  const nowMs = Date.now();
  const startAtMs = resolveStart(startAt, nowMs);
  return explainOver(startAtMs, nowMs) ?? explainFar(startAtMs, nowMs);
}

function refuse(file: string, message: string): ScheduleResult {
  return { kind: 'issues', issues: [usageIssue(file, 'value', message)] };
}
