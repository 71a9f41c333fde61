import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkShards, spreadOf, type NamedPart } from '../../src/metrics/check-shards.ts';
import { explainPart } from '../../src/metrics/explain-part.ts';
import { mergeRuns } from '../../src/metrics/merge-runs.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { buildShardInfo, buildShardRun, buildShardRuns } from '../support/build-shards.ts';

function named(runs: readonly RunSummary[]): readonly NamedPart[] {
  return runs.map((run, place) => ({ name: `s${place + 1}`, run }));
}

test('all shards of a plan, in any order, have nothing against them', () => {
  assert.deepEqual(checkShards(named(buildShardRuns(4))), []);
  assert.deepEqual(checkShards(named(buildShardRuns(4).toReversed())), []);
});

const [one, two, three] = buildShardRuns(3) as [RunSummary, RunSummary, RunSummary];
const CUT = { ending: { state: 'cut-short', reason: 'it was ready 3 s too late.' } } as const;
const PHASE = one.phases[0] as RunSummary['phases'][number];

const UNFIT: readonly (readonly [what: string, runs: readonly RunSummary[], says: RegExp])[] = [
  ['nothing', [], /^No shard has left a result\.$/],
  ['one that is missing', [one, three], /^Shard 2 of 3 is missing\.$/],
  ['two that are missing', [two], /^Shards 1, 3 of 3 are missing\.$/],
  ['one that is there twice', [one, two, three, two], /^Shard 2 of 3 is there 2 times: s2, s4\.$/],
  ['one twice in place of another', [one, two, two], /^Shard 3 of 3 is missing\. Shard 2 of 3 is there 2 times: s2, s3\.$/],
  ['a run of one machine', [one, two, buildRunSummary()], /^s3 is not the result of one shard\.$/],
  ['a run that was merged', [one, mergeRuns([one, two, three])], /^s2 is not the result of one shard\.$/],
  [
    'another plan',
    [one, two, buildShardRun(2, 3, { planHash: 'f'.repeat(64) })],
    /^s3 and s1 are not of one burst: they differ in the plan\.$/,
  ],
  ['another start', [one, two, buildShardRun(2, 3, { startAt: '2026-03-01T12:00:01.000Z' })], /differ in the plan\.$/],
  ['another number of shards', [one, two, buildShardRun(2, 4)], /differ in the number of shards\.$/],
  ['another attempt', [one, two, buildShardRun(2, 3, { attempt: '5001/2' })], /differ in the attempt of the workflow run\.$/],
  [
    'another version',
    [one, two, buildShardRun(2, 3, {}, { tool: { name: 'load-gate', version: '0.0.1' } })],
    /differ in the version of load-gate\.$/,
  ],
  [
    'another scenario',
    [one, two, buildShardRun(2, 3, {}, { scenario: { ...one.scenario, hash: '1'.repeat(64) } })],
    /differ in the scenario\.$/,
  ],
  [
    'another engine',
    [one, two, buildShardRun(2, 3, {}, { engine: { kind: 'locust', version: '2.47.0', python: '3.11.7' } })],
    /differ in the engine\.$/,
  ],
  ['another seed', [one, two, buildShardRun(2, 3, {}, { seed: 43 })], /differ in the seed\.$/],
  ['another target', [one, two, buildShardRun(2, 3, {}, { target: 'http://127.0.0.1:8001' })], /differ in the target\.$/],
  [
    'other phases',
    [one, two, buildShardRun(2, 3, {}, { phases: [{ ...PHASE, plan: { ...PHASE.plan, durationMs: 9_000 } }] })],
    /differ in the phases\.$/,
  ],
  ['other endpoints', [one, two, buildShardRun(2, 3, {}, { series: [] })], /differ in the endpoints\.$/],
  ['one that was cut short', [one, buildShardRun(1, 3, {}, CUT), three], /^Shard 2 of 3 was cut short: it was ready 3 s too late\.$/],
  [
    'clocks that are too far apart',
    [one, two, buildShardRun(2, 3, { clock: { offsetMs: -2_001, withinMs: 5 } })],
    /^The clocks of the shards were 2005 ms apart, /,
  ],
];

for (const [what, runs, says] of UNFIT) {
  test(`${what} cannot be merged`, () => assert.match(checkShards(named(runs)).join(' '), says));
}

test('one that was aborted is merged: what it says is for the verdict', () => {
  const aborted = buildShardRun(1, 3, {}, { ending: { state: 'aborted', reason: 'total: error_rate' } });
  assert.deepEqual(checkShards(named([one, aborted, three])), []);
  assert.deepEqual(mergeRuns([one, aborted, three]).ending, { state: 'aborted', reason: 'shard 2 of 3: total: error_rate' });
});

test('how far apart they began is known when the clocks of all are', () => {
  assert.deepEqual(spreadOf([0, 1, 2].map((index) => buildShardInfo(index, 3))), { apartMs: 8, withinMs: 10 });
  assert.equal(spreadOf([buildShardInfo(0, 2), buildShardInfo(1, 2, { clock: undefined })]), undefined);
  assert.deepEqual(checkShards(named([one, two, buildShardRun(2, 3, { clock: undefined })])), []);
});

test('a part says that it is one; all of them together, and a run of one machine, are whole', () => {
  assert.equal(explainPart(two), 'shard 2 of 3 alone; load-gate merge judges all of them together');
  assert.equal(explainPart(mergeRuns([one, two, three])), undefined);
  assert.equal(explainPart(buildRunSummary()), undefined);
});
