/** A size that a guide asks for, in the words of the command that makes it on one machine. */
export interface Size {
  readonly system: string;
  readonly what: string;
  /** After `load-gate run`. */
  readonly words: readonly string[];
  /** What an answer is taken to take, ms. A target that is slower is asked less. */
  readonly answerMs: number;
  /** Machines that the guide itself wants. Absent: one is enough for it. */
  readonly atLeast?: number;
}

const FAST_MS = 20;

/** The full sizes of the five guides, largest first where a guide has several. */
export const SIZES: readonly Size[] = [
  {
    system: 'chat4all',
    what: '10M messages a minute',
    words: ['sla/chat4all/api.yaml', '--profile', 'ten-million', '--max-rate', '200000/s', '--max-users', '200000'],
    answerMs: FAST_MS,
  },
  { system: 'chat4all', what: '166,000 messages a minute, 1,000 users', words: ['sla/chat4all/api.yaml'], answerMs: FAST_MS },
  {
    system: 'chat4all',
    what: '40,000 connections, "distributed"',
    words: ['sla/chat4all/websocket.yaml', '--profile', 'distributed', '--max-users', '40000'],
    answerMs: FAST_MS,
    atLeast: 4, // --expect-workers=4
  },
  { system: 'chat4all', what: '10,000 connections', words: ['sla/chat4all/websocket.yaml'], answerMs: FAST_MS },
  {
    system: 'chat4all',
    what: '100 uploads of 1 GB at once',
    words: ['sla/chat4all/upload.yaml', '--profile', 'full', '--max-bytes', '1000GB'],
    answerMs: 5_000, // "<5s per 10MB": 200 MB/s in all
  },
  { system: 'chat4all', what: 'sustained, 2,000 users', words: ['sla/chat4all/sustained.yaml'], answerMs: FAST_MS },
  { system: 'aiaas', what: 'API, 200 users', words: ['sla/aiaas/api.yaml'], answerMs: FAST_MS },
  { system: 'aiaas', what: 'WebSockets, 100 users', words: ['sla/aiaas/websocket.yaml'], answerMs: FAST_MS },
  { system: 'aiaas', what: 'all six tests, 200 users', words: ['sla/aiaas/locust.yaml'], answerMs: FAST_MS },
  { system: 'pggit', what: 'stress test, 400 users', words: ['sla/pggit/load-gate.yaml', '--profile', 'stress_test'], answerMs: FAST_MS },
  {
    system: 'allthrive',
    what: 'Phase 4, 100,000 users',
    words: ['sla/allthrive/phase4.yaml', '--max-users', '100000'],
    answerMs: FAST_MS,
  },
  { system: 'allthrive', what: 'Phase 2-3, 10,000 users', words: ['sla/allthrive/phase23.yaml'], answerMs: FAST_MS },
  { system: 'allthrive', what: 'Phase 1, 1,000 users', words: ['sla/allthrive/phase1.yaml'], answerMs: FAST_MS },
  {
    system: 'ingestor',
    what: '50,000 messages, 500 at once',
    words: ['sla/ingestor/extreme.yaml'],
    answerMs: 833, // "300-600 msg/s": 500 at once at 600 a second
  },
  { system: 'ingestor', what: '100,000 messages in 10 minutes', words: ['sla/ingestor/sustained.yaml'], answerMs: FAST_MS },
  { system: 'ingestor', what: 'bursts of 5,000, 500 at once', words: ['sla/ingestor/burst.yaml'], answerMs: 833 },
];
