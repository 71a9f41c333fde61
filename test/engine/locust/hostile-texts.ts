import fc from 'fast-check';

/** What ends a literal, a comment, a line or a bracket somewhere, and what Python or a template takes for something else. */
const SNIPPETS = [
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '\\"',
  '\\N{BULLET}',
  '\\x41',
  '\\u0041',
  '{',
  '}',
  '{{',
  '{self.secret("A")}',
  '${',
  '$${',
  '%s',
  '#',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\0',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udfff',
  '😀',
  '日本',
  'é',
  '__import__("os")',
  'None',
  'lambda: 0',
  ');',
  '\\\n',
];

/** Texts of such pieces and any UTF-16 units between them; lone halves of pairs, too. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SNIPPETS),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string(),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

/** The same every time: Python reads them in one go. */
export function drawTexts(count: number, seed: number): readonly string[] {
  return fc.sample(hostileText, { numRuns: count, seed });
}
