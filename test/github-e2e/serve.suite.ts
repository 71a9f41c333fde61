import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../e2e/make-folder.ts';
import { buildPull, buildState, JOB_TOKEN, type GithubState } from '../github-server/github-state.ts';

const SERVE = join(import.meta.dirname, '../github-server/serve-github.ts');

test('as a process it says where it is, ends with its input and leaves what came in', { timeout: 60_000 }, async (context) => {
  const state = buildState();
  const folder = await makeFolder(context, { 'state.json': JSON.stringify({ pulls: [buildPull(state)] }) });
  const [stateFile, envFile] = [join(folder, 'state.json'), join(folder, 'env')];
  const child = spawn(process.execPath, [SERVE, '--state', stateFile, '--env-out', envFile], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(child, 'close');
  while (!existsSync(envFile) && child.exitCode === null) await sleep(20);
  const url = /^GITHUB_API_URL=(.*)$/m.exec(await readFile(envFile, 'utf8'))?.[1] ?? '';
  const headers = { authorization: `token ${JOB_TOKEN}` };
  const ask = (body: string) => fetch(`${url}/repos/octo/shop/issues/7/comments`, { method: 'POST', headers, body });
  assert.equal((await ask('{"body":"hello"}')).status, 201);
  assert.equal((await ask('{}')).status, 500);
  child.stdin.end();
  await ended;
  assert.equal(child.exitCode, 1, 'a broken description ends it with 1');
  const left = JSON.parse(await readFile(stateFile, 'utf8')) as GithubState;
  assert.deepEqual(
    left.comments.map(({ body }) => body),
    ['hello'],
  );
});
