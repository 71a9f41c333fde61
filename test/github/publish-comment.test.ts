import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishComment, type CommentInput, type CommentOutcome } from '../../src/github/publish-comment.ts';
import { renderMarker } from '../../src/report/render-comment.ts';
import { addComment, BOT, OURS, pretendGithub, REPOSITORY, type Fault, type Pretended, type PretendState } from './pretend-github.ts';

const MARKER = renderMarker('ci / load / 20');
const BODY = `${MARKER}\n## Breach\n`;
const OTHER = 'b'.repeat(40);

function publish(github: Pretended, input: Partial<CommentInput> = {}): Promise<CommentOutcome> {
  return github.open().then((client) =>
    publishComment(
      client,
      {
        repository: REPOSITORY,
        pull: { number: 12, headSha: OURS, baseBranch: 'main' },
        policy: 'auto',
        hasNews: true,
        marker: MARKER,
        markdown: BODY,
        ...input,
      },
      5,
    ),
  );
}

function writes({ calls }: Pretended): string[] {
  return calls.filter((call) => !call.startsWith('GET ')).map((call) => call.replace(/^(\w+) .*?\/issues/, '$1 /issues'));
}

test('Without a comment of this key one is created.', async () => {
  await using github = await pretendGithub();
  const outcome = await publish(github);
  assert.equal(outcome.kind, 'posted');
  assert.equal(outcome.kind === 'posted' && outcome.url, 'https://github.com/org/shop/pull/12#issuecomment-1000');
  assert.deepEqual(
    github.state.comments.map(({ body }) => body),
    [BODY],
  );
});

test('A first pass without news is not commented on, unless comments are always wanted.', async () => {
  await using github = await pretendGithub();
  assert.equal((await publish(github, { hasNews: false })).kind, 'not-needed');
  assert.deepEqual(writes(github), []);
  assert.equal((await publish(github, { hasNews: false, policy: 'always' })).kind, 'posted');
});

test('Once there is a comment it is always updated, in its place.', async () => {
  await using github = await pretendGithub();
  addComment(github.state, `${MARKER}\r\n## old\n`);
  addComment(github.state, 'Thanks!', { login: 'a-person', type: 'User' });
  const outcome = await publish(github, { hasNews: false });
  assert.equal(outcome.kind, 'updated');
  assert.deepEqual(
    github.state.comments.map(({ body }) => body),
    [BODY, 'Thanks!'],
  );
  assert.deepEqual(writes(github), ['PATCH /issues/comments/1000']);
});

test('The comment is found behind six pages of others.', async () => {
  await using github = await pretendGithub();
  for (let index = 0; index < 600; index++) addComment(github.state, `Comment ${index}`, { login: 'a-person', type: 'User' });
  const ours = addComment(github.state, `${MARKER}\nold`);
  assert.equal((await publish(github)).kind, 'updated');
  assert.equal(ours.body, BODY);
  assert.equal(github.calls.filter((call) => call.includes('/issues/12/comments')).length, 7);
});

const FOREIGN: readonly (readonly [name: string, user: string | undefined, add: (state: PretendState) => void])[] = [
  ['of a person who copied the marker', undefined, (state) => addComment(state, `${MARKER}\nmine`, { login: 'mallory', type: 'User' })],
  [
    'of another person than the owner of the token',
    'us',
    (state) => addComment(state, `${MARKER}\nmine`, { login: 'mallory', type: 'User' }),
  ],
  [
    'of the bot, when the token is of a person',
    'us',
    (state) => addComment(state, `${MARKER}\nmine`, { login: 'github-actions[bot]', type: 'Bot' }),
  ],
  ['of another key', undefined, (state) => addComment(state, `${renderMarker('ci / load / 22')}\nmine`)],
  ['of a key that begins with ours', undefined, (state) => addComment(state, `${renderMarker('ci / load / 20x')}\nmine`)],
  ['that quotes the marker further down', undefined, (state) => addComment(state, `Look:\n${MARKER}\nmine`)],
];

for (const [name, user, add] of FOREIGN) {
  test(`A comment ${name} is left alone.`, async () => {
    await using github = await pretendGithub({ user });
    add(github.state);
    const before = github.state.comments[0]?.body;
    assert.equal((await publish(github)).kind, 'posted');
    assert.equal(github.state.comments[0]?.body, before);
    assert.equal(github.state.comments.length, 2);
  });
}

