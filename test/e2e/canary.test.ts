import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import { buildProduct, type Product } from './build-product.ts';
import { findLeaks, listForms } from './find-leaks.ts';
import { PATIENT, makeFolder, readFolder } from './make-folder.ts';
import { startAction } from './start-action.ts';
import { runProcess } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

/** With characters that every encoding changes, so that each form differs from the others. */
const TOKEN = 'canary/T+k n"x=ä-4711';
const CAPTURED = 'captured-canary-0815';
const PASSWORDS = ['password-canary-1', 'password-canary-2'];
const COOKIE = 'cookie-canary-3';
/** Written into the file as it is, which is nobody's business either. */
const BASIC = 'YmFzaWMtY2FuYXJ5OjQ=';

let product: Product;
let target: Target;

/** A server that says back all that it was told, in its status line's worst company: an error. */
function echo(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { authorization = '', cookie = '' } = request.headers;
    response.writeHead(request.url?.includes('ok=1') ? 200 : 500, {
      'content-type': 'application/json',
      'x-echo': Buffer.from(authorization, 'latin1').toString('base64'),
    });
    response.end(JSON.stringify({ authorization, cookie, url: request.url, body: Buffer.concat(chunks).toString('utf8') }));
  });
}

before(async () => {
  target = await startTarget({
    '/login': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': `sid=${COOKIE}; Path=/` });
      response.end(JSON.stringify({ token: CAPTURED, nested: { deep: [CAPTURED] } }));
    },
    '/echo': echo,
  });
  product = await buildProduct();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

const SCENARIO = `target: \${secret.CANARY_TARGET}
http:
  headers: { x-token: "\${secret.CANARY_TOKEN}" }
data:
  account: { file: accounts.csv, pick: sequential, secret: [password] }
steps:
  - post: /login
    json: { password: "\${account.password}", token: "\${secret.CANARY_TOKEN}" }
    capture: { token: $.token, nested: $.nested }
  - post: /echo?token=\${token}&password=\${account.password}
    name: a status that is wrong
    headers: { authorization: "Bearer \${token}" }
    text: "\${secret.CANARY_TOKEN} \${token} \${account.password}"
  - post: /echo?ok=1&token=\${token}
    name: a body that is wrong
    text: "\${secret.CANARY_TOKEN} \${nested}"
    expect: { body: { contains: "\${secret.CANARY_TOKEN} nowhere" } }
  - post: /echo?ok=1&token=\${token}
    name: a value that is wrong
    headers: { authorization: "\${token}" }
    text: "\${secret.CANARY_TOKEN}"
    expect: { json: { $.authorization: "not \${token}", $.body: "not \${secret.CANARY_TOKEN}" } }
  - get: /echo?ok=1
    name: a login that is wrong
    headers: { authorization: "Basic ${BASIC}" }
    expect: { json: { $.authorization: { max: 1 } }, body: { contains: nowhere } }
  - post: /echo?ok=1
    name: a header that is wrong
    headers: { authorization: "\${token}" }
    text: "\${account.password}"
    expect: { header: { x-echo: "\${secret.CANARY_TOKEN}" } }
phases:
  - { name: burst, arrival_rate: 20/s, duration: 1s }
`;

const FILES = {
  'load-gate.yaml': SCENARIO,
  'load-gate.sla.yaml': `endpoints:\n  "*": { error_budget: 0% }\n${PATIENT}`,
  'accounts.csv': `user,password\na,${PASSWORDS[0]}\nb,${PASSWORDS[1]}\n`,
};

function secretsOf(url: string): string[] {
  return [TOKEN, CAPTURED, ...PASSWORDS, COOKIE, BASIC, url.replace('http://', '')];
}

test('the search finds each form of a value', () => {
  for (const form of listForms(TOKEN)) assert.equal(findLeaks(new Map([['x', `a ${form} b`]]), [TOKEN]).length > 0, true, form);
});

test('no secret, captured value, secret column or cookie reaches a file or the output of the command line', async (context) => {
  const folder = await makeFolder(context, FILES);
  const env = { CANARY_TOKEN: TOKEN, CANARY_TARGET: target.url };
  const { code, stdout, stderr } = await runProcess(product.cli, ['run', '--json', '--out', 'reports'], { cwd: folder, env });
  assert.equal(code, 1, stdout + stderr);
  for (const failed of ['status 500', 'check body', 'check json', 'check header']) assert.ok(stdout.includes(failed), failed);
  const reports = await readFolder(`${folder}/reports`);
  assert.ok(reports.size > 5);
  assert.deepEqual(findLeaks(new Map([...reports, ['stdout', stdout], ['stderr', stderr]]), secretsOf(target.url)), []);
});

test('the action masks first, and then shows none of them in log, summary, outputs and files', async (context) => {
  const [workspace, runner] = [await makeFolder(context, FILES), await makeFolder(context, {})];
  const env = { CANARY_TOKEN: TOKEN, CANARY_TARGET: target.url };
  const action = await startAction(product.action, { workspace, runner, env, inputs: { out: 'reports' } });
  const { code, stdout, stderr, summary, outputs } = await action.ended;
  assert.equal(code, 1, stdout);
  const lines = stdout.split('\n');
  const masks = lines.filter((line) => line.startsWith('::add-mask::'));
  assert.deepEqual(lines.slice(0, masks.length), masks, 'nothing comes before the masks');
  for (const secret of [TOKEN, ...PASSWORDS, target.url]) assert.ok(masks.includes(`::add-mask::${secret.replaceAll('%', '%25')}`), secret);
  const log = lines.slice(masks.length).join('\n');
  const texts = new Map([
    ...(await readFolder(`${workspace}/reports`)),
    ...outputs,
    ['log', log],
    ['stderr', stderr],
    ['summary', summary],
  ]);
  assert.deepEqual(findLeaks(texts, secretsOf(target.url)), []);
});

const WRONG_TARGETS = [
  ['a port that nobody listens on', 'http://127.0.0.1:1/canary-path', 1],
  ['a host that does not exist', 'http://canary-host.invalid', 1],
  ['no URL at all', 'canary-nonsense', 2],
  ['a scheme that is not HTTP', 'ftp://canary-host', 2],
  ['a password inside', 'http://canary-user:canary-password@127.0.0.1:1', 2],
] as const;

for (const [name, url, expected] of WRONG_TARGETS) {
  test(`a target from a secret that is ${name} is not shown`, async (context) => {
    const folder = await makeFolder(context, FILES);
    const env = { CANARY_TOKEN: TOKEN, CANARY_TARGET: url };
    const { code, stdout, stderr } = await runProcess(product.cli, ['run', '--out', 'reports'], { cwd: folder, env });
    assert.equal(code, expected, stdout + stderr);
    const texts = new Map([...(await readFolder(folder)), ['stdout', stdout], ['stderr', stderr]]);
    for (const own of Object.keys(FILES)) texts.delete(own);
    const secrets = [url, ...(/canary-[a-z]+|127\.0\.0\.1/g.exec(url) ?? []), 'canary-password', 'canary-user'];
    assert.deepEqual(findLeaks(texts, secrets), []);
  });
}

test('a step of before that fails quotes the server without the secrets', async (context) => {
  const steps = `before:
  - { post: "/echo?ok=1&t=\${secret.CANARY_TOKEN}", text: "\${secret.CANARY_TOKEN}", expect: { body: { equals: "no" } } }
steps:`;
  const folder = await makeFolder(context, { ...FILES, 'load-gate.yaml': SCENARIO.replace('steps:', steps) });
  const env = { CANARY_TOKEN: TOKEN, CANARY_TARGET: target.url };
  const { code, stdout, stderr } = await runProcess(product.cli, ['run'], { cwd: folder, env });
  assert.equal(code, 3, stdout + stderr);
  assert.match(stdout.replace(/\s+/g, ' '), /before: POST .* failed: the body is .*no load was sent/);
  const texts = new Map([...(await readFolder(folder)), ['stdout', stdout], ['stderr', stderr]]);
  for (const own of [...Object.keys(FILES), 'load-gate.yaml']) texts.delete(own);
  assert.deepEqual(findLeaks(texts, secretsOf(target.url)), []);
});
