import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderJunit } from '../../src/report/render-junit.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { compareGolden } from '../support/compare-golden.ts';

test('junit.xml of the shop is byte for byte the golden one.', () => {
  compareGolden('junit.xml', renderJunit(buildShopReport()));
});

test('Each check is a test case: broken is a failure, not judged an error, warnings and filtered-out rows are skipped.', () => {
  const xml = renderJunit(buildShopReport());
  assert.match(xml, /<testsuites name="load-gate" tests="7" failures="2" errors="1" skipped="2" time="20.000">/);
  assert.match(xml, /name="POST \/api\/orders p99"[^>]*><failure /);
  assert.match(xml, /name="order done p95"[^>]*><error /);
  assert.match(xml, /name="POST \/api\/orders p95 in burst"[^>]*><skipped message="Warning only/);
  assert.match(xml, /name="DELETE [^>]*><skipped /);
  assert.match(xml, /name="GET \/health p95"[^>]*><system-out>/);
});

const VERDICTS = [
  ['pass', 0, 0],
  ['breach', 1, 0],
  ['regression', 1, 0],
  ['inconclusive', 0, 1],
] as const;

for (const [state, failures, errors] of VERDICTS) {
  test(`A verdict of ${state} is ${failures + errors === 0 ? 'green' : 'red, even when every check holds'}.`, () => {
    const xml = renderJunit(buildReport({ verdict: { state, reasons: ['The generator was late.'] } }));
    assert.match(xml, new RegExp(`tests="2" failures="${failures}" errors="${errors}" skipped="0"`));
    assert.equal(/name="verdict"[^>]*><(?:failure|error) /.test(xml), state !== 'pass');
  });
}

test('Without any check the verdict alone is there.', () => {
  assert.match(
    renderJunit(buildReport({ verdict: { state: 'inconclusive', reasons: ['No check.'], checks: [] } })),
    /tests="1" failures="0" errors="1"/,
  );
});

test('No text can leave its place or hold what XML cannot.', () => {
  const hostile = "\"><testcase name='x'/>&amp;]]>\u0000\u0008\ufffe\uffff\ud800\u202e\n<!-- -->";
  const check = buildCheck({
    name: hostile,
    series: hostile,
    promise: hostile,
    state: 'breached',
    observed: { text: hostile },
    at: { file: hostile, line: 1, column: 1 },
  });
  const run = buildRunSummary({ with: { scenario: { name: hostile, file: hostile, hash: '', profile: undefined } } });
  const xml = renderJunit({ run, verdict: { state: 'breach', reasons: [hostile], checks: [check] } });
  assert.equal((xml.match(/<testcase /g) ?? []).length, 2);
  // XML 1.0, production 2: the characters that a document may hold.
  assert.match(xml, /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/u);
  const texts = xml.match(/"[^"]*"|>[^<]+</g) ?? [];
  for (const text of texts) assert.doesNotMatch(text.slice(1, -1), /[<>"']|&(?!#\d+;)/);
});
