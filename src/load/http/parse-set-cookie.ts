import { isIP } from 'node:net';

/** A cookie as a server sends it; what is not said is undefined. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string | undefined;
  readonly path: string | undefined;
  readonly secure: boolean;
  /** Milliseconds since 1970; `-Infinity`: at once; undefined: when the user ends. */
  readonly expiresMs: number | undefined;
}

/** RFC 6265bis section 5.6: longer ones are ignored whole. */
const LONGEST_PAIR = 4_096;
const LONGEST_ATTRIBUTE = 1_024;

/**
 * Reads a `set-cookie` header as RFC 6265 section 5.2 tells user agents to; undefined: it holds no cookie. Values are kept as they are sent, percent signs and
 * quotes included: they go back unchanged.
 */
export function parseSetCookie(text: string, nowMs: number): SetCookie | undefined {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(text)) return undefined;
  const [pair = '', ...attributes] = text.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  if (equals < 0 || name === '' || name.length + value.length > LONGEST_PAIR) return undefined;
  const given = new Map<string, string>();
  for (const attribute of attributes) {
    const at = attribute.indexOf('=');
    const key = (at < 0 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
    const said = at < 0 ? '' : attribute.slice(at + 1).trim();
    // The last of several counts.
    if (said.length <= LONGEST_ATTRIBUTE) given.set(key, said);
  }
  const path = given.get('path');
  return {
    name: asBytes(name),
    value: asBytes(value),
    domain: given.get('domain')?.replace(/^\./, '').toLowerCase() || undefined,
    path: path?.startsWith('/') ? path : undefined,
    secure: given.has('secure'),
    expiresMs: expiryOf(given, nowMs),
  };
}

/** Whether a host may set cookies for a domain: its own, or one above it that is no address and not a whole top level. */
export function mayCoverDomain(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && domain.includes('.') && isIP(host) === 0 && !host.startsWith('[');
}

/** Max-Age goes before Expires; what is no number or no date is as if it was not there. */
function expiryOf(given: ReadonlyMap<string, string>, nowMs: number): number | undefined {
  const maxAge = given.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) > 0 ? nowMs + Number(maxAge) * 1_000 : Number.NEGATIVE_INFINITY;
  const expires = given.get('expires');
  if (expires === undefined) return undefined;
  // `Wdy, DD-Mon-YY` with dashes, as old servers write it, is read with spaces.
  const parsed = Date.parse(expires.replace(/(\d)-([A-Za-z]{3})-(\d)/, '$1 $2 $3'));
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** Header values are written byte by byte: a text beyond latin-1 goes as its UTF-8 bytes, which is how it came. */
function asBytes(text: string): string {
  return /[^\0-\xff]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}
