import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_ARRIVALS_PER_SEC, MOST_USERS } from '../src/engine/locust/check/check-locust-phases.ts';
import { checkLocust } from '../src/engine/locust/check/check-locust.ts';
import { formatNumber } from '../src/units.ts';
import { SIZES, type Size } from './capacity-sizes.ts';
import {
  countMachines,
  countWorkers,
  listNeeds,
  SMALL_BYTES,
  type EngineCosts,
  type EngineShape,
  type Machine,
  type Need,
} from './compute-capacity.ts';
import { demandOf, prepareWords, type Demand } from './estimate-demand.ts';
import { replaceBetween } from './render-docs.ts';

const ROOT = join(import.meta.dirname, '..');

/** GitHub's standard runner for Linux: https://docs.github.com/actions/reference/runners/github-hosted-runners, and `configure-limits.sh` of actions/runner-images. */
export const RUNNER: Machine & { readonly cores: number } = {
  cores: 4,
  memoryBytes: 16e9,
  openFiles: 65_536,
  ports: 28_232, // 32768 … 60999
  networkBytesPerSec: 5e9 / 8,
  planned: 0.6,
  cpuLimit: 0.9,
};

/** load-gate leaves a core to its main thread, unless --workers says otherwise; Locust is started once for each core. */
const SHAPES = {
  embedded: {
    workersPerMachine: 3,
    processesPerMachine: 1,
    sharesConnections: true,
    mostUsers: Number.POSITIVE_INFINITY,
    mostArrivalsPerSec: Number.POSITIVE_INFINITY,
  },
  locust: {
    workersPerMachine: 4,
    processesPerMachine: 4,
    sharesConnections: false,
    mostUsers: MOST_USERS,
    mostArrivalsPerSec: MOST_ARRIVALS_PER_SEC,
  },
} as const satisfies Readonly<Record<string, EngineShape>>;

interface MeasuredCosts {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly engines: Readonly<Record<string, Partial<EngineCosts>>>;
}

/** Written by `npm run bench -- engines capacity --write`. */
const MEASURED = JSON.parse(readFileSync(join(import.meta.dirname, 'measured-costs.json'), 'utf8')) as MeasuredCosts;
const NAMES = { embedded: 'load-gate', locust: 'load-gate --engine locust' } as const;

/** What a size comes to on one engine. */
export interface Plan {
  readonly size: Size;
  readonly demand: Demand;
  readonly machines: number;
  readonly workers: number;
  readonly needs: readonly [Need, ...Need[]];
  /** Why this engine does not make it as it stands, each in a sentence. Empty: it does. */
  readonly refusals: readonly string[];
}

/** Every size of the guides, computed. */
export function planSizes(engine: keyof typeof SHAPES): readonly Plan[] {
  const shape = SHAPES[engine];
  return SIZES.map((size) => {
    const { plan, config } = prepareWords(size.words, ROOT);
    const demand = demandOf(plan, size.answerMs);
    const needs = listNeeds(demand, costsOf(engine), shape, RUNNER);
    const workers = countWorkers(needs, shape);
    const issues = engine === 'locust' ? checkLocust({ scenario: config.scenario, plan, request: {}, processes: workers }) : [];
    const refusals = issues.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
    return { size, demand, needs, workers, machines: Math.max(countMachines(needs), size.atLeast ?? 1), refusals: [...new Set(refusals)] };
  });
}

/** sla/CAPACITY.md with what stands between its markers made anew. */
export function renderCapacity(page: string): string {
  const sections = { sizes: renderSizes(), costs: renderCosts(), example: renderExample(), commands: renderCommands() };
  return Object.entries(sections).reduce(
    (text, [name, body]) => replaceBetween(text, { from: `<!-- ${name} -->\n`, to: `<!-- /${name} -->` }, `\n${body}\n`),
    page,
  );
}

/** sla/LOCUST.md with its figures made anew. */
export function renderLocustPage(page: string): string {
  const { userBytes, processBytes, socketBytes } = costsOf('locust');
  const [megabytes, kilobytes] = [
    (bytes: number) => `${formatNumber(bytes / 1e6, 0)} MB`,
    (bytes: number) => `${formatNumber(bytes / 1e3, 0)} KB`,
  ];
  const users = Math.floor((512 * 1024 ** 2 - processBytes) / userBytes / 100) * 100;
  const body = `  ${megabytes(processBytes)} for itself, ${kilobytes(userBytes)} for each user and ${kilobytes(socketBytes)} for each WebSocket that is held: 512 MiB are room for ${formatNumber(Math.min(users, MOST_USERS), 0)} users without WebSockets. ${formatNumber(MOST_USERS, 0)} users and ${formatNumber(MOST_ARRIVALS_PER_SEC, 0)} arrivals a second are the most that load-gate lets one worker have.`;
  return replaceBetween(page, { from: '<!-- memory -->\n', to: '<!-- /memory -->' }, `\n${body}\n`);
}

function costsOf(engine: keyof typeof SHAPES): EngineCosts {
  // A figure that is missing is seen by `listNeeds`, which then refuses.
  return MEASURED.engines[NAMES[engine]] as EngineCosts;
}

