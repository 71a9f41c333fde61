import type { Recorder } from '../../metrics/recorder.ts';
import { pickWeighted } from '../../plan/user-levels.ts';
import type { Stripe } from '../../plan/fire-times.ts';
import type { WorkerPlace } from '../../plan/shard.ts';
import type { FlowRunner } from '../flow/flow-runner.ts';
import type { DueQueue } from '../time/due-queue.ts';
import type { PreparedUser } from '../flow/prepare-flow.ts';
import type { PhaseView } from '../flow/request-runner.ts';
import type { Clock } from '../time/run-clock.ts';
import type { ValueSource } from '../flow/user-values.ts';
import { VirtualUser, type FlowHost, type FlowOutcome } from '../flow/virtual-user.ts';

/** What every executor works with. */
export interface ExecutorContext {
  readonly clock: Clock;
  readonly queue: DueQueue;
  readonly recorder: Recorder;
  readonly runner: FlowRunner;
  readonly source: ValueSource;
  readonly prepared: readonly PreparedUser[];
  readonly phases: PhaseView;
  readonly seed: number;
  /** The stream of chance that each phase draws from, by its place. */
  readonly streams: readonly number[];
  /** Which worker of which shard it is. */
  readonly place: WorkerPlace;
  /** The arrivals and users that are its own, of all workers and shards: every `count`-th from `index` on. */
  readonly stripe: Stripe;
  /** Its place among two targets that get the same arrivals; undefined: there is one target. */
  readonly side: 0 | 1 | undefined;
  /** Some poll counts from an earlier step. */
  readonly keepsStepStarts: boolean;
  /** There is one user more. */
  readonly onJoin: () => void;
  /** An executor has nothing left to do. */
  readonly onIdle: () => void;
}

/** A user whose flow never waits, or whose `start` failed, tries again after this. */
const BACK_OFF_US = 1_000_000;

/** What all executors share: making users, giving them tasks, ending them. */
export abstract class UserPool implements FlowHost {
  readonly context: ExecutorContext;
  readonly users = new Set<VirtualUser>();
  stopping = false;

  constructor(context: ExecutorContext) {
    this.context = context;
  }

  abstract flowEnded(user: VirtualUser, outcome: FlowOutcome, nowUs: number): boolean;
  abstract wake(user: VirtualUser, nowUs: number): void;

  /** No new iteration and no new request: users without anything in flight end now, the others when it is over. */
  stop(nowUs: number): void {
    this.stopping = true;
    for (const user of [...this.users]) {
      if (user.isInFlight) continue;
      if (user.flow === 'none') this.retire(user);
      else this.context.runner.endFlow(user, 'interrupted', nowUs);
    }
    this.#tellIdle();
  }

  /** Ends everything at once. */
  giveUp(outcome: 'cut' | 'interrupted', nowUs: number): void {
    this.stopping = true;
    for (const user of [...this.users]) {
      this.context.runner.giveUp(user, outcome, nowUs);
      this.retire(user);
    }
  }

  /** A new user of a profile; `keys` choose its stream of chance. */
  protected createUser(profile: number, ordinal: number, keys: readonly number[]): VirtualUser {
    const { source, runner, seed, keepsStepStarts } = this.context;
    const program = source.program.users[profile];
    if (!program) throw new RangeError(`there is no user profile ${profile}`);
    const user = new VirtualUser({ profile, program, ordinal, seed: [seed, ...keys], source, host: this, runner });
    if (keepsStepStarts) user.stepStarts = new Map();
    this.users.add(user);
    this.context.onJoin();
    return user;
  }

  /** Ends a user for good. */
  protected retire(user: VirtualUser): void {
    this.context.queue.cancel(user);
    this.context.runner.retire(user, this.context.clock.nowUs());
    this.users.delete(user);
    if (this.stopping) this.#tellIdle();
  }

  /** Puts a user into its `start`. */
  protected enterStart(user: VirtualUser, nowUs: number): void {
    user.phase = this.context.phases.currentPhase;
    user.enter(this.context.prepared[user.profile]?.start ?? [], 'start', nowUs);
  }

  /**
   * Puts a user into a task, drawn by weight among those whose variables are set, for an iteration that the caller has counted as started. False: there is
   * none, because the user's `start` failed. The iteration then has failed and is charged to the first step that it should have made: a target that lets
   * nobody in must not look idle.
   */
  protected enterTask(user: VirtualUser, due: { readonly phase: number; readonly dueUs: number }, nowUs: number): boolean {
    const { recorder, prepared } = this.context;
    user.phase = due.phase;
    const tasks = user.program.tasks;
    let index = 0;
    if (tasks.length > 1 || (tasks[0]?.needs.length ?? 0) > 0) {
      const eligible = tasks.flatMap((task, place) => (task.needs.every((slot) => user.values.has(slot)) ? [place] : []));
      const chosen = pickWeighted(
        eligible.map((place) => tasks[place]?.weight ?? 0),
        user.random.next(),
      );
      index = eligible[chosen] ?? -1;
    }
    const code = prepared[user.profile]?.tasks[index];
    if (!code) {
      recorder.countIteration(due.phase, 'failed');
      const series = tasks[0]?.firstSeries ?? -1;
      if (series >= 0)
        recorder.recordDropped(due.phase, series, { nowUs, reason: 'dropped: no task has the captures and WebSockets that it needs' });
      return false;
    }
    user.enter(code, 'iteration', due.dueUs);
    return true;
  }

  /** Lets a user try again later, when going on at once would only spin. */
  protected backOff(user: VirtualUser, nowUs: number): void {
    user.flow = 'none';
    user.restUntilUs = nowUs + BACK_OFF_US;
    this.context.queue.schedule(user, user.restUntilUs);
  }

  #tellIdle(): void {
    if (this.stopping && this.users.size === 0) this.context.onIdle();
  }
}
