import { highestValueOfBucket } from '../../metrics/distribution.ts';
import type { RunSummary, SeriesSummary, Slice } from '../../metrics/run-summary.ts';
import { formatLatency, formatNumber } from '../../units.ts';
import { buildTimeAxis, countSteps, listSlices, type TimeAxis } from './build-timeline.ts';
import { drawBand, drawGrid, drawLabels, drawTicks, labelBand, openCanvas } from './draw-marks.ts';
import { dataBlock, markup, NOTHING_TO_SHOW, pathData, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import type { Place } from './latency-chart.ts';
import { renderFigure } from './render-chart.ts';
import { buildLogScale, formatLatencyTick, formatMoment, listTimeTicks, type Scale } from './scale.ts';
import { listBands } from './time-chart.ts';

const ROWS = 36;
const MOST_TOLD = 20;
/** Shades, from few to many. */
const LEVELS = 8;

const SHADES = markup`<li>few<svg class="key" width="${LEVELS * 14}" height="12" aria-hidden="true">${Array.from({ length: LEVELS }, (_, level) => markup`<rect class="heat h${level}" x="${level * 14}" width="14" height="12"/>`)}</svg>many</li>`;

/** How many successes ended when, and after how long. */
interface Heat {
  readonly axis: TimeAxis;
  readonly scale: Scale;
  /** Column by column, each from the fastest row up. */
  readonly cells: readonly (readonly number[])[];
  readonly most: number;
}

/** Latency over time as a map of shades: the stronger, the more requests took so long. Nothing where nothing succeeded. */
export function heatMap(run: RunSummary, series: readonly SeriesSummary[], { id, size, mostSteps }: Place): Html {
  const slices = listSlices(series).filter(({ latency }) => latency.count > 0);
  if (slices.length === 0) return NOTHING_TO_SHOW;
  const heat = countCells(slices, buildTimeAxis(run, mostSteps));
  const told = countCells(slices, buildTimeAxis(run, Math.min(mostSteps, MOST_TOLD)));
  const { endSec } = heat.axis;
  const labels = heat.scale.ticks.map((us) => ({ share: heat.scale.toShare(us), label: formatLatencyTick(us) }));
  const bands = listBands(run, endSec);
  const marks = markup`${bands.map(drawBand)}${drawGrid(labels)}${openCanvas(heat.cells.length, ROWS, drawCells(heat))}${drawLabels(labels)}${bands.map((band) => labelBand(band, size === 'tall'))}${drawTicks(listTimeTicks(endSec))}`;
  const summary = `Of ${formatNumber(
    slices.reduce((sum, { latency }) => sum + latency.count, 0),
    0,
  )} successes. ${describePeak(heat)}`;
  const note = markup`The stronger the colour, the more successes took so long. Logarithmic scale.`;
  const title = 'Spread of latency over time';
  const columns = [{ title: 'time' }, { title: 'successes', isFigure: true }, { title: 'most took', isFigure: true }];
  const rows = describeColumns(told).map(({ moment, values }) => [moment, ...values].map((text) => text));
  const seen = describeColumns(heat);
  return renderFigure(
    {
      id,
      title,
      summary,
      note,
      size,
      legend: [SHADES, ...['successes', 'most took'].map((label) => markup`<li class="reading">${label}<b class="value"></b></li>`)],
      marks,
    },
    [
      markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`,
      dataBlock({
        title,
        at: seen.map((_, column) => Math.round(((column + 0.5) / seen.length) * 1_000)),
        moments: seen.map(({ moment }) => moment),
        values: [0, 1].map((place) => seen.map(({ values }) => values[place] ?? 0)),
      }),
    ],
  );
}

function countCells(slices: readonly Slice[], axis: TimeAxis): Heat {
  const scale = buildLogScale(
    slices.reduce((low, { latency }) => Math.min(low, latency.lowestUs), Number.POSITIVE_INFINITY),
    slices.reduce((high, { latency }) => Math.max(high, latency.highestUs), 1),
  );
  const cells = Array.from({ length: countSteps(axis) }, () => new Array<number>(ROWS).fill(0));
  let most = 0;
  for (const { second, latency } of slices) {
    const column = cells[Math.floor(second / axis.stepSec)];
    if (!column) continue;
    for (const [place, bucket] of latency.buckets.entries()) {
      const row = Math.min(ROWS - 1, Math.floor(scale.toShare(highestValueOfBucket(bucket)) * ROWS));
      const count = (column[row] ?? 0) + (latency.counts[place] ?? 0);
      column[row] = count;
      most = Math.max(most, count);
    }
  }
  return { axis, scale, cells, most };
}

/** One path for each shade; cells of one shade beside each other are one rectangle. */
function drawCells({ cells, most }: Heat): readonly Html[] {
  const paths = Array.from({ length: LEVELS }, () => '');
  for (let row = 0; row < ROWS; row++) {
    let from = 0;
    for (let column = 1; column <= cells.length; column++) {
      const level = levelOf(cells[from]?.[row] ?? 0, most);
      if (column < cells.length && levelOf(cells[column]?.[row] ?? 0, most) === level) continue;
      if (level >= 0) paths[level] += `M${from} ${ROWS - 1 - row}h${column - from}v1h${from - column}z`;
      from = column;
    }
  }
  return paths.flatMap((d, level) => (d === '' ? [] : [markup`<path class="heat h${level}" d="${pathData(d)}"/>`]));
}

/** A power below 1, so that a few slow ones are seen beside thousands of fast ones; −1 where there is none. */
function levelOf(count: number, most: number): number {
  if (count === 0) return -1;
  return Math.min(LEVELS - 1, Math.floor((count / most) ** 0.4 * LEVELS));
}

interface HeatColumn {
  readonly moment: string;
  readonly values: readonly [successes: string, usual: string];
}

function describeColumns({ axis, cells, scale }: Heat): readonly HeatColumn[] {
  return cells.map((column, index) => {
    const count = column.reduce((sum, cell) => sum + cell, 0);
    const row = column.indexOf(Math.max(...column));
    return {
      moment: formatMoment(index * axis.stepSec),
      values: [
        formatNumber(count, 0),
        count === 0 ? '–' : `${formatLatency(valueOfRow(row, scale))} – ${formatLatency(valueOfRow(row + 1, scale))}`,
      ],
    };
  });
}

/** The lower edge of a row, µs: what `toShare` of a logarithmic scale makes row ÷ ROWS of. */
function valueOfRow(row: number, { ticks }: Scale): number {
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1];
  return low * (high / low) ** (row / ROWS);
}

function describePeak(heat: Heat): string {
  const columns = describeColumns(heat);
  const [first, last] = [columns.find(({ values }) => values[0] !== '0'), columns.findLast(({ values }) => values[0] !== '0')];
  return first && last ? `Most took ${first.values[1]} at ${first.moment}, and ${last.values[1]} at ${last.moment}.` : '';
}
