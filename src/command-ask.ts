import type { Issue } from './config/issue.ts';
import type { GatePorts } from './gate-ports.ts';
import { prepareGate, type Prepared } from './gate-prepare.ts';
import { narrowRequest } from './gate-parts.ts';
import type { RunRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { buildStartForm } from './terminal/web/build-start-form.ts';
import { chooseStart } from './terminal/web/choose-start.ts';
import type { FromPage, StartForm } from './terminal/web/live-messages.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';

export type StartWish = Extract<FromPage, { kind: 'start' }>;

/** How the page is asked. */
export interface AskTerms {
  readonly ports: GatePorts;
  /** Shows the form, and what stands against the last choice. */
  readonly ask: (form: StartForm, issues: readonly string[]) => void;
  /** The next time that somebody says start; undefined: the run is to end. */
  readonly next: () => Promise<StartWish | undefined>;
}

/** Stands for a target that the files do not name, so that the rest of the plan can be shown; nothing is ever sent to it. */
const NO_TARGET = 'http://127.0.0.1';

/**
 * `--wait`: asks on the page until a plan comes out of it, and answers the request that says so. Where nothing can be asked (the files are wrong, or they are several
 * scenarios), and when the run is ended meanwhile, the request is as it was: the gate refuses it, or ends it before it began.
 */
export async function askForStart(request: RunRequest, { ports, ask, next }: AskTerms): Promise<RunRequest> {
  const one = narrowToOne(request, ports);
  const read = one && readPlan(one, ports);
  if (!one || !read) return request;
  await ports.onSecrets(read.prepared.plan.program.secrets);
  const { config, plan } = read.prepared;
  const form = buildStartForm(one, { scenario: config.scenario, plan, hasTarget: read.hasTarget });
  let issues: readonly string[] = [];
  for (;;) {
    ask(form, issues);
    const wish = await next();
    if (!wish) return request;
    const choice = chooseStart(one, form, wish);
    issues = choice.ok ? listErrors(choice.request, ports) : choice.issues;
    if (choice.ok && issues.length === 0) return choice.request;
  }
}

/** The one scenario that was asked for; undefined: there are several, or none. */
function narrowToOne(request: RunRequest, { cwd, root, env }: GatePorts): RunRequest | undefined {
  const found = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  return found.ok && typeof found.value === 'string' ? narrowRequest(request, found.value) : undefined;
}

function readPlan(request: RunRequest, ports: GatePorts): { readonly prepared: Prepared; readonly hasTarget: boolean } | undefined {
  const asked = prepare(request, ports);
  if (asked.ok) return { prepared: asked.value, hasTarget: true };
  if (request.target !== undefined || !asked.issues.some(({ code }) => code === 'target')) return undefined;
  // A target that is there and wrong is for the gate to refuse: then this is refused, too, or the form begins without one.
  const without = prepare({ ...request, target: NO_TARGET }, ports);
  return without.ok ? { prepared: without.value, hasTarget: false } : undefined;
}

function prepare(request: RunRequest, ports: GatePorts): ReturnType<typeof prepareGate> {
  return prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
}

/** What stands against a request, in words; empty: it can run. */
function listErrors(request: RunRequest, ports: GatePorts): readonly string[] {
  const prepared = prepare(request, ports);
  if (prepared.ok) return [];
  const errors = prepared.issues.filter(({ severity }) => severity === 'error').map(describeIssue);
  // Closed: a plan that was refused is refused, whatever its issues are called.
  return errors.length > 0 ? errors : ['The plan was refused.'];
}

function describeIssue({ message, suggestion }: Issue): string {
  return cleanText(suggestion === undefined ? message : `${message} (${suggestion})`, 500);
}
