import type { Demand } from './estimate-demand.ts';

/** What an engine costs, each figure measured; see `measured-costs.json` and `npm run bench`. */
export interface EngineCosts {
  readonly requestCpuUs: number;
  readonly messageCpuUs: number;
  /** Of one WebSocket that is held. */
  readonly heldCpuUsPerSec: number;
  readonly userBytes: number;
  readonly socketBytes: number;
  readonly processBytes: number;
  readonly sentBytesPerCpuSec: number;
  /** The most that one thread or process starts at their times. */
  readonly arrivalsPerSec: number;
}

/** How an engine uses a machine. */
export interface EngineShape {
  /** Threads or processes that make load, each of which can use one core. */
  readonly workersPerMachine: number;
  /** False: each virtual user has a connection of its own. */
  readonly sharesConnections: boolean;
  /** Files are counted for each process. */
  readonly processesPerMachine: number;
  /** What load-gate lets one worker have, whatever was measured. Infinity: no bound. */
  readonly mostUsers: number;
  readonly mostArrivalsPerSec: number;
}

/** What a machine has, and how much of it is planned for. */
export interface Machine {
  readonly memoryBytes: number;
  readonly openFiles: number;
  /** Local ports, for one address and port of the target. */
  readonly ports: number;
  readonly networkBytesPerSec: number;
  /** Of CPU, memory and network; from 0 to 1. */
  readonly planned: number;
  /** Above this share of a core a run is inconclusive; `arrivalsPerSec` was found at that limit. */
  readonly cpuLimit: number;
}

export type Resource = 'CPU' | 'arrivals' | 'users' | 'memory' | 'open files' | 'local ports' | 'network';

/** Machines that a demand takes, by what it needs of each resource: fractions, the highest decides. */
export interface Need {
  readonly resource: Resource;
  readonly machines: number;
}

/** Head and body of a small request and its answer on the wire, bytes, each way. */
export const SMALL_BYTES = 1_000;
/** Files that load-gate keeps for itself. */
const OTHER_FILES = 64;

/** Every need, the highest first. Never empty. */
export function listNeeds(demand: Demand, costs: EngineCosts, shape: EngineShape, machine: Machine): readonly [Need, ...Need[]] {
  const { planned } = machine;
  const connections = demand.sockets + (shape.sharesConnections ? demand.connections : demand.users);
  const cpuSeconds =
    (demand.requestsPerSec * costs.requestCpuUs + demand.messagesPerSec * costs.messageCpuUs + demand.sockets * costs.heldCpuUsPerSec) /
      1e6 +
    demand.sentBytesPerSec / costs.sentBytesPerCpuSec;
  const arrivals = Math.min(shape.mostArrivalsPerSec, (costs.arrivalsPerSec * planned) / machine.cpuLimit);
  const memory = machine.memoryBytes * planned - shape.processesPerMachine * costs.processBytes;
  const sent = demand.sentBytesPerSec + (demand.requestsPerSec + demand.messagesPerSec) * SMALL_BYTES;
  const needs: readonly Need[] = [
    { resource: 'CPU', machines: cpuSeconds / (shape.workersPerMachine * planned) },
    { resource: 'arrivals', machines: demand.arrivalsPerSec / (shape.workersPerMachine * arrivals) },
    { resource: 'users', machines: demand.users / (shape.workersPerMachine * shape.mostUsers) },
    { resource: 'memory', machines: (demand.users * costs.userBytes + demand.sockets * costs.socketBytes) / memory },
    { resource: 'open files', machines: connections / (shape.processesPerMachine * (machine.openFiles - OTHER_FILES)) },
    { resource: 'local ports', machines: connections / machine.ports },
    { resource: 'network', machines: sent / (machine.networkBytesPerSec * planned) },
  ];
  const [first, ...others] = [...needs].sort((left, right) => right.machines - left.machines);
  // Closed: a figure that JSON has no number for is null, which would cost nothing.
  const isMeasured = Object.values(costs).every((cost) => Number.isFinite(cost));
  if (!first || !isMeasured || !needs.every(({ machines }) => Number.isFinite(machines) && machines >= 0))
    throw new Error(`there is a cost without a figure: ${JSON.stringify({ costs, needs })}`);
  return [first, ...others];
}

/** Whole machines, at least one. */
export function countMachines([{ machines }]: readonly [Need, ...Need[]]): number {
  // A share that is a whole number but for the last digit takes no machine more.
  return Math.max(1, Math.ceil(machines - 1e-9));
}

/** Whole workers (threads or processes), at least one: where something that a machine has but once decides, all workers of its machines. */
export function countWorkers(needs: readonly [Need, ...Need[]], { workersPerMachine }: EngineShape): number {
  const machines = countMachines(needs);
  const ofWorkers = needs.filter(({ resource }) => resource === 'CPU' || resource === 'arrivals' || resource === 'users');
  const own = Math.ceil(Math.max(...ofWorkers.map((need) => need.machines * workersPerMachine)) - 1e-9);
  return Math.max(machines, own, 1);
}
