import { createMasker } from '../mask-secrets.ts';
import type { EngineRequest, HardCaps } from '../options/request.ts';
import { mostSockets } from '../plan/count-sockets.ts';
import { findCrowdedPhases } from '../plan/find-crowded-phases.ts';
import type { BeforeProgram } from '../plan/program.ts';
import { cleanText } from '../report/clean-text.ts';
import { formatBytes, formatDuration, formatNumber, formatRate } from '../units.ts';
import { alignedLines, indent } from './aligned-lines.ts';
import { describeData } from './describe-data.ts';
import { describeExpectations } from './describe-expectations.ts';
import { describeAsking } from './describe-flow.ts';
import { count, describePhase } from './describe-plan.ts';
import { promiseBlocks, type PromiseView } from './promise-lines.ts';
import { userLines } from './user-lines.ts';
import { wrapText } from './wrap-text.ts';

export interface PlanView extends PromiseView {
  readonly caps: HardCaps;
  /** False: drawn for this look at the plan, a run draws another one. */
  readonly isSeedGiven: boolean;
  /** Absent: the embedded one. */
  readonly engine?: EngineRequest;
}

/** A plan in sentences, and the samples that it will give each row of the SLA. */
export function renderPlan(view: PlanView): string {
  const sections = [
    titleLines(view),
    factLines(view),
    beforeLines(view),
    phaseLines(view),
    titled('virtual users', userLines(view.plan, view.width), view),
    dataLines(view),
    ...promiseBlocks(view),
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

function factLines({ plan, caps, isSeedGiven, engine, width }: PlanView): readonly string[] {
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
      describeMakers(plan.workers, engine),
      ...sockets,
      ['time', `${formatDuration(phasesMs)} of phases and up to ${formatDuration(plan.drainMs)} for the last answers; ${box}`],
      [
        'caps',
        `at most ${formatRate(caps.maxRatePerSec)}, ${count(caps.maxUsers, 'virtual user')}, ${formatDuration(caps.maxDurationMs)} and ${formatBytes(caps.maxBytes)}; only flags raise them`,
      ],
    ],
    width,
  );
}

function describeMakers(workers: number, engine: EngineRequest | undefined): readonly [string, string] {
  if (engine?.kind !== 'locust') return ['workers', count(workers, 'thread')];
  const file = 'load-gate export locust prints the file that it is given';
  if (engine.expectWorkers === undefined)
    return ['engine', `Locust in ${workers === 1 ? '1 process' : `${workers} processes`} of this machine; ${file}`];
  return ['engine', `Locust: ${count(workers, 'worker')} of other machines, for whom the run waits; ${file}`];
}

function beforeLines({ plan, width, paint }: PlanView): readonly string[] {
  if (plan.before.length === 0) return [];
  const steps = plan.before.map((step): readonly [string, string] => [step.name, describeBefore(step)]);
  return [paint('quiet', 'before any load, not measured'), ...alignedLines(steps, width)];
}

function describeBefore({ name, code }: BeforeProgram): string {
  const [first] = code;
  if (first?.op === 'poll') return `asked ${describeAsking(first.poll.request, first.poll)}`;
  if (first?.op !== 'http') return 'once';
  const { method, path, expect } = first.step;
  const what = typeof path === 'string' && !name.startsWith(method) ? `${method} ${path}` : '';
  return ['once', what, describeExpectations(expect)].filter((text) => text !== '').join('; ');
}

function phaseLines({ plan, width, paint }: PlanView): readonly string[] {
  const lines = alignedLines(
    plan.phases.map((phase) => [phase.name, describePhase(phase)]),
    width,
  );
  const thoughtless = plan.phases.filter(({ model }) => model === 'open' || model === 'iterations').map(({ name }) => name);
  // Where it holds nowhere a warning says so.
  const isThoughtOf = plan.phases.some(({ model }) => model === 'closed') && plan.program.users.some((user) => user.think !== undefined);
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

function dataLines(view: PlanView): readonly string[] {
  return titled('what they draw, anew for each iteration', alignedLines(describeData(view.plan.program), view.width), view);
}

/** Nothing without lines. */
function titled(title: string, lines: readonly string[], { paint }: Pick<PlanView, 'paint'>): readonly string[] {
  return lines.length === 0 ? [] : [paint('quiet', title), ...lines];
}
