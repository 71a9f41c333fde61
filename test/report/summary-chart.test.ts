import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import type { Report } from '../../src/report/report.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond, times, type SecondInput } from '../support/build-run-summary.ts';

interface Chart {
  readonly x: readonly [number, number];
  readonly y: readonly [unit: string, most: number];
  readonly p95: readonly number[];
  readonly p50: readonly number[];
}

/** The charts of a summary, parsed by the grammar that Mermaid documents. */
function readCharts(report: Report): readonly Chart[] {
  const blocks = renderSummaryMd(report).matchAll(/^```mermaid\n---\nconfig:\n[^`]*?\n---\nxychart-beta\n([^`]*?)\n```$/gm);
  return Array.from(blocks, ([, body = '']) => {
    const x = /^ {2}x-axis "[a-z ]+" (\d+) --> (\d+)$/m.exec(body);
    const y = /^ {2}y-axis "(m?s)" 0 --> ([\d.]+)$/m.exec(body);
    const [p95 = [], p50 = []] = Array.from(body.matchAll(/^ {2}line \[([\d., ]+)\]$/gm), ([, list = '']) => list.split(', ').map(Number));
    assert.ok(x && y, body);
    return { x: [Number(x[1]), Number(x[2])], y: [y[1] ?? '', Number(y[2])], p95, p50 };
  });
}

function runOf(seconds: readonly SecondInput[]): Report {
  return buildReport({ run: buildRunSummary({ series: [{ name: 'GET /x', seconds }] }) });
}

const slow = (second: number): readonly number[] => [...times(18, 10 + second), 100, 200];

test('Each second with enough samples is a point: its p50 and its p95.', () => {
  const [chart, ...others] = readCharts(runOf(everySecond(5, (second) => ({ okMs: slow(second) }))));
  assert.deepEqual(others, []);
  assert.deepEqual(chart?.x, [0, 4]);
  assert.deepEqual(chart.p50, [10, 11, 12, 13, 14]);
  assert.deepEqual(chart.p95, [100, 100, 100, 100, 100]);
  assert.ok(chart.y[0] === 'ms' && chart.y[1] > 100);
});

for (const [seconds, points, step] of [
  [60, 60, 1],
  [61, 31, 2],
  [3_600, 60, 60],
] as const) {
  test(`Of ${seconds} s there are ${points} points of ${step} s.`, () => {
    const report = runOf(everySecond(seconds, { okMs: times(20, 5) }));
    const [chart] = readCharts(report);
    assert.equal(chart?.p95.length, points);
    assert.deepEqual(chart.x, [0, (points - 1) * step]);
    assert.equal(renderSummaryMd(report).includes(`each point covers ${step} s`), step > 1);
  });
}

test('Few samples make wide points, so that a p95 is more than a maximum.', () => {
  const [chart] = readCharts(runOf(everySecond(60, { okMs: times(4, 5) })));
  assert.equal(chart?.p95.length, 12);
});

test('Where nothing succeeded the line runs straight across, and the text says for how long.', () => {
  const report = runOf(
    everySecond(6, (second) => (second === 2 || second === 3 ? { timedOut: 20 } : { okMs: times(20, second === 1 ? 10 : 40) })),
  );
  assert.deepEqual(readCharts(report)[0]?.p50, [40, 10, 20, 30, 40, 40]);
  assert.match(renderSummaryMd(report), /^Phase `steady`; for 2 s nothing succeeded, and the lines run straight across\.$/m);
});

test('Very long latencies are in seconds.', () => {
  const [chart] = readCharts(runOf(everySecond(3, { okMs: times(20, 12_000) })));
  assert.equal(chart?.y[0], 's');
  assert.deepEqual(chart.p95, [12, 12, 12]);
});

const NOTHING: readonly (readonly [name: string, report: Report])[] = [
  ['nothing was attempted', runOf([])],
  ['nothing succeeded', runOf(everySecond(20, { failed: 10 }))],
  ['only one second saw a success', runOf([{ okMs: times(100, 5) }])],
  [
    'all was warm-up',
    buildReport({
      run: buildRunSummary({
        phases: [{ name: 'warm', seconds: 9, warmup: true }],
        series: [{ name: 'a', in: { warm: everySecond(9, { okMs: times(50, 1) }) } }],
      }),
    }),
  ],
];

for (const [name, report] of NOTHING) {
  test(`Where ${name} there is no chart, and no title of one.`, () => {
    assert.doesNotMatch(renderSummaryMd(report), /mermaid|Latency over time/);
  });
}

test('Each judged phase has a chart, up to three, and the text counts the others.', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const run = buildRunSummary({
    phases: [...names.map((name) => ({ name, seconds: 5 })), { name: 'rest', seconds: 2, model: 'pause' as const }],
    series: [{ name: 'GET /x', in: Object.fromEntries(names.map((name) => [name, everySecond(5, { okMs: times(20, 5) })])) }],
  });
  const report = buildReport({ run });
  assert.deepEqual(
    readCharts(report).map(({ x }) => x[0]),
    [0, 5, 10],
  );
  assert.match(renderSummaryMd(report), /^_2 more phases have no chart here\._$/m);
});

test('The endpoint whose promise is broken is what is drawn, else all together.', () => {
  assert.match(renderSummaryMd(buildShopReport()), /^Of `POST \/api\/orders`: p95 \(orange, above\)/m);
  const held = { ...buildShopReport(), verdict: buildReport().verdict };
  assert.match(renderSummaryMd(held), /^Of all endpoints together: p95/m);
  const foreign = { ...held, verdict: { ...held.verdict, checks: [buildCheck({ series: 'total', state: 'breached' })] } };
  assert.match(renderSummaryMd(foreign), /^Of all endpoints together: p95/m);
});

test('No name of the user stands within a chart.', () => {
  const name = '```\n"]x-axis <b>';
  const run = buildRunSummary({ phases: [{ name, seconds: 5 }], series: [{ name, seconds: everySecond(5, { okMs: times(20, 5) }) }] });
  const report = buildReport({ run, verdict: { state: 'breach', checks: [buildCheck({ series: name, state: 'breached' })] } });
  assert.equal(readCharts(report).length, 1);
  assert.equal((renderSummaryMd(report).match(/^```/gm) ?? []).length, 2);
});
