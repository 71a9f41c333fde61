import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { findSystem } from '../../../src/demo/systems/find-system.ts';
import { spawnStagingServer } from '../../../src/demo/spawn-staging-server.ts';
import { changeQueue } from '../change-dials.ts';
import { fieldOf, sendMany, sendRequest } from '../send-request.ts';
import { dialsOf } from './ask-system.ts';

const SERVE = fileURLToPath(new URL('../../../src/demo/serve.ts', import.meta.url));

test('a system is served by hand by its name', async (context) => {
  const child = spawn(process.execPath, [SERVE, '0', 'ingestor'], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\S+/.exec(said.toString())?.[0] ?? assert.fail(said.toString());
  assert.equal(fieldOf(await sendRequest(`${url}/`), 'service'), 'message-ingestor');
});

test('a system that is not there is refused with the names of those that are', () => {
  const { status, stderr } = spawnSync(process.execPath, [SERVE, '0', 'nobody'], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /no system nobody: chat4all, aiaas, pggit, allthrive, ingestor/);
  assert.equal(findSystem('nobody'), undefined);
});

test('a fault is planted and taken back in a process of its own, and what waited is committed', async (context) => {
  const dials = dialsOf('ingestor');
  const server = await spawnStagingServer(changeQueue(dials, 'messages', { workers: 0 }));
  context.after(() => server.stop());
  await sendMany(`${server.url}/messages`, 20, { method: 'POST', body: '{}' });
  assert.equal(fieldOf(await sendRequest(`${server.url}/health`), 'queue_length'), '20');
  await server.setDials(dials);
  let count = '0';
  while (count !== '20') count = fieldOf(await sendRequest(`${server.url}/messages/count`), 'count');
});
