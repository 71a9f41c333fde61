import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { findLeaks } from '../e2e/find-leaks.ts';
import { PATIENT } from '../e2e/make-folder.ts';
import { startTarget, type Target } from '../e2e/start-target.ts';
import { buildFork, buildPull, JOB_TOKEN } from '../github-server/github-state.ts';
import { buildRuntimeToken } from '../github-server/runtime-token.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';
import { readZip } from './read-zip.ts';

/** Secrets that go everywhere in a run are to be found nowhere that anybody can look. */
let product: Product;
let target: Target;

before(async () => {
  product = await buildProduct();
  target = await startTarget({ '/body': echoBody, '/status': echoStatus, '/header': echoHeader, '/broken': breakOff });
});

after(async () => {
  await target.stop();
  await product.remove();
});

/** With characters that every encoding changes. */
const TOKEN = 'canary/T+k n"x=é-4711';
const PATH = 'path-canary-0815';
const CAPTURED = 'captured-canary-42';

function echoBody(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { authorization } = request.headers;
    const body = { token: CAPTURED, authorization, url: request.url, body: Buffer.concat(chunks).toString() };
    response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}

function echoStatus(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(418, `no ${readToken(request)}`).end();
}

function echoHeader(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'x-echo': readToken(request), 'x-encoded': encodeURIComponent(readToken(request)) }).end(readToken(request));
}

/** An answer that is none, with the secret where the error may quote it. */
function breakOff(request: IncomingMessage): void {
  request.socket.end(Buffer.from(`HTTP/1.1 2xx ${readToken(request)}\r\n${readToken(request)}\r\n\r\n`, 'latin1'));
}

/** Headers are bytes to Node, one for each character. */
function readToken({ headers }: IncomingMessage): string {
  return String(headers['x-token']);
}

const SCENARIO = `target: \${secret.CANARY_TARGET}
http:
  headers: { x-token: "\${secret.CANARY_TOKEN}" }
steps:
  - get: /login/\${secret.CANARY_PATH}
    capture: { ok: $.ok }
  - post: /body?token=\${secret.CANARY_TOKEN}
    name: a body that is wrong
    text: "\${secret.CANARY_TOKEN}"
    headers: { authorization: "Bearer \${secret.CANARY_PATH}" }
  - get: /status?\${secret.CANARY_PATH}
    name: a status that is wrong
  - get: /header
    name: a header that is wrong
    expect: { header: { x-echo: "not \${secret.CANARY_TOKEN}" } }
  - get: /header?body
    name: a text that is wrong
    expect: { body: { equals: "not \${secret.CANARY_PATH}" } }
  - get: /broken
    name: an answer that is none
phases:
  - { name: burst, arrival_rate: 20/s, duration: 2s }
`;

const FILES = { 'load-gate.yaml': SCENARIO, 'load-gate.sla.yaml': `endpoints:\n  "*": { error_budget: 0% }\n${PATIENT}` };

/** All that a job leaves behind, by where it is. */
async function listTexts({ github, state }: Shop<Github>, ended: JobEnded): Promise<ReadonlyMap<string, string>> {
  const texts = new Map([...ended.reports, ...ended.outputs, ['stderr', ended.stderr], ['summary', ended.summary]]);
  // What the runner is told to hide is the one place where it must stand.
  texts.set('log', ended.stdout.replace(/^::add-mask::.*$/gm, ''));
  for (const { id, body } of state.comments) texts.set(`comment ${id}`, body);
  for (const artifact of ended.artifacts) {
    const content = (await github.readArtifact(artifact)) ?? assert.fail(`${artifact.name} has no content`);
    texts.set(`artifact ${artifact.id}`, `${artifact.name} ${Buffer.from(content).toString()}`);
    if (artifact.mimeType !== 'application/zip') continue;
    for (const [name, text] of readZip(content)) texts.set(`${artifact.name}/${name}`, text);
  }
  return texts;
}

/** Masks come before all else that the log says, and none of the secrets is missing among them. */
function checkMasks(stdout: string, secrets: readonly string[]): void {
  const lines = stdout.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('::add-mask::'));
  for (const secret of secrets) {
    for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
      assert.ok(lines.slice(0, first).includes(`::add-mask::${form.replaceAll('%', '%25')}`), `${form} is not masked`);
  }
}

describe('no secret', { concurrency: 3 }, () => {
  for (const from of ['the repository itself', 'a fork'] as const) {
    test(`reaches a file, log, comment, artifact, summary or output in the run of a pull request of ${from}`, async (context) => {
      const shop = await openShop(context, product, startGithubFor);
      const { pull, state } = shop;
      if (from === 'a fork') Object.assign(pull, buildPull(state, { head: { ...pull.head, repository: buildFork() } }));
      const env = { CANARY_TOKEN: TOKEN, CANARY_PATH: PATH, CANARY_TARGET: target.url };
      const ended = await shop.run({ run: ofPull(pull), files: FILES, env, inputs: { 'fail-on': 'breach', comment: 'always' } });
      assert.deepEqual([ended.code, ended.outputs.get('verdict')], [1, 'breach'], ended.stdout + ended.stderr);
      for (const says of ['status 500', 'status 418', 'check header', 'check body', 'protocol'])
        assert.ok(ended.stdout.includes(says), `${says} in:\n${ended.stdout}`);
      const texts = await listTexts(shop, ended);
      const runtimeToken = buildRuntimeToken(ended.run.id, ended.run.attempt, 'gate');
      assert.equal(state.comments.length, 1);
      assert.ok([...texts.keys()].some((name) => name.endsWith('/results.json')));
      assert.deepEqual(findLeaks(texts, [TOKEN, PATH, CAPTURED, target.url.replace('http://', ''), JOB_TOKEN, runtimeToken]), []);
      checkMasks(ended.stdout, [TOKEN, PATH, JOB_TOKEN]);
    });
  }

  test('is shown when it stands in the name of an endpoint', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    const files = { ...FILES, 'load-gate.yaml': SCENARIO.replace('name: an answer', 'name: "${secret.CANARY_PATH} an answer"') };
    const env = { CANARY_TOKEN: TOKEN, CANARY_PATH: PATH, CANARY_TARGET: target.url };
    const ended = await shop.run({ run: ofPull(shop.pull), files, env });
    assert.ok([1, 2].includes(ended.code ?? -1), ended.stdout + ended.stderr);
    assert.deepEqual(findLeaks(await listTexts(shop, ended), [TOKEN, PATH, target.url.replace('http://', ''), JOB_TOKEN]), []);
  });
});
