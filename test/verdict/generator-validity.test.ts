import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_DISTRIBUTION } from '../../src/metrics/distribution.ts';
import type { GeneratorHealth, RunSummary } from '../../src/metrics/run-summary.ts';
import { listInvalidities } from '../../src/verdict/generator-validity.ts';
import { buildRunSummary, everySecond, recordDistribution, times } from '../support/build-run-summary.ts';
import { GENERATOR_LIMITS } from '../support/build-sla.ts';

const sound: readonly { readonly name: string; readonly health: Partial<GeneratorHealth> }[] = [
  { name: 'a healthy generator', health: {} },
  { name: 'a schedule lag p99 at its limit', health: { scheduleLag: recordDistribution(times(100, 20_000)) } },
  { name: 'a slow hundredth of the schedule', health: { scheduleLag: recordDistribution([...times(99, 100), 500_000]) } },
  { name: 'no schedule at all, as in a closed phase without think time', health: { scheduleLag: EMPTY_DISTRIBUTION } },
  { name: 'an event-loop delay p99 at its limit', health: { eventLoopDelay: recordDistribution(times(100, 20_000)) } },
  { name: 'a freeze at its limit', health: { eventLoopDelay: recordDistribution([...times(999, 100), 1_000_000]) } },
  { name: 'a busiest worker at its limit', health: { busiestWorkerCpu: 0.9 } },
  { name: 'a platform that cannot tell the CPU', health: { busiestWorkerCpu: undefined } },
  { name: 'a share of missed starts at its limit', health: { missedRatio: 0.01 } },
];
for (const { name, health } of sound) {
  test(`${name} is valid`, () => assert.deepEqual(listInvalidities(buildRunSummary({ health }), GENERATOR_LIMITS), []));
}

const invalid: readonly {
  readonly name: string;
  readonly health?: Partial<GeneratorHealth>;
  readonly with?: Partial<RunSummary>;
  readonly says: RegExp;
}[] = [
  {
    name: 'a schedule lag p99 above its limit',
    health: { scheduleLag: recordDistribution(times(100, 20_100)) },
    says: /^Schedule lag p99 was 20\.1 ms, beyond 20\.0 ms: .*lower the rate/,
  },
  {
    name: 'two hundredths of the schedule being slow',
    health: { scheduleLag: recordDistribution([...times(98, 100), 500_000, 500_000]) },
    says: /^Schedule lag p99 was 500 ms/,
  },
  {
    name: 'an event-loop delay p99 above its limit',
    health: { eventLoopDelay: recordDistribution(times(100, 20_100)) },
    says: /^Event-loop delay p99 was 20\.1 ms, beyond 20\.0 ms/,
  },
  {
    name: 'one freeze above its limit, however many samples stand beside it',
    health: { eventLoopDelay: recordDistribution([...times(9_999, 100), 1_000_001]) },
    says: /^The generator stood still for 1\.00 s \(limit 1\.00 s\); /,
  },
  {
    name: 'an event loop that was never sampled',
    health: { eventLoopDelay: EMPTY_DISTRIBUTION },
    says: /^The event-loop delay was not measured/,
  },
  {
    name: 'a busiest worker above its limit',
    health: { busiestWorkerCpu: 0.951 },
    says: /^The busiest worker used 95\.1 % of a core, beyond 90 %; add workers/,
  },
  {
    name: 'a share of missed starts above its limit',
    health: { missedRatio: 0.011 },
    says: /^The generator missed 1\.1 % of its planned starts, beyond 1 %; /,
  },
  { name: 'a ratio that is not a number', health: { missedRatio: Number.NaN }, says: /^The generator missed/ },
  { name: 'a stretch without starts', health: { silentStretchesMs: [65_000] }, says: /in a stretch of 5 s \(limit 0\), first at 1 m 5 s/ },
  { name: 'values that were clamped', health: { clamped: 2 }, says: /^2 values above one hour/ },
  {
    name: 'books that do not balance',
    with: { imbalances: ['GET /a: started 10, ended 9'] },
    says: /^The books do not balance: GET \/a: started 10, ended 9\. This is a bug/,
  },
  {
    name: 'a worker that was lost, which is nobody’s bug,',
    with: { ending: { state: 'cut-short', reason: 'it was lost' }, imbalances: ['workers that reported: 1 is not 2'] },
    says: /^The books do not balance: workers that reported: 1 is not 2, and what the others have made is not all\.$/,
  },
];
for (const { name, says, ...input } of invalid) {
  test(`${name} makes the measurement invalid, with what was seen and what to do`, () => {
    const [sentence = '', ...more] = listInvalidities(buildRunSummary(input), GENERATOR_LIMITS);
    assert.match(sentence, says);
    assert.match(sentence, /\.$/);
    assert.deepEqual(more, []);
  });
}

test('several troubles are all told', () => {
  const run = buildRunSummary({ health: { busiestWorkerCpu: 1, missedRatio: 1 }, with: { imbalances: ['a', 'b'] } });
  assert.equal(listInvalidities(run, GENERATOR_LIMITS).length, 4);
});

test('a judged phase of less than a second needs no sample of the event loop, one of a second does', () => {
  for (const [endMs, expected] of [
    [999, 0],
    [1_000, 1],
  ] as const) {
    const run = buildRunSummary({ health: { eventLoopDelay: EMPTY_DISTRIBUTION } });
    const phases = run.phases.map((phase) => ({ ...phase, startMs: 0, endMs }));
    assert.equal(listInvalidities({ ...run, phases }, GENERATOR_LIMITS).length, expected, String(endMs));
  }
});

const STRAINED = { busiestWorkerCpu: 1, eventLoopDelay: recordDistribution(times(1_000, 500_000)) };

for (const [name, second, expected] of [
  ['every request is turned away', { failed: 100 }, 0],
  ['one request in a second succeeds', { failed: 100, okMs: [5] }, 2],
  ['every request times out, which a starved generator may have done', { timedOut: 100 }, 2],
  ['one in five times out, the others are turned away', { failed: 80, timedOut: 20 }, 2],
] as const) {
  test(`a generator that is busy while ${name} is ${expected === 0 ? 'only met by its target at once' : 'too busy'}`, () => {
    const run = buildRunSummary({ health: STRAINED, series: [{ name: 'GET /a', seconds: everySecond(10, second) }] });
    assert.equal(listInvalidities(run, GENERATOR_LIMITS).length, expected);
  });
}
