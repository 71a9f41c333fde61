import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEvent } from '../../src/github/read-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-gate-event-'));

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test('The event is what the file of the runner holds.', async () => {
  assert.deepEqual(await readEvent({ GITHUB_EVENT_PATH: write('good.json', '{"number": 12}') }), { number: 12 });
});

const NONE: readonly (readonly [name: string, path: string | undefined])[] = [
  ['no path', undefined],
  ['an empty path', ''],
  ['a file that is not there', join(folder, 'none.json')],
  ['a folder', folder],
  ['a file that is cut off', write('cut.json', '{"number": ')],
  ['a file that is larger than any event', write('huge.json', Buffer.alloc(31_000_000, ' '))],
];

for (const [name, path] of NONE) {
  test(`There is no event with ${name}.`, async () => {
    assert.equal(await readEvent({ GITHUB_EVENT_PATH: path }), undefined);
  });
}
