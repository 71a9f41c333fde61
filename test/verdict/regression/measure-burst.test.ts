import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMBEDDED_ENGINE, type EngineInfo } from '../../../src/metrics/engine-info.ts';
import { measureBurst } from '../../../src/verdict/regression/measure-burst.ts';
import { buildRunSummary, everySecond } from '../../support/build-run-summary.ts';

const LOG: EngineInfo = { kind: 'import', tool: 'hlog', format: 'A log', missing: [{ facets: ['failures'], sentence: 'it does not say' }] };

for (const [what, engine, kinds] of [
  ['a run of ours has a share of failures, 0 too, and a throughput', EMBEDDED_ENGINE, ['error-ratio', 'percentile', 'throughput']],
  ['an import that does not say how many failed has neither to compare', LOG, ['percentile']],
] as const) {
  test(what, () => {
    const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: everySecond(30, { okMs: [10, 20] }) }], with: { engine } });
    const values = measureBurst(run, () => [{ percentile: 50, tolerance: 0.1 }]);
    assert.deepEqual(values.map(({ metric }) => metric.kind).sort(), kinds);
  });
}
