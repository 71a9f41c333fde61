import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IncomingHttpHeaders } from 'node:http';
import { runLive } from '../../support/run-live.ts';
import { serveHttp, type Served } from '../../support/serve.ts';

interface Hop {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
}

/** `/go?status=…&to=…` redirects there; anything else is the end. */
async function startRedirects(): Promise<Served & { readonly hops: readonly Hop[] }> {
  const hops: Hop[] = [];
  const server = await serveHttp((request, reply) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://x');
      hops.push({ line: `${request.method} ${url.pathname} ${body.slice(0, 20)}`, headers: request.headers });
      const to = url.searchParams.get('to');
      if (url.pathname === '/go' && to !== null) {
        const cookies = url.searchParams.get('set');
        if (cookies !== null) reply.setHeader('set-cookie', cookies);
        reply.writeHead(Number(url.searchParams.get('status') ?? 302), { location: to });
      }
      reply.end('{}');
    });
  });
  return { ...server, hops };
}

const FOLLOW = 'http: { follow_redirects: true, headers: { authorization: Bearer of-mine } }';

const METHODS: readonly { readonly step: string; readonly status: number; readonly want: string }[] = [
  { step: 'get: /go', status: 301, want: 'GET /end ' },
  { step: 'head: /go', status: 302, want: 'HEAD /end ' },
  { step: 'head: /go', status: 303, want: 'HEAD /end ' },
  { step: 'post: /go', status: 301, want: 'GET /end ' },
  { step: 'post: /go', status: 302, want: 'GET /end ' },
  { step: 'post: /go', status: 303, want: 'GET /end ' },
  { step: 'put: /go', status: 303, want: 'GET /end ' },
  { step: 'put: /go', status: 302, want: 'PUT /end hello' },
  { step: 'post: /go', status: 307, want: 'POST /end hello' },
  { step: 'post: /go', status: 308, want: 'POST /end hello' },
  { step: 'delete: /go', status: 307, want: 'DELETE /end ' },
];

for (const { step, status, want } of METHODS) {
  test(`${step} and a ${status} end in ${want.trim()}: one sample, one success`, async () => {
    await using server = await startRedirects();
    const text = /post|put/.test(step) ? ', text: hello' : '';
    const { failures, report } = await runLive(
      server.url,
      `${FOLLOW}\nsteps: [ { ${step}, query: { status: "${status}", to: /end }${text} } ]`,
    );
    assert.deepEqual(failures, []);
    assert.equal(report.requestsStarted, 1);
    assert.equal(report.requests.ok, 1);
    assert.equal(server.hops.length, 2);
    assert.equal(server.hops[1]?.line, want);
    assert.equal(server.hops[1]?.headers['content-type'] !== undefined, want.endsWith('hello'));
    assert.equal(server.hops[1]?.headers['authorization'], 'Bearer of-mine');
  });
}

test('A redirect is an answer like any other unless it is to be followed', async () => {
  await using server = await startRedirects();
  const { failures } = await runLive(server.url, 'steps: [ { get: /go, query: { to: /end } } ]');
  assert.deepEqual(
    failures.map((failure) => failure.reason),
    ['status 302'],
  );
  assert.equal(server.hops.length, 1);
});

for (const [to, path] of [
  ['end', '/end'],
  ['/a/../end', '/end'],
  ['?x=1', '/go'],
  ['/end#part', '/end'],
] as const) {
  test(`A relative location is resolved: ${to}`, async () => {
    await using server = await startRedirects();
    await runLive(server.url, `${FOLLOW}\nsteps: [ { get: /go, query: { to: "${to}" } } ]`);
    assert.equal(server.hops[1]?.line, `GET ${path} `);
  });
}

const NOWHERE: readonly { readonly name: string; readonly to: string; readonly reason: string }[] = [
  { name: 'a host that is not allowed', to: 'http://evil.test/', reason: 'protocol redirect to a host that is not allowed' },
  { name: 'another host without a scheme', to: '//evil.test/', reason: 'protocol redirect to a host that is not allowed' },
  {
    name: 'the metadata address of clouds',
    to: 'http://169.254.169.254/latest',
    reason: 'protocol redirect to a host that is not allowed',
  },
  { name: 'a file', to: 'file:///etc/passwd', reason: 'protocol redirect to no URL' },
  { name: 'what is no URL', to: 'http://[', reason: 'protocol redirect to no URL' },
];

