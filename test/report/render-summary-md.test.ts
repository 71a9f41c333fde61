import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { plainSpaces } from '../support/plain-spaces.ts';
import { compareGolden } from '../support/compare-golden.ts';
import { steerRun } from '../support/steer-run.ts';

const HOSTILE = '</td></details><script>alert(1)</script> | @octocat `x` [a](http://e.example) \n\n# title \u202e';

test('summary.md of the shop is byte for byte the golden one.', () => {
  compareGolden('summary.md', renderSummaryMd(buildShopReport()));
});

const TITLES = [
  ['pass', '## ✅ Pass: Example'],
  ['breach', '## ❌ Breach: Example'],
  ['regression', '## ❌ Regression: Example'],
  ['inconclusive', '## ⚠️ Inconclusive: Example'],
] as const;

for (const [state, title] of TITLES) {
  test(`The first line says the verdict with a sign and a word: ${state}.`, () => {
    assert.equal(renderSummaryMd(buildReport({ verdict: { state } })).split('\n')[0], title);
  });
}

test('A run that was cut short says so at the top.', () => {
  const run = buildRunSummary({ with: { ending: { state: 'cut-short', reason: 'SIGINT after 3 s' } } });
  assert.match(renderSummaryMd(buildReport({ run })).slice(0, 400), /\*\*Cut short\*\*: SIGINT after 3 s/);
});

test('A run whose users were set by hand says so at the top.', () => {
  const text = renderSummaryMd(buildReport({ run: steerRun(buildRunSummary()) })).slice(0, 400);
  assert.match(text, /^\*\*Users set by hand\*\*: from 10 to 25 at 4 s\. Such a run is compared with no baseline\.$/m);
});

