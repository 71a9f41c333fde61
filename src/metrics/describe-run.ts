import type { Plan } from '../plan/plan.ts';
import type { EngineInfo } from './engine-info.ts';
import { RunCollector, type RunFrame } from './run-collector.ts';
import type { Environment, RunSummary } from './run-summary.ts';

/** What a summary says of the run beside its plan and what was measured. */
export interface RunIdentity {
  readonly environment: Environment;
  readonly scenarioHash: string;
  /** Of load-gate. */
  readonly version: string;
  readonly engine: EngineInfo;
}

/** A burst that never began. */
export interface UnbegunBurst {
  readonly reason: string;
  /** When it was given up, ISO 8601, UTC. */
  readonly at: string;
  readonly peakMemoryBytes: number;
}

/** The summary of a burst that never began: nothing was sent and nothing measured, and `reason` says why. */
export function summarizeUnbegun(plan: Plan, identity: RunIdentity, { reason, at, peakMemoryBytes }: UnbegunBurst): RunSummary {
  return new RunCollector(plan.phases, plan.series, 0).summarize({
    ...describeRun(plan, identity),
    startedAt: at,
    durationMs: 0,
    ending: { state: 'cut-short', reason },
    processCpuSeconds: 0,
    peakMemoryBytes,
    levelChanges: [],
  });
}

/** Which run it is: the part of a summary that is known before the burst. */
export function describeRun(
  { name, file, profile, shownTarget, seed }: Plan,
  { environment, scenarioHash, version, engine }: RunIdentity,
): Pick<RunFrame, 'tool' | 'scenario' | 'target' | 'seed' | 'environment' | 'engine'> {
  return {
    tool: { name: 'load-gate', version },
    scenario: { name, file, hash: scenarioHash, profile },
    target: shownTarget,
    seed,
    environment,
    engine,
  };
}
