import type { RunSummary } from '../../metrics/run-summary.ts';
import { renderLocustCsv, type LocustCsv } from '../../report/render-locust-csv.ts';
import { LIVE_PAGE, LIVE_PAGE_POLICY } from './live-page.ts';
import type { Route, Routes } from './serve-pages.ts';

/** What can be fetched beside the page, made when it is asked for. */
export interface LiveFiles {
  /** The script that draws the page. */
  readonly script: Buffer;
  /** The run so far; undefined: no burst has begun. */
  readonly summarize: () => RunSummary | undefined;
  /** report.html; undefined before the end. */
  readonly report: () => string | undefined;
}

const CSV_FILES: Readonly<Record<string, keyof LocustCsv>> = {
  'stats.csv': 'stats',
  'stats_history.csv': 'history',
  'failures.csv': 'failures',
  'exceptions.csv': 'exceptions',
};

/** The page, its script, and the files of the run so far. */
export function routeLivePage({ script, summarize, report }: LiveFiles): Routes {
  const fixed = new Map<string, Route>([
    ['', { contentType: 'text/html; charset=utf-8', body: () => LIVE_PAGE, policy: LIVE_PAGE_POLICY }],
    ['page.js', { contentType: 'text/javascript; charset=utf-8', body: () => script }],
  ]);
  return (path) => {
    const name = Object.hasOwn(CSV_FILES, path) ? CSV_FILES[path] : undefined;
    const run = name && summarize();
    if (name && run) return { contentType: 'text/csv; charset=utf-8', downloadAs: path, body: () => renderLocustCsv({ run })[name] };
    const page = path === 'report.html' ? report() : undefined;
    if (page !== undefined) return { contentType: 'text/html; charset=utf-8', body: () => page, ...policyOf(page) };
    return fixed.get(path);
  };
}

/** A report says its policy itself; a browser keeps to that and to the header's alike. Closed: without one it may load and run nothing. */
function policyOf(page: string): Pick<Route, 'policy'> {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1];
  return policy === undefined ? {} : { policy };
}
