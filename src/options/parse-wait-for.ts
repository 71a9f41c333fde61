import { parseDuration } from '../units.ts';
import type { WaitFor } from './request.ts';

const DEFAULT_WITHIN_MS = 300_000;
const LONGEST = 2_000;

/** The form of the value, for messages. */
export const WAIT_FOR_FORM = '/version, /version contains TEXT or /version = TEXT, each with " within 5m" if need be';

/**
 * What must answer before any load:
 *
 *   value = path [ " contains " text | " = " text ] [ " within " duration ]
 *   path  = a path of the target from "/", or a whole http or https URL; no spaces
 *   text  = one line; white space around it does not count
 *
 * The last ` within ` that a duration follows is the time; 5 minutes without one. Undefined for anything else, a text that is empty among it: that is most
 * often a variable of the workflow that was not set, and everything contains it (closed). `${` is refused, because nothing is substituted here.
 */
export function parseWaitFor(value: string): WaitFor | undefined {
  // oxlint-disable-next-line no-control-regex
  if (value.length > LONGEST || /[\u0000-\u001f\u007f]|\$\{/.test(value)) return undefined;
  const { rest, withinMs } = splitWithin(value.trim());
  if (withinMs === undefined || withinMs <= 0) return undefined;
  const [, path = '', operator, text = ''] = /^(\S+)(?:\s+(contains|=)(?:\s+(.*))?)?$/.exec(rest) ?? [];
  if (!isPath(path)) return undefined;
  if (operator === undefined) return { path, test: { kind: 'answers' }, withinMs };
  const wanted = text.trim();
  return wanted === '' ? undefined : { path, test: { kind: operator === '=' ? 'equals' : 'contains', text: wanted }, withinMs };
}

function splitWithin(value: string): { readonly rest: string; readonly withinMs: number | undefined } {
  const [, rest, time = ''] = /^(.*\S)\s+within\s+(\S+)$/.exec(value) ?? [];
  const withinMs = parseDuration(time);
  if (rest !== undefined && withinMs !== undefined) return { rest, withinMs };
  // `contains served within budget` is a text; a path with a time that is none is a mistake.
  const isMistake = /^\S+\s+within\b/.test(value);
  return { rest: value, withinMs: isMistake ? undefined : DEFAULT_WITHIN_MS };
}

function isPath(path: string): boolean {
  if (/^https?:\/\//i.test(path)) return URL.canParse(path);
  return path.startsWith('/') && !path.startsWith('//');
}
