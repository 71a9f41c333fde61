import { messageOf } from '../gate-error.ts';
import { cleanText } from '../report/clean-text.ts';
import { readField, readText } from './read-field.ts';

/** Why a call to GitHub's API failed. `says`: GitHub's own words, cleaned. */
export type ApiProblem =
  | { readonly kind: 'rate-limited'; readonly waitMs: number | undefined }
  | { readonly kind: 'refused'; readonly status: number; readonly says: string }
  | { readonly kind: 'trouble'; readonly status: number }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'unreachable'; readonly says: string };

/** Whatever a call threw, as one of few kinds. Never throws. */
export function classifyProblem(thrown: unknown, nowMs: number): ApiProblem {
  if (isTimeout(thrown) || isTimeout(readCause(thrown))) return { kind: 'too-slow' };
  const status = readField(thrown, 'status');
  // octokit calls it 500 when there was no answer at all.
  if (typeof status !== 'number' || readField(thrown, 'response') === undefined)
    return { kind: 'unreachable', says: say(messageOf(thrown)) };
  const says = say(listWords(readField(thrown, 'response', 'data')).join(': ') || messageOf(thrown));
  const waitMs = readWait(readField(thrown, 'response', 'headers'), nowMs);
  if (status === 429 || (status === 403 && (waitMs !== undefined || /rate limit/i.test(says)))) return { kind: 'rate-limited', waitMs };
  return status >= 500 ? { kind: 'trouble', status } : { kind: 'refused', status, says };
}

/** How long to wait before the same call may be made again, 1 s and up; undefined: it would be answered the same way. */
export function waitBeforeRetry(problem: ApiProblem, attempt: number, pauseMs: number): number | undefined {
  switch (problem.kind) {
    case 'rate-limited':
      return Math.max(problem.waitMs ?? 0, pauseMs * 2 ** (attempt - 1));
    case 'trouble':
    case 'too-slow':
    case 'unreachable':
      return pauseMs * 2 ** (attempt - 1);
    case 'refused':
      return undefined;
  }
}

function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'TimeoutError' || thrown.name === 'AbortError');
}

function readCause(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}

/** `Validation Failed` alone says nothing; what stands in `errors` does. */
function listWords(data: unknown): readonly string[] {
  const errors = readField(data, 'errors');
  const words = Array.isArray(errors)
    ? errors.slice(0, 3).map((error: unknown) => readText(error, 'message') ?? readText(error, 'code'))
    : [];
  return [readText(data, 'message'), ...words].filter((word) => word !== undefined);
}

function say(text: string): string {
  return cleanText(text, 200).replace(/\.$/, '');
}

/**
 * A secondary limit says `retry-after` in seconds; the primary one that nothing is left, and in `x-ratelimit-reset` the second at which there is
 * ("Rate limits for the REST API").
 */
function readWait(headers: unknown, nowMs: number): number | undefined {
  const after = readSeconds(headers, 'retry-after');
  if (after !== undefined) return after * 1_000;
  if (readSeconds(headers, 'x-ratelimit-remaining') !== 0) return undefined;
  const reset = readSeconds(headers, 'x-ratelimit-reset');
  return reset === undefined ? undefined : Math.max(0, reset * 1_000 - nowMs);
}

function readSeconds(headers: unknown, name: string): number | undefined {
  const value = readField(headers, name);
  return /^\d{1,12}$/.test(String(value)) ? Number(value) : undefined;
}
