/**
 * Whether requests may go to `hostname` (as in `URL.hostname`). A pattern is a host, or `*.` and a domain for all names below it. Case, a final dot and the
 * brackets of an IPv6 address make no difference.
 */
export function matchesHost(hostname: string, patterns: readonly string[]): boolean {
  const host = plainHost(hostname);
  return patterns.some((written) => {
    const pattern = plainHost(written);
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;
  });
}

function plainHost(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}
