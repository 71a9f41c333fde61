import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENT } from '../e2e/make-folder.ts';
import type { RunState } from '../github-server/github-state.ts';
import { serveHttp, type Served } from '../support/serve.ts';
import type { JobEnded, ShopJob } from './open-shop.ts';

/** Two deployments, the second a slow one; where they are is a secret, so that they are the same target to a history. */
export interface Deployments {
  readonly fast: Served;
  readonly slow: Served;
}

/** What differs between the jobs of a test. */
export interface JobChanges {
  readonly seconds: number;
  readonly speed: keyof Deployments;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A run that stores. */
export const MAIN: Partial<RunState> = { event: 'push', headBranch: 'main' };
export const UPDATE = { mode: 'update-baseline' };

/** Long enough to be compared: seen in many different seconds; the time box leaves none for a second burst. */
export const LONG = 14;

/** Starts them for one test. */
export async function openDeployments(context: TestContext): Promise<Deployments> {
  const serve = (delayMs: number): Promise<Served> => serveHttp((_, response) => void sleep(delayMs).then(() => response.end('{}')));
  const [fast, slow] = [await serve(1), await serve(200)];
  context.after(() => Promise.all([fast, slow].map((server) => server[Symbol.asyncDispose]())));
  return { fast, slow };
}

/** A job that is compared with a history in artifacts; for one second unless it is said. */
export function jobOf(deployments: Deployments, run: Partial<RunState>, changes: Partial<JobChanges> = {}): ShopJob {
  const { seconds = 1, speed = 'fast', inputs = {} } = changes;
  const scenario = `target: \${secret.DEPLOYMENT}
time_box: 25s
steps:
  - get: /items
phases:
  - { name: burst, arrival_rate: 60/s, duration: ${LONG}s }
`;
  const rules = '{ p50: 200%, p95: 200%, min_change: 50ms, confirm: false }';
  return {
    run,
    env: { DEPLOYMENT: deployments[speed].url },
    inputs: { baseline: 'artifact', quiet: 'true', ...(seconds !== LONG && { set: `phases.burst.duration=${seconds}s` }), ...inputs },
    files: {
      'load-gate.yaml': scenario,
      'load-gate.sla.yaml': `endpoints:\n  GET /items: { error_budget: 1% }\nregression: ${rules}\n${PATIENT}`,
    },
  };
}

/** It ended with this exit code, and said that. */
export function checkEnded({ code, stdout, stderr }: JobEnded, expected: number, says: RegExp): void {
  assert.equal(code, expected, stdout + stderr);
  assert.match(stdout, says);
}
