import { readRuntime } from '../../../src/engine/locust/read-runtime.ts';
import { countArrivals } from '../../../src/plan/fire-times.ts';
import type { PlannedPhase, Series } from '../../../src/plan/plan.ts';

/** A locustfile that is written by hand: what the renderer would make of a scenario. */
export interface HandWritten {
  readonly target: string;
  readonly phases: readonly PlannedPhase[];
  /** `GET /a`, `poll /b`, `ws /c`, `receive inbox`: the first word says of which kind. */
  readonly series: readonly string[];
  /** The classes, in Python. */
  readonly classes: string;
  /** Their names. */
  readonly profiles: readonly string[];
  readonly vars?: string;
  readonly data?: string;
  readonly timeBoxMs?: number;
  readonly hash?: string;
  readonly seed?: number;
  /** More keys of the plan. */
  readonly plan?: Readonly<Record<string, unknown>>;
}

type OpenPhase = Extract<PlannedPhase, { model: 'open' }>;

/** An open phase at a steady rate. */
export function open(ratePerSec: number, durationMs: number, more: Partial<OpenPhase> = {}): PlannedPhase {
  const curve = { fromRatePerSec: ratePerSec, ratePerSec, rampMs: 0, durationMs, ...more };
  const { arrivals = 'even' } = more;
  return {
    name: 'open',
    warmup: false,
    model: 'open',
    maxUsers: 200,
    ...more,
    ...curve,
    arrivals,
    plannedArrivals: countArrivals(curve, arrivals, 7),
  };
}

/** A closed phase. */
export function closed(users: number, durationMs: number, more: Partial<Extract<PlannedPhase, { model: 'closed' }>> = {}): PlannedPhase {
  return { name: 'closed', warmup: false, model: 'closed', fromUsers: 0, users, rampMs: 0, durationMs, ...more };
}

const KINDS: Readonly<Record<string, Series['kind']>> = { poll: 'poll', ws: 'ws', receive: 'receive' };

/** A series by its name. */
export function seriesOf(name: string): Series {
  const [first = ''] = name.split(' ');
  return { name, kind: KINDS[first] ?? 'http', method: first.toUpperCase(), tags: [], selected: true };
}

/** The whole file. */
export function writeLocustfile(file: HandWritten): string {
  const plan = {
    name: 'by hand',
    hash: file.hash ?? 'f00d',
    seed: file.seed ?? 7,
    host: file.target,
    phases: file.phases,
    series: file.series.map(seriesOf).map(({ name, kind, method }) => ({ name, kind, method })),
    profiles: file.profiles,
    timeBoxMs: file.timeBoxMs ?? 60_000,
    drainMs: 10_000,
    allowedHosts: [],
    secrets: [],
    insecure: false,
    ca: null,
    ...file.plan,
  };
  // JSON in a JSON text is a Python literal, too.
  return [
    'import json',
    `PLAN = json.loads(${JSON.stringify(JSON.stringify(plan))})`,
    `VARS = ${file.vars ?? '{}'}`,
    `DATA = ${file.data ?? '{}'}`,
    file.classes,
    readRuntime(),
    ...file.profiles.map((name) => `${name} = gate_user(${name})`),
    '',
  ].join('\n\n');
}

/** What a profile has beside the steps of its one flow, in Python. */
export interface ProfileWishes {
  readonly name?: string;
  readonly weight?: number;
  readonly think?: string;
  /** Steps of its start. */
  readonly start?: string;
  /** What is drawn anew for each iteration, and what must be there before the flow can be drawn. */
  readonly draws?: string;
  readonly needs?: string;
  /** Where a dropped iteration is charged; default: the first series. */
  readonly series?: string;
}

/** A profile with one flow, in Python. */
export function profile(steps: string, wishes: ProfileWishes = {}): string {
  const { name = 'One', weight = 1, think = 'None', start, draws = '()', needs = '()', series } = wishes;
  const charged = series === undefined ? 'PLAN["series"][0]["name"]' : JSON.stringify(series);
  return [
    `class ${name}:`,
    `    weight = ${weight}`,
    `    think = ${think}`,
    `    per_iteration = ${draws}`,
    '    per_pass = ()',
    ...(start === undefined ? [] : ['', '    def start(self):', indent(start)]),
    '',
    '    def flow(self):',
    indent(steps),
    '',
    `    flows = [("flow", 1, ${needs}, flow, ${charged})]`,
    '',
  ].join('\n');
}

function indent(steps: string): string {
  return steps
    .trim()
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}
