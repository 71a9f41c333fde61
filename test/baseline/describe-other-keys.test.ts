import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOtherKeys } from '../../src/baseline/describe-other-keys.ts';

const SAID: readonly (readonly [key: string, others: readonly string[], text: string])[] = [
  ['a', ['b'], 'No stored run has the key `a`; there are runs of `b`: set `key` to compare with one of them'],
  ['a', ['b', 'c'], 'No stored run has the key `a`; there are runs of `b`, `c`: set `key` to compare with one of them'],
  [
    'a\u001b[2J',
    ['b', 'c', 'd', 'e', 'f', 'g', 'h'],
    'No stored run has the key `a`; there are runs of `b`, `c`, `d`, `e`, `f` and 2 more: set `key` to compare with one of them',
  ],
];
for (const [key, others, text] of SAID) test(`it reads: ${text}`, () => assert.equal(describeOtherKeys(key, others), text));
