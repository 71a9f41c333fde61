import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SIZES } from '../../.ci/capacity-sizes.ts';
import {
  countMachines,
  countWorkers,
  listNeeds,
  type EngineCosts,
  type EngineShape,
  type Machine,
  type Resource,
} from '../../.ci/compute-capacity.ts';
import { demandOf, prepareWords, type Demand } from '../../.ci/estimate-demand.ts';
import { planSizes, renderCapacity, renderLocustPage, RUNNER } from '../../.ci/render-capacity.ts';
import { MOST_ARRIVALS_PER_SEC } from '../../src/engine/locust/check/check-locust-phases.ts';
import { listDocuments } from './read-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('the tables of sla/CAPACITY.md are what npm run docs makes', () => {
  const page = read('sla/CAPACITY.md');
  assert.equal(page, renderCapacity(page));
});

test('the figures of sla/LOCUST.md are what npm run docs makes', () => {
  const page = read('sla/LOCUST.md');
  assert.equal(page, renderLocustPage(page));
});

test('a page tells of no figure that was not measured', () => {
  const { machine, engines } = JSON.parse(read('.ci/measured-costs.json'));
  assert.deepEqual(Object.keys(machine), ['cpu', 'cores', 'node']);
  assert.deepEqual(Object.keys(engines).sort(), ['Locust (FastHttpUser)', 'k6', 'load-gate', 'load-gate --engine locust']);
  for (const costs of Object.values<Record<string, number>>(engines)) {
    for (const [name, value] of Object.entries(costs)) assert.ok(Number.isFinite(value) && value > 0, name);
  }
  assert.notEqual(machine.cpu, 'PROVISIONAL');
});

