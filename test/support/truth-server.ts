import { randomInt } from 'node:crypto';
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

const ATTEMPTS = 50;

/**
 * A port below those that systems give to connections that go out: one of these that tries often enough to reach a port of its own range on which nobody listens
 * is in the end given that very port, and is connected with itself (TCP's simultaneous open).
 */
export function drawPort(): number {
  return randomInt(10_000, 30_000);
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
  const holder = await holdPort(address.port);
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

/** Connects from a port of our choice; another when somebody has it. */
async function holdPort(to: number): Promise<Socket> {
  for (let attempt = 1; ; attempt++) {
    const holder = connect({ port: to, host: '127.0.0.1', localPort: drawPort() });
    const error = await new Promise<unknown>((resolve) => holder.once('connect', () => resolve(undefined)).once('error', resolve));
    if (error === undefined) return holder;
    if (attempt === ATTEMPTS) throw new Error('there is no port to hold', { cause: error });
  }
}
