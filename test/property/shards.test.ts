import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mergeRuns } from '../../src/metrics/merge-runs.ts';
import { Recorder } from '../../src/metrics/recorder.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { emptySample, type Sample } from '../../src/metrics/sample.ts';
import { shareOf } from '../../src/plan/shard.ts';
import { planOf } from '../support/build-plan.ts';
import { buildShardInfo } from '../support/build-shards.ts';

const plan = planOf('steps: [ { get: /a }, { get: /b } ]\nphases: [ { arrival_rate: 7/s, duration: 3s }, { users: 9, duration: 3s } ]');

const sample: fc.Arbitrary<Sample> = fc
  .record({
    series: fc.nat(1),
    phase: fc.nat(1),
    outcome: fc.constantFrom<Sample['outcome'][]>('ok', 'ok', 'ok', 'failed', 'timed-out', 'cut', 'interrupted'),
    endUs: fc.integer({ min: 0, max: 5_999_999 }),
    serviceUs: fc.integer({ min: 0, max: 3_000_000 }),
    lagUs: fc.nat(500_000),
    status: fc.constantFrom(200, 404, 503),
    nth: fc.nat(60),
    bytes: fc.nat(10_000),
  })
  .map(({ serviceUs, lagUs, nth, bytes, ...rest }) => ({
    ...emptySample(),
    ...rest,
    startUs: rest.endUs - serviceUs,
    intendedUs: rest.endUs - serviceUs - lagUs,
    headUs: rest.endUs - Math.floor(serviceUs / 2),
    status: rest.outcome === 'ok' || rest.outcome === 'failed' ? rest.status : 0,
    bytesSent: bytes,
    bytesReceived: bytes * 2,
    failure:
      rest.outcome === 'ok' || rest.outcome === 'interrupted'
        ? undefined
        : {
            class: rest.outcome === 'failed' ? ('status' as const) : rest.outcome === 'cut' ? ('cut' as const) : ('timeout' as const),
            reason: `reason ${nth % 4}`,
            sample: '',
          },
  }));

/** One machine that has recorded these; its share of the arrivals was started. */
function measure(samples: readonly Sample[], index: number, count: number): RunSummary {
  const shard = { index, count };
  const collector = new RunCollector(plan.phases, plan.series, 1, shard);
  const recorder = new Recorder({
    seriesCount: 2,
    onDelta: (delta) => void collector.addDelta(structuredClone(delta)),
    countUsers: () => index + 1,
    currentPhase: () => 0,
  });
  recorder.setPhaseEnd(0, 3_000_000);
  recorder.setPhaseEnd(1, 6_000_000);
  for (let start = shareOf(21, shard); start > 0; start--) {
    recorder.countIteration(0, 'started');
    recorder.countIteration(0, 'ok');
  }
  for (const entry of samples.toSorted((left, right) => left.endUs - right.endUs)) recorder.record(entry);
  recorder.finish(5_999_999);
  const run = collector.summarize({
    tool: { name: 'load-gate', version: '0.0.0' },
    scenario: { name: '', file: '', hash: '', profile: undefined },
    target: '',
    seed: 1,
    startedAt: '2026-03-01T12:00:00.000Z',
    durationMs: 6_000,
    ending: { state: 'complete' },
    levelChanges: [],
    environment: { node: '', platform: '', cpuModel: '', cores: 1, memoryBytes: 1, runnerImage: undefined },
    processCpuSeconds: 0,
    peakMemoryBytes: 0,
  });
  return { ...run, imbalances: [], shards: count === 1 ? [] : [buildShardInfo(index, count)] };
}

/** What was measured, without what is a machine's own and the order of failures that are equally frequent. */
function figuresOf({ series, phases, timeline }: RunSummary): unknown {
  const figures = {
    phases: phases.map(({ iterations }) => iterations),
    // Its times are coarse, each machine's to its own highest.
    timeline: timeline.map((second) => ({ ...second, users: 0, service: second.service.count })),
    series: series.map(({ perPhase, ...rest }) => ({
      ...rest,
      perPhase: perPhase.map((part) => ({
        ...part,
        failures: part.failures.toSorted((left, right) => (`${left.class} ${left.reason}` < `${right.class} ${right.reason}` ? -1 : 1)),
      })),
    })),
  };
  return JSON.parse(JSON.stringify(figures));
}

const parts = fc.array(fc.array(sample, { maxLength: 40 }), { minLength: 2, maxLength: 6 });

test('what several machines recorded, merged, is what one recorder of all samples has', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const merged = mergeRuns(all.map((samples, index) => measure(samples, index, all.length)));
      assert.deepEqual(figuresOf(merged), figuresOf(measure(all.flat(), 0, 1)));
      assert.deepEqual(merged.imbalances, []);
      assert.deepEqual(
        merged.shards.map(({ index }) => index),
        all.map((_, index) => index),
      );
    }),
    { numRuns: 60 },
  );
});

test('no figure depends on the order in which machines are merged', () => {
  fc.assert(
    fc.property(parts, fc.nat(5), (all, turns) => {
      const runs = all.map((samples, index) => measure(samples, index, all.length));
      const turned = [...runs.slice(turns % runs.length), ...runs.slice(0, turns % runs.length)].toReversed();
      assert.deepEqual(figuresOf(mergeRuns(turned)), figuresOf(mergeRuns(runs)));
    }),
    { numRuns: 40 },
  );
});

test('a machine that started less than its share leaves books that do not balance', () => {
  const runs = [measure([], 0, 3), measure([], 1, 3), measure([], 2, 3)];
  const [first, ...others] = runs;
  assert.ok(first);
  const phases = first.phases.map((phase) => ({ ...phase, iterations: { ...phase.iterations, planned: 0 } }));
  const { imbalances } = mergeRuns([{ ...first, phases }, ...others]);
  assert.deepEqual(imbalances, ['phase phase-1: planned starts of all shards: 14 is not 21']);
});
