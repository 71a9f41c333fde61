import type { Checked, Issue } from '../config/issue.ts';
import type { Scenario, UserProfile } from '../config/scenario.ts';
import type { HttpStep, RequestDefaults, TlsOptions } from '../config/step.ts';
import { listAllowedHosts } from './check-hosts.ts';
import { compileFlow, slotsNeededBy, type FlowContext } from './compile-flow.ts';
import { compileRequest } from './compile-request.ts';
import { compileServer } from './compile-server.ts';
import { compileText } from './compile-text.ts';
import { planError } from './plan-issue.ts';
import { listRequests, listSteps } from './list-requests.ts';
import { seriesOfStep, slotsReadByStep, socketsOpenAfter } from './list-uses.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan, Series } from './plan.ts';
import type { BeforeProgram, ConnectionSettings, Instruction, UserProgram } from './program.ts';
import type { Target } from './resolve-target.ts';
import type { ServerProgram } from './server-program.ts';
import { buildSlotTable, type SlotTable } from './slot-table.ts';
import { walkFlow } from './walk-flow.ts';

interface ProgramRequest {
  readonly users: readonly UserProfile[];
  readonly series: readonly Series[];
  readonly target: Target;
  readonly request: PlanRequest;
}

/** The selected users as programs, and the steps of `before`; issues when a certificate cannot be read. */
export function compileProgram(
  scenario: Scenario,
  { users, series, target, request }: ProgramRequest,
): Checked<Pick<Plan, 'program' | 'before' | 'server'>> {
  const issues: Issue[] = [];
  const names = buildSlotTable(scenario, request.secrets);
  const connections: ConnectionSettings[] = [];
  const context: FlowContext = {
    names,
    defaults: scenario.http,
    target: target.url,
    userAgent: request.userAgent,
    seriesOf: (name) => series.findIndex((entry) => entry.name === name),
    received: new Set(),
    open: [],
    connectionFor: (options) => indexOfSettings(connections, toSettings(options, { names, request, issues, file: scenario.file })),
  };
  const programs = users.map((user) => compileUser(user, context));
  const before = scenario.before.map((step) => compileBefore(step, context));
  const asked = compileAsked(context, { names, request, issues, file: scenario.file });
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    warnings: [],
    value: {
      program: {
        slots: names.slots,
        data: names.tables,
        connections,
        users: programs,
        secrets: secretValues(scenario, names, [...target.secrets, ...asked.secrets]),
        allowedHosts: listAllowedHosts(scenario, target.url),
        maxBytes: request.caps.maxBytes,
        maxUsers: request.caps.maxUsers,
      },
      before,
      server: asked.server,
    },
  };
}

/** What the target is asked about itself goes over connections of its own. */
function compileAsked(
  shared: FlowContext,
  settings: SettingsContext,
): { readonly server: ServerProgram; readonly secrets: readonly string[] } {
  const connections: ConnectionSettings[] = [];
  const context: FlowContext = {
    ...shared,
    connectionFor: (options) => indexOfSettings(connections, toSettings({ ...options, connections: undefined }, settings)),
  };
  const { program, secrets } = compileServer(settings.request, context, settings.issues);
  return { server: { ...program, connections }, secrets };
}

function compileUser(user: UserProfile, shared: FlowContext): UserProgram {
  const received = new Set(listSteps([user]).flatMap((step) => (step.kind === 'receive' ? step.on : [])));
  const start = compileFlow(user.start, { ...shared, received });
  const context: FlowContext = { ...shared, received, open: socketsOpenAfter(start, []) };
  const kept = new Set(dataReadBy(start, context));
  const drawn = context.names.slots.flatMap((slot, index) => (slot.kind === 'drawn' || slot.kind === 'data' ? [{ slot, index }] : []));
  return {
    name: user.name,
    weight: user.weight,
    think: user.think,
    start,
    tasks: user.tasks.map((task) => {
      const code = compileFlow(task.steps, context);
      return { name: task.name, weight: task.weight, code, needs: slotsNeededBy(code, context), firstSeries: firstSeriesOf(code) };
    }),
    iterationSlots: drawn.filter(({ index }) => !kept.has(index)).map(({ index }) => index),
    // A unique row is one an iteration, not one a pass.
    passSlots: drawn
      .filter(({ slot, index }) => !kept.has(index) && !(slot.kind === 'data' && context.names.tables[slot.table]?.pick === 'unique'))
      .map(({ index }) => index),
  };
}

