import type { GeneratorLimits } from '../config/sla.ts';
import { maxUs, percentileUs } from '../metrics/distribution.ts';
import type { Distribution } from '../metrics/distribution.ts';
import { MISSING_WORKERS } from '../metrics/check-books.ts';
import { attemptsOf } from '../metrics/counts.ts';
import type { FailureClass, GeneratorHealth, RunSummary } from '../metrics/run-summary.ts';
import { formatDuration, formatLatency, formatNumber, formatRatio } from '../units.ts';
import { roundStatistic } from './compare-value.ts';
import { listJudgedPhases } from './list-judged-seconds.ts';

/** Judged phases shorter than this may end before the event loop was sampled once. */
const LEAST_SAMPLED_MS = 1_000;

/**
 * A loop that stands still for so long makes no requests and reads no answers. Delays are sampled by a timer, so a freeze of any length is one sample and
 * stays below the p99 of a long run: it has a limit of its own.
 */
const LONGEST_FREEZE_US = 1_000_000;

/** Why this measurement is not to be trusted, whatever it says of the target: one sentence each with the next step; empty: it is sound. */
export function listInvalidities(run: RunSummary, limits: GeneratorLimits): readonly string[] {
  // What another load generator's health was is in none of its files, and the report says so.
  if (run.engine.kind === 'import') return [...listUnbalanced(run), ...listClamped(run.health)];
  return [...listUnbalanced(run), ...listHealthProblems(run, limits)];
}

/**
 * What another load generator was to begin and did not, beyond the share that our own may miss. Whether the target held its users or it had too few is not known, so that it
 * takes back no breach; closed: the requests of which nobody knows are those that would have waited. Empty: it began nearly all, or does not say.
 */
export function listForeignDrops(
  { engine, phases }: Pick<RunSummary, 'engine' | 'phases'>,
  { missedRatio }: GeneratorLimits,
): readonly string[] {
  if (engine.kind !== 'import') return [];
  const [dropped, planned] = (['dropped', 'planned'] as const).map((key) =>
    phases.reduce((sum, { iterations }) => sum + iterations[key], 0),
  );
  return judgeRatio('The load generator dropped', planned ? (dropped ?? 0) / planned : undefined, missedRatio, {
    of: ' of the iterations that were due',
    next: 'give it more users (maxVUs), or the target less load',
  });
}

/**
 * The same of the other side of a live comparison. The workers are shared, and their strain is seen on the candidate's side; what each side has of its own are
 * its books, its starts and its values.
 */
export function listSharedInvalidities(run: RunSummary, limits: GeneratorLimits): readonly string[] {
  return [...listUnbalanced(run), ...listMissed(run, limits), ...listSilences(run.health), ...listClamped(run.health)];
}

function listUnbalanced({ imbalances, ending }: RunSummary): readonly string[] {
  return imbalances.map((equation) =>
    ending.state !== 'complete' && equation.startsWith(MISSING_WORKERS)
      ? `The books do not balance: ${equation}, and what the others have made is not all.`
      : `The books do not balance: ${equation}. This is a bug in load-gate; please report it.`,
  );
}

function listMissed({ health }: RunSummary, limits: GeneratorLimits): readonly string[] {
  return judgeRatio('The generator missed', health.missedRatio, limits.missedRatio, {
    of: ' of its planned starts',
    next: 'lower the rate, add workers or use a larger runner',
  });
}

function listHealthProblems(run: RunSummary, limits: GeneratorLimits): readonly string[] {
  const { health } = run;
  return [
    ...(isRefused(run) ? [] : listStrain(health, limits)),
    ...judgeFreeze(health.eventLoopDelay),
    // Closed: a loop that was never sampled in all that time was blocked, or nobody looked.
    ...(health.eventLoopDelay.count === 0 && judgedMs(run) >= LEAST_SAMPLED_MS
      ? ['The event-loop delay was not measured; run it again.']
      : []),
    ...listMissed(run, limits),
    ...listSilences(health),
    ...listClamped(health),
  ];
}

