import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOpenMetrics } from '../../src/report/format-open-metrics.ts';
import { renderMetrics } from '../../src/report/render-metrics.ts';
import { buildRegressionReport } from '../support/build-comparison.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { compareGolden } from '../support/compare-golden.ts';

/** The value of a sample by its name and labels as written. */
function valueOf(text: string, sample: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.startsWith(`${sample} `))
    ?.slice(sample.length + 1);
}

test('metrics.prom of the shop is byte for byte the golden one.', () => {
  compareGolden('metrics.prom', renderMetrics(buildShopReport()));
});

test('Each family stands together, with its help, its type and then its samples, and the file ends with its end.', () => {
  const lines = renderMetrics(buildShopReport()).split('\n');
  assert.deepEqual(lines.slice(-2), ['# EOF', '']);
  const seen = new Set<string>();
  let family = '';
  for (const line of lines.slice(0, -2)) {
    const [, help] = /^# HELP (\S+) .+/.exec(line) ?? [];
    if (help !== undefined) {
      assert.ok(!seen.has(help), `${help} comes twice`);
      seen.add(help);
      family = help;
    }
    if (!line.startsWith('#')) assert.ok(line.startsWith(family), line);
    const [, name = '', unit = ''] = /^# UNIT (\S+) (\S+)$/.exec(line) ?? [];
    assert.ok(name.endsWith(unit), line);
  }
});

test('No two samples have the same name and labels.', () => {
  const samples = renderMetrics(buildShopReport())
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.slice(0, line.lastIndexOf(' ')));
  assert.equal(new Set(samples).size, samples.length);
});

test('What never came back is infinite, never the slowest answer; sum and count are of successes.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /x', seconds: everySecond(10, { okMs: [10, 20], timedOut: 1 }) }] });
  const text = renderMetrics(buildReport({ run }));
  assert.equal(valueOf(text, 'load_gate_latency_seconds{endpoint="GET /x",quantile="0.5"}'), '0.02');
  assert.equal(valueOf(text, 'load_gate_latency_seconds{endpoint="GET /x",quantile="0.95"}'), '+Inf');
  assert.equal(valueOf(text, 'load_gate_latency_seconds_sum{endpoint="GET /x"}'), '0.3');
  assert.equal(valueOf(text, 'load_gate_latency_seconds_count{endpoint="GET /x"}'), '20');
});

test('An endpoint without a sample has no quantile, and counts of 0.', () => {
  const text = renderMetrics(buildReport({ run: buildRunSummary({ series: [{ name: 'GET /x' }] }) }));
  assert.doesNotMatch(text, /quantile|NaN/);
  assert.equal(valueOf(text, 'load_gate_latency_seconds_count{endpoint="GET /x"}'), '0');
  assert.equal(valueOf(text, 'load_gate_requests{endpoint="GET /x",outcome="ok"}'), '0');
});

for (const state of ['pass', 'breach', 'regression', 'inconclusive'] as const) {
  test(`The verdict ${state} is 1 and the others are 0.`, () => {
    const text = renderMetrics(buildReport({ verdict: { state } }));
    for (const one of ['pass', 'breach', 'regression', 'inconclusive']) {
      assert.equal(valueOf(text, `load_gate_verdict{state="${one}"}`), one === state ? '1' : '0');
    }
  });
}

test('A promise that could not be judged does not hold, and one that was filtered out is not there.', () => {
  const text = renderMetrics(buildShopReport());
  const holds = (endpoint: string): readonly string[] =>
    text.split('\n').filter((line) => line.startsWith(`load_gate_check_holds{check="${endpoint}`));
  assert.match(holds('order done p95')[0] ?? '', / 0$/);
  assert.deepEqual(holds('DELETE'), []);
});

test('Regressions are counted where something was compared, and only there.', () => {
  assert.match(renderMetrics(buildRegressionReport()), /^load_gate_regressions [1-9]\d*$/m);
  assert.doesNotMatch(renderMetrics(buildReport()), /load_gate_regressions/);
});

test('Backslashes, quotes and line feeds are escaped, and what cannot be UTF-8 is replaced.', () => {
  const text = formatOpenMetrics([
    { name: 'x', type: 'gauge', help: 'a "b"\\\nc', samples: [{ labels: { name: 'q"\\\n}\u{d800} 1' }, value: Number.NEGATIVE_INFINITY }] },
    { name: 'y', type: 'gauge', help: 'nothing', samples: [] },
  ]);
  assert.equal(text, '# HELP x a \\"b\\"\\\\\\nc\n# TYPE x gauge\nx{name="q\\"\\\\\\n}\ufffd 1"} -Inf\n# EOF\n');
});
