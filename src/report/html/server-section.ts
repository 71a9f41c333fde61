import type { RunSummary } from '../../metrics/run-summary.ts';
import type { ServerSeries } from '../../metrics/server-series.ts';
import type { Check } from '../../verdict/verdict.ts';
import type { Report } from '../report.ts';
import { describeTrouble, SERVER_TITLES, serverFigures } from '../server-rows.ts';
import { markup, showName } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import { renderSection, type Section } from './section.ts';
import { serverChart } from './server-chart.ts';

/** Beyond, only the rows that did not hold have a picture. */
const MOST_CHARTS = 24;

/** What the target said of itself; undefined for an SLA that does not ask. */
export function serverSection({ run, verdict }: Pick<Report, 'run' | 'verdict'>): Section | undefined {
  if (run.server.length === 0) return undefined;
  const columns = [{ title: 'value' }, ...SERVER_TITLES.map((title) => ({ title, isFigure: true })), { title: 'from' }];
  const table = renderTable({
    caption: 'What the target said of itself over the judged phases',
    columns,
    rows: run.server.map((series) => ({
      ...(series.trouble === undefined ? {} : { tone: 'doubt' as const }),
      cells: [showName(series.name), ...serverFigures(series), showSource(series)],
    })),
  });
  const checksOf = ({ name }: ServerSeries): readonly Check[] =>
    verdict.checks.filter((check) => check.kind === 'server' && check.series === name);
  const charts = chooseDrawn(run, checksOf).map((series, place) =>
    serverChart(run, series, { checks: checksOf(series), id: `chart-server-${place}` }),
  );
  return renderSection('server', 'What the target said of itself', [
    markup`<p class="note">Lost: how often it was asked and no value came. All other figures are of the judged phases alone; the pictures show the whole run, and the wait after it.</p>`,
    table,
    markup`<div class="pair">${charts}</div>`,
  ]);
}

function showSource(series: ServerSeries): ReturnType<typeof markup> {
  const trouble = describeTrouble(series);
  const why = trouble === '' ? undefined : markup`<br/><small class="why">${trouble}</small>`;
  return markup`<small>${showName(series.source, 200)}</small>${why}`;
}

function chooseDrawn({ server }: RunSummary, checksOf: (series: ServerSeries) => readonly Check[]): readonly ServerSeries[] {
  const drawn = server.filter(({ samples }) => samples.length > 0);
  if (drawn.length <= MOST_CHARTS) return drawn;
  const failed = drawn.filter((series) => checksOf(series).some(({ state }) => state !== 'passed'));
  return [...failed, ...drawn.filter((series) => !failed.includes(series))].slice(0, Math.max(MOST_CHARTS, Math.min(failed.length, 100)));
}
