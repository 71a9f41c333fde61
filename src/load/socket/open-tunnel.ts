import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';

/** What a connection to the target over a proxy needs. */
export interface TunnelRequest {
  readonly proxy: URL;
  /** Of the target, without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** For proxies that are themselves reached by TLS. */
  readonly tls: SecureContextOptions & { readonly rejectUnauthorized: boolean };
}

/** The proxy does not let us through; the code classes it as a failure to connect. */
export class ProxyRefused extends Error {
  readonly code: string;
  constructor(status: number) {
    super(`the proxy answered ${status} in place of a connection to the target`);
    this.name = 'ProxyRefused';
    this.code = `PROXY_${status}`;
  }
}

/** Asks a proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6); what comes back can be destroyed while it is being built. */
export function openTunnel(
  { proxy, hostname, port, tls }: TunnelRequest,
  callback: (error: Error | null, socket?: Socket) => void,
): { destroy(): unknown } {
  const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  const authorization = proxyAuthorization(proxy);
  const options: RequestOptions = {
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    path: authority,
    headers: { host: authority, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
    agent: false,
  };
  const asked = proxy.protocol === 'https:' ? requestHttps({ ...options, ...tls }) : requestHttp(options);
  asked.on('connect', (answer, socket, head) => {
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      if (head.length > 0) socket.unshift(head);
      callback(null, socket);
      return;
    }
    socket.destroy();
    callback(new ProxyRefused(status));
  });
  asked.on('error', callback);
  asked.end();
  return asked;
}

/** The header that shows a proxy the credentials of its URL; undefined: it has none. */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '') return undefined;
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}
