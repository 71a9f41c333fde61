import { hostname } from 'node:os';
import { STILL_RUNS, type Burst } from '../../metrics/burst.ts';
import type { Delta } from '../../metrics/delta.ts';
import { describeRun, summarizeUnbegun, type RunIdentity } from '../../metrics/describe-run.ts';
import { RunCollector, type ClosedSecond, type RunFrame } from '../../metrics/run-collector.ts';
import type { Ending, RunSummary } from '../../metrics/run-summary.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildEnvironment, buildFlags, describeWorkers } from './build-start.ts';
import { explainSilence, type BurstState } from './explain-silence.ts';
import { LastWords } from './last-words.ts';
import { LOCUST_TERMS, type LocustOptions, type LocustTerms } from './locust-terms.ts';
import { reportLineParser, type ParsedLine, type ReportLine } from './parse-report-line.ts';
import { startLocust, type RunningLocust } from './start-locust.ts';
import { WorkerBook } from './worker-book.ts';

const WATCH_MS = 250;

/** Starts a plan's burst on real Locust. Closed: whatever Locust does but what was planned ends it, cut short, with the reason. */
export function runLocust(plan: Plan, options: LocustOptions, terms: LocustTerms = LOCUST_TERMS): Burst {
  return new LocustBurst(plan, options, terms);
}

