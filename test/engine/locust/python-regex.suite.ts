import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { compileRegex } from '../../../src/config/parse-regex.ts';
import { explainPattern } from '../../../src/engine/locust/check/check-pattern.ts';
import { evaluatePython } from '../../other-tools/run-python.ts';

const RUNTIME = readFileSync(new URL('../../../src/engine/locust/python/regex.py', import.meta.url), 'utf8');
const SEARCH = `
import json
found = []
with open("cases.json") as file:
    for source, flags, texts in json.load(file):
        pattern = js_regex(source, flags)
        for text in texts:
            match = pattern.search(text)
            found.append(None if match is None else match[1] if pattern.groups and match[1] is not None else match[0])
print(json.dumps(found))
`;

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-regex-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

interface Case {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
}

/** What a capture would take in Python, for each text of each case. */
function findInPython(cases: readonly Case[]): readonly (string | null)[] {
  writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases.map(({ source, flags, texts }) => [source, flags, texts])));
  writeFileSync(join(folder, 'search.py'), RUNTIME + SEARCH);
  return evaluatePython(folder, 'import runpy, warnings\nwarnings.simplefilter("error")\nrunpy.run_path("search.py")') as (string | null)[];
}

function findInNode({ source, flags, texts }: Case): readonly (string | null)[] {
  const regex = new RegExp(source, flags);
  return texts.map((text) => {
    const match = regex.exec(text);
    return match ? (match[1] ?? match[0]) : null;
  });
}

function assertSame(cases: readonly Case[]): void {
  const found = findInPython(cases);
  let at = 0;
  for (const one of cases) {
    const wanted = findInNode(one);
    assert.deepEqual(found.slice(at, (at += wanted.length)), wanted, `/${one.source}/${one.flags} on ${JSON.stringify(one.texts)}`);
  }
}

const TEXTS = [
  '',
  'a',
  'ab\n',
  'ab\r\ncd',
  'a\u2028b',
  'x y\u00a0z\ufeff',
  'A1_b-2.5',
  '{"ok":true,"id":"42"}',
  '<input name="csrf" value="a1b2">',
  'bearer é ſ K ٣',
  'a{2}]}[&&--||~~',
  '\u001f\0\v\f',
];
const PATTERNS: readonly (readonly [source: string, flags?: string])[] = [
  [String.raw`^\{.*\}$`, 's'],
  [String.raw`^\{.*\}$`],
  ['name="csrf" value="([^"]+)"', 'i'],
  ['"id":"(\\d+)"'],
  ['^ab$'],
  ['^ab$', 'm'],
  ['^cd', 'm'],
  ['b$', 'm'],
  ['a.b'],
  ['a.b', 's'],
  [String.raw`\s+$`],
  [String.raw`y\sz`],
  [String.raw`^[\w-]+`],
  [String.raw`[\w\-.]+`],
  [String.raw`[^\s]+$`],
  [String.raw`[\s\S]+`],
  ['[^]+'],
  ['a[]'],
  ['a{2}]'],
  ['{"ok"'],
  ['[[&~|-]+'],
  ['[a-f&&]+'],
  [String.raw`\w+`],
  [String.raw`\bé\b`],
  [String.raw`\d`],
  ['s', 'i'],
  ['[^a]', 'i'],
  [String.raw`\0`],
  [String.raw`[\0\v]+`],
  [String.raw`\x41\u0031`],
  [String.raw`\/|\_`],
  ['(a)|b'],
  ['(?:(?=a)a|b)*'],
  ['x*?y'],
];

test('Python finds what JavaScript does', () => {
  assertSame(PATTERNS.map(([source, flags = '']) => ({ source, flags, texts: TEXTS })));
});

const ATOMS =
  String.raw`a b A . ^ $ \d \D \w \W \s \S \b \B \n \. \\ \/ \{ [a-c] [^a] [\s\S] [\w-] [\d.] [^\s] [] [^] [-a] [a-] [[] [{}] [$^.] [\]] { } ] (a) (b|c) (?:ab) (?=a) (?!b) {2} {,2} - & ~ | é \u00a0`.split(
    ' ',
  );
const QUANTIFIERS = ['', '', '', '*', '+', '?', '*?', '+?', '{2}', '{1,}', '{0,2}?'];
const pattern = fc
  .array(
    fc.tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...QUANTIFIERS)).map((pair) => pair.join('')),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const someText = fc
  .array(fc.constantFrom(...'aabbccAB01_-.{},[]&~|$^\\/ \t\n\r\v\u2028\u00a0\ufeffé'.split('')), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('3,000 expressions that are not refused find the same in both', () => {
  const drawn = fc.sample(
    fc.record({
      source: pattern,
      flags: fc.constantFrom('', 'i', 'm', 's', 'ims'),
      texts: fc.array(someText, { minLength: 4, maxLength: 4 }),
    }),
    { numRuns: 6_000, seed: 4 },
  );
  const cases = drawn.filter(({ source, flags }) => compileRegex(source, flags).ok && explainPattern(source, flags) === undefined);
  assert.ok(cases.length > 3_000, `${cases.length} can be compiled`);
  assertSame(cases);
});
