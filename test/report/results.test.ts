import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { buildImportedRun } from '../../src/engine/import/build-run.ts';
import { buildSeries } from '../../src/engine/import/build-series.ts';
import type { Distribution } from '../../src/metrics/distribution.ts';
import { mergeRuns } from '../../src/metrics/merge-runs.ts';
import type { RunSummary, SeriesPhase } from '../../src/metrics/run-summary.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { seededRandom } from '../support/draw-lognormal.ts';
import { buildChatRun } from '../support/build-chat-run.ts';
import { buildRegressionReport } from '../support/build-comparison.ts';
import { buildReport, buildShopReport, buildShopRun } from '../support/build-report.ts';
import { buildRunSummary, everySecond, recordDistribution } from '../support/build-run-summary.ts';
import { buildShardInfo, buildShardRun } from '../support/build-shards.ts';
import { buildServerReport } from '../support/build-server-report.ts';
import { compareGolden } from '../support/compare-golden.ts';

const schema = parseObject(readFileSync(new URL('../../sla/schema/results.schema.json', import.meta.url), 'utf8'));

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  assert.ok(isObject(value));
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The schema with every object closed: what is written must be described, though readers ignore what they do not know. */
function close(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(close);
  const closed = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, close(item)]));
  const isOpen = closed['type'] === 'object' && 'properties' in closed && !('additionalProperties' in closed);
  return isOpen ? { ...closed, additionalProperties: false } : closed;
}

const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
const closedSchema = close(schema);
assert.ok(isObject(closedSchema));
const validate = ajv.compile(closedSchema);

function withSpawnRate(run: RunSummary): RunSummary {
  const phases = run.phases.map((phase) => ({ ...phase, plan: { ...phase.plan, spawnRatePerSec: 2.5 } }));
  return { ...run, phases };
}

const REPORTS = [
  ['a breach with checks in every state', buildShopReport()],
  ['a pass', buildReport()],
  ['a job with a second look', { ...buildReport(), further: [buildShopRun(), buildRunSummary()] }],
  ['a live comparison', { ...buildReport(), live: { where: 'https://old.example', interleave: 'simultaneous', runs: [buildShopRun()] } }],
  [
    'a live comparison by turns with its second look',
    {
      ...buildReport(),
      further: [buildShopRun(), buildRunSummary()],
      live: { where: '***', interleave: 'abba', runs: [buildRunSummary(), buildShopRun(), buildRunSummary()] },
    },
  ],
  ['a run with WebSockets', buildReport({ run: buildChatRun() })],
  ['a run whose target was asked about itself', buildServerReport()],
  [
    'a run that was steered by hand, with a spawn rate',
    buildReport({
      run: withSpawnRate(
        buildRunSummary({
          with: {
            levelChanges: [
              { atMs: 4_020, phase: 0, fromUsers: 10, users: 25, spawnRatePerSec: 5 },
              { atMs: 7_000.25, phase: 0, fromUsers: 25, users: 0, spawnRatePerSec: 0.5 },
            ],
          },
        }),
      ),
    }),
  ],
  ['one shard of several', buildReport({ run: buildShardRun(1, 4, { attempt: '17000000000/2' }), verdict: { state: 'inconclusive' } })],
  [
    'all shards of a burst, of which one knows no time',
    buildReport({ run: mergeRuns([buildShardRun(0, 2), buildShardRun(1, 2, { clock: undefined })]) }),
  ],
  ['no check at all', buildReport({ verdict: { state: 'inconclusive', reasons: ['No promise was judged.'], checks: [] } })],
  [
    'a run that was cut short before its second phase',
    buildReport({
      run: buildRunSummary({
        phases: [
          { name: 'a', seconds: 2 },
          { name: 'b', seconds: 2, neverBegan: true },
          { name: 'c', seconds: 2, model: 'iterations', neverBegan: true },
        ],
        with: {
          ending: { state: 'cut-short', reason: 'SIGINT' },
          imbalances: ['planned 10 ≠ started 9'],
          environment: { node: 'v24', platform: 'linux', cpuModel: '', cores: 2, memoryBytes: 1, runnerImage: 'ubuntu24' },
        },
      }),
    }),
  ],
  [
    'an import of figures',
    buildReport({
      run: buildImportedRun(
        {
          format: "Locust's stats.csv",
          missing: [{ facets: ['seconds', 'statuses'], sentence: 'it has none' }],
          series: [
            buildSeries(
              { name: 'GET /a', kind: 'http', method: 'GET' },
              {
                stated: {
                  of: 'all',
                  count: 7,
                  percentiles: [{ percentile: 99.9, us: 1_500.5 }],
                  meanUs: 3.25,
                  minUs: undefined,
                  maxUs: 9,
                },
              },
            ),
          ],
          statedTotal: { of: 'successes', count: undefined, percentiles: [], meanUs: undefined, minUs: 1, maxUs: undefined },
          startedAtMs: 1_767_323_045_000,
          startMs: 0,
          endMs: 10_000,
          timeline: [],
          iterations: 0,
          peakUsers: 3,
          target: '',
        },
        { tool: 'locust', version: '0.1.0', name: 'test', file: 'test_stats.csv', hash: '0'.repeat(64), target: undefined },
      ),
    }),
  ],
  [
    'a run that a window aborted, CPU unknown',
    buildReport({
      run: buildRunSummary({
        health: { busiestWorkerCpu: undefined, silentStretchesMs: [5_000] },
        with: { ending: { state: 'aborted', reason: 'error_rate' } },
      }),
    }),
  ],
] as const;

