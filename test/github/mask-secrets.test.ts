import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInChild } from './run-in-child.ts';

function mask(...secrets: string[]): string[] {
  const { stdout, status } = runInChild('mask-secrets.ts', 'maskSecrets', { args: [secrets] });
  assert.equal(status, 0);
  const decode = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      assert.match(line, /^::add-mask::/);
      return decode(line.slice('::add-mask::'.length));
    });
}

test('a secret is masked as it is, in base64 and base64url, in URLs, forms and JSON', () => {
  // base64 of `p?ss>"ü +/` worked out with coreutils' base64: cD9zcz4iw7wgKy8=
  const forms = [
    'p?ss>"ü +/',
    'cD9zcz4iw7wgKy8=',
    'cD9zcz4iw7wgKy8',
    'p%3Fss%3E%22%C3%BC%20%2B%2F',
    'p%3Fss%3E%22%C3%BC+%2B%2F',
    'p?ss>\\"ü +/',
  ];
  assert.deepEqual(mask('p?ss>"ü +/').toSorted(), forms.toSorted());
});

test('a secret of several lines is masked line by line too, but not its shortest lines', () => {
  const masked = mask('{\n  "key": "abcdef"\n}');
  assert.ok(masked.includes('"key": "abcdef"'));
  assert.ok(!masked.includes('}') && !masked.includes('{'));
});

test('longer forms come before those that they contain', () => {
  const masked = mask('abc', 'abcdef');
  assert.ok(masked.indexOf('abcdef') < masked.indexOf('abc'));
});

test('no secret, and an empty one, mask nothing', () => {
  assert.deepEqual(mask(), []);
  assert.deepEqual(mask('', '  '), []);
});

test('a secret that is a workflow command stays a secret', () => {
  assert.ok(mask('x\n::set-env name=A::b').includes('x\n::set-env name=A::b'));
});
