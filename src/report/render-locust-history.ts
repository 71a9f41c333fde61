import { EMPTY_DISTRIBUTION, mergeDistributions } from '../metrics/distribution.ts';
import type { RunSummary, TimelineSecond } from '../metrics/run-summary.ts';
import { listJudgedPhases } from '../verdict/list-judged-seconds.ts';
import { formatCsv } from './format-csv.ts';
import { formatPercentiles, formatTotals, PERCENTILE_COLUMNS, TOTAL_COLUMNS, type LocustTotals } from './locust-times.ts';

const COLUMNS = [
  'Timestamp,User Count,Type,Name,Requests/s,Failures/s',
  PERCENTILE_COLUMNS,
  ...TOTAL_COLUMNS.map((column) => `Total ${column}`),
].join(',');

/** The rates of a row are means over the seconds from 12 up to 3 before the one in which a request last ended (StatsEntry.current_rps). */
const RATE_FROM = 12;
const RATE_TO = 3;

/**
 * stats_history.csv as Locust 2.47 writes it without --csv-full-history: one row a second, for all requests together; rates over the last ten seconds,
 * percentiles and totals since the start: in the last row those of stats.csv, percentiles from 100 ms on to within 1 %. It begins with the first phase that is judged, as Locust begins anew
 * with --reset-stats. Only the header for a run that began no such phase, and for results of an older load-gate.
 */
export function renderLocustHistory(run: RunSummary): string {
  const startMs = listJudgedPhases(run.phases).flatMap((index) => run.phases[index]?.startMs ?? [])[0];
  const seconds = startMs === undefined ? [] : run.timeline.filter(({ second }) => (second + 1) * 1_000 > startMs);
  const startedMs = Date.parse(run.startedAt);
  let totals = ZERO;
  let last: number | undefined;
  const rows = seconds.map((second, index) => {
    totals = addSecond(totals, second);
    if (second.requests > 0) last = index;
    const window = last === undefined ? [] : seconds.slice(Math.max(0, last - RATE_FROM), Math.max(0, last - RATE_TO + 1));
    return [
      String(Math.floor((startedMs + (second.second + 1) * 1_000) / 1_000)),
      String(second.users),
      '',
      'Aggregated',
      perSecond(window.map(({ requests }) => requests)),
      perSecond(window.map(({ failures }) => failures)),
      ...formatPercentiles(totals.times),
      ...formatTotals(totals),
    ];
  });
  return formatCsv(COLUMNS, rows);
}

const ZERO: LocustTotals = { requests: 0, failures: 0, bytesReceived: 0, times: EMPTY_DISTRIBUTION, sumUs: 0, lowestUs: 0, highestUs: 0 };

function addSecond(totals: LocustTotals, second: TimelineSecond): LocustTotals {
  const isFirst = totals.times.count === 0;
  return {
    requests: totals.requests + second.requests,
    failures: totals.failures + second.failures,
    bytesReceived: totals.bytesReceived + second.bytesReceived,
    times: mergeDistributions([totals.times, second.service]),
    sumUs: totals.sumUs + second.sumUs,
    lowestUs: second.service.count === 0 ? totals.lowestUs : isFirst ? second.lowestUs : Math.min(totals.lowestUs, second.lowestUs),
    highestUs: Math.max(totals.highestUs, second.highestUs),
  };
}

/** Python's `:2f`: six decimals. 0 over no seconds. */
function perSecond(counts: readonly number[]): string {
  return (counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)).toFixed(6);
}
