import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { listPolicy, SCRIPT_HASH, STYLE_HASH } from '../../../src/report/html/page-policy.ts';
import { MORE_STYLE } from '../../../src/report/html/more-style.ts';
import { SCRIPT } from '../../../src/report/html/page-script.ts';
import { STYLE } from '../../../src/report/html/page-style.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

for (const [name, text, constant] of [
  ['STYLE_HASH', STYLE, STYLE_HASH],
  ['SCRIPT_HASH', SCRIPT, SCRIPT_HASH],
  ['the hash of MORE_STYLE', MORE_STYLE.text, MORE_STYLE.hash],
] as const) {
  test(`${name} is the hash of what the page holds`, () => {
    assert.equal(constant, hash(text), `after a change of the text, ${name} in page-policy.ts must be ${hash(text)}`);
  });
}

test('the policy lets nothing in but these', () => {
  for (const policy of [listPolicy(), listPolicy(MORE_STYLE)]) {
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule]));
    assert.deepEqual([...rules.keys()], ['default-src', 'style-src', 'script-src', 'base-uri', 'form-action', 'require-trusted-types-for']);
    assert.doesNotMatch(policy, /unsafe|https?:|data:|\*|self/);
  }
});

test('neither ends its element, and the script is one that parses, makes no markup and reaches for nothing outside', () => {
  assert.doesNotMatch(STYLE + MORE_STYLE.text, /<|url\(|@import|expression/);
  assert.doesNotMatch(SCRIPT, /<\/|<!--/);
  assert.doesNotMatch(
    SCRIPT,
    /innerHTML|outerHTML|insertAdjacent|document\.write|eval|Function\(|fetch|XMLHttp|WebSocket|import\(|localStorage|\.src\b/,
  );
  assert.doesNotThrow(() => new Script(SCRIPT));
});

test('both themes have the same colours by name, and every colour that is used has one', () => {
  const declared = [...STYLE.matchAll(/\{(--ground[^}]*)\}|color-scheme:[^;]*;(--ground[^}]*)\}/g)].map(([, first = '', second = '']) =>
    [...(first || second).matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name),
  );
  assert.equal(declared.length, 3);
  for (const names of declared) assert.deepEqual(names, declared[0]);
  const more = [...MORE_STYLE.text.matchAll(/\{(--r0[^}]*)\}/g)].map(([, text = '']) =>
    [...text.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name),
  );
  assert.equal(more.length, 3);
  for (const names of more) assert.deepEqual(names, more[0]);
  for (const [, name = ''] of STYLE.matchAll(/var\((--[\w-]+)\)/g)) assert.ok(declared[0]?.includes(name), name);
  for (const [, name = ''] of MORE_STYLE.text.matchAll(/var\((--[\w-]+)\)/g))
    assert.ok(declared[0]?.includes(name) || more[0]?.includes(name), name);
});