for (const [name, report] of REPORTS) {
  test(`results.json is what its schema says and reads back as the same report: ${name}.`, () => {
    const text = renderResults(report);
    assert.equal(validate(JSON.parse(text)), true, ajv.errorsText(validate.errors));
    const parsed = parseResults(text);
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.problem);
    assert.deepEqual(parsed.report, report);
    assert.equal(renderResults(parsed.report), text);
  });
}

test('The published schema is draft-07 and describes every key.', () => {
  const missing: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (
        path.endsWith('/properties') &&
        !path.includes('/if/') &&
        (typeof item !== 'object' || item === null || (!('description' in item) && !('$ref' in item)))
      )
        missing.push(`${path}/${key}`);
      visit(item, `${path}/${key}`);
    }
  };
  visit(schema, '');
  assert.deepEqual(missing, []);
  assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
});

test('results.json of the shop is byte for byte the golden one.', () => {
  compareGolden('results.json', renderResults(buildShopReport()));
});

test('A minute at 50 requests a second on ten endpoints stays below 300 KB.', () => {
  const random = seededRandom(11);
  const run = buildRunSummary({
    series: Array.from({ length: 10 }, (_, index) => ({
      name: `GET /api/endpoint-${index}/\${id}`,
      seconds: everySecond(60, () => ({ okMs: Array.from({ length: 50 }, () => random.lognormal(20 + 15 * index, 0.5)) })),
    })),
  });
  const span = (medianMs: number): Distribution =>
    recordDistribution(Array.from({ length: 3_000 }, () => Math.round(random.lognormal(medianMs * 1_000, 0.5))));
  const spans = (): Partial<SeriesPhase> => ({ ttfb: span(60), body: span(2), queue: span(0.05), connect: recordDistribution([480, 510]) });
  const series = run.series.map((one) => ({ ...one, perPhase: one.perPhase.map((part) => ({ ...part, ...spans() })) }));
  const size = Buffer.byteLength(renderResults(buildReport({ run: { ...run, series } })));
  assert.ok(size < 300_000, `${size} bytes`);
});

test('A comparison and values by hand are not stored, and neither is an empty list of further runs.', () => {
  const { comparison, handRows } = buildRegressionReport();
  assert.ok(comparison && handRows);
  assert.equal(renderResults({ ...buildShopReport(), comparison, handRows, further: [] }), good);
});

test('Another side with fewer or more bursts than there are is a bug, and never written.', () => {
  for (const runs of [[], [buildRunSummary(), buildRunSummary()]])
    assert.throws(() => renderResults({ ...buildReport(), live: { where: 'x', interleave: 'abba', runs } }), RangeError);
});

test('A number that JSON cannot hold is a bug, not a null.', () => {
  assert.throws(() => renderResults(buildReport({ run: { ...buildShopRun(), durationMs: Number.NaN } })), RangeError);
});

