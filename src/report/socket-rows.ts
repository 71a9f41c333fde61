import { formatNumber } from '../units.ts';
import { formatPercentile, NOTHING } from './format-reading.ts';
import type { EndpointSummaries, EndpointSummary } from './summarize-endpoints.ts';

/** The figures of `socketFigures`, in its order. */
export const SOCKET_TITLES = ['most at once', 'opened', 'drops', 'in', 'out', 'unmatched', 'late', 'twice', 'session p50', 'p95'] as const;

/** The series of WebSockets that were selected, in the order of the plan; empty: a scenario without any. */
export function listSocketRows({ rows }: EndpointSummaries): readonly EndpointSummary[] {
  return rows.filter(({ kind, selected }) => selected && (kind === 'ws' || kind === 'receive'));
}

/** What a connection and what a `receive` step can have; a dash where it can have none. */
export function socketFigures({ kind, counts, concurrent, messages, session, knowsConnections }: EndpointSummary): readonly string[] {
  const of = (owner: 'ws' | 'receive', count: number): string => (kind === owner ? formatNumber(count, 0) : NOTHING);
  const kept = (figure: string): string => (knowsConnections ? figure : NOTHING);
  return [
    kept(of('ws', concurrent)),
    of('ws', counts.ok),
    kept(of('ws', counts.drops)),
    of('ws', messages.messagesIn),
    of('ws', messages.messagesOut),
    kept(of('ws', messages.unmatched)),
    of('receive', messages.late),
    of('receive', messages.duplicates),
    formatPercentile(session, 50),
    formatPercentile(session, 95),
  ];
}
