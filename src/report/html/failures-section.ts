import { formatDuration, formatLatency, formatNumber } from '../../units.ts';
import type { RunSummary } from '../../metrics/run-summary.ts';
import { NOTHING } from '../format-reading.ts';
import type { EndpointSummaries } from '../summarize-endpoints.ts';
import { markup, pathData, showName, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import { renderSection, type Section } from './section.ts';

const COLUMNS = [
  { title: 'endpoint' },
  { title: 'class' },
  { title: 'reason' },
  { title: 'count', isFigure: true },
  { title: 'first seen', isFigure: true },
  { title: 'last seen', isFigure: true },
  { title: 'when' },
  { title: 'a sample' },
];

const MOST_ROWS = 200;

/** What failed in the judged phases, the most frequent first; undefined where nothing did. */
export function failuresSection(run: RunSummary, { rows }: EndpointSummaries): Section | undefined {
  const failures = rows
    .flatMap(({ name, failures: list }) => list.map((failure) => ({ name, failure })))
    .sort((left, right) => right.failure.count - left.failure.count);
  if (failures.length === 0) return undefined;
  // A run that was cut at once took no time at all.
  const lengthMs = Math.max(1, run.durationMs);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const table = renderTable({
    caption: 'Failures by endpoint, class and reason',
    columns: COLUMNS,
    asCards: true,
    rows: failures.slice(0, MOST_ROWS).map(({ name, failure }) => ({
      name: `!${name}`,
      cells: [
        showName(name),
        failure.class,
        markup`<bdi>${failure.reason}</bdi>`,
        formatNumber(failure.count, 0),
        formatDuration(failure.firstMs),
        formatDuration(failure.lastMs),
        drawSpan(failure.firstMs / lengthMs, failure.lastMs / lengthMs),
        markup`<bdi class="sample">${failure.sample}</bdi>`,
      ],
    })),
  });
  const left = failures.length - MOST_ROWS;
  return renderSection('failures', 'Failures', [
    markup`<p class="lead">${formatNumber(count, 0)} in the judged phases.</p>`,
    table,
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more kinds are in results.json.</p>` : undefined,
  ]);
}

const WIDTH = 80;

/** From first to last seen, on the time of the run. */
function drawSpan(first: number, last: number): Html {
  const x = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - 6)) + 3;
  return markup`<svg class="span" width="${WIDTH}" height="12" aria-hidden="true"><path class="ground" d="${pathData(`M0 6H${WIDTH}`)}"/><path class="seen" d="${pathData(`M${x(first)} 6H${x(last)}h0`)}"/></svg>`;
}

/** Requests that took longer than `slower_than`; undefined where there are none. */
export function slowSection({ slowRequests }: RunSummary): Section | undefined {
  if (slowRequests.length === 0) return undefined;
  const columns = [{ title: 'endpoint' }, { title: 'took', isFigure: true }, { title: 'at', isFigure: true }, { title: 'trace' }];
  const rows = slowRequests.map(({ series, latencyUs, atMs, traceId }) => ({
    name: `.${series}`,
    cells: [showName(series), formatLatency(latencyUs), formatDuration(atMs), traceId === undefined ? NOTHING : showName(traceId, 64)],
  }));
  return renderSection('slow', 'Slow requests', renderTable({ caption: 'Slow requests, the slowest first', columns, rows }));
}
