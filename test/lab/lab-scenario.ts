import { SeededRandom } from '../../src/seeded-random.ts';

/** What one endpoint of the lab's servers costs: a log-normal wait for its data, ms, while it holds one of the connections to them. */
export interface LabEndpoint {
  readonly path: string;
  readonly medianMs: number;
}

export const LAB_ENDPOINTS: readonly LabEndpoint[] = [
  { path: '/products', medianMs: 14 },
  { path: '/search', medianMs: 20 },
  { path: '/basket', medianMs: 26 },
  { path: '/orders', medianMs: 34 },
];

/** What is planted: all quantiles of an endpoint are this much higher. */
export const PLANTED_CHANGE = 0.2;
export const WARM_UP_SECONDS = 3;
/** Arrivals per second at each endpoint of each side, on average: arrivals are random, and so is their endpoint. */
const RATE_PER_SEC = 100;

/** One row of the SLA for all endpoints; what is gated, and how, are the defaults. */
export const LAB_SLA = 'endpoints: { "*": { error_budget: 1% } }\n';

/** The scenario with judged bursts of so many seconds, as YAML. */
export function renderLabScenario(seconds: number): string {
  const tasks = LAB_ENDPOINTS.map(({ path }) => `      ${path.slice(1)}: { steps: [{ get: ${path} }] }`);
  const rate = `arrival_rate: ${RATE_PER_SEC * LAB_ENDPOINTS.length}/s, arrivals: poisson`;
  return [
    'target: http://127.0.0.1:1',
    `time_box: ${4 * (seconds + WARM_UP_SECONDS + 5)}s`,
    'users:',
    '  visitor:',
    '    tasks:',
    ...tasks,
    'phases:',
    `  - { name: warm-up, ${rate}, duration: ${WARM_UP_SECONDS}s, warmup: true }`,
    `  - { name: steady, ${rate}, duration: ${seconds}s }`,
    '',
  ].join('\n');
}

/** One comparison that is to be made. */
export interface PlannedRun {
  /** From 0, in the order of the runs. */
  readonly number: number;
  /** The path of the endpoint that is slower in the candidate; undefined: both sides are the same. */
  readonly planted: string | undefined;
}

/** So many unchanged runs and as many planted ones, in turns, so that a machine that changes does it to both kinds; the endpoint rotates. */
export function planRuns(each: number): readonly PlannedRun[] {
  return Array.from({ length: each }, (_, pair): readonly PlannedRun[] => [
    { number: 2 * pair, planted: undefined },
    { number: 2 * pair + 1, planted: LAB_ENDPOINTS[pair % LAB_ENDPOINTS.length]?.path },
  ]).flat();
}

/** The seeds of one attempt at a run: every one is drawn anew, and the same for the same lab. */
export interface RunSeeds {
  readonly load: number;
  readonly candidate: number;
  readonly baseline: number;
  /** Which side is started first. */
  readonly candidateFirst: boolean;
}

/** `attempt` counts from 0. */
export function drawSeeds(seed: number, number: number, attempt: number): RunSeeds {
  const random = new SeededRandom(seed, number, attempt);
  return {
    load: random.nextUint32(),
    candidate: random.nextUint32(),
    baseline: random.nextUint32(),
    candidateFirst: random.next() < 0.5,
  };
}