function renderSizes(): string {
  const locust = planSizes('locust');
  const notes = [...new Set(locust.flatMap(({ refusals }) => refusals))];
  const rows = planSizes('embedded').map(({ size, demand, ...plan }, index) => {
    const other = locust[index];
    const marks = (other?.refusals ?? []).map((refusal) => notes.indexOf(refusal) + 1).sort((left, right) => left - right);
    return [
      size.system,
      size.what,
      whole(demand.users),
      whole(demand.requestsPerSec),
      whole(demand.messagesPerSec),
      whole(demand.sockets),
      `**${plan.machines}** (${decidedBy(size, plan.needs)})`,
      other
        ? `**${other.workers}** on ${countMachines(other.needs)} (${decidedBy({}, other.needs)})${marks.length > 0 ? ` <sup>${marks.join(' ')}</sup>` : ''}`
        : '',
    ];
  });
  const head = [
    'system',
    'full size',
    'users',
    'requests/s',
    'messages/s',
    'WebSockets',
    'embedded: runners',
    'Locust: workers on machines',
  ];
  const asked = notes.length === 0 ? [] : ['', 'As the files stand, `--engine locust` refuses some of them, and says what to do:', ''];
  return [table(head, rows), ...asked, ...notes.map((note, index) => `${index + 1}. ${note}`)].join('\n');
}

/** Of one machine that is enough, how much of what is planned. */
function decidedBy({ atLeast }: Pick<Size, 'atLeast'>, needs: readonly [Need, ...Need[]]): string {
  const [{ resource, machines }] = needs;
  const count = countMachines(needs);
  if (atLeast !== undefined && atLeast > count) return `the guide's own; ${count} would do`;
  return count > 1 ? resource : `${resource}, ${percent(machines)}`;
}

function renderCosts(): string {
  const named = Object.entries(MEASURED.engines);
  const row = (what: string, cell: (costs: Partial<EngineCosts>) => string | undefined, command: string): readonly string[] => [
    what,
    ...named.map(([, costs]) => cell(costs) ?? '–'),
    `\`npm run bench -- ${command}\``,
  ];
  const scaled =
    (key: keyof EngineCosts, factor: number, unit: string): ((costs: Partial<EngineCosts>) => string | undefined) =>
    ({ [key]: value }) =>
      value === undefined ? undefined : `${formatNumber(value * factor, value * factor < 10 ? 2 : 0)} ${unit}`;
  const { cpu, cores, node } = MEASURED.machine;
  const rows = [
    row('CPU of 100,000 requests', scaled('requestCpuUs', 0.1, 's'), 'engines'),
    row('memory of a user', scaled('userBytes', 1e-3, 'KB'), 'engines'),
    row('memory of the process', scaled('processBytes', 1e-6, 'MB'), 'engines'),
    row('CPU of 100,000 messages over WebSockets', scaled('messageCpuUs', 0.1, 's'), 'capacity'),
    row('CPU of 1,000 held WebSockets, % of a core', scaled('heldCpuUsPerSec', 0.1, '%'), 'capacity'),
    row('memory of a held WebSocket', scaled('socketBytes', 1e-3, 'KB'), 'capacity'),
    row('upload for each second of CPU', scaled('sentBytesPerCpuSec', 1e-9, 'GB'), 'capacity'),
    row('arrivals a second that one worker starts in time', scaled('arrivalsPerSec', 1, '/s'), 'capacity'),
  ];
  return `Measured on ${cpu}, ${cores} cores, Node ${node}:\n\n${table(['one worker', ...named.map(([name]) => name), 'command'], rows)}`;
}

/** The first size, step by step. */
function renderExample(): string {
  const [plan] = planSizes('embedded');
  if (!plan) throw new Error('there is no size');
  const { demand, needs, size, machines } = plan;
  const { requestCpuUs, arrivalsPerSec } = costsOf('embedded');
  const cpu = (demand.requestsPerSec * requestCpuUs) / 1e6;
  const lines = [
    `${size.system}, ${size.what}`,
    `CPU          ${whole(demand.requestsPerSec)} requests/s × ${requestCpuUs} µs = ${cpu.toFixed(1)} cores busy`,
    `             ÷ (3 workers × ${percent(RUNNER.planned)}) = ${show(needs, 'CPU')} runners`,
    `arrivals     ${whole(demand.arrivalsPerSec)}/s ÷ (3 workers × ${whole(arrivalsPerSec)}/s × ${percent(RUNNER.planned)} ÷ ${percent(RUNNER.cpuLimit)}) = ${show(needs, 'arrivals')}`,
    `local ports  ${whole(demand.connections)} connections at most ÷ ${whole(RUNNER.ports)} = ${show(needs, 'local ports')}`,
    `memory       ${show(needs, 'memory')}     open files  ${show(needs, 'open files')}     network  ${show(needs, 'network')} (${SMALL_BYTES / 1e3} KB each way)`,
    `the most     ${needs[0].machines.toFixed(2)} → ${machines} runners`,
  ];
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function renderCommands(): string {
  const rows = planSizes('embedded').map(({ size, machines }) => [size.system, size.what, `\`${commandOf(size, machines)}\``]);
  return table(['system', 'full size', 'command'], rows);
}

/** As it is typed on the first of the machines. */
export function commandOf({ words }: Size, machines: number): string {
  return ['load-gate run', ...words, ...(machines > 1 ? [`--shard 1/${machines} --start-at TIME`] : [])].join(' ');
}

function show(needs: readonly Need[], resource: Need['resource']): string {
  return (needs.find((need) => need.resource === resource)?.machines ?? Number.NaN).toFixed(2);
}

function whole(value: number): string {
  return value === 0 ? '–' : formatNumber(value, 0);
}

function percent(share: number): string {
  return `${formatNumber(100 * share, 0)} %`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (import.meta.main) {
  for (const [name, render] of [
    ['sla/CAPACITY.md', renderCapacity],
    ['sla/LOCUST.md', renderLocustPage],
  ] as const) {
    const path = join(ROOT, name);
    await writeFile(path, render(await readFile(path, 'utf8')));
  }
}
