/** What made the load of a run. */
export type EngineInfo =
  | { readonly kind: 'embedded' }
  /** Real Locust, whose workers `RunSummary.workers` counts. Versions as Locust and Python name them. */
  | { readonly kind: 'locust'; readonly version: string; readonly python: string }
  /** Another load generator measured by itself; load-gate has read its file. `missing`: what such a file cannot say, in whole sentences. */
  | { readonly kind: 'import'; readonly tool: 'locust' | 'k6' | 'hlog'; readonly format: string; readonly missing: readonly string[] };

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