/** A generator that has too much to do measures its own waits as the target's. */
function listStrain(health: GeneratorHealth, limits: GeneratorLimits): readonly string[] {
  return [
    ...judgeDelay('Schedule lag', health.scheduleLag, limits.scheduleLagP99Us, 'lower the rate, add workers or use a larger runner'),
    ...judgeDelay('Event-loop delay', health.eventLoopDelay, limits.eventLoopP99Us, 'add workers or use a larger runner'),
    ...judgeRatio('The busiest worker used', health.busiestWorkerCpu, limits.cpuRatio, {
      of: ' of a core',
      next: 'add workers or use a larger runner',
    }),
  ];
}

/** Ways in which a target turns requests away by itself; a timeout may be the generator's own. */
const REFUSALS: ReadonlySet<FailureClass> = new Set(['connect', 'tls', 'reset', 'protocol', 'status', 'ws-close']);

/**
 * Not one request succeeded, and nine in ten were turned away. Users who are turned away at once come back at once, so that the generator is busy through the
 * target's own doing, and no wait of its own can be the reason for such failures: a dead target stays a breach.
 */
function isRefused({ phases, series }: RunSummary): boolean {
  const judged = listJudgedPhases(phases);
  const parts = series.flatMap(({ perPhase }) => judged.flatMap((place) => perPhase[place] ?? []));
  const attempts = parts.reduce((sum, { counts }) => sum + attemptsOf(counts), 0);
  const refused = parts
    .flatMap(({ failures }) => failures)
    .reduce((sum, { class: kind, count }) => sum + (REFUSALS.has(kind) ? count : 0), 0);
  return attempts > 0 && parts.every(({ counts }) => counts.ok === 0) && refused >= 0.9 * attempts;
}

/** How long judged phases lasted: the loop is sampled in them alone. */
function judgedMs({ phases, durationMs }: RunSummary): number {
  return listJudgedPhases(phases).reduce((sum, place) => {
    const { startMs, endMs = durationMs } = phases[place] ?? {};
    return startMs === undefined ? sum : sum + endMs - startMs;
  }, 0);
}

function judgeDelay(what: string, delay: Distribution, limitUs: number, next: string): readonly string[] {
  const p99Us = percentileUs(delay, 99);
  // Negated, so that NaN is refused too.
  if (p99Us === undefined || p99Us <= limitUs) return [];
  return [`${what} p99 was ${formatLatency(p99Us)}, beyond ${formatLatency(limitUs)}: the generator was too slow to be trusted; ${next}.`];
}

function judgeFreeze(delay: Distribution): readonly string[] {
  const longestUs = maxUs(delay);
  if (longestUs === undefined || longestUs <= LONGEST_FREEZE_US) return [];
  return [
    `The generator stood still for ${formatLatency(longestUs)} (limit ${formatLatency(LONGEST_FREEZE_US)}); use a larger or quieter runner.`,
  ];
}

function judgeRatio(
  what: string,
  ratio: number | undefined,
  limit: number,
  words: { readonly of: string; readonly next: string },
): readonly string[] {
  if (ratio === undefined || roundStatistic(ratio) <= roundStatistic(limit)) return [];
  return [`${what} ${formatRatio(ratio)}${words.of}, beyond ${formatRatio(limit)}; ${words.next}.`];
}

function listSilences({ silentStretchesMs }: GeneratorHealth): readonly string[] {
  const [first] = silentStretchesMs;
  if (first === undefined) return [];
  const times = silentStretchesMs.length === 1 ? 'a stretch' : `${formatNumber(silentStretchesMs.length, 0)} stretches`;
  return [
    `The generator made none of its planned starts in ${times} of 5 s (limit 0), first at ${formatDuration(first)}; use a larger or quieter runner.`,
  ];
}

function listClamped({ clamped }: GeneratorHealth): readonly string[] {
  if (clamped === 0) return [];
  return [
    `${formatNumber(clamped, 0)} values above one hour were recorded as one hour (limit 0): the clock of the machine jumped; run it again.`,
  ];
}
