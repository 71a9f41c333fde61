import { DEFAULT_REGRESSION_RULES, type RegressionRules } from '../../src/config/regression-rules.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { Report } from '../../src/report/report.ts';
import { fastRandom } from '../sim/fast-random.ts';
import { drawLevels, makeBurst } from '../sim/make-burst.ts';
import { WORLDS } from '../sim/world.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';
import { buildBurst, type EndpointInput } from '../verdict/regression/build-burst.ts';
import type { CaseInput, StoredInput } from './stored-case.ts';

const RULES = DEFAULT_REGRESSION_RULES;
const SECONDS = 30;

/** Bursts by seed: what a case calls the same is made once, which is most of the time that they take. */
type Make = (seed: number) => RunSummary;

/** A burst on that day of March. */
function onDay(run: RunSummary, day: number): RunSummary {
  return { ...run, startedAt: new Date(Date.UTC(2026, 2, 1, 12) + day * 86_400_000).toISOString() };
}

function reportOf(bursts: readonly RunSummary[], state: Report['verdict']['state'] = 'pass'): Report {
  const [run, ...further] = bursts;
  if (run === undefined) throw new Error('a report has a burst');
  return { ...buildReport({ run, verdict: { state } }), ...(further.length > 0 && { further }) };
}

function steady(endpoint: Partial<EndpointInput> = {}, seconds = SECONDS, model: 'open' | 'closed' = 'open'): Make {
  return (seed) => buildBurst([{ ms: 40, ...endpoint }], { seconds, seed, model });
}

/** Five endpoints in a world of the simulation, all `factor` times as slow as usual, or one of them. */
function noisy(name: string, factor = 1, slowed: 'one' | 'all' = 'all'): Make {
  const world = WORLDS.find((one) => one.name === name);
  if (world === undefined) throw new Error(`there is no world ${name}`);
  return (seed) => {
    const random = fastRandom(seed);
    const endpoints = [20, 35, 60, 90, 150].map((ms, index) => {
      const slow = slowed === 'all' || index === 0 ? Math.log(factor) : 0;
      const middle = Math.log(ms * 1_000) + slow + 0.03 * random.normal();
      const levels = drawLevels(world.levelSd, world.levelCorrelation, SECONDS, random).map((level) => middle + level);
      return { name: `GET /${index}`, ratePerSec: 50, levels };
    });
    return { ...buildRunSummary(), durationMs: SECONDS * 1_000, ...makeBurst(world, SECONDS, endpoints, random) };
  };
}

/** Days of two bursts each, those of one day alike. */
function days(count: number, make: (day: number) => Make, parts: Omit<StoredInput, 'report'> = {}): readonly StoredInput[] {
  return Array.from({ length: count }, (_, day) => ({
    report: reportOf([make(day)(100 + day), make(day)(200 + day)].map((run) => onDay(run, day))),
    ...parts,
  }));
}

function usual(count: number): readonly StoredInput[] {
  return days(count, (day) => steady({ ms: 40 * (1 + 0.02 * ((day % 3) - 1)) }));
}

/** A job of one burst, or of three. */
function job(first: Make, second?: Make): Report {
  const bursts = second ? [first(1), second(2), second(3)] : [first(1)];
  return reportOf(bursts.map((run) => onDay(run, 40)));
}

/** Both sides of as many bursts. */
function sides(candidate: Report, baseline: Make): Report {
  const count = 1 + (candidate.further?.length ?? 0);
  const runs = Array.from({ length: count }, (_, index) => onDay(baseline(11 + index), 40));
  return { ...candidate, live: { where: 'https://old.example', interleave: 'simultaneous', runs } };
}

function rulesOf(parts: Partial<RegressionRules>): RegressionRules {
  return { ...RULES, ...parts };
}

/** Comparisons of every outcome and most of the ways to it; the same for every call. */
export function listCases(): readonly CaseInput[] {
  return [...listHistoryCases(), ...listOddHistories(), ...listLiveCases(), ...listNoisyCases()];
}

const SLOW = steady({ ms: 60 });

