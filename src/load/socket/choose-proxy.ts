import { GateError } from '../../gate-error.ts';

/** The proxy settings of an environment, lower case first as curl reads them. */
export interface ProxyEnvironment {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly none: string | undefined;
}

/** Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY; empty values are unset ones. */
export function readProxyEnvironment(env: Readonly<Record<string, string | undefined>>): ProxyEnvironment {
  const read = (name: string): string | undefined => env[name.toLowerCase()] || env[name] || undefined;
  return { http: read('HTTP_PROXY'), https: read('HTTPS_PROXY'), none: read('NO_PROXY') };
}

/**
 * The proxy for an origin: the scenario's own, else the environment's unless NO_PROXY names the host. NO_PROXY is a list of hosts with commas or
 * spaces: `*`, `example.com` (and all below it), `.example.com`, `host:port`. Undefined: none. Throws LOAD_GATE_USAGE for one that cannot be used: closed,
 * a direct connection would measure another way than the user thinks.
 */
export function chooseProxy(origin: URL, own: string | undefined, environment: ProxyEnvironment): URL | undefined {
  if (own !== undefined) return parseProxy(own, 'the proxy of the scenario');
  const proxy = origin.protocol === 'https:' ? environment.https : environment.http;
  if (proxy === undefined) return undefined;
  const host = origin.hostname.toLowerCase();
  const port = origin.port || (origin.protocol === 'https:' ? '443' : '80');
  const excluded = (environment.none ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [name = '', wantedPort] = entry.startsWith('[') ? [entry] : entry.split(':');
      if (wantedPort !== undefined && wantedPort !== port) return false;
      const domain = name.replace(/^\*?\./, '');
      return host === domain || host.endsWith(`.${domain}`);
    });
  return excluded ? undefined : parseProxy(proxy, origin.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
}

/** `http://host:port` or `host:port`. What is wrong with it is said without showing it: it may hold credentials. */
function parseProxy(text: string, name: string): URL {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url && url.hostname !== '' && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new GateError('LOAD_GATE_USAGE', `${name} is not a proxy that can be used`, {
    hint: 'only http:// and https:// proxies are; name the target in NO_PROXY to go there directly',
  });
}
