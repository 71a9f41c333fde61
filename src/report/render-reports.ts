import type { Report } from './report.ts';
import { renderReportHtml } from './html/render-report-html.ts';
import { renderBadge } from './render-badge.ts';
import { renderHlog } from './render-hlog.ts';
import { renderJunit } from './render-junit.ts';
import { renderLocustCsv } from './render-locust-csv.ts';
import { renderMetrics } from './render-metrics.ts';
import { renderResults } from './render-results.ts';
import { renderSummaryMd } from './render-summary-md.ts';

/** Every file that a run leaves behind, by name; `run.log` is the caller's to add, last. */
export function renderReports(report: Report): ReadonlyMap<string, string> {
  const csv = renderLocustCsv(report);
  return new Map([
    ['results.json', renderResults(report)],
    ['report.html', renderReportHtml(report)],
    ['summary.md', renderSummaryMd(report)],
    ['junit.xml', renderJunit(report)],
    ['badge.json', renderBadge(report)],
    ['stats.csv', csv.stats],
    ['stats_history.csv', csv.history],
    ['failures.csv', csv.failures],
    ['exceptions.csv', csv.exceptions],
    ['latency.hlog', renderHlog(report)],
    ['metrics.prom', renderMetrics(report)],
  ]);
}
