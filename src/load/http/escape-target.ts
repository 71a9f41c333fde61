const ILLEGAL = /[^\x21-\x7e]|["<>\\^`{|}#]/;
const EVERY_ILLEGAL = new RegExp(ILLEGAL.source, 'gu');

/**
 * Percent-encodes what may not stand in a request target (RFC 9112 section 3.2) and leaves everything else, `%` included, as it is. Half a surrogate pair,
 * which a server's JSON may hold, has no encoding: it goes as U+FFFD.
 */
export function escapeTarget(target: string): string {
  return ILLEGAL.test(target) ? target.toWellFormed().replace(EVERY_ILLEGAL, encodeURIComponent) : target;
}
