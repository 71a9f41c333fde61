import { inflateSync } from 'node:zlib';
import { messageOf } from '../../../gate-error.ts';
import { zeroRequests } from '../../../metrics/counts.ts';
import { mergeDistributions, type Distribution } from '../../../metrics/distribution.ts';
import type { Missing } from '../../../metrics/engine-info.ts';
import type { SeriesSummary, Slice } from '../../../metrics/run-summary.ts';
import { buildSeries } from '../build-series.ts';
import { NO_HEALTH, type Imported } from '../imported.ts';
import { ImportProblem } from '../import-problem.ts';
import type { NamedFile } from '../named-file.ts';
import { readLines } from '../read-lines.ts';
import { MOST_SERIES } from '../sample-book.ts';
import { Tally } from '../tally.ts';
import { decodeHistogram, HistogramProblem, unwrapCompressed } from './decode-histogram.ts';
import { parseLogLine, type LogLine, type LogUnit } from './parse-log-line.ts';

const FORMAT = 'an HdrHistogram log';
/** What an inflated histogram takes at most: a byte or two for each of its buckets, and few have more than 100,000. */
const MOST_BYTES = 16_000_000;
/** An interval of one second, as timers make them. */
const LONGEST_SECOND = 1.1;
const MICROSECONDS: Readonly<Record<LogUnit, number>> = { ns: 1e-3, us: 1, ms: 1_000 };

interface Interval {
  readonly tag: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
  readonly latency: Distribution;
}

/** HdrHistogram interval logs, of one or more machines; each tag is an endpoint. Throws ImportProblem, also where nobody says what the values count. */
export async function readHlog(files: readonly NamedFile[], unit: LogUnit | undefined): Promise<Imported> {
  let intervals: readonly Interval[] = [];
  for (const file of files) {
    const own = await readLog(file, unit);
    // Closed: a log that was put behind itself has twice the samples that a percentile needs.
    if (repeatsItself(own))
      throw new ImportProblem(
        { file: file.name, line: 1 },
        'it holds the same intervals more than once, and each would count again',
        'keep one of them',
      );
    intervals = intervals.concat(own);
  }
  const filled = intervals.filter(({ latency }) => latency.count > 0);
  const [name = ''] = files.map((file) => file.name);
  if (filled.length === 0) throw new ImportProblem({ file: name, line: 1 }, 'it holds no sample');
  const [firstMs, lastMs] = [
    filled.reduce((least, { startMs }) => Math.min(least, startMs), Infinity),
    filled.reduce((most, { endMs }) => Math.max(most, endMs), 0),
  ];
  const byTag = Map.groupBy(filled, ({ tag }) => tag);
  if (byTag.size > MOST_SERIES) throw new ImportProblem({ file: name, line: 1 }, `there are more than ${MOST_SERIES} tags`);
  const startedAtMs = Math.floor(firstMs / 1_000) * 1_000;
  const isFine = filled.every(({ startMs, endMs }) => endMs - startMs <= LONGEST_SECOND * 1_000);
  const series = [...byTag].map(([tag, own]) => mergeIntervals(tag, own, isFine ? startedAtMs : undefined));
  return {
    format: FORMAT,
    missing: listMissing(isFine),
    series: series.sort((left, right) => (left.name < right.name ? -1 : 1)),
    startedAtMs,
    startMs: firstMs - startedAtMs,
    endMs: lastMs - startedAtMs,
    timeline: [],
    iterations: 0,
    peakUsers: 0,
    target: '',
  };
}

async function readLog({ path, name: file }: NamedFile, given: LogUnit | undefined): Promise<readonly Interval[]> {
  const intervals: Interval[] = [];
  const clock = { startSec: 0, baseSec: undefined as number | undefined };
  let unit = given;
  for await (const { firstLine, lines } of readLines(path, file, true)) {
    for (const [place, text] of lines.entries()) {
      const at = { file, line: firstLine + place };
      const line = parseLogLine(text);
      if (line.kind === 'wrong') throw new ImportProblem(at, line.why, 'expected is an HdrHistogram interval log, such as latency.hlog');
      if (line.kind === 'start') clock.startSec = line.sec;
      if (line.kind === 'base') clock.baseSec = line.sec;
      if (line.kind === 'unit') {
        // Closed: microseconds that are taken for nanoseconds keep every promise.
        if (given !== undefined && given !== line.unit)
          throw new ImportProblem(at, `the log says that its values are ${line.unit}, and --unit says ${given}`, 'leave --unit out');
        unit = line.unit;
      }
      if (line.kind === 'interval') intervals.push(readInterval(line, { at, unit, clock }));
    }
  }
  return intervals;
}

