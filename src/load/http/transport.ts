import type { TransportSummary } from '../../metrics/run-summary.ts';
import type { CallStage } from '../socket/classify-error.ts';
import type { HttpCall } from './http-call.ts';

/**
 * What carries calls: undici today, with room for a faster path beside it.
 * A transport measures the spans, retries nothing, follows nothing, keeps no more of a body than it is asked to.
 */
export interface Transport {
  /** Sends; the owner's `callDone` comes once, unless the call is abandoned first. */
  send(call: HttpCall): void;
  /** Gives a call up: its connection is closed, nothing more is heard of it. Answers how far it had come. */
  abandon(call: HttpCall): CallStage;
  /** Closes every connection. */
  close(): void;
  summarize(): TransportSummary;
}
