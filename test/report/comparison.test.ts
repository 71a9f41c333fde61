import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeComparison, listReasons } from '../../src/report/describe-comparison.ts';
import { formatChange, formatReach, formatSide, formatTolerance, type ComparedRow } from '../../src/verdict/regression/format-change.ts';
import { renderAnnotations } from '../../src/report/render-annotations.ts';
import { renderJunit } from '../../src/report/render-junit.ts';
import { countTroubles } from '../../src/report/count-troubles.ts';
import { renderOutputs } from '../../src/report/render-outputs.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import type { Report } from '../../src/report/report.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { describeNote, describeRow } from '../../src/verdict/regression/describe-regression.ts';
import { buildComparison, buildLiveReport, buildRegressionReport, buildRow, buildUngated, reasonsOf } from '../support/build-comparison.ts';
import { buildReport } from '../support/build-report.ts';
import { compareGolden } from '../support/compare-golden.ts';

const consoleOf = (report: Report, width = 120): string => renderFinal(report, { width, paint: paintPlain, reportPath: undefined });
const regressed = (count: number): readonly ComparedRow[] =>
  Array.from({ length: count }, (_, index) =>
    buildRow('regressed', {
      name: `GET /${index} p95`,
      endpoint: `GET /${index}`,
      values: { baseline: 1, candidate: 2 + index, change: 1 + index },
    }),
  );

test('summary.md of a regression is byte for byte the golden one.', () => {
  compareGolden('summary-regression.md', renderSummaryMd(buildRegressionReport()));
});

for (const width of [80, 120]) {
  test(`What stands at the end of a regression in ${width} columns is the golden text.`, () => {
    compareGolden(`final-regression-${width}.txt`, consoleOf(buildRegressionReport(), width));
  });
}

test('Without a baseline and without values by hand no report has a word about either.', () => {
  assert.equal(describeComparison(buildReport()), undefined);
  assert.equal(describeComparison({ ...buildReport(), handRows: [] }), undefined);
  for (const text of [consoleOf(buildReport()), renderSummaryMd(buildReport())]) assert.doesNotMatch(text, /baseline/i);
});

test('The table says of each row what its sentence says.', () => {
  for (const row of describeComparison(buildRegressionReport())?.rows ?? []) {
    const { metric, values, tolerance } = row;
    const [from, to] = [formatSide(metric, values.baseline), formatSide(metric, values.candidate)];
    const sentence = describeRow(row);
    assert.ok(
      sentence.startsWith(
        `${row.name} ${from} → ${to} (${formatChange(metric, values.change)}, tolerance ${formatTolerance(metric, tolerance)})`,
      ),
      sentence,
    );
    assert.ok(sentence.endsWith(row.detectable === undefined ? 'up to tenfold' : `from ${formatReach(row)}`), sentence);
  }
});

test('Regressed rows come first, the one furthest beyond its tolerance before the others, and unchanged rows last.', () => {
  assert.deepEqual(
    describeComparison(buildRegressionReport())
      ?.rows.slice(0, 6)
      .map(({ state, name }) => `${state}: ${name}`),
    [
      'regressed: POST /api/orders error_rate',
      'regressed: total throughput',
      'suspect: order done p95',
      'not-confirmed: GET /health p95',
      'improved: GET /api/items?page=${page} p95',
      'unchanged: GET /items/0 p95',
    ],
  );
});

test('A remark stands beside the comparison and not among the reasons as well.', () => {
  const report = buildRegressionReport();
  const [first, ...others] = listReasons(report);
  assert.match(first ?? '', /^Regression: /);
  assert.deepEqual(others, []);
  const [note] = report.comparison?.result.notes ?? [];
  assert.ok(note);
  for (const text of [consoleOf(report, 400), renderSummaryMd(report).replaceAll('`', '')])
    assert.equal(text.split(describeNote(note)).length, 2);
});

const COUNTS = [
  [10, 0],
  [11, 1],
  [40, 30],
] as const;
for (const [count, left] of COUNTS) {
  const rows = Array.from({ length: count }, (_, index) => buildRow('unchanged', { name: `GET /${index} p95` }));
  const report = { ...buildReport(), comparison: buildComparison(rows) };
  test(`Of ${count} unchanged rows ${left === 0 ? 'all stand open' : 'the console counts those beyond ten, and the summary folds them'}.`, () => {
    assert.equal(/… (\d+) more unchanged/.exec(consoleOf(report))?.[1], left === 0 ? undefined : String(left));
    assert.equal(/<summary>Unchanged: (\d+)</.exec(renderSummaryMd(report))?.[1], left === 0 ? undefined : String(count));
    assert.equal(renderSummaryMd(report).match(/^\| ✅ \| `GET \/\d+ p95`/gm)?.length, count);
  });
}

test('No row but an unchanged one is ever left out on the console.', () => {
  const report = {
    ...buildReport({ verdict: { state: 'regression' } }),
    comparison: buildComparison([...regressed(14), buildRow('unchanged')]),
  };
  assert.equal(consoleOf(report).match(/✗ {2}GET \/\d+ p95/g)?.length, 14);
});

