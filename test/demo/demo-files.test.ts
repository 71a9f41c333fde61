import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import { demoDials } from '../../src/demo/demo-dials.ts';
import { quantileOf } from '../../src/demo/latency-sequence.ts';
import { buildRouter } from '../../src/demo/match-route.ts';
import { parseDuration, parseRate } from '../../src/units.ts';

interface Step {
  readonly [method: string]: unknown;
}
interface Flow {
  readonly weight: number;
  readonly steps?: readonly Step[];
  readonly tasks?: Readonly<Record<string, Flow>>;
}
interface DemoScenario {
  readonly users: Readonly<Record<string, Flow & { readonly start?: readonly Step[] }>>;
  readonly phases: readonly {
    readonly name: string;
    readonly arrival_rate: string;
    readonly duration: string;
    readonly warmup?: boolean;
  }[];
}
interface DemoSla {
  readonly endpoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly total: Readonly<Record<string, string>>;
}
const read = (file: string): string => readFileSync(new URL(`../../sla/demo/${file}`, import.meta.url), 'utf8');
const scenario: DemoScenario = parse(read('load-gate.yaml'));
const sla: DemoSla = parse(read('load-gate.sla.yaml'));

const METHODS = ['get', 'post', 'put'] as const;

/** `GET /path` of a request; undefined: the step is none. */
function requestOf(step: Step): string | undefined {
  const method = METHODS.find((word) => word in step);
  return method && `${method.toUpperCase()} ${String(step[method]).split('?')[0]}`;
}

/** The series of a step as the SLA has it; undefined: the step has none. */
function seriesOf(step: Step): string | undefined {
  if (typeof step['name'] === 'string') return step['name'];
  return 'ws' in step ? `ws ${String(step['ws'])}` : requestOf(step);
}

/** All steps, each as often as a flow comes to it. */
function stepsOf(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] =>
    typeof step['repeat'] === 'number'
      ? Array.from({ length: step['repeat'] }, () => stepsOf(step['steps'] as readonly Step[])).flat()
      : [step],
  );
}

/** Series → expected samples in an iteration. */
function expectedPerIteration(flows: Readonly<Record<string, Flow>>, share: number, into: Map<string, number>): Map<string, number> {
  const total = Object.values(flows).reduce((sum, { weight }) => sum + weight, 0);
  for (const flow of Object.values(flows)) {
    const part = (share * flow.weight) / total;
    for (const name of stepsOf(flow.steps ?? []).flatMap((step) => seriesOf(step) ?? [])) into.set(name, (into.get(name) ?? 0) + part);
    if (flow.tasks) expectedPerIteration(flow.tasks, part, into);
  }
  return into;
}
const perIteration = expectedPerIteration(scenario.users, 1, new Map());
const atStart = Object.values(scenario.users).flatMap(({ start }) => start ?? []);
const allSteps = [
  ...atStart,
  ...Object.values(scenario.users).flatMap((user) =>
    [user, ...Object.values(user.tasks ?? {})].flatMap(({ steps }) => stepsOf(steps ?? [])),
  ),
];
const judged = scenario.phases.filter((phase) => phase.warmup !== true);
const iterations = judged.reduce(
  (sum, phase) => sum + (parseRate(phase.arrival_rate) ?? 0) * ((parseDuration(phase.duration) ?? 0) / 1_000),
  0,
);
const covers = (row: string, name: string): boolean => (row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : row === name);

test('The demo’s files are right, without a warning.', () => {
  const files = { resolve: (_: string, path: string) => path, text: () => ({ error: 'no file' }), size: () => ({ error: 'no file' }) };
  const source = (file: string) => ({ file, text: read(file), env: {}, sets: [], files, requireSecrets: true });
  for (const checked of [parseScenario(source('load-gate.yaml')), parseSla(source('load-gate.sla.yaml'))]) {
    assert.deepEqual(checked.ok ? checked.warnings : checked.issues, []);
  }
});

test('Every request and WebSocket of the demo reaches a route of its server.', () => {
  const findRoute = buildRouter(demoDials.routes);
  const requests = [...new Set(allSteps.flatMap((step) => requestOf(step) ?? []))];
  assert.equal(requests.length, 11);
  for (const name of requests) {
    const [method = '', path = ''] = name.replaceAll(/\$\{\w+\}/g, '7').split(' ');
    assert.ok(findRoute(method, path), name);
  }
  const paths = allSteps.flatMap((step) => ('ws' in step ? String(step['ws']).split('?')[0] : []));
  assert.deepEqual(new Set(paths), new Set((demoDials.sockets ?? []).map(({ path }) => path)));
});

test('Every row of the demo’s SLA names a step.', () => {
  const names = allSteps.flatMap((step) => seriesOf(step) ?? []);
  for (const row of Object.keys(sla.endpoints))
    assert.ok(
      names.some((name) => covers(row, name)),
      row,
    );
});

test('Each percentile that is promised gets 10 / (1 − p) samples with four standard deviations to spare.', () => {
  for (const [row, limits] of Object.entries(sla.endpoints)) {
    const share = [...perIteration].reduce((sum, [name, part]) => sum + (covers(row, name) ? part : 0), 0);
    const samples = iterations * share - 4 * Math.sqrt(iterations * share * Math.max(0, 1 - share));
    for (const metric of Object.keys(limits)) {
      const percentile = /^(?:ttfb_)?p([\d.]+)$/.exec(metric)?.[1];
      if (percentile !== undefined)
        assert.ok(samples >= 10 / (1 - Number(percentile) / 100) - 1e-6, `${row} ${metric}: ${samples.toFixed(0)} samples`);
    }
  }
});

test('Each promised percentile is at least 2.5 times and 100 ms beyond the planted one, but for medians.', () => {
  const findRoute = buildRouter(demoDials.routes);
  let compared = 0;
  for (const [row, limits] of Object.entries(sla.endpoints)) {
    const [method = '', path = ''] = row
      .replaceAll(/\$\{\w+\}/g, '7')
      .replace('*', '7/messages')
      .split(' ');
    const route = findRoute(method, path)?.route;
    const latency = route?.latency;
    // What is pushed, streamed or uploaded takes longer than the route waits.
    if (!latency || route.answer?.kind === 'events') continue;
    compared++;
    for (const [metric, limit] of Object.entries(limits)) {
      const percentile = Number(/^p([\d.]+)$/.exec(metric)?.[1] ?? Number.NaN);
      if (Number.isNaN(percentile)) continue;
      const plantedMs = quantileOf(latency, percentile);
      const limitMs = parseDuration(limit) ?? 0;
      assert.ok(
        limitMs >= 2.5 * plantedMs && limitMs - plantedMs >= (percentile > 50 ? 100 : 50),
        `${row} ${metric}: planted ${plantedMs.toFixed(0)} ms`,
      );
    }
  }
  assert.equal(compared, 6);
});

test('The demo takes about 20 s, and its throughput promise leaves a quarter of the plan to spare.', () => {
  const totalMs = scenario.phases.reduce((sum, phase) => sum + (parseDuration(phase.duration) ?? 0), 0);
  assert.equal(totalMs, 20_000);
  const seconds = judged.reduce((sum, phase) => sum + (parseDuration(phase.duration) ?? 0), 0) / 1_000;
  const planned = ([...perIteration.values()].reduce((sum, part) => sum + part, 0) * iterations) / seconds;
  assert.ok((parseRate(sla.total['throughput'] ?? '') ?? Infinity) <= 0.75 * planned, `${planned} planned`);
});
