import { messageOf } from '../gate-error.ts';
import { QueryRefused } from './prometheus.ts';
import { pause } from './row-probe.ts';

const ATTEMPTS = 3;
const BETWEEN_MS = 2_000;

/** What came of asking up to three times, with the reason of each time that nothing did. What is refused is not asked again. */
export type Asked<T> = { readonly problems: readonly string[] } & ({ readonly ok: true; readonly value: T } | { readonly ok: false });

/** Asks until there is an answer: a moment of trouble must not cost a whole run its promises. */
export async function askAgain<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<Asked<T>> {
  const problems: string[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
    try {
      return { ok: true, value: await ask(), problems };
    } catch (thrown) {
      problems.push(messageOf(thrown));
      if (thrown instanceof QueryRefused) break;
      await pause(attempt < ATTEMPTS ? BETWEEN_MS : 0, signal);
    }
  }
  return { ok: false, problems };
}
