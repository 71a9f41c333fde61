import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderSuiteAnnotations } from '../../../src/report/suite/render-suite-annotations.ts';
import { renderSuiteHtml } from '../../../src/report/suite/render-suite-html.ts';
import { renderSuiteComment, renderSuiteMd } from '../../../src/report/suite/render-suite-md.ts';
import type { SuiteReport } from '../../../src/report/suite/suite-report.ts';
import { renderSuiteFinal } from '../../../src/terminal/render-suite-final.ts';
import { measureWidth } from '../../../src/terminal/measure-width.ts';
import { paintPlain } from '../../../src/terminal/paint.ts';
import { buildCheck, buildReport, buildShopReport } from '../../support/build-report.ts';
import { buildFullSuite, buildSuite, renderSuiteFile } from '../../support/build-suite.ts';
import { plainSpaces } from '../../support/plain-spaces.ts';
import { listElements, parsePage } from '../html/parse-page.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text);
const broken = (reasons: number): ReturnType<typeof buildReport> =>
  buildReport({
    verdict: {
      state: 'breach',
      reasons: Array.from({ length: reasons }, (_, place) => `Reason ${place}. ${'x'.repeat(500)}`),
      checks: Array.from({ length: 40 }, (_, place) =>
        buildCheck({ name: `GET /${place} p95`, series: `GET /${place}`, state: 'breached' }),
      ),
    },
  });
const FORTY = buildSuite(Array.from({ length: 40 }, (_, place) => [`part ${place}`, broken(30)] as const));
const UNSEEN = ['\u001b', '\u202e'];
const HOSTILE = '"><script>alert(1)</script>|`*_[x](http://e.vil) @all ]]> --> \u001b[31m\u202e';

