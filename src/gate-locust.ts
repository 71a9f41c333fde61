import type { Issue } from './config/issue.ts';
import { checkLocust } from './engine/locust/check/check-locust.ts';
import type { Locust } from './engine/locust/find-locust.ts';
import type { LocustWorkers } from './engine/locust/locust-terms.ts';
import type { GatePorts } from './gate-ports.ts';
import { withholdCredentials } from './mask-secrets.ts';
import type { Burst, BurstOptions } from './metrics/burst.ts';
import { EMBEDDED_ENGINE, type EngineInfo } from './metrics/engine-info.ts';
import type { EngineRequest, PlanRequest, RunRequest } from './options/request.ts';
import type { Plan } from './plan/plan.ts';
import type { Config } from './workspace/read-config.ts';

/** What makes a burst, and of what. */
interface Engined {
  readonly engine: EngineRequest;
  readonly config: Pick<Config, 'scenario'>;
}

/** What stands against this plan on the engine that was asked for; empty: nothing, as always for the embedded one. `isMade`: it is made on this machine, with these workers. */
export function checkEngine(request: PlanRequest | RunRequest, { scenario }: Config, plan: Plan, isMade: boolean): readonly Issue[] {
  const { engine } = request;
  if (engine.kind === 'embedded') return [];
  const asked = 'page' in request ? { page: request.page, baseline: request.baseline } : {};
  const processes = engine.expectWorkers ?? (isMade ? plan.workers : undefined);
  return checkLocust({ scenario, plan, request: asked, processes });
}

/** What will make the load. Throws GateError when it is not there. */
export async function describeEngine({ engine }: Pick<Engined, 'engine'>, { env }: Pick<GatePorts, 'env'>): Promise<EngineInfo> {
  if (engine.kind === 'embedded') return EMBEDDED_ENGINE;
  const { version, python } = await findLocust(env);
  return { kind: 'locust', version, python };
}

/** `2 workers`, `2 Locust processes`, `2 Locust workers`. */
export function describeWorkers({ engine }: Pick<Engined, 'engine'>, { workers }: Pick<Plan, 'workers'>): string {
  const words =
    engine.kind === 'embedded'
      ? ['worker', 'workers']
      : engine.expectWorkers === undefined
        ? ['Locust process', 'Locust processes']
        : ['Locust worker', 'Locust workers'];
  return `${workers} ${workers === 1 ? words[0] : words[1]}`;
}

/** Starts a plan's burst on Locust. */
export async function startOnLocust(prepared: Engined, plan: Plan, options: BurstOptions, ports: GatePorts): Promise<Burst> {
  const { engine, config } = prepared;
  if (engine.kind !== 'locust') throw new Error('Locust was not asked for');
  const { runLocust } = await import('./engine/locust/run-locust.ts');
  const { renderLocustfile } = await import('./engine/locust/locustfile/render-locustfile.ts');
  const { readRuntimeFor } = await import('./engine/locust/read-runtime.ts');
  const { readEnvironment } = await import('./load/read-environment.ts');
  const workers: LocustWorkers = { kind: engine.expectWorkers === undefined ? 'processes' : 'expected', count: plan.workers };
  return runLocust(plan, {
    ...options,
    locust: await findLocust(ports.env),
    file: renderLocustfile({ scenario: config.scenario, plan, runtime: readRuntimeFor(plan) }),
    workers,
    environment: readEnvironment(ports.env),
    onNote: (note) => ports.onNote(note),
    onLog: (line) => ports.onLog?.(line),
  });
}

async function findLocust(env: GatePorts['env']): Promise<Locust> {
  const { findLocust: find } = await import('./engine/locust/find-locust.ts');
  return find(withholdCredentials(env));
}
