import { createMasker } from '../mask-secrets.ts';
import { Recorder } from '../metrics/recorder.ts';
import type { Delta } from '../metrics/delta.ts';
import type { WorkerReport } from '../metrics/worker-report.ts';
import { stripeOf } from '../plan/shard.ts';
import type { PlannedPhase } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { curveTo } from '../plan/user-levels.ts';
import { ClosedExecutor } from './executors/closed-executor.ts';
import type { Due, DueQueue } from './time/due-queue.ts';
import { FlowRunner } from './flow/flow-runner.ts';
import type { Transport } from './http/transport.ts';
import { SocketRunner } from './flow/socket-runner.ts';
import type { SocketTransport } from './websocket/socket-transport.ts';
import { IterationsExecutor } from './executors/iterations-executor.ts';
import { OpenExecutor } from './executors/open-executor.ts';
import { PhaseClock } from './time/phase-clock.ts';
import { prepareUsers } from './flow/prepare-flow.ts';
import { RequestRunner } from './flow/request-runner.ts';
import type { Clock } from './time/run-clock.ts';
import type { ExecutorContext, UserPool } from './executors/user-pool.ts';
import type { LevelOrder, SharedStart, SideStart } from './worker-messages.ts';

type Executor = OpenExecutor | ClosedExecutor | IterationsExecutor;

/** What an engine is to do. */
export interface EngineStart extends SharedStart, SideStart {
  /** Its place when two targets get the same arrivals at the same time; undefined: there is one target. */
  readonly side: 0 | 1 | undefined;
}

/** What an engine works with. The queue belongs to the caller: the engines of both sides share one, so that their starts come in the order of their times. */
export interface EngineParts {
  readonly queue: DueQueue;
  readonly transport: Transport;
  readonly sockets: SocketTransport;
  readonly events: EngineEvents;
}

export interface EngineEvents {
  readonly onDelta: (delta: Delta) => void;
  readonly onPhaseDone: (phase: number) => void;
  readonly onOverCap: (bytes: number) => void;
  readonly onDone: (report: WorkerReport) => void;
}

const SLICE_US = 1_000_000;

/**
 * One worker's run against one target: phases one after the other at the times that the plan gives, executors for their models, and the end. A change of model, and the end,
 * stop a pool: what it has in flight may finish, up to the time box.
 */
export class Engine {
  readonly #start: EngineStart;
  readonly #clock: Clock;
  readonly #events: EngineEvents;
  readonly #queue: DueQueue;
  readonly #phases: PhaseClock;
  readonly #recorder: Recorder;
  readonly #requests: RequestRunner;
  readonly #transport: Transport;
  readonly #context: ExecutorContext;
  readonly #pools = new Set<UserPool>();
  #executor: Executor | undefined;
  #executorModel: PlannedPhase['model'] | undefined;
  #ended = false;
  #finished = false;

