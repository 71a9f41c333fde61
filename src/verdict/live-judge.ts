import type { Sla } from '../config/sla.ts';
import type { LiveCheck } from '../metrics/live-snapshot.ts';
import type { RunSummary, SeriesPhase } from '../metrics/run-summary.ts';
import type { PlannedPhase, Series } from '../plan/plan.ts';
import { planTimes, type PhaseTimes } from '../plan/plan-times.ts';
import { formatNumber } from '../units.ts';
import { checkSla } from './check-sla.ts';
import { checkWatched } from './check-windows.ts';
import { isSecondOf } from './list-judged-seconds.ts';
import type { Check } from './verdict.ts';
import type { CompletedSecond } from './window-watch.ts';
import { WindowWatch } from './window-watch.ts';

/** How the promises stand while a run goes on. */
export interface LiveJudgement {
  readonly checks: readonly LiveCheck[];
  /** The rule whose `abort` has fired; undefined: go on. */
  readonly abort: string | undefined;
}

/** What grows towards what is promised: below it says nothing before the end. */
const GROWING = /^(?:throughput|count|upload|download|concurrent|messages_(?:in|out)|status\b.*|duration)$/;

/** Looks at the promises second by second, for views and for `abort`. The verdict does not read it: that is made of the whole run. */
export class LiveJudge {
  readonly #sla: Sla;
  readonly #phases: readonly PlannedPhase[];
  readonly #series: readonly Series[];
  readonly #watch: WindowWatch;
  readonly #times: readonly PhaseTimes[];
  readonly #judged: readonly PhaseTimes[];

  constructor(sla: Sla, plan: { readonly phases: readonly PlannedPhase[]; readonly series: readonly Series[] }) {
    this.#sla = sla;
    this.#phases = plan.phases;
    this.#series = plan.series;
    this.#watch = new WindowWatch(sla, plan);
    this.#times = planTimes(plan.phases);
    this.#judged = this.#times.filter((_, index) => plan.phases[index]?.warmup === false && plan.phases[index]?.model !== 'pause');
  }

  /** Takes in a second that is complete; `summarize` gives what a series measured so far, phase by phase. */
  judge(second: CompletedSecond, summarize: (series: number) => readonly SeriesPhase[]): LiveJudgement {
    // Without planned times (after fixed work) windows are judged afterwards, from the same slices.
    const fired = isSecondOf(this.#judged, second.second) ? this.#watch.feed(second)[0] : undefined;
    const run = this.#interim(second.second, summarize);
    const rows = checkSla(run, this.#sla, undefined).flatMap((check) => tellCheck(check, isUndecided(check)));
    const names = new Map<string, number>();
    const windows = this.#watch.watched.flatMap((watched) => tellCheck(checkWatched(watched, run, names), !watched.streak.fired));
    const subject = fired?.scope.kind === 'series' ? fired.scope.name : 'total';
    return { checks: [...rows, ...windows], abort: fired && `${subject}: ${fired.rule.text}` };
  }

  /** The run as if it ended with this second. */
  #interim(second: number, summarize: (series: number) => readonly SeriesPhase[]): Pick<RunSummary, 'phases' | 'series'> {
    const nowMs = (second + 1) * 1_000;
    const none = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
    return {
      phases: this.#phases.map((plan, index) => {
        const times = this.#times[index];
        const hasBegun = times !== undefined && times.startMs < nowMs;
        return {
          plan,
          startMs: hasBegun ? times.startMs : undefined,
          endMs: hasBegun ? Math.min(times.endMs ?? nowMs, nowMs) : undefined,
          iterations: none,
          peakUsers: 0,
        };
      }),
      series: this.#series.map((series, index) => ({ ...series, perPhase: summarize(index) })),
    };
  }
}

/** Below a lower limit it may still come; beyond an upper one what grows is broken for good. */
function isUndecided({ metric, limit }: Check): boolean {
  return GROWING.test(metric) && !/^[≤<]/.test(limit);
}

/** What was filtered out is not shown. `mayHeal`: what is broken now may still be kept in the end. */
function tellCheck(check: Check, mayHeal: boolean): readonly LiveCheck[] {
  const { name, limit, series, metric, kind, phase } = check;
  const base = { name, limit, series, metric, scope: kind === 'window' ? 'window' : phase === undefined ? 'run' : 'phase' } as const;
  switch (check.state) {
    case 'skipped':
      return [];
    case 'no-data': {
      const { samples } = check;
      return [
        { ...base, state: 'waiting', observed: samples === 0 ? '' : `${formatNumber(samples, 0)} ${samples === 1 ? 'sample' : 'samples'}` },
      ];
    }
    case 'passed':
      return [{ ...base, state: 'holding', observed: check.observed.text }];
    case 'breached':
      return [{ ...base, state: mayHeal ? 'waiting' : check.severity === 'warn' ? 'warning' : 'broken', observed: check.observed.text }];
  }
}
