import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPythonFloat } from '../../src/report/format-python-float.ts';

/** Left column: what CPython 3.11 printed for `repr` of the number on the right. */
const ROWS: readonly (readonly [repr: string, value: number])[] = [
  ['0.0', 0],
  ['-0.0', -0],
  ['1.0', 1],
  ['0.1', 0.1],
  ['0.3333333333333333', 1 / 3],
  ['0.0001', 0.0001],
  ['9.9e-05', 0.000099],
  ['1e-05', 0.00001],
  ['1.5e-07', 1.5e-7],
  ['123456789.0', 123456789],
  ['33.333333333333336', 33.333333333333336],
  ['9007199254740992.0', 2 ** 53],
  ['9999999999999998.0', 9999999999999998],
  ['1000000000000000.0', 1e15],
  ['1e+16', 1e16],
  ['1.2345678901234568e+17', 123456789012345680],
  ['1e+21', 1e21],
  ['1e-300', 1e-300],
  ['5e-324', 5e-324],
  ['1.7976931348623157e+308', Number.MAX_VALUE],
  ['-66926478731690.96', -66926478731690.96],
  ['-2.522753946247637e-223', -2.522753946247637e-223],
  ['inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
  ['nan', Number.NaN],
];

for (const [repr, value] of ROWS) {
  test(`${value} is written as Python writes it: ${repr}`, () => {
    assert.equal(formatPythonFloat(value), repr);
  });
}
