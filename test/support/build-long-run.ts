import type { Report } from '../../src/report/report.ts';
import { percentileOf, summarizeEndpoints } from '../../src/report/summarize-endpoints.ts';
import { formatLatency } from '../../src/units.ts';
import { fastRandom } from '../sim/fast-random.ts';
import { buildCheck } from './build-report.ts';
import { buildRunSummary, everySecond, type SecondInput, type SeriesInput } from './build-run-summary.ts';

/** How long, how many, how much. */
export interface LongInput {
  readonly minutes?: number;
  readonly endpoints?: number;
  /** Requests a second of each endpoint. */
  readonly rate?: number;
}

const RESOURCES = ['items', 'orders', 'customers', 'carts', 'prices', 'reviews', 'search', 'stock', 'offers', 'invoices'];

/** A run as they are in earnest: a warm-up, a steady phase, a spike that hurts, and a recovery; lognormal latencies, and failures of several classes. */
export function buildLongReport({ minutes = 10, endpoints = 20, rate = 30 }: LongInput = {}): Report {
  const random = fastRandom(7);
  const seconds = minutes * 60;
  const spans = { 'warm-up': 0.1, steady: 0.5, spike: 0.15, recovery: 0.25 };
  const phases = Object.entries(spans).map(([name, share]) => ({
    name,
    seconds: Math.round(seconds * share),
    warmup: name === 'warm-up',
    model: name === 'recovery' ? ('closed' as const) : ('open' as const),
  }));
  const second = (median: number, strain: number): SecondInput => ({
    okMs: Array.from(
      { length: Math.round(rate * (0.9 + 0.2 * random.uniform()) * (1 + strain)) },
      () => median * (1 + 2 * strain) * Math.exp((0.25 + 0.3 * strain) * random.normal()),
    ),
    failed: strain > 0.5 && random.uniform() < 0.4 ? Math.floor(3 * strain) : 0,
    timedOut: strain > 0.9 && random.uniform() < 0.15 ? 1 : 0,
    dropped: strain > 0.9 && random.uniform() < 0.1 ? 2 : 0,
  });
  const series = Array.from({ length: endpoints }, (_, index): SeriesInput => {
    const method = index % 4 === 3 ? 'POST' : 'GET';
    const name = `${method} /api/v1/${RESOURCES[index % RESOURCES.length] ?? ''}${index >= RESOURCES.length ? `/\${id}/details/${index}` : ''}`;
    const median = 6 + 9 * index;
    const strainOf = (phase: string, at: number): number =>
      phase === 'spike' ? Math.sin(Math.PI * at) : phase === 'recovery' ? 0.6 * Math.exp(-6 * at) : 0;
    const traffic = Object.fromEntries(
      phases.map((phase) => [phase.name, everySecond(phase.seconds, (at) => second(median, strainOf(phase.name, at / phase.seconds)))]),
    );
    return { name, method, in: traffic, bytesReceived: 4_000_000, bytesSent: 20_000 };
  });
  const run = buildRunSummary({
    phases,
    series,
    with: {
      scenario: { name: 'Shop under load', file: 'sla/shop.yaml', hash: 'ab'.repeat(32), profile: 'peak' },
      target: 'https://staging.example.com',
      durationMs: seconds * 1_000,
    },
  });
  const checks = summarizeEndpoints(run).rows.map((row, index) => {
    const reading = percentileOf(row, 95);
    const value = reading?.state === 'exact' ? reading.us : 0;
    // Every ninth promises a tenth less than what was seen, the others half as much again.
    const limitValue = Math.round((value * (index % 9 === 4 ? 0.9 : 1.5)) / 5_000) * 5_000;
    return buildCheck({
      name: `${row.name} p95`,
      series: row.name,
      limit: `≤ ${formatLatency(limitValue)}`,
      promise: `p95: ${limitValue / 1_000}ms`,
      state: value > limitValue ? 'breached' : 'passed',
      observed: {
        value,
        limitValue,
        text: formatLatency(value),
        samples: row.attempts ?? 0,
        interval: { low: value * 0.98, high: value * 1.03, text: `${formatLatency(value * 0.98)} – ${formatLatency(value * 1.03)}` },
      },
    });
  });
  const broken = checks.filter(({ state }) => state === 'breached');
  const reasons = broken.map((check) =>
    'observed' in check
      ? `${check.name} is ${check.observed.text}; the limit is ${check.limit.slice(2)} (${check.observed.samples} samples).`
      : '',
  );
  return { run, verdict: { state: 'breach', reasons, checks } };
}
