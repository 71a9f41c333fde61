import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isFolderName, isRunId, nameFolder, nameRun, parseFileName, parseFolderName } from '../../src/baseline/name-files.ts';

const KEYS = [
  '',
  '.',
  '..',
  '../../etc',
  '/',
  '\\',
  'CON',
  'nul',
  '.git',
  'perf / gate',
  'a b.',
  'ä',
  '\u{1f680}',
  '\ud800',
  'a\0b',
  'x'.repeat(5_000),
];

describe('the folder of a key', () => {
  for (const key of KEYS) {
    it(`is an ordinary name for ${JSON.stringify(key.slice(0, 20))}`, () => {
      const name = nameFolder(key);
      assert.match(name, /^[A-Za-z0-9_%]*-[0-9a-f]{8}$/);
      assert.ok(isFolderName(name) && name.length <= 109);
    });
  }

  it('differs for keys that differ, also in case and far behind', () => {
    const names = [...KEYS, 'con', `${'x'.repeat(5_000)}y`].map((key) => nameFolder(key).toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });

  it('is safe whatever the key is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (key) => isFolderName(nameFolder(key))));
  });
});

const LONG = 'ü'.repeat(60);
const FOLDERS: readonly (readonly [what: string, folder: string, key: string | undefined])[] = [
  ['a key with separators', nameFolder('ci / load / 20, ubuntu-latest'), 'ci / load / 20, ubuntu-latest'],
  ['a key that is empty', nameFolder(''), ''],
  ['a key that just fits', nameFolder('x'.repeat(100)), 'x'.repeat(100)],
  ['a key that was cut', nameFolder('x'.repeat(101)), `${'x'.repeat(100)}…`],
  ['a key that was cut before its last character', nameFolder(LONG), `${'ü'.repeat(16)}…`],
  ['a key that was cut amid a character', nameFolder(`a${LONG}`), `a${'ü'.repeat(16)}…`],
  ['a name with digits of another key', nameFolder('one').replace(/[0-9a-f]{8}$/, '00000000'), undefined],
  ['a name with a byte that is escaped for nothing', nameFolder('one').replace('one', 'on%65'), undefined],
  ['a name that nobody made', '.git', undefined],
];
for (const [what, folder, key] of FOLDERS) {
  it(`${what} is read from the name of its folder as ${key === undefined ? 'nothing' : JSON.stringify(key)}`, () => {
    assert.equal(parseFolderName(folder), key);
  });
}

it('a key is read from the name of its folder, whole or cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (key) => {
      const read = parseFolderName(nameFolder(key));
      assert.ok(read === key || (read?.endsWith('…') && key.startsWith(read.slice(0, -1))), `${key} → ${read}`);
    }),
  );
});

describe('the name of a run', () => {
  it('holds the time and the first digits of the SHA-256 of the content', () => {
    // printf abc | sha256sum: FIPS 180-2, appendix B.1.
    assert.equal(nameRun('2026-03-01T12:00:00.5Z', new TextEncoder().encode('abc')), '20260301T120000500Z-ba7816bf');
  });

  it('sorts as the times do', () => {
    const time = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    const nameOf = (date: Date): string => nameRun(date.toISOString(), new Uint8Array()).slice(0, 19);
    fc.assert(
      fc.property(time, time, (left, right) => Math.sign(left.getTime() - right.getTime()) === compare(nameOf(left), nameOf(right))),
    );
  });

  it('is told from every other name', () => {
    const id = '20260301T120000500Z-ba7816bf';
    assert.deepEqual(parseFileName(`${id}.json`), { kind: 'run', id });
    assert.deepEqual(parseFileName(`${id}.accepted.json`), { kind: 'acceptance', id });
    for (const name of [id, `${id}.json\n`, ` ${id}.json`, `x/${id}.json`, `${id}.json.json`, `${id.toUpperCase()}.json`, '']) {
      assert.deepEqual(parseFileName(name), { kind: 'foreign' });
    }
    assert.deepEqual([isRunId(id), isRunId(`../${id}`), isRunId('')], [true, false, false]);
  });
});

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