describe('summary.md of a suite', () => {
  test('has one verdict, the reasons with their parts, a row for each part, and the promises of those that do not pass', () => {
    const text = plainSpaces(renderSuiteFile(buildFullSuite(), 'summary.md'));
    assert.match(text, /^## ❌ Breach: Nightly\n/);
    assert.match(text, /^- `shop`: `POST \/api\/orders p99` is &gt; 2\.10 s; the limit is 300 ms/m);
    for (const row of [
      /^\| `api` \| ✅ Pass \| 1 of 1 hold \|/m,
      /^\| `shop` \| ❌ Breach \| 2 of 5 hold \|/m,
      /^\| `search` \| ❌ Regression \|/m,
      /^\| `uploads` \| ⚠️ left out \| – \| – \| – \| – \|/m,
      /^\| `sockets` \| ⚠️ not measured \| – \| – \| – \| – \|/m,
      /^### ❌ shop$/m,
      /^<details><summary>✅ api<\/summary>$/m,
      /^<details><summary>✅ chat<\/summary>$/m,
    ])
      assert.match(text, row);
    assert.ok(text.indexOf('`sockets`: It could not be measured: a load worker died.') < text.indexOf('### Parts'));
  });

  test('has one blank line between its pieces, and never two', () => {
    for (const suite of [buildFullSuite(), FORTY]) assert.doesNotMatch(renderSuiteMd(suite), /\n{3}/);
  });

  test('is within its limit with forty parts, all of which are in the table', () => {
    const text = renderSuiteMd(FORTY);
    assert.ok(bytesOf(text) <= 60_000, String(bytesOf(text)));
    for (let place = 0; place < 40; place++) assert.match(text, new RegExp(`^\\| \`part ${place}\` \\| ❌ Breach`, 'm'));
    assert.match(text, /^- … and \d+ more\.$/m);
    assert.match(text, /rows in all were left out/);
  });

  test('is a comment with its mark, within its limit', () => {
    const frame = { key: 'ci / load', commit: 'a'.repeat(40), runUrl: 'https://github.com/org/shop/actions/runs/5' };
    for (const suite of [buildFullSuite(), FORTY]) {
      const text = renderSuiteComment(suite, frame);
      assert.match(text, /^<!-- load-gate key=ci%20%2F%20load -->\n## ❌ Breach: Nightly\n\ncommit \[`aaaaaaa`\]/);
      assert.ok(bytesOf(text) <= 60_000);
    }
  });
});

describe('junit.xml of a suite', () => {
  test('has a suite for each part that ran, with classes of its own, and one with the verdict and what did not run', () => {
    const text = renderSuiteFile(buildFullSuite(), 'junit.xml');
    const suites = [...text.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)" errors="(\d+)"/g)].map(
      ([, ...rest]) => rest,
    );
    assert.deepEqual(
      suites.map(([name]) => name),
      ['api', 'shop', 'search', 'chat', 'load-gate'],
    );
    assert.deepEqual(suites.at(-1), ['load-gate', '3', '1', '2']);
    const cases = [...text.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(([, classname, name]) => `${classname} ${name}`);
    assert.equal(new Set(cases).size, cases.length, 'a reader that knows cases by class and name sees all of them');
    const total = (kind: string): number => Number(new RegExp(`<testsuites [^>]*${kind}="(\\d+)"`).exec(text)?.[1]);
    assert.deepEqual(['tests', 'failures', 'errors', 'skipped'].map(total), [
      cases.length,
      ...['failure', 'error', 'skipped'].map((kind) => [...text.matchAll(new RegExp(`<${kind}[ >]`, 'g'))].length),
    ]);
  });

  test('is red wherever the verdict is not a pass, also when nothing ran', () => {
    const left = renderSuiteFile(buildSuite([['api', { leftOut: 'SIGINT' }]]), 'junit.xml');
    assert.match(left, /<testsuites name="load-gate" tests="2" failures="0" errors="2"/);
    assert.doesNotMatch(left, /timestamp=""/);
    const none = renderSuiteFile(buildSuite([]), 'junit.xml');
    assert.match(none, /errors="1"/);
    assert.match(renderSuiteFile(buildSuite([['api', buildReport()]]), 'junit.xml'), /<testsuites [^>]*failures="0" errors="0"/);
  });

  test('is well formed, whatever the names are', () => {
    const text = renderSuiteFile(
      buildSuite(
        [
          [HOSTILE, buildShopReport()],
          ['b', { lost: HOSTILE }],
        ],
        HOSTILE,
      ),
      'junit.xml',
    );
    const open: string[] = [];
    for (const [tag, slash, name = '', , end] of text
      .replace(/^<\?xml[^>]*\?>/, '')
      .matchAll(/<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<>]*")*)\s*(\/?)>/g)) {
      if (slash === '/') assert.equal(open.pop(), name, tag);
      else if (end !== '/') open.push(name);
    }
    assert.deepEqual(open, []);
    assert.equal(
      [...text.matchAll(/</g)].length,
      [...text.matchAll(/<(?:\/?[a-z-]+(?:\s+[a-z]+="[^"<>]*")*\s*\/?|\?xml[^>]*\?)>/g)].length,
    );
    for (const character of UNSEEN) assert.ok(!text.includes(character));
  });
});

describe('report.html of a suite', () => {
  const SUITES: readonly (readonly [name: string, suite: SuiteReport])[] = [
    ['a part in every state', buildFullSuite()],
    ['forty parts', FORTY],
    [
      'hostile names',
      buildSuite(
        [
          [HOSTILE, buildShopReport()],
          [`${HOSTILE}2`, { leftOut: HOSTILE }],
        ],
        HOSTILE,
      ),
    ],
    ['nothing that ran', buildSuite([['api', { leftOut: 'SIGINT' }]])],
    ['no part', buildSuite([])],
  ];
  for (const [name, suite] of SUITES) {
    test(`is well formed, with ids and captions of their own, and every reference finds its element: ${name}`, () => {
      const page = parsePage(renderSuiteFile(suite, 'report.html'));
      const all = listElements(page);
      const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length);
      const inside = (text: string | undefined): string | undefined => (text?.startsWith('#') === true ? text.slice(1) : undefined);
      for (const { attributes } of all)
        for (const target of [attributes['aria-labelledby'], attributes['aria-describedby'], inside(attributes['href'])])
          if (target !== undefined) assert.ok(ids.includes(target), target);
      // The numbers behind a chart are in its figure, whose heading says of what.
      const captions = listElements(page, 'caption').flatMap(({ text }) => (text.endsWith(': numbers') ? [] : [text]));
      assert.equal(new Set(captions).size, captions.length, captions.join('\n'));
      assert.equal(listElements(page, 'h1').length, 1);
      assert.equal(listElements(page, 'img').length, 0);
      assert.equal(listElements(page, 'script').filter(({ attributes }) => attributes['type'] === undefined).length, 1);
    });
  }

  test('leads to the whole report of each part that ran, and to no other', () => {
    const page = parsePage(renderSuiteFile(buildFullSuite(), 'report.html'));
    const links = listElements(page, 'a').flatMap(({ attributes: { href = '' } }) => (href.startsWith('#') ? [] : [href]));
    assert.deepEqual(
      links,
      [0, 1, 2, 3].map((place) => `part-${place}/report.html`),
    );
    const [table] = listElements(page, 'table');
    assert.ok(table);
    assert.deepEqual(
      listElements(table, 'a').map(({ attributes }) => attributes['href']),
      [1, 2, 3, 4].map((place) => `#part-${place}`),
    );
    assert.match(table.text, /uploads.*left out.*sockets.*not measured/s);
  });

  test('leads nowhere where it stands by itself, and says where the reports of the parts are', () => {
    const page = parsePage(renderSuiteHtml(buildFullSuite(), 'nothing'));
    const links = listElements(page, 'a').flatMap(({ attributes: { href = '' } }) => (href.startsWith('#') ? [] : [href]));
    assert.deepEqual(links, []);
    assert.match(page.text, /The whole report of each part is in its folder among the reports of the run\./);
  });
});

describe('what else is told of a suite', () => {
  test('the badge counts the parts that are as bad as the whole', () => {
    const badge = (suite: SuiteReport): unknown => JSON.parse(renderSuiteFile(suite, 'badge.json'));
    assert.deepEqual(badge(buildFullSuite()), {
      schemaVersion: 1,
      label: 'load gate',
      message: 'breach in 1 of 6',
      color: 'red',
      isError: true,
    });
    assert.deepEqual(badge(buildSuite([['a', buildReport()]])), {
      schemaVersion: 1,
      label: 'load gate',
      message: 'pass',
      color: 'brightgreen',
    });
  });

  test('annotations name their part, and a part without a report is an error on the file of the suite', () => {
    const annotations = renderSuiteAnnotations(buildFullSuite());
    assert.ok(
      annotations.some(
        ({ level, file, line, title }) => level === 'error' && file === 'sla/shop.sla.yaml' && line === 5 && title.startsWith('shop: '),
      ),
    );
    assert.deepEqual(
      annotations.filter(({ file }) => file === 'load/nightly.yaml'),
      [
        {
          level: 'error',
          file: 'load/nightly.yaml',
          line: 1,
          title: 'uploads: left out',
          message: 'It was left out: shop came to a breach.',
        },
        {
          level: 'error',
          file: 'load/nightly.yaml',
          line: 1,
          title: 'sockets: not measured',
          message: 'It could not be measured: a load worker died.',
        },
      ],
    );
  });

  test('annotations are at most ten of a kind, and the last counts the rest', () => {
    const errors = renderSuiteAnnotations(FORTY).filter(({ level }) => level === 'error');
    assert.equal(errors.length, 10);
    assert.match(errors.at(-1)?.title ?? '', /^\d+ more$/);
  });

  test('a suite that passes has none', () => assert.deepEqual(renderSuiteAnnotations(buildSuite([['a', buildReport()]])), []));

  test('the terminal has each part as after a run of its own, and the one verdict last, in any width', () => {
    for (const width of [120, 80, 40]) {
      const text = renderSuiteFinal(buildFullSuite(), { width, paint: paintPlain, reportPath: 'out' });
      for (const line of text.split('\n')) assert.ok(measureWidth(line) <= width, line);
      assert.match(text, /^── api\nPASS /m);
      assert.match(text, /\nBREACH {2}Nightly, 6 parts\n\n- shop: POST/);
      assert.match(text, /^uploads +left out/m);
      assert.match(text, /\n\nreports: out\n$/);
    }
    const hostile = renderSuiteFinal(buildSuite([[HOSTILE, { lost: HOSTILE }]], HOSTILE), {
      width: 80,
      paint: paintPlain,
      reportPath: undefined,
    });
    for (const character of UNSEEN) assert.ok(!hostile.includes(character));
  });
});
