import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { OPTIONS } from '../../src/options.ts';
import { buildKey, parseLeg } from '../../src/options/build-key.ts';
import { isCi } from '../../src/options/is-ci.ts';
import { parseValue } from '../../src/options/parse-value.ts';

const CI = { GITHUB_ACTIONS: 'true', GITHUB_WORKFLOW: 'ci', GITHUB_JOB: 'load' };

const PLAIN: readonly (readonly [what: string, env: Readonly<Record<string, string>>, leg: unknown, key: string])[] = [
  ['outside of CI', {}, undefined, 'default'],
  ['in another CI, which says nothing of workflows', { CI: 'true', GITHUB_WORKFLOW: 'ci' }, undefined, 'default'],
  ['in GitHub Actions without names', { GITHUB_ACTIONS: 'true' }, null, 'default'],
  ['in a job', CI, undefined, 'ci / load'],
  ['in a job without a matrix', CI, null, 'ci / load'],
  ['in a job with an empty leg', CI, {}, 'ci / load'],
  ['in a leg', CI, { os: 'ubuntu-latest', node: 20 }, 'ci / load / 20, ubuntu-latest'],
  ['in a leg with whatever JSON has', CI, { a: true, b: null, c: [1, 2], d: { e: 'f' } }, 'ci / load / true, null, [1,2], {"e":"f"}'],
  [
    'in a workflow without a name, which has its path',
    { ...CI, GITHUB_WORKFLOW: '.github/workflows/ci.yml' },
    null,
    '.github/workflows/ci.yml / load',
  ],
];
for (const [what, env, leg, key] of PLAIN) {
  test(`the key ${what} is ${key}`, () => {
    assert.equal(buildKey(env, leg === undefined ? undefined : JSON.stringify(leg, undefined, 2)), key);
  });
}

const HASHED: readonly (readonly [what: string, env: Readonly<Record<string, string>>, leg: unknown, key: RegExp])[] = [
  ['is long', CI, { name: 'x'.repeat(200) }, /^ci \/ load \/ x{78} #[0-9a-f]{8}$/],
  ['has a value with the separator in it', CI, { a: '1, 2', b: '3' }, /^ci \/ load \/ 1, 2, 3 #[0-9a-f]{8}$/],
  ['has an empty value', CI, { a: '', b: '1' }, /^ci \/ load \/ , 1 #[0-9a-f]{8}$/],
  ['has a workflow with the separator in it', { ...CI, GITHUB_WORKFLOW: 'a / b' }, null, /^a \/ b \/ load #[0-9a-f]{8}$/],
  ['has lines, escapes and marks that hide', CI, { a: 'one\ntwo\u001b[2J\u202e' }, /^ci \/ load \/ one two #[0-9a-f]{8}$/],
  ['has half a character', CI, { a: '\ud800' }, /^ci \/ load \/ \ufffd #[0-9a-f]{8}$/],
  ['is cut amid a character', CI, { a: '\u{1f680}'.repeat(60) }, /^ci \/ load \/ \u{1f680}{39} #[0-9a-f]{8}$/u],
];
for (const [what, env, leg, key] of HASHED) {
  test(`a key that ${what} ends in digits of its own`, () => {
    assert.match(buildKey(env, JSON.stringify(leg)), key);
  });
}

const VALUE = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('a, b', ' / ', 'b'),
);
const LEG = fc.dictionary(fc.constantFrom('a', 'b', 'c'), VALUE, { minKeys: 3 });

test('every key is a line that the option takes, is bounded, and does not depend on the order of the leg', () => {
  const option = OPTIONS.find(({ name }) => name === 'key');
  assert.ok(option);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), LEG, (workflow, leg) => {
      const key = buildKey({ ...CI, GITHUB_WORKFLOW: workflow }, JSON.stringify(leg));
      assert.ok(key.length <= 100 && key === key.trim());
      assert.deepEqual(parseValue(option, key), { ok: true, value: key });
      const turned = Object.fromEntries(Object.entries(leg).toReversed());
      assert.equal(buildKey({ ...CI, GITHUB_WORKFLOW: workflow }, JSON.stringify(turned)), key);
    }),
  );
});

test('two legs never share a key or a folder, unless a number and its text make them differ', () => {
  const same = (leg: object): string =>
    JSON.stringify(
      Object.entries(leg)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
  fc.assert(
    fc.property(LEG, LEG, (one, other) => {
      fc.pre(same(one) !== same(other));
      const [left, right] = [one, other].map((leg) => buildKey(CI, JSON.stringify(leg)));
      assert.notEqual(left, right);
      assert.notEqual(nameFolder(left ?? ''), nameFolder(right ?? ''));
    }),
    { numRuns: 500 },
  );
});

test('what is no leg is told from one', () => {
  for (const text of ['', '[]', '"a"', '1', 'undefined', '${{ toJSON(matrix) }}', '{']) assert.equal(parseLeg(text), undefined, text);
  for (const text of ['null', '{}', ' {"a": 1} ']) assert.ok(parseLeg(text), text);
  assert.equal(buildKey(CI, '{"__proto__":{"a":1}}'), 'ci / load / {"a":1}');
});

test('CI is where GitHub Actions runs, or where CI says so', () => {
  const yes = [{ GITHUB_ACTIONS: 'true' }, { CI: 'true' }, { CI: '1' }, { CI: 'True' }, { CI: '', GITHUB_ACTIONS: 'true' }];
  for (const env of yes) assert.equal(isCi(env), true, JSON.stringify(env));
  for (const env of [{}, { CI: '' }, { CI: 'false' }, { CI: '0' }, { GITHUB_ACTIONS: '' }, { GITHUB_ACTIONS: 'false' }]) {
    assert.equal(isCi(env), false, JSON.stringify(env));
  }
});
