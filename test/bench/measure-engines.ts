import { join } from 'node:path';
import { findTool, installTool } from '../../.ci/install-tools.ts';
import { listEngines, type Engine } from './engine-programs.ts';
import { keepMeasured } from './keep-measured.ts';
import type { BenchFrame, Row } from './measure.ts';
import { peakOf, runCounted, type Counted } from './run-counted.ts';
import { median } from './run-measured.ts';

const USERS = 50;
const MANY_USERS = 1_000;
const FEW_USERS = 10;

/** A run, and what the server itself has counted of it. */
interface Served extends Counted {
  readonly requests: number;
}

/** What one round came to: the difference of a long and a short run is what requests cost without start-up and warm-up. */
interface Round {
  readonly requestCpuUs: number;
  readonly startCpuSec: number;
  readonly requestsPerSec: number;
}

/**
 * The embedded engine, real Locust driven by load-gate, Locust as its users write it and k6: the same users without a wait on the same server, which counts the
 * requests. CPU of all processes of an engine together, never of the server. Engines take turns, and the order turns around from round to round.
 */
export async function measureEngines(frame: BenchFrame): Promise<readonly Row[]> {
  installTool('python');
  installTool('k6');
  const python = findTool('python');
  const engines = listEngines({ folder: join(frame.folder, 'engines'), origin: frame.origin, cli: frame.cli, python, k6: findTool('k6') });
  const run = async (engine: Engine, users: number, waits: { seconds: number; wait: 'none' | '1s..5s' }): Promise<Served> => {
    const before = await frame.serverAnswered();
    const command = await engine.command({ users, ...waits });
    const counted = await runCounted(python, { command, env: engine.env, withinMs: (waits.seconds + 60) * 1_000, codes: engine.codes });
    return { ...counted, requests: (await frame.serverAnswered()) - before };
  };
  const rounds = await takeTurns(engines, frame.quick ? 3 : 5, async (engine) => {
    const short = await run(engine, USERS, { seconds: frame.quick ? 2 : 4, wait: 'none' });
    return compareRuns(short, await run(engine, USERS, { seconds: frame.quick ? 6 : 16, wait: 'none' }), frame.quick ? 4 : 12);
  });
  const memory = await takeTurns(engines, frame.quick ? 1 : 3, async (engine) => {
    const few = await run(engine, FEW_USERS, { seconds: 8, wait: '1s..5s' });
    const many = await run(engine, MANY_USERS, { seconds: 12, wait: '1s..5s' });
    const [low, high] = [peakOf(few, engine.process), peakOf(many, engine.process)];
    return { userBytes: (high - low) / (MANY_USERS - FEW_USERS), processBytes: low };
  });
  if (frame.keeps) {
    const figures = engines.map(({ name }, index) => {
      const requestCpuUs = median((rounds[index] ?? []).map((round) => round.requestCpuUs));
      const [userBytes, processBytes] = (['userBytes', 'processBytes'] as const).map((key) =>
        median((memory[index] ?? []).map((all) => all[key])),
      );
      return [name, { requestCpuUs, userBytes: userBytes ?? Number.NaN, processBytes: processBytes ?? Number.NaN }] as const;
    });
    await keepMeasured(Object.fromEntries(figures));
  }
  return [
    ...engines.flatMap(({ name }, index) => describeRounds(name, rounds[index] ?? [])),
    ...engines.slice(1).map(({ name }, index) => describeRatio(name, rounds[index + 1] ?? [], rounds[0] ?? [])),
    ...engines.map(({ name }, index) => ({
      what: `memory, ${name}: for each of ${MANY_USERS.toLocaleString('en')} users who wait 1s..5s · the process itself`,
      goal: '',
      measured: `${median((memory[index] ?? []).map(({ userBytes }) => userBytes / 1e3)).toFixed(0)} KB · ${median((memory[index] ?? []).map(({ processBytes }) => processBytes / 1e6)).toFixed(0)} MB`,
    })),
  ];
}

/** Results by engine, then by round. */
async function takeTurns<T>(
  engines: readonly Engine[],
  rounds: number,
  run: (engine: Engine) => Promise<T>,
): Promise<readonly (readonly T[])[]> {
  const results: T[][] = engines.map(() => []);
  const order = [...engines.entries()];
  for (let round = 0; round < rounds; round++) {
    for (const [index, engine] of order) results[index]?.push(await run(engine));
    order.reverse();
    process.stderr.write('.');
  }
  return results;
}

function compareRuns(short: Served, long: Served, secondsMore: number): Round {
  const requests = long.requests - short.requests;
  if (requests <= 0) throw new Error(`${secondsMore} s more made ${requests} requests more`);
  const perRequest = (long.cpuSeconds - short.cpuSeconds) / requests;
  return {
    requestCpuUs: perRequest * 1e6,
    startCpuSec: short.cpuSeconds - perRequest * short.requests,
    requestsPerSec: requests / secondsMore,
  };
}

function describeRounds(name: string, rounds: readonly Round[]): readonly Row[] {
  const costs = rounds.map(({ requestCpuUs }) => requestCpuUs / 10);
  const rate = Math.round(median(rounds.map(({ requestsPerSec }) => requestsPerSec)));
  return [
    { what: `CPU per 100,000 requests, ${name}`, goal: '', measured: describeSpread(costs, ' s') },
    {
      what: '  start and warm-up, beyond that · reached with one server',
      goal: '',
      measured: `${median(rounds.map(({ startCpuSec }) => startCpuSec)).toFixed(2)} s · ${rate.toLocaleString('en')} requests/s`,
    },
  ];
}

function describeRatio(name: string, rounds: readonly Round[], own: readonly Round[]): Row {
  const ratios = rounds.map(({ requestCpuUs }, round) => requestCpuUs / (own[round]?.requestCpuUs ?? Number.NaN));
  return { what: `  ${name} ÷ load-gate`, goal: '', measured: describeSpread(ratios, '') };
}

/** The median, and the lowest and the highest. */
function describeSpread(values: readonly number[], unit: string): string {
  return `${median(values).toFixed(2)}${unit} (${Math.min(...values).toFixed(2)} … ${Math.max(...values).toFixed(2)})`;
}
