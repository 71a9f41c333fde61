import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyProblem, waitBeforeRetry, type ApiProblem } from '../../src/github/classify-problem.ts';
import { explainApiError } from '../../src/github/explain-api-error.ts';

const NOW = 1_000_000_000;
const ATTEMPT = { what: 'the comment was not written', permission: 'pull-requests: write' };
const GRANT = 'give the job `permissions: pull-requests: write`';

function answered(status: number, data: unknown = {}, headers: Readonly<Record<string, unknown>> = {}): unknown {
  return Object.assign(new Error('as octokit says it'), { status, response: { status, data, headers } });
}

function lost(message: string, cause?: Error): unknown {
  return Object.assign(new Error(message, { cause }), { status: 500 });
}

function timeout(name: string): Error {
  return Object.assign(new Error('The operation was aborted'), { name });
}

const NO_ACCESS = { message: 'Resource not accessible by integration' };
const LATER = 'run the job again later';

const ROWS: readonly (readonly [name: string, thrown: unknown, sentence: string])[] = [
  [
    '401',
    answered(401, { message: 'Bad credentials' }),
    'GitHub does not know the token (401), which is wrong, expired or of a job that has ended; check `github-token`.',
  ],
  ['403 of a token without the permission', answered(403, NO_ACCESS), `the token may not do that (403); ${GRANT}.`],
  [
    '403 of a personal token',
    answered(403, { message: 'Resource not accessible by personal access token' }),
    `the token may not do that (403); ${GRANT}.`,
  ],
  [
    '403 for another reason',
    answered(403, { message: 'Resource protected by organization SAML enforcement.' }),
    `GitHub forbids it (403: Resource protected by organization SAML enforcement); ${GRANT}.`,
  ],
  [
    '403 of a locked conversation',
    answered(403, { message: 'Unable to create comment because issue is locked.' }),
    'the conversation is locked (403); unlock it, or set `comment: never`.',
  ],
  ['404', answered(404, { message: 'Not Found' }), `GitHub does not find it, or the token may not see it (404); ${GRANT}.`],
  ['410', answered(410, { message: 'Gone' }), 'it is gone, or comments are turned off (410); set `comment: never`.'],
  [
    '422 with its reasons',
    answered(422, { message: 'Validation Failed', errors: [{ message: 'body is too long' }, { code: 'unprocessable' }] }),
    'GitHub refuses the content (422: Validation Failed: body is too long: unprocessable); the job summary has all of it.',
  ],
  ['422 without any', answered(422, 'oops'), 'GitHub refuses the content (422: as octokit says it); the job summary has all of it.'],
  [
    '429 with a wait',
    answered(429, {}, { 'retry-after': '90' }),
    `GitHub's rate limit is used up for 1 m 30 s; ${LATER}, or give it a \`github-token\` of its own.`,
  ],
  ['429 without one', answered(429), `GitHub's rate limit is used up; ${LATER}, or give it a \`github-token\` of its own.`],
  [
    '403 of a secondary limit',
    answered(403, { message: 'You have exceeded a secondary rate limit.' }),
    `GitHub's rate limit is used up; ${LATER}, or give it a \`github-token\` of its own.`,
  ],
  [
    '403 of the primary limit',
    answered(403, { message: 'API calls are used up' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 600) }),
    `GitHub's rate limit is used up for 10 m; ${LATER}, or give it a \`github-token\` of its own.`,
  ],
  ['500', answered(500), `GitHub has trouble (500); ${LATER}.`],
  ['503 with a page for a body', answered(503, '<html>'), `GitHub has trouble (503); ${LATER}.`],
  ['a time-out', timeout('TimeoutError'), `GitHub did not answer in time; ${LATER}.`],
  ['a time-out inside', lost('fetch failed', timeout('TimeoutError')), `GitHub did not answer in time; ${LATER}.`],
  ['an abort', timeout('AbortError'), `GitHub did not answer in time; ${LATER}.`],
  [
    'no connection',
    lost('connect ECONNREFUSED 127.0.0.1:1'),
    'GitHub could not be reached (connect ECONNREFUSED 127.0.0.1:1); check the network and proxy of the runner.',
  ],
  ['a number', 7, 'GitHub could not be reached (7); check the network and proxy of the runner.'],
  ['a redirect nobody follows', answered(304, {}), `GitHub refuses it (304: as octokit says it); ${GRANT}.`],
];

for (const [name, thrown, sentence] of ROWS) {
  test(`A call that failed is explained in one sentence: ${name}.`, () => {
    assert.equal(explainApiError(classifyProblem(thrown, NOW), ATTEMPT), `The comment was not written: ${sentence}`);
  });
}

test('What GitHub says is one cleaned line of bounded length.', () => {
  const says = `\u001b[31m::error::x\r\n${'y'.repeat(10_000)}`;
  const sentence = explainApiError(classifyProblem(answered(403, { message: says.replace(/[\r\n]/g, '') }), NOW), ATTEMPT);
  assert.ok(sentence.length < 400);
  assert.doesNotMatch(sentence, /[\u0000-\u001f]/); // oxlint-disable-line no-control-regex
});

const WAITS: readonly (readonly [name: string, problem: ApiProblem, attempt: number, waitMs: number | undefined])[] = [
  ['a refusal is final', { kind: 'refused', status: 403, says: '' }, 1, undefined],
  ['trouble is waited for', { kind: 'trouble', status: 502 }, 1, 100],
  ['and longer each time', { kind: 'trouble', status: 502 }, 3, 400],
  ['a limit says how long', { kind: 'rate-limited', waitMs: 7_000 }, 1, 7_000],
  ['a limit that does not say is waited for all the same', { kind: 'rate-limited', waitMs: undefined }, 2, 200],
  ['a limit of no time has a pause', { kind: 'rate-limited', waitMs: 0 }, 1, 100],
];

for (const [name, problem, attempt, waitMs] of WAITS) {
  test(`Before a further try ${name}.`, () => assert.equal(waitBeforeRetry(problem, attempt, 100), waitMs));
}
