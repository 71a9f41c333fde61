import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeSpan, escapeMarkdown, escapeSentence } from '../../src/report/escape-markdown.ts';

const PROSE: readonly (readonly [name: string, text: string, escaped: string])[] = [
  ['a pipe ends no cell', 'a|b', 'a&#124;b'],
  ['tags are text', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['an entity is text', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['emphasis and code are text', '*a* _b_ `c` ~~d~~', '&#42;a&#42; &#95;b&#95; &#96;c&#96; &#126;&#126;d&#126;&#126;'],
  ['a link is text', '[x](javascript:alert(1))', '&#91;x&#93;(javascript:alert(1))'],
  ['an image is text', '![x](http://e.example/p.png)', '!&#91;x&#93;(http:&#8203;//e.example/p.png)'],
  ['an address is not linked', 'see https://e.example and www.e.example', 'see https:&#8203;//e.example and www&#8203;.e.example'],
  ['nobody is mentioned', '@octocat and a@b.co', '@&#8203;octocat and a@&#8203;b.co'],
  ['no issue is referred to', 'fixes #12', 'fixes #&#8203;12'],
  ['nor by the older form', 'see GH-12 and (gh-3), not high-5', 'see GH&#8203;-12 and (gh&#8203;-3), not high-5'],
  ['an address is not linked after an underscore', '_www.e.example', '&#95;www&#8203;.e.example'],
  ['dollars are no formula', '$a$', '<span>&#36;</span>a<span>&#36;</span>'],
  ['no emoji is drawn', 'a :tada: :+1: :100:', 'a :&#8203;tada: :&#8203;+1: :&#8203;100:'],
  ['a time of day is left as it is', '03:04:05', '03:04:05'],
  ['a backslash escapes nothing', 'a\\|b', 'a&#92;&#124;b'],
  ['a line break is a space', 'a\n\n# b', 'a #&#8203; b'],
  ['no list begins', '- a', '&#45; a'],
  ['no numbered list begins', '1. a', '1&#46; a'],
  ['the direction is not turned', 'a\u202eb', 'a b'],
  ['nothing stays nothing', '', ''],
];

for (const [name, text, escaped] of PROSE) {
  test(`Escaped prose: ${name}.`, () => {
    assert.equal(escapeMarkdown(text), escaped);
  });
}

const SPANS: readonly (readonly [name: string, text: string, span: string])[] = [
  ['a name', 'GET /items/${id}', '`GET /items/${id}`'],
  ['a pipe is the care of the table', 'a|b', '`a|b`'],
  ['backticks inside get a longer fence', 'a``b', '```a``b```'],
  ['backticks at the ends get room', '`a`', '`` `a` ``'],
  ['a line break is a space', 'a\nb', '`a b`'],
  ['nothing gives nothing', '\u0000', ''],
];

for (const [name, text, span] of SPANS) {
  test(`Code span: ${name}.`, () => {
    assert.equal(codeSpan(text), span);
  });
}

test('A sentence shows the names in it as code, the longest first, and the rest as text.', () => {
  const names = ['GET /a', 'GET /a/${x}', 'steady'];
  assert.equal(escapeSentence('GET /a/${x} p95 <b> in steady.', names), '`GET /a/${x}` p95 &lt;b&gt; in `steady`.');
  assert.equal(escapeSentence('@all GET /a', names), '@&#8203;all `GET /a`');
  assert.equal(escapeSentence('no names here', []), 'no names here');
});

test('An empty name is found nowhere and stops nothing.', () => {
  assert.equal(escapeSentence('a b', ['']), 'a b');
});

test('A name that is half a character takes no character apart.', () => {
  assert.equal(escapeSentence('so 😀', ['\ud83d']), 'so 😀');
});

test('a name is a code span only where it stands as a whole word', () => {
  assert.equal(escapeSentence('p99 of loop p is up in p.', ['p']), 'p99 of loop `p` is up in `p`.');
  assert.equal(escapeSentence('GET /a p95 in GET /ab', ['GET /a']), '`GET /a` p95 in GET /ab');
});
