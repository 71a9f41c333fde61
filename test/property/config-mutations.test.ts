import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import { FIXTURES, REAL_FILES, sourceOf } from '../config/read-fixtures.ts';

const SNIPPETS = [
  '${',
  '}',
  '${env.',
  '$${',
  '*',
  '&a ',
  '*a',
  '<<: *a',
  '!!js/function ',
  '\t',
  '\0',
  '"',
  "'",
  '- ',
  ': ',
  '{ ',
  '} ',
  '[ ',
  '] ',
  '\n',
  '\r\n',
  '#',
  '|\n',
  '>-\n',
  '? ',
  '---\n',
  '...\n',
  '%YAML 9\n',
  '\ufeff',
  '\u2028',
  '__proto__: 1\n',
  'constructor: { prototype: 1 }\n',
  '.inf',
  '-1',
  '1e999',
  '0x1f',
  '9007199254740993',
  'null',
  '~',
  '"\\u0000"',
  '/(a+)+$/',
  '$..[?@.a',
  '🙂',
  '\ud800',
];

type Mutation = { readonly at: number; readonly length: number } & (
  | { readonly kind: 'insert'; readonly snippet: string }
  | { readonly kind: 'delete' | 'repeat' | 'swap' }
  | { readonly kind: 'flip'; readonly code: number }
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(5_000), length: fc.constant(0), snippet: fc.constantFrom(...SNIPPETS) }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'repeat' as const, 'swap' as const),
    at: fc.nat(5_000),
    length: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(5_000), length: fc.constant(1), code: fc.nat(255) }),
);

function mutate(text: string, { at, length, ...change }: Mutation): string {
  const start = text.length === 0 ? 0 : at % text.length;
  const [before, part, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (change.kind) {
    case 'insert':
      return before + change.snippet + after;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + part.repeat(3) + after;
    case 'flip':
      return before + String.fromCharCode(change.code) + after;
    case 'swap': {
      const lines = text.split('\n');
      const [one, other] = [at % lines.length, (at + length) % lines.length];
      return lines
        .with(one, lines[other] ?? '')
        .with(other, lines[one] ?? '')
        .join('\n');
    }
  }
}

describe('no mutation of a valid file makes the parser throw', () => {
  for (const name of ['scenario-chat', 'scenario-bodies', 'scenario-loops', 'sla-chat', 'sla-all-metrics']) {
    const file = join(FIXTURES, 'valid', `${name}.yaml`);
    const original = readFileSync(file, 'utf8');
    it(`of ${name}, and each one is accepted or has an error with a place in it`, () => {
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
          const text = mutations.reduce(mutate, original);
          const source = sourceOf(text, { file, files: REAL_FILES, env: { CHAT_TOKEN: 'x' } });
          const checked = name.startsWith('sla-') ? parseSla(source) : parseScenario(source);
          if (checked.ok) return;
          assert.ok(checked.issues.some((issue) => issue.severity === 'error') && checked.issues.length <= 101);
          for (const issue of checked.issues) {
            assert.ok(issue.line >= 1 && issue.column >= 1 && issue.message !== '');
            if (issue.file === file) assert.ok(issue.line <= text.split(/\r\n|\n|\r/).length + 1);
          }
        }),
        { numRuns: 150, seed: 2 },
      );
    });
  }
});

/** Files that make a parser with a cost beyond its input, or a stack as deep as it, stand out: the suite's own time limit catches those. */
describe('a hostile file gives issues', { timeout: 60_000 }, () => {
  const head = 'target: http://a\nsteps: [ { get: /a } ]\nphases: [ { users: 1, duration: 5s } ]\n';
  const rows: readonly (readonly [string, string])[] = [
    ['brackets', '['.repeat(1_900_000)],
    ['braces', '{a: '.repeat(400_000)],
    ['dashes on one line', '- '.repeat(2_000)],
    ['block nesting', Array.from({ length: 1_900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['commas', `[${','.repeat(100_000)}`],
    ['five megabytes', 'x: y\n'.repeat(1_000_000)],
    ['quotes', '"'.repeat(1_000_000)],
    ['anchors', `a: ${'&b '.repeat(400_000)}`],
    ['open placeholders in a URL', `steps: [ { get: "/${'${a'.repeat(500_000)} " } ]`],
    ['open environment placeholders', `name: "${'${env.'.repeat(300_000)}"`],
    ['dollars', `name: "${'$'.repeat(1_900_000)}{env."`],
    [
      'aliases of aliases',
      `a: &a [${'x,'.repeat(9)}x]\n${'abcdefgh'
        .split('')
        .map((name, index) => `${'bcdefghi'[index]}: &${'bcdefghi'[index]} [${`*${name},`.repeat(9)}*${name}]`)
        .join('\n')}`,
    ],
    ['NUL', `${head}name: "\0"\n`],
    ['a prototype', `${head}__proto__: { x: 1 }\n`],
    ['four thousand wrong steps', `steps:\n${'- gte: x\n'.repeat(4_000)}`],
    ['nothing', ''],
  ];
  for (const [name, text] of rows) {
    it(name, () => {
      for (const checked of [parseScenario(sourceOf(text)), parseSla(sourceOf(text))]) {
        assert.ok(!checked.ok && checked.issues.length > 0 && checked.issues.length <= 101);
      }
    });
  }
});
