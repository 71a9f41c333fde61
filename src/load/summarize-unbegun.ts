import { RunCollector, type RunFrame } from '../metrics/run-collector.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { Plan } from '../plan/plan.ts';
import { readEnvironment } from './read-environment.ts';

/** What a summary says of the run beside what was measured. */
export interface RunContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly scenarioHash: string;
  readonly version: string;
}

/** The summary of a burst that never began: nothing was sent and nothing measured, and `reason` says why. */
export function summarizeUnbegun(plan: Plan, context: RunContext, reason: string): RunSummary {
  return new RunCollector(plan.phases, plan.series, 0).summarize({
    ...describeRun(plan, context),
    startedAt: new Date().toISOString(),
    durationMs: 0,
    ending: { state: 'cut-short', reason },
    processCpuSeconds: 0,
    peakMemoryBytes: process.memoryUsage.rss(),
    levelChanges: [],
  });
}

/** Which run it is: the part of a summary that is known before the burst. */
export function describeRun(
  { name, file, profile, shownTarget, seed }: Plan,
  { env, scenarioHash, version }: RunContext,
): Pick<RunFrame, 'tool' | 'scenario' | 'target' | 'seed' | 'environment'> {
  return {
    tool: { name: 'load-gate', version },
    scenario: { name, file, hash: scenarioHash, profile },
    target: shownTarget,
    seed,
    environment: readEnvironment(env),
  };
}
