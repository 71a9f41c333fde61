import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCsv } from '../../src/config/parse-csv.ts';
import { parseDataFile } from '../../src/config/parse-data-file.ts';

describe('CSV text becomes records', () => {
  for (const [name, text, expected] of [
    [
      'of plain fields',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['without a last line break', 'a\n1', [['a'], ['1']]],
    ['with a byte order mark', '\ufeffa\n1\n', [['a'], ['1']]],
    [
      'with quotes, commas and line breaks in quotes',
      'a,b\n"x,""y""","l1\nl2"\n',
      [
        ['a', 'b'],
        ['x,"y"', 'l1\nl2'],
      ],
    ],
    [
      'with empty fields',
      'a,b,c\n,,\n"",x,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
        ['', 'x', ''],
      ],
    ],
    ['without its empty lines', 'a\n\n1\n\n', [['a'], ['1']]],
    ['of nothing', '', []],
  ] as const) {
    it(name, () => {
      const csv = parseCsv(text);
      assert.deepEqual(csv.ok ? csv.records.map((record) => record.fields) : csv, expected);
    });
  }
});

describe('a data file that is wrong names its line', () => {
  for (const [name, path, text, line] of [
    ['a quote that is not closed', 'a.csv', 'a\n1\n"x\n', 3],
    ['text behind a closing quote', 'a.csv', 'a\n"x"y\n', 2],
    ['a quote within a plain field', 'a.csv', 'a\n1\n2\nx"y\n', 4],
    ['a row with a field too many, after a field of two lines', 'a.csv', 'a,b\n"1\n2",3\n4,5,6\n', 4],
    ['a column that is there twice', 'a.csv', 'a,b,a\n1,2,3\n', 1],
    ['a column without a name', 'a.csv', 'a,\n1,2\n', 1],
    ['an empty CSV file', 'a.csv', '', 1],
    ['a line that is no JSON', 'a.ndjson', '{"a":1}\n\n{"a":\n', 3],
    ['JSON that is no list', 'a.json', '{"a":1}', 1],
    ['JSON that is wrong in its third line', 'a.json', '[\n 1,\n x\n]', 3],
  ] as const) {
    it(name, () => {
      const parsed = parseDataFile(path, text);
      assert.ok(!parsed.ok);
      assert.equal(parsed.line, line);
    });
  }
});
