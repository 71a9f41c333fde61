import type { SocketSummary } from '../../src/metrics/run-summary.ts';
import type { SecondInput, SeriesInput } from './build-run-summary.ts';

interface SocketPlace {
  readonly firstSecond: number;
  readonly phaseSeconds: number;
  readonly messages: SeriesInput['messages'];
}

/** WebSockets of a series in one phase; what `messages` says is added to what the seconds hold. */
export function buildSocketSummary(traffic: readonly SecondInput[], { firstSecond, phaseSeconds, messages }: SocketPlace): SocketSummary {
  const seconds = traffic.map(({ open = 0, messagesIn = 0, messagesOut = 0 }, index) => ({
    second: firstSecond + index,
    open,
    messagesIn,
    messagesOut,
  }));
  const counts = {
    messagesIn: seconds.reduce((total, second) => total + second.messagesIn, 0),
    messagesOut: seconds.reduce((total, second) => total + second.messagesOut, 0),
    unmatched: 0,
    late: 0,
    duplicates: 0,
  };
  return {
    counts: traffic.length > 0 ? { ...counts, ...messages } : counts,
    concurrent: Math.max(0, ...seconds.slice(0, phaseSeconds).map(({ open }) => open)),
    seconds: seconds.filter((second) => second.open + second.messagesIn + second.messagesOut > 0),
  };
}
