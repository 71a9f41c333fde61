import { HIGHEST_US } from '../../metrics/histogram.ts';
import type { StatedLatency } from '../../metrics/stated-latency.ts';
import { formatLatency } from '../../units.ts';

/** How far a figure may lie from what it was rounded from, in µs. */
export type Rounding = (us: number) => number;

/** Figures that were not rounded: the last bits of a sum alone. */
export const EXACT: Rounding = (us) => us * 1e-6 + 1;
/** Locust rounds times to two digits, half a step either way, which is 5 % at most; and to whole milliseconds. */
export const TWO_DIGITS: Rounding = (us) => us * 0.05 + 1_000;

/** Why figures cannot be of the same requests, without a full stop; undefined: they can. Closed: columns that were swapped state a p95 that is none. */
export function explainContradiction({ percentiles, meanUs, minUs, maxUs }: StatedLatency, rounding: Rounding): string | undefined {
  const named = percentiles.map(({ percentile, us }) => ({ name: `p${percentile}`, us }));
  const exact = [...name('mean', meanUs), ...name('lowest value', minUs), ...name('highest value', maxUs)];
  const long = [...named, ...exact].find(({ us }) => !(us >= 0 && us <= HIGHEST_US));
  if (long) return `its ${long.name} is longer than an hour`;
  const falls = named.findIndex(({ us }, place) => us < (named[place - 1]?.us ?? 0));
  const [before, after] = [named[falls - 1], named[falls]];
  if (before && after) return `its ${tell(after)} is below its ${tell(before)}`;
  const [least, most] = [minUs ?? 0, maxUs ?? Number.POSITIVE_INFINITY];
  const below = [...named, ...exact].find(({ us }) => us < least - rounding(least));
  if (below) return `its ${tell(below)} is below its lowest value ${formatLatency(least)}`;
  const above = [...named, ...exact].find(({ us }) => us > most + rounding(most));
  return above && `its ${tell(above)} is above its highest value ${formatLatency(most)}`;
}

/**
 * The same of a whole and its parts: a percentile of all lies between the lowest and the highest of the parts', and the extremes of all are those of a part.
 * Parts without times may have had some of 0.
 */
export function explainWhole(whole: StatedLatency, parts: readonly StatedLatency[], rounding: Rounding): string | undefined {
  const filled = parts.filter(({ count }) => count !== 0);
  const check = (what: string, pick: (one: StatedLatency) => number | undefined): string | undefined => {
    const us = pick(whole);
    const known = filled.flatMap((part) => pick(part) ?? []);
    if (us === undefined || known.length === 0 || known.length < filled.length) return undefined;
    // Times of 0 ms are stated as if there were none.
    const lowest = filled.length < parts.length ? 0 : Number.POSITIVE_INFINITY;
    const [least, most] = [known.reduce((low, one) => Math.min(low, one), lowest), known.reduce((high, one) => Math.max(high, one))];
    if (us >= least - rounding(least) && us <= most + rounding(most)) return undefined;
    return `the ${what} of all is ${formatLatency(us)}, and those of the rows are ${formatLatency(least)} to ${formatLatency(most)}`;
  };
  const of = (percentile: number) => (one: StatedLatency) => one.percentiles.find((known) => known.percentile === percentile)?.us;
  for (const { percentile } of whole.percentiles) {
    const why = check(`p${percentile}`, of(percentile));
    if (why !== undefined) return why;
  }
  return check('mean', (one) => one.meanUs) ?? check('lowest value', (one) => one.minUs) ?? check('highest value', (one) => one.maxUs);
}

function name(what: string, us: number | undefined): readonly { readonly name: string; readonly us: number }[] {
  return us === undefined ? [] : [{ name: what, us }];
}

function tell({ name: what, us }: { readonly name: string; readonly us: number }): string {
  return `${what} ${formatLatency(us)}`;
}
