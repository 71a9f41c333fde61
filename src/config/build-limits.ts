import { entriesOf, keyPositionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseStatus } from './build-expectations.ts';
import type { Comparison, LatencySpan, Limit, Metric } from './sla.ts';
import { parseByteRate, parseDuration, parseRate, parseRatio } from '../units.ts';

/** How a metric's value is written, in the unit that the typed form has; and what a bare quantity means. */
interface Reading {
  readonly metric: Metric;
  readonly parse: (text: string) => number | undefined;
  readonly natural: Comparison;
}

/** The limits of a row; what is no limit is left out, the schema has reported it. */
export function buildLimits(row: Cursor): readonly Limit[] {
  return entriesOf(row).flatMap(([key, value]) => (key === 'status' ? buildStatusLimits(value) : (buildLimit(key, value) ?? [])));
}

/** `p95: 150ms`, `failures: "< 100"` → a limit; undefined for an unknown metric or a malformed value. */
export function buildLimit(key: string, value: Cursor): Limit | undefined {
  const reading = readingOf(key);
  return reading && readLimit(key, value, reading);
}

/** `error_rate` of a window, 0 … 1. */
export function buildErrorRate(value: Cursor): { comparison: Comparison; value: number } | undefined {
  return compare(textOf(value) ?? '', parseRatio, '<=');
}

/** In file order: an object of JavaScript has 503 before 2xx. */
function buildStatusLimits(status: Cursor): readonly Limit[] {
  const limits = entriesOf(status).flatMap(([code, value]) => {
    const range = parseStatus(code);
    const reading = range && { metric: { kind: 'status', ...range } as const, parse: parseCount, natural: '>=' as const };
    return (reading && readLimit(`status ${code}`, value, reading)) ?? [];
  });
  return limits.sort((left, right) => left.at.line - right.at.line || left.at.column - right.at.column);
}

function readLimit(key: string, cursor: Cursor, reading: Reading): Limit | undefined {
  const text = textOf(cursor) ?? '';
  const limit = compare(text, reading.parse, reading.natural);
  return limit && { metric: reading.metric, ...limit, text: `${key}: ${text}`, at: keyPositionOf(cursor) };
}

/**
 *   limit      = [ comparison ] quantity
 *   comparison = "<" | "<=" | ">" | ">=" | "==" | "!="
 */
function compare(text: string, parse: Reading['parse'], natural: Comparison): { comparison: Comparison; value: number } | undefined {
  const [, sign, quantity = ''] = /^(?:(<=|>=|==|!=|<|>) *)?(\S+)$/.exec(text) ?? [];
  const value = parse(quantity);
  return value === undefined ? undefined : { comparison: COMPARISONS.find((comparison) => comparison === sign) ?? natural, value };
}

const COMPARISONS: readonly Comparison[] = ['<', '<=', '>', '>=', '==', '!='];

const SPANS: readonly LatencySpan[] = ['service', 'ttfb', 'session'];

function readingOf(key: string): Reading | undefined {
  const [, span, percentile] = /^(?:(service|ttfb|session)_)?p(\d{1,2}(?:\.\d{1,4})?)$/.exec(key) ?? [];
  if (percentile !== undefined && Number(percentile) > 0) {
    return {
      metric: {
        kind: 'percentile',
        span: SPANS.find((known) => known === span) ?? 'latency',
        percentile: Number(percentile),
      },
      parse: parseMicroseconds,
      natural: '<=',
    };
  }
  switch (key) {
    case 'mean':
    case 'min':
    case 'max':
      return { metric: { kind: key, span: 'latency' }, parse: parseMicroseconds, natural: '<=' };
    case 'duration':
      return { metric: { kind: key }, parse: parseMicroseconds, natural: '<=' };
    case 'error_budget':
      return { metric: { kind: 'error-budget' }, parse: parseRatio, natural: '<=' };
    case 'failures':
    case 'drops':
    case 'late':
    case 'duplicates':
    case 'unmatched':
      return { metric: { kind: key }, parse: parseCount, natural: '<=' };
    case 'messages_in':
      return { metric: { kind: 'messages-in' }, parse: parseCount, natural: '>=' };
    case 'messages_out':
      return { metric: { kind: 'messages-out' }, parse: parseCount, natural: '>=' };
    case 'count':
    case 'concurrent':
      return { metric: { kind: key }, parse: parseCount, natural: '>=' };
    case 'throughput':
      return { metric: { kind: key }, parse: parseRate, natural: '>=' };
    case 'upload':
    case 'download':
      return { metric: { kind: key }, parse: parseByteRate, natural: '>=' };
    default:
      return undefined;
  }
}

/** Thousandths of a microsecond are kept, the noise of the multiplication is not: 1.1s is 1,100,000 µs. */
function parseMicroseconds(text: string): number | undefined {
  const ms = parseDuration(text);
  return ms === undefined ? undefined : Math.round(ms * 1e6) / 1e3;
}

function parseCount(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
