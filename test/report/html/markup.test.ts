import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markNames } from '../../../src/report/html/mark-names.ts';
import { dataBlock, markup, pathData, showName } from '../../../src/report/html/markup.ts';

const TEXTS: readonly (readonly [name: string, text: string, escaped: string])[] = [
  ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['an end of an attribute', '"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
  ['all five and the backtick', `&<>"'\``, '&amp;&lt;&gt;&quot;&#39;&#96;'],
  ['a reference', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['marks that turn the direction of text', 'a\u202eb\u2066c\u200f', 'a b c'],
  ['an escape sequence of a terminal', '\u001b[31mred\u001b[0m', 'red'],
  ['half of a pair of surrogates', 'a\ud800b', 'a\ufffdb'],
  ['letters written from right to left', 'שלום', 'שלום'],
];

for (const [name, text, escaped] of TEXTS) {
  test(`${name} is text in content and in an attribute`, () => {
    assert.equal(markup`<p title="${text}">${text}</p>`.toString(), `<p title="${escaped}">${escaped}</p>`);
  });
}

test('ten thousand characters are cut, with a sign that they were', () => {
  const shown = markup`${'x'.repeat(10_000)}`.toString();
  assert.ok(shown.length <= 1_000);
  assert.ok(shown.endsWith('…'));
  assert.equal(
    Array.from(
      showName('é'.repeat(500))
        .toString()
        .replace(/<[^>]*>/g, ''),
    ).length,
    120,
  );
});

test('lists, numbers, nothing and markup within markup stand as they are', () => {
  assert.equal(markup`${[1, '<', markup`<b>${'&'}</b>`, undefined, [2]]}`.toString(), '1&lt;<b>&amp;</b>2');
});

test('an object that looks like markup is not markup', () => {
  const forged = { toString: () => '<b>' } as unknown as string;
  assert.throws(() => markup`${forged}`);
});

test('a path draws, or it is refused', () => {
  assert.equal(pathData('M0 1.5L-2 3h0V4Z').toString(), 'M0 1.5L-2 3h0V4Z');
  for (const wrong of ['M0 0"/>', 'M0 NaN', 'M<']) assert.throws(() => pathData(wrong), RangeError);
});

test('nothing in the data of a chart ends its element, and it reads back', () => {
  const data = { title: '</script><!--<script>&\u2028\u2029' };
  const block = dataBlock(data).toString();
  assert.match(block, /^<script type="application\/json">[^<>&]*<\/script>$/);
  assert.deepEqual(JSON.parse(block.replace(/<[^>]*>/g, '')), data);
});

test('names within a sentence are isolated, and the spaces around them stay', () => {
  const names = ['GET /a', 'שלום', 'b'];
  const seen = markNames('GET /a and שלום are slower than b.', names).toString();
  assert.equal(seen, '<bdi class="name">GET /a</bdi> and <bdi class="name">שלום</bdi> are slower than <bdi class="name">b</bdi>.');
});
