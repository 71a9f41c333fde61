import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { git, GIT_ENV } from './places.ts';

/** What a request shows of itself before it is answered. */
export interface Asked {
  readonly url: string;
  readonly authorization: string | undefined;
}

/** Serves the repositories below `root` with git's own HTTP server; what `isAllowed` refuses is answered as GitHub does, 403. */
export async function serveGit(root: string, isAllowed: (asked: Asked) => boolean): Promise<AsyncDisposable & { readonly origin: string }> {
  const program = `${git(root, '--exec-path').trim()}/git-http-backend`;
  const server = createServer((request, response) => {
    const { url = '/', headers, method } = request;
    if (!isAllowed({ url, authorization: headers.authorization })) {
      response.writeHead(403).end('Write access to repository not granted.');
      return;
    }
    const [path = '', query = ''] = url.split('?');
    const env = {
      ...GIT_ENV,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'tester',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: method,
      CONTENT_TYPE: headers['content-type'],
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
      GIT_PROTOCOL: [headers['git-protocol'] ?? ''].flat()[0],
    };
    const child = spawn(program, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => {
      // CGI (RFC 3875): header lines, an empty line, the body.
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const lines = all.subarray(0, end).toString().split('\r\n');
      const fields = lines
        .map((line) => /^([^:]+): *(.*)$/.exec(line))
        .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : []));
      const status = Number(fields.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
      response.writeHead(status, Object.fromEntries(fields)).end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
