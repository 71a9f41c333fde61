import type { LiveCheck, LiveRow } from '../../../metrics/live-snapshot.ts';
import { markup, NOTHING_TO_SHOW, showName, type Html } from '../../../report/html/markup.ts';
import { drawSign } from '../../../report/html/state-sign.ts';
import { NOTHING } from '../../../report/format-reading.ts';
import { formatLatency, formatNumber, formatRate, formatRatio } from '../../../units.ts';
import type { LiveRun } from './live-run.ts';
import type { SortKey, View } from './view.ts';

/** Shown before somebody asks for all of them. */
const MOST_SHOWN = 12;

interface Column {
  readonly key: Exclude<SortKey, 'plan'>;
  readonly title: string;
  readonly of: (row: LiveRow) => number | undefined;
  readonly show: (row: LiveRow) => Html | string;
  /** The metrics of promises that are about this column. */
  readonly promised: readonly string[];
}

const latency = (us: number | undefined): string => (us === undefined ? NOTHING : formatLatency(us));

const COLUMNS: readonly Column[] = [
  {
    key: 'requests',
    title: 'requests',
    of: ({ requests }) => requests,
    show: ({ requests }) => formatNumber(requests, 0),
    promised: ['count'],
  },
  { key: 'failures', title: 'failures', of: ({ failures }) => failures, show: showFailures, promised: ['error_budget', 'error_rate'] },
  {
    key: 'rate',
    title: 'rate',
    of: ({ ratePerSec }) => ratePerSec,
    show: ({ ratePerSec }) => formatRate(ratePerSec),
    promised: ['throughput'],
  },
  { key: 'p50', title: 'p50', of: ({ p50Us }) => p50Us, show: ({ p50Us }) => latency(p50Us), promised: ['p50'] },
  { key: 'p95', title: 'p95', of: ({ p95Us }) => p95Us, show: ({ p95Us }) => latency(p95Us), promised: ['p95'] },
  { key: 'p99', title: 'p99', of: ({ p99Us }) => p99Us, show: ({ p99Us }) => latency(p99Us), promised: ['p99'] },
];

interface Placed {
  readonly row: LiveRow;
  /** In the plan; undefined: all together. */
  readonly series: number | undefined;
}

/** Each endpoint so far, with a way to its own charts; nothing before the first second. */
export function renderEndpoints(run: LiveRun | undefined, view: View): Html {
  const snapshot = run?.snapshot;
  if (!run || !snapshot) return NOTHING_TO_SHOW;
  const rows = sortRows(placeRows(run), view.sort);
  const shown = view.showsAll ? rows : rows.filter((each, index) => index < MOST_SHOWN || each.series === view.focus);
  const left = rows.length - shown.length;
  const broken = (snapshot.checks ?? []).filter(({ state }) => state === 'broken');
  const all: Placed = { row: { ...snapshot.total, name: 'All endpoints' }, series: undefined };
  const heads = COLUMNS.map(
    ({ key, title }) =>
      markup`<th scope="col" class="n"${view.sort === key ? markup` aria-sort="descending"` : undefined}><button type="button" class="sort" data-do="sort" data-sort="${key}">${title}</button></th>`,
  );
  return markup`<h2 id="endpoints-h">Endpoints</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Endpoints so far"><table class="live-rows"><caption class="unseen">Endpoints so far; the button in each row shows its charts</caption><thead><tr><th scope="col"><button type="button" class="sort" data-do="sort" data-sort="plan">endpoint</button></th>${heads}</tr></thead><tbody>${[all, ...shown].map((placed) => renderRow(placed, view, broken))}</tbody></table></div>
<p class="note">So far, warm-ups included; percentiles are of successes. ${
    left > 0 ? markup`${formatNumber(left, 0)} more. <button type="button" class="plain" data-do="all">Show all</button>` : undefined
  }</p>`;
}

/** Rows are those of the selected series, in the order of the plan. */
function placeRows({ burst, snapshot }: LiveRun): readonly Placed[] {
  const places = burst.series.flatMap(({ selected }, index) => (selected ? [index] : []));
  return (snapshot?.rows ?? []).map((row, index) => ({ row, series: places[index] ?? -1 }));
}

function sortRows(rows: readonly Placed[], sort: SortKey): readonly Placed[] {
  const column = COLUMNS.find(({ key }) => key === sort);
  return column ? rows.toSorted((left, right) => (column.of(right.row) ?? -1) - (column.of(left.row) ?? -1)) : rows;
}

function renderRow({ row, series }: Placed, { focus }: View, broken: readonly LiveCheck[]): Html {
  const isChosen = series === focus;
  const subject = series === undefined ? 'total' : row.name;
  const metrics = broken.filter((check) => check.series === subject).map(({ metric }) => metric);
  const name = series === undefined ? row.name : showName(row.name);
  const cells = COLUMNS.map(({ show, promised }) => {
    const isBroken = metrics.some((metric) => promised.includes(metric));
    return isBroken
      ? markup`<td class="n broken">${drawSign('bad')}<span class="unseen">promise broken: </span>${show(row)}</td>`
      : markup`<td class="n">${show(row)}</td>`;
  });
  return markup`<tr class="${[series === undefined ? 'all' : '', isChosen ? 'chosen' : ''].join(' ').trim()}" data-key="${series ?? 'all'}" data-do="focus" data-series="${series ?? ''}"><th scope="row"><button type="button" class="pick" data-do="focus" data-series="${series ?? ''}" aria-pressed="${isChosen ? 'true' : 'false'}">${name}</button></th>${cells}</tr>`;
}

function showFailures({ failures, requests }: LiveRow): Html | string {
  if (failures === 0) return '0';
  const share = requests === 0 ? undefined : formatRatio(Math.min(1, failures / requests));
  return markup`<small>${share}</small> <strong>${formatNumber(failures, 0)}</strong>`;
}
