import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameBaseline, nameReports, parseBaselineName } from '../../src/github/name-artifact.ts';
import { nameFolder } from '../../src/baseline/name-files.ts';

const NAMES: readonly (readonly [what: string, asked: string | undefined, key: string, attempt: number, expected: string])[] = [
  ['a key becomes a name', undefined, 'ci / load / 20, ubuntu-latest', 1, 'load-gate-ci-load-20-ubuntu-latest'],
  ['a later attempt has a name of its own', undefined, 'default', 3, 'load-gate-default-attempt-3'],
  ['what was asked for stays', 'perf-report', 'default', 1, 'perf-report'],
  ['letters of all languages stay', 'Prüfung-性能', 'x', 1, 'Prüfung-性能'],
  ['characters that no file may have are replaced', 'a\\b:c*d?"e<f>g|h\r\ni', 'x', 1, 'a-b-c-d-e-f-g-h-i'],
  ['a path is a name', '../../etc/passwd', 'x', 1, 'etc-passwd'],
  ['a name of nothing is one all the same', '///', 'x', 1, 'load-gate'],
  ['a long one is cut', undefined, 'k'.repeat(300), 1, `load-gate-${'k'.repeat(90)}`],
];

for (const [what, asked, key, attempt, expected] of NAMES) {
  test(`The artifact of reports: ${what}.`, () => assert.equal(nameReports(asked, { key, attempt }), expected));
}

test('The name of a history leads back to the folder of its key, and fits GitHub and every file system.', () => {
  for (const key of ['default', 'ci / load / 20, ubuntu-latest', 'ключ', 'a%b~c', '\u0000', 'k'.repeat(500), '..']) {
    const name = nameBaseline(nameFolder(key));
    assert.match(name, /^[\w.~-]{1,200}$/);
    assert.equal(parseBaselineName(name), nameFolder(key), key);
  }
});

test('Other artifacts are no history.', () => {
  for (const name of ['load-gate-ci', 'load-gate-baseline-x.zip', 'x-load-gate-baseline-x.ndjson', ''])
    assert.equal(parseBaselineName(name), undefined, name);
});
