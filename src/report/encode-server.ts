import type { ServerRecovery, ServerSeries, ServerTotals } from '../metrics/server-series.ts';
import { both, count, DecodeProblem, list, number, object, optional, tagged, text, word, type Decoder } from './decode-json.ts';

/** A series with its samples by columns, which are of the same length. */
export type EncodedServer = Omit<ServerSeries, 'samples'> & { readonly atMs: readonly number[]; readonly values: readonly number[] };

/** As results.json has it; undefined where there is none. */
export function encodeServer(server: readonly ServerSeries[]): readonly EncodedServer[] | undefined {
  if (server.length === 0) return undefined;
  return server.map(({ samples, ...rest }) => ({
    ...rest,
    atMs: samples.map(({ atMs }) => atMs),
    values: samples.map(({ value }) => value),
  }));
}

/** More than a series has, so that a file of somebody else's stays a picture. */
const MOST_SAMPLES = 4_000;
const MOST_SERIES = 1_000;

type InState<State extends ServerRecovery['state']> = Omit<Extract<ServerRecovery, { state: State }>, 'phase' | 'endMs'>;

const recovery: Decoder<ServerRecovery> = both(
  object<Pick<ServerRecovery, 'phase' | 'endMs'>>({ phase: text, endMs: number }),
  tagged<InState<'reached'> | InState<'missed'> | InState<'not-judged'> | InState<'unknown'>>('state', {
    reached: object<InState<'reached'>>({ state: word('reached'), tookMs: number }),
    missed: object<InState<'missed'>>({ state: word('missed'), value: number }),
    'not-judged': object<InState<'not-judged'>>({ state: word('not-judged'), pauseMs: number }),
    unknown: object<InState<'unknown'>>({ state: word('unknown'), reason: text }),
  }),
);

const totals = object<ServerTotals>({
  count,
  min: number,
  max: number,
  avg: number,
  first: number,
  last: number,
  atStart: number,
  atEnd: number,
});

const encoded: Decoder<EncodedServer> = object<EncodedServer>({
  name: text,
  source: text,
  unit: word('plain', 'ratio', 'seconds', 'bytes'),
  judged: optional(totals),
  trouble: optional(text),
  lost: count,
  recoveries: list(recovery),
  atMs: list(number),
  values: list(number),
});

/** `run.server` of results.json; empty where it is absent, as in files of older versions. */
export const decodeServer: Decoder<readonly ServerSeries[]> = (value, path) => {
  if (value === undefined) return [];
  const series = list(encoded)(value, path);
  if (series.length > MOST_SERIES) throw new DecodeProblem(`${path} must have at most ${MOST_SERIES} rows`);
  const names = new Set(series.map(({ name }) => name));
  // Closed: of two rows of one name a promise would be judged by the first alone.
  if (names.size !== series.length) throw new DecodeProblem(`${path} must have each name once`);
  return series.map(({ atMs, values, ...rest }, place) => {
    if (atMs.length !== values.length || atMs.length > MOST_SAMPLES)
      throw new DecodeProblem(`${path}[${place}].values must have one entry for each of atMs, at most ${MOST_SAMPLES}`);
    return { ...rest, samples: atMs.map((at, index) => ({ atMs: at, value: values[index] ?? 0 })) };
  });
};
