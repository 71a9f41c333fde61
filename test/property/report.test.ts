import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeDistribution, encodeDistribution } from '../../src/report/encode-distribution.ts';
import { formatPythonFloat } from '../../src/report/format-python-float.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { renderAnnotations } from '../../src/report/render-annotations.ts';
import { renderJunit } from '../../src/report/render-junit.ts';
import { renderLocustCsv } from '../../src/report/render-locust-csv.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { buildCheck, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, recordDistribution } from '../support/build-run-summary.ts';
import type { Report } from '../../src/report/report.ts';

const latencyUs = fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 3_600_000_000 }));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('|', '\\', '`', '<', '>', '&', '@', '\n', '\u001b', '[', ']', '日', '😀', 'a', ' '), maxLength: 400 }),
);

test('Any distribution comes back exactly as it was.', () => {
  fc.assert(
    fc.property(fc.array(latencyUs, { maxLength: 300 }), (values) => {
      const distribution = recordDistribution(values);
      assert.deepEqual(decodeDistribution(encodeDistribution(distribution)), distribution);
    }),
  );
});

test('Any text is a distribution that encodes to the same text, or is refused.', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      const decoded = decodeDistribution(text);
      if (decoded) assert.equal(encodeDistribution(decoded), text);
    }),
  );
});

test('A float as Python writes it reads back as the same number.', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = formatPythonFloat(value);
      assert.ok(Object.is(Number(text), value));
      assert.match(text, /^-?\d+(?:\.\d+)?(?:e[+-]\d{2,3})?$/);
      assert.match(text, /[.e]/);
    }),
  );
});

/** Ten endpoints and checks whose every text is anything at all. */
const anyReport: fc.Arbitrary<Report> = fc
  .record({
    names: fc.uniqueArray(anyText, { minLength: 1, maxLength: 10 }),
    texts: fc.array(anyText, { minLength: 1, maxLength: 30 }),
    state: fc.constantFrom('pass', 'breach', 'regression', 'inconclusive'),
  })
  .map(({ names, texts, state }) => {
    const run = buildRunSummary({
      series: names.map((name) => ({ name, seconds: [{ okMs: [1, 2, 3], failed: 1 }] })),
      with: { target: texts[0] ?? '', scenario: { name: texts[0] ?? '', file: 'a.yaml', hash: '', profile: texts[0] } },
    });
    const checks = texts.map((text, index) =>
      buildCheck({
        name: `${index} ${text}`,
        series: names[index % names.length] ?? '',
        promise: text,
        state: index % 2 === 0 ? 'breached' : 'passed',
        observed: { text },
      }),
    );
    return { run, verdict: { state, reasons: texts, checks } };
  });

test('Whatever the texts are, each rendering keeps its limits and its grammar.', () => {
  fc.assert(
    fc.property(anyReport, fc.integer({ min: 5_000, max: 70_000 }), fc.integer({ min: 20, max: 140 }), (report, limit, width) => {
      assert.ok(Buffer.byteLength(renderSummaryMd(report, limit)) <= limit);
      for (const line of renderFinal(report, { width, paint: paintPlain, reportPath: 'out' }).split('\n'))
        assert.ok(measureWidth(line) <= width);
      assert.equal((renderJunit(report).match(/<testcase /g) ?? []).length, report.verdict.checks.length + 1);
      assert.equal(renderLocustCsv(report).stats.split('\r\n').length, report.run.series.length + 3);
      for (const level of ['error', 'warning']) assert.ok(renderAnnotations(report).filter((one) => one.level === level).length <= 10);
      const parsed = parseResults(renderResults(report));
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.report, report);
    }),
    { numRuns: 60 },
  );
});

const good = renderResults(buildShopReport());

test('No damage to a result makes its reader throw.', () => {
  const damage = fc.record({
    at: fc.nat(good.length - 1),
    length: fc.nat(200),
    put: fc.oneof(anyText, fc.constantFrom('null', '-1', '1e999', '"__proto__":{},', '{}', '[]', 'true')),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const text = damages.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), good);
      const parsed = parseResults(text);
      assert.equal(typeof parsed.ok, 'boolean');
    }),
    { numRuns: 200 },
  );
});

test('Any JSON at all is read without a throw.', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => void parseResults(JSON.stringify({ schema_version: 1, run: value, verdict: value }))));
});
