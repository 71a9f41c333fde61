import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** Where the pages are. */
export interface PageAddress {
  readonly port: number;
  /** The first part of every path, without slashes. */
  readonly secret: string;
}

/** A request that may be answered, with its path below the secret one; or why not. */
export type Admission =
  | { readonly kind: 'admitted'; readonly path: string }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string; readonly headers?: OutgoingHttpHeaders };

/**
 * Closed: only GET and HEAD, only by a name of this machine, only below the secret path. Paths are compared as they were sent, so there is nothing to climb out of; a query
 * says nothing.
 */
export function admitRequest(request: IncomingMessage, address: PageAddress): Admission {
  const { host } = request.headers;
  if (host === undefined || !listHosts(address).includes(host)) {
    return refuse(403, 'This server answers to 127.0.0.1 and localhost alone.\n');
  }
  const [path = ''] = (request.url ?? '').split('?', 1);
  const [, first = '', ...rest] = path.split('/');
  if (!path.startsWith('/') || !isSame(first, address.secret)) return refuse(404, 'Open the address that load-gate printed.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'There is nothing to change here.\n', { allow: 'GET, HEAD' });
  if (rest.length === 0) return refuse(308, 'The page is one slash further.\n', { location: `/${address.secret}/` });
  return { kind: 'admitted', path: rest.join('/') };
}

/** A handshake comes from a page of this server: browsers say so in Origin, which no page can change. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return host !== undefined && origin === `http://${host}`;
}

/** What a browser sends as Host; it leaves out the port of HTTP itself. */
function listHosts({ port }: PageAddress): readonly string[] {
  const names = ['127.0.0.1', 'localhost'];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

function isSame(given: string, secret: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function refuse(status: number, text: string, headers: OutgoingHttpHeaders = {}): Admission {
  return { kind: 'refused', status, text, headers };
}
