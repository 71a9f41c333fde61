/** One sample of one of k6's metrics, as JSON lines and CSV have it. */
export interface K6Point {
  readonly metric: string;
  /** Since the epoch. */
  readonly timeMs: number;
  readonly value: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** What is read; all other metrics are passed over. */
export const READ_METRICS = [
  'http_req_duration',
  'http_req_failed',
  'http_reqs',
  'iterations',
  'dropped_iterations',
  'checks',
  'vus',
  'ws_connecting',
  'ws_session_duration',
  'ws_msgs_sent',
  'ws_msgs_received',
  'grpc_req_duration',
] as const;

/** Whether a metric is read. */
export function isRead(metric: string): boolean {
  return READ.has(metric);
}

const READ: ReadonlySet<string> = new Set(READ_METRICS);
