/** One line of an HdrHistogram interval log. */
export type LogLine =
  | {
      readonly kind: 'interval';
      readonly tag: string | undefined;
      readonly startSec: number;
      readonly lengthSec: number;
      readonly histogram: string;
    }
  | { readonly kind: 'start' | 'base'; readonly sec: number }
  /** Our own logs say what their values are. */
  | { readonly kind: 'unit'; readonly unit: LogUnit }
  | { readonly kind: 'other' }
  | { readonly kind: 'wrong'; readonly why: string };

/** What a value of the log counts. */
export type LogUnit = 'ns' | 'us' | 'ms';

const OTHER: LogLine = Object.freeze({ kind: 'other' });
const OUR_UNIT = '#[Values: microseconds';

/** `[Tag=NAME,]start,length,max,histogram` in seconds, or one of the comments that mean something. */
export function parseLogLine(text: string): LogLine {
  const line = text.replace(/\r$/, '');
  if (line.startsWith('#')) return parseComment(line);
  if (line.trim() === '' || line.startsWith('"StartTimestamp"')) return OTHER;
  const fields = line.split(',').map((field) => field.trim());
  const tag = fields[0]?.startsWith('Tag=') === true ? fields.shift()?.slice('Tag='.length) : undefined;
  const [start = '', length = '', most = '', histogram = ''] = fields;
  if (fields.length !== 4 || tag === '') return wrong('this is no line of an HdrHistogram log');
  const [startSec, lengthSec] = [readNumber(start), readNumber(length)];
  if (startSec === undefined || lengthSec === undefined || readNumber(most) === undefined)
    return wrong('an interval needs a start, a length and a highest value, in numbers from 0');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(histogram)) return wrong('the histogram is no base64');
  return { kind: 'interval', tag, startSec, lengthSec, histogram };
}

function parseComment(line: string): LogLine {
  if (line.startsWith(OUR_UNIT)) return { kind: 'unit', unit: 'us' };
  const [, what, number = ''] = /^#\[(StartTime|BaseTime):\s*(\S+)/.exec(line) ?? [];
  if (what === undefined) return OTHER;
  const sec = readNumber(number);
  if (sec === undefined) return wrong(`${what} must be a number of seconds`);
  return { kind: what === 'StartTime' ? 'start' : 'base', sec };
}

function readNumber(text: string): number | undefined {
  const number = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

function wrong(why: string): LogLine {
  return { kind: 'wrong', why };
}
