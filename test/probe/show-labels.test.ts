import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { showLabels } from '../../src/probe/show-labels.ts';

const label = (name: string, length: number): { readonly name: string; readonly value: string } => ({ name, value: 'x'.repeat(length) });

describe('the labels of a series', () => {
  for (const [name, labels, expected] of [
    ['none', [], '{}'],
    [
      'a few',
      [
        { name: 'pod', value: 'a' },
        { name: 'path', value: 'a"b' },
      ],
      '{pod="a",path="a\\"b"}',
    ],
    ['one that is long', [label('token', 70), { name: 'pod', value: 'a' }], '{token="…",pod="a"}'],
    ['many', [label('a', 50), label('b', 50), label('c', 50)], `{a="${'x'.repeat(50)}",b="${'x'.repeat(50)}",…}`],
  ] as const)
    it(`are shown whole or not at all where they are ${name}`, () => assert.equal(showLabels(labels), expected));
});
