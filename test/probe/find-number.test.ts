import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findNumber } from '../../src/probe/find-number.ts';

const DEEP = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`;

describe('the number of a JSON answer', () => {
  for (const [name, text, path, expected] of [
    ['a number', '{"a":{"b":12.5}}', '$.a.b', 12.5],
    ['a negative one', '{"a":-3}', '$.a', -3],
    ['a number as a text', '{"a":"0.92"}', '$.a', 0.92],
    ['the document itself', '7', '$', 7],
    ['one of a list', '{"a":[4,5]}', '$.a[1]', 5],
    ['one that a filter finds', '{"a":[{"n":"x","v":1},{"n":"y","v":2}]}', "$.a[?@.n=='y'].v", 2],
    ['more than a double holds', '{"a":1e999}', '$.a', Number.POSITIVE_INFINITY],
  ] as const)
    it(`is read where it is ${name}`, () => assert.equal(findNumber(text, path), expected));

  for (const [name, text, path, problem] of [
    ['no JSON', '<html>', '$.a', /not JSON/],
    ['empty', '', '$.a', /not JSON/],
    ['without the path', '{"b":1}', '$.a', /nothing at \$\.a/],
    ['of several values', '{"a":[1,2]}', '$.a[*]', /2 values at/],
    ['null there', '{"a":null}', '$.a', /null and no number/],
    ['a text there', '{"a":"many"}', '$.a', /a text and no number/],
    ['the word NaN there', '{"a":"NaN"}', '$.a', /no number/],
    ['a boolean there', '{"a":true}', '$.a', /true and no number/],
    ['an object there', '{"a":{"secret":"s"}}', '$.a', /an object and no number/],
    ['a name of the prototype', '{}', '$.constructor', /nothing at/],
  ] as const)
    it(`is refused in words where the answer is ${name}`, () => assert.throws(() => findNumber(text, path), problem));

  it('is refused, and nothing breaks, where the answer is nested deeper than recursion reaches', () => {
    assert.throws(() => findNumber(DEEP, '$..a'));
  });
});
