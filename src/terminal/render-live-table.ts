import type { LiveRow, LiveSnapshot } from '../metrics/live-snapshot.ts';
import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { formatLatency, formatNumber, formatRate } from '../units.ts';
import { fitText } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';
import { formatSeconds, renderProgress } from './render-progress.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';

/** The room that a terminal gives. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
}

/** Beside the endpoints: phase, bar, promises, titles, total, and the lines that say what is left out. */
const OTHER_LINES = 8;

/**
 * One frame of the live view: where the run is, its progress, its endpoints, the promises that are broken already. At most `height` lines of at
 * most `width` columns: what does not fit is counted, not squeezed.
 */
export function renderLiveTable(snapshot: LiveSnapshot, room: Room): readonly string[] {
  const { width, height, paint } = room;
  const most = Math.max(1, height - OTHER_LINES);
  const shown = snapshot.rows.length > most ? snapshot.rows.slice(0, most) : snapshot.rows;
  const left = snapshot.rows.length - shown.length;
  const table = renderTable(
    COLUMNS,
    [...shown.map((row) => describeRow(row, 'plain')), describeRow(snapshot.total, 'strong')],
    width,
    paint,
  );
  const lines = [
    paint('quiet', fitText(cleanText(describePlace(snapshot)), width)),
    renderProgress(snapshot, width),
    '',
    ...table.slice(0, -1),
    ...(left > 0 ? [paint('quiet', fitText(`… ${left} more endpoints`, width))] : []),
    ...table.slice(-1),
    ...renderChecks(snapshot, width, paint),
  ];
  return lines.slice(0, Math.max(2, height));
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

function describeRow(row: LiveRow, style: Style): readonly Cell[] {
  const latency = (us: number | undefined): Cell => ({ text: us === undefined ? NOTHING : formatLatency(us), style });
  return [
    { text: row.name, style },
    { text: formatNumber(row.requests, 0), style },
    { text: formatNumber(row.failures, 0), style: row.failures > 0 ? 'broken' : style },
    { text: formatRate(row.ratePerSec), style },
    latency(row.p50Us),
    latency(row.p95Us),
    latency(row.p99Us),
  ];
}

/** `promises 11 of 12 hold`, and in red those that do not. */
function renderChecks(snapshot: LiveSnapshot, width: number, paint: Paint): readonly string[] {
  const checks = snapshot.checks ?? [];
  if (checks.length === 0) return [];
  const broken = checks.filter((check) => check.state === 'broken');
  const tally = fitText(`promises: ${checks.length - broken.length} of ${checks.length} hold so far`, width);
  if (broken.length === 0) return ['', tally];
  return ['', tally, paint('broken', fitText(`broken: ${broken.map((check) => cleanText(check.name, 80)).join(', ')}`, width))];
}
