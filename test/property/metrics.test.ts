import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { build } from 'hdr-histogram-js';
import { attemptsOf, failuresOf } from '../../src/metrics/counts.ts';
import type { Delta } from '../../src/metrics/delta.ts';
import { maxUs, meanUs, mergeDistributions, minUs, percentileUs } from '../../src/metrics/distribution.ts';
import { Histogram } from '../../src/metrics/histogram.ts';
import { Recorder } from '../../src/metrics/recorder.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { SeriesSummary } from '../../src/metrics/run-summary.ts';
import { emptySample, type Sample } from '../../src/metrics/sample.ts';
import { planOf } from '../support/build-plan.ts';

/** Latencies of all magnitudes, µs: mostly ordinary ones, up to an hour. */
const latency = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.integer({ min: 0, max: 3_600_000_000 }),
);
const latencies = fc.array(latency, { minLength: 1, maxLength: 300 });
const percentile = fc.oneof(fc.constantFrom(0, 50, 90, 95, 99, 99.9, 100), fc.double({ min: 0, max: 100, noNaN: true }));

function recorded(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

test('a percentile is the exact nearest rank, at most 0.1 % above it', () => {
  fc.assert(
    fc.property(latencies, percentile, (values, wanted) => {
      const sorted = values.toSorted((left, right) => left - right);
      // The smallest value that at least `wanted` % of the samples do not exceed, by counting.
      const exact = sorted.find((_value, index) => ((index + 1) / sorted.length) * 100 >= wanted - 1e-9) ?? sorted.at(-1) ?? 0;
      const read = percentileUs(recorded(values).toDistribution(), wanted) ?? Number.NaN;
      assert.ok(read >= exact && read <= exact * 1.001 + 1e-9, `${read} for ${exact}`);
    }),
    { numRuns: 500 },
  );
});

test('a percentile agrees with the library that we do not ask for it', () => {
  fc.assert(
    fc.property(latencies, fc.constantFrom(50, 75, 90, 95, 99, 100), (values, wanted) => {
      const oracle = build({ lowestDiscernibleValue: 1, highestTrackableValue: 3_600_000_000, numberOfSignificantValueDigits: 3 });
      for (const value of values) oracle.recordValue(value);
      const read = percentileUs(recorded(values).toDistribution(), wanted) ?? Number.NaN;
      const theirs = oracle.getValueAtPercentile(wanted);
      assert.ok(Math.abs(read - theirs) <= theirs * 0.001 + 1e-9, `${read}, they say ${theirs}`);
    }),
    { numRuns: 200 },
  );
});

test('count, mean, least and most are exact, and survive being merged, in any order', () => {
  fc.assert(
    fc.property(fc.array(latencies, { minLength: 1, maxLength: 5 }), (parts) => {
      const all = parts.flat();
      const together = recorded(all).toDistribution();
      const merged = mergeDistributions(parts.map((part) => recorded(part).toDistribution()));
      const added = new Histogram();
      for (const part of parts.toReversed()) added.add(recorded(part).toDistribution());
      assert.deepEqual(merged, together);
      assert.deepEqual(added.toDistribution(), together);
      assert.equal(together.count, all.length);
      assert.equal(minUs(together), Math.min(...all));
      assert.equal(maxUs(together), Math.max(...all));
      assert.equal(meanUs(together), all.reduce((sum, value) => sum + value, 0) / all.length);
    }),
    { numRuns: 200 },
  );
});

test('a histogram that was emptied is as good as new', () => {
  fc.assert(
    fc.property(latencies, latencies, (before, values) => {
      const used = recorded(before);
      used.reset();
      for (const value of values) used.record(value);
      assert.deepEqual(used.toDistribution(), recorded(values).toDistribution());
    }),
    { numRuns: 200 },
  );
});

const OUTCOMES = ['ok', 'ok', 'ok', 'failed', 'timed-out', 'cut', 'interrupted'] as const;
const sample: fc.Arbitrary<Sample> = fc
  .record({
    series: fc.nat(1),
    phase: fc.nat(1),
    outcome: fc.constantFrom(...OUTCOMES),
    endUs: fc.integer({ min: 0, max: 6_000_000 }),
    serviceUs: fc.integer({ min: 0, max: 3_000_000 }),
    lagUs: fc.nat(500_000),
    status: fc.constantFrom(200, 404, 503),
    reason: fc.constantFrom('status 404', 'status 503', 'check body'),
    bytes: fc.nat(10_000),
  })
  .map(({ series, phase, outcome, endUs, serviceUs, lagUs, status, reason, bytes }) => ({
    ...emptySample(),
    series,
    phase,
    outcome,
    endUs,
    startUs: endUs - serviceUs,
    intendedUs: endUs - serviceUs - lagUs,
    headUs: endUs - Math.floor(serviceUs / 2),
    status: outcome === 'ok' || outcome === 'failed' ? status : 0,
    bytesSent: bytes,
    bytesReceived: bytes * 2,
    failure:
      outcome === 'ok' || outcome === 'interrupted'
        ? undefined
        : {
            class: outcome === 'failed' ? ('status' as const) : outcome === 'cut' ? ('cut' as const) : ('timeout' as const),
            reason,
            sample: reason,
          },
  }));

const plan = planOf('steps: [ { get: /a }, { get: /b } ]\nphases: [ { users: 1, duration: 3s }, { users: 2, duration: 3s } ]');

function summarizeSamples(parts: readonly (readonly Sample[])[]): readonly SeriesSummary[] {
  const collector = new RunCollector(plan.phases, plan.series, parts.length);
  for (const samples of parts) {
    const recorder = new Recorder({
      seriesCount: 2,
      onDelta: (delta) => collector.addDelta(structuredClone(delta)),
      countUsers: () => 0,
      currentPhase: () => 0,
    });
    recorder.setPhaseEnd(0, 3_000_000);
    recorder.setPhaseEnd(1, 6_000_000);
    for (const entry of samples.toSorted((left, right) => left.endUs - right.endUs)) recorder.record(entry);
    recorder.finish(6_000_000);
  }
  const series = collector.summarize({
    tool: { name: 'load-gate', version: '0' },
    scenario: { name: '', file: '', hash: '', profile: undefined },
    target: '',
    seed: 1,
    startedAt: '',
    durationMs: 6_000,
    ending: { state: 'complete' },
    levelChanges: [],
    environment: { node: '', platform: '', cpuModel: '', cores: 1, memoryBytes: 1, runnerImage: undefined },
    processCpuSeconds: 0,
    peakMemoryBytes: 0,
  }).series;
  // Which worker's example of a failure is kept is of no meaning.
  return JSON.parse(JSON.stringify(series)) as readonly SeriesSummary[]; // a copy of what it was made from
}

test('what several workers recorded is what one would have recorded', () => {
  fc.assert(
    fc.property(fc.array(fc.array(sample, { maxLength: 40 }), { minLength: 1, maxLength: 4 }), (parts) => {
      const merged = summarizeSamples(parts);
      assert.deepEqual(merged, summarizeSamples([parts.flat()]));
      const all = parts.flat();
      for (const [index, series] of merged.entries()) {
        for (const [phase, cell] of series.perPhase.entries()) {
          const mine = all.filter((entry) => entry.series === index && entry.phase === phase);
          const of = (outcome: Sample['outcome']): number => mine.filter((entry) => entry.outcome === outcome).length;
          const { counts } = cell;
          assert.deepEqual(
            [counts.started, counts.ok, counts.failed, counts.timedOut, counts.cut, counts.interrupted],
            [mine.length, of('ok'), of('failed'), of('timed-out'), of('cut'), of('interrupted')],
          );
          assert.equal(counts.okBeforeEnd, mine.filter((entry) => entry.outcome === 'ok' && entry.endUs <= (phase + 1) * 3e6).length);
          for (const slice of cell.slices) {
            const ended = mine.filter((entry) => Math.floor(entry.endUs / 1e6) === slice.second);
            assert.equal(slice.ok, ended.filter((entry) => entry.outcome === 'ok').length);
            assert.equal(slice.failed, ended.filter((entry) => entry.outcome === 'failed').length);
          }
          const charged = mine.length - of('interrupted');
          assert.deepEqual([attemptsOf(counts), failuresOf(counts)], [charged, charged - of('ok')]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('each second is handed on once, in order, whatever happened in it', () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 30 }), fc.integer({ min: 6_000_000, max: 9_999_999 }), (samples, endUs) => {
      const deltas: Delta[] = [];
      const recorder = new Recorder({ seriesCount: 2, onDelta: (delta) => deltas.push(delta), countUsers: () => 0, currentPhase: () => 0 });
      for (const entry of samples.toSorted((left, right) => left.endUs - right.endUs)) recorder.record(entry);
      recorder.finish(endUs);
      assert.deepEqual(
        deltas.map(({ second }) => second),
        Array.from({ length: Math.floor(endUs / 1e6) + 1 }, (_none, second) => second),
      );
      const inSlices = deltas.flatMap(({ cells }) => cells).reduce((sum, { counts }) => sum + counts.started, 0);
      assert.equal(inSlices, samples.length);
      assert.equal(recorder.requestTotals.started, samples.length);
    }),
    { numRuns: 100 },
  );
});
