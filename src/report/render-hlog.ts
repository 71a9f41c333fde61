import { mergeDistributions, type Distribution } from '../metrics/distribution.ts';
import { encodeHistogram } from '../metrics/histogram.ts';
import { cleanText } from './clean-text.ts';
import type { Report } from './report.ts';
import { summarizeEndpoints, type EndpointSummary } from './summarize-endpoints.ts';

/** One series in one interval. */
interface Line {
  readonly startSecond: number;
  readonly tag: string;
  readonly latency: Distribution;
}

/** Whole seconds that one line may stand for. */
const INTERVALS = [1, 2, 5, 10, 15, 30, 60] as const;
/** What the file may take, and what a line and a bucket of it take at most: a count and the gap before it are three bytes, in base64 four. */
const MOST_BYTES = 900_000;
const BYTES_PER_LINE = 80;
const BYTES_PER_BUCKET = 4;

/**
 * latency.hlog: an HdrHistogram interval log, format 1.3, with one line for each series and interval in which something succeeded. Microseconds from the
 * intended start, over all phases but warm-ups, so that the lines of a tag add up to what is judged. Intervals are 1 s long, or as much longer as keeps the
 * file below 1 MB (a minute at most, whatever comes of it).
 */
export function renderHlog({ run }: Report): string {
  const { rows } = summarizeEndpoints(run);
  const tags = nameTags(rows.map(({ name }) => name));
  const { seconds, lines } = chooseIntervals(rows, tags);
  const startedMs = Date.parse(run.startedAt);
  const startSec = (startedMs / 1_000).toFixed(3);
  return [
    '#[Histogram log format version 1.3]',
    `#[StartTime: ${startSec} (seconds since epoch), ${new Date(startedMs).toISOString()}]`,
    `#[BaseTime: ${startSec} (seconds since epoch)]`,
    '#[Values: microseconds from the intended start, of successes; Interval_Max: milliseconds]',
    '"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"',
    ...lines.map((line) => renderLine(line, seconds)),
    '',
  ].join('\n');
}

function renderLine({ startSecond, tag, latency }: Line, seconds: number): string {
  const maxMs = (latency.highestUs / 1_000).toFixed(3);
  return `Tag=${tag},${startSecond.toFixed(3)},${seconds.toFixed(3)},${maxMs},${encodeHistogram(latency)}`;
}

function chooseIntervals(rows: readonly EndpointSummary[], tags: readonly string[]): { readonly seconds: number; readonly lines: Line[] } {
  for (const seconds of INTERVALS) {
    const lines = listLines(rows, tags, seconds);
    const bytes = lines.reduce((sum, { latency }) => sum + BYTES_PER_LINE + BYTES_PER_BUCKET * latency.buckets.length, 0);
    if (bytes <= MOST_BYTES || seconds === INTERVALS.at(-1)) return { seconds, lines };
  }
  throw new Error('there are no intervals to choose from');
}

/** By time, then in the order of the plan. */
function listLines(rows: readonly EndpointSummary[], tags: readonly string[], seconds: number): Line[] {
  return rows
    .flatMap(({ slices }, index) => {
      const byStart = Map.groupBy(
        slices.filter(({ latency }) => latency.count > 0),
        ({ second }) => second - (second % seconds),
      );
      return [...byStart].map(([startSecond, parts]) => ({
        startSecond,
        tag: tags[index] ?? '',
        latency: mergeDistributions(parts.map(({ latency }) => latency)),
      }));
    })
    .sort((left, right) => left.startSecond - right.startSecond);
}

/** A tag has no comma, space or line break (AbstractHistogram.setTag); names that become the same get a number. */
function nameTags(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = cleanText(name).replace(/[\s,]+/g, '_') || '_';
    let tag = plain;
    for (let nth = 2; taken.has(tag); nth++) tag = `${plain}~${nth}`;
    taken.add(tag);
    return tag;
  });
}
