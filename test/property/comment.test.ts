import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { COMMENT_LIMIT, renderComment } from '../../src/report/render-comment.ts';
import type { Report } from '../../src/report/report.ts';
import { buildComparison, buildRow, buildUngated } from '../support/build-comparison.ts';
import { buildCheck } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const HAZARDS = [
  '@octocat',
  '@org/team',
  'a@b.co',
  'fixes #12',
  'org/repo#3',
  'GH-7',
  'https://evil.example/x',
  'www.evil.example',
  'mailto:a@b.co',
  '[x](http://e.example)',
  '![x](y)',
  '<script>alert(1)</script>',
  '</details>',
  '<!-- load-gate key=k -->',
  '-->',
  '<details>',
  '&lt;b&gt;',
  '`',
  '``',
  '|',
  '\\|',
  '\\',
  '**',
  '_',
  '~~',
  '$x$',
  ':tada:',
  '\n',
  '\n\n# title\n',
  '\r\n- [ ] task',
  '\n---\n',
  '\n    code',
  '\u202e',
  '\u200b',
  '😀',
  '\ud800',
  ' ',
  'a',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...HAZARDS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const anyReport: fc.Arbitrary<Report> = fc
  .record({
    names: fc.uniqueArray(anyText, { minLength: 1, maxLength: 6 }),
    texts: fc.array(anyText, { minLength: 1, maxLength: 25 }),
    state: fc.constantFrom('pass', 'breach', 'regression', 'inconclusive'),
    rows: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ names, texts, state, rows }) => {
    const at = (index: number): string => texts[index % texts.length] ?? '';
    const name = (index: number): string => names[index % names.length] ?? '';
    const checks = texts.map((text, index) =>
      index % 3 === 2
        ? buildCheck({ name: `${index} ${text}`, series: name(index), promise: text, state: 'no-data', reason: text, samples: 1 })
        : buildCheck({
            name: `${index} ${text}`,
            series: name(index),
            phase: at(index + 1),
            promise: text,
            state: index % 3 === 0 ? 'breached' : 'passed',
            observed: { text, interval: { low: 1, high: 2, text } },
          }),
    );
    const compared = Array.from({ length: rows }, (_, index) =>
      buildRow(index % 2 === 0 ? 'regressed' : 'unchanged', { name: `${name(index)} p95`, endpoint: name(index) }),
    );
    const comparison = buildComparison(
      [...compared, buildUngated(at(3), at(4))],
      [
        { kind: 'new-endpoints', names },
        { kind: 'left-out', runs: texts.map((text) => ({ id: text, reason: text })) },
      ],
    );
    return { run: buildRun(names, at), verdict: { state, reasons: texts, checks }, comparison };
  });

function buildRun(names: readonly string[], at: (index: number) => string): RunSummary {
  const run = buildRunSummary({
    phases: [{ name: at(0), seconds: 1 }],
    series: names.map((name) => ({ name, seconds: [{ okMs: [1, 2, 3], failed: 1 }] })),
    with: {
      target: at(0),
      scenario: { name: at(1), file: at(2), hash: at(3), profile: at(4) },
      ending: { state: 'aborted', reason: at(5) },
      environment: { node: at(0), platform: at(1), cpuModel: at(2), cores: 1, memoryBytes: 1, runnerImage: at(3) },
      imbalances: [at(4)],
    },
  });
  const series = run.series.map((one) => ({
    ...one,
    perPhase: one.perPhase.map((part) => ({
      ...part,
      failures: part.failures.map((failure) => ({ ...failure, reason: at(6), sample: at(7) })),
    })),
  }));
  return { ...run, series };
}

const SPAN = /(?<!`)(`+)(?!`)(?:(?!\1(?!`)).|(?<=`)`)*?(?<!`)\1(?!`)/g;
const [REPORT, RUN] = ['https://github.com/org/shop/actions/runs/5/artifacts/9', 'https://github.com/org/shop/actions/runs/5'];
const COMMIT = `https://github.com/org/shop/commit/${'a'.repeat(40)}`;

/** What a reader of GitHub's Markdown would look at for meaning: all but code, our own lines of structure, and character references. */
function listLoose(text: string): readonly string[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .replace(SPAN, 'x')
        .replace(/^#{2,4} /, '')
        .replace(/^<details><summary>[^<]*<\/summary>$|^<\/details>$/, '')
        .replace(`[x](${COMMIT})`, '')
        .replace(`[report](${REPORT})`, '')
        .replace(`[workflow run](${RUN})`, '')
        .replaceAll('**', '')
        .replace(/^_(… and \d+ more rows\.|\d+ rows in all .*|In brackets: .*)_$/, '')
        .replaceAll('<span>&#36;</span>', 'x')
        .replace(/[@#:h]&#8203;|www&#8203;/gi, 'x')
        .replace(/&(?:lt|gt|amp|#\d+);/g, 'x'),
    );
}

test('Whatever the texts are, a comment keeps its limit, and nothing in it is more than text.', () => {
  const frame = { commit: 'a'.repeat(40), reportUrl: REPORT, runUrl: RUN };
  fc.assert(
    fc.property(anyReport, anyText, anyText, (report, key, note) => {
      const text = renderComment(report, { ...frame, key, note });
      assert.ok(Buffer.byteLength(text) <= COMMENT_LIMIT);
      assert.match(text.split('\n')[0] ?? '', /^<!-- load-gate key=(?:(?!--)[\w.%-])* -->$/);
      assert.doesNotMatch(text, /[\u200b\u202e]|\p{Surrogate}/u);
      for (const line of listLoose(text)) {
        assert.doesNotMatch(line, /[<>@#$\\`*_~[\]]|:\/\/|:tada:|(?<![a-z0-9])(?:www\.|gh-\d)/i, line);
        assert.doesNotMatch(line, /^(?: {4}|\t|={2,}$|-{3,}$|\d+[.)] )/, line);
      }
      assert.equal((text.match(/^<details>/gm) ?? []).length, (text.match(/^<\/details>$/gm) ?? []).length);
    }),
    { numRuns: 100 },
  );
});

test('Tables keep their columns, whatever stands in a cell.', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      let expected = 0;
      for (const line of renderComment(report, { key: 'k' }).split('\n')) {
        const cells = line.replace(SPAN, 'x').split('|').length;
        if (!line.startsWith('|')) expected = 0;
        else if (expected === 0) expected = cells;
        else assert.equal(cells, expected, line);
      }
    }),
    { numRuns: 60 },
  );
});
