import type { Issue, Position } from '../config/issue.ts';
import type { Scenario } from '../config/scenario.ts';
import { matchesHost } from './match-host.ts';
import type { PlanRequest } from './plan-request.ts';
import { planError } from './plan-issue.ts';

/** Where requests go. */
export interface Target {
  readonly url: URL;
  /** For people. */
  readonly shown: string;
  /** Forms of it that must never be shown; empty for a target that is no secret. */
  readonly secrets: readonly string[];
}

/** Stands for a target that is only known where the run is (RFC 6761: `.invalid` never resolves). */
const UNKNOWN: Target = { url: new URL('https://target.invalid'), shown: '(from a secret that is not set here)', secrets: [] };

/** The target of flag or file, with its secrets in; undefined, with issues, when there is none or none that load may go to. */
export function resolveTarget(scenario: Scenario, request: PlanRequest, issues: Issue[]): Target | undefined {
  const template = request.target ?? scenario.target;
  const at: Position = { file: request.target === undefined ? scenario.file : '--target', line: 1, column: 1 };
  if (template === undefined) {
    issues.push(planError(at, 'target', 'there is no target', 'add `target: https://staging.example.com` or use --target'));
    return undefined;
  }
  const values: string[] = [];
  const unset: string[] = [];
  const text = template.replace(/\$\{secret\.([A-Za-z_][A-Za-z0-9_]*)\}/g, (_whole, name: string) => {
    const value = (request.secrets[name] ?? '').trim();
    if (value === '') unset.push(name);
    values.push(value);
    return value;
  });
  if (unset.length > 0 && !request.requireSecrets) return UNKNOWN;
  const isSecret = values.length > 0;
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') {
    const what = isSecret ? 'the target from a secret' : `the target "${text}"`;
    const why = unset.length > 0 ? `; ${unset.join(', ')} is not set in the environment` : '';
    issues.push(planError(at, 'target', `${what} is not an http or https URL${why}`, 'write it as https://staging.example.com'));
    return undefined;
  }
  checkParts(url, at, issues);
  checkAllowed({ url, isSecret, at, scenario }, issues);
  const secrets = isSecret ? [...values, url.href, url.origin, url.host, url.hostname].filter((value) => value !== '') : [];
  return { url, secrets, shown: isSecret ? '(from a secret)' : `${url.origin}${url.pathname === '/' ? '' : url.pathname}` };
}

function checkParts(url: URL, at: Position, issues: Issue[]): void {
  if (url.search !== '' || url.hash !== '')
    issues.push(planError(at, 'target', 'the target must not have a query or a fragment', 'put them into the steps'));
  if (url.username !== '' || url.password !== '')
    issues.push(
      planError(at, 'target', 'the target must not hold a user name or password', 'send them as an authorization header from ${secret.X}'),
    );
}

interface AllowedCheck {
  readonly url: URL;
  readonly isSecret: boolean;
  readonly at: Position;
  readonly scenario: Scenario;
}

/** A list of allowed hosts means what it says: whoever may set a flag cannot send the load elsewhere. */
function checkAllowed({ url, isSecret, at, scenario }: AllowedCheck, issues: Issue[]): void {
  if (scenario.allowedHosts.length === 0 || matchesHost(url.hostname, scenario.allowedHosts)) return;
  issues.push(
    planError(
      at,
      'host',
      `${isSecret ? 'the target from a secret' : `the target's host ${url.hostname}`} is not in allowed_hosts of ${scenario.file}`,
      `allowed: ${scenario.allowedHosts.join(', ')}; add the host if it is yours`,
    ),
  );
}
