import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBadge } from '../../src/report/render-badge.ts';
import type { Report } from '../../src/report/report.ts';
import { buildRegressionReport } from '../support/build-comparison.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';

const BADGES: readonly (readonly [what: string, report: Report, badge: Readonly<Record<string, unknown>>])[] = [
  ['a pass', buildReport(), { message: 'pass', color: 'brightgreen' }],
  ['a breach, warnings left out', buildShopReport(), { message: '1 broken', color: 'red', isError: true }],
  ['a breach of no single promise', buildReport({ verdict: { state: 'breach' } }), { message: 'breach', color: 'red', isError: true }],
  [
    'a regression whose comparison is not at hand',
    buildReport({ verdict: { state: 'regression' } }),
    { message: 'regression', color: 'orange', isError: true },
  ],
  ['no verdict', buildReport({ verdict: { state: 'inconclusive' } }), { message: 'inconclusive', color: 'yellow', isError: true }],
];

for (const [what, report, badge] of BADGES) {
  test(`badge.json is what the endpoint badge of shields.io reads: ${what}.`, () => {
    assert.deepEqual(JSON.parse(renderBadge(report)), { schemaVersion: 1, label: 'load gate', ...badge });
  });
}

test('A regression has the number of metrics that regressed.', () => {
  const badge: unknown = JSON.parse(renderBadge(buildRegressionReport()));
  assert.match(JSON.stringify(badge), /"message":"[1-9]\d* regressed"/);
});
