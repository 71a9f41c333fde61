import { markup, NOTHING_TO_SHOW, showName, type Html } from '../../../report/html/markup.ts';
import { describeTab } from './describe-state.ts';
import { DrawLoop } from './draw-loop.ts';
import { handleActions } from './handle-actions.ts';
import { keepFiles } from './keep-files.ts';
import { LIVE_CHARTS, type LiveChart } from './live-charts.ts';
import { openLink } from './open-link.ts';
import { PageState } from './page-state.ts';
import { ChartReader } from './read-chart.ts';
import { renderDownloads } from './render-downloads.ts';
import { renderEndpoints } from './render-endpoints.ts';
import { renderFailing, renderNotes } from './render-failing.ts';
import { renderLevel, renderStartForm } from './render-forms.ts';
import { renderHead } from './render-head.ts';
import { renderFigures, renderOutcome, renderTrouble } from './render-outcome.ts';
import { renderPromises } from './render-promises.ts';
import { LivePageView } from './view.ts';

const state = new PageState();
const view = new LivePageView();
const loop = new DrawLoop();
const files = keepFiles();

/** A connection that has said nothing yet: what was seen before stays until it does. */
let isNew = true;

const link = openLink({
  onOpen: () => {
    isNew = true;
    state.link = 'open';
    loop.refresh('now');
  },
  onMessage: (message) => {
    if (isNew) state.begin();
    isNew = false;
    const said = state.receive(message);
    if (message.kind === 'begin') view.begin();
    if (message.kind === 'end') {
      files.keep(message.end.files);
      link.leave();
    }
    if (said !== undefined) say(said);
    loop.refresh(message.kind === 'second' || message.kind === 'note' ? 'soon' : 'now');
  },
  onGarbage: () => {
    state.markForeign();
    loop.refresh();
  },
  onLost: () => {
    if (state.link !== 'lost') say('The connection to load-gate is lost.');
    state.link = 'lost';
    loop.refresh('now');
  },
});

/** For those who do not see the page, when the reader has finished what it says. */
function say(text: string): void {
  find('said').textContent = text;
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}

const PARTS: Readonly<Record<string, () => Html>> = {
  head: () => renderHead(state, view.now),
  trouble: () => renderTrouble(state),
  outcome: () => renderOutcome(state, files.urls.get('report.html')),
  ask: () => renderStartForm(state),
  figures: () => renderFigures(state),
  level: () => renderLevel(state, view.now),
  promises: () => renderPromises(state, view.now),
  endpoints: () => renderEndpoints(state.run, view.now),
  'charts-head': renderChartsHead,
  failing: () => renderFailing(state.run, view.now),
  downloads: () => renderDownloads(state, files.urls),
  notes: () => renderNotes(state.notes),
};

/** Whose charts these are, and the way back to all. */
function renderChartsHead(): Html {
  const { run } = state;
  find('charts').hidden = run === undefined;
  const series = view.now.focus === undefined ? undefined : run?.burst.series[view.now.focus];
  if (!series) return markup`<h2 id="charts-h" tabindex="-1">All endpoints</h2>`;
  return markup`<h2 id="charts-h" tabindex="-1">${showName(series.name)}</h2><button type="button" data-do="focus" data-series="">Back to all endpoints</button>`;
}

for (const [id, render] of Object.entries(PARTS)) loop.add({ element: find(id), render }, true);
for (const chart of LIVE_CHARTS) addChart(chart);

function addChart(chart: LiveChart): void {
  const element = document.createElement('div');
  element.className = chart.isWide ? 'drawing wide' : 'drawing';
  find('drawings').append(element);
  let reader: ChartReader | undefined;
  const render = (): Html => {
    const { run } = state;
    const html = run ? chart.draw(run, view.now.focus) : NOTHING_TO_SHOW;
    if (html.toString() !== '') return html;
    return markup`<div class="chart nothing"><h3>${chart.title}</h3><p>${chart.empty}</p></div>`;
  };
  const onDrawn = (): void => {
    const figure = element.querySelector('figure');
    if (!figure) reader = undefined;
    else if (reader?.figure === figure) reader.follow();
    else reader = new ChartReader(figure);
  };
  loop.add({ element, render, onDrawn, isShown: () => state.run !== undefined && chart.isShown(state.run.burst, view.now.focus) });
}

handleActions({ state, view, link, refresh: () => loop.refresh('now'), find });
loop.onDrawn(() => {
  document.title = describeTab(state);
});
loop.refresh('now');
