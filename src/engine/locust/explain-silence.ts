import { formatDuration } from '../../units.ts';
import type { LocustTerms, LocustWorkers } from './locust-terms.ts';

/** Python starts, workers come, the burst runs, all has been said, nothing is left of it. */
export type BurstState = 'starting' | 'waiting' | 'running' | 'ended' | 'settled';

/** What is known of a burst, times in ms. */
export interface Silence {
  readonly state: BurstState;
  /** Since it is in that state. */
  readonly stateMs: number;
  /** Since Locust was last heard. */
  readonly quietMs: number;
  /** Since the burst began; negative before. */
  readonly elapsedMs: number;
}

export interface SilenceLimits extends LocustTerms {
  readonly workers: LocustWorkers;
  readonly timeBoxMs: number;
}

/** What has lasted too long, in a sentence without its full stop; undefined: nothing. */
export function explainSilence({ state, stateMs, quietMs, elapsedMs }: Silence, limits: SilenceLimits): string | undefined {
  const { startMs, waitMs, silentMs, timeBoxMs, workers } = limits;
  switch (state) {
    case 'starting':
      return stateMs < startMs ? undefined : `Locust did not start within ${formatDuration(startMs)}`;
    case 'waiting': {
      const limitMs = waitMs[workers.kind];
      const all = workers.count === 1 ? 'the Locust worker did not come' : `the ${workers.count} Locust workers were not all there`;
      const advice = workers.kind === 'expected' ? ' (start what is missing by then, where it reaches the port of this machine)' : '';
      return stateMs < limitMs ? undefined : `${all} within ${formatDuration(limitMs)}${advice}`;
    }
    case 'running':
      if (elapsedMs >= 0 && quietMs >= silentMs) return `Locust has reported nothing for ${formatDuration(silentMs)}`;
      return elapsedMs > timeBoxMs + silentMs ? 'Locust went on beyond the time box' : undefined;
    case 'ended':
    case 'settled':
      return undefined;
  }
}
