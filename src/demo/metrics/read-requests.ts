import type { Figure } from '../backend/backend-dials.ts';
import type { RouteRecord, RouteState } from '../route-state.ts';

/** Where requests are counted: `routes` are those of the present dials. */
export interface RequestSources {
  readonly records: readonly RouteRecord[];
  readonly routes: readonly RouteState[];
}

/** A number over the requests of some routes. */
export function readRequests(of: Extract<Figure, { figure: 'requests' }>['of'], { records, routes }: RequestSources): number {
  const sum = (read: (record: RouteRecord) => number): number => records.reduce((total, record) => total + read(record), 0);
  switch (of) {
    case 'received':
      return sum(({ tally }) => tally.requests);
    case 'in_flight':
      return sum(({ tally }) => tally.inFlight);
    case 'limited':
      return sum(({ tally }) => tally.limited);
    case 'short_circuited':
      return sum(({ tally }) => tally.shortCircuited);
    case 'breaker_trips':
      return sum(({ trips }) => trips);
    case 'breaker_open':
      return routes.filter(({ record, breaker }) => records.includes(record) && breaker?.isOpen === true).length;
  }
}
