import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMasker, maskDeep } from '../../src/mask-secrets.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { renderReports } from '../../src/report/render-reports.ts';
import { buildCheck, buildReport, buildShopRun } from '../support/build-report.ts';

const OUR_WORDS = [
  'pass',
  'passed',
  'breach',
  'breached',
  'reach',
  'fail',
  'sla',
  'open',
  'closed',
  'complete',
  'http',
  'status',
  '500',
  'load-gate',
];

for (const secret of OUR_WORDS) {
  test(`a secret that is the word ${secret} changes no state, and the result can still be read back`, () => {
    const checks = [buildCheck({ state: 'breached' })];
    const report = buildReport({ run: buildShopRun(), verdict: { state: 'breach', checks } });
    const masked = maskDeep(report, createMasker([secret]));
    assert.equal(masked.verdict.state, 'breach');
    assert.deepEqual(
      masked.verdict.checks.map(({ state, severity, kind }) => [state, severity, kind]),
      [['breached', 'fail', 'sla']],
    );
    const results = new Map(renderReports(masked)).get('results.json') ?? '';
    const parsed = parseResults(results);
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
    assert.deepEqual(
      parsed.report.run.series.map(({ perPhase }) => perPhase.map(({ counts, status }) => [counts, status])),
      report.run.series.map(({ perPhase }) => perPhase.map(({ counts, status }) => [counts, status])),
    );
  });
}

test('text of others is masked wherever it stands', () => {
  const checks = [buildCheck({ name: 'GET /tok3n p95', series: 'GET /tok3n' })];
  const report = buildReport({ run: buildShopRun(), verdict: { checks, reasons: ['GET /tok3n p95 holds.'] } });
  assert.doesNotMatch(JSON.stringify(maskDeep(report, createMasker(['tok3n']))), /tok3n/);
});