test('Broken promises come first, the worst of them first, then what was not judged, warnings, the rest.', () => {
  const checks = [
    buildCheck({ name: 'a', series: 'skipped', state: 'skipped', reason: 'filtered out' }),
    buildCheck({ name: 'b', series: 'holds' }),
    buildCheck({ name: 'c', series: 'warns', state: 'breached', severity: 'warn' }),
    buildCheck({ name: 'd', series: 'little data', state: 'no-data', reason: 'too few', samples: 3 }),
    buildCheck({ name: 'e', series: 'twice the limit', state: 'breached', observed: { value: 50_000, limitValue: 25_000 } }),
    buildCheck({
      name: 'f',
      series: 'never came back',
      state: 'breached',
      observed: { value: 26_000, limitValue: 25_000, censored: true },
    }),
    buildCheck({ name: 'g', series: 'three times', state: 'breached', observed: { value: 75_000, limitValue: 25_000 } }),
  ];
  const text = renderSummaryMd(buildReport({ verdict: { state: 'breach', checks } }));
  const table = text.slice(text.indexOf('### Promises'), text.indexOf('### Endpoints'));
  const order = [...table.matchAll(/^\| \S+ \| `([^`]+)`/gm)].map((match) => match[1]);
  assert.deepEqual(order, ['never came back', 'three times', 'twice the limit', 'little data', 'warns', 'holds', 'skipped']);
});

test('What was not judged or skipped is told below the table by its reason, unless a sentence above has told it.', () => {
  const skipped = ['a', 'b', 'c', 'd'].map((name) => buildCheck({ name, series: name, state: 'skipped', reason: 'filtered out' }));
  const few = buildCheck({ name: 'GET /x p95', series: 'GET /x', state: 'no-data', reason: '3 samples', samples: 3 });
  const linesOf = (reasons: readonly string[]): readonly string[] =>
    renderSummaryMd(buildReport({ verdict: { state: 'inconclusive', reasons, checks: [few, ...skipped] } }))
      .split('\n')
      .filter((line) => /^- (?:Not judged|Skipped)/.test(line));
  const left = '- Skipped: filtered out (`a`, `b`, `c` and 1 more).';
  assert.deepEqual(linesOf(['Anything.']), ['- Not judged: 3 samples (`GET /x p95`).', left]);
  assert.deepEqual(linesOf(['GET /x p95 could not be judged: 3 samples.']), [left]);
});

test('A figure that no promise has is no column.', () => {
  const observed = { interval: undefined, budgetUsed: 0.5 };
  const headOf = (parts: typeof observed): string | undefined =>
    plainSpaces(renderSummaryMd(buildReport({ verdict: { checks: [buildCheck({ observed: parts })] } })))
      .split('\n')
      .find((line) => line.startsWith('|  | endpoint'));
  assert.equal(headOf(observed), '|  | endpoint | promise | observed | budget used | samples |');
});

test('Nothing measured is a dash and never a 0.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /never' }] });
  const row = plainSpaces(renderSummaryMd(buildReport({ run })))
    .split('\n')
    .find((line) => line.startsWith('| `GET /never`'));
  assert.equal(row, '| `GET /never` | 0 | 0 | – | – | – | – | – |');
});

test('A series without any success shows that nothing came back.', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /dead', seconds: everySecond(2, { dropped: 5 }) }] });
  const row = plainSpaces(renderSummaryMd(buildReport({ run })))
    .split('\n')
    .find((line) => line.startsWith('| `GET /dead`'));
  assert.equal(row, '| `GET /dead` | 10 | 10 (100 %) | 0/s | no answer | no answer | no answer | no answer |');
});

test('Warm-ups are shown and not judged.', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'warm-up', seconds: 2, warmup: true },
      { name: 'steady', seconds: 2 },
    ],
    series: [{ name: 'GET /x', in: { 'warm-up': everySecond(2, { okMs: [900], failed: 7 }), steady: everySecond(2, { okMs: [10] }) } }],
  });
  const text = plainSpaces(renderSummaryMd(buildReport({ run })));
  assert.match(text, /^\| `GET \/x` \| 2 \| 0 \| 1\/s \| 10\.0 ms \|/m);
  assert.match(text, /`warm-up` \(warm-up, not judged\)/);
});

test('Text of servers and files can be nothing but text, wherever it stands.', () => {
  const run = buildRunSummary({
    phases: [{ name: HOSTILE, seconds: 2 }],
    series: [{ name: HOSTILE, seconds: everySecond(2, { okMs: [5], failed: 1 }) }],
    with: {
      scenario: { name: HOSTILE, file: HOSTILE, hash: HOSTILE, profile: HOSTILE },
      target: HOSTILE,
      ending: { state: 'aborted', reason: HOSTILE },
      environment: { node: HOSTILE, platform: HOSTILE, cpuModel: HOSTILE, cores: 1, memoryBytes: 1, runnerImage: HOSTILE },
      imbalances: [HOSTILE],
      transport: { connectionsOpened: 1, requestsOnReusedConnections: 0, protocols: { [HOSTILE]: 1 } },
      slowRequests: [{ series: HOSTILE, atMs: 0, latencyUs: 1, traceId: HOSTILE }],
    },
  });
  const failing = {
    ...run,
    series: run.series.map((series) => ({
      ...series,
      perPhase: series.perPhase.map((part) => ({
        ...part,
        failures: part.failures.map((failure) => ({ ...failure, reason: HOSTILE, sample: HOSTILE })),
      })),
    })),
  };
  const checks = [
    buildCheck({
      name: HOSTILE,
      series: HOSTILE,
      phase: HOSTILE,
      promise: HOSTILE,
      state: 'breached',
      observed: { text: HOSTILE, interval: { low: 1, high: 2, text: HOSTILE } },
    }),
    buildCheck({ name: `${HOSTILE}2`, series: HOSTILE, state: 'no-data', reason: HOSTILE, samples: 1 }),
  ];
  const text = renderSummaryMd({ run: failing, verdict: { state: 'breach', reasons: [HOSTILE, `about ${HOSTILE}`], checks } });
  assert.doesNotMatch(text, /\u202e/);
  assert.doesNotMatch(text, /^# title/m);
  const withoutSpans = text.replace(/(`+)(?:(?!\1).)*?\1(?!`)/g, '');
  assert.doesNotMatch(withoutSpans, /<script|<\/td/);
  assert.doesNotMatch(withoutSpans, /@octocat|\[a\]\(|http:\/\//);
  // Every row of a table has the cells of its head: no text has added one.
  const cellsOf = (line: string): number => line.replace(/(`+)(?:(?!\1).)*?\1(?!`)/g, 'x').split('|').length;
  let expected = 0;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) expected = 0;
    else if (expected === 0) expected = cellsOf(line);
    else assert.equal(cellsOf(line), expected, line);
  }
});

const manyChecks = buildReport({
  verdict: {
    state: 'breach',
    reasons: Array.from({ length: 300 }, (_, index) => `Reason ${index} with text of some length, so that it takes room.`),
    checks: Array.from({ length: 500 }, (_, index) =>
      buildCheck({ name: `check ${index}`, series: `GET /äöü/${index}`, state: index === 499 ? 'breached' : 'passed' }),
    ),
  },
});

for (const limit of [5_000, 20_000, 60_000]) {
  test(`A summary of at most ${limit} bytes is cut between rows and says how many are missing.`, () => {
    const text = renderSummaryMd(manyChecks, limit);
    assert.ok(Buffer.byteLength(text) <= limit, `${Buffer.byteLength(text)}`);
    assert.match(text, /_… and \d+ more rows\._/);
    assert.match(text, /_\d+ rows in all were left out/);
    assert.equal((text.match(/<details>/g) ?? []).length, (text.match(/<\/details>/g) ?? []).length);
    for (const line of text.split('\n')) assert.ok(!line.startsWith('|') || line.endsWith('|'), line);
  });
}

test('The rows that are there and the rows that are missing make all rows.', () => {
  const whole = renderSummaryMd(manyChecks, 10_000_000);
  const text = renderSummaryMd(manyChecks, 60_000);
  const rowsOf = (markdown: string): number => markdown.split('\n').filter((line) => /^(?:\| (?!:?--)|- )/.test(line)).length;
  const heads = (markdown: string): number => (markdown.match(/^\| :?--/gm) ?? []).length;
  const missing = Number(/_(\d+) rows in all/.exec(text)?.[1]);
  assert.equal(rowsOf(text) - heads(text) + missing, rowsOf(whole) - heads(whole));
});

test('Without a cut there is no note about one.', () => {
  assert.doesNotMatch(renderSummaryMd(buildShopReport()), /left out|more rows/);
});
