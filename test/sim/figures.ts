import { simulateHistoryBuild } from './simulate-history.ts';
import { simulateLiveBuild, type BuildOutcome, type Experiment } from './simulate-live.ts';
import type { World } from './world.ts';

/** A row of the table: a kind of build, what is counted, and the goal for the share. */
export interface Figure {
  readonly name: string;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  readonly counts: (outcome: BuildOutcome) => boolean;
  /** The builds that it counts over; figures with the same key share them. */
  readonly builds: string;
}

interface Builds {
  readonly key: string;
  /** In the full form. */
  readonly number: number;
  readonly run: (world: World, seed: number) => BuildOutcome;
}

function live(experiment: Omit<Experiment, 'world'>): Builds['run'] {
  return (world, seed) => simulateLiveBuild({ ...experiment, world }, seed);
}

function stored(jobs: number, change: number): Builds['run'] {
  return (world, seed) => simulateHistoryBuild({ world, endpoints: 1, change, tolerance: 0.1 }, jobs, seed);
}

/** Every kind of build that is simulated. */
export const BUILDS: readonly Builds[] = [
  { key: 'same-1', number: 2_000, run: live({ endpoints: 1, change: 0, tolerance: 0.1 }) },
  { key: 'same-1-tight', number: 2_000, run: live({ endpoints: 1, change: 0, tolerance: 0.05 }) },
  { key: 'same-10', number: 400, run: live({ endpoints: 10, change: 0, tolerance: 0.1 }) },
  { key: 'same-10-tight', number: 400, run: live({ endpoints: 10, change: 0, tolerance: 0.05 }) },
  { key: 'plus-20', number: 1000, run: live({ endpoints: 1, change: 0.2, tolerance: 0.1 }) },
  { key: 'plus-20-of-10', number: 500, run: live({ endpoints: 10, change: 0.2, tolerance: 0.1 }) },
  { key: 'plus-50', number: 300, run: live({ endpoints: 1, change: 0.5, tolerance: 0.1 }) },
  { key: 'plus-10-tight', number: 1000, run: live({ endpoints: 1, change: 0.1, tolerance: 0.05 }) },
  { key: 'history-10', number: 600, run: stored(10, 0) },
  { key: 'history-20-plus-20', number: 300, run: stored(20, 0.2) },
];

const isRed = ({ isRed: red }: BuildOutcome): boolean => red;
const isFound = ({ isFound: found }: BuildOutcome): boolean => found;
const endsEarly = ({ looks }: BuildOutcome): boolean => looks === 1;

/** The rows of the table, in its order. */
export const FIGURES: readonly Figure[] = [
  { name: 'unchanged, 1 endpoint: fails', goal: { atMost: 0.01 }, counts: isRed, builds: 'same-1' },
  { name: 'unchanged, 1 endpoint, tolerance 5 %: fails', goal: { atMost: 0.01 }, counts: isRed, builds: 'same-1-tight' },
  { name: 'unchanged, 10 endpoints: fails', goal: { atMost: 0.01 }, counts: isRed, builds: 'same-10' },
  { name: 'unchanged, 10 endpoints, tolerance 5 %: fails', goal: { atMost: 0.01 }, counts: isRed, builds: 'same-10-tight' },
  { name: 'unchanged, 1 endpoint: ends after look 1', goal: { atLeast: 0.85 }, counts: endsEarly, builds: 'same-1' },
  { name: 'unchanged, 10 endpoints: ends after look 1', goal: { atLeast: 0.85 }, counts: endsEarly, builds: 'same-10' },
  { name: '+20 % on the one endpoint: seen', goal: { atLeast: 0.98 }, counts: isFound, builds: 'plus-20' },
  { name: '+20 % on one of 10: seen', goal: { atLeast: 0.95 }, counts: isFound, builds: 'plus-20-of-10' },
  { name: '+50 % on the one endpoint: seen', goal: { atLeast: 1 }, counts: isFound, builds: 'plus-50' },
  { name: '+10 % at tolerance 5 %: seen', goal: { atLeast: 0.7 }, counts: isFound, builds: 'plus-10-tight' },
  { name: 'history of 10, unchanged: fails', goal: { atMost: 0.015 }, counts: isRed, builds: 'history-10' },
  { name: 'history of 20, +20 %: seen', goal: { atLeast: 0.92 }, counts: isFound, builds: 'history-20-plus-20' },
];
