import { parseDuration } from '../units.ts';
import type { StartAt } from './request.ts';

/** The form of the value, for messages. */
export const START_AT_FORM = 'a time with its zone such as 2026-03-01T12:00:00Z, or +2m from now';

const MOMENT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * When a burst begins:
 *
 *   value = date "T" hours ":" minutes [ ":" seconds [ "." digits ] ] zone | "+" duration
 *   zone  = "Z" | ( "+" | "-" ) hours ":" minutes
 *
 * Undefined for anything else. A time without a zone is another one on each machine, and is none (closed).
 */
export function parseStartAt(value: string): StartAt | undefined {
  if (value.startsWith('+')) {
    const ms = parseDuration(value.slice(1));
    return ms === undefined || ms <= 0 ? undefined : { kind: 'in', ms };
  }
  const day = MOMENT.exec(value)?.[1];
  const ms = Date.parse(value);
  if (day === undefined || Number.isNaN(ms) || !isDay(day)) return undefined;
  return { kind: 'at', ms };
}

/** `Date.parse` takes the 31st of February for a day of March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
