import { listRegressed } from './describe-comparison.ts';
import type { Report } from './report.ts';

/**
 * badge.json: what the endpoint badge of shields.io reads. Whatever is not a pass is an error there, so that no address of the badge can paint it green.
 */
export function renderBadge(report: Report): string {
  const { state } = report.verdict;
  return `${JSON.stringify({ schemaVersion: 1, label: 'load gate', ...describe(report), ...(state === 'pass' ? {} : { isError: true }) })}\n`;
}

function describe(report: Report): { readonly message: string; readonly color: string } {
  const { state, checks } = report.verdict;
  switch (state) {
    case 'pass':
      return { message: 'pass', color: 'brightgreen' };
    case 'breach': {
      const broken = checks.filter((check) => check.state === 'breached' && check.severity === 'fail').length;
      return { message: broken === 0 ? 'breach' : `${broken} broken`, color: 'red' };
    }
    case 'regression': {
      const slower = listRegressed(report).length;
      return { message: slower === 0 ? 'regression' : `${slower} regressed`, color: 'orange' };
    }
    case 'inconclusive':
      return { message: 'inconclusive', color: 'yellow' };
  }
}
