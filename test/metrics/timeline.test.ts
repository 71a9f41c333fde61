import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bucketOfValue, highestValueOfBucket, valueAtRank } from '../../src/metrics/distribution.ts';
import { Recorder } from '../../src/metrics/recorder.ts';
import type { TimelineSecond } from '../../src/metrics/run-summary.ts';
import { emptySample, type Sample } from '../../src/metrics/sample.ts';
import { Timeline } from '../../src/metrics/timeline.ts';
import { planOf } from '../support/build-plan.ts';

const PHASES = '[ { name: warm-up, users: 1, duration: 1s, warmup: true }, { name: steady, users: 1, duration: 5s } ]';
const { phases } = planOf(`steps: [ { get: /a }, { get: /b } ]\nphases: ${PHASES}`);

/** What the timeline has after each of the workers has recorded its samples. */
function follow(...workers: readonly (readonly Partial<Sample>[])[]): readonly TimelineSecond[] {
  const timeline = new Timeline(phases);
  for (const samples of workers) {
    const recorder = new Recorder({ seriesCount: 2, onDelta: (delta) => timeline.add(delta), countUsers: () => 3, currentPhase: () => 1 });
    for (const sample of samples) recorder.record({ ...emptySample(), phase: 1, ...sample });
    recorder.finish(2_500_000);
  }
  return timeline.summarize();
}

const ended = (startUs: number, serviceUs: number): Partial<Sample> => ({ startUs, intendedUs: startUs, endUs: startUs + serviceUs });

describe('the timeline', () => {
  it('has every second, adds up workers and series, and counts users at its end', () => {
    const seconds = follow([{ ...ended(0, 5_000), bytesReceived: 10 }], [{ ...ended(100, 2_000_000), series: 1, bytesReceived: 7 }]);
    assert.deepEqual(
      seconds.map(({ second, users, requests, failures, bytesReceived }) => ({ second, users, requests, failures, bytesReceived })),
      [
        { second: 0, users: 6, requests: 1, failures: 0, bytesReceived: 10 },
        { second: 1, users: 6, requests: 0, failures: 0, bytesReceived: 0 },
        { second: 2, users: 6, requests: 1, failures: 0, bytesReceived: 7 },
      ],
    );
  });

  it('has the service time of failures and of what was given up, and leaves out what was interrupted', () => {
    const outcomes = ['ok', 'failed', 'timed-out', 'cut', 'interrupted'] as const;
    const [first] = follow([...outcomes.map((outcome, index) => ({ ...ended(0, 1_000 * (index + 1)), intendedUs: 0, outcome }))]);
    assert.deepEqual(
      [first?.requests, first?.failures, first?.service.count, first?.sumUs, first?.lowestUs, first?.highestUs],
      [4, 3, 4, 10_000, 1_000, 4_000],
    );
  });

  it('leaves warm-ups out, whenever their requests end', () => {
    const seconds = follow([{ ...ended(0, 1_500_000), phase: 0 }, ended(1_500_000, 1_000)]);
    assert.deepEqual(
      seconds.map(({ requests }) => requests),
      [0, 1, 0],
    );
  });

  it('keeps times to a whole millisecond, from 100 ms on to within 1 %, and their extremes and sum exactly', () => {
    const valuesUs = [
      1, 499, 500, 1_499, 20_500, 99_600, 101_300, 523_999, 524_800, 999_000, 1_013_000, 2_500_123, 59_999_999, 3_600_000_000,
    ];
    const seconds = follow(valuesUs.map((value) => ({ ...ended(0, value), endUs: 0, startUs: -value, intendedUs: -value })));
    const { service, sumUs, lowestUs, highestUs } = seconds[0] ?? assert.fail('there is no second');
    assert.equal(service.count, valuesUs.length);
    assert.deepEqual([sumUs, lowestUs, highestUs], [valuesUs.reduce((sum, value) => sum + value, 0), valuesUs[0], valuesUs.at(-1)]);
    valuesUs.forEach((value, index) => {
      const kept = valueAtRank(service, index + 1) ?? assert.fail(`there is no value ${index}`);
      const allowedUs = value < 100_000 ? 1_000 : value * 0.0115;
      assert.ok(Math.abs(kept - value) <= allowedUs, `${value} became ${kept}`);
    });
  });
});

describe('the bucket of a value', () => {
  it('is the one whose highest value is the first that is not below it', () => {
    for (let exponent = 0; exponent <= 31; exponent++) {
      for (const offset of [-1, 0, 1, 511, 2 ** Math.max(0, exponent - 1)]) {
        const value = Math.min(3_600_000_000, Math.max(0, 2 ** exponent + offset));
        const bucket = bucketOfValue(value);
        assert.ok(value <= highestValueOfBucket(bucket), `${value}`);
        assert.ok(bucket === 0 || value > highestValueOfBucket(bucket - 1), `${value}`);
      }
    }
  });
});
