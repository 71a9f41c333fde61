import { setTimeout as sleep } from 'node:timers/promises';
import { VERSION } from '../version.ts';
import type { ApiClient } from './api-client.ts';
import { classifyProblem, waitBeforeRetry } from './classify-problem.ts';
import { maskSecrets } from './mask-secrets.ts';
import { readField } from './read-field.ts';

/** How long a task of calls may take, in ms from `openClient`, waits included; and how often one call is made. */
export interface ClientLimits {
  readonly totalMs: number;
  readonly callMs: number;
  /** Before the second try; twice as long before each further one. */
  readonly pauseMs: number;
  readonly tries: number;
}

const LIMITS: ClientLimits = { totalMs: 30_000, callMs: 10_000, pauseMs: 1_000, tries: 3 };

/** What octokit would print of deprecations and failures is nothing for the log of a user. */
const SILENCE = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * A client of GitHub's REST API at the runner's `GITHUB_API_URL`, through the runner's proxy, for one task. The token is hidden from the log first. `limits`
 * other than the usual ones are for tests.
 */
export async function openClient(
  token: string,
  env: Readonly<Record<string, string | undefined>>,
  limits: Partial<ClientLimits> = {},
): Promise<ApiClient> {
  await maskSecrets([token]);
  const { totalMs, callMs, pauseMs, tries } = { ...LIMITS, ...limits };
  const { getOctokit } = await import('@actions/github');
  const baseUrl = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  const octokit = getOctokit(token, { baseUrl, userAgent: `load-gate/${VERSION}`, log: SILENCE });
  const endMs = performance.now() + totalMs;
  const remainingMs = (): number => endMs - performance.now();
  return {
    remainingMs,
    async call(route, parameters) {
      for (let attempt = 1; ; attempt++) {
        try {
          const signal = AbortSignal.timeout(Math.max(1, Math.min(callMs, Math.floor(remainingMs()))));
          const own = readField(parameters, 'request');
          const request = { signal, ...(typeof own === 'object' ? own : {}) };
          const { data, headers } = await octokit.request(route, { ...parameters, request });
          return { data: data as unknown, headers: { ...headers } };
        } catch (thrown) {
          const waitMs = waitBeforeRetry(classifyProblem(thrown, Date.now()), attempt, pauseMs);
          const isFinal = attempt >= tries || !isRepeatable(route) || isGivenUp(parameters);
          // A wait that ends after the task's time is not begun: the answer could not be waited for.
          if (isFinal || waitMs === undefined || waitMs >= remainingMs()) throw thrown;
          await sleep(waitMs);
        }
      }
    },
  };
}

/** What was posted may have arrived although its answer did not: the caller looks before it posts again. */
function isRepeatable(route: string): boolean {
  return !route.startsWith('POST ');
}

/** The caller's own signal has ended the call, and would end the next one at once. */
function isGivenUp(parameters: Readonly<Record<string, unknown>>): boolean {
  const signal = readField(parameters, 'request', 'signal');
  return signal instanceof AbortSignal && signal.aborted;
}

function ignore(): void {}
