import type { RunSummary } from '../metrics/run-summary.ts';

/** What made the load, for people: `made by Locust 2.47.0 on Python 3.11.7, 2 workers`. Undefined: load-gate itself, and there is nothing to say. Not escaped. */
export function describeEngine({ engine, workers }: Pick<RunSummary, 'engine' | 'workers'>): string | undefined {
  switch (engine.kind) {
    case 'embedded':
      return undefined;
    case 'locust': {
      const many = workers === 0 ? '' : `, ${workers === 1 ? '1 worker' : `${workers} workers`}`;
      return `made by Locust ${engine.version}${engine.python === '' ? '' : ` on Python ${engine.python}`}${many}`;
    }
    case 'import':
      return `measured elsewhere, and read from ${engine.format}`;
  }
}

/** What the file of an import does not say, one sentence each, with a full stop; empty: the run was made by load-gate. Not escaped. */
export function listMissing({ engine }: Pick<RunSummary, 'engine'>): readonly string[] {
  return engine.kind === 'import'
    ? engine.missing.map(({ sentence }) =>
        sentence.startsWith('k6') ? `${sentence}.` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
      )
    : [];
}

/** The seed that every random choice came from, as one fact of several; empty where nobody knows of one. */
export function describeSeed({ engine, seed }: Pick<RunSummary, 'engine' | 'seed'>): string {
  return engine.kind === 'import' ? '' : `seed ${seed}`;
}