  constructor(start: EngineStart, clock: Clock, parts: EngineParts) {
    this.#start = start;
    this.#clock = clock;
    this.#events = parts.events;
    this.#transport = parts.transport;
    this.#queue = parts.queue;
    this.#phases = new PhaseClock(start.phases);
    this.#recorder = new Recorder({
      seriesCount: start.series.length,
      onDelta: parts.events.onDelta,
      countUsers: () => this.#countUsers(),
      currentPhase: () => (this.#ended ? start.phases.length : this.#phases.currentPhase),
    });
    const source = {
      program: start.program,
      rowCounters: new Int32Array(start.rowCounters),
      shard: start.place.shard,
      wallMs: () => Date.now(),
    };
    const mask = createMasker(start.program.secrets);
    const { tracePrefix } = start;
    this.#requests = new RequestRunner({
      clock,
      queue: this.#queue,
      transport: parts.transport,
      recorder: this.#recorder,
      phases: this.#phases,
      source,
      mask,
      tracePrefix,
    });
    this.#context = {
      clock,
      queue: this.#queue,
      recorder: this.#recorder,
      runner: this.#buildRunner(parts.sockets),
      source,
      prepared: prepareUsers(start.program),
      phases: this.#phases,
      seed: start.seed,
      streams: start.streams,
      place: start.place,
      stripe: stripeOf(start.place),
      side: start.side,
      keepsStepStarts: countsFromSteps(start.program),
      onJoin: () => this.#phases.noteUsers(this.#countUsers()),
      onIdle: () => this.#finishIfIdle(),
    };
  }

  #buildRunner(transport: SocketTransport): FlowRunner {
    const parts = { queue: this.#queue, recorder: this.#recorder, requests: this.#requests };
    return new FlowRunner({ ...parts, sockets: new SocketRunner({ ...parts, transport, phases: this.#phases }) });
  }

  /** Begins; the clock's zero is the start of the first phase. */
  begin(): void {
    this.#every(SLICE_US, (nowUs) => {
      this.#phases.noteUsers(this.#countUsers());
      this.#recorder.flush(nowUs);
      if (this.#requests.bytesMoved > this.#start.maxBytes) this.#events.onOverCap(this.#requests.bytesMoved);
    });
    this.#at(this.#start.timeBoxMs * 1_000, (nowUs) => this.#end('cut', nowUs));
    this.beginPhaseAt(0, 0);
  }

  /** Begins a phase when its time comes; called from outside only after fixed work. */
  beginPhaseAt(index: number, startUs: number): void {
    this.#at(startUs, (nowUs) => this.#beginPhase(index, startUs, nowUs));
  }

  #beginPhase(index: number, startUs: number, nowUs: number): void {
    if (this.#ended) return;
    const phase = this.#start.phases[index];
    if (!phase) {
      this.#stopAll(nowUs);
      return;
    }
    this.#phases.begin(index, startUs);
    this.#recorder.beginPhase(index, nowUs);
    if (phase.model !== 'pause' && (phase.model !== this.#executorModel || phase.model === 'iterations'))
      this.#changeModel(phase.model, index, nowUs);
    if (phase.model === 'pause') this.#pause();
    else if (phase.model === 'open' && this.#executor instanceof OpenExecutor) this.#executor.begin(phase, index, startUs);
    else if (phase.model === 'closed' && this.#executor instanceof ClosedExecutor) this.#executor.begin(phase, index, startUs);
    else if (phase.model === 'iterations' && this.#executor instanceof IterationsExecutor) this.#executor.begin(phase, index, startUs);
    this.#phases.noteUsers(this.#countUsers());
    if (phase.model === 'iterations') return;
    const endUs = startUs + phase.durationMs * 1_000;
    this.#recorder.setPhaseEnd(index, endUs);
    this.#at(endUs, (atUs) => {
      this.#endPhase(index, endUs);
      this.#beginPhase(index + 1, endUs, atUs);
    });
  }

  /** Gives the closed phase that runs at that time another level; its end stays where it is. */
  setLevel({ phase, fromUsers, users, spawnRatePerSec, atUs }: LevelOrder): void {
    this.#at(atUs, () => {
      if (this.#ended || phase !== this.#phases.currentPhase || !(this.#executor instanceof ClosedExecutor)) return;
      this.#executor.setLevel(curveTo(fromUsers, users, spawnRatePerSec), atUs);
    });
  }

  /** Ends the burst at once: what is in flight is given up and not charged. */
  stop(): void {
    this.#end('interrupted', this.#clock.nowUs());
  }

  #changeModel(model: 'open' | 'closed' | 'iterations', index: number, nowUs: number): void {
    this.#executor?.stop(nowUs);
    this.#executorModel = model;
    this.#executor =
      model === 'open'
        ? new OpenExecutor(this.#context)
        : model === 'closed'
          ? new ClosedExecutor(this.#context)
          : new IterationsExecutor(this.#context, (doneUs) => this.#workDone(index, doneUs));
    this.#pools.add(this.#executor);
  }

  #pause(): void {
    if (this.#executor instanceof IterationsExecutor) return;
    this.#executor?.pause();
  }

  #workDone(index: number, nowUs: number): void {
    this.#recorder.setPhaseEnd(index, nowUs);
    this.#endPhase(index, nowUs);
    this.#events.onPhaseDone(index);
  }

  #endPhase(index: number, endUs: number): void {
    this.#phases.noteUsers(this.#countUsers());
    this.#phases.end(index, endUs);
  }

  /** The plan is through: no new work; done when the last user is. */
  #stopAll(nowUs: number): void {
    for (const pool of this.#pools) pool.stop(nowUs);
    this.#ended = true;
    this.#finishIfIdle();
  }

  #end(outcome: 'cut' | 'interrupted', nowUs: number): void {
    if (this.#finished) return;
    if (!this.#ended) {
      this.#phases.end(this.#phases.currentPhase, nowUs);
      this.#ended = true;
    }
    for (const pool of this.#pools) pool.giveUp(outcome, nowUs);
    this.#finish();
  }

  #finishIfIdle(): void {
    if (this.#ended && this.#countUsers() === 0) this.#finish();
  }

  #finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#recorder.finish(this.#clock.nowUs());
    this.#events.onDone({
      requestsStarted: this.#requests.requestsStarted,
      requests: { ...this.#recorder.requestTotals },
      iterations: { ...this.#recorder.iterationTotals },
      sockets: { ...this.#recorder.socketTotals },
      ...this.#phases.report(),
      transport: this.#transport.summarize(),
      slowRequests: this.#requests.slowRequests.list(),
    });
  }

  #countUsers(): number {
    let users = 0;
    for (const pool of this.#pools) users += pool.users.size;
    return users;
  }

  #at(dueUs: number, fire: (nowUs: number) => void): void {
    const due: Due = { dueUs, place: -1, fire };
    this.#queue.schedule(due, dueUs);
  }

  #every(periodUs: number, fire: (nowUs: number) => void): void {
    const due: Due = {
      dueUs: 0,
      place: -1,
      fire: (nowUs) => {
        if (this.#finished) return;
        fire(nowUs);
        this.#queue.schedule(due, (Math.floor(nowUs / periodUs) + 1) * periodUs);
      },
    };
    this.#queue.schedule(due, periodUs);
  }
}

/** Some step's latency counts from the start of an earlier one. */
function countsFromSteps({ users }: Program): boolean {
  const flows = users.flatMap((user) => [user.start, ...user.tasks.map((task) => task.code)]);
  return flows.flat().some((step) => (step.op === 'poll' && step.poll.since >= 0) || (step.op === 'receive' && step.receive.since >= 0));
}
