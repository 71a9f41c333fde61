import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { openBlobLinks } from './blob-links.ts';
import { buildEnvironment, type JobOptions } from './build-environment.ts';
import { buildState, type GithubState } from './github-state.ts';
import { serveRestApi } from './rest-api.ts';
import { refuseViolations, type Emulator } from './serve-answers.ts';

export interface Rest extends Emulator {
  readonly apiUrl: string;
  /** The environment of a job: `buildEnvironment`. Nothing answers for artifacts. */
  readonly env: (options: JobOptions) => Promise<Record<string, string>>;
}

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9';

/** GitHub's REST API alone, which needs no tool to be installed; links to contents of artifacts lead nowhere. Closed after the test, which fails when GitHub's description was broken. */
export async function startRestFor(context: TestContext, state: GithubState = buildState()): Promise<Rest> {
  const emulator: Emulator = { state, log: [], violations: [] };
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-github-'));
  const served = await serveRestApi(emulator, openBlobLinks(NOWHERE));
  context.after(async () => {
    await Promise.all([served[Symbol.asyncDispose](), rm(folder, { recursive: true, force: true })]);
    refuseViolations(emulator);
  });
  return {
    ...emulator,
    apiUrl: served.url,
    env: (options) => buildEnvironment(options, { state, folder, apiUrl: served.url, resultsUrl: NOWHERE }),
  };
}
