import type { Issue, Position } from '../../../config/issue.ts';
import type { Scenario } from '../../../config/scenario.ts';
import type { Header } from '../../../config/step.ts';
import type { RunRequest } from '../../../options/request.ts';
import { mergeOptions } from '../../../plan/compile-request.ts';
import { listRequests, listSteps, type PlacedRequest, type SingleStep } from '../../../plan/list-requests.ts';
import { planError, planWarning } from '../../../plan/plan-issue.ts';
import type { Plan } from '../../../plan/plan.ts';
import { checkLocustPhases } from './check-locust-phases.ts';
import { explainPattern, isPlainPath } from './check-pattern.ts';
import { listBounds, listConnections } from './list-connections.ts';
import { listPatterns, type PlacedPattern } from './list-patterns.ts';
import { selectProfiles } from '../locustfile/select-profiles.ts';

export interface LocustCheck {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** What else is asked of the run; an export asks for nothing. */
  readonly request: Partial<Pick<RunRequest, 'baseline' | 'page'>>;
  /** Locust processes that make the load, over all machines; undefined: not known yet, and what depends on it is a warning. */
  readonly processes: number | undefined;
}

/** What Locust cannot do as the scenario has it, each with its reason and what to do; warnings are about the file alone. Empty: nothing. */
export function checkLocust(check: LocustCheck): readonly Issue[] {
  const users = selectProfiles(check.scenario, check.plan).map(({ user }) => user);
  const steps = listSteps(users);
  const requests = listRequests([], users);
  return dropRepeated([
    ...checkRun(check),
    ...checkConnections(check, requests),
    ...checkHeaders(check.scenario.http.headers, topOf(check.scenario)),
    ...requests.flatMap((request) => checkRequest(request, check.scenario)),
    ...steps.flatMap(checkStep),
    ...steps.flatMap(listPatterns).flatMap(checkPattern),
    ...checkLocustPhases(check),
  ]);
}

/** A default of all requests is said once. */
function dropRepeated(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function topOf({ file }: Scenario): Position {
  return { file, line: 1, column: 1 };
}

function refuse(at: Position, message: string, suggestion: string): Issue {
  return planError(at, 'locust', message, suggestion);
}

const EMBEDDED = 'use the embedded engine';

function checkRun({ scenario, plan, request }: LocustCheck): readonly Issue[] {
  const flag = (name: string): Position => ({ file: `--${name}`, line: 1, column: 1 });
  return [
    ...(request.baseline?.kind === 'url'
      ? [
          refuse(
            flag('baseline'),
            'Locust makes load on one target, and a live comparison has two',
            `compare with stored runs, or ${EMBEDDED}`,
          ),
        ]
      : []),
    ...(request.page?.waits === true
      ? [
          refuse(
            flag('wait'),
            'what is chosen on the live page comes too late for Locust, whose file holds the plan',
            `leave --wait out, or ${EMBEDDED}`,
          ),
        ]
      : []),
    ...(plan.shard.count > 1
      ? [refuse(topOf(scenario), 'a shard is made by the embedded engine', 'leave --shard out: Locust has workers on several machines')]
      : []),
  ];
}

/** What is set once for all users of a process. */
function checkConnections({ scenario, plan }: LocustCheck, requests: readonly PlacedRequest[]): readonly Issue[] {
  const trusts = new Set(listConnections(plan).map(({ tls }) => JSON.stringify([tls.ca, tls.insecure])));
  const counts = { tls: trusts.size, connections: listBounds(plan).length };
  return (['tls', 'connections'] as const)
    .filter((key) => counts[key] > 1)
    .map((key) => {
      const at = requests.find(({ request }) => request.options[key] !== undefined)?.at ?? topOf(scenario);
      return refuse(at, `Locust has one \`${key}\` for all requests, and here are several`, 'set it below `http:` alone');
    });
}

function checkRequest({ kind, request, at }: PlacedRequest, scenario: Scenario): readonly Issue[] {
  const own = request.options;
  const options = mergeOptions(scenario.http, own);
  const place = (key: keyof typeof own): Position => (own[key] === undefined ? topOf(scenario) : at);
  const issues: Issue[] = [];
  if (kind === 'request' && options.http2 === true)
    issues.push(refuse(place('http2'), 'Locust speaks HTTP/1.1, not HTTP/2', `leave http2 out, or ${EMBEDDED}`));
  if (kind === 'request' && options.followRedirects === true)
    issues.push(
      refuse(
        place('followRedirects'),
        'redirects are not followed in Locust: each hop would be a request of its own',
        'make a step of each hop, with the location captured',
      ),
    );
  if (options.proxy !== undefined)
    issues.push(refuse(place('proxy'), 'a proxy cannot be used with Locust', `leave it out, or ${EMBEDDED}`));
  if (options.tls?.cert !== undefined || options.tls?.key !== undefined)
    issues.push(refuse(place('tls'), 'client certificates cannot be used with Locust: the file would hold the key', EMBEDDED));
  return [...issues, ...checkHeaders(own.headers, at)];
}

/** What a header of the scenario says stands in the file as well. */
function checkHeaders(headers: readonly Header[], at: Position): readonly Issue[] {
  return headers
    .filter(({ name, value }) => /^(?:proxy-)?authorization$|^cookie$/i.test(name) && !value.includes('${'))
    .map(({ name }) =>
      planWarning(at, 'locust', `the header ${name} stands in the file for Locust as it stands here`, 'write it as ${secret.NAME}'),
    );
}

function checkStep(step: SingleStep): readonly Issue[] {
  if (step.kind === 'ws' && step.deflate)
    return [refuse(step.at, 'the WebSockets of Locust do not compress messages', 'leave `deflate` out')];
  if (step.kind !== 'http') return [];
  const { body } = step;
  const files =
    body.kind === 'file'
      ? [body.path]
      : body.kind === 'multipart'
        ? body.parts.flatMap((part) => (part.body.kind === 'file' ? part.body.path : []))
        : [];
  return files.map((path) =>
    planWarning(step.at, 'locust', `every machine with a worker needs ${path} in the same place`, 'or send `bytes`'),
  );
}

function checkPattern(pattern: PlacedPattern): readonly Issue[] {
  const { at } = pattern;
  if (pattern.kind === 'json-path') {
    if (isPlainPath(pattern.path)) return [];
    const message = `the JSONPath ${pattern.path} cannot be followed in Locust, only names, places and * can: $.items[0].id`;
    return [refuse(at, message, `write it plainly, or ${EMBEDDED}`)];
  }
  const why = explainPattern(pattern.source, pattern.flags);
  return why === undefined
    ? []
    : [refuse(at, `/${pattern.source}/${pattern.flags} cannot be given to Python: ${why}`, `write it otherwise, or ${EMBEDDED}`)];
}