test('The comment of a personal token is found by its user.', async () => {
  await using github = await pretendGithub({ user: 'us' });
  addComment(github.state, `${MARKER}\nold`);
  assert.equal((await publish(github)).kind, 'updated');
});

test('Nothing is written once the pull request has moved on; a merge queue has no head to compare.', async () => {
  await using github = await pretendGithub({ headSha: OTHER });
  addComment(github.state, `${MARKER}\nof the newer commit`);
  const outcome = await publish(github);
  assert.deepEqual(outcome, {
    kind: 'not-needed',
    sentence: 'No comment on the pull request: it has moved on to bbbbbbb, and this run measured aaaaaaa.',
  });
  assert.deepEqual(writes(github), []);
  assert.equal((await publish(github, { pull: { number: 12, headSha: undefined, baseBranch: 'main' } })).kind, 'updated');
});

test('Of two jobs with one key that create at the same time one comment stays, the oldest, with the newest text.', async () => {
  await using github = await pretendGithub({
    onCreate: (state) => void (state.nextId === 1_000 && addComment(state, `${MARKER}\nthe other job`)),
  });
  const outcome = await publish(github);
  assert.equal(outcome.kind, 'updated');
  assert.deepEqual(
    github.state.comments.map(({ id, body }) => [id, body]),
    [[1_000, BODY]],
  );
});

test('Of two jobs that race the older comment stays, though a list that is a moment old lacks it: the other job keeps that one.', async () => {
  await using github = await pretendGithub({
    onCreate: (state) => {
      const newer = {
        id: 1_001,
        user: BOT,
        body: `${MARKER}\nthe other job`,
        html_url: 'https://github.com/org/shop/pull/12#issuecomment-1001',
      };
      state.comments.push(newer);
      state.answers = { '/repos/org/shop/issues/12/comments': [newer] };
    },
  });
  assert.equal((await publish(github)).kind, 'posted');
  assert.deepEqual(
    github.state.comments.map(({ id, body }) => [id, body]),
    [[1_000, BODY]],
  );
});

test('Eight jobs that race leave one comment.', async () => {
  await using github = await pretendGithub();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => publish(github)));
  assert.ok(outcomes.every(({ kind }) => kind === 'posted' || kind === 'updated'));
  assert.equal(github.state.comments.length, 1);
});

test('Duplicates that an earlier race left are taken away, others are not.', async () => {
  await using github = await pretendGithub();
  for (const body of [`${MARKER}\none`, 'Thanks!', `${MARKER}\ntwo`]) addComment(github.state, body);
  assert.equal((await publish(github)).kind, 'updated');
  assert.deepEqual(
    github.state.comments.map(({ body }) => body),
    [BODY, 'Thanks!'],
  );
});

const [POST, LIST, PATCH] = ['POST /repos', 'GET /repos/org/shop/issues', 'PATCH /repos'];
const busy = { status: 403, message: 'You have exceeded a secondary rate limit.', headers: { 'retry-after': '0' } } as const;

const RECOVERED: readonly (readonly [name: string, faults: Readonly<Record<string, Fault[]>>, kind: CommentOutcome['kind']])[] = [
  ['trouble of GitHub while listing', { [LIST]: [{ status: 502 }, { status: 503 }] }, 'posted'],
  ['a broken connection while listing', { [LIST]: [{ status: 'reset' }] }, 'posted'],
  ['a rate limit that is over in a moment', { [LIST]: [busy], [POST]: [busy] }, 'posted'],
  ['trouble while posting', { [POST]: [{ status: 500 }] }, 'posted'],
  ['a post that arrived although its answer says trouble', { [POST]: [{ status: 502, after: true }] }, 'updated'],
  ['a post that arrived although its answer was lost', { [POST]: [{ status: 'reset', after: true }] }, 'updated'],
];

for (const [name, faults, kind] of RECOVERED) {
  test(`After ${name} there is one comment all the same.`, async () => {
    await using github = await pretendGithub({ faults });
    const outcome = await publish(github);
    assert.equal(outcome.kind, kind, outcome.sentence);
    assert.deepEqual(
      github.state.comments.map(({ body }) => body),
      [BODY],
    );
  });
}

