import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineInfo } from '../../src/metrics/engine-info.ts';
import { describeEngine } from '../../src/report/describe-engine.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import { buildReport } from '../support/build-report.ts';

const ROWS: readonly (readonly [engine: EngineInfo, workers: number, words: string | undefined])[] = [
  [{ kind: 'embedded' }, 4, undefined],
  [{ kind: 'locust', version: '2.47.0', python: '3.11.7' }, 2, 'made by Locust 2.47.0 on Python 3.11.7, 2 workers'],
  [{ kind: 'locust', version: '2.47.0', python: '' }, 1, 'made by Locust 2.47.0, 1 worker'],
  [{ kind: 'locust', version: '2.47.0', python: '3.11.7' }, 0, 'made by Locust 2.47.0 on Python 3.11.7'],
];
for (const [engine, workers, words] of ROWS) {
  test(`Of a run it is said: ${words ?? 'nothing'}.`, () => assert.equal(describeEngine({ engine, workers }), words));
}

test('A version that somebody else wrote does no harm in a summary.', () => {
  const report = buildReport();
  const run = { ...report.run, engine: { kind: 'locust', version: '<img src=x> @all', python: '| a |' } } as const;
  const line = renderSummaryMd({ ...report, run })
    .split('\n')
    .find((text) => text.includes('made by'));
  assert.ok(line !== undefined && !line.includes('<img') && !line.includes(' @all'), line);
});
