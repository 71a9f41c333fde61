import { markup, NOTHING_TO_SHOW, type Html } from '../../../report/html/markup.ts';
import type { PageState } from './page-state.ts';

/** What the server makes of the run so far, and what each is. */
const LIVE_FILES = [
  ['stats.csv', 'each endpoint'],
  ['stats_history.csv', 'every second'],
  ['failures.csv', 'what failed'],
  ['exceptions.csv', 'as Locust has it'],
] as const;

/** While the run goes on, Locust's CSV files so far, from the server; afterwards the files of the report, out of the page: `urls` has where they are, by their names. */
export function renderDownloads({ stage, run }: PageState, urls: ReadonlyMap<string, string>): Html {
  if (stage.kind === 'ended') {
    if (urls.size === 0) return NOTHING_TO_SHOW;
    const links = [...urls].map(([name, url]) => markup`<li><a href="${url}" download="${name}">${name}</a></li>`);
    return markup`<h2 id="downloads-h">Files</h2><p class="note">Kept in this page, also when load-gate is gone.</p><ul class="files">${links}</ul>`;
  }
  if (!run) return NOTHING_TO_SHOW;
  const links = LIVE_FILES.map(([name, what]) => markup`<li><a href="${name}" download="${name}">${name}</a> <small>${what}</small></li>`);
  return markup`<h2 id="downloads-h">Files</h2><p class="note">Of the run so far, with the columns of Locust’s files.</p><ul class="files">${links}</ul>`;
}