const good = renderResults(buildShopReport());
const further = (...runs: readonly unknown[]): string => edit('top', { further_runs: runs });
const storedRun = parseObject(good)['run'];
assert.ok(isObject(storedRun));
/** The good file with keys of its top, its run or its verdict set to something else. */
const edit = (at: 'top' | 'run' | 'verdict', keys: Record<string, unknown>): string => {
  const file = parseObject(good);
  const part = at === 'top' ? file : file[at];
  assert.ok(isObject(part));
  Object.assign(part, keys);
  return JSON.stringify(file);
};
const phases = buildShopRun().phases.slice(1);
const OTHER = { where: 'https://old.example', interleave: 'simultaneous' };
const live = (other: unknown): string => edit('top', { live: other });
const CHANGE = { atMs: 1_000, phase: 1, fromUsers: 1, users: 2, spawnRatePerSec: 1 };
const NO_LEVEL = /run\.levelChanges\[0\]\.phase must be the place of a phase with a level of users/;
const REFUSED: readonly (readonly [name: string, text: string, kind: string, problem: RegExp])[] = [
  ['an empty file', '', 'not-json', /not JSON/],
  ['a file that was cut off', good.slice(0, good.length / 2), 'not-json', /cut off/],
  ['a list', '[]', 'invalid', /must be an object/],
  ['no version', '{}', 'invalid', /schema_version/],
  ['a version of text', '{"schema_version":"1"}', 'invalid', /schema_version/],
  ['a newer version', edit('top', { schema_version: 2 }), 'newer', /schema_version 2.*update load-gate/],
  ['no run', edit('top', { run: undefined }), 'invalid', /run must be an object/],
  ['a number as a name', edit('run', { target: 5 }), 'invalid', /run\.target must be text/],
  ['a number that is none', good.replace('"durationMs": 20000', '"durationMs": 1e999'), 'invalid', /run\.durationMs must be a number/],
  ['a count below zero', good.replace('"cores": 4', '"cores": -4'), 'invalid', /run\.environment\.cores must be a whole number/],
  ['a time that is none', good.replace('2026-01-02T03:04:05.000Z', '2026-13-02T03:04:05.000Z'), 'invalid', /run\.startedAt must be a time/],
  [
    'a verdict that does not exist',
    good.replace('"state": "breach"\n', '"state": "fine"\n'),
    'invalid',
    /verdict\.state must be one of pass, breach/,
  ],
  [
    'a distribution that was damaged',
    good.replace('9AMAoMIe6QfmBw==', '9AMAoMIe6QfmCA=='),
    'invalid',
    /eventLoopDelay must be an encoded distribution/,
  ],
  ['a phase too few', edit('run', { phases }), 'invalid', /run\.series\[0\]\.perPhase must have one entry for each of the 3 phases/],
  ['further runs that are no list', edit('top', { further_runs: storedRun }), 'invalid', /further_runs must be a list of 1 to 8 runs/],
  ['an empty list of further runs', further(), 'invalid', /further_runs must be a list of 1 to 8 runs/],
  [
    'more further runs than a job makes',
    further(...Array.from({ length: 9 }, () => storedRun)),
    'invalid',
    /further_runs must be a list of 1 to 8/,
  ],
  ['a level that was set in no phase', edit('run', { levelChanges: [{ ...CHANGE, phase: 9 }] }), 'invalid', NO_LEVEL],
  ['a level that was set in an open phase', edit('run', { levelChanges: [CHANGE] }), 'invalid', NO_LEVEL],
  ['no shard at all', edit('run', { shards: [] }), 'invalid', /run\.shards must be a list of 1 to 256 shards/],
  ['a shard of one', edit('run', { shards: [buildShardInfo(0, 1)] }), 'invalid', /shards\[0\]\.count must be a whole number from 2/],
  ['a shard beyond their number', edit('run', { shards: [buildShardInfo(4, 4)] }), 'invalid', /shards\[0\] must be one of the 4 shards/],
  [
    'some of all shards',
    edit('run', { shards: [buildShardInfo(0, 3), buildShardInfo(1, 3)] }),
    'invalid',
    /must hold one shard, or all 3 in order/,
  ],
  [
    'a shard twice',
    edit('run', { shards: [buildShardInfo(1, 2), buildShardInfo(1, 2)] }),
    'invalid',
    /must hold one shard, or all 2 in order/,
  ],
  [
    'shards of two plans',
    edit('run', { shards: [buildShardInfo(0, 2), buildShardInfo(1, 2, { planHash: 'f'.repeat(64) })] }),
    'invalid',
    /shards\[1\] must be one of the 2 shards of one plan/,
  ],
  ['a plan that is none', edit('run', { shards: [buildShardInfo(0, 2, { planHash: 'x' })] }), 'invalid', /planHash must be 64 hex digits/],
  [
    'an attempt with words in it',
    edit('run', { shards: [buildShardInfo(0, 2, { attempt: 'all is well' })] }),
    'invalid',
    /attempt must be/,
  ],
  ['a start that is none', edit('run', { shards: [buildShardInfo(0, 2, { startAt: 'noon' })] }), 'invalid', /startAt must be a time/],
  [
    'a level that comes at no rate',
    edit('run', { levelChanges: [{ ...CHANGE, spawnRatePerSec: 0 }] }),
    'invalid',
    /levelChanges\[0\]\.spawnRatePerSec must be a number above 0/,
  ],
  [
    'more levels than a burst takes',
    edit('run', { levelChanges: Array.from({ length: 1_001 }, () => CHANGE) }),
    'invalid',
    /levelChanges must be a list of at most 1000/,
  ],
  ['a further run that is none', further(storedRun, null), 'invalid', /further_runs\[1\] must be an object/],
  ['a further run with a name that is none', further({ ...storedRun, target: 5 }), 'invalid', /further_runs\[0\]\.target must be text/],
  [
    'a further run with a phase too few',
    further({ ...storedRun, phases }),
    'invalid',
    /further_runs\[0\]\.series\[0\]\.perPhase must have one entry for each of the 3 phases/,
  ],
  ['another side that is no object', live(null), 'invalid', /live must be an object/],
  ['another side without a name', live({ interleave: 'abba', runs: [storedRun] }), 'invalid', /live\.where must be text/],
  [
    'another side in an order that does not exist',
    live({ ...OTHER, interleave: 'abab', runs: [storedRun] }),
    'invalid',
    /live\.interleave must be one of simultaneous, abba/,
  ],
  ['another side without a run', live({ ...OTHER, runs: [] }), 'invalid', /live\.runs must have one run for each of the 1 bursts/],
  [
    'another side with a run too many',
    live({ ...OTHER, runs: [storedRun, storedRun] }),
    'invalid',
    /live\.runs must have one run for each/,
  ],
  [
    'another side with a run too few',
    edit('top', { further_runs: [storedRun], live: { ...OTHER, runs: [storedRun] } }),
    'invalid',
    /live\.runs must have one run for each of the 2 bursts/,
  ],
  [
    'another side with a phase too few',
    live({ ...OTHER, runs: [{ ...storedRun, phases }] }),
    'invalid',
    /live\.runs\[0\]\.series\[0\]\.perPhase must have one entry for each of the 3 phases/,
  ],
  [
    'another side with a key that reaches into a prototype',
    live({ ...OTHER, runs: [storedRun], constructor: {} }),
    'invalid',
    /live has the key "constructor"/,
  ],
  ['a verdict without a reason', edit('verdict', { reasons: [] }), 'invalid', /verdict\.reasons must be a list that is not empty/],
  [
    'a key that reaches into a prototype',
    good.replace('"protocols": {', '"protocols": {"__proto__": 1, '),
    'invalid',
    /protocols has the key "__proto__"/,
  ],
  [
    'the same key beside honest ones',
    good.replace('"ending": {', '"ending": {"constructor": {}, '),
    'invalid',
    /ending has the key "constructor"/,
  ],
  ['ten million brackets', '['.repeat(10_000_000), 'not-json', /not JSON/],
  ['text with escapes in it', '{"\u001b[31m": ', 'not-json', /^[ -~…]*$/],
];

for (const [name, text, kind, problem] of REFUSED) {
  test(`A result is refused, with its reason: ${name}.`, () => {
    const parsed = parseResults(text);
    assert.ok(!parsed.ok);
    assert.equal(parsed.kind, kind);
    assert.match(parsed.problem, problem);
  });
}

test('A file that is too long is refused before it is read.', () => {
  const parsed = parseResults(' '.repeat(100_000_001));
  assert.equal(parsed.ok ? '' : parsed.kind, 'oversized');
});

test('Results of an older load-gate know of no level that was set by hand.', () => {
  const parsed = parseResults(edit('run', { levelChanges: undefined }));
  assert.deepEqual(parsed.ok && parsed.report.run.levelChanges, []);
});

test('Keys of a later version are ignored.', () => {
  const parsed = parseResults(edit('run', { later: { words: true } }));
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.report, buildShopReport());
});
