import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintColour, paintPlain } from '../../src/terminal/paint.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { compareGolden } from '../support/compare-golden.ts';
import { steerRun } from '../support/steer-run.ts';

for (const width of [50, 80, 120]) {
  test(`What stands at the end of the shop's run in ${width} columns is the golden text.`, () => {
    compareGolden(`final-${width}.txt`, renderFinal(buildShopReport(), { width, paint: paintPlain, reportPath: 'load-gate-report/' }));
  });
}

test('In colour it is the golden text too.', () => {
  compareGolden('final-80-colour.txt', renderFinal(buildShopReport(), { width: 80, paint: paintColour, reportPath: 'load-gate-report/' }));
});

test('No line is wider than the terminal, however narrow.', () => {
  for (const width of [20, 30, 40, 50, 60, 70, 80, 100]) {
    for (const line of renderFinal(buildShopReport(), { width, paint: paintPlain, reportPath: `/${'long/'.repeat(30)}` }).split('\n')) {
      assert.ok(measureWidth(line) <= width, `${width}: ${line}`);
    }
  }
});

for (const [state, word] of [
  ['pass', 'PASS'],
  ['breach', 'BREACH'],
  ['regression', 'REGRESSION'],
  ['inconclusive', 'INCONCLUSIVE'],
] as const) {
  test(`The first word is the verdict: ${state}.`, () => {
    const text = renderFinal(buildReport({ verdict: { state } }), { width: 80, paint: paintPlain, reportPath: undefined });
    assert.ok(text.startsWith(`${word}  `));
    assert.doesNotMatch(text, /reports:/);
  });
}

test('Red is for what is broken alone.', () => {
  const text = renderFinal(buildReport(), { width: 80, paint: paintColour, reportPath: 'x' });
  assert.doesNotMatch(text, /\u001b\[31m/); // oxlint-disable-line no-control-regex
});

test('A run that was cut short says so.', () => {
  const run = buildRunSummary({ with: { ending: { state: 'cut-short', reason: 'SIGINT' } } });
  assert.match(renderFinal(buildReport({ run }), { width: 80, paint: paintPlain, reportPath: undefined }), /^cut short: SIGINT$/m);
});

test('A run whose users were set by hand says so, and how often when it was often.', () => {
  const run = steerRun(buildRunSummary());
  const says = (levelChanges: typeof run.levelChanges): string =>
    renderFinal(buildReport({ run: { ...run, levelChanges } }), { width: 120, paint: paintPlain, reportPath: undefined });
  assert.match(says(run.levelChanges), /^users set by hand: from 10 to 25 at 4 s$/m);
  const [change] = run.levelChanges;
  assert.ok(change);
  assert.match(says(Array.from({ length: 9 }, () => change)), /^users set by hand: (from 10 to 25 at 4 s, ){3}and 6 more$/m);
});

test('Escapes of a server never reach the terminal.', () => {
  const hostile = 'x\u001b[2J\u001b]0;owned\u0007\u009b31m\r\n\u202ey';
  const run = buildRunSummary({
    series: [{ name: hostile, seconds: [{ okMs: [1], failed: 1 }] }],
    with: { target: hostile, ending: { state: 'aborted', reason: hostile } },
  });
  const failing = {
    ...run,
    series: run.series.map((one) => ({
      ...one,
      perPhase: one.perPhase.map((part) => ({ ...part, failures: part.failures.map((failure) => ({ ...failure, reason: hostile })) })),
    })),
  };
  const checks = [buildCheck({ series: hostile, promise: hostile, state: 'breached', observed: { text: hostile } })];
  const text = renderFinal(
    { run: failing, verdict: { state: 'breach', reasons: [hostile], checks } },
    { width: 80, paint: paintPlain, reportPath: hostile },
  );
  // oxlint-disable-next-line no-control-regex
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
