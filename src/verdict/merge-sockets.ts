import { addCounts, attemptsOf, zeroMessages, zeroRequests } from '../metrics/counts.ts';
import type { PhaseSummary, RequestCounts, SeriesPhase, SocketCounts } from '../metrics/run-summary.ts';

/** WebSockets of one or more series in one or more phases. */
export interface SocketView {
  readonly messages: SocketCounts;
  /** Most held at once in any of the phases. Of several series: at least so many. 0: none. */
  readonly concurrent: number;
  /** Connections that earlier phases had opened and that were open in these: at least so many. They can be dropped without an attempt. */
  readonly carried: number;
}

/** `series[i][j]` is series i in phase j. */
export function mergeSockets(series: readonly (readonly SeriesPhase[])[], phases: readonly PhaseSummary[]): SocketView {
  const messages = zeroMessages();
  for (const { socket } of series.flat()) if (socket) addCounts(messages, socket.counts);
  return {
    messages,
    concurrent: Math.max(mostOfOne(series.flat()), ...phases.map((phase, place) => mostTogether(series, phase, place))),
    carried: series.reduce((sum, parts) => sum + countCarried(parts), 0),
  };
}

/** What failures are a share of: the attempts, and the connections that were there before. 0: nothing was attempted, and nothing was held. */
export function chargeableOf({ counts, carried }: { readonly counts: RequestCounts; readonly carried: number }): number {
  return attemptsOf(counts) + carried;
}

/**
 * Of one series in some phases: what it held and did not open in them. Each connection that was dropped was either opened here (an `ok`) or
 * carried over, so there were at least drops − ok of these, and failures are never more than attempts + carried.
 */
export function countCarried(parts: readonly SeriesPhase[]): number {
  const counts = zeroRequests();
  for (const part of parts) addCounts(counts, part.counts);
  return Math.max(0, mostOfOne(parts) - attemptsOf(counts), counts.drops - counts.ok);
}

function mostOfOne(parts: readonly SeriesPhase[]): number {
  return parts.reduce((most, { socket }) => Math.max(most, socket?.concurrent ?? 0), 0);
}

/** All series at the end of the same second of a phase, its drain left out. */
function mostTogether(series: readonly (readonly SeriesPhase[])[], { endMs }: PhaseSummary, place: number): number {
  const bySecond = new Map<number, number>();
  let most = 0;
  for (const parts of series) {
    for (const { second, open } of parts[place]?.socket?.seconds ?? []) {
      if (second * 1_000 >= (endMs ?? Number.POSITIVE_INFINITY)) continue;
      const together = (bySecond.get(second) ?? 0) + open;
      bySecond.set(second, together);
      most = Math.max(most, together);
    }
  }
  return most;
}
