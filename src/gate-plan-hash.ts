import { createHash } from 'node:crypto';
import type { Scenario } from './config/scenario.ts';
import type { PlanRequest } from './options/request.ts';
import { VERSION } from './version.ts';
import type { Config } from './workspace/read-config.ts';

/** All of the scenario but where its lines stand, where it points, and its seed; and which of its tasks and users take part. */
export function hashScenario(scenario: Scenario, { only, skip, userClasses }: PlanRequest): string {
  const selection = only.length + skip.length + userClasses.length > 0 ? { only, skip, userClasses } : undefined;
  return hash({ ...scenario, file: undefined, target: undefined, seed: undefined, selection });
}

/**
 * What makes several machines parts of one burst: everything that decides what is sent, when, and what is promised of it. Neither how many machines there are nor how many
 * workers each has is part of it, and no secret: a target is taken as written.
 */
export function hashPlan({ scenario, sla }: Pick<Config, 'scenario' | 'sla'>, request: PlanRequest, startAtMs: number): string {
  const { file: _, regressionPlaces: __, ...promises } = sla;
  return hash({
    scenario: hashScenario(scenario, request),
    sla: promises,
    profile: request.profile,
    sets: request.sets,
    caps: request.caps,
    target: request.target ?? scenario.target,
    seed: request.seed ?? scenario.seed,
    startAt: new Date(startAtMs).toISOString(),
    version: VERSION,
  });
}

/** The seed of a plan that has been given none: all shards draw from the same. */
export function seedOfPlan(planHash: string): number {
  return Number.parseInt(planHash.slice(0, 8), 16);
}

function hash(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) => (key === 'at' && isPosition(part) ? undefined : part));
  return createHash('sha256').update(text).digest('hex');
}

/** A body may have a key `at` of its own. */
function isPosition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value;
}
