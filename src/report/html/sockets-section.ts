import type { RunSummary } from '../../metrics/run-summary.ts';
import { formatNumber, formatRate } from '../../units.ts';
import { listSocketRows, SOCKET_TITLES, socketFigures } from '../socket-rows.ts';
import type { EndpointSummaries } from '../summarize-endpoints.ts';
import { countSteps, perSecond, type TimeAxis } from './build-timeline.ts';
import type { Curve } from './chart.ts';
import { markup, showName, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import { renderChart } from './render-chart.ts';
import { buildLinearScale } from './scale.ts';
import { renderSection, type Section } from './section.ts';
import { describeCurves, frameTime, listValues } from './time-chart.ts';

/** What went over WebSockets; undefined for a scenario without any. */
export function socketsSection(run: RunSummary, endpoints: EndpointSummaries): Section | undefined {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return undefined;
  const columns = [{ title: 'endpoint' }, ...SOCKET_TITLES.map((title) => ({ title, isFigure: true }))];
  const table = renderTable({
    caption: 'WebSockets over the judged phases',
    columns,
    rows: rows.map((row) => ({
      name: `${(row.failed ?? 0) > 0 ? '!' : '.'}${row.name}`,
      cells: [showName(row.name), ...socketFigures(row).map((figure) => figure)],
    })),
  });
  return renderSection('sockets', 'WebSockets', [table, markup`<div class="pair">${openChart(run)}${messagesChart(run)}</div>`]);
}

function openChart(run: RunSummary): Html {
  const frame = frameTime(run, (axis) => [
    { label: 'open', tone: 'now', form: 'area', values: measureOpen(run, axis), show: (value) => formatNumber(value, 0) },
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`At the end of each second; the most of a step.`;
  return renderChart({
    id: 'sockets-open',
    size: 'low',
    title: 'Open connections',
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame,
  });
}

function messagesChart(run: RunSummary): Html {
  const frame = frameTime(run, (axis): readonly Curve[] => [
    { label: 'in', tone: 'now', form: 'line', values: countMessages(run, axis, 'messagesIn'), show: formatRate },
    { label: 'out', tone: 'plan', form: 'line', values: countMessages(run, axis, 'messagesOut'), show: formatRate },
  ]);
  const scale = buildLinearScale(listValues(frame.drawn.curves));
  const note = markup`Whole messages, control frames left out.`;
  return renderChart({
    id: 'sockets-messages',
    size: 'low',
    title: 'Messages per second',
    summary: describeCurves(frame.drawn),
    note,
    scale,
    showTick: (value) => formatNumber(value, 1),
    ...frame,
  });
}

/** Connections that all series hold together, second by second; of a step, its highest second. */
function measureOpen(run: RunSummary, { stepSec, endSec }: TimeAxis): readonly number[] {
  const bySecond = sumSeconds(run, 'open');
  const steps = new Array<number>(countSteps({ stepSec, endSec })).fill(0);
  for (const [second, open] of bySecond) {
    const step = Math.floor(second / stepSec);
    steps[step] = Math.max(steps[step] ?? 0, open);
  }
  return steps;
}

function countMessages(run: RunSummary, axis: TimeAxis, what: 'messagesIn' | 'messagesOut'): readonly number[] {
  const steps = new Array<number>(countSteps(axis)).fill(0);
  for (const [second, count] of sumSeconds(run, what)) {
    const step = Math.floor(second / axis.stepSec);
    steps[step] = (steps[step] ?? 0) + count;
  }
  return steps.map((count, step) => perSecond(count, step, axis));
}

/** Of the second in which one phase follows another, the connections of the later one count: they are the same ones. */
function sumSeconds(run: RunSummary, what: 'open' | 'messagesIn' | 'messagesOut'): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { kind, perPhase } of run.series) {
    if (kind !== 'ws') continue;
    const own = new Map<number, number>();
    for (const one of perPhase.flatMap(({ socket }) => socket?.seconds ?? []))
      own.set(one.second, what === 'open' ? one.open : (own.get(one.second) ?? 0) + one[what]);
    for (const [second, value] of own) sums.set(second, (sums.get(second) ?? 0) + value);
  }
  return sums;
}
