import type { Failure } from '../../../metrics/cell.ts';
import type { FailureClass } from '../../../metrics/run-summary.ts';
import { cleanText } from '../../../report/clean-text.ts';
import type { ForeignSample } from '../sample-book.ts';

type Outcome = Pick<ForeignSample, 'outcome' | 'status' | 'failure'>;

/** k6's error codes: 1050 is a request that timed out, 1211 a connection. https://grafana.com/docs/k6/latest/javascript-api/error-codes/ */
const TIMEOUTS: ReadonlySet<string> = new Set(['1050', '1211']);

/**
 * How an HTTP request ended, by its tags: as `expected_response` says, and where k6 was told to leave that out, as its default does, which is status 200 to 399.
 * Undefined: they do not say.
 */
export function classifyHttp(tags: Readonly<Record<string, string>>): Outcome | undefined {
  const { expected_response: expected, status: answered, error_code: code = '' } = tags;
  const status = answered !== undefined && /^[1-9]\d{2}$/.test(answered) ? Number(answered) : 0;
  if (expected !== undefined && expected !== 'true' && expected !== 'false') return undefined;
  if (expected === undefined && answered === undefined) return undefined;
  const isOk = expected === undefined ? status >= 200 && status <= 399 : expected === 'true';
  if (isOk) return { outcome: 'ok', status, failure: undefined };
  if (TIMEOUTS.has(code)) return { outcome: 'timed-out', status, failure: describe('timeout', `timeout ${code}`, tags) };
  if (status > 0) return { outcome: 'failed', status, failure: describe('status', `status ${status}`, tags) };
  const kind = classOf(code);
  return { outcome: 'failed', status, failure: describe(kind, code === '' ? `${kind}, no answer` : `${kind} ${code}`, tags) };
}

/** A WebSocket is open when its status is 101. */
export function classifySocket(tags: Readonly<Record<string, string>>): Outcome {
  const status = /^[1-9]\d{2}$/.test(tags['status'] ?? '') ? Number(tags['status']) : 0;
  if (status === 101) return { outcome: 'ok', status, failure: undefined };
  const failure = status > 0 ? describe('status', `status ${status}`, tags) : describe('connect', 'connect, no answer', tags);
  return { outcome: 'failed', status, failure };
}

function classOf(code: string): FailureClass {
  if (/^11\d\d$|^121\d$/.test(code)) return 'connect';
  if (/^12\d\d$/.test(code)) return 'reset';
  if (/^13\d\d$/.test(code)) return 'tls';
  return code === '' ? 'connect' : 'protocol';
}

function describe(kind: FailureClass, reason: string, { error }: Readonly<Record<string, string>>): Failure {
  return { class: kind, reason, sample: cleanText(error ?? reason) };
}
