import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GateError } from '../../../src/gate-error.ts';
import { chooseProxy, readProxyEnvironment } from '../../../src/load/socket/choose-proxy.ts';

const ROWS: readonly {
  readonly name: string;
  readonly origin: string;
  readonly own?: string;
  readonly env: Record<string, string>;
  readonly want: string | undefined;
}[] = [
  { name: 'none anywhere', origin: 'http://a.test', env: {}, want: undefined },
  { name: 'by scheme: http', origin: 'http://a.test', env: { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' }, want: 'p:1' },
  { name: 'by scheme: https', origin: 'https://a.test', env: { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' }, want: 'q:2' },
  { name: 'lower case goes first', origin: 'http://a.test', env: { HTTP_PROXY: 'http://p:1', http_proxy: 'http://q:2' }, want: 'q:2' },
  { name: 'empty is unset', origin: 'http://a.test', env: { http_proxy: '', HTTP_PROXY: '' }, want: undefined },
  { name: 'without a scheme', origin: 'http://a.test', env: { HTTP_PROXY: 'p:8080' }, want: 'p:8080' },
  {
    name: "the scenario's own before all",
    origin: 'http://a.test',
    own: 'http://o:3',
    env: { HTTP_PROXY: 'http://p:1', NO_PROXY: '*' },
    want: 'o:3',
  },
  { name: 'NO_PROXY: everything', origin: 'http://a.test', env: { HTTP_PROXY: 'http://p:1', NO_PROXY: '*' }, want: undefined },
  { name: 'NO_PROXY: the host', origin: 'http://a.test', env: { HTTP_PROXY: 'http://p:1', NO_PROXY: 'b.test,A.test' }, want: undefined },
  { name: 'NO_PROXY: a domain above', origin: 'http://x.a.test', env: { HTTP_PROXY: 'http://p:1', no_proxy: '.a.test' }, want: undefined },
  { name: 'NO_PROXY: not a mere ending', origin: 'http://xa.test', env: { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a.test' }, want: 'p:1' },
  { name: 'NO_PROXY: the port', origin: 'http://a.test:81', env: { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a.test:81' }, want: undefined },
  { name: 'NO_PROXY: another port', origin: 'http://a.test', env: { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a.test:81' }, want: 'p:1' },
  {
    name: 'NO_PROXY: the default port',
    origin: 'https://a.test',
    env: { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.test:443' },
    want: undefined,
  },
];

for (const { name, origin, own, env, want } of ROWS) {
  test(`A proxy is chosen: ${name}`, () => {
    assert.equal(chooseProxy(new URL(origin), own, readProxyEnvironment(env))?.host, want);
  });
}

test('A proxy that cannot be used is an error that shows no credentials, not a direct connection', () => {
  for (const proxy of ['socks5://me:hidden@p:1', 'http://', 'http://me:hidden@:x']) {
    assert.throws(
      () => chooseProxy(new URL('http://a.test'), undefined, readProxyEnvironment({ HTTP_PROXY: proxy })),
      (thrown) => thrown instanceof GateError && thrown.code === 'LOAD_GATE_USAGE' && !`${thrown.message}${thrown.hint}`.includes('hidden'),
    );
  }
});
