import type { GatePorts } from './gate-ports.ts';
import { createHash, randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { SECOND_LOOK_BURSTS } from './gate-baseline.ts';
import type { Checked } from './config/issue.ts';
import type { Scenario } from './config/scenario.ts';
import type { PlanRequest, RunRequest } from './options/request.ts';
import { buildPlan } from './plan/build-plan.ts';
import { planLive } from './plan/plan-live.ts';
import type { PlanRequest as PlanWishes } from './plan/plan-request.ts';
import { addWait } from './plan/add-wait.ts';
import type { Plan } from './plan/plan.ts';
import { VERSION } from './version.ts';
import { readConfig, type Config } from './workspace/read-config.ts';
import { readMachineLimits } from './workspace/read-machine-limits.ts';

/** What a run is prepared to do. */
export interface Prepared {
  readonly config: Config;
  readonly plan: Plan;
  /** The same plan for the target of a live comparison; undefined: there is none. */
  readonly against: Plan | undefined;
  /** What makes two runs the same test. */
  readonly scenarioHash: string;
}

/** The same with what there is to say about the files. */
export type Ready = Extract<Checked<Prepared>, { readonly ok: true }>;

/** Reads the files and makes the plan, or says what stands against it. Touches no network. */
export function prepareGate(
  request: PlanRequest,
  context: Pick<GatePorts, 'env' | 'cwd' | 'root'> & { readonly workers: number | undefined; readonly requireSecrets: boolean },
): Checked<Prepared> {
  const config = readConfig(request, {
    workingDirectory: context.cwd,
    root: context.root,
    env: context.env,
    requireSecrets: context.requireSecrets,
  });
  if (!config.ok) return config;
  const { confirm } = config.value.sla.regression;
  const plan = planTargets(
    config.value.scenario,
    { ...request, moreBursts: confirm ? SECOND_LOOK_BURSTS : 0 },
    {
      ...request,
      seed: request.seed ?? config.value.scenario.seed ?? randomInt(2 ** 32),
      workers: context.workers ?? Math.max(1, availableParallelism() - 1),
      secrets: context.env,
      requireSecrets: context.requireSecrets,
      userAgent: `load-gate/${VERSION}`,
      machine: readMachineLimits(),
      server: { rows: config.value.sla.server, prometheusUrl: undefined, allowCommands: false, ...pickServer(request) },
      readText: config.value.readText,
    },
  );
  if (!plan.ok) return { ok: false, issues: [...config.warnings, ...plan.issues] };
  return {
    ok: true,
    value: { config: config.value, ...plan.value, scenarioHash: hashScenario(config.value.scenario, request) },
    warnings: [...config.warnings, ...plan.warnings],
  };
}

/** What only a run is told. */
function pickServer(request: PlanRequest | RunRequest): Partial<Pick<RunRequest, 'prometheusUrl' | 'allowCommands'>> {
  return 'allowCommands' in request ? { prometheusUrl: request.prometheusUrl, allowCommands: request.allowCommands } : {};
}

/** With `--baseline url:` the same plan for a second target. */
function planTargets(
  scenario: Scenario,
  request: (PlanRequest | RunRequest) & { readonly moreBursts: number },
  wishes: PlanWishes,
): Checked<Pick<Prepared, 'plan' | 'against'>> {
  if (!('baseline' in request) || request.baseline.kind !== 'url') {
    const plan = buildPlan(addWait(scenario, request.waitFor), wishes);
    return plan.ok ? { ...plan, value: { plan: plan.value, against: undefined } } : plan;
  }
  const live = planLive(scenario, wishes, {
    url: request.baseline.url,
    takesTurns: request.interleave === 'abba',
    waitFor: request.waitFor,
    moreBursts: request.moreBursts,
  });
  return live.ok ? { ...live, value: { plan: live.value.candidate, against: live.value.baseline } } : live;
}

/** All of the scenario but where its lines stand, where it points, and its seed; and which of its tasks and users take part. */
function hashScenario(scenario: Scenario, { only, skip, userClasses }: PlanRequest): string {
  const selection = only.length + skip.length + userClasses.length > 0 ? { only, skip, userClasses } : undefined;
  const same = { ...scenario, file: undefined, target: undefined, seed: undefined, selection };
  const text = JSON.stringify(same, (key, value: unknown) => (key === 'at' && isPosition(value) ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

/** A body may have a key `at` of its own. */
function isPosition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value;
}
