import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepMeasured } from './keep-measured.ts';

test('a figure that was not measured keeps the others from being kept, too', async () => {
  const read = (): Promise<string> => readFile(join(import.meta.dirname, '../../.ci/measured-costs.json'), 'utf8');
  const before = await read();
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0, -1])
    await assert.rejects(keepMeasured({ 'load-gate': { requestCpuUs: 14, userBytes: value } }), /userBytes of load-gate: /);
  assert.equal(await read(), before);
});
