import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  callOf,
  dataOf,
  dictOf,
  layOut,
  listOf,
  renderSeconds,
  renderText,
  tupleOf,
} from '../../../../src/engine/locust/locustfile/render-python.ts';
import { renderJson, renderTemplate } from '../../../../src/engine/locust/locustfile/render-template.ts';

const TEXTS: readonly (readonly [name: string, text: string, python: string])[] = [
  ['plain text', 'GET /a', '"GET /a"'],
  ['nothing', '', '""'],
  ['a quote goes into the other kind', 'say "hi"', `'say "hi"'`],
  ['both kinds', `"it's"`, String.raw`"\"it's\""`],
  ['a backslash is kept in a raw literal', String.raw`^\d+$`, String.raw`r"^\d+$"`],
  ['a backslash at the end cannot be', 'C:\\', String.raw`"C:\\"`],
  ['a line end', 'a\nb\r\t', String.raw`"a\nb\r\t"`],
  ['a backslash and a line end', '\\\n', String.raw`"\\\n"`],
  ['controls', '\0\u0007\u007f', String.raw`"\x00\x07\x7f"`],
  ['three quotes', '"""', `'"""'`],
  ['letters of all languages stay', 'Größe 日本 😀', '"Größe 日本 😀"'],
  ['what turns the direction of writing does not', 'a\u202eb\u2066', String.raw`"a\u202eb\u2066"`],
  ['spaces that are none', '\u00a0\u2028\ufeff', String.raw`"\xa0\u2028\ufeff"`],
  ['half a pair', 'a\ud800', String.raw`"a\ud800"`],
  ['beyond the first plane', '\u{e0001}', String.raw`"\U000e0001"`],
];
for (const [name, text, python] of TEXTS) test(`a text becomes a literal: ${name}`, () => assert.equal(renderText(text), python));

const TEMPLATES: readonly (readonly [template: string, python: string])[] = [
  ['plain', '"plain"'],
  ['', '""'],
  ['${a}', 'self.text("a")'],
  ['${row.some-column}', 'self.text("row", "some-column")'],
  ['${secret.TOKEN}', 'self.secret("TOKEN")'],
  ['Bearer ${secret.TOKEN}', `f"Bearer {self.secret('TOKEN')}"`],
  ['${a}${b.c}', `f"{self.text('a')}{self.text('b', 'c')}"`],
  ['{"${a}"}\n', String.raw`f"{{\"{self.text('a')}\"}}\n"`],
  ['$${a} \\N{DASH} ${b}', String.raw`f"${'$'}{{a}} \\N{{DASH}} {self.text('b')}"`],
];
for (const [template, python] of TEMPLATES)
  test(`a template becomes Python: ${JSON.stringify(template)}`, () => assert.equal(renderTemplate(template), python));

test('JSON keeps the type of a value that stands alone', () => {
  const json = { a: '${n}', b: 'no ${n}', c: [1, 2.5, -0, true, null, 'x', '${secret.S}'], 'd"': {} };
  const python = `{"a": self.value("n"), "b": f"no {self.text('n')}", "c": [1, 2.5, 0, True, None, "x", self.secret("S")], 'd"': {}}`;
  assert.equal(layOut(renderJson(json)).replace(/,?\n */g, ''), python.replace(/, (?="[bc]"|'d)/g, ''));
});

test('numbers that JSON does not have are None, and keys without a value are left out', () => {
  assert.equal(layOut(dataOf([Number.NaN, Number.POSITIVE_INFINITY, { a: undefined, b: null }])), '[None, None, {"b": None}]');
});

test('seconds always have a point', () => {
  assert.deepEqual([0, 1, 1_500, 10_000, 0.1].map(renderSeconds), ['0.0', '0.001', '1.5', '10.0', '0.0001']);
});

test('what fits stays in a line, anything else has an item to a line', () => {
  const short = callOf('self.f', ['1', tupleOf(['2']), tupleOf([]), listOf([]), dictOf([['a', '3']])]);
  assert.equal(layOut(short, 8), 'self.f(1, (2,), (), [], {"a": 3})');
  const long = callOf('self.f', ['x'.repeat(60), tupleOf(['y'.repeat(50)]), dictOf([['z', listOf(['w'.repeat(99), '1'])]])]);
  assert.equal(
    layOut(long, 4),
    [
      'self.f(',
      `        ${'x'.repeat(60)},`,
      `        (${'y'.repeat(50)},),`,
      '        {',
      '            "z": [',
      `                ${'w'.repeat(99)},`,
      '                1,',
      '            ],',
      '        },',
      '    )',
    ].join('\n'),
  );
});
