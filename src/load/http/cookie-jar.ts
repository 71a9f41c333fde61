import { mayCoverDomain, parseSetCookie } from './parse-set-cookie.ts';

interface StoredCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Sent to `domain` alone, not to hosts below it. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  /** Milliseconds since 1970; Infinity: until the virtual user ends. */
  readonly expiresMs: number;
}

/** Cookies that one virtual user keeps at most, the oldest leave first (RFC 6265 section 6.1 asks for at least 50 a domain). */
const MOST_COOKIES = 100;

/** The cookies of one virtual user: domain, path, secure and expiry as RFC 6265 has them. */
export class CookieJar {
  #cookies: StoredCookie[] = [];

  /** Takes the `set-cookie` headers of an answer in; malformed ones and those for foreign domains are left out, as browsers do. */
  store(url: URL, setCookie: string | readonly string[], nowMs: number): void {
    for (const text of typeof setCookie === 'string' ? [setCookie] : setCookie) {
      const cookie = toStored(url, text, nowMs);
      if (!cookie) continue;
      this.#cookies = this.#cookies.filter(
        (known) => known.name !== cookie.name || known.domain !== cookie.domain || known.path !== cookie.path,
      );
      if (cookie.expiresMs > nowMs) this.#cookies.push(cookie);
      if (this.#cookies.length > MOST_COOKIES) this.#cookies.shift();
    }
  }

  /** The values of all cookies: must not be shown. */
  values(): readonly string[] {
    return this.#cookies.map((cookie) => cookie.value);
  }

  /** The `cookie` header for a request; undefined when there is nothing to send. Longer paths come first (RFC 6265 section 5.4). */
  header(url: URL, nowMs: number): string | undefined {
    if (this.#cookies.length === 0) return undefined;
    const host = url.hostname.toLowerCase();
    const sent = this.#cookies.filter(
      (cookie) =>
        cookie.expiresMs > nowMs &&
        (host === cookie.domain || (!cookie.hostOnly && host.endsWith(`.${cookie.domain}`))) &&
        pathMatches(url.pathname, cookie.path) &&
        (!cookie.secure || url.protocol === 'https:' || isLoopback(host)),
    );
    if (sent.length === 0) return undefined;
    return sent
      .sort((left, right) => right.path.length - left.path.length)
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }
}

function toStored(url: URL, text: string, nowMs: number): StoredCookie | undefined {
  const cookie = parseSetCookie(text, nowMs);
  if (!cookie) return undefined;
  const host = url.hostname.toLowerCase();
  const { name, value, domain, path, secure, expiresMs = Number.POSITIVE_INFINITY } = cookie;
  if (domain !== undefined && !mayCoverDomain(host, domain)) return undefined;
  return {
    name,
    value,
    domain: domain ?? host,
    hostOnly: domain === undefined,
    path: path ?? defaultPath(url.pathname),
    secure,
    expiresMs,
  };
}

function defaultPath(pathname: string): string {
  const last = pathname.lastIndexOf('/');
  return last <= 0 ? '/' : pathname.slice(0, last);
}

function pathMatches(pathname: string, path: string): boolean {
  return pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'));
}

/** Browsers treat loopback as secure; a staging server there is plain HTTP. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
}
