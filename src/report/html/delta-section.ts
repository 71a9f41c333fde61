import { formatNumber } from '../../units.ts';
import { formatChange } from '../../verdict/regression/format-change.ts';
import type { ComparedMetric } from '../../verdict/regression/regression-result.ts';
import { formatCount, NOTHING } from '../format-reading.ts';
import { METRICS, type EndpointInRun, type Figure, type LinedUp } from '../line-up-endpoints.ts';
import { markup, pathData, showName, type Content, type Html } from './markup.ts';
import type { Column } from './render-html-table.ts';
import { showTag, type ViewedRun } from './viewed-run.ts';

const COLUMNS: readonly Column[] = [
  { title: 'run' },
  { title: 'requests', isFigure: true },
  ...METRICS.map(({ title }) => ({ title, isFigure: true })),
];

/** Each endpoint in each run, with its differences to the first; `foldOf` names the element that an endpoint is linked to. */
export function deltaTable(
  endpoints: readonly LinedUp[],
  runs: readonly ViewedRun[],
  foldOf: (endpoint: LinedUp) => string | undefined,
): Html {
  const caption = `Endpoints, each against run ${runs[0]?.tag ?? ''}`;
  const heads = COLUMNS.map(
    ({ title, isFigure }) => markup`<th scope="col" role="columnheader"${isFigure ? FIGURE : undefined}>${title}</th>`,
  );
  const groups = endpoints.map((endpoint) => renderGroup(endpoint, runs, foldOf(endpoint)));
  // Of its own making: a name over the rows of its runs is more than a row of cells.
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="cards deltas" role="table"><caption class="unseen">${caption}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead>${groups}</table></div>
`;
}

const FIGURE = markup` class="n"`;

/** One body of the table: the name across it, then a row for each run. The filter hides the name, and the style the rest with it. */
function renderGroup(endpoint: LinedUp, runs: readonly ViewedRun[], fold: string | undefined): Html {
  const { name, kind, inRuns } = endpoint;
  const shown = kind === 'total' ? markup`<strong>all together</strong>` : showName(name);
  const linked = fold === undefined ? shown : markup`<a href="#${fold}-in">${shown}</a>`;
  const filtered = kind === 'total' ? undefined : markup` data-name="${nameForFilter(endpoint)}"`;
  const rows = runs.map((run, place) => renderRow(run, inRuns[place] ?? { state: 'absent' }));
  return markup`
<tbody role="rowgroup"><tr class="over" role="row"${filtered}><th scope="rowgroup" role="rowheader" colspan="${COLUMNS.length}">${linked}</th></tr>${rows}</tbody>`;
}

function renderRow(run: ViewedRun, inRun: EndpointInRun): Html {
  const cells = figureCells(inRun).map((cell, index) => {
    const { title = '', isFigure } = COLUMNS[index + 1] ?? {};
    return markup`<td role="cell" data-label="${title}"${isFigure ? FIGURE : undefined}>${cell}</td>`;
  });
  return markup`
<tr role="row"><th scope="row" role="rowheader">${showTag(run)}</th>${cells}</tr>`;
}

/** `!` marks one with failures in any run: the filter of the page looks for it. */
export function nameForFilter({ name, inRuns }: LinedUp): string {
  return `${inRuns.some((each) => each.state === 'measured' && (each.endpoint.failed ?? 0) > 0) ? '!' : '.'}${name}`;
}

function figureCells(inRun: EndpointInRun): readonly Content[] {
  switch (inRun.state) {
    case 'absent':
      return [
        markup`<small>not in this run</small>`,
        ...METRICS.map(({ metric }) => figureCell({ text: NOTHING, value: undefined, change: undefined }, metric)),
      ];
    case 'idle':
      return [
        markup`<small>not called</small>`,
        ...METRICS.map(({ metric }) => figureCell({ text: NOTHING, value: undefined, change: undefined }, metric)),
      ];
    case 'measured':
      return [
        formatCount(inRun.endpoint.attempts),
        ...inRun.figures.map((figure, column) => figureCell(figure, METRICS[column]?.metric ?? { kind: 'throughput' })),
      ];
  }
}

/** The first run has room where the others have their difference, so that values stand under each other. */
function figureCell({ text, change }: Figure, metric: ComparedMetric): Content {
  // Where nothing failed on either side there is nothing to say.
  const isSilent = change === undefined || (metric.kind === 'error-ratio' && change === 0);
  const shown = isSilent ? undefined : markup`${formatChange(metric, change)}${drawDelta(metric, change)}`;
  return markup`${text}<span class="delta${metric.kind === 'error-ratio' ? markup` points` : undefined}">${shown}</span>`;
}

const WIDTH = 60;
/** The bar ends at a factor of two; of shares, at ten points. */
const REACH = { ratio: Math.LN2, points: 0.1 } as const;

/** How large a difference is, for the eye alone: to the right is more. A colour would be a verdict, so there is none. */
function drawDelta(metric: ComparedMetric, change: number): Html {
  const share = metric.kind === 'error-ratio' ? change / REACH.points : Math.log1p(Math.max(-0.99, change)) / REACH.ratio;
  const half = WIDTH / 2;
  const length = Math.round(Math.min(1, Math.max(-1, share)) * half * 10) / 10;
  return markup`<svg class="bar" viewBox="0 0 ${WIDTH} 4" preserveAspectRatio="none" aria-hidden="true"><path class="middle" d="${pathData(`M${half} 0V4`)}"/><path class="much" d="${pathData(`M${half} 2h${length}`)}"/></svg>`;
}

/** What not every run has, a sentence for each kind; empty: all have all. */
export function describeAbsent(endpoints: readonly LinedUp[], runs: readonly ViewedRun[]): readonly Html[] {
  const listWith = (test: (endpoint: LinedUp) => boolean): readonly LinedUp[] => endpoints.filter(test);
  const first = runs[0]?.tag ?? '';
  const isNew = ({ inRuns }: LinedUp): boolean => inRuns[0]?.state !== 'measured' && inRuns.some(({ state }) => state === 'measured');
  const isPartial = (endpoint: LinedUp): boolean =>
    !isNew(endpoint) && endpoint.inRuns[0]?.state === 'measured' && endpoint.inRuns.some(({ state }) => state !== 'measured');
  const [news, partial] = [listWith(isNew), listWith(isPartial)];
  return [
    ...(news.length > 0 ? [markup`Not measured in ${first}, so without a difference: ${listNames(news)}.`] : []),
    ...(partial.length > 0 ? [markup`Measured in ${first} and not in all of the others: ${listNames(partial)}.`] : []),
    ...(news.length + partial.length > 0 ? [markup`So the rows of all together are not of the same endpoints.`] : []),
  ];
}

const MOST_NAMES = 12;
const COMMA = markup`, `;

function listNames(endpoints: readonly LinedUp[]): readonly Content[] {
  const left = endpoints.length - MOST_NAMES;
  return [
    ...endpoints.slice(0, MOST_NAMES).map(({ name }, place) => markup`${place > 0 ? COMMA : undefined}${showName(name)}`),
    left > 0 ? markup` and ${formatNumber(left, 0)} more` : undefined,
  ];
}
