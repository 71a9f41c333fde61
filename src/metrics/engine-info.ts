import { formatNumber } from '../units.ts';

/** What made the load of a run. */
export type EngineInfo =
  | { readonly kind: 'embedded' }
  /** Real Locust, whose workers `RunSummary.workers` counts. Versions as Locust and Python name them. */
  | { readonly kind: 'locust'; readonly version: string; readonly python: string }
  /** Another load generator measured by itself; load-gate has read its file. */
  | {
      readonly kind: 'import';
      readonly tool: ImportTool;
      readonly format: string;
      readonly missing: readonly Missing[];
      /** Checks of a script (k6) or tasks of it (Locust) that failed, of nobody knows which requests; absent: none, or it does not say. */
      readonly failedChecks?: number;
    };

/** Whose files can be read. */
export type ImportTool = 'locust' | 'k6' | 'hlog';

/** Something that a file of another load generator does not say. */
export interface Missing {
  /** What can therefore not be judged; empty: it is good to know, and takes nothing away. */
  readonly facets: readonly Facet[];
  /** `Locust's stats.csv has no statuses`: without a full stop. */
  readonly sentence: string;
}

/** What a promise can need to be judged. */
export const FACETS = [
  /** What ended in each second: windows, intervals, burn rates. */
  'seconds',
  /** How many requests failed, and so how many succeeded. */
  'failures',
  'statuses',
  'bytes sent',
  'bytes received',
  'first byte',
  /** How many connections were held, and how many were dropped. */
  'connections',
  'sessions',
  'messages',
  /** Which message a step waited for. */
  'matching',
] as const;
export type Facet = (typeof FACETS)[number];

/** Our own worker threads. */
export const EMBEDDED_ENGINE: EngineInfo = Object.freeze({ kind: 'embedded' });

/** What must be the same for two runs to be comparable, in words: `the embedded engine`, `Locust`, `an import of k6`. Versions are left out. */
export function nameEngine(engine: EngineInfo): string {
  switch (engine.kind) {
    case 'embedded':
      return 'the embedded engine';
    case 'locust':
      return 'Locust';
    case 'import':
      return `an import of ${engine.tool}`;
  }
}

/** Why what needs this cannot be judged; undefined: nothing stands against it. */
export function explainMissing(engine: EngineInfo | undefined, facet: Facet): string | undefined {
  return engine?.kind === 'import' ? engine.missing.find(({ facets }) => facets.includes(facet))?.sentence : undefined;
}

/** `12 checks of the script failed, and nobody knows of which requests`: what stands in the way of a promise. `count`: 1 or more. */
export function describeFailedChecks(tool: ImportTool, count: number): string {
  const [what, of] =
    tool === 'k6'
      ? ['check', 'of the script failed, and nobody knows of which requests']
      : ['exception', 'ended tasks of the script, and nobody knows after which requests'];
  return `${formatNumber(count, 0)} ${what}${count === 1 ? '' : 's'} ${of}`;
}
