import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ImportTool } from '../../../src/metrics/engine-info.ts';
import { renderHlog } from '../../../src/report/render-hlog.ts';
import { buildShopReport } from '../../support/build-report.ts';
import { statsCsv, statsJson } from './locust-files.ts';
import { runImport } from './run-import.ts';

const read = (name: string): string => readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url), 'utf8');
const REQUESTS = [{ name: '/a', timesMs: [1, 2, 3] }];

const FILES: readonly (readonly [tool: ImportTool, file: string, content: string | Uint8Array])[] = [
  ['k6', 'k6.json', read('k6-lines.json')],
  ['k6', 'k6.json.gz', gzipSync(read('k6-lines.json'))],
  ['k6', 'k6.csv', read('k6-rows.csv')],
  ['k6', 'summary.json', read('k6-summary.json')],
  ['k6', 'export.json', read('k6-summary-export.json')],
  ['k6', 'new.json', read('k6-summary-new.json')],
  ['locust', 'a_stats.csv', statsCsv(REQUESTS)],
  ['locust', 'a.json', statsJson(REQUESTS)],
  ['hlog', 'latency.hlog', renderHlog(buildShopReport())],
];

for (const [tool, file, content] of FILES) {
  for (const other of (['locust', 'k6', 'hlog'] as const).filter((one) => one !== tool)) {
    test(`load-gate import ${other} ${file} names the command that reads it`, async (context) => {
      const run = await runImport(context, other, { files: { [file]: content }, sla: 'total: { p95: 1s }\n' });
      assert.equal(run.code, 2);
      assert.deepEqual(
        run.issues.map(({ line, suggestion }) => [line, suggestion]),
        [[1, `import it as what it is: load-gate import ${tool} ${file}`]],
      );
    });
  }
}
