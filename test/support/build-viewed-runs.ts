import { tagRuns, type ViewedRun } from '../../src/report/html/viewed-run.ts';
import type { Report } from '../../src/report/report.ts';
import { fastRandom } from '../sim/fast-random.ts';
import { buildReport } from './build-report.ts';
import { buildRunSummary, everySecond, type SecondInput, type SeriesInput } from './build-run-summary.ts';

/** One of several runs of the same shop; lognormal latencies of a seed of its own. */
export interface ViewedInput {
  readonly seed?: number;
  /** On all latencies. */
  readonly factor?: number;
  readonly seconds?: number;
  /** Endpoints by their place that this run does not have. */
  readonly without?: readonly number[];
  /** Endpoints that only this run has. */
  readonly extra?: readonly string[];
  readonly failing?: boolean;
  readonly state?: Report['verdict']['state'];
}

const NAMES = ['GET /items', 'GET /items/${id}', 'GET /search', 'POST /orders', 'GET /orders/${id}', 'DELETE /carts/${id}'];

/** The report of such a run: a warm-up, a steady phase and a rest that is busier. */
export function buildShopOf(input: ViewedInput = {}): Report {
  const { seed = 1, factor = 1, seconds = 60, without = [], extra = [], failing = false, state = 'pass' } = input;
  const random = fastRandom(seed);
  const second = (medianMs: number, strain: number): SecondInput => {
    const failed = failing && strain > 0 && random.uniform() < 0.3 ? 2 : 0;
    const timedOut = failing && strain > 0 && random.uniform() < 0.05 ? 1 : 0;
    const latency = (): number => Math.max(0.2, factor * medianMs * (1 + strain) * Math.exp((0.25 + 0.2 * strain) * random.normal()));
    return { okMs: Array.from({ length: 25 + Math.round(10 * strain) - failed - timedOut }, latency), failed, timedOut };
  };
  const phases = [
    { name: 'warm-up', seconds: Math.round(seconds * 0.1), warmup: true, model: 'open' as const },
    { name: 'steady', seconds: Math.round(seconds * 0.6), model: 'open' as const },
    { name: 'peak', seconds: Math.round(seconds * 0.3), model: 'open' as const },
  ];
  const names = [...NAMES.filter((_, place) => !without.includes(place)), ...extra];
  const series = names.map((name): SeriesInput => {
    const medianMs = 8 + 14 * (NAMES.includes(name) ? NAMES.indexOf(name) : 2);
    const traffic = phases.map((phase) => [
      phase.name,
      everySecond(phase.seconds, () => second(medianMs, phase.name === 'peak' ? 0.8 : 0)),
    ]);
    return { name, method: name.split(' ')[0] ?? 'GET', in: Object.fromEntries(traffic), bytesReceived: 40_000 };
  });
  const run = buildRunSummary({
    phases,
    series,
    with: {
      scenario: { name: 'Shop', file: 'sla/shop.yaml', hash: 'ab'.repeat(32), profile: undefined },
      target: 'https://staging.example.com',
      seed: 4_200 + seed,
      startedAt: new Date(Date.UTC(2026, 2, 1, 12) + seed * 3_600_000).toISOString(),
    },
  });
  return buildReport({ run, verdict: { state } });
}

/** Runs as `view` names them. */
export function buildViewedRuns(inputs: readonly ViewedInput[]): readonly ViewedRun[] {
  return tagRuns(
    inputs.map((input, place) => ({
      name: `runs/${place + 1}/results.json`,
      commit: place % 2 === 0 ? 'a'.repeat(39) + String(place) : undefined,
      report: buildShopOf({ seed: place + 1, ...input }),
      address: `report-${place + 1}.html`,
    })),
  );
}

/** Two, of which the second is slower, and has lost one endpoint and won another. */
export const TWO_RUNS: readonly ViewedInput[] = [
  {},
  { factor: 1.18, without: [5], extra: ['GET /carts/${id}/offers'], failing: true, state: 'breach' },
];

/** Eight, of different lengths. */
export const EIGHT_RUNS: readonly ViewedInput[] = Array.from({ length: 8 }, (_, place) => ({
  factor: 1 + 0.06 * place,
  seconds: place === 6 ? 30 : 60,
  failing: place % 3 === 2,
  state: (['pass', 'breach', 'regression', 'inconclusive'] as const)[place % 4] ?? 'pass',
}));
