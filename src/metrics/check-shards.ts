import { nameShard } from './explain-part.ts';
import type { RunSummary } from './run-summary.ts';
import type { ShardInfo } from './shard-info.ts';

/** What one machine has left, under the name that people know it by. */
export interface NamedPart {
  readonly name: string;
  readonly run: RunSummary;
}

/** Machines whose clocks are further apart than this did not begin together, ms. */
const FURTHEST_APART_MS = 2_000;
/** Reasons that a sentence can hold. */
const MOST_NAMED = 8;

/**
 * Everything that stands against merging these parts into one burst, whole sentences; empty: they are the shards of one plan, each once and none missing, and all of them ran to
 * their end or to an abort. Closed: what is left of a burst is another burst.
 */
export function checkShards(parts: readonly NamedPart[]): readonly string[] {
  const [first] = parts;
  if (first === undefined) return ['No shard has left a result.'];
  const strangers = parts.filter(({ run }) => run.shards.length !== 1);
  if (strangers.length > 0) return strangers.slice(0, MOST_NAMED).map(({ name }) => `${name} is not the result of one shard.`);
  const infos = parts.map(({ run }) => run.shards[0] as ShardInfo);
  const foreign = listForeign(parts);
  // Which ones are missing depends on how many there are.
  if (foreign.length > 0) return foreign;
  return [...listMissing(parts, infos), ...listUnfinished(parts), ...listApart(infos)];
}

/** What all of them must agree in. */
const SHARED: readonly (readonly [what: string, of: (run: RunSummary) => unknown])[] = [
  ['the number of shards', ({ shards }) => shards[0]?.count],
  ['the plan', ({ shards }) => [shards[0]?.planHash, shards[0]?.startAt]],
  ['the attempt of the workflow run', ({ shards }) => shards[0]?.attempt],
  ['the version of load-gate', ({ tool }) => tool.version],
  ['the engine', ({ engine }) => engine],
  ['the scenario', ({ scenario }) => [scenario.hash, scenario.profile ?? '']],
  ['the target', ({ target }) => target],
  ['the seed', ({ seed }) => seed],
  ['the phases', ({ phases }) => phases.map(({ plan }) => plan)],
  ['the endpoints', ({ series }) => series.map(({ perPhase, ...rest }) => [rest, perPhase.length])],
];

function listForeign(parts: readonly NamedPart[]): readonly string[] {
  const [first, ...others] = parts;
  if (first === undefined) return [];
  return others
    .flatMap(({ name, run }) => {
      const odd = SHARED.filter(([, of]) => JSON.stringify(of(run)) !== JSON.stringify(of(first.run))).map(([what]) => what);
      return odd.length === 0 ? [] : [`${name} and ${first.name} are not of one burst: they differ in ${odd.join(', ')}.`];
    })
    .slice(0, MOST_NAMED);
}

function listMissing(parts: readonly NamedPart[], infos: readonly ShardInfo[]): readonly string[] {
  const count = infos[0]?.count ?? 0;
  const byPlace = Map.groupBy(parts, ({ run }) => run.shards[0]?.index ?? -1);
  const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !byPlace.has(index));
  const doubled = [...byPlace].filter(([, all]) => all.length > 1);
  const named = missing.slice(0, MOST_NAMED).map((index) => String(index + 1));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  return [
    ...(missing.length === 0
      ? []
      : [
          `${missing.length === 1 ? 'Shard' : 'Shards'} ${named.join(', ')}${more} of ${count} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        ]),
    ...doubled
      .slice(0, MOST_NAMED)
      .map(
        ([index, all]) =>
          `${capitalize(nameShard({ index, count }))} is there ${all.length} times: ${all.map(({ name }) => name).join(', ')}.`,
      ),
  ];
}

function listUnfinished(parts: readonly NamedPart[]): readonly string[] {
  return parts
    .flatMap(({ run: { ending, shards } }) =>
      ending.state === 'cut-short' && shards[0]
        ? [`${capitalize(nameShard(shards[0]))} was cut short: ${ending.reason.replace(/\.$/, '')}.`]
        : [],
    )
    .slice(0, MOST_NAMED);
}

function listApart(infos: readonly ShardInfo[]): readonly string[] {
  const spread = spreadOf(infos);
  if (spread === undefined || spread.apartMs <= FURTHEST_APART_MS) return [];
  return [
    `The clocks of the shards were ${spread.apartMs} ms apart, so that they did not begin together; let their machines keep the time (NTP).`,
  ];
}

/** How far apart the machines began, as their clocks stood to the target's. */
export interface StartSpread {
  readonly apartMs: number;
  /** The truth is within ± so many ms. */
  readonly withinMs: number;
}

/** Undefined: the clocks of some are not known. */
export function spreadOf(shards: readonly ShardInfo[]): StartSpread | undefined {
  const clocks = shards.flatMap(({ clock }) => (clock ? [clock] : []));
  if (clocks.length === 0 || clocks.length < shards.length) return undefined;
  const offsets = clocks.map(({ offsetMs }) => offsetMs);
  const withins = clocks.map(({ withinMs }) => withinMs).sort((left, right) => right - left);
  return {
    apartMs: Math.max(...offsets) - Math.min(...offsets),
    withinMs: (withins[0] ?? 0) + (withins[1] ?? 0),
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
