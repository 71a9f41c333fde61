import { mock } from 'node:test';
import { Engine } from '../../src/load/engine.ts';
import { LevelBook } from '../../src/load/level-book.ts';
import type { WantedLevel } from '../../src/metrics/burst.ts';
import type { CallError, HttpCall } from '../../src/load/http/http-call.ts';
import type { Transport } from '../../src/load/http/transport.ts';
import { DueQueue } from '../../src/load/time/due-queue.ts';
import type { Clock } from '../../src/load/time/run-clock.ts';
import { RunCollector, type ClosedSecond } from '../../src/metrics/run-collector.ts';
import type { Ending, RunSummary } from '../../src/metrics/run-summary.ts';
import type { WorkerReport } from '../../src/metrics/worker-report.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { WHOLE_BURST } from '../../src/plan/shard.ts';
import { pretendSockets, type PretendedPeer } from './pretend-sockets.ts';

/** What the pretended target does with a request; 'never': it is not heard of again. */
export type Answer =
  | {
      readonly afterMs: number;
      readonly status?: number;
      readonly body?: string;
      readonly headers?: Record<string, string>;
      readonly error?: CallError;
    }
  | 'never';

/** A request as it was sent. */
export interface Sent {
  readonly atMs: number;
  readonly path: string;
  readonly method: string;
  readonly worker: number;
}

export interface EngineRun {
  readonly run: RunSummary;
  readonly sent: readonly Sent[];
  readonly seconds: readonly ClosedSecond[];
  /** Most requests in flight at once, over all workers. */
  readonly mostInFlight: number;
  /** Every WebSocket that was opened, in order. */
  readonly peers: readonly PretendedPeer[];
  /** When the last worker reported. */
  readonly endedMs: number;
}

export interface EngineWishes {
  readonly workers?: number;
  /** The user stops the burst. */
  readonly stopAtMs?: number;
  /** The machine stands still from … for …: no timer fires, no answer is read. */
  readonly stall?: { readonly atMs: number; readonly forMs: number };
  readonly timeBoxMs?: number;
  /** Levels that are set by hand, each at its time. */
  readonly levels?: readonly (WantedLevel & { readonly atMs: number })[];
  readonly answer?: (request: Sent) => Answer;
  /** The pretended server's side of each WebSocket; default: it accepts and says nothing. */
  readonly serve?: (peer: PretendedPeer) => void;
}

/** Runs all of a plan's workers in one thread and in pretended time, a millisecond at a step: the same input always gives the same run. */
export function runEngines(plan: Plan, wishes: EngineWishes): EngineRun {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    return new PretendedBurst(plan, wishes).run();
  } finally {
    mock.timers.reset();
  }
}

/** Longest pretended run: one that goes on forever is a failure, not a hanging test. */
const MOST_MS = 600_000;
const MOST_SENT = 100_000;

class PretendedBurst implements Clock {
  readonly #plan: Plan;
  readonly #wishes: EngineWishes;
  readonly #collector: RunCollector;
  readonly #engines: Engine[] = [];
  readonly #reports: WorkerReport[] = [];
  readonly #phaseDone: number[] = [];
  readonly #sent: Sent[] = [];
  readonly #seconds: ClosedSecond[] = [];
  readonly #sockets: ReturnType<typeof pretendSockets>;
  readonly #workers: number;
  readonly #levels: LevelBook;
  #us = 0;
  #inFlight = 0;
  #mostInFlight = 0;

  constructor(plan: Plan, wishes: EngineWishes) {
    this.#plan = plan;
    this.#wishes = wishes;
    this.#workers = wishes.workers ?? 1;
    this.#levels = new LevelBook(plan);
    this.#sockets = pretendSockets(this, wishes.serve ?? ((peer) => peer.accept()));
    this.#collector = new RunCollector(plan.phases, plan.series, this.#workers);
  }

  nowUs(): number {
    return this.#us;
  }