test('A list that fails after the post takes nothing away from it.', async () => {
  const faults: PretendState['faults'] = { [LIST]: [] };
  await using github = await pretendGithub({
    faults,
    onCreate: () => faults[LIST]?.push(...Array.from({ length: 3 }, () => ({ status: 500 }))),
  });
  assert.equal((await publish(github)).kind, 'posted');
  assert.equal(github.state.comments.length, 1);
});

const forever = (fault: Fault): Fault[] => Array.from({ length: 20 }, () => fault);
const WRITE = /permissions: pull-requests: write/;

const REFUSED: readonly (readonly [name: string, faults: Readonly<Record<string, Fault[]>>, sentence: RegExp])[] = [
  ['a token that may not write', { [POST]: [{ status: 403, message: 'Resource not accessible by integration' }] }, WRITE],
  ['a token that may not see', { 'GET /repos/org/shop/pulls': [{ status: 404, message: 'Not Found' }] }, WRITE],
  ['a token that is not known', { 'GET /repos': [{ status: 401, message: 'Bad credentials' }] }, /`github-token`/],
  [
    'a text that GitHub refuses',
    { [POST]: [{ status: 422, message: 'Validation Failed' }] },
    /refuses the content \(422: Validation Failed\)/,
  ],
  [
    'a conversation that is locked',
    { [POST]: [{ status: 403, message: 'Unable to create comment because issue is locked.' }] },
    /conversation is locked/,
  ],
  [
    'a limit that lasts too long',
    { [POST]: forever({ status: 429, headers: { 'retry-after': '3600' } }) },
    /rate limit is used up for 1 h/,
  ],
  [
    'a limit that says when it ends',
    { 'GET /repos': forever({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' } }) },
    /rate limit is used up/,
  ],
  ['trouble without an end', { [POST]: forever({ status: 500 }) }, /GitHub has trouble \(500\)/],
  ['trouble that goes on while updating', { [PATCH]: forever({ status: 503 }) }, /GitHub has trouble \(503\)/],
  ['a network that breaks', { 'GET /repos': forever({ status: 'reset' }) }, /could not be reached/],
];

for (const [name, faults, sentence] of REFUSED) {
  test(`Met with ${name}, it says so in a sentence and throws nothing.`, async () => {
    await using github = await pretendGithub({ faults });
    if (PATCH in faults) addComment(github.state, `${MARKER}\nold`);
    const outcome = await publish(github);
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.sentence, /^The comment on the pull request was not written: /);
    assert.match(outcome.sentence, sentence);
    assert.ok(!github.state.comments.some(({ body }) => body === BODY));
  });
}

test('An answer that never comes ends with the time of the task.', async () => {
  await using github = await pretendGithub({ faults: { 'GET /repos': forever({ status: 'hang' }) } });
  const client = await github.open({ callMs: 60, totalMs: 150 });
  const outcome = await publishComment(client, {
    repository: REPOSITORY,
    pull: { number: 12, headSha: OURS, baseBranch: 'main' },
    policy: 'always',
    hasNews: true,
    marker: MARKER,
    markdown: BODY,
  });
  assert.equal(outcome.kind, 'refused');
  assert.match(outcome.sentence, /did not answer in time/);
  assert.ok(github.calls.length <= 3);
});

test('Oddities among the comments are none of ours.', async () => {
  const answer = [null, 1, { id: 'x', body: MARKER }, { id: 1e300, body: MARKER, user: { login: 'x', type: 'Bot' } }];
  await using github = await pretendGithub({ answers: { '/repos/org/shop/issues/12/comments': answer } });
  assert.equal((await publish(github)).kind, 'posted');
});

for (const [path, answer] of [
  ['/repos/org/shop/issues/12/comments', null],
  ['/repos/org/shop/issues/12/comments', '<html>'],
  ['/repos/org/shop/issues/12/comments', { comments: [] }],
  ['/repos/org/shop/pulls/12', '<html>'],
] as const) {
  test(`When ${path} answers ${JSON.stringify(answer)}, nothing is written, for it could be an old comment that is not seen.`, async () => {
    await using github = await pretendGithub({ answers: { [path]: answer } });
    const outcome = await publish(github);
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.sentence, /the answer is not one of GitHub's API\); check the network and proxy/);
    assert.deepEqual(writes(github), []);
  });
}
