import type { IterationBook, PhaseSummary } from '../metrics/run-summary.ts';
import { both, count, maybe, number, object, optional, positive, tagged, text, truth, word, type Decoder } from './decode-json.ts';

type AnyPhase = PhaseSummary['plan'];
type Model<Name extends AnyPhase['model']> = Omit<Extract<AnyPhase, { model: Name }>, 'name' | 'warmup'>;

const plannedPhase: Decoder<AnyPhase> = both(
  object<{ name: string; warmup: boolean }>({ name: text, warmup: truth }),
  tagged<Model<'open'> | Model<'closed'> | Model<'iterations'> | Model<'pause'> | Model<'foreign'>>('model', {
    open: object<Model<'open'>>({
      model: word('open'),
      fromRatePerSec: number,
      ratePerSec: number,
      rampMs: number,
      durationMs: number,
      arrivals: word('even', 'poisson'),
      maxUsers: count,
      plannedArrivals: count,
    }),
    closed: both(
      object<Omit<Model<'closed'>, 'spawnRatePerSec'>>({
        model: word('closed'),
        fromUsers: count,
        users: count,
        rampMs: number,
        durationMs: number,
      }),
      // Absent where the ramp has its own time, and in files of older versions.
      maybe('spawnRatePerSec', positive),
    ),
    iterations: object<Model<'iterations'>>({ model: word('iterations'), iterations: count, users: count, durationMs: number }),
    pause: object<Model<'pause'>>({ model: word('pause'), durationMs: number }),
    foreign: object<Model<'foreign'>>({ model: word('foreign'), durationMs: number }),
  }),
);

/** One of `run.phases` of results.json. */
export const decodePhase: Decoder<PhaseSummary> = object<PhaseSummary>({
  plan: plannedPhase,
  startMs: optional(number),
  endMs: optional(number),
  iterations: object<IterationBook>({
    planned: count,
    started: count,
    dropped: count,
    missed: count,
    ok: count,
    failed: count,
    cut: count,
    interrupted: count,
  }),
  peakUsers: count,
});
