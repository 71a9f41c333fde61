import type { TimelineSecond } from '../metrics/run-summary.ts';
import { distribution } from './decode-distribution.ts';
import { count, DecodeProblem, list, object, text, type Decoder } from './decode-json.ts';
import { encodeDistribution } from './encode-distribution.ts';

/** The timeline by columns, which all have one entry for each second: a third smaller than objects, and what plotting wants. */
export interface EncodedTimeline {
  readonly second: readonly number[];
  readonly users: readonly number[];
  readonly requests: readonly number[];
  readonly failures: readonly number[];
  readonly bytesReceived: readonly number[];
  readonly sumUs: readonly number[];
  readonly lowestUs: readonly number[];
  readonly highestUs: readonly number[];
  readonly service: readonly string[];
}

/** As results.json has it; empty columns for an empty timeline. */
export function encodeTimeline(timeline: readonly TimelineSecond[]): EncodedTimeline {
  const column = (key: Exclude<keyof TimelineSecond, 'service'>): readonly number[] => timeline.map((second) => second[key]);
  return {
    second: column('second'),
    users: column('users'),
    requests: column('requests'),
    failures: column('failures'),
    bytesReceived: column('bytesReceived'),
    sumUs: column('sumUs'),
    lowestUs: column('lowestUs'),
    highestUs: column('highestUs'),
    service: timeline.map(({ service }) => encodeDistribution(service)),
  };
}

const counts = list(count);
const columns: Decoder<EncodedTimeline> = object<EncodedTimeline>({
  second: counts,
  users: counts,
  requests: counts,
  failures: counts,
  bytesReceived: counts,
  sumUs: counts,
  lowestUs: counts,
  highestUs: counts,
  service: list(text),
});

/** `run.timeline` of results.json; empty where it is absent, as in files of older versions. */
export const decodeTimeline: Decoder<readonly TimelineSecond[]> = (value, path) => {
  if (value === undefined) return [];
  const encoded = columns(value, path);
  const length = encoded.second.length;
  const odd = Object.entries(encoded).find(([, column]: [string, readonly unknown[]]) => column.length !== length);
  if (odd) throw new DecodeProblem(`${path}.${odd[0]} must have one entry for each of the ${length} seconds`);
  return encoded.second.map((second, index) => {
    // Each column is as long as the first.
    const at = (key: Exclude<keyof EncodedTimeline, 'service'>): number => encoded[key][index] ?? 0;
    return {
      second,
      users: at('users'),
      requests: at('requests'),
      failures: at('failures'),
      bytesReceived: at('bytesReceived'),
      sumUs: at('sumUs'),
      lowestUs: at('lowestUs'),
      highestUs: at('highestUs'),
      service: distribution(encoded.service[index], `${path}.service[${index}]`),
    };
  });
};
