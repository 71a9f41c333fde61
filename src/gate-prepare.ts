import type { GatePorts } from './gate-ports.ts';
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { SECOND_LOOK_BURSTS } from './gate-baseline.ts';
import { checkEngine } from './gate-locust.ts';
import type { Checked } from './config/issue.ts';
import type { Scenario } from './config/scenario.ts';
import { hashPlan, hashScenario, seedOfPlan } from './gate-plan-hash.ts';
import type { EngineRequest, PlanRequest, RunRequest } from './options/request.ts';
import { buildPlan } from './plan/build-plan.ts';
import { planLive } from './plan/plan-live.ts';
import type { PlanRequest as PlanWishes } from './plan/plan-request.ts';
import { addWait } from './plan/add-wait.ts';
import type { Plan } from './plan/plan.ts';
import type { Shard } from './plan/shard.ts';
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
  /** What makes several machines parts of one burst; undefined: one makes it alone. */
  readonly planHash: string | undefined;
  /** What makes the load. */
  readonly engine: EngineRequest;
}

/** The same with what there is to say about the files. */
export type Ready = Extract<Checked<Prepared>, { readonly ok: true }>;

export interface PrepareContext extends Pick<GatePorts, 'env' | 'cwd' | 'root'> {
  readonly workers: number | undefined;
  readonly requireSecrets: boolean;
  /** When all shards begin, ms since 1970; absent: one machine makes the burst alone. */
  readonly startAtMs?: number | undefined;
  /** Which part of the burst this machine makes; absent: all of it. */
  readonly shard?: Shard | undefined;
}

/** Reads the files and makes the plan, or says what stands against it. Touches no network. */
export function prepareGate(request: PlanRequest, context: PrepareContext): Checked<Prepared> {
  const config = readConfig(request, {
    workingDirectory: context.cwd,
    root: context.root,
    env: context.env,
    requireSecrets: context.requireSecrets,
  });
  if (!config.ok) return config;
  const { confirm } = config.value.sla.regression;
  const { startAtMs, shard } = context;
  const planHash = startAtMs === undefined ? undefined : hashPlan(config.value, request, startAtMs);
  const scenarioHash = hashScenario(config.value.scenario, request);
  const plan = planTargets(
    config.value.scenario,
    { ...request, moreBursts: confirm ? SECOND_LOOK_BURSTS : 0 },
    {
      ...request,
      seed: request.seed ?? config.value.scenario.seed ?? drawSeed(request.engine, planHash, scenarioHash),
      shard,
      workers: context.workers ?? Math.max(1, availableParallelism() - 1),
      secrets: context.env,
      requireSecrets: context.requireSecrets,
      userAgent: `load-gate/${VERSION}`,
      machine: isMadeElsewhere(request.engine) ? UNKNOWN_MACHINE : readMachineLimits(),
      // One of several machines asks the target about itself.
      server: {
        rows: (shard?.index ?? 0) === 0 ? config.value.sla.server : [],
        prometheusUrl: request.prometheusUrl,
        allowCommands: request.allowCommands,
      },
      readText: config.value.readText,
    },
  );
  if (!plan.ok) return { ok: false, issues: [...config.warnings, ...plan.issues] };
  const { engine } = request;
  const targets = setWorkers(engine, plan.value);
  const onEngine = checkEngine(request, config.value, targets.plan, context.requireSecrets);
  const warnings = [...config.warnings, ...plan.warnings, ...onEngine];
  if (onEngine.some(({ severity }) => severity === 'error')) return { ok: false, issues: warnings };
  return { ok: true, value: { config: config.value, ...targets, scenarioHash, planHash, engine }, warnings };
}

/** Machines that make one burst together, with the same file or the same flags, draw from the same seed where nobody gave one. */
function drawSeed(engine: EngineRequest, planHash: string | undefined, scenarioHash: string): number {
  if (planHash !== undefined) return seedOfPlan(planHash);
  return engine.kind === 'locust' ? seedOfPlan(scenarioHash) : randomInt(2 ** 32);
}

/** What other machines give a process is for them to say. */
const UNKNOWN_MACHINE: PlanWishes['machine'] = { openFiles: undefined, ports: undefined };

function isMadeElsewhere(engine: EngineRequest): boolean {
  return engine.kind === 'locust' && engine.expectWorkers !== undefined;
}

/** Workers of other machines are as many as they are, however little each has to do. */
function setWorkers(engine: EngineRequest, { plan, against }: Pick<Prepared, 'plan' | 'against'>): Pick<Prepared, 'plan' | 'against'> {
  const workers = (engine.kind === 'locust' ? engine.expectWorkers : undefined) ?? plan.workers;
  return { plan: { ...plan, workers }, against };
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
