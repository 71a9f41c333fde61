import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The path of a file of test/fixtures/certs: `ca.pem`, `server.key`, `client.pem`, `wrong.pem` … */
export function certPath(file: string): string {
  return fileURLToPath(new URL(`../fixtures/certs/${file}`, import.meta.url));
}

/** Its PEM text. */
export function readCert(file: string): string {
  return readFileSync(certPath(file), 'utf8');
}

/** A port of 127.0.0.1 on which nothing listens, for as long as it is held. */
export interface ClosedPort extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
}

/**
 * The port is the local end of a connection that stays open, so that no other process can be given it, as could happen
 * to one that was listened on and freed again.
 */
export async function closedPort(): Promise<ClosedPort> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the helper server listens on no port');
  const holder = connect(address.port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => holder.once('connect', resolve).once('error', reject));
  const other = await accepted;
  const port = holder.localPort ?? 0;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      other.destroy();
      holder.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
