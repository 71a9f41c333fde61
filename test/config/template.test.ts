import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTemplate } from '../../src/config/template.ts';

describe('a template is taken apart', () => {
  for (const [name, text, parts] of [
    ['the empty text has no parts', '', []],
    ['text alone is one part', 'a $b {c}', [{ kind: 'text', text: 'a $b {c}' }]],
    ['a variable', '${id}', [{ kind: 'variable', name: 'id' }]],
    [
      'a column',
      'x${user.first-name}y',
      [
        { kind: 'text', text: 'x' },
        { kind: 'variable', name: 'user', column: 'first-name' },
        { kind: 'text', text: 'y' },
      ],
    ],
    [
      'a secret',
      'Bearer ${secret.TOKEN}',
      [
        { kind: 'text', text: 'Bearer ' },
        { kind: 'secret', name: 'TOKEN' },
      ],
    ],
    [
      'an escaped placeholder is text',
      'a$${id}b${c}',
      [
        { kind: 'text', text: 'a${id}b' },
        { kind: 'variable', name: 'c' },
      ],
    ],
    ['an escaped placeholder at the start', '$${id}', [{ kind: 'text', text: '${id}' }]],
    [
      'neighbours',
      '${a}${b}',
      [
        { kind: 'variable', name: 'a' },
        { kind: 'variable', name: 'b' },
      ],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(parseTemplate(text), { ok: true, parts }));
  }
});

describe('a malformed placeholder is refused where it begins', () => {
  for (const [name, text, offset] of [
    ['not closed', 'ab${id', 2],
    ['empty', 'a${}', 1],
    ['a space', '${user id}', 0],
    ['a digit first', '${1a}', 0],
    ['two dots', 'xyz${a.b.c}', 3],
    ['an operator', '${a + b}', 0],
    ['a secret without a name', '${secret}', 0],
    ['an environment variable that was not substituted', '${ok}${env.HOME}', 5],
  ] as const) {
    it(name, () => {
      const parsed = parseTemplate(text);
      assert.ok(!parsed.ok);
      assert.equal(parsed.offset, offset);
    });
  }
});