class LocustBurst implements Burst {
  readonly collector: RunCollector;
  readonly done: Burst['done'];
  readonly levelChanges = [];
  readonly #plan: Plan;
  readonly #options: LocustOptions;
  readonly #terms: LocustTerms;
  readonly #book: WorkerBook;
  readonly #parse: (line: string) => ParsedLine;
  readonly #cpuAtStart = process.cpuUsage();
  #identity: RunIdentity;
  #locust: RunningLocust | undefined;
  #heardMs = performance.now();
  #state: BurstState = 'starting';
  #sinceMs = performance.now();
  #originMs: number | undefined;
  #startedAt = '';
  #ending: Ending = { state: 'complete' };
  #bytes = 0;
  #ownMemoryBytes = 0;
  readonly #words = new LastWords();
  #watchdog: NodeJS.Timeout | undefined;
  #ladder: NodeJS.Timeout | undefined;
  #resolve: (runs: readonly [RunSummary]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(plan: Plan, options: LocustOptions, terms: LocustTerms) {
    this.#plan = plan;
    this.#options = options;
    this.#terms = terms;
    const { phases, series, workers } = plan;
    this.collector = new RunCollector(phases, series, workers);
    this.#book = new WorkerBook(options.file.hash, workers);
    this.#parse = reportLineParser({ phases: phases.length, series: series.length });
    const { environment, scenarioHash, version, locust } = options;
    this.#identity = { environment, scenarioHash, version, engine: { kind: 'locust', version: locust.version, python: locust.python } };
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#watchdog = setInterval(() => this.#watch(), Math.min(WATCH_MS, terms.silentMs));
    void this.#start();
  }

  elapsedMs(): number {
    return this.#originMs === undefined ? -1 : performance.now() - this.#originMs;
  }

  stop(reason: string): void {
    this.#end({ state: 'cut-short', reason });
  }

  setLevel(): boolean {
    return false;
  }

  summarize(): RunSummary {
    return this.#originMs === undefined ? this.#summarizeUnbegun(STILL_RUNS) : this.#summarize({ state: 'cut-short', reason: STILL_RUNS });
  }

  #enter(state: BurstState): void {
    this.#state = state;
    this.#sinceMs = performance.now();
  }

  async #start(): Promise<void> {
    const { locust, file, workers, env } = this.#options;
    try {
      const flags = await buildFlags(workers);
      // Whoever ended it before it began need not wait for Python.
      if (this.#ending.state !== 'complete') return this.#settle();
      this.#locust = startLocust({
        locust,
        text: file.text,
        // Those of other machines have their own.
        data: workers.kind === 'processes' ? file.data : undefined,
        flags,
        env: buildEnvironment(env, workers, file),
        onLine: (line) => this.#hear(line),
        onLog: (line) => this.#log(line),
        onExit: (how) => this.#exited(how),
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #log(line: string): void {
    const kept = this.#words.hear(line, this.#state === 'waiting');
    if (kept !== undefined) this.#options.onLog(kept);
  }

  #hear(text: string | undefined): void {
    if (this.#state === 'settled') return;
    this.#heardMs = performance.now();
    const parsed = text === undefined ? { ok: false as const, problem: 'the line is too long' } : this.#parse(text);
    // Closed: what is not understood may have been a measurement.
    if (!parsed.ok) this.stop(`Locust reported what cannot be: ${parsed.problem}`);
    else this.#take(parsed.line);
  }

  #take(line: ReportLine): void {
    switch (line.kind) {
      case 'hello':
        return this.#greet(line);
      case 'begin':
        return this.#begin(line);
      case 'seconds':
        return this.#addSeconds(line);
      case 'report':
        return this.#addReport(line);
      case 'lost':
        return this.#lose(line);
      case 'surplus':
        return this.stop(this.#book.describeSurplus(line));
      case 'end':
        return this.#conclude(line);
    }
  }

  #greet({ plan, locust, python }: Extract<ReportLine, { kind: 'hello' }>): void {
    if (this.#state !== 'starting' || plan !== this.#options.file.hash) return this.stop('Locust did not begin with the file of this run');
    this.#enter('waiting');
    // Its processes are copies of the first, which has read them.
    this.#locust?.dropData();
    this.#identity = { ...this.#identity, engine: { kind: 'locust', version: locust, python } };
    const { workers, env, file, onNote } = this.#options;
    if (workers.kind === 'expected') onNote(describeWorkers(workers.count, hostname(), env, file.data !== undefined));
  }

  #begin(line: Extract<ReportLine, { kind: 'begin' }>): void {
    const problem = this.#state === 'waiting' ? this.#book.begin(line) : 'Locust began out of turn';
    if (problem !== undefined) return this.stop(problem);
    // Nobody has sent anything yet, and who was told to end will not.
    if (this.#ending.state !== 'complete') return;
    this.#enter('running');
    this.#originMs = performance.now() + line.inMs;
    this.#startedAt = new Date(Date.now() + line.inMs).toISOString();
  }

  /** Before the burst a worker may come and go. */
  #lose(line: Extract<ReportLine, { kind: 'lost' }>): void {
    if (this.#originMs !== undefined) this.stop(this.#book.describeLost(line, this.elapsedMs()));
  }

  #addSeconds(line: Extract<ReportLine, { kind: 'seconds' }>): void {
    const { deltas, problem } = this.#book.admit(line, this.elapsedMs());
    for (const delta of deltas) this.#addDelta(delta);
    if (problem !== undefined) this.stop(problem);
  }

  #addDelta(delta: Delta): void {
    for (const { bytesSent, bytesReceived } of delta.cells) this.#bytes += bytesSent + bytesReceived;
    const closed = this.collector.addDelta(delta);
    if (closed && this.#state === 'running') this.#tellSecond(closed);
    if (this.#bytes > this.#plan.program.maxBytes) this.stop('the cap on bytes was reached; raise it with --max-bytes');
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

  #addReport(line: Extract<ReportLine, { kind: 'report' }>): void {
    const problem = this.#book.close(line, this.elapsedMs());
    if (problem !== undefined) this.stop(problem);
    else this.collector.addReport(line.report);
  }

  /** Locust has said all; its processes may take a moment to end. */
  #conclude({ complete }: Extract<ReportLine, { kind: 'end' }>): void {
    const missing = this.#state === 'running' ? this.#book.describeMissing() : 'Locust ended before it began';
    if (missing !== undefined) return this.stop(missing);
    // Not by us: the first reason counts.
    if (!complete) this.#note({ state: 'cut-short', reason: 'Locust was stopped from outside before the burst was over' });
    this.#enter('ended');
    clearTimeout(this.#ladder);
    this.#ladder = setTimeout(() => this.#settle(), this.#terms.graceMs);
  }

  #exited(how: string): void {
    if (this.#state === 'settled') return;
    // Closed: only a Locust that has said that all is said may end.
    if (this.#state !== 'ended') this.#note({ state: 'cut-short', reason: this.#words.blame(`Locust ${how} before the burst was over`) });
    this.#settle();
  }

  #end(ending: Ending): void {
    if (this.#note(ending)) this.#descend(this.#originMs === undefined ? 'SIGTERM' : 'SIGINT');
  }

  /** The first reason counts. */
  #note(ending: Ending): boolean {
    if (this.#ending.state !== 'complete' || this.#state === 'settled') return false;
    this.#ending = ending;
    return true;
  }

  /** A word that it is to end and hand in what it has, a second one, and then its end. */
  #descend(first: 'SIGINT' | 'SIGTERM'): void {
    if (!this.#locust) return;
    this.#locust.signal(first);
    const { graceMs } = this.#terms;
    clearTimeout(this.#ladder);
    this.#ladder = setTimeout(() => {
      this.#locust?.signal('SIGTERM');
      this.#ladder = setTimeout(() => this.#settle(), graceMs / 2);
    }, graceMs);
  }

  #watch(): void {
    this.#ownMemoryBytes = Math.max(this.#ownMemoryBytes, process.memoryUsage.rss());
    if (this.#ending.state !== 'complete') return;
    const now = performance.now();
    const known = { state: this.#state, stateMs: now - this.#sinceMs, quietMs: now - this.#heardMs, elapsedMs: this.elapsedMs() };
    const limits = { ...this.#terms, workers: this.#options.workers, timeBoxMs: this.#plan.timeBoxMs };
    const problem = explainSilence(known, limits) ?? this.#explainSilentWorker();
    if (problem !== undefined) this.stop(this.#words.blame(problem));
  }

  #explainSilentWorker(): string | undefined {
    return this.#state === 'running' ? this.#book.describeSilent(this.elapsedMs(), this.#terms.silentMs) : undefined;
  }

  #fail(error: unknown): void {
    this.#close();
    this.#reject(error);
  }

  #settle(): void {
    if (this.#state === 'settled') return;
    this.#close();
    const reason = this.#ending.state === 'complete' ? 'Locust never began' : this.#ending.reason;
    this.#resolve([this.#originMs === undefined ? this.#summarizeUnbegun(reason) : this.#summarize(this.#ending)]);
  }

  #close(): void {
    this.#enter('settled');
    clearInterval(this.#watchdog);
    clearTimeout(this.#ladder);
    this.#locust?.close();
  }

  #summarizeUnbegun(reason: string): RunSummary {
    const [at, peakMemoryBytes] = [new Date().toISOString(), process.memoryUsage.rss()];
    return summarizeUnbegun(this.#plan, this.#identity, { reason, at, peakMemoryBytes });
  }

  #summarize(ending: Ending): RunSummary {
    const [cpu, workers] = [process.cpuUsage(this.#cpuAtStart), this.#book.usage];
    const frame: RunFrame = {
      ...describeRun(this.#plan, this.#identity),
      startedAt: this.#startedAt,
      durationMs: Math.max(0, this.#book.closedMs ?? this.elapsedMs()),
      ending,
      levelChanges: [],
      processCpuSeconds: workers.cpuSeconds + (cpu.user + cpu.system) / 1e6,
      peakMemoryBytes: workers.memoryBytes + Math.max(this.#ownMemoryBytes, process.memoryUsage.rss()),
    };
    return this.#state === 'settled' ? this.collector.summarize(frame) : this.collector.summarizeSoFar(frame);
  }
}
