import type { PlannedPhase } from '../../plan/plan.ts';
import { workOfWorker } from '../../plan/shard.ts';
import { assignProfiles } from '../../plan/user-levels.ts';
import type { Due } from '../time/due-queue.ts';
import { UserPool, type ExecutorContext } from './user-pool.ts';
import type { FlowOutcome, VirtualUser } from '../flow/virtual-user.ts';

const USER_STREAM = 4;

type IterationsPhase = Extract<PlannedPhase, { model: 'iterations' }>;

/** Fixed work: a number of iterations, over all users, workers and shards; what is not begun before the time is up is dropped. */
export class IterationsExecutor extends UserPool implements Due {
  dueUs = 0;
  place = -1;
  #phaseIndex = 0;
  #left = 0;
  #doneTold = false;
  readonly #onDone: (nowUs: number) => void;

  /** `onDone` is called once, when this worker's share is finished or its time is up; what is then in flight drains beside the next phase. */
  constructor(context: ExecutorContext, onDone: (nowUs: number) => void) {
    super(context);
    this.#onDone = onDone;
  }

  /** Starts all users of this stripe at once. */
  begin(phase: IterationsPhase, phaseIndex: number, startUs: number): void {
    const { clock, place, stripe, source, queue, runner } = this.context;
    this.#phaseIndex = phaseIndex;
    this.#left = workOfWorker(phase.iterations, phase.users, place);
    queue.schedule(this, startUs + phase.durationMs * 1_000);
    const profiles = assignProfiles(
      source.program.users.map((user) => user.weight),
      phase.users,
    );
    const users: VirtualUser[] = [];
    for (let ordinal = stripe.index; ordinal < phase.users; ordinal += stripe.count) {
      users.push(this.createUser(profiles[ordinal] ?? 0, ordinal, [USER_STREAM, phaseIndex, ordinal]));
    }
    for (const user of users) {
      const nowUs = clock.nowUs();
      if (this.#next(user, nowUs)) runner.run(user, nowUs);
    }
    this.#tellDone(clock.nowUs());
  }

  /** The time is up: the rest is dropped, the target's failure as in the open model. */
  fire(nowUs: number): void {
    this.#dropRest(nowUs);
    this.stop(nowUs);
    this.#endPhase(nowUs);
  }

  override giveUp(outcome: 'cut' | 'interrupted', nowUs: number): void {
    if (outcome === 'cut') this.#dropRest(nowUs);
    super.giveUp(outcome, nowUs);
  }

  #dropRest(nowUs: number): void {
    const { recorder, source } = this.context;
    const series = source.program.users[0]?.tasks.find((task) => task.firstSeries >= 0)?.firstSeries ?? -1;
    const dropped = this.#left;
    this.#left = 0;
    recorder.countIteration(this.#phaseIndex, 'dropped', dropped);
    const charged = series >= 0 ? dropped : 0;
    for (let count = 0; count < charged; count++) {
      recorder.recordDropped(this.#phaseIndex, series, { nowUs, reason: 'dropped: not begun before the phase ended' });
    }
  }

  override stop(nowUs: number): void {
    this.context.queue.cancel(this);
    super.stop(nowUs);
  }

  flowEnded(user: VirtualUser, _outcome: FlowOutcome, nowUs: number): boolean {
    const wasStart = user.flow === 'start';
    user.flow = 'none';
    if (this.stopping) {
      this.retire(user);
      this.#tellDone(nowUs);
      return false;
    }
    if (wasStart) user.ready = true;
    else if (!user.waited && this.#left > 0) {
      this.backOff(user, nowUs);
      return false;
    }
    return this.#next(user, nowUs);
  }

  wake(user: VirtualUser, nowUs: number): void {
    if (this.#next(user, nowUs)) this.context.runner.run(user, nowUs);
  }

  #next(user: VirtualUser, nowUs: number): boolean {
    if (this.#left === 0) {
      this.retire(user);
      this.#tellDone(nowUs);
      return false;
    }
    if (!user.ready) {
      this.enterStart(user, nowUs);
      return true;
    }
    this.#left--;
    this.context.recorder.countIteration(this.#phaseIndex, 'started');
    if (this.enterTask(user, { phase: this.#phaseIndex, dueUs: nowUs }, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    this.backOff(user, nowUs);
    return false;
  }

  #tellDone(nowUs: number): void {
    if (this.#left === 0 && this.users.size === 0) this.#endPhase(nowUs);
  }

  #endPhase(nowUs: number): void {
    if (this.#doneTold) return;
    this.#doneTold = true;
    this.context.queue.cancel(this);
    this.#onDone(nowUs);
  }
}
