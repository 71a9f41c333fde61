import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { formatLatency, formatNumber } from '../units.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

/** A history of runs as `baseline show` tells it. */
export interface HistoryView {
  /** The place and the key, for people. */
  readonly where: string;
  /** Oldest first. */
  readonly runs: readonly RunRow[];
  readonly trends: readonly Trend[];
  /** Sentences. */
  readonly notes: readonly string[];
  /** Files that are there and not used. */
  readonly setAside: readonly { readonly file: string; readonly reason: string }[];
  /** Older run files beyond what is read at once. */
  readonly unread: number;
}

/** One stored run; what is not known is undefined. */
export interface RunRow {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly commit: string | undefined;
  readonly event: string | undefined;
  readonly judged: Verdict['state'];
  /** Who let it count after it had been stored. */
  readonly acceptedBy: string | undefined;
  /** Why it does not count; undefined: it does. */
  readonly leftOut: string | undefined;
}

/** The p95 of an endpoint over the runs that count, oldest first, µs; undefined where a run has none. */
export interface Trend {
  readonly name: string;
  readonly p95Us: readonly (number | undefined)[];
}

const COLUMNS: readonly Column[] = [
  { title: 'run', align: 'left' },
  { title: 'time (UTC)', align: 'left', goes: 4 },
  { title: 'commit', align: 'left', goes: 2 },
  { title: 'event', align: 'left', goes: 3 },
  { title: 'judged', align: 'left', goes: 1 },
  { title: 'counts', align: 'left', shrinksTo: 50 },
];

const TREND_COLUMNS: readonly Column[] = [
  { title: 'p95 over the runs that count', align: 'left', shrinksTo: 20 },
  { title: '', align: 'left', shrinksTo: 10 },
  { title: 'least', align: 'right', goes: 2 },
  { title: 'most', align: 'right', goes: 1 },
  { title: 'newest', align: 'right' },
];

/** The stored runs, the course of each endpoint, and all that is not used; ends with a line break. */
export function renderHistory(view: HistoryView, width: number, paint: Paint): string {
  const counting = view.runs.filter(({ leftOut }) => leftOut === undefined).length;
  const title = `${formatNumber(view.runs.length, 0)} stored ${view.runs.length === 1 ? 'run' : 'runs'} in ${cleanText(view.where)}, ${counting} of which ${counting === 1 ? 'counts' : 'count'}`;
  const sections = [
    wrapText(title, width, '  ').map((line) => paint('strong', line)),
    renderTable(COLUMNS, view.runs.map(runCells), width, paint),
    renderTable(TREND_COLUMNS, view.trends.map(trendCells), width, paint),
    view.notes.flatMap((note) => wrapText(`- ${cleanText(note, 600)}`, width, '  ')),
    [...listSetAside(view.setAside, width, paint), ...listUnread(view.unread, width, paint)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Files that are there and not used, each with its reason; no files: no lines. */
export function listSetAside(files: HistoryView['setAside'], width: number, paint: Paint): readonly string[] {
  if (files.length === 0) return [];
  const head = files.length === 1 ? '1 file is set aside:' : `${formatNumber(files.length, 0)} files are set aside:`;
  const lines = files.flatMap(({ file, reason }) => wrapText(`- ${cleanText(file)}: ${cleanText(reason, 600)}`, width, '  '));
  return [head, ...lines].map((line) => paint('warning', line));
}

function listUnread(unread: number, width: number, paint: Paint): readonly string[] {
  if (unread === 0) return [];
  const what = unread === 1 ? '1 older run is' : `${formatNumber(unread, 0)} older runs are`;
  return wrapText(`${what} not read; load-gate baseline prune takes out what is not needed`, width, '  ').map((line) =>
    paint('quiet', line),
  );
}

const JUDGED_STYLES: Readonly<Record<Verdict['state'], Style>> = {
  pass: 'plain',
  breach: 'broken',
  regression: 'broken',
  inconclusive: 'warning',
};

function runCells({ id, startedAt, commit, event, judged, acceptedBy, leftOut }: RunRow): readonly Cell[] {
  const counts = leftOut === undefined ? `yes${acceptedBy === undefined ? '' : `, accepted by ${acceptedBy}`}` : `no: ${leftOut}`;
  return [
    { text: id },
    { text: startedAt.slice(0, 16).replace('T', ' ') },
    { text: commit?.slice(0, 8) ?? NOTHING },
    { text: event ?? NOTHING },
    { text: judged, style: JUDGED_STYLES[judged] },
    { text: counts, style: leftOut === undefined ? 'good' : 'quiet' },
  ];
}

function trendCells({ name, p95Us }: Trend): readonly Cell[] {
  const known = p95Us.filter((value) => value !== undefined);
  const show = (value: number | undefined): string => (value === undefined ? NOTHING : formatLatency(value));
  const [least, most] = known.length === 0 ? [] : [Math.min(...known), Math.max(...known)];
  return [{ text: name }, { text: drawSparkline(p95Us) }, { text: show(least) }, { text: show(most) }, { text: show(p95Us.at(-1)) }];
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A fifth is the least that the full height stands for, so that noise is not drawn as mountains. */
const LEAST_SPAN = 0.2;

/** One bar for each value from the least to the most, on a logarithmic scale; a dot for what is missing. Values above 0. */
export function drawSparkline(values: readonly (number | undefined)[]): string {
  const logs = values.map((value) => (value === undefined ? undefined : Math.log(Math.max(1, value))));
  const known = logs.filter((value) => value !== undefined);
  const floor = Math.min(...known);
  const span = Math.max(Math.log1p(LEAST_SPAN), Math.max(...known) - floor);
  return logs.map((log) => (log === undefined ? '·' : BARS[Math.round(((log - floor) / span) * (BARS.length - 1))])).join('');
}
