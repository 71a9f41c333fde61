import { GateError } from '../gate-error.ts';
import { STILL_RUNS, type Burst, type BurstOptions, type WantedLevel } from '../metrics/burst.ts';
import { describeRun, summarizeUnbegun, type RunIdentity } from '../metrics/describe-run.ts';
import { EMBEDDED_ENGINE } from '../metrics/engine-info.ts';
import type { Ending, LevelChange, RunSummary } from '../metrics/run-summary.ts';
import { RunCollector, type ClosedSecond, type RunFrame } from '../metrics/run-collector.ts';
import type { Plan, Plans } from '../plan/plan.ts';
import { explainLate } from '../plan/resolve-start.ts';
import { buildWorkerStart } from './build-worker-start.ts';
import { LevelBook } from './level-book.ts';
import { readEnvironment } from './read-environment.ts';
import type { FromWorker } from './worker-messages.ts';
import { WORKER_TERMS, WorkerThreads, type WorkerTerms } from './worker-threads.ts';

/** Between "everybody is ready" and the first start: enough for the word to reach every worker. */
const LEAD_MS = 30;
/** Between the end of fixed work and the phase after it. */
const NEXT_PHASE_LEAD_US = 20_000;
/** Between a level that is set by hand and the moment from which it holds, on every worker alike. */
const LEVEL_LEAD_US = 20_000;
/** How often silence and memory are looked at, at most. */
const WATCH_MS = 1_000;

/** Starts the plans' burst on worker threads. The promise fails when a worker could not be started, and with what `onSecond` throws. */
export function runBurst(plans: Plans, options: BurstOptions, terms: WorkerTerms = WORKER_TERMS): Burst {
  return new BurstRun(plans, options, terms);
}

