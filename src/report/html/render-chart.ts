import { NOTHING } from '../format-reading.ts';
import type { Chart, Curve, Plot } from './chart.ts';
import { drawMarks } from './draw-marks.ts';
import { dataBlock, markup, pathData, type Content, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';

/** A chart with its legend, the numbers behind it, and what the script needs to read them out. */
export function renderChart(chart: Chart): Html {
  const { id, title, note, summary, drawn } = chart;
  return renderFigure({ id, title, summary, note, size: chart.size, legend: drawn.curves.map(renderKey), marks: drawMarks(chart) }, [
    renderNumbers(chart),
    renderReading(title, drawn),
  ]);
}

/** What the script needs to read a chart out. */
export function renderReading(title: string, { at, moments, curves }: Plot): Html {
  return dataBlock({
    title,
    at: at.map((share) => Math.round(share * 1_000)),
    moments,
    values: curves.map(({ values, show }) => values.map((value) => (value === undefined ? 0 : show(value)))),
  });
}

/** Everything of a figure but what stands below its picture. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly note: Html | undefined;
  readonly size: Chart['size'];
  readonly legend: readonly Html[];
  readonly marks: Html;
}

/** A picture that a screen reader announces by its title and summary. */
export function renderFigure(figure: Figure, below: Content): Html {
  const { id, title, summary, note, size, legend, marks } = figure;
  return markup`<figure class="chart ${size}" id="${id}"><figcaption><h3>${title}</h3>${note ? markup`<p class="note">${note}</p>` : undefined}</figcaption><ul class="legend">${legend}</ul><div class="plot"><svg role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${summary}</desc>${marks}</svg></div>${below}</figure>
`;
}

/** A curve in the legend, with room for its value where the chart is read. */
export function renderKey({ label, tone, form }: Curve): Html {
  // The lines of runs differ in their dashes, which need room.
  const width = tone.startsWith('r') ? 26 : 14;
  const mark =
    form === 'layer'
      ? markup`<rect class="fill ${tone}" width="14" height="10" y="1" rx="2"/>`
      : markup`<path class="line ${tone}" d="${pathData(`M1 6H${width - 1}`)}"/>`;
  return markup`<li><svg class="key" width="${width}" height="12" aria-hidden="true">${mark}</svg>${label}<b class="value"></b></li>`;
}

function renderNumbers({ title, axis, told }: Chart): Html {
  const rows = told.moments.map((moment, index) => [
    moment,
    ...told.curves.map(({ values, show }) => {
      const value = values[index];
      return value === undefined ? NOTHING : show(value);
    }),
  ]);
  const columns = [{ title: axis }, ...told.curves.map(({ label }) => ({ title: label, isFigure: true }))];
  return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`;
}
