import type { HttpCall } from './http-call.ts';

/**
 * Puts the jar's cookies behind the scenario's own in the one `cookie` header that a request may have (RFC 6265 section 5.4), in the place of what the jar
 * gave the hop before. Changes `call.headers`, which must not be the program's.
 */
export function putJarCookie(call: HttpCall, cookie: string | undefined): void {
  const { headers, jarCookie: before } = call;
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'cookie');
  const value = at < 0 ? '' : (headers[at + 1] ?? '');
  const own = before !== undefined && value.endsWith(before) ? value.slice(0, -before.length).replace(/; $/, '') : value;
  const all = [own, cookie ?? ''].filter((part) => part !== '').join('; ');
  if (at >= 0) headers.splice(at, 2);
  if (all !== '') headers.push('cookie', all);
  call.jarCookie = cookie;
}
