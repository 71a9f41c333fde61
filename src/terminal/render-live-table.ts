import type { LiveCheck, LiveRow, LiveSnapshot } from '../metrics/live-snapshot.ts';
import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { formatLatency, formatNumber, formatRate } from '../units.ts';
import { fitText } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';
import { countCheckLines, renderLiveChecks } from './render-live-checks.ts';
import { formatSeconds, renderProgress } from './render-progress.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';

/** The room that a terminal gives. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
}

/** Beside endpoints and promises: phase, bar, an empty line, titles, total; and an empty line above the promises. */
const OTHER_LINES = 5;

/**
 * One frame of the live view: where the run is, its progress, its endpoints with what is broken in them, the promises. At most `height` lines of at
 * most `width` columns: what does not fit is counted, not squeezed.
 */
export function renderLiveTable(snapshot: LiveSnapshot, room: Room): readonly string[] {
  const { width, height, paint } = room;
  const checks = snapshot.checks ?? [];
  const lines = shareLines(snapshot.rows.length, checks, height - OTHER_LINES - (checks.length > 0 ? 1 : 0));
  const isCut = snapshot.rows.length > lines.endpoints;
  const shown = isCut ? snapshot.rows.slice(0, Math.max(1, lines.endpoints - 1)) : snapshot.rows;
  const left = snapshot.rows.length - shown.length;
  const broken = listBrokenCells(checks);
  const table = renderTable(
    COLUMNS,
    [...shown.map((row) => describeRow(row, 'plain', broken.get(row.name))), describeRow(snapshot.total, 'strong', broken.get('total'))],
    width,
    paint,
  );
  const promises = renderLiveChecks(checks, lines.promises, width, paint);
  return [
    paint('quiet', fitText(cleanText(describePlace(snapshot)), width)),
    renderProgress(snapshot, width),
    '',
    ...table.slice(0, -1),
    ...(left > 0 ? [paint('quiet', fitText(`… ${left} more endpoints`, width))] : []),
    ...table.slice(-1),
    ...(promises.length > 0 ? ['', ...promises] : []),
  ].slice(0, Math.max(2, height));
}

/** Where not everything fits, the promises get a third, or a half while so many are broken, or what the endpoints leave. */
function shareLines(rows: number, checks: readonly LiveCheck[], room: number): { readonly endpoints: number; readonly promises: number } {
  const wanted = countCheckLines(checks);
  if (rows + wanted <= room) return { endpoints: rows, promises: wanted };
  const broken = checks.filter(({ state }) => state === 'broken').length;
  const share = Math.max(Math.floor(room / 3), Math.min(broken + 2, Math.floor(room / 2)), room - rows, 1);
  const promises = Math.min(wanted, share);
  return { endpoints: Math.max(1, room - promises), promises };
}

/** The cells of the table that a broken promise is about, by row. Only those of the whole run: what a cell shows is the run so far. */
function listBrokenCells(checks: readonly LiveCheck[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cells = new Map<string, Set<string>>();
  for (const { series, metric, scope, state } of checks) {
    if (state !== 'broken' || scope !== 'run') continue;
    const own = cells.get(series) ?? new Set();
    cells.set(series, own.add(metric === 'error_budget' ? 'failures' : metric));
  }
  return cells;
}

function describePlace(snapshot: LiveSnapshot): string {
  const sockets = snapshot.openSockets ? ` · ${formatNumber(snapshot.openSockets, 0)} open sockets` : '';
  return `${snapshot.phase} · ${formatNumber(snapshot.users, 0)} users${sockets} · ${formatSeconds(snapshot.elapsedMs)} of ${formatSeconds(snapshot.plannedMs)}`;
}

const COLUMNS: readonly Column[] = [
  { title: 'endpoint', align: 'left', shrinksTo: 20 },
  { title: 'requests', align: 'right', goes: 2 },
  { title: 'failures', align: 'right' },
  { title: 'rate', align: 'right', goes: 3 },
  { title: 'p50', align: 'right', goes: 4 },
  { title: 'p95', align: 'right', goes: 1 },
  { title: 'p99', align: 'right', goes: 5 },
];

const NONE: ReadonlySet<string> = new Set();

/** A broken cell has a sign, too, for those who see no colour. */
function describeRow(row: LiveRow, style: Style, broken = NONE): readonly Cell[] {
  const cell = (column: string, text: string, otherwise: Style = style): Cell =>
    broken.has(column) ? { text: `✗ ${text}`, style: 'broken' } : { text, style: otherwise };
  const latency = (column: string, us: number | undefined): Cell => cell(column, us === undefined ? NOTHING : formatLatency(us));
  return [
    { text: row.name, style },
    { text: formatNumber(row.requests, 0), style },
    cell('failures', formatNumber(row.failures, 0), row.failures > 0 ? 'warning' : style),
    { text: formatRate(row.ratePerSec), style },
    latency('p50', row.p50Us),
    latency('p95', row.p95Us),
    latency('p99', row.p99Us),
  ];
}
