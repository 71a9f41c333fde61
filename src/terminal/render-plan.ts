import type { Sla } from '../config/sla.ts';
import { createMasker } from '../mask-secrets.ts';
import type { HardCaps } from '../options/request.ts';
import { mostSockets } from '../plan/count-sockets.ts';
import { sharesOf } from '../plan/estimate-work.ts';
import { findCrowdedPhases } from '../plan/find-crowded-phases.ts';
import type { Plan } from '../plan/plan.ts';
import { cleanText } from '../report/clean-text.ts';
import { formatBytes, formatDuration, formatNumber, formatRate, formatRatio } from '../units.ts';
import { forecastRows, type ExpectedSamples, type RowForecast } from '../verdict/forecast-rows.ts';
import { count, describeFlow, describePhase, describeThink } from './describe-plan.ts';
import { describeServer } from './describe-server.ts';
import { fitText, measureWidth, padText } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

export interface PlanView {
  readonly plan: Plan;
  readonly sla: Sla;
  /** False: nothing is promised. */
  readonly hasSla: boolean;
  readonly caps: HardCaps;
  /** False: drawn for this look at the plan, a run draws another one. */
  readonly isSeedGiven: boolean;
  readonly width: number;
  readonly paint: Paint;
}

/** What a request is taken to last where the number of samples depends on it. */
const REQUEST_MS = 100;