/** Whether all of it is its beginning, two or more times. */
function repeatsItself(intervals: readonly Interval[]): boolean {
  const length = intervals.findIndex((one, place) => place > 0 && isSame(one, intervals[0]));
  return length > 0 && intervals.length % length === 0 && intervals.every((one, place) => isSame(one, intervals[place % length]));
}

function isSame({ tag, startMs, endMs, latency }: Interval, other: Interval | undefined): boolean {
  if (!other || other.tag !== tag || other.startMs !== startMs || other.endMs !== endMs) return false;
  return JSON.stringify(other.latency) === JSON.stringify(latency);
}

const YEAR_SEC = 365 * 24 * 3_600;

function readInterval(
  { tag, startSec, lengthSec, histogram }: Extract<LogLine, { kind: 'interval' }>,
  {
    at,
    unit,
    clock,
  }: {
    readonly at: { readonly file: string; readonly line: number };
    readonly unit: LogUnit | undefined;
    readonly clock: { readonly startSec: number; baseSec: number | undefined };
  },
): Interval {
  // Closed: a thousandth of what it was would pass everything.
  if (unit === undefined)
    throw new ImportProblem(at, 'the log does not say what its values count', 'say it: --unit ns, --unit us or --unit ms');
  // As HistogramLogReader has it: without a base, times of more than a year before the start count from the start.
  clock.baseSec ??= startSec < clock.startSec - YEAR_SEC ? clock.startSec : 0;
  const startMs = (clock.baseSec + startSec) * 1_000;
  return { tag, startMs, endMs: startMs + lengthSec * 1_000, latency: decode(histogram, MICROSECONDS[unit], at) };
}

function decode(base64: string, perUnit: number, at: { readonly file: string; readonly line: number }): Distribution {
  try {
    const inflated = inflateSync(unwrapCompressed(Buffer.from(base64, 'base64')), { maxOutputLength: MOST_BYTES });
    const tally = new Tally();
    for (const { highest, count } of decodeHistogram(inflated)) tally.add(Math.ceil(highest * perUnit), count);
    return tally.toDistribution();
  } catch (thrown) {
    if (thrown instanceof HistogramProblem) throw new ImportProblem(at, `the histogram ${thrown.message}`);
    if (thrown instanceof RangeError && !('code' in thrown))
      throw new ImportProblem(at, 'a value is longer than an hour', 'say what values count: --unit ns, --unit us or --unit ms');
    throw new ImportProblem(at, `the histogram cannot be unpacked: ${messageOf(thrown)}`);
  }
}

/** Without `startedAtMs` intervals are too long to be seconds. */
function mergeIntervals(tag: string | undefined, intervals: readonly Interval[], startedAtMs: number | undefined): SeriesSummary {
  const latency = mergeDistributions(intervals.map((interval) => interval.latency));
  const bySecond =
    startedAtMs === undefined
      ? new Map<number, Interval[]>()
      : Map.groupBy(intervals, ({ startMs, endMs }) => Math.floor(((startMs + endMs) / 2 - startedAtMs) / 1_000));
  const slices = [...bySecond].map(([second, own]): Slice => {
    const merged = mergeDistributions(own.map((interval) => interval.latency));
    return { second, ok: merged.count, failed: 0, censored: 0, latency: merged };
  });
  const counts = { ...zeroRequests(), started: latency.count, ok: latency.count, okBeforeEnd: latency.count };
  return buildSeries(
    { name: nameTag(tag), kind: 'http', method: '' },
    { counts, latency, service: latency, slices: slices.sort((left, right) => left.second - right.second) },
  );
}

/** A tag has no space: `GET_/health` of our own logs is `GET /health`. */
function nameTag(tag: string | undefined): string {
  return tag === undefined ? 'all requests' : tag.replace(/^([A-Z]{2,7}|ws|receive)_(?=\/)/, '$1 ');
}

function listMissing(hasSeconds: boolean): readonly Missing[] {
  return [
    NO_HEALTH,
    {
      facets: [],
      sentence: `${FORMAT} does not say what its values are: they are taken as latencies of successes, each as the highest value of its bucket`,
    },
    { facets: ['failures'], sentence: `${FORMAT} does not say how many requests failed` },
    {
      facets: ['statuses', 'first byte', 'bytes sent', 'bytes received', 'connections', 'sessions', 'messages', 'matching'],
      sentence: `${FORMAT} has no statuses, no times to the first byte, no bytes, and nothing of WebSockets`,
    },
    ...(hasSeconds ? [] : [{ facets: ['seconds'] as const, sentence: 'the intervals of the log are longer than a second' }]),
  ];
}
