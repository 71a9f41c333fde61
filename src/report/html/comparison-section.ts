import { boundChange } from '../../verdict/regression/bound-change.ts';
import {
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance,
  type ComparedRow,
} from '../../verdict/regression/format-change.ts';
import { describeComparison } from '../describe-comparison.ts';
import { formatPair } from '../format-reading.ts';
import type { Report } from '../report.ts';
import { markup, pathData, showName, type Html } from './markup.ts';
import { renderTable, type Row } from './render-html-table.ts';
import { markNames } from './mark-names.ts';
import { renderSection, type Section } from './section.ts';
import { showState, signRow } from './state-sign.ts';

const COLUMNS = [
  { title: 'state' },
  { title: 'metric' },
  { title: 'base → now', isFigure: true },
  { title: 'change', isFigure: true },
  { title: 'about 90 %', isFigure: true },
  { title: 'tolerance', isFigure: true },
  { title: 'could see', isFigure: true },
  { title: 'change and tolerance' },
];

/** The comparison with the baseline; undefined where none was asked for. */
export function comparisonSection(report: Report): Section | undefined {
  const body = renderComparison(report, 'Metrics compared with the baseline');
  return body && renderSection('comparison', 'Comparison with the baseline', body);
}

/** The same as a sentence, a table and what else there is to say; the caption is unique on its page. */
export function renderComparison(report: Report, caption: string): Html | undefined {
  const text = describeComparison(report);
  if (!text) return undefined;
  const rows = text.rows.map(comparedRow);
  const table = rows.length === 0 ? undefined : renderTable({ caption, columns: COLUMNS, rows, head: 1, asCards: true });
  const legend = markup`<p class="note">About 90 %: where the true change lies. Could see: the smallest true change that this run would have found. In the picture the shade is what is tolerated, the bar the interval, the dot the change.</p>`;
  const sentences = text.sentences.map((sentence) => markup`<li>${markNames(sentence, text.names)}</li>`);
  return markup`<p class="lead">${markNames(text.title, text.names)}.</p>${table}${table && legend}${
    sentences.length > 0 ? markup`<ul class="sentences">${sentences}</ul>` : undefined
  }`;
}

function comparedRow(row: ComparedRow): Row {
  const { metric, values, tolerance, state } = row;
  const sign = signRow(row);
  return {
    ...(sign === 'bad' || sign === 'doubt' ? { tone: sign } : {}),
    cells: [
      showState(sign, state === 'not-confirmed' ? 'not confirmed' : state),
      showName(row.name),
      formatPair(formatSide(metric, values.baseline), formatSide(metric, values.candidate), ' → '),
      markup`<strong>${formatChange(metric, values.change)}</strong>`,
      formatBounds(row) ?? '–',
      formatTolerance(metric, tolerance),
      formatReach(row),
      drawChange(row),
    ],
  };
}

const WIDTH = 120;
const HEIGHT = 20;
/** The picture ends at so many tolerances on each side. */
const REACH = 4;

/** The change with its interval around 0, in tolerances; the shaded side is what is still tolerated. */
function drawChange(row: ComparedRow): Html {
  const { metric, values, tolerance } = row;
  const x = (change: number): number => {
    const share = tolerance > 0 && !Number.isNaN(change) ? change / tolerance / REACH : 0;
    return Math.round((Math.min(1, Math.max(-1, share)) * 0.48 + 0.5) * WIDTH * 10) / 10;
  };
  const bounds = boundChange(row);
  // Less throughput is the change for the worse.
  const [from, to] = metric.kind === 'throughput' ? [x(-tolerance), WIDTH] : [0, x(tolerance)];
  const interval = bounds ? markup`<path class="reach" d="${pathData(`M${x(bounds.low)} 10H${x(bounds.high)}`)}"/>` : undefined;
  return markup`<svg class="change" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect x="${from}" width="${Math.round((to - from) * 10) / 10}" height="${HEIGHT}"/><path class="zero" d="M60 0V20"/>${interval}<circle cx="${x(values.change)}" cy="10" r="3.5"/></svg>`;
}