  run(): EngineRun {
    const rowCounters = new SharedArrayBuffer(64);
    for (let worker = 0; worker < this.#workers; worker++) this.#engines.push(this.#makeEngine(worker, rowCounters));
    for (const engine of this.#engines) engine.begin();
    const { stopAtMs, stall } = this.#wishes;
    let ms = 0;
    while (this.#reports.length < this.#workers && ms < MOST_MS) {
      const step = stall && ms === stall.atMs ? stall.forMs : 1;
      ms += step;
      this.#us = ms * 1_000;
      mock.timers.tick(step);
      for (const level of this.#wishes.levels ?? []) if (level.atMs === ms) this.#setLevel(level);
      if (stopAtMs !== undefined && ms >= stopAtMs) for (const engine of this.#engines) engine.stop();
    }
    const ending: Ending = stopAtMs === undefined ? { state: 'complete' } : { state: 'cut-short', reason: 'a test' };
    return {
      run: this.#summarize(ending, ms),
      sent: this.#sent,
      seconds: this.#seconds,
      mostInFlight: this.#mostInFlight,
      peers: this.#sockets.peers,
      endedMs: ms,
    };
  }

  #makeEngine(worker: number, rowCounters: SharedArrayBuffer): Engine {
    const { program, phases, series, seed, timeBoxMs } = this.#plan;
    const start = {
      program,
      phases,
      series,
      seed,
      place: { shard: WHOLE_BURST, worker: { index: worker, count: this.#workers } },
      rowCounters,
      side: undefined,
      streams: [],
      timeBoxMs: this.#wishes.timeBoxMs ?? timeBoxMs,
      proxies: { http: undefined, https: undefined, none: undefined },
      tracePrefix: '0'.repeat(16),
      maxBytes: Number.POSITIVE_INFINITY,
    };
    const queue = new DueQueue(this);
    return new Engine(start, this, {
      queue,
      transport: this.#makeTransport(worker),
      sockets: this.#sockets,
      events: {
        onDelta: (delta) => {
          const closed = this.#collector.addDelta(delta);
          if (closed) this.#seconds.push(closed);
        },
        onPhaseDone: (phase) => this.#phaseDoneBy(phase),
        onOverCap: () => undefined,
        onDone: (report) => {
          queue.stop();
          this.#reports.push(report);
          this.#collector.addReport(report);
        },
      },
    });
  }

  /** Five milliseconds before it holds. */
  #setLevel(level: WantedLevel): void {
    const change = this.#levels.set(level, this.#us / 1_000 + 5);
    if (typeof change === 'string') return;
    for (const engine of this.#engines) engine.setLevel({ ...change, atUs: change.atMs * 1_000 });
  }

  #phaseDoneBy(phase: number): void {
    this.#phaseDone[phase] = (this.#phaseDone[phase] ?? 0) + 1;
    if (this.#phaseDone[phase] < this.#workers) return;
    this.#levels.beginPhase(phase + 1, this.#us / 1_000 + 20);
    for (const engine of this.#engines) engine.beginPhaseAt(phase + 1, this.#us + 20_000);
  }

  #makeTransport(worker: number): Transport {
    const timers = new Map<HttpCall, NodeJS.Timeout>();
    const land = (call: HttpCall, answer: Exclude<Answer, 'never'>): void => {
      timers.delete(call);
      this.#inFlight--;
      call.endUs = this.#us;
      call.headUs = this.#us;
      call.status = answer.error ? 0 : (answer.status ?? 200);
      call.error = answer.error;
      call.responseHeaders = answer.headers ?? {};
      if (answer.body !== undefined) call.chunks = [Buffer.from(answer.body)];
      call.bytesReceived = answer.body?.length ?? 0;
      call.owner?.callDone(call);
    };
    return {
      send: (call) => {
        call.clearResponse();
        call.sentUs = this.#us;
        const sent = { atMs: this.#us / 1_000, path: call.path, method: call.method, worker };
        this.#sent.push(sent);
        if (this.#sent.length > MOST_SENT) throw new RangeError('a user spins');
        this.#mostInFlight = Math.max(this.#mostInFlight, ++this.#inFlight);
        const answer = this.#wishes.answer?.(sent) ?? { afterMs: 1 };
        if (answer === 'never') return;
        if (answer.afterMs === 0) land(call, answer);
        else
          timers.set(
            call,
            setTimeout(() => land(call, answer), answer.afterMs),
          );
      },
      abandon: (call) => {
        clearTimeout(timers.get(call));
        timers.delete(call);
        this.#inFlight--;
        return 'sent';
      },
      close: () => undefined,
      summarize: () => ({ connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} }),
    };
  }

  #summarize(ending: Ending, durationMs: number): RunSummary {
    return this.#collector.summarize({
      tool: { name: 'load-gate', version: '0.0.0' },
      scenario: { name: 'test', file: 'test.yaml', hash: '', profile: undefined },
      target: 'http://target.test',
      seed: this.#plan.seed,
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs,
      ending,
      levelChanges: this.#levels.changes,
      environment: { node: '', platform: '', cpuModel: '', cores: 1, memoryBytes: 1, runnerImage: undefined },
      processCpuSeconds: 0,
      peakMemoryBytes: 0,
    });
  }
}
