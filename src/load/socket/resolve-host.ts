import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isAddressAllowed } from './allow-hosts.ts';

type LookupCallback = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Answers are kept this long, so that a ramp of connections does not measure the resolver. */
const KEEP_MS = 30_000;
/** Failures are kept for less: a query for each connection would hammer the name server, which then answers nobody. */
const KEEP_FAILURE_MS = 1_000;

interface Known {
  readonly untilMs: number;
  readonly error: NodeJS.ErrnoException | null;
  readonly addresses: readonly LookupAddress[];
}

/**
 * A `lookup` for sockets: the system's resolver with a short memory, which refuses addresses that no staging target has (DNS is not trusted).
 * Sockets that ask for the same name at the same time share one query.
 */
export function createHostResolver(): (hostname: string, options: LookupOptions, callback: LookupCallback) => void {
  const known = new Map<string, Known>();
  const asked = new Map<string, ((found: Known) => void)[]>();
  return (hostname, options, callback) => {
    const answer = ({ error, addresses }: Known): void => {
      if (error) {
        callback(error, '');
        return;
      }
      const wanted = addresses.filter((entry) => !options.family || entry.family === options.family);
      const allowed = wanted.filter((entry) => isAddressAllowed(entry.address));
      const first = allowed[0];
      if (!first) {
        callback(refusal(hostname, wanted), '');
      } else if (options.all) {
        callback(null, allowed);
      } else {
        callback(null, first.address, first.family);
      }
    };
    const nowMs = performance.now();
    const remembered = known.get(hostname);
    if (remembered && remembered.untilMs > nowMs) {
      process.nextTick(answer, remembered);
      return;
    }
    const others = asked.get(hostname);
    if (others) {
      others.push(answer);
      return;
    }
    const waiting = [answer];
    asked.set(hostname, waiting);
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) => {
      const found = { untilMs: performance.now() + (error ? KEEP_FAILURE_MS : KEEP_MS), error, addresses: error ? [] : addresses };
      asked.delete(hostname);
      known.set(hostname, found);
      for (const tell of waiting) tell(found);
    });
  };
}

function refusal(hostname: string, addresses: readonly LookupAddress[]): NodeJS.ErrnoException {
  const shown = addresses.map((entry) => entry.address).join(', ') || 'no address';
  const error: NodeJS.ErrnoException = new Error(`${hostname} resolves to ${shown}, which no test may reach by name`);
  error.code = 'ADDRESS_REFUSED';
  return error;
}
