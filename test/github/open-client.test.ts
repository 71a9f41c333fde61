import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VERSION } from '../../src/version.ts';
import { serveHttp } from '../support/serve.ts';
import { openClient } from '../../src/github/open-client.ts';
import { pretendGithub } from './pretend-github.ts';
import { runInChild } from './run-in-child.ts';

const REPO = { owner: 'org', repo: 'shop' };

test('A call carries the token, says who calls, and gives back data and headers.', async () => {
  const seen: string[] = [];
  await using served = await serveHttp((request, response) => {
    seen.push(`${request.headers.authorization} ${request.headers['user-agent']}`);
    response.writeHead(200, { 'content-type': 'application/json', link: '<x>; rel="next"' }).end('{"id":77}');
  });
  const client = await openClient('secret-token', { GITHUB_API_URL: `${served.url}/` });
  const { data, headers } = await client.call('GET /repos/{owner}/{repo}', REPO);
  assert.deepEqual(data, { id: 77 });
  assert.equal(headers['link'], '<x>; rel="next"');
  assert.equal(seen.length, 1);
  assert.match(seen[0] ?? '', /^token secret-token /);
  assert.ok(seen[0]?.includes(`load-gate/${VERSION}`));
});

test('The token is hidden from the log before anything else.', () => {
  const { stdout, status } = runInChild('open-client.ts', 'openClient', { args: ['ghs_secret', {}] });
  assert.equal(status, 0);
  assert.match(stdout, /^::add-mask::ghs_secret$/m);
});

const TRIES: readonly (readonly [name: string, route: string, faults: number, calls: number])[] = [
  ['a GET is made three times', 'GET /repos/{owner}/{repo}/pulls/12', 9, 3],
  ['a GET that goes well the second time is not made again', 'GET /repos/{owner}/{repo}/pulls/12', 1, 2],
  ['a POST is made once, because it may have arrived', 'POST /repos/{owner}/{repo}/issues/12/comments', 9, 1],
];

for (const [name, route, faults, calls] of TRIES) {
  test(`In trouble ${name}.`, async () => {
    const list = Array.from({ length: faults }, () => ({ status: 502 }));
    await using github = await pretendGithub({ faults: { [route.split('{')[0] ?? '']: list } });
    const client = await github.open();
    const outcome = await client.call(route, { ...REPO, body: 'x' }).catch((thrown: unknown) => thrown);
    assert.equal(outcome instanceof Error, faults > 2);
    assert.equal(github.calls.length, calls);
  });
}

test('A wait beyond the time of the task is not begun.', async () => {
  const limited = { status: 429, headers: { 'retry-after': '60' } };
  await using github = await pretendGithub({ faults: { 'GET /repos': [limited, limited] } });
  const client = await github.open();
  await assert.rejects(client.call('GET /repos/{owner}/{repo}/pulls/12', REPO));
  assert.equal(github.calls.length, 1);
  assert.ok(client.remainingMs() > 0);
});

test('After the time of the task nothing is asked any more.', async () => {
  await using github = await pretendGithub();
  const client = await github.open({ totalMs: 0 });
  await assert.rejects(client.call('GET /repos/{owner}/{repo}/pulls/12', { ...REPO }));
  assert.ok(client.remainingMs() <= 0);
});
