import type { Recovery } from '../config/sla.ts';
import { formatDuration } from '../units.ts';
import { holds } from '../verdict/compare-value.ts';
import type { PhaseSummary } from './run-summary.ts';
import type { ServerRecovery } from './server-series.ts';
import type { ServerReading } from './server-reading.ts';

/** What of a reading says whether it is back to normal; its samples ascending. */
type RecoveryReading = Pick<ServerReading, 'samples' | 'patience' | 'problem' | 'watchedUntilMs'> & { readonly recovers: Recovery };

/**
 * What became of the value after each stretch of load that a pause or the end of the run follows. One that was followed by load again before its time was up counts only
 * if the value was back by then; the last always counts.
 */
export function summarizeRecoveries(reading: RecoveryReading, phases: readonly PhaseSummary[]): readonly ServerRecovery[] {
  return listLoads(phases).map((load): ServerRecovery => {
    const { phase, endMs } = load;
    return { phase, endMs: Math.round(endMs), ...findRecovery(load, reading) };
  });
}

/** When the last stretch of load of a run was over, ms; undefined: none began. */
export function endOfLoad(phases: readonly PhaseSummary[]): number | undefined {
  return listLoads(phases).at(-1)?.endMs;
}

interface Load {
  readonly phase: string;
  readonly endMs: number;
  /** When load began again; infinite: never. */
  readonly untilMs: number;
}

/** Phases that make load and follow each other, as one; warm-ups alone are none. */
function listLoads(phases: readonly PhaseSummary[]): readonly Load[] {
  const loads: (Load & { readonly isJudged: boolean })[] = [];
  let isOpen = false;
  for (const { plan, startMs, endMs } of phases) {
    const isLoad = plan.model !== 'pause' && startMs !== undefined && endMs !== undefined;
    const last = loads.at(-1);
    if (isLoad && isOpen && last) {
      loads[loads.length - 1] = { phase: plan.name, endMs, untilMs: Number.POSITIVE_INFINITY, isJudged: last.isJudged || !plan.warmup };
    } else if (isLoad) {
      if (last) loads[loads.length - 1] = { ...last, untilMs: startMs };
      loads.push({ phase: plan.name, endMs, untilMs: Number.POSITIVE_INFINITY, isJudged: !plan.warmup });
    }
    isOpen = isLoad;
  }
  return loads.filter(({ isJudged }) => isJudged);
}

type Outcome =
  | { readonly state: 'reached'; readonly tookMs: number }
  | { readonly state: 'missed'; readonly value: number }
  | { readonly state: 'not-judged'; readonly pauseMs: number }
  | { readonly state: 'unknown'; readonly reason: string };

function findRecovery({ endMs, untilMs }: Load, { samples, recovers, patience, problem, watchedUntilMs }: RecoveryReading): Outcome {
  const { comparison, to, withinMs } = recovers;
  const deadlineMs = endMs + withinMs;
  // What was asked for while the load went on says nothing about the time after it.
  const after = samples.filter(({ atMs, asOfMs }) => asOfMs >= endMs && atMs <= Math.min(deadlineMs, untilMs));
  const reached = after.find(({ value }) => holds(value, comparison, to));
  if (reached) return { state: 'reached', tookMs: Math.round(reached.atMs - endMs) };
  if (untilMs < deadlineMs) return { state: 'not-judged', pauseMs: Math.round(untilMs - endMs) };
  if (watchedUntilMs < deadlineMs)
    return {
      state: 'unknown',
      reason: `it was watched for ${formatDuration(Math.max(0, watchedUntilMs - endMs))} of ${formatDuration(withinMs)} alone`,
    };
  const because = problem === undefined ? '' : `: ${problem}`;
  const last = after.at(-1);
  // Closed: without a value near the end of its time nobody knows whether it was back.
  if (!last || deadlineMs - last.atMs > patience.afterMs)
    return { state: 'unknown', reason: `no value came at the end of ${formatDuration(withinMs)} after the load${because}` };
  return { state: 'missed', value: last.value };
}
