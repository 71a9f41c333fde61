/** How a simulated system is noisy. Standard deviations are those of ln latency. */
export interface World {
  readonly name: string;
  /** Of single requests. */
  readonly requestSd: number;
  /** Of deployments: two of one commit differ by √2 times this. */
  readonly deploymentSd: number;
  /** Of jobs: what a run on another machine at another time has in common with itself. */
  readonly jobSd: number;
  /** Of bursts of one job. */
  readonly burstSd: number;
  /** Of the level of a second; neighbouring seconds are correlated by `levelCorrelation` (AR(1)). */
  readonly levelSd: number;
  readonly levelCorrelation: number;
  /** The share of the level's variance that both sides of a live comparison have in common, 0 … 1. */
  readonly levelShared: number;
  /** All endpoints share the effects of job, deployment and level. */
  readonly isOneSystem: boolean;
  /** Share of jobs on a slow kind of runner, and its factor on everything. */
  readonly slowRunners: { readonly share: number; readonly factor: number };
  /** Stalls of one side: how many in a second, and how long, ms; requests that arrive in one wait for its end. */
  readonly stalls: { readonly perSec: number; readonly ms: number };
  /** Share of requests with an extra factor from a Pareto distribution, and its index. */
  readonly tail: { readonly share: number; readonly index: number };
}

const QUIET: World = {
  name: 'i.i.d.',
  requestSd: 0.53,
  deploymentSd: 0.02,
  jobSd: 0.05,
  burstSd: 0,
  levelSd: 0,
  levelCorrelation: 0,
  levelShared: 0,
  isOneSystem: false,
  slowRunners: { share: 0, factor: 1 },
  stalls: { perSec: 0, ms: 0 },
  tail: { share: 0, index: 2 },
};

/**
 * The levels are such that the i.i.d. order-statistic interval of p95 over 60 s at 50 requests per second covers 72 % (typical) and 60 % (noisy) of
 * unchanged bursts instead of 95 %: its width must be wrong by 1.81 and 2.33.
 */
const TYPICAL: World = { ...QUIET, name: 'AR(1), typical', levelSd: 0.138, levelCorrelation: 0.5, levelShared: 0.7 };
const NOISY: World = { ...TYPICAL, name: 'AR(1), noisy', jobSd: 0.1, levelSd: 0.192 };

export const WORLDS: readonly World[] = [
  QUIET,
  TYPICAL,
  NOISY,
  { ...TYPICAL, name: 'AR(1), nothing shared', levelShared: 0 },
  { ...TYPICAL, name: 'slow drift', levelSd: 0.08, levelCorrelation: 0.9 },
  { ...TYPICAL, name: 'one job effect', isOneSystem: true },
  { ...TYPICAL, name: 'bimodal runners', slowRunners: { share: 0.3, factor: 1.35 } },
  { ...TYPICAL, name: 'GC stalls', stalls: { perSec: 0.05, ms: 100 } },
  { ...TYPICAL, name: 'heavy tails', tail: { share: 0.1, index: 2 } },
];

/** A world from noise figures that were measured: the fields of `World` that are known, each of its kind; what is missing is as in the typical world. */
export function readMeasuredWorld(figures: unknown): World {
  if (typeof figures !== 'object' || figures === null) throw new TypeError('the measured noise is no object');
  const known = Object.entries(figures).filter(([key, value]) => key in TYPICAL && isLike(TYPICAL[key as keyof World], value));
  if (known.length === 0) throw new TypeError('the measured noise has no figure that a world knows');
  return { ...TYPICAL, ...Object.fromEntries(known), name: 'measured' };
}

/** A figure from 0, a truth value, or an object of figures with the same keys. */
function isLike(model: World[keyof World], value: unknown): boolean {
  if (typeof model === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (typeof model !== 'object') return typeof model === 'boolean' && typeof value === 'boolean';
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(model).every(([key, one]) => isLike(one, (value as Readonly<Record<string, unknown>>)[key]))
  );
}
