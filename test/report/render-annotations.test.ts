import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAnnotations } from '../../src/report/render-annotations.ts';
import { countTroubles } from '../../src/report/count-troubles.ts';
import { renderOutputs } from '../../src/report/render-outputs.ts';
import { OUTPUTS } from '../../src/options/outputs.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';

test('A pass has nothing to remark.', () => {
  assert.deepEqual(renderAnnotations(buildReport()), []);
});

test('What is broken is an error on the line of its row; warnings and what was not judged are warnings.', () => {
  const annotations = renderAnnotations(buildShopReport());
  assert.deepEqual(
    annotations.map(({ level, file, line }) => [level, file, line]),
    [
      ['error', 'sla/shop.sla.yaml', 5],
      ['warning', 'sla/shop.sla.yaml', 6],
      ['warning', 'sla/shop.sla.yaml', 12],
    ],
  );
  assert.equal(annotations[0]?.message, 'POST /api/orders p99 is > 2.10 s; promised is ≤ 300 ms (p99: 300ms).');
});

for (const [count, shown] of [
  [9, 9],
  [10, 10],
  [11, 10],
  [40, 10],
] as const) {
  test(`Of ${count} broken promises ${shown} annotations are made, and the last counts what is left.`, () => {
    const checks = Array.from({ length: count }, (_, index) =>
      buildCheck({ name: `check ${index}`, state: 'breached', observed: { value: 30_000 + index } }),
    );
    const annotations = renderAnnotations(buildReport({ verdict: { state: 'breach', checks } }));
    assert.equal(annotations.length, shown);
    assert.equal(annotations[0]?.title, `check ${count - 1}: broken`);
    assert.equal(annotations.at(-1)?.title, count > 10 ? `${count - 9} more` : 'check 0: broken');
  });
}

test('A verdict that no check explains is an error on the scenario, and still at most ten.', () => {
  const reasons = ['The generator was late: schedule lag p99 is 80 ms.'];
  const [only, ...rest] = renderAnnotations(buildReport({ verdict: { state: 'inconclusive', reasons } }));
  assert.deepEqual(only, { level: 'error', file: 'load-gate.yaml', line: 1, title: 'load-gate: inconclusive', message: reasons[0] });
  assert.deepEqual(rest, []);
  const checks = Array.from({ length: 20 }, (_, index) => buildCheck({ name: `check ${index}`, state: 'breached' }));
  assert.equal(renderAnnotations(buildReport({ verdict: { state: 'inconclusive', reasons, checks } })).length, 10);
});

test('No text has a line break or an escape in it, so that none can begin a workflow command.', () => {
  const hostile = 'x\n::set-output name=a::b\r\n\u001b[31m%0A';
  const [one] = renderAnnotations(
    buildReport({ verdict: { state: 'breach', checks: [buildCheck({ name: hostile, state: 'breached', observed: { text: hostile } })] } }),
  );
  for (const mark of ['\r', '\n', '\u001b']) assert.ok(!`${one?.title}${one?.message}`.includes(mark));
});

test('The outputs are those of the table, as text.', () => {
  const outputs = renderOutputs(buildShopReport().verdict.state, countTroubles([buildShopReport()]), {
    reportPath: 'out/',
    resultsPath: 'out/results.json',
    artifact: { id: 17, url: 'https://x.example/17' },
    commentUrl: 'https://x.example/1',
    summary: '# x',
  });
  assert.deepEqual(
    Object.keys(outputs).sort(),
    OUTPUTS.map(([name]) => name)
      .filter((name) => name !== 'start-at' && name !== 'plan-hash') // those of mode plan
      .sort(),
  );
  assert.deepEqual(outputs, {
    verdict: 'breach',
    breaches: '1',
    regressions: '0',
    'report-path': 'out/',
    'results-path': 'out/results.json',
    'artifact-id': '17',
    'artifact-url': 'https://x.example/17',
    'comment-url': 'https://x.example/1',
    summary: '# x',
  });
});
