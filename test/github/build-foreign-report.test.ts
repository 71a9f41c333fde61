import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSla } from '../../src/config/parse-sla.ts';
import type { Sla } from '../../src/config/sla.ts';
import { buildForeignReport, type ForeignReport } from '../../src/github/build-foreign-report.ts';
import { renderComment } from '../../src/report/render-comment.ts';
import { renderResults } from '../../src/report/render-results.ts';
import type { Report } from '../../src/report/report.ts';
import { judgeRun } from '../../src/verdict/judge-run.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';

const TRUSTED = { names: new Set(['steady']), title: 'Shop' };

function parse(text: string): Sla {
  const files = { text: () => ({ error: 'none' }) };
  const parsed = parseSla({ file: 'load-gate.sla.yaml', text, env: {}, files, sets: [], requireSecrets: false } as never);
  assert.ok(parsed.ok);
  return parsed.value;
}

function read(text: string, sla: string): ForeignReport {
  return buildForeignReport(text, TRUSTED, ({ run }) => ({ verdict: judgeRun(run, parse(sla), 1) }));
}

/** 600 requests of 100 ms, and what the fork says of them. */
function buildFork(verdict: Partial<Report['verdict']>): string {
  const run = buildRunSummary({
    phases: [{ name: 'steady', seconds: 30 }],
    series: [{ name: 'GET /items', seconds: everySecond(30, { okMs: Array.from({ length: 20 }, () => 100) }) }],
    with: { target: 'https://PLANTED.example', scenario: { name: 'PLANTED', file: 'PLANTED', hash: 'PLANTED', profile: undefined } },
  });
  return renderResults(buildReport({ run, verdict }));
}

test('A verdict that the results claim is thrown away, and the promises of our own branch decide.', () => {
  const claimed = buildFork({ state: 'pass', reasons: ['PLANTED: all is well.'] });
  const broken = read(claimed, 'endpoints: { GET /items: { p95: 50ms } }');
  assert.ok(broken.ok);
  assert.equal(broken.report.verdict.state, 'breach');
  const held = read(buildFork({ state: 'breach', reasons: ['PLANTED'] }), 'endpoints: { GET /items: { p95: 500ms } }');
  assert.ok(held.ok);
  assert.equal(held.report.verdict.state, 'pass');
  assert.doesNotMatch(renderComment(held.report, { key: 'k' }), /PLANTED/);
  assert.doesNotMatch(renderComment(broken.report, { key: 'k' }), /PLANTED/);
});

test('Without a promise of ours nothing passes.', () => {
  const foreign = read(buildFork({ state: 'pass' }), '{}');
  assert.ok(foreign.ok);
  assert.equal(foreign.report.verdict.state, 'inconclusive');
});

test('Books that do not balance are seen, whatever words they were told in.', () => {
  const report = buildShopReport();
  const text = renderResults({ ...report, run: { ...report.run, imbalances: ['PLANTED'] } });
  const foreign = read(text, 'endpoints: { "*": { p95: 10s } }');
  assert.ok(foreign.ok);
  assert.equal(foreign.report.verdict.state, 'inconclusive');
  assert.doesNotMatch(JSON.stringify(foreign.report), /PLANTED/);
});

const good = buildFork({});
const BROKEN: readonly (readonly [name: string, text: string, sentence: RegExp])[] = [
  ['no JSON', 'PLANTED {', /it is not JSON\.$/],
  ['a newer version', good.replace('"schema_version": 1', '"schema_version": 999'), /a newer load-gate wrote it\.$/],
  ['another schema', '{"schema_version": 1, "run": "PLANTED"}', /it does not fit its schema\.$/],
  ['a phase without end', good.replace(/"endMs": ?[\d.]+/, '"endMs": 1e15'), /its phases last longer than any run does\.$/],
  ['a phase before all time', good.replace(/"startMs": ?[\d.]+/, '"startMs": -1e15'), /its phases last longer than any run does\.$/],
  [
    'a suite',
    '{"schema_version": 1, "suite": "PLANTED", "parts": [{"folder": "planted", "results": 1}]}',
    /it holds a suite of several scenarios, and this half takes one: .*\.$/,
  ],
  ['keys of a prototype', good.replace('"tool"', '"__proto__": {"PLANTED": 1}, "tool"'), /it does not fit its schema\.$/],
];

for (const [name, text, sentence] of BROKEN) {
  test(`Results with ${name} are refused, in words of ours alone.`, () => {
    const foreign = read(text, '{}');
    assert.ok(!foreign.ok);
    assert.match(foreign.sentence, sentence);
    assert.doesNotMatch(foreign.sentence, /PLANTED/);
  });
}
