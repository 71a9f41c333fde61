import { matchesHost } from '../../plan/match-host.ts';
import type { Failure } from './check-response.ts';
import type { Flight } from '../flow/virtual-user.ts';

/** As browsers and fetch: more is a loop. */
const MOST_HOPS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Turns a redirect into the next request: 'sent' when the flight is ready to go again, a failure when it leads nowhere, undefined when the answer is no
 * redirect. 303, and 301/302 after POST, become GET (fetch standard, HTTP-redirect fetch); credentials do not follow to another origin.
 */
export function nextHop(flight: Flight, allowedHosts: readonly string[]): 'sent' | Failure | undefined {
  const location = flight.responseHeaders['location'];
  if (!REDIRECTS.has(flight.status) || typeof location !== 'string') return undefined;
  if (flight.hops >= MOST_HOPS)
    return { class: 'protocol', reason: 'protocol too many redirects', sample: `more than ${MOST_HOPS} redirects` };
  const from = new URL(flight.origin + flight.path);
  const to = URL.parse(location, from.href);
  if (!to || (to.protocol !== 'http:' && to.protocol !== 'https:'))
    return { class: 'protocol', reason: 'protocol redirect to no URL', sample: 'the location header is not an http URL' };
  if (!matchesHost(to.hostname, allowedHosts)) {
    return {
      class: 'protocol',
      reason: 'protocol redirect to a host that is not allowed',
      sample: `redirected to ${to.hostname.slice(0, 80)}, which is not in allowed_hosts`,
    };
  }
  const becomesGet = flight.status === 303 ? flight.method !== 'HEAD' : flight.status < 303 && flight.method === 'POST';
  if (!becomesGet && flight.body !== null && typeof flight.body !== 'string' && !(flight.body instanceof Uint8Array)) {
    return {
      class: 'protocol',
      reason: 'protocol redirect of a streamed body',
      sample: `${flight.status} asks for a streamed body to be sent again`,
    };
  }
  if (becomesGet) {
    flight.method = 'GET';
    flight.body = null;
    flight.headers = withoutHeaders(flight.headers, (name) => name === 'content-type' || name === 'content-length');
  }
  if (to.origin !== from.origin)
    flight.headers = withoutHeaders(
      flight.headers,
      (name) => name === 'authorization' || name === 'cookie' || name === 'proxy-authorization',
    );
  flight.earlierSent += flight.bodyBytes;
  flight.earlierReceived += flight.bytesReceived;
  if (becomesGet) flight.bodyBytes = 0;
  flight.origin = to.origin;
  flight.path = to.pathname + to.search;
  flight.hops++;
  return 'sent';
}

function withoutHeaders(headers: readonly string[], unwanted: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? '';
    if (!unwanted(name.toLowerCase())) kept.push(name, headers[index + 1] ?? '');
  }
  return kept;
}
