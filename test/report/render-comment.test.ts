import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitBlocks, type Block } from '../../src/report/fit-blocks.ts';
import { hasNews } from '../../src/report/has-news.ts';
import { COMMENT_LIMIT, renderComment, renderMarker } from '../../src/report/render-comment.ts';
import type { Report } from '../../src/report/report.ts';
import { buildComparison, buildRegressionReport, buildRow } from '../support/build-comparison.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { compareGolden } from '../support/compare-golden.ts';

const FRAME = {
  key: 'ci / load / 20',
  commit: 'abcdef0123456789abcdef0123456789abcdef01',
  reportUrl: 'https://github.com/org/shop/actions/runs/5/artifacts/9',
  runUrl: 'https://github.com/org/shop/actions/runs/5',
};

test('The comment of a breach is byte for byte the golden one.', () => {
  compareGolden('comment.md', renderComment(buildShopReport(), FRAME));
});

const KEYS: readonly (readonly [key: string, marker: string])[] = [
  ['default', '<!-- load-gate key=default -->'],
  ['ci / load', '<!-- load-gate key=ci%20%2F%20load -->'],
  ['a-b', '<!-- load-gate key=a-b -->'],
  ['a--b', '<!-- load-gate key=a%2D-b -->'],
  ['--> <b>', '<!-- load-gate key=%2D-%3E%20%3Cb%3E -->'],
  ['100%', '<!-- load-gate key=100%25 -->'],
  ['a\nb', '<!-- load-gate key=a%0Ab -->'],
  ['ü😀', '<!-- load-gate key=%C3%BC%F0%9F%98%80 -->'],
];

for (const [key, marker] of KEYS) {
  test(`The key ${JSON.stringify(key)} stands in the first line, and ends no comment of HTML.`, () => {
    assert.equal(renderMarker(key), marker);
    assert.equal(renderComment(buildReport(), { key }).split('\n')[0], marker);
  });
}

const many = (count: number, broken: number): Report =>
  buildReport({
    verdict: {
      state: broken > 0 ? 'breach' : 'pass',
      reasons: Array.from({ length: Math.max(1, broken) }, (_, index) => `Reason ${index}.`),
      checks: Array.from({ length: count }, (_, index) =>
        buildCheck({ name: `check ${index}`, series: `GET /${index}`, state: index < broken ? 'breached' : 'passed' }),
      ),
    },
  });

function openPart(text: string): string {
  return text.replace(/<details>.*?<\/details>/gs, '');
}

