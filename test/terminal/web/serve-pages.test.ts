import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';
import { GateError } from '../../../src/gate-error.ts';
import { servePages, type PageServer } from '../../../src/terminal/web/serve-pages.ts';
import { connectPage } from './connect-page.ts';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

let server: PageServer;
let url: URL;
const heard: string[] = [];

before(async () => {
  server = await servePages({
    port: undefined,
    routes: new Map([
      ['', { contentType: 'text/html; charset=utf-8', body: () => '<p>page', policy: "default-src 'self'" }],
      ['stats.csv', { contentType: 'text/csv; charset=utf-8', body: () => Buffer.from('a,b\n'), downloadAs: 'stats.csv' }],
      ['broken', { contentType: 'text/plain', body: () => assert.fail('the inside of it') }],
    ]),
    onSocket: (socket) => {
      socket.send('hello', () => undefined);
      return { onText: (text) => void heard.push(text), onGone: () => void heard.push('gone') };
    },
  });
  url = new URL(server.url);
});
after(() => server.close());

interface Wishes {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
}

function ask({ method = 'GET', path = url.pathname, host = url.host }: Wishes): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: url.port, method, path, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject).end();
  });
}

describe('a page server', () => {
  it('listens on the loopback of IPv4 alone, below a path of 128 random bits', async () => {
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/[A-Za-z0-9_-]{22}\/$/);
    const other = await servePages({ port: undefined, routes: new Map() });
    assert.notEqual(new URL(other.url).pathname, url.pathname);
    await other.close();
  });

  it('answers every page with headers that leave nothing open', async () => {
    const { status, headers, text } = await ask({});
    assert.deepEqual([status, text], [200, '<p>page']);
    assert.deepEqual(
      ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control', 'cross-origin-resource-policy'].map(
        (name) => headers[name],
      ),
      ["default-src 'self'; frame-ancestors 'none'", 'nosniff', 'no-referrer', 'no-store', 'same-origin'],
    );
    assert.equal(headers['access-control-allow-origin'], undefined);
  });

  it('lets a route without a policy load and run nothing', async () => {
    const { headers } = await ask({ path: `${url.pathname}stats.csv` });
    assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers['content-disposition'], 'attachment; filename="stats.csv"');
  });

  const secret = (): string => url.pathname;
  const refused: readonly (readonly [title: string, wishes: () => Wishes, status: number])[] = [
    ['a name that was rebound to this machine', () => ({ host: `evil.test:${url.port}` }), 403],
    ['a name that only begins like ours', () => ({ host: `127.0.0.1.evil.test:${url.port}` }), 403],
    ['another port in Host', () => ({ host: '127.0.0.1:1' }), 403],
    ['Host without its port', () => ({ host: '127.0.0.1' }), 403],
    ['the root', () => ({ path: '/' }), 404],
    ['a guessed path', () => ({ path: `/${'A'.repeat(22)}/` }), 404],
    ['the secret in capitals', () => ({ path: `${secret().toUpperCase()}x` }), 404],
    ['the secret with one letter more', () => ({ path: `${secret().slice(0, -1)}A/` }), 404],
    ['the secret somewhere else', () => ({ path: `/x${secret()}` }), 404],
    ['a path that climbs', () => ({ path: `${secret()}../../etc/passwd` }), 404],
    ['a path that climbs in disguise', () => ({ path: `${secret()}%2e%2e%2fpackage.json` }), 404],
    ['a path with a backslash', () => ({ path: `${secret()}..\\..\\package.json` }), 404],
    ['a name of every object', () => ({ path: `${secret()}constructor` }), 404],
    ['a whole URL as path', () => ({ path: `http://evil.test${secret()}` }), 404],
    ['POST', () => ({ method: 'POST' }), 405],
    ['DELETE', () => ({ method: 'DELETE' }), 405],
    ['OPTIONS, which would ask for another page', () => ({ method: 'OPTIONS' }), 405],
  ];
  for (const [title, wishes, status] of refused) {
    it(`turns away ${title}`, async () => {
      const answer = await ask(wishes());
      assert.equal(answer.status, status);
      assert.doesNotMatch(answer.text, /page$/);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    });
  }

  it('says at a wrong path where the right one stands', async () => {
    assert.match((await ask({ path: '/' })).text, /Open the address that load-gate printed/);
  });

  it('leads to the page where only its last slash is missing', async () => {
    const { status, headers } = await ask({ path: url.pathname.slice(0, -1) });
    assert.deepEqual([status, headers.location], [308, url.pathname]);
  });

  it('answers to localhost, and HEAD without a body', async () => {
    assert.equal((await ask({ host: `localhost:${url.port}` })).status, 200);
    const { status, headers, text } = await ask({ method: 'HEAD' });
    assert.deepEqual([status, headers['content-length'], text], [200, '7', '']);
  });

  it('keeps what broke inside to itself, and goes on', async () => {
    const { status, text } = await ask({ path: `${url.pathname}broken` });
    assert.equal(status, 500);
    assert.doesNotMatch(text, /inside/);
    assert.equal((await ask({})).status, 200);
  });

  it('survives bytes that are no HTTP', async () => {
    const wire = net.connect(Number(url.port), '127.0.0.1', () => wire.write('\0\0GARBAGE\r\n\r\n'));
    await new Promise((resolve) => wire.on('error', resolve).on('close', resolve));
    assert.equal((await ask({})).status, 200);
  });
});

