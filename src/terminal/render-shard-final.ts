import { nameShard } from '../metrics/explain-part.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { ShardInfo } from '../metrics/shard-info.ts';
import { cleanText } from '../report/clean-text.ts';
import { formatCount } from '../report/format-reading.ts';
import { summarizeEndpoints } from '../report/summarize-endpoints.ts';
import { formatDuration } from '../units.ts';
import type { FinalOptions } from './render-final.ts';
import { wrapText } from './wrap-text.ts';

export interface ShardView {
  readonly run: RunSummary;
  readonly shard: ShardInfo;
  /** Why the whole will be inconclusive with this part; empty: nothing stands against it. */
  readonly doubts: readonly string[];
}

/** What one machine has done, and what comes next: there is no verdict yet. */
export function renderShardFinal({ run, shard, doubts }: ShardView, { width, paint, reportPath }: FinalOptions): string {
  const { total } = summarizeEndpoints(run);
  const word = doubts.length === 0 ? 'MEASURED' : 'NOT SOUND';
  const facts = `${nameShard(shard)}, ${run.scenario.name} on ${run.target}, ${formatDuration(run.durationMs)}, ${formatCount(total.attempts)} requests, seed ${run.seed}`;
  const [first = '', ...rest] = wrapText(`${word}  ${cleanText(facts)}`, width, '  ');
  const next = `no verdict: load-gate merge judges all ${shard.count} shards together${reportPath === undefined ? '' : `; this one's part of it is in ${reportPath}`}`;
  return `${[
    paint(doubts.length === 0 ? 'good' : 'warning', word) + first.slice(word.length),
    ...rest,
    ...doubts.flatMap((doubt) => wrapText(`- ${cleanText(doubt, 600)}`, width, '  ')),
    ...wrapText(next, width).map((line) => paint('quiet', line)),
  ].join('\n')}\n`;
}