test('A few promises all stand open; of many only those that are broken do.', () => {
  const few = openPart(renderComment(many(10, 1), { key: 'k' }));
  assert.equal((few.match(/^\| \S+ \| `GET/gm) ?? []).length, 10);
  const text = renderComment(many(40, 3), { key: 'k' });
  assert.equal((openPart(text).match(/^\| \S+ \| `GET/gm) ?? []).length, 3);
  assert.match(text, /<summary>Promises that hold: 37<\/summary>/);
  const held = renderComment(many(40, 0), { key: 'k' });
  assert.match(held, /### Promises\n\n<details><summary>Promises that hold: 40<\/summary>/);
});

test('Many reasons are cut short, for the table below has a row for each.', () => {
  const text = openPart(renderComment(many(40, 30), { key: 'k' }));
  assert.equal((text.match(/^- Reason/gm) ?? []).length, 10);
  assert.match(text, /^- … and 20 more$/m);
});

test('What decided comes first; endpoints and details are folded.', () => {
  const breach = renderComment(buildShopReport(), FRAME);
  const regression = renderComment(buildRegressionReport(), FRAME);
  assert.ok(regression.indexOf('### Against') < regression.indexOf('### Promises'));
  for (const text of [breach, regression]) {
    assert.doesNotMatch(openPart(text), /max \||Surroundings/);
    assert.match(text, /<summary>Endpoints<\/summary>/);
  }
});

const URLS: readonly (readonly [url: string, isLinked: boolean])[] = [
  ['https://github.com/org/shop/actions/runs/5', true],
  ['http://git.example.com:8080/a/b?c=d&e=f#g', true],
  ['https://git.example.com', true],
  ['javascript:alert(1)', false],
  ['https://x.example/a) [b](https://evil.example', false],
  ['https://x.example/"><b>', false],
  ['https://x.example/a b', false],
  ['https://user:pass@x.example/', false],
  [`https://x.example/${'a'.repeat(5_000)}`, false],
  ['', false],
];

for (const [url, isLinked] of URLS) {
  test(`The address ${url.slice(0, 60)} is ${isLinked ? 'linked' : 'left out'}.`, () => {
    const text = renderComment(buildReport(), { key: 'k', runUrl: url });
    assert.equal(text.includes(`[workflow run](${url})`), isLinked);
    assert.equal(text.includes('workflow run'), isLinked);
  });
}

const SHA = 'abcdef0123456789abcdef0123456789abcdef01';
const COMMITS: readonly (readonly [name: string, commit: string, runUrl: string | undefined, shown: string])[] = [
  ['beside its run', SHA, 'https://github.com/org/shop/actions/runs/5', `[\`abcdef0\`](https://github.com/org/shop/commit/${SHA})`],
  [
    'beside one attempt of its run',
    SHA,
    'https://git.example.com/o/r/actions/runs/5/attempts/2',
    `[\`abcdef0\`](https://git.example.com/o/r/commit/${SHA})`,
  ],
  ['without a run', SHA, undefined, '`abcdef0`'],
  ['beside an address that is no run', SHA, 'https://github.com/org/shop', '`abcdef0`'],
  ['that is no SHA', 'x](y) @octocat', 'https://github.com/org/shop/actions/runs/5', '`x](y) @`'],
];

for (const [name, commit, runUrl, shown] of COMMITS) {
  test(`A commit ${name} reads ${shown}.`, () => {
    const line = renderComment(buildReport(), { key: 'k', commit, runUrl })
      .split('\n')
      .find((one) => one.startsWith('commit '));
    assert.equal(line?.split(' · ')[0], `commit ${shown}`);
  });
}

test('A fold that does not fit whole is cut within its blocks, and closed.', () => {
  const block = (name: string, count: number): Block => ({
    head: [name, ''],
    rows: Array.from({ length: count }, (_, index) => `- ${name} ${index}`),
    tail: [],
  });
  const pieces = [block('first', 0), { summary: 'more', blocks: [block('a', 5), block('b', 500), block('c', 500)] }, block('last', 5)];
  for (const limit of [600, 700, 1_000, 5_000]) {
    const text = fitBlocks(pieces, limit);
    assert.ok(Buffer.byteLength(text) <= limit);
    assert.equal((text.match(/^<details>/gm) ?? []).length, (text.match(/^<\/details>$/gm) ?? []).length);
    const shown = (text.match(/^- /gm) ?? []).length;
    assert.equal(Number(/_(\d+) rows in all/.exec(text)?.[1]), 1_010 - shown);
  }
  assert.match(fitBlocks(pieces, 1e6), /^first\n\n<details><summary>more<\/summary>\n\na\n/);
});

test('A huge report keeps within the limit, cut between rows, with every fold closed.', () => {
  const text = renderComment(many(3_000, 1_500), { ...FRAME, key: 'ü'.repeat(1_000) });
  assert.ok(Buffer.byteLength(text) <= COMMENT_LIMIT && text.length <= COMMENT_LIMIT);
  assert.match(text, /_… and \d+ more rows\._/);
  assert.equal((text.match(/<details>/g) ?? []).length, (text.match(/<\/details>/g) ?? []).length);
  for (const line of text.split('\n')) assert.ok(!line.startsWith('|') || line.endsWith('|'), line);
});

const unchanged = { ...buildReport(), comparison: buildComparison([buildRow('unchanged')]) };

const NEWS: readonly (readonly [name: string, report: Report, isNews: boolean])[] = [
  ['a clean pass is none', buildReport(), false],
  ['a pass without a change is none', unchanged, false],
  ['a suspicion that was not confirmed is none', { ...buildReport(), comparison: buildComparison([buildRow('not-confirmed')]) }, false],
  ['an improvement is', { ...buildReport(), comparison: buildComparison([buildRow('improved')]) }, true],
  ['a breach is', buildShopReport(), true],
  ['a regression is', buildRegressionReport(), true],
  ['a warning is', buildReport({ verdict: { checks: [buildCheck({ state: 'breached', severity: 'warn' })] } }), true],
  ['a skipped row is none', buildReport({ verdict: { checks: [buildCheck(), buildCheck({ state: 'skipped', reason: 'x' })] } }), false],
  ['inconclusive is', buildReport({ verdict: { state: 'inconclusive' } }), true],
  [
    'a value by hand that is exceeded is',
    { ...buildReport(), handRows: [{ name: 'x p95', baselineUs: 1, candidateUs: 2, change: 1, tolerance: 0.1, state: 'beyond' }] },
    true,
  ],
];

for (const [name, report, isNews] of NEWS) {
  test(`Of what may be news, ${name}.`, () => assert.equal(hasNews(report), isNews));
}
