import type { RunSummary } from '../../src/metrics/run-summary.ts';

/** The same run with a level of users in its first phase, which somebody set from 10 to 25 at 4 s. */
export function steerRun(run: RunSummary): RunSummary {
  const phases = run.phases.map((phase, place) => {
    const { name, warmup, durationMs } = phase.plan;
    return place > 0
      ? phase
      : { ...phase, plan: { name, warmup, durationMs, model: 'closed' as const, fromUsers: 10, users: 10, rampMs: 0 } };
  });
  return { ...run, phases, levelChanges: [{ atMs: 4_020, phase: 0, fromUsers: 10, users: 25, spawnRatePerSec: 5 }] };
}
