import { zeroIterations } from '../../../metrics/counts.ts';
import { EMBEDDED_ENGINE } from '../../../metrics/engine-info.ts';
import { EMPTY_DISTRIBUTION } from '../../../metrics/distribution.ts';
import type { LiveSecond } from '../../../metrics/live-second.ts';
import type { LiveSnapshot } from '../../../metrics/live-snapshot.ts';
import type {
  FailureSummary,
  GeneratorHealth,
  LevelChange,
  PhaseSummary,
  RunSummary,
  SeriesSummary,
  TimelineSecond,
} from '../../../metrics/run-summary.ts';
import type { LiveBurst } from '../live-messages.ts';
import { LivePart, mergeFailures, mergeSecond } from './live-part.ts';
import { PhaseClock } from './phase-clock.ts';

/**
 * A burst that goes on, put together from its seconds as they come, in the shape that the charts of report.html read. What no message tells (spans, bytes, health of the
 * generator) is empty.
 */
export class LiveRun {
  readonly burst: LiveBurst;
  /** As of the last second; undefined before the first. */
  snapshot: LiveSnapshot | undefined;
  readonly #clock: PhaseClock;
  readonly #parts: readonly (readonly LivePart[])[];
  readonly #together: readonly LivePart[];
  readonly #timeline: TimelineSecond[] = [];
  readonly #starts: { readonly second: number; readonly made: number; readonly dropped: number }[] = [];
  readonly #sockets: { readonly second: number; readonly open: number }[] = [];

  #levelChanges: readonly LevelChange[] = [];

  constructor(burst: LiveBurst) {
    this.burst = burst;
    this.#clock = new PhaseClock(burst.phases);
    this.#parts = burst.series.map(() => burst.phases.map(() => new LivePart()));
    this.#together = burst.phases.map(() => new LivePart());
  }

  /** Takes in a second; one that was taken in already is not counted twice. */
  add(second: LiveSecond, snapshot: LiveSnapshot): void {
    if (second.second < this.#clock.seconds) return;
    this.snapshot = snapshot;
    this.#clock.follow(second);
    this.#levelChanges = second.levelChanges ?? this.#levelChanges;
    let dropped = 0;
    for (const { series, phase, failure } of second.failures) {
      const more = this.#parts[series]?.[phase]?.addFailure(failure) ?? 0;
      if (failure.class === 'dropped') dropped += more;
    }
    for (const { series, phase, slice } of second.slices) this.#parts[series]?.[phase]?.addSlice(slice);
    for (const [phase, slice] of mergeSecond(second)) this.#together[phase]?.addSlice(slice);
    this.#starts.push({ second: second.second, made: second.began, dropped });
    this.#timeline.push({ ...NO_TIMELINE, second: second.second, users: second.users });
    if (snapshot.openSockets !== undefined) this.#sockets.push({ second: second.second, open: snapshot.openSockets });
  }

  /** The place of the phase as of the last second, as many as there are when all are over; undefined before the first. */
  get phase(): number | undefined {
    return this.#clock.phase;
  }

  /** How many have passed. */
  get seconds(): number {
    return this.#clock.seconds;
  }

  /** Iterations that began, second by second; those that were dropped are not among them. */
  get starts(): readonly { readonly second: number; readonly made: number }[] {
    return this.#starts;
  }

  /** Open WebSockets at the end of each second that had any. */
  get sockets(): readonly { readonly second: number; readonly open: number }[] {
    return this.#sockets;
  }

  /** All that failed so far, warm-ups included: one entry for each endpoint, class and reason. */
  listFailures(): readonly { readonly name: string; readonly failure: FailureSummary }[] {
    return this.burst.series.flatMap(({ name }, series) => {
      const failures = (this.#parts[series] ?? []).flatMap((part) => part.failures);
      return mergeFailures(failures).map((failure) => ({ name, failure }));
    });
  }

  /** The run so far with every series of its own. */
  summarize(): RunSummary {
    return this.#frame(this.burst.series.map((series, index) => summarizeSeries(series, this.#parts[index] ?? [])));
  }

  /** The run so far with all series merged into one, which makes drawing as quick as with one endpoint. */
  summarizeTogether(): RunSummary {
    const parts = this.#together.map((part, phase) => ({ part, sources: this.#parts.flatMap((perPhase) => perPhase[phase] ?? []) }));
    const perPhase = parts.map(({ part, sources }) => part.summarize(sources));
    return this.#frame([{ name: 'total', kind: 'http', method: '', tags: [], selected: true, perPhase }]);
  }

  /** The run so far with one series (its place in the plan) alone. */
  summarizeOne(series: number): RunSummary {
    const entry = this.burst.series[series];
    return this.#frame(entry ? [summarizeSeries(entry, this.#parts[series] ?? [])] : []);
  }

  #frame(series: readonly SeriesSummary[]): RunSummary {
    const { name, profile, target, seed, startedAt } = this.burst;
    return {
      schemaVersion: 1,
      tool: { name: 'load-gate', version: '' },
      scenario: { name, file: '', hash: '', profile },
      target,
      seed,
      startedAt,
      durationMs: this.#clock.seconds * 1_000,
      ending: { state: 'complete' },
      environment: { node: '', platform: '', cpuModel: '', cores: 0, memoryBytes: 0, runnerImage: undefined },
      workers: 1,
      phases: this.burst.phases.map((plan, place) => this.#summarizePhase(plan, place)),
      series,
      health: UNKNOWN_HEALTH,
      transport: { connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} },
      imbalances: [],
      slowRequests: [],
      timeline: this.#timeline,
      server: [],
      levelChanges: this.#levelChanges,
      shards: [],
      engine: EMBEDDED_ENGINE,
    };
  }

  #summarizePhase(plan: PhaseSummary['plan'], place: number): PhaseSummary {
    const { startMs, endMs } = this.#clock.timesOf(place);
    const isIn = ({ second }: { readonly second: number }): boolean =>
      startMs !== undefined && endMs !== undefined && startMs <= second * 1_000 + 500 && second * 1_000 + 500 < endMs;
    const starts = this.#starts.filter(isIn);
    const started = starts.reduce((sum, { made }) => sum + made, 0);
    const dropped = starts.reduce((sum, each) => sum + each.dropped, 0);
    return {
      plan,
      startMs,
      endMs,
      iterations: { ...zeroIterations(), planned: started + dropped, started, dropped },
      peakUsers: this.#timeline.filter(isIn).reduce((most, { users }) => Math.max(most, users), 0),
    };
  }
}

function summarizeSeries(series: LiveBurst['series'][number], parts: readonly LivePart[]): SeriesSummary {
  return { ...series, perPhase: parts.map((part) => part.summarize()) };
}

const NO_TIMELINE: Omit<TimelineSecond, 'second' | 'users'> = {
  requests: 0,
  failures: 0,
  bytesReceived: 0,
  sumUs: 0,
  lowestUs: 0,
  highestUs: 0,
  service: EMPTY_DISTRIBUTION,
};

const UNKNOWN_HEALTH: GeneratorHealth = {
  scheduleLag: EMPTY_DISTRIBUTION,
  eventLoopDelay: EMPTY_DISTRIBUTION,
  busiestWorkerCpu: undefined,
  processCpuSeconds: 0,
  peakMemoryBytes: 0,
  missedRatio: 0,
  silentStretchesMs: [],
  clamped: 0,
};