/** A plan in sentences, and the samples that it will give each row of the SLA. */
export function renderPlan(view: PlanView): string {
  const sections = [
    titleLines(view),
    factLines(view),
    beforeLines(view),
    phaseLines(view),
    userLines(view),
    rowLines(view),
    shortLines(view),
    serverLines(view),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${createMasker(view.plan.program.secrets)(text)}\n`;
}

function titleLines({ plan, width, paint }: PlanView): readonly string[] {
  const profile = plan.profile === undefined ? '' : `, profile ${cleanText(plan.profile)}`;
  return wrapText(`${cleanText(plan.name)}${profile} (${cleanText(plan.file)})`, width).map((line) => paint('strong', line));
}

function factLines({ plan, caps, isSeedGiven, width }: PlanView): readonly string[] {
  const { webSockets } = mostSockets(plan);
  const sockets: readonly (readonly [string, string])[] =
    webSockets > 0 ? [['sockets', `up to ${count(webSockets, 'WebSocket')} at once`]] : [];
  const phasesMs = plan.phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  const box = `the time box is ${formatDuration(plan.timeBoxMs)}`;
  return alignedLines(
    [
      ['target', plan.shownTarget],
      ['hosts', `${plan.program.allowedHosts.join(', ')}, and no other`],
      ['seed', isSeedGiven ? String(plan.seed) : `${plan.seed} for this look; a run draws its own and prints it`],
      ['workers', count(plan.workers, 'thread')],
      ...sockets,
      ['time', `${formatDuration(phasesMs)} of phases and up to ${formatDuration(plan.drainMs)} for the last answers; ${box}`],
      [
        'caps',
        `${formatRate(caps.maxRatePerSec)}, ${count(caps.maxUsers, 'virtual user')}, ${formatDuration(caps.maxDurationMs)}, ${formatBytes(caps.maxBytes)}`,
      ],
    ],
    width,
  );
}

function beforeLines({ plan, width, paint }: PlanView): readonly string[] {
  if (plan.before.length === 0) return [];
  const steps = plan.before.map(({ name, code }): readonly [string, string] => {
    const [first] = code;
    if (first?.op !== 'poll') return [name, 'once'];
    return [name, `every ${formatDuration(first.poll.everyUs / 1_000)}, for at most ${formatDuration(first.poll.withinUs / 1_000)}`];
  });
  return [paint('quiet', 'before any load, not measured'), ...alignedLines(steps, width)];
}

function phaseLines({ plan, width, paint }: PlanView): readonly string[] {
  const lines = alignedLines(
    plan.phases.map((phase) => [phase.name, describePhase(phase)]),
    width,
  );
  const thoughtless = plan.phases.filter(({ model }) => model === 'open' || model === 'iterations').map(({ name }) => name);
  const isThoughtOf = plan.program.users.some((user) => user.think !== undefined);
  const note =
    isThoughtOf && thoughtless.length > 0
      ? indent(
          wrapText(
            `think time between tasks does not hold in ${cleanText(thoughtless.join(', '))}: it belongs to the closed model`,
            width - 2,
          ),
          '  ',
        )
      : [];
  return [paint('quiet', 'phases, one after the other'), ...lines, ...note, ...crowdLines({ plan, width, paint })];
}

/** Open phases that drop arrivals whatever the target does. */
function crowdLines({ plan, width, paint }: Pick<PlanView, 'plan' | 'width' | 'paint'>): readonly string[] {
  return findCrowdedPhases(plan).flatMap(({ name, busy, maxUsers }) => {
    const has = `has at most ${formatNumber(maxUsers, 0)}: the rest of its arrivals is dropped and counts as failed; raise max_users`;
    const text = `${cleanText(name)} keeps about ${count(busy, 'virtual user')} busy with think and hold alone, and ${has}`;
    return indent(wrapText(text, width - 2), '  ').map((line) => paint('warning', line));
  });
}

function userLines({ plan, width, paint }: PlanView): readonly string[] {
  const { users } = plan.program;
  const shares = sharesOf(users.map((user) => user.weight));
  const lines = users.flatMap((user, index) => {
    const share = users.length === 1 ? '' : `${formatRatio(shares[index] ?? 0)} of the users or arrivals; `;
    const think = user.think ? describeThink(user.think) : 'no think time between tasks';
    const taskShares = sharesOf(user.tasks.map((task) => task.weight));
    const tasks = user.tasks.map((task, place): readonly [string, string] => [
      user.tasks.length === 1 ? '' : `${task.name} ${formatRatio(taskShares[place] ?? 0)}`,
      describeFlow(task.code, plan.program),
    ]);
    const start: readonly (readonly [string, string])[] =
      user.start.length === 0 ? [] : [['start, once', describeFlow(user.start, plan.program)]];
    return [
      ...indent(wrapText(`${cleanText(user.name)}: ${share}${think}`, width - 2), '  '),
      ...alignedLines([...start, ...tasks], width - 2).map((line) => `  ${line}`),
    ];
  });
  return [paint('quiet', 'virtual users'), ...lines];
}

const COLUMNS: readonly Column[] = [
  { title: 'endpoint', align: 'left', shrinksTo: 20 },
  { title: 'in', align: 'left', goes: 1 },
  { title: 'promises', align: 'left', shrinksTo: 12 },
  { title: 'samples', align: 'right' },
  { title: 'needs', align: 'right' },
];

function rowLines({ plan, sla, hasSla, width, paint }: PlanView): readonly string[] {
  const rows = forecastRows(plan, sla, REQUEST_MS);
  if (rows.length === 0) {
    const why = hasSla ? 'the SLA promises nothing of the endpoints' : 'there is no SLA, so nothing is promised';
    const rest = [...(sla.windows.length > 0 ? ['its windows'] : []), ...(sla.server.length > 0 ? ['what the target says of itself'] : [])];
    const so = rest.length > 0 ? `only ${rest.join(' and ')} is judged` : 'the verdict will be inconclusive';
    return wrapText(`${why}: ${so}`, width).map((line) => paint('warning', line));
  }
  const isAssumed = plan.phases.some((phase) => phase.model === 'closed');
  const title = `samples that the SLA's rows will get${isAssumed ? `, if a request takes ${REQUEST_MS} ms` : ''}`;
  return [...wrapText(title, width).map((line) => paint('quiet', line)), ...renderTable(COLUMNS, rows.map(rowCells), width, paint)];
}

function rowCells({ name, phase, metrics, fate }: RowForecast): readonly Cell[] {
  const start: readonly Cell[] = [{ text: name }, { text: phase ?? '–' }, { text: metrics.join(', ') }];
  if (fate.state !== 'expected') {
    return [...start, fate.state === 'skipped' ? { text: 'skipped', style: 'quiet' } : { text: 'none', style: 'warning' }, { text: '–' }];
  }
  const style: Style = fate.outlook === 'enough' ? 'plain' : 'warning';
  return [...start, { text: formatNumber(Math.floor(fate.samples + 1e-6), 0), style }, { text: formatNumber(fate.needed, 0) }];
}

function serverLines({ sla, width, paint }: PlanView): readonly string[] {
  if (sla.server.length === 0) return [];
  return [
    paint('quiet', 'what the target says of itself, beside the load and on connections of its own'),
    ...alignedLines(describeServer(sla), width),
  ];
}

/** What to do about each row that may not get its samples. */
function shortLines({ plan, sla, width, paint }: PlanView): readonly string[] {
  return forecastRows(plan, sla, REQUEST_MS).flatMap(({ name, phase, fate }) => {
    if (fate.state === 'skipped' || (fate.state === 'expected' && fate.outlook === 'enough')) return [];
    const where = `${name}${phase === undefined ? '' : ` in ${phase}`}`;
    const what =
      fate.state === 'expected'
        ? `${fate.outlook === 'short' ? 'will not get enough samples' : 'may get too few samples by chance'}: ${advise(fate)}`
        : `can never be measured: ${fate.reason}`;
    return wrapText(`${cleanText(where)} ${cleanText(what)}`, width, '  ').map((line) => paint('warning', line));
  });
}

function advise({ remedy, samples }: ExpectedSamples): string {
  if (!remedy) return samples > 0 ? 'it comes once for each virtual user, however long a phase lasts' : 'no judged phase reaches it';
  if (remedy.kind === 'iterations') return `${formatNumber(remedy.iterations, 0)} iterations in ${remedy.phase} would suffice`;
  return `${formatDuration(remedy.durationMs)} of ${remedy.phase} would suffice`;
}

/** `  word   text`, the texts below each other, long ones wrapped below themselves. */
function alignedLines(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const cleaned = rows.map(([word, text]) => [cleanText(word), cleanText(text, 1_000)] as const);
  const column = Math.min(32, Math.max(0, ...cleaned.map(([word]) => measureWidth(word))));
  return cleaned.flatMap(([word, text]) => {
    const head = column === 0 ? '  ' : `  ${padText(fitText(word, column), column, 'left')}  `;
    return indent(wrapText(text, Math.max(20, width - head.length)), head);
  });
}

/** The head before the first line, as many spaces before the others. */
function indent(lines: readonly string[], head: string): readonly string[] {
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(measureWidth(head))) + line);
}
