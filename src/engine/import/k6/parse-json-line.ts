import { READ_METRICS, isRead, type K6Point } from './point.ts';

/** A point that counts, the first words of a metric that is read, `other` for a line that does not count, or what is wrong with it. */
export type ParsedPoint =
  | { readonly kind: 'point'; readonly point: K6Point }
  | { readonly kind: 'definition'; readonly metric: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'wrong'; readonly why: string };

const OTHER: ParsedPoint = Object.freeze({ kind: 'other' });
/** Nine lines in ten are of metrics that nobody reads: they are not parsed. */
const MAY_COUNT = new RegExp(`"metric":\\s?"(?:${READ_METRICS.join('|')})"`);
const LONGEST_SHOWN = 60;

/** One line of `k6 run --out json=`. */
export function parseJsonLine(line: string): ParsedPoint {
  if (!MAY_COUNT.test(line)) return isEnvelope(line) ? OTHER : wrong(`this is no line of k6's JSON output: ${show(line)}`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return wrong(`this line is no JSON: ${show(line)}`);
  }
  const { type, metric, data } = (isObject(parsed) ? parsed : {}) as Readonly<Record<string, unknown>>;
  if (type === 'Metric' && typeof metric === 'string') return { kind: 'definition', metric };
  if (type !== 'Point' || typeof metric !== 'string') return wrong(`this is no line of k6's JSON output: ${show(line)}`);
  if (!isRead(metric)) return OTHER;
  const { time, value, tags } = (isObject(data) ? data : {}) as Readonly<Record<string, unknown>>;
  const timeMs = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (!Number.isFinite(timeMs)) return wrong(`${metric} has no time`);
  if (typeof value !== 'number' || !(value >= 0 && Number.isFinite(value))) return wrong(`${metric} must have a value of 0 or more`);
  return { kind: 'point', point: { metric, timeMs, value, tags: readTags(tags) } };
}

function isEnvelope(line: string): boolean {
  return line.startsWith('{') && (line.endsWith('}') || line.endsWith('}\r')) && line.includes('"metric":');
}

/** k6's tags are texts; anything else is none. */
function readTags(tags: unknown): Readonly<Record<string, string>> {
  if (!isObject(tags)) return {};
  const own = tags as Readonly<Record<string, unknown>>;
  const isText = ([, value]: readonly [string, unknown]): boolean => typeof value === 'string';
  // A copy of each would cost as much as all the rest.
  if (Object.values(own).every((value) => typeof value === 'string')) return own as Readonly<Record<string, string>>;
  return Object.fromEntries(Object.entries(own).filter(isText)) as Readonly<Record<string, string>>;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(why: string): ParsedPoint {
  return { kind: 'wrong', why };
}

function show(line: string): string {
  return JSON.stringify(line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line);
}
