import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { query } from 'jsonpath-rfc9535';
import { prepareJsonPath } from '../../src/load/http/json-path.ts';

const NAME = fc.constantFrom('a', 'b', 'items', '_x', '__proto__', 'constructor', 'length', '0', 'ü', "it's", 'a.b');

const DOCUMENT = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -1.5, '', 'text'),
    fc.array(tie('value'), { maxLength: 4 }),
    // Through JSON, as documents come: `__proto__` is a name like any other there.
    fc.array(fc.tuple(NAME, tie('value')), { maxLength: 4 }).map((pairs): unknown => {
      const members = new Map(pairs);
      return JSON.parse(`{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`);
    }),
  ),
})).value;

const SEGMENT = fc.oneof(
  fc.constantFrom('.a', '.b', '.items', '._x', '.__proto__', '.constructor', '.length', '.*', '[*]'),
  fc.nat({ max: 4 }).map((index) => `[${index}]`),
  NAME.filter((name) => !name.includes("'")).map((name) => `['${name}']`),
  NAME.map((name) => `["${name}"]`),
  fc.constantFrom('[-1]', '[0:2]', '..a', '[?@.a]', "['a','b']"),
);

const PATH = fc.array(SEGMENT, { maxLength: 4 }).map((segments) => `$${segments.join('')}`);

test('Prepared paths find what the library finds, in its order, on any document', () => {
  fc.assert(
    fc.property(DOCUMENT, PATH, (document, path) => {
      // The documents are JSON, which is all that the library's type asks for.
      const json = document as Parameters<typeof query>[0];
      assert.deepEqual(prepareJsonPath(path)(json), query(json, path));
    }),
    { numRuns: 3_000 },
  );
});