/** The data sources that `start` draws from: their row is the virtual user's own from then on. What a loop sets there is not drawn. */
function dataReadBy(start: readonly Instruction[], { names }: FlowContext): readonly number[] {
  return walkFlow(start, names.tables)
    .flatMap((step) => slotsReadByStep(step.instruction).filter((slot) => !step.loopSlots.includes(slot)))
    .filter((slot) => names.slots[slot]?.kind === 'data');
}

function firstSeriesOf(code: readonly Instruction[]): number {
  return code.flatMap(seriesOfStep)[0] ?? -1;
}

function compileBefore(step: Scenario['before'][number], context: FlowContext): BeforeProgram {
  if (step.kind === 'request') {
    const request = compileRequest(step.request, 0, context);
    return { name: step.request.name, code: [{ op: 'http', step: request }], at: step.request.at };
  }
  const name = `${step.request.method} ${step.request.url}`;
  const asked: Pick<HttpStep, 'name' | 'expect'> = { name, expect: step.until };
  const poll = {
    series: 0,
    request: compileRequest({ ...step.request, ...asked }, 0, context),
    everyUs: step.everyMs * 1_000,
    withinUs: step.withinMs * 1_000,
    since: -1,
  };
  return { name: `wait_for ${name}`, code: [{ op: 'poll', poll }], at: step.at };
}

interface SettingsContext {
  readonly names: SlotTable;
  readonly request: PlanRequest;
  readonly issues: Issue[];
  readonly file: string;
}

function toSettings(options: RequestDefaults, context: SettingsContext): ConnectionSettings {
  return {
    limit: options.connections,
    http2: options.http2 ?? false,
    proxy: readProxy(options.proxy, context),
    tls: readTls(options.tls, context),
  };
}

/** Connections outlive variables, so a proxy has none. Closed: a proxy that cannot be used is an error, not a direct connection. */
function readProxy(template: string | undefined, { names, issues, file }: SettingsContext): string | undefined {
  if (template === undefined) return undefined;
  const proxy = compileText(template, names);
  const url = typeof proxy === 'string' ? URL.parse(proxy) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href;
  addOnce(issues, {
    file,
    message:
      typeof proxy === 'string'
        ? 'the proxy is not an http or https URL'
        : 'the proxy cannot hold a variable: it is the same for all requests',
    code: 'proxy',
    suggestion: 'write it as http://proxy:3128; ${secret.X} and ${env.X} may stand in it',
  });
  return undefined;
}

function addOnce(issues: Issue[], issue: Pick<Issue, 'file' | 'code' | 'message'> & { readonly suggestion: string }): void {
  if (issues.some(({ message }) => message === issue.message)) return;
  const { file, code, message, suggestion } = issue;
  issues.push(planError({ file, line: 1, column: 1 }, code, message, suggestion));
}

function readTls(tls: TlsOptions | undefined, { request, issues, file }: SettingsContext): ConnectionSettings['tls'] {
  const read = (path: string | undefined): string | undefined => {
    if (path === undefined) return undefined;
    const text = request.readText(path);
    if (typeof text === 'string') return text;
    const message = `the certificate file cannot be read: ${text.error}`;
    addOnce(issues, { file, code: 'file', message, suggestion: 'check the paths below `tls`' });
    return undefined;
  };
  return { ca: read(tls?.ca), cert: read(tls?.cert), key: read(tls?.key), insecure: tls?.insecure ?? false };
}

function indexOfSettings(known: ConnectionSettings[], settings: ConnectionSettings): number {
  const wanted = JSON.stringify(settings);
  const index = known.findIndex((entry) => JSON.stringify(entry) === wanted);
  if (index >= 0) return index;
  known.push(settings);
  return known.length - 1;
}

/** What they hold must not be shown, also where it was written into the file as it is. */
const PRIVATE_HEADERS = /^(?:proxy-)?authorization$|^cookie$/i;

/** Everything that must never be shown, longest first, so that a secret inside another does not leave its ends behind. */
function secretValues(scenario: Scenario, names: SlotTable, others: readonly string[]): readonly string[] {
  const values = new Set([...names.usedSecrets(), ...others]);
  for (const source of scenario.data) {
    for (const column of source.secretColumns) for (const row of source.rows) values.add(String(row[column] ?? ''));
  }
  const owners = [scenario.http, ...listRequests(scenario.before, scenario.users).map(({ request }) => request.options)];
  const headers = owners.flatMap((owner) => owner.headers);
  for (const { name, value } of headers)
    if (PRIVATE_HEADERS.test(name) && !value.includes('${')) values.add(value).add(value.split(' ').at(-1) ?? '');
  return [...values].filter((value) => value.length > 0).sort((left, right) => right.length - left.length);
}
