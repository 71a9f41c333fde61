import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderReportHtml } from '../../src/report/html/render-report-html.ts';
import type { Report } from '../../src/report/report.ts';
import { buildComparison, buildRow, buildUngated } from '../support/build-comparison.ts';
import { buildCheck, buildReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { listElements, parsePage, type Element } from '../report/html/parse-page.ts';

const PIECES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='",
  '</style>',
  '</title>',
  '<!--',
  '-->',
  ']]>',
  '&lt;',
  '&#60;',
  '`',
  '${x}',
  '\u202e',
  '\u2066',
  'שלום',
  '\ud800',
  '\u0000',
  '\u2028',
  'javascript:',
  '</script',
];
const anyText = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.constantFrom(...PIECES).map((piece) => piece.repeat(500)),
);

/** A report all of whose texts are `text`, numbered where they must differ. */
function fill(text: (place: number) => string): Report {
  let place = 0;
  // Numbered, so that two texts are never one name by chance.
  const next = (): string => `${place}${text(place++)}`;
  const [name, other] = [next(), `2${next()}`];
  const run = buildRunSummary({
    phases: [{ name: next(), seconds: 3, model: 'open' }],
    series: [
      { name: `1${name}`, seconds: [{ okMs: [5, 9], failed: 1 }, { okMs: [5] }, { okMs: [7], timedOut: 1 }] },
      { name: other, kind: 'ws', seconds: [{ okMs: [5], open: 1, messagesIn: 2 }, { okMs: [6], open: 2 }, {}] },
    ],
    with: {
      scenario: { name: next(), file: next(), hash: next(), profile: next() },
      target: `t${next()}`,
      startedAt: next(),
      ending: { state: 'aborted', reason: next() },
      environment: { node: next(), platform: next(), cpuModel: next(), cores: 2, memoryBytes: 1, runnerImage: next() },
      imbalances: [next()],
      transport: { connectionsOpened: 1, requestsOnReusedConnections: 0, protocols: { [`p${next()}`]: 1 } },
      slowRequests: [{ series: next(), atMs: 0, latencyUs: 1, traceId: next() }],
      tool: { name: 'load-gate', version: next() },
    },
  });
  const failing = run.series.map((series) => ({
    ...series,
    perPhase: series.perPhase.map((part) => ({
      ...part,
      status: { 200: 1 },
      failures: part.failures.map((failure) => ({ ...failure, reason: next(), sample: next() })),
    })),
  }));
  const checks = [
    buildCheck({
      name: next(),
      series: name,
      phase: next(),
      promise: next(),
      limit: next(),
      metric: 'p95',
      state: 'breached',
      observed: { text: next(), interval: { low: 1, high: 2, text: next() } },
    }),
    buildCheck({ name: next(), series: other, state: 'no-data', reason: next(), samples: 1 }),
  ];
  const rows = [buildRow('regressed', { name: next(), endpoint: next() }), buildUngated(next(), next())];
  return {
    ...buildReport({ run: { ...run, series: failing }, verdict: { state: 'breach', reasons: [next(), next()], checks } }),
    comparison: { ...buildComparison(rows, [{ kind: 'new-endpoints', names: [next()] }]), where: next() },
    handRows: [{ name: next(), baselineUs: 1, tolerance: 0.1, state: 'no-data' }],
  };
}

/** What a page is made of, without its texts. Names within a sentence are marked where they are found, so those elements are left out. */
function listShape(page: Element): readonly string[] {
  return listElements(page)
    .filter(({ name }) => name !== 'bdi')
    .map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);
}

test('whatever the texts are, the page has the elements and attributes of one whose texts are plain', () => {
  const plain = listShape(parsePage(renderReportHtml(fill((place) => `word${place}`))));
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 40 }), (texts) => {
      const page = renderReportHtml(fill((place) => texts[place % texts.length] ?? ''));
      assert.deepEqual(listShape(parsePage(page)), plain);
      // oxlint-disable-next-line no-control-regex
      assert.doesNotMatch(page, /[\u0000-\u0008\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
    { numRuns: 60 },
  );
});
