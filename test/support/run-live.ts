import { Engine } from '../../src/load/engine.ts';
import { readProxyEnvironment } from '../../src/load/socket/choose-proxy.ts';
import { UndiciTransport } from '../../src/load/http/undici-transport.ts';
import { WsTransport } from '../../src/load/websocket/ws-transport.ts';
import { DueQueue } from '../../src/load/time/due-queue.ts';
import { RunClock } from '../../src/load/time/run-clock.ts';
import { percentileUs } from '../../src/metrics/distribution.ts';
import type { FailureSummary } from '../../src/metrics/run-summary.ts';
import type { WorkerReport } from '../../src/metrics/worker-report.ts';
import type { Program } from '../../src/plan/program.ts';
import { WHOLE_BURST } from '../../src/plan/shard.ts';
import { planOf } from './build-plan.ts';

export interface LiveRun {
  readonly report: WorkerReport;
  /** `class · reason · sample` of each failure, in order of its second; equal ones of a second once. */
  readonly failures: readonly FailureSummary[];
  /** Successful answers by status code, all series. */
  readonly status: Readonly<Record<string, number>>;
}

export interface LiveWishes {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeBoxMs?: number;
  /** Told of each cell's largest latency of a second, by series. */
  readonly onLatency?: (latencyMs: number) => void;
  /** A last change to the compiled program. */
  readonly change?: (program: Program) => Program;
}

/** One worker's engine inside of the test, over real sockets. A scenario without phases runs once, with one user. */
export async function runLive(target: string, yaml: string, wishes: LiveWishes = {}): Promise<LiveRun> {
  const phases = /^phases:/m.test(yaml) ? '' : 'phases: [ { iterations: 1, users: 1, max_duration: 20s } ]\n';
  const plan = planOf(`target: ${target}\n${yaml}\n${phases}`, { secrets: wishes.secrets ?? {} });
  const program = wishes.change ? wishes.change(plan.program) : plan.program;
  const clock = new RunClock(process.hrtime.bigint());
  const proxies = readProxyEnvironment(wishes.env ?? {});
  const transport = new UndiciTransport(clock, program.connections, proxies);
  const sockets = new WsTransport(clock, program.connections, proxies);
  const failures: FailureSummary[] = [];
  const status: Record<string, number> = {};
  const start = {
    program,
    phases: plan.phases,
    series: plan.series,
    seed: plan.seed,
    side: undefined,
    streams: [],
    place: { shard: WHOLE_BURST, worker: { index: 0, count: 1 } },
    rowCounters: new SharedArrayBuffer(64),
    timeBoxMs: wishes.timeBoxMs ?? plan.timeBoxMs,
    proxies,
    tracePrefix: '0123456789abcdef',
    maxBytes: Number.POSITIVE_INFINITY,
  };
  const queue = new DueQueue(clock);
  try {
    const report = await new Promise<WorkerReport>((resolve) => {
      const engine: Engine = new Engine(start, clock, {
        queue,
        transport,
        sockets,
        events: {
          onDelta: ({ cells }) => {
            for (const cell of cells) {
              failures.push(...cell.failures);
              if (cell.spans.latency) wishes.onLatency?.((percentileUs(cell.spans.latency, 100) ?? 0) / 1_000);
              for (const [code, count] of Object.entries(cell.status)) status[code] = (status[code] ?? 0) + count;
            }
          },
          onPhaseDone: (phase) => engine.beginPhaseAt(phase + 1, clock.nowUs()),
          onOverCap: () => undefined,
          onDone: resolve,
        },
      });
      engine.begin();
    });
    return { report, failures, status };
  } finally {
    queue.stop();
    transport.close();
    sockets.close();
  }
}
