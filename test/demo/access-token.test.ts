import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { TokenKey } from '../../src/demo/access-token.ts';
import { fieldOf, jsonOf, sendRequest, tallyOf } from './send-request.ts';
import { withServer } from './with-server.ts';

const claims = { sub: 'user-1', iat: 1_000, exp: 1_060 };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const key = new TokenKey();
const token = key.sign(claims);
const [header = '', payload = '', signature = ''] = token.split('.');

test('A token says what was signed, until it expires.', () => {
  assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), { alg: 'HS256', typ: 'JWT' });
  assert.deepEqual(JSON.parse(Buffer.from(payload, 'base64url').toString()), claims);
  assert.deepEqual(key.check(token, 1_059.9), claims);
  assert.equal(key.check(token, 1_060), undefined);
});

const none = encode({ alg: 'none', typ: 'JWT' });
const refused: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a word', 'token'],
  ['a token without its signature', `${header}.${payload}.`],
  ['two parts', `${header}.${payload}`],
  ['four parts', `${token}.x`],
  ['another payload', `${header}.${encode({ ...claims, exp: 9e9 })}.${signature}`],
  ['the algorithm none', `${none}.${payload}.`],
  [
    'a signature of another key',
    `${header}.${payload}.${createHmac('sha256', 'secret').update(`${header}.${payload}`).digest('base64url')}`,
  ],
  ['a token of another server', new TokenKey().sign(claims)],
];
for (const [name, forged] of refused) {
  test(`A token is refused for ${name}.`, () => assert.equal(key.check(forged, 1_001), undefined));
}

test('A login gives a JWT that a session is known by until it expires.', async () => {
  const routes = [
    { method: 'POST', path: '/login', answer: { kind: 'jwt-login' } },
    { method: 'POST', path: '/brief', answer: { kind: 'jwt-login', expiresInMs: 150 } },
    { method: 'GET', path: '/me', answer: { kind: 'session' } },
  ] as const;
  await withServer({ routes }, async (server) => {
    const me = (bearer: string) => sendRequest(`${server.url}/me`, { headers: { authorization: `Bearer ${bearer}` } });
    const login = await sendRequest(`${server.url}/login`, { method: 'POST' });
    const mine = fieldOf(login, 'access_token');
    assert.deepEqual(jsonOf(login), { access_token: mine, token_type: 'bearer', expires_in: 3_600 });
    const said: unknown = JSON.parse(Buffer.from(mine.split('.')[1] ?? '', 'base64url').toString());
    assert.ok(typeof said === 'object' && said !== null && 'iat' in said && 'exp' in said && 'sub' in said && said.sub === 'user-1');
    assert.deepEqual(jsonOf(await me(mine)), { session: 'user-1' });
    assert.deepEqual(tallyOf([await me(`${mine}x`), await me('')]), { 401: 2 });
    const brief = fieldOf(await sendRequest(`${server.url}/brief`, { method: 'POST' }), 'access_token');
    await new Promise((resolve) => setTimeout(resolve, 160));
    assert.deepEqual(tallyOf([await me(brief)]), { 401: 1 });
  });
});
