import type { Issue } from '../config/issue.ts';
import type { Scenario } from '../config/scenario.ts';
import { parseTemplate } from '../config/template.ts';
import type { PlacedRequest } from './list-requests.ts';
import { matchesHost } from './match-host.ts';
import { planError } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';

/** Host patterns that load may go to: the scenario's list as it stands, or the target's host alone. */
export function listAllowedHosts(scenario: Scenario, target: URL): readonly string[] {
  return scenario.allowedHosts.length > 0 ? scenario.allowedHosts.map((host) => host.toLowerCase()) : [target.hostname.toLowerCase()];
}

/** Requests to absolute URLs whose host is known before the run and not allowed. Hosts made of variables are looked at when they are known. */
export function checkHosts(
  requests: readonly PlacedRequest[],
  { allowed, secrets }: { readonly allowed: readonly string[]; readonly secrets: PlanRequest['secrets'] },
): readonly Issue[] {
  return requests.flatMap(({ request, at }): readonly Issue[] => {
    const known = knownAuthority(request.url, secrets);
    const host = known && URL.parse(known.authority)?.hostname;
    if (!known || host === undefined) return [];
    if (host === '')
      return [planError(at, 'url', `${request.method} has no host in its URL`, 'write a path such as /health, or a whole URL')];
    if (matchesHost(host, allowed)) return [];
    const what = known.isSecret ? 'a host from a secret' : host;
    return [
      planError(
        at,
        'host',
        `the request goes to ${what}, which is not an allowed host`,
        known.isSecret
          ? 'add the host to allowed_hosts if it is yours'
          : `allowed: ${allowed.join(', ')}; add ${host} to allowed_hosts if it is yours`,
      ),
    ];
  });
}

/** `https://host:port` of an absolute URL; undefined when it is a path, or a variable stands in it before its end. */
function knownAuthority(
  url: string,
  secrets: PlanRequest['secrets'],
): { readonly authority: string; readonly isSecret: boolean } | undefined {
  const template = parseTemplate(url);
  if (!template.ok) return undefined;
  let text = '';
  let isSecret = false;
  for (const part of template.parts) {
    if (/^(?:http|ws)s?:\/\/[^/?#]*[/?#]/i.test(text)) break;
    if (part.kind === 'variable') return undefined;
    isSecret ||= part.kind === 'secret';
    text += part.kind === 'text' ? part.text : (secrets[part.name] ?? '');
  }
  const authority = /^(?:http|ws)s?:\/\/[^/?#]*/i.exec(text)?.[0];
  return authority === undefined ? undefined : { authority, isSecret };
}
