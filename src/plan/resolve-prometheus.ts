import type { Issue } from '../config/issue.ts';
import { planError } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';

/** Where PromQL is asked. */
export interface Prometheus {
  /** Without user name and password, and without a final slash. */
  readonly url: URL;
  /** The header that they became; undefined: there were none. */
  readonly authorization: string | undefined;
  /** What must never be shown. */
  readonly secrets: readonly string[];
}

const AT = { file: '--prometheus-url', line: 1, column: 1 } as const;

/** The address of the flag with its secrets in; undefined where there is none, and, with an issue, where it is no URL. */
export function resolvePrometheus({ server, secrets, requireSecrets }: PlanRequest, issues: Issue[]): Prometheus | undefined {
  const template = server?.prometheusUrl;
  if (template === undefined) return undefined;
  const values: string[] = [];
  const text = template.replace(/\$\{secret\.([A-Za-z_][A-Za-z0-9_]*)\}/g, (_whole, name: string) => {
    const value = (secrets[name] ?? '').trim();
    values.push(value);
    return value;
  });
  if (values.includes('') && !requireSecrets) return undefined;
  const url = URL.parse(text);
  const isUsable = (url?.protocol === 'http:' || url?.protocol === 'https:') && url.hostname !== '' && url.search === '' && url.hash === '';
  if (!url || !isUsable) {
    const what = values.includes('') ? 'a secret in it is not set in the environment' : 'it is not an http or https URL without a query';
    issues.push(planError(AT, 'prometheus', `Prometheus cannot be asked: ${what}`, 'write it as http://prometheus:9090'));
    return undefined;
  }
  const [user, password] = [decode(url.username), decode(url.password)];
  const credentials = user === '' && password === '' ? undefined : toBase64(`${user}:${password}`);
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  const whole = values.length > 0 ? [...values, text, url.href, url.origin, url.host, url.hostname] : [];
  return {
    url,
    authorization: credentials === undefined ? undefined : `Basic ${credentials}`,
    secrets: [...whole, password, credentials ?? ''].filter((value) => value !== ''),
  };
}

/** A `%` that encodes nothing stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
