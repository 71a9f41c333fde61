import { spreadOf } from '../metrics/check-shards.ts';
import { explainPart } from '../metrics/explain-part.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { formatNumber } from '../units.ts';

/** Beyond this, the machines' clocks are worth a remark, ms. */
const REMARKABLE_MS = 250;

/** `4 shards, started within 12 ms of each other`; empty for a burst of one machine. */
export function describeShards({ shards }: Pick<RunSummary, 'shards'>): string {
  if (shards.length === 0) return '';
  const part = explainPart({ shards });
  if (part !== undefined) return part;
  const spread = spreadOf(shards);
  const count = `${formatNumber(shards.length, 0)} shards`;
  if (spread === undefined) return `${count}; how far their clocks were apart is not known, because the target tells no time`;
  return `${count}, started within ${formatNumber(spread.apartMs, 0)} ms of each other (± ${formatNumber(spread.withinMs, 0)} ms)`;
}

/** A sentence about clocks that were further apart than they need be; undefined: they were not, as far as anybody can tell. */
export function remarkOnClocks({ shards }: Pick<RunSummary, 'shards'>): string | undefined {
  const spread = spreadOf(shards);
  if (spread === undefined || spread.apartMs - spread.withinMs <= REMARKABLE_MS) return undefined;
  return `The clocks of the shards were ${formatNumber(spread.apartMs, 0)} ms apart (± ${formatNumber(spread.withinMs, 0)} ms): seconds of the report hold what happened so far apart; let their machines keep the time (NTP).`;
}
