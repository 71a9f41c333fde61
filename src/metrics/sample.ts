import type { FailureClass } from './run-summary.ts';

/**
 * The one record of a request that ended. Times are µs since the start of the run, on one monotonic clock. A recorder reads it at once and keeps no
 * reference, so that the caller can use one object again and again.
 */
export interface Sample {
  series: number;
  /** The phase in which the request was due to start. */
  phase: number;
  outcome: 'ok' | 'failed' | 'timed-out' | 'cut' | 'interrupted';
  /** When the schedule wanted it to start. */
  intendedUs: number;
  /** When it did. */
  startUs: number;
  endUs: number;
  /** When the response's head came; -1: none came. */
  headUs: number;
  /** Spans; -1: did not happen. */
  queueUs: number;
  connectUs: number;
  tlsUs: number;
  /** 0: no answer. */
  status: number;
  bytesSent: number;
  bytesReceived: number;
  /** Of failures. */
  failure: { readonly class: FailureClass; readonly reason: string; readonly sample: string } | undefined;
}

/** A sample to be filled in and recorded. */
export function emptySample(): Sample {
  return {
    series: 0,
    phase: 0,
    outcome: 'ok',
    intendedUs: 0,
    startUs: 0,
    endUs: 0,
    headUs: -1,
    queueUs: -1,
    connectUs: -1,
    tlsUs: -1,
    status: 0,
    bytesSent: 0,
    bytesReceived: 0,
    failure: undefined,
  };
}

/** Makes a sample as good as new. */
export function clearSample(sample: Sample): Sample {
  sample.series = 0;
  sample.phase = 0;
  sample.outcome = 'ok';
  sample.intendedUs = 0;
  sample.startUs = 0;
  sample.endUs = 0;
  sample.headUs = -1;
  sample.queueUs = -1;
  sample.connectUs = -1;
  sample.tlsUs = -1;
  sample.status = 0;
  sample.bytesSent = 0;
  sample.bytesReceived = 0;
  sample.failure = undefined;
  return sample;
}
