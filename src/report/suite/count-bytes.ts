import type { RunSummary } from '../../metrics/run-summary.ts';
import type { Report } from '../report.ts';

/** Bytes that all bursts of a job have sent and received, on both sides of a live comparison. */
export function countBytes({ run, further = [], live }: Report): number {
  return [run, ...further, ...(live?.runs ?? [])].reduce((sum, burst) => sum + bytesOf(burst), 0);
}

function bytesOf({ series }: RunSummary): number {
  return series.flatMap(({ perPhase }) => perPhase).reduce((sum, { bytesSent, bytesReceived }) => sum + bytesSent + bytesReceived, 0);
}