class BurstRun implements Burst {
  readonly collector: RunCollector;
  readonly done: Burst['done'];
  readonly #plans: Plans;
  /** One for each plan. */
  readonly #collectors: readonly RunCollector[];
  readonly #options: BurstOptions;
  readonly #identity: RunIdentity;
  readonly #threads: WorkerThreads;
  readonly #phaseDone = new Map<number, Set<number>>();
  readonly #levels: LevelBook;
  readonly #cpuAtStart = process.cpuUsage();
  #ready = 0;
  #originNs = 0n;
  #startedAt = '';
  #ending: Ending = { state: 'complete' };
  #peakMemoryBytes = process.memoryUsage.rss();
  #watchdog: NodeJS.Timeout | undefined;
  #settled = false;
  #resolve: (runs: readonly [RunSummary, ...RunSummary[]]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(plans: Plans, options: BurstOptions, terms: WorkerTerms) {
    this.#plans = plans;
    this.#options = options;
    const { env, scenarioHash, version } = options;
    this.#identity = { environment: readEnvironment(env), scenarioHash, version, engine: EMBEDDED_ENGINE };
    const [plan] = plans;
    const { workers } = plan;
    this.#levels = new LevelBook(plan);
    this.#collectors = plans.map(({ phases, series }) => new RunCollector(phases, series, workers, plan.shard));
    this.collector = this.#collectors[0] as RunCollector;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    const buildStart = buildWorkerStart(plans, env);
    this.#threads = new WorkerThreads(
      Array.from({ length: workers }, (_, index) => buildStart(index)),
      terms,
      {
        onMessage: (index, message) => this.#hear(index, message),
        onLost: (index, why) => this.#lose(index, why),
      },
    );
    this.#watchdog = setInterval(() => this.#watch(), Math.min(WATCH_MS, terms.silentMs));
  }

  elapsedMs(): number {
    return this.#originNs === 0n ? -1 : Number(process.hrtime.bigint() - this.#originNs) / 1e6;
  }

  stop(reason: string): void {
    this.#end({ state: 'cut-short', reason });
  }

  get levelChanges(): readonly LevelChange[] {
    return this.#levels.changes;
  }

  setLevel(level: WantedLevel): boolean {
    if (this.#originNs === 0n || this.#settled || this.#ending.state !== 'complete') return false;
    const atUs = Math.ceil(this.elapsedMs() * 1_000) + LEVEL_LEAD_US;
    const change = this.#levels.set(level, atUs / 1_000);
    if (typeof change === 'string') return change === 'as-it-is';
    const { atMs: _, ...order } = change;
    this.#threads.tellAll({ kind: 'set-level', ...order, atUs });
    return true;
  }

  summarize(): RunSummary {
    const [plan] = this.#plans;
    if (this.#originNs === 0n) return this.#summarizeUnbegun(plan, STILL_RUNS);
    const frame = this.#frame({ state: 'cut-short', reason: STILL_RUNS });
    return this.collector.summarizeSoFar({ ...describeRun(plan, this.#identity), ...frame });
  }

  #hear(index: number, message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        if (++this.#ready === this.#plans[0].workers) this.#begin();
        break;
      case 'delta': {
        const closed = this.#collectors[message.side]?.addDelta(message.delta);
        if (closed && message.side === 0 && !this.#settled) this.#tellSecond(closed);
        break;
      }
      case 'phase-done':
        this.#phaseDoneBy(index, message.phase);
        break;
      case 'over-cap':
        this.#end({ state: 'cut-short', reason: 'the cap on bytes was reached; raise it with --max-bytes' });
        break;
      case 'done':
        for (const [side, report] of message.reports.entries()) this.#collectors[side]?.addReport(report);
        if (this.#threads.areOver) this.#settle();
        break;
    }
  }

  /** Closed: what throws in there is a bug, and ends the burst as one. */
  #tellSecond(second: ClosedSecond): void {
    try {
      const reason = this.#options.onSecond(second, this);
      if (reason !== undefined) this.#end({ state: 'aborted', reason });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#settled = true;
    this.#close();
    this.#reject(error);
  }

  #begin(): void {
    // Nobody has sent anything yet, and nobody will.
    if (this.#ending.state === 'cut-short') return this.#refuse(this.#ending.reason);
    const nowMs = Date.now();
    const { startAtMs = nowMs + LEAD_MS } = this.#options;
    const leadMs = startAtMs - nowMs;
    // Closed: machines that do not begin together make another load than the one that was planned.
    if (leadMs < LEAD_MS) return this.#refuse(explainLate(LEAD_MS - leadMs));
    this.#originNs = process.hrtime.bigint() + BigInt(Math.round(leadMs * 1e6));
    this.#startedAt = new Date(startAtMs).toISOString();
    this.#threads.tellAll({ kind: 'begin', originNs: this.#originNs });
  }

  #refuse(reason: string): void {
    this.#settled = true;
    this.#close();
    this.#resolve(this.#describeEach((plan) => this.#summarizeUnbegun(plan, reason)));
  }

  #summarizeUnbegun(plan: Plan, reason: string): RunSummary {
    const [at, peakMemoryBytes] = [new Date().toISOString(), process.memoryUsage.rss()];
    return summarizeUnbegun(plan, this.#identity, { reason, at, peakMemoryBytes });
  }

  #phaseDoneBy(index: number, phase: number): void {
    const done = this.#phaseDone.get(phase) ?? new Set();
    done.add(index);
    this.#phaseDone.set(phase, done);
    if (done.size < this.#plans[0].workers) return;
    const startUs = this.elapsedMs() * 1_000 + NEXT_PHASE_LEAD_US;
    this.#levels.beginPhase(phase + 1, startUs / 1_000);
    this.#threads.tellAll({ kind: 'begin-phase', phase: phase + 1, startUs });
  }

  #end(ending: Ending): void {
    if (this.#ending.state !== 'complete' || this.#settled) return;
    this.#ending = ending;
    if (this.#originNs !== 0n) this.#threads.tellAll({ kind: 'stop' });
  }

  /** A worker that is gone before it reported takes its measurements with it: the run ends, and its books cannot balance (fail closed). */
  #lose(index: number, why: string): void {
    if (this.#originNs === 0n) {
      this.#fail(
        new GateError('LOAD_GATE_WORKER_LOST', `load worker ${index} did not start: ${why}`, {
          hint: 'this is a bug in load-gate, or the machine is out of memory',
        }),
      );
      return;
    }
    this.#end({ state: 'cut-short', reason: `load worker ${index} was lost: ${why}` });
    if (this.#threads.areOver) this.#settle();
  }

  #watch(): void {
    this.#peakMemoryBytes = Math.max(this.#peakMemoryBytes, process.memoryUsage.rss());
    this.#threads.loseSilent();
  }

  #settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#close();
    const frame = this.#frame(this.#ending);
    this.#resolve(this.#describeEach((plan, collector) => collector.summarize({ ...describeRun(plan, this.#identity), ...frame })));
  }

  #frame(ending: Ending): Omit<RunFrame, keyof ReturnType<typeof describeRun>> {
    const cpu = process.cpuUsage(this.#cpuAtStart);
    return {
      startedAt: this.#startedAt,
      durationMs: Math.max(0, this.elapsedMs()),
      ending,
      levelChanges: [...this.#levels.changes],
      processCpuSeconds: (cpu.user + cpu.system) / 1e6,
      peakMemoryBytes: Math.max(this.#peakMemoryBytes, process.memoryUsage.rss()),
    };
  }

  #describeEach(describe: (plan: Plan, collector: RunCollector) => RunSummary): readonly [RunSummary, ...RunSummary[]] {
    const [first, ...others] = this.#plans;
    return [describe(first, this.collector), ...others.map((plan, index) => describe(plan, this.#collectors[index + 1] as RunCollector))];
  }

  #close(): void {
    clearInterval(this.#watchdog);
    this.#threads.close();
  }
}