test('the page names the versions that the bench installs', () => {
  const tools = read('.ci/install-tools.ts');
  const [locust, k6] = [/'locust==([\d.]+)'/, /k6: \{ version: 'v([\d.]+)'/].map((pattern) => pattern.exec(tools)?.[1]);
  const page = read('sla/CAPACITY.md');
  assert.ok(page.includes(`Locust ${locust}`) && page.includes(`k6 ${k6}`), `${locust} ${k6}`);
});

test('load-gate trusts a process of Locust with no more arrivals than the bench has seen it start in time', () => {
  const { arrivalsPerSec } = JSON.parse(read('.ci/measured-costs.json')).engines['load-gate --engine locust'];
  assert.ok(MOST_ARRIVALS_PER_SEC <= arrivalsPerSec, `${MOST_ARRIVALS_PER_SEC} of ${arrivalsPerSec}`);
});

const COSTS: EngineCosts = {
  requestCpuUs: 100,
  messageCpuUs: 50,
  heldCpuUsPerSec: 10,
  userBytes: 10_000,
  socketBytes: 20_000,
  processBytes: 0,
  sentBytesPerCpuSec: 1e9,
  arrivalsPerSec: 9_000,
};
const SHAPE: EngineShape = {
  workersPerMachine: 2,
  processesPerMachine: 1,
  sharesConnections: true,
  mostUsers: 1e9,
  mostArrivalsPerSec: 1e9,
};
const MACHINE: Machine = { memoryBytes: 2e9, openFiles: 10_064, ports: 8_000, networkBytesPerSec: 1e8, planned: 0.5, cpuLimit: 0.9 };
const NOTHING: Demand = {
  users: 0,
  arrivalsPerSec: 0,
  requestsPerSec: 0,
  messagesPerSec: 0,
  sockets: 0,
  connections: 0,
  sentBytesPerSec: 0,
};

/** Machines by hand, from the costs above: two workers at half a core each are one second of CPU in a second. */
const NEEDS: readonly (readonly [resource: Resource, machines: number, demand: Partial<Demand>, shape?: Partial<EngineShape>])[] = [
  ['CPU', 2.5, { requestsPerSec: 25_000 }],
  ['CPU', 1.75, { requestsPerSec: 10_000, messagesPerSec: 10_000, sockets: 5_000, sentBytesPerSec: 2e8 }, {}],
  ['arrivals', 2, { arrivalsPerSec: 20_000 }],
  ['arrivals', 20, { arrivalsPerSec: 20_000 }, { mostArrivalsPerSec: 500 }],
  ['users', 5, { users: 10_000 }, { mostUsers: 1_000 }],
  ['memory', 3, { users: 300_000 }],
  ['open files', 4, { connections: 40_000 }],
  ['local ports', 2.5, { sockets: 15_000, connections: 5_000 }],
  ['local ports', 1.25, { users: 10_000, connections: 1 }, { sharesConnections: false }],
  ['network', 6, { sentBytesPerSec: 3e8 }],
];

for (const [resource, machines, demand, shape] of NEEDS) {
  test(`${resource}: ${JSON.stringify({ ...demand, ...shape })} takes ${machines} machines`, () => {
    const needs = listNeeds({ ...NOTHING, ...demand }, COSTS, { ...SHAPE, ...shape }, MACHINE);
    const need = needs.find((other) => other.resource === resource);
    assert.ok(Math.abs((need?.machines ?? Number.NaN) - machines) < 1e-9, JSON.stringify(needs));
    assert.equal(countMachines(needs), Math.ceil(needs[0].machines - 1e-9));
    assert.ok(needs.every((other, index) => other.machines <= (needs[index - 1]?.machines ?? Number.POSITIVE_INFINITY)));
  });
}

test('nothing at all takes one machine with one worker', () => {
  const needs = listNeeds(NOTHING, COSTS, SHAPE, MACHINE);
  assert.deepEqual([countMachines(needs), countWorkers(needs, SHAPE)], [1, 1]);
});

test('workers are counted by what each of them can do, and each machine has at least one', () => {
  const busy = listNeeds({ ...NOTHING, requestsPerSec: 25_000 }, COSTS, SHAPE, MACHINE);
  assert.deepEqual([countMachines(busy), countWorkers(busy, SHAPE)], [3, 5]);
  const held = listNeeds({ ...NOTHING, sockets: 64_000 }, COSTS, SHAPE, MACHINE);
  assert.deepEqual([countMachines(held), countWorkers(held, SHAPE)], [8, 8]);
});

test('a cost without a figure is no cost of nothing', () => {
  const { requestCpuUs: _missing, ...others } = COSTS;
  const kept: EngineCosts = JSON.parse(JSON.stringify({ ...COSTS, requestCpuUs: Number.NaN }));
  for (const costs of [others as EngineCosts, kept])
    assert.throws(() => listNeeds({ ...NOTHING, requestsPerSec: 1 }, costs, SHAPE, MACHINE), /without a figure/);
});

/** By hand, from the scenario: levels, weights and waits, with answers that take no time to speak of. */
const DEMANDS: readonly (readonly [what: string, key: keyof Demand, value: number, within: number])[] = [
  // 11 million tasks a minute.
  ['10M messages a minute', 'requestsPerSec', 11e6 / 60, 0.001],
  ['10M messages a minute', 'connections', 200_000, 0],
  // A task every 300 ms, and 100 users a second who log in and send their first.
  ['166,000 messages a minute, 1,000 users', 'requestsPerSec', 1_000 / 0.3 + 100 * 2, 0.001],
  // Two messages each 5 s, and 1,000 users a second with three each; answers make it a little less.
  ['10,000 connections', 'messagesPerSec', (10_000 * 2) / 5 + 1_000 * 3, 0.03],
  ['10,000 connections', 'sockets', 10_000, 0],
  ['100 uploads of 1 GB at once', 'sentBytesPerSec', 200e6, 0.1],
  ['Phase 4, 100,000 users', 'sockets', 100_000, 0],
  // Replies: 15 of 125 tasks each 3 s of 60 % of the users, 80 of 100 each 1.25 s of 30 %; and the first tasks of 1,000 users a second.
  ['Phase 4, 100,000 users', 'messagesPerSec', (60_000 * 0.12) / 3 + (30_000 * 0.8) / 1.25 + 600 * 0.12 + 300 * 0.8, 0.03],
  ['100,000 messages in 10 minutes', 'arrivalsPerSec', 10_000 / 60, 0.001],
  ['50,000 messages, 500 at once', 'requestsPerSec', 500 / 0.833, 0.001],
];

for (const [what, key, value, within] of DEMANDS) {
  test(`${what}: ${key} is what the guide's figures come to`, () => {
    const size = SIZES.find((other) => other.what === what);
    assert.ok(size);
    const demand = demandOf(prepareWords(size.words, ROOT).plan, size.answerMs)[key];
    assert.ok(Math.abs(demand - value) <= value * within, `${demand}, by hand ${value}`);
  });
}

test('no shard of a size has more connections than its machine has ports', () => {
  for (const { size, demand, machines } of planSizes('embedded')) {
    const held = Math.ceil(demand.sockets / machines) + Math.ceil(demand.connections / machines);
    assert.ok(held <= RUNNER.ports, `${size.what}: ${held}`);
  }
});

test('every document says as many shards as the page computes', () => {
  const sharded = planSizes('embedded').filter(({ machines }) => machines > 1);
  assert.ok(sharded.length >= 3);
  const said = new Map(sharded.map(({ size }) => [size.what, 0]));
  for (const document of listDocuments(ROOT).filter((path) => path.startsWith('sla/'))) {
    for (const line of read(document).split('\n')) {
      const [, count] = /--shard 1\/(\d+)/.exec(line) ?? [];
      const plan = sharded.find(({ size }) => line.includes(size.words[size.words.indexOf('--profile') + 1] ?? ''));
      if (count === undefined || plan === undefined) continue;
      assert.equal(Number(count), plan.machines, `${document}: ${line}`);
      said.set(plan.size.what, (said.get(plan.size.what) ?? 0) + 1);
    }
  }
  // On the page itself, and where the system's own rows are.
  for (const [what, times] of said) assert.ok(times >= 2, what);
});
