import { readFileSync } from 'node:fs';

/** Where a run comes from, as CI says; all undefined outside of it. */
export interface Origin {
  readonly event: string | undefined;
  /** Undefined: a tag, or not in CI. */
  readonly branch: string | undefined;
  readonly commit: string | undefined;
  readonly defaultBranch: string | undefined;
  readonly isCi: boolean;
}

/** An event file is a few hundred kB at most. */
const LONGEST_EVENT = 10_000_000;

/** Reads the variables of GitHub Actions, and the event's file for the default branch; a file that cannot be read leaves it undefined. */
export function readOrigin(env: Readonly<Record<string, string | undefined>>): Origin {
  if (env['GITHUB_ACTIONS'] !== 'true')
    return { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };
  const event = env['GITHUB_EVENT_NAME'];
  const branch = env['GITHUB_REF_TYPE'] === 'branch' ? env['GITHUB_REF_NAME'] : undefined;
  return {
    event,
    branch,
    commit: env['GITHUB_SHA'],
    // A schedule runs on the default branch alone, and its event need not name it.
    defaultBranch: readDefaultBranch(env['GITHUB_EVENT_PATH']) ?? (event === 'schedule' ? branch : undefined),
    isCi: true,
  };
}

function readDefaultBranch(path: string | undefined): string | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    const text = readFileSync(path, 'utf8');
    const event: unknown = text.length > LONGEST_EVENT ? undefined : JSON.parse(text);
    const repository = isMap(event) ? event['repository'] : undefined;
    const name = isMap(repository) ? repository['default_branch'] : undefined;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined; // Closed: in CI no branch is taken for the default one then.
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