for (const [runs, title] of [
  [undefined, 'Against the baseline (file:history)'],
  [1, 'Against the baseline (1 run in file:history)'],
  [12, 'Against the baseline (12 runs in file:history)'],
] as const) {
  test(`The title reads: ${title}.`, () => {
    const { result } = buildComparison([buildRow('unchanged')]);
    const report = {
      ...buildReport(),
      comparison: { kind: 'stored', where: 'file:history', result, ...(runs !== undefined && { runs }) },
    } as const;
    assert.equal(describeComparison(report)?.title, title);
    assert.ok(consoleOf(report).includes(title));
    assert.ok(renderSummaryMd(report).includes(`### ${title.replace('file:history', '`file:history`')}`));
  });
}

for (const [interleave, title] of [
  ['simultaneous', 'Against https://old.example, at the same time (A/B)'],
  ['abba', 'Against https://old.example, by turns (ABBA)'],
] as const) {
  test(`A live comparison has the title: ${title}.`, () => {
    const report = buildLiveReport(interleave);
    assert.equal(describeComparison(report)?.title, title);
    assert.ok(consoleOf(report).includes(title));
    assert.ok(renderSummaryMd(report).includes(`### ${title.replace('https://old.example', '`https://old.example`')}`));
  });
}

test('summary.md and the console of a live comparison are the golden ones.', () => {
  compareGolden('summary-live.md', renderSummaryMd(buildLiveReport('simultaneous')));
  compareGolden('final-live-80.txt', consoleOf(buildLiveReport('abba'), 80));
});

test('A regression against another target fails its test case and is remarked at the SLA, as one against stored runs.', () => {
  const report = buildLiveReport('simultaneous');
  assert.match(renderJunit(report), /name="POST \/orders p95 against the baseline" file="sla\/shop\.sla\.yaml" line="9"><failure/);
  assert.match(renderJunit(report), /<testcase classname="load-gate" name="verdict"[^>]*><failure/);
  assert.ok(
    renderAnnotations(report).some(
      ({ level, file, line, title }) => `${level} ${file}:${line} ${title}` === 'error sla/shop.sla.yaml:9 POST /orders p95: regression',
    ),
  );
});

test('A baseline that did not answer soundly is an error in every report, and no table.', () => {
  const result = {
    state: 'not-judged',
    why: { reason: 'baseline-failed', why: 'not one of its 5 requests succeeded' },
    rows: [],
    notes: [],
  } as const;
  const report = {
    ...buildReport({ verdict: { state: 'inconclusive', reasons: reasonsOf(result) } }),
    comparison: { kind: 'live', where: 'https://old.example', interleave: 'simultaneous', result },
  } as const;
  const words = 'Not judged: the baseline did not answer soundly (not one of its 5 requests succeeded).';
  assert.deepEqual(describeComparison(report)?.sentences, [words]);
  assert.ok(renderSummaryMd(report).includes(words));
  assert.ok(consoleOf(report).includes(words));
  assert.match(renderJunit(report), /name="verdict"[^>]*><error/);
  assert.deepEqual(renderAnnotations(report).map(({ level, title }) => [level, title])[0], ['error', 'load-gate: inconclusive']);
});

test('A comparison that could not be made says why, and shows no table.', () => {
  const result = { state: 'not-judged', why: { reason: 'none-admitted', stored: 3 }, rows: [], notes: [] } as const;
  const report = { ...buildReport(), comparison: { kind: 'stored', where: 'file:history', result } as const };
  assert.deepEqual(describeComparison(report)?.sentences, ['Not judged: none of the 3 stored runs counts.']);
  assert.match(
    renderSummaryMd(report),
    /### Against the baseline \(`file:history`\)\n\n- Not judged: none of the 3 stored runs counts\.\n/,
  );
  assert.match(consoleOf(report), /^Against the baseline \(file:history\)\n- Not judged: none of the 3 stored runs counts\.$/m);
});

test('Values by hand are told without a baseline too, those beyond their tolerance first, and no verdict comes of them.', () => {
  const { handRows = [] } = buildRegressionReport();
  const report = { ...buildReport(), handRows };
  const text = describeComparison(report);
  assert.equal(text?.title, 'Against baseline_values');
  assert.deepEqual(text.sentences, [
    'order done p95 500 ms → 813 ms (by hand, no noise model): +63 %, beyond the tolerance of 10 %.',
    'POST /api/orders p99 200 ms → > 2.10 s (by hand, no noise model): beyond the tolerance of 10 %.',
    'GET /health p95 5.0 ms → 5.4 ms (by hand, no noise model): +8 %, within the tolerance of 10 %.',
    'DELETE /api/orders/${id} p95 20.0 ms (by hand, no noise model): nothing was measured.',
  ]);
  assert.deepEqual(renderAnnotations(report), []);
  assert.equal(renderJunit(report), renderJunit(buildReport()));
});

test('Each gated metric is a test case: regressed is a failure, an open suspicion an error, all else green.', () => {
  const xml = renderJunit(buildRegressionReport());
  assert.match(xml, /tests="16" failures="3" errors="1" skipped="0"/);
  const place = 'file="sla/shop.sla.yaml" line="9"';
  assert.ok(xml.includes(`<testcase classname="total" name="total throughput against the baseline" ${place}><failure `));
  assert.match(xml, /name="order done p95 against the baseline"[^>]*><error /);
  assert.match(xml, /name="GET \/health p95 against the baseline"[^>]*><system-out>/);
  assert.doesNotMatch(xml, /GET \/rare p95/);
});

test('A test case tells the interval of its change.', () => {
  const xml = renderJunit({ ...buildReport(), comparison: buildComparison([buildRow('regressed')]) });
  assert.match(xml, /this run could see changes from \+14 %; about 90 % interval of the change \+18 … \+35\./);
});

test('What regressed is an error on the line of `regression:`, and explains its verdict.', () => {
  assert.deepEqual(
    renderAnnotations(buildRegressionReport()).map(({ level, file, line, title }) => [level, file, line, title]),
    [
      ['error', 'sla/shop.sla.yaml', 9, 'POST /api/orders error_rate: regression'],
      ['error', 'sla/shop.sla.yaml', 9, 'total throughput: regression'],
    ],
  );
});

test('A regression without a known line stands on the scenario.', () => {
  const { at: _, ...comparison } = buildComparison([buildRow('regressed')]);
  const [only, ...rest] = renderAnnotations({ ...buildReport({ verdict: { state: 'regression' } }), comparison });
  assert.deepEqual([only?.file, only?.line, rest], ['load-gate.yaml', 1, []]);
});

test('A regression that no row explains is an error all the same.', () => {
  const [only] = renderAnnotations({ ...buildReport({ verdict: { state: 'regression' } }), comparison: buildComparison([]) });
  assert.equal(only?.title, 'load-gate: regression');
});

for (const [count, shown] of [
  [10, 10],
  [11, 10],
] as const) {
  test(`Of ${count} regressions ${shown} annotations are made.`, () => {
    const annotations = renderAnnotations({
      ...buildReport({ verdict: { state: 'regression' } }),
      comparison: buildComparison(regressed(count)),
    });
    assert.equal(annotations.length, shown);
    assert.equal(annotations.at(-1)?.title, count > shown ? '2 more' : 'GET /0 p95: regression');
  });
}

for (const count of [0, 1, 14]) {
  test(`The output \`regressions\` counts ${count} regressed rows and nothing else.`, () => {
    const rows = [...regressed(count), buildRow('suspect'), buildRow('not-confirmed'), buildUngated('GET /x', 'no samples')];
    const report = { ...buildReport(), comparison: buildComparison(rows) };
    assert.equal(
      renderOutputs(report.verdict.state, countTroubles([report]), { reportPath: '', resultsPath: '', summary: '' })['regressions'],
      String(count),
    );
  });
}

test('No name, place or reason can be anything but text.', () => {
  const hostile = '</details> | @octocat `x` [a](http://e.example)\u001b[2J\r\n::error::x\u202e\n# title';
  const rows = [buildRow('regressed', { name: hostile, endpoint: hostile }), buildUngated(hostile, hostile)];
  const notes = [
    {
      kind: 'left-out',
      runs: [
        { id: hostile, reason: hostile },
        { id: 'b', reason: hostile },
      ],
    },
    { kind: 'new-endpoints', names: [hostile] },
  ] as const;
  const comparison = { ...buildComparison(rows, notes), where: hostile };
  const report = {
    ...buildReport({ verdict: { state: 'regression', reasons: reasonsOf(comparison.result) } }),
    comparison,
    handRows: [{ name: hostile, baselineUs: 1, tolerance: 0.1, state: 'no-data' }],
  } as const;
  const markdown = renderSummaryMd(report);
  assert.doesNotMatch(markdown, /^# title/m);
  assert.doesNotMatch(markdown.replace(/(`+)(?:(?!\1).)*?\1(?!`)/g, ''), /<\/details> \||@octocat|\[a\]\(|http:\/\//);
  for (const text of [markdown, consoleOf(report), renderJunit(report)])
    // oxlint-disable-next-line no-control-regex
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  for (const { title, message } of renderAnnotations(report))
    for (const mark of ['\r', '\n', '\u001b']) assert.ok(!`${title}${message}`.includes(mark));
});

test('A summary with a long comparison keeps its limit, its fold closed and its rows whole.', () => {
  const rows = [...regressed(60), ...Array.from({ length: 500 }, (_, index) => buildRow('unchanged', { name: `GET /same/${index} p95` }))];
  const text = renderSummaryMd({ ...buildReport({ verdict: { state: 'regression' } }), comparison: buildComparison(rows) }, 8_000);
  assert.ok(Buffer.byteLength(text) <= 8_000);
  assert.equal((text.match(/<details>/g) ?? []).length, (text.match(/<\/details>/g) ?? []).length);
  for (const line of text.split('\n')) assert.ok(!line.startsWith('|') || line.endsWith('|'), line);
});