describe('the WebSocket of a page server', () => {
  const origin = (): string => url.origin;

  it('talks to a page of its own', async () => {
    const page = await connectPage(server.url, { origin: origin() });
    assert.equal(await page.next(), 'hello');
    heard.length = 0;
    page.send('hi');
    await page.close();
    await page.until(() => heard.length === 2);
    assert.deepEqual(heard, ['hi', 'gone']);
  });

  const refused: readonly (readonly [title: string, wishes: () => Parameters<typeof connectPage>[1], status: string])[] = [
    ['no Origin', () => ({}), '403'],
    ['the Origin of another page', () => ({ origin: 'http://evil.test' }), '403'],
    ['the Origin of another port of this machine', () => ({ origin: 'http://127.0.0.1:1' }), '403'],
    ['an opaque Origin', () => ({ origin: 'null' }), '403'],
    ['a rebound Host, with an Origin that goes with it', () => ({ origin: 'http://evil.test', host: 'evil.test' }), '403'],
    ['another path', () => ({ origin: origin(), path: `${url.pathname}stats.csv` }), '404'],
    ['no secret', () => ({ origin: origin(), path: '/live' }), '404'],
  ];
  for (const [title, wishes, status] of refused) {
    it(`is not opened with ${title}`, async () => {
      await assert.rejects(connectPage(server.url, wishes()), new RegExp(status));
    });
  }

  for (const [title, message, code] of [
    ['too long', 'x'.repeat(70_000), 1_009],
    ['binary', Buffer.from('hi'), 1_008],
  ] as const) {
    it(`ends with a message that is ${title}`, async () => {
      const page = await connectPage(server.url, { origin: origin() });
      page.send(message);
      assert.equal(await page.closed, code);
      assert.equal((await ask({})).status, 200);
    });
  }

  it('is for a few pages, and not for a thousand', async () => {
    const pages = await Promise.all(Array.from({ length: 16 }, () => connectPage(server.url, { origin: origin() })));
    await assert.rejects(connectPage(server.url, { origin: origin() }), /503/);
    await Promise.all(pages.map((page) => page.close()));
  });
});

describe('the port of a page server', () => {
  it('that was asked for and is taken is refused, with what to do', async () => {
    await assert.rejects(
      servePages({ port: Number(url.port), routes: new Map() }),
      (error) => error instanceof GateError && error.code === 'LOAD_GATE_PORT_TAKEN' && /name another/.test(error.hint ?? ''),
    );
  });

  it('that nobody asked for is another where the usual one is taken', async () => {
    const others = [await servePages({ port: undefined, routes: new Map() }), await servePages({ port: undefined, routes: new Map() })];
    const ports = [server, ...others].map((each) => new URL(each.url).port);
    assert.equal(new Set(ports).size, 3);
    await Promise.all(others.map((each) => each.close()));
  });

  it('is free again when the server is closed, although pages are open and one of them does not answer', async () => {
    const own = await servePages({
      port: undefined,
      routes: new Map(),
      onSocket: () => ({ onText: () => undefined, onGone: () => undefined }),
    });
    const { port, origin: ownOrigin } = new URL(own.url);
    const page = await connectPage(own.url, { origin: ownOrigin });
    const deaf = await connectPage(own.url, { origin: ownOrigin });
    deaf.pause();
    const idle = net.connect(Number(port), '127.0.0.1');
    idle.on('error', () => undefined);
    await new Promise((resolve) => idle.once('connect', resolve));
    await own.close();
    assert.equal(await page.closed, 1_001);
    const next = await servePages({ port: Number(port), routes: new Map() });
    await next.close();
    deaf.terminate();
  });
});
