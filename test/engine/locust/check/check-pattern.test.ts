import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainPattern, isPlainPath } from '../../../../src/engine/locust/check/check-pattern.ts';

const GOOD: readonly (readonly [source: string, flags?: string])[] = [
  ['json'],
  [String.raw`^\{.*\}$`, 's'],
  ['name="csrf" value="([^"]+)"', 'i'],
  [String.raw`\d+\.\d{2}\s\w\b`],
  ['(?:a|b)(?=c)(?!d)'],
  [String.raw`\(?<b`],
  ['[(?<]'],
  [String.raw`[\]\\(?<]`],
  ['{"ok":true}'],
  ['größe'],
  [String.raw`\x41\u00e9\/\-\0`],
  ['^a$', 'm'],
];
for (const [source, flags = ''] of GOOD)
  test(`Python can be given /${source}/${flags}`, () => assert.equal(explainPattern(source, flags), undefined));

const BAD: readonly (readonly [source: string, flags: string, why: RegExp])[] = [
  ['a', 'u', /flag u/],
  ['(?<name>a)', '', /named groups/],
  ['(?<=a)b', '', /looking behind/],
  ['(?<!a)b', '', /looking behind/],
  ['(?i:a)', '', /flags within/],
  [String.raw`(a)\1`, '', /^\\1 is read otherwise/],
  [String.raw`\u{1f600}`, '', /^\\u is/],
  [String.raw`\p{L}`, '', /^\\p is/],
  [String.raw`\cA`, '', /^\\c is/],
  [String.raw`\a`, '', /^\\a is/],
  [String.raw`\\\k`, '', /^\\k is/],
  [String.raw`\01`, '', /^\\0 is/],
  ['é', 'i', /ASCII/],
  ['😀', '', /beyond U\+FFFF/],
];
for (const [source, flags, why] of BAD)
  test(`Python cannot be given /${source}/${flags}`, () => assert.match(explainPattern(source, flags) ?? '', why));

const PLAIN = ['$', '$.a', '$.a.b[0].c', '$[-1]', '$[*].id', '$.*', "$['a b'].c", '$["a b"]', '$.größe', '$.a_b', '$[0][1]'];
for (const path of PLAIN) test(`the file can follow ${path}`, () => assert.equal(isPlainPath(path), true));

const ELSE = [
  '$..a',
  '$[?@.a]',
  '$[0:2]',
  "$['a','b']",
  '$[0,1]',
  "$['it\\'s']",
  '$.a[',
  '$ .a',
  '$[ 0 ]',
  '$.0',
  'a',
  '',
  '$.a-b',
  '$.\u00a0',
];
for (const path of ELSE) test(`the file cannot follow ${JSON.stringify(path)}`, () => assert.equal(isPlainPath(path), false));