function listHistoryCases(): readonly CaseInput[] {
  const ten = usual(10);
  const cases: readonly (readonly [name: string, report: Report, stored?: readonly StoredInput[], rules?: RegressionRules])[] = [
    ['no baseline yet', job(steady()), []],
    ['one stored run', job(steady()), usual(1)],
    ['unchanged', job(steady())],
    ['suspect', job(SLOW)],
    ['regressed', job(SLOW, SLOW)],
    ['not confirmed', job(steady({ ms: 50 }), steady())],
    ['one slow burst of three', job(SLOW, steady())],
    ['improved', job(steady({ ms: 25 }))],
    [
      'slower, and within its tolerance',
      job(steady({ ms: 43 }), steady({ ms: 43 })),
      ten,
      rulesOf({ percentiles: [{ percentile: 95, tolerance: 0.3 }] }),
    ],
    [
      'three percentiles',
      job(SLOW, SLOW),
      ten,
      rulesOf({ percentiles: [50, 75, 90].map((percentile) => ({ percentile, tolerance: 0.05 })) }),
    ],
    ['a percentile with too few samples', job(SLOW), ten, rulesOf({ percentiles: [{ percentile: 99.9, tolerance: 0.1 }] })],
    ['decided by one look', job(SLOW), ten, rulesOf({ confirm: false })],
    ['a difference that is too small to matter', job(SLOW, SLOW), ten, rulesOf({ minChangeUs: 500_000 })],
    ['more failures', job(steady({ failedPerSecond: 3 }), steady({ failedPerSecond: 3 }))],
    ['requests that never come back', job(steady({ timedOutPerSecond: 4 }), steady({ timedOutPerSecond: 4 }))],
    ['only failures', job(steady({ perSecond: 0, failedPerSecond: 20 }), steady({ perSecond: 0, failedPerSecond: 20 }))],
    ['too short', job(steady({}, 6))],
  ];
  return cases.map(([name, report, stored = ten, rules = RULES]) => ({ name: `history: ${name}`, rules, report, stored }));
}

function listOddHistories(): readonly CaseInput[] {
  const ten = usual(10);
  const other = { ...buildRunSummary().scenario, hash: 'b'.repeat(64) };
  const closed = (perSecond: number): Make => steady({ perSecond }, SECONDS, 'closed');
  const bad = (day: number, ms: number, parts: Omit<StoredInput, 'report'> = {}): StoredInput => ({
    report: reportOf([steady({ ms })(300 + day), steady({ ms })(400 + day)].map((run) => onDay(run, day))),
    ...parts,
  });
  const cases: readonly (readonly [name: string, report: Report, stored: readonly StoredInput[]])[] = [
    ['less throughput', job(closed(28), closed(28)), days(8, (day) => closed(48 + (day % 3)))],
    ['another scenario', job((seed) => ({ ...steady()(seed), scenario: other })), ten],
    ['of pull requests alone', job(steady()), days(3, () => steady(), { origin: { event: 'pull_request' } })],
    ['with a run that was bad', job(SLOW, SLOW), [...usual(9), bad(9, 120)]],
    ['with a level that somebody accepted', job(steady({ ms: 60 })), [...usual(8), bad(8, 60, { isAcceptedByHand: true }), bad(9, 61)]],
    ['with two faster runs at its end', job(steady(), steady()), [...usual(8), bad(8, 20), bad(9, 20)]],
    ['that creeps', job(steady({ ms: 55 })), days(24, (day) => steady({ ms: 40 * 1.02 ** Math.max(0, day - 9) }))],
    ['of more runs than the window', job(steady()), usual(23)],
    ['of a renamed endpoint', job(steady({ name: 'GET /things' })), ten],
  ];
  return cases.map(([name, report, stored]) => ({ name: `history ${name}`, rules: RULES, report, stored }));
}

function listLiveCases(): readonly CaseInput[] {
  const cases: readonly (readonly [name: string, candidate: Report, baseline: Make, rules?: RegressionRules])[] = [
    ['unchanged', job(steady()), steady()],
    ['suspect', job(SLOW), steady()],
    ['regressed', job(SLOW, SLOW), steady()],
    ['not confirmed', job(steady({ ms: 48 }), steady()), steady()],
    ['one slow burst of three', job(SLOW, steady()), steady()],
    ['improved', job(steady({ ms: 25 })), steady()],
    ['decided by one look', job(SLOW), steady(), rulesOf({ confirm: false })],
    ['deployments that differ much', job(SLOW), steady(), rulesOf({ deploymentNoise: 0.3 })],
    ['more failures', job(steady({ failedPerSecond: 3 }), steady({ failedPerSecond: 3 })), steady()],
    ['too short', job(steady({}, 6)), steady({}, 6)],
    ['a baseline that fails', job(steady()), steady({ perSecond: 0, failedPerSecond: 20 })],
  ];
  return cases.map(([name, candidate, baseline, rules = RULES]) => ({
    name: `live: ${name}`,
    rules,
    report: sides(candidate, baseline),
    stored: [],
  }));
}

/** Where digits are many and no figure is round: the last bit of a logarithm has most places to show. */
function listNoisyCases(): readonly CaseInput[] {
  return ['AR(1), noisy', 'GC stalls', 'heavy tails', 'slow drift'].flatMap((world): readonly CaseInput[] => {
    const [same, all, one] = [noisy(world), noisy(world, 1.3), noisy(world, 1.2, 'one')];
    const stored = days(8, () => same);
    const candidates: readonly (readonly [name: string, report: Report])[] = [
      ['unchanged', job(same)],
      ['all slower', job(all, all)],
      ['one of five slower', job(one, one)],
    ];
    return candidates.flatMap(([name, report]) => [
      { name: `history, ${world}: ${name}`, rules: RULES, report, stored },
      { name: `live, ${world}: ${name}`, rules: RULES, report: sides(report, same), stored: [] },
    ]);
  });
}
