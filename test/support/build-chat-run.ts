import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { buildRunSummary, everySecond, times } from './build-run-summary.ts';

/** A run with HTTP beside WebSockets: 40 connections from a warm-up, 6 of them dropped later, and pushes of which some were late, lost or came twice. */
export function buildChatRun(): RunSummary {
  return buildRunSummary({
    phases: [
      { name: 'arrive', seconds: 2, warmup: true },
      { name: 'steady', seconds: 10 },
    ],
    series: [
      { name: 'POST /v1/messages', method: 'POST', in: { steady: everySecond(10, { okMs: times(5, 12) }) }, bytesSent: 40e6 },
      {
        name: 'ws /ws/chat',
        kind: 'ws',
        method: 'WS',
        in: {
          arrive: everySecond(2, (second) => ({ okMs: times(20, 8), open: 20 * (second + 1) })),
          steady: everySecond(10, (second) => ({ okMs: [9], open: 38, drops: second < 6 ? 1 : 0, messagesIn: 15, messagesOut: 5 })),
        },
        messages: { unmatched: 7 },
      },
      {
        name: 'message to notification',
        kind: 'receive',
        method: 'WS',
        in: { steady: everySecond(10, (second) => ({ okMs: times(4, 30), failed: second === 4 ? 2 : 0 })) },
        messages: { late: 1, duplicates: 3 },
      },
    ],
  });
}