for (const { name, to, reason } of NOWHERE) {
  test(`A redirect to ${name} is one failure and is not followed`, async () => {
    await using server = await startRedirects();
    const { failures, report } = await runLive(server.url, `${FOLLOW}\nsteps: [ { get: /go, query: { to: "${to}" } } ]`);
    assert.deepEqual(
      failures.map((failure) => failure.reason),
      [reason],
    );
    assert.equal(server.hops.length, 1);
    assert.equal(report.requests.failed, 1);
  });
}

test('A circle of redirects ends after twenty hops as one failure', async () => {
  let hops = 0;
  await using server = await serveHttp((_request, reply) => {
    hops++;
    reply.writeHead(302, { location: '/again' }).end();
  });
  const { failures, report } = await runLive(server.url, `${FOLLOW}\nsteps: [ { get: /again } ]`);
  assert.deepEqual(
    failures.map((failure) => failure.reason),
    ['protocol too many redirects'],
  );
  assert.equal(hops, 21);
  assert.equal(report.requestsStarted, 1);
});

test('Authorization and cookies do not follow to another origin, where the jar has what belongs there', async () => {
  await using other = await startRedirects();
  await using server = await startRedirects();
  const to = encodeURIComponent(`${other.url}/end`);
  const steps = `steps: [ { get: "/go?set=a%3D1&to=%2Fnext", headers: { cookie: own=1 } }, { get: "/go?to=${to}", headers: { cookie: own=1 } } ]`;
  const { failures } = await runLive(server.url, `${FOLLOW}\n${steps}`);
  assert.deepEqual(failures, []);
  assert.equal(server.hops[1]?.headers.cookie, 'own=1; a=1', 'a cookie of the redirect is sent with the next hop');
  assert.equal(other.hops[0]?.headers['authorization'], undefined);
  assert.equal(other.hops[0]?.headers.cookie, 'a=1', 'cookies know no ports (RFC 6265 section 8.5), but the own header stays behind');
});

test('A cookie that a redirect takes back is not sent with the next hop', async () => {
  await using server = await startRedirects();
  await runLive(server.url, `${FOLLOW}\nsteps: [ { get: "/go?set=a%3D1&to=%2Fone" }, { get: "/go?set=a%3D%3Bmax-age%3D0&to=%2Ftwo" } ]`);
  assert.deepEqual(
    server.hops.map((hop) => hop.headers.cookie),
    [undefined, 'a=1', 'a=1', undefined],
  );
});

test('A streamed body cannot be sent again, and that is said', async () => {
  await using server = await startRedirects();
  const { failures } = await runLive(server.url, `${FOLLOW}\nsteps: [ { post: "/go?status=307&to=%2Fend", bytes: 2MB } ]`);
  assert.deepEqual(
    failures.map((failure) => failure.reason),
    ['protocol redirect of a streamed body'],
  );
});

test('The time limit is for all hops together', async () => {
  await using server = await serveHttp((_request, reply) => {
    setTimeout(() => reply.writeHead(302, { location: '/again' }).end(), 60);
  });
  const { failures } = await runLive(server.url, `${FOLLOW}\nsteps: [ { get: /again, timeout: 200ms } ]`);
  assert.deepEqual(
    failures.map((failure) => failure.class),
    ['timeout'],
  );
});

test('A poll follows redirects, too', async () => {
  await using server = await startRedirects();
  const { failures, report } = await runLive(
    server.url,
    `${FOLLOW}\nsteps: [ { poll: { get: "/go?to=%2Fend", every: 50ms, within: 2s, until: { status: 200 } } } ]`,
  );
  assert.deepEqual(failures, []);
  assert.equal(report.requests.ok, 1);
  assert.equal(server.hops.length, 2);
});
