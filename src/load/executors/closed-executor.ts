import type { PlannedPhase } from '../../plan/plan.ts';
import { assignProfiles, curveFrom, joinMs, leaveMs, levelAtMs, type UserCurve } from '../../plan/user-levels.ts';
import { drawThinkUs } from '../flow/draw-think.ts';
import type { Due } from '../time/due-queue.ts';
import { UserPool } from './user-pool.ts';
import type { FlowOutcome, VirtualUser } from '../flow/virtual-user.ts';

/** The key of the seed's streams for closed users. */
const USER_STREAM = 3;

type ClosedPhase = Extract<PlannedPhase, { model: 'closed' }>;

/**
 * The closed model: a level of virtual users, each running one iteration after the other with think time between them. This worker has the users of its
 * stripe; they join and leave when the curve says so: the plan's, or one that was set by hand.
 */
export class ClosedExecutor extends UserPool implements Due {
  dueUs = 0;
  place = -1;
  #curve: UserCurve | undefined;
  /** The level is not the plan's, and the next phase begins from what it really is. */
  #isByHand = false;
  #phaseIndex = 0;
  #startUs = 0;
  #nextOrdinal = 0;
  #profiles: readonly number[] = [];
  readonly #byOrdinal = new Map<number, VirtualUser>();
  /** Users that a pause has stopped: they come back when the level reaches them again. */
  readonly #parked = new Set<VirtualUser>();
  #paused = false;

  /** Goes over to a phase; users below its level stay, with all they hold. */
  begin(phase: ClosedPhase, phaseIndex: number, startUs: number): void {
    const isCarried = this.#isByHand && !this.#paused && this.#curve !== undefined;
    const curve = isCarried ? curveFrom(phase, levelAtMs(this.#curve ?? phase, (startUs - this.#startUs) / 1_000)) : phase;
    this.#phaseIndex = phaseIndex;
    this.#isByHand = isCarried;
    this.#paused = false;
    this.#follow(curve, startUs);
  }

  /** From a moment on the phase that runs has another curve, the same for all workers. */
  setLevel(curve: UserCurve, startUs: number): void {
    if (this.#paused || this.stopping) return;
    this.#isByHand = true;
    this.#follow(curve, startUs);
  }

  #follow(curve: UserCurve, startUs: number): void {
    const { stripe, source } = this.context;
    this.#curve = curve;
    this.#startUs = startUs;
    const most = Math.max(curve.users, curve.fromUsers);
    if (this.#profiles.length < most)
      this.#profiles = assignProfiles(
        source.program.users.map((user) => user.weight),
        most,
      );
    for (const user of [...this.users]) {
      user.leaveUs = startUs + leaveMs(curve, user.ordinal) * 1_000;
      if (user.flow !== 'none') continue;
      if (user.leaveUs <= startUs) this.retire(user);
      // It was to wake up when its time to leave came, and now may stay until its rest is over.
      else if (user.place >= 0) this.context.queue.schedule(user, Math.min(user.leaveUs, user.restUntilUs));
    }
    this.context.queue.cancel(this);
    this.#nextOrdinal = stripe.index;
    this.#joinDue(startUs);
  }

  /** Everybody stops after the iteration that is under way, and waits. */
  pause(): void {
    this.#paused = true;
    this.context.queue.cancel(this);
    for (const user of this.users) if (user.flow === 'none') this.#park(user);
  }

  override stop(nowUs: number): void {
    this.context.queue.cancel(this);
    super.stop(nowUs);
  }

  /** The next user of this stripe joins. */
  fire(nowUs: number): void {
    this.#joinDue(nowUs);
  }

  flowEnded(user: VirtualUser, _outcome: FlowOutcome, nowUs: number): boolean {
    const wasStart = user.flow === 'start';
    user.flow = 'none';
    if (this.stopping) {
      this.retire(user);
      return false;
    }
    if (wasStart) user.ready = true;
    if (!this.#mayGoOn(user, nowUs)) return false;
    return wasStart ? this.#beginIteration(user, nowUs, nowUs) : this.#next(user, nowUs);
  }

  /** Think time or a back-off is over. */
  wake(user: VirtualUser, nowUs: number): void {
    if (!this.#mayGoOn(user, nowUs)) return;
    const dueUs = user.dueUs;
    if (this.context.phases.isJudged(this.#phaseIndex)) this.context.recorder.recordScheduleLag(nowUs - dueUs);
    if (this.#beginIteration(user, dueUs, nowUs)) this.context.runner.run(user, nowUs);
  }

  /** False: the user waits for its turn, or has left. One that was still busy when the level fell below it must not be back before the level is. */
  #mayGoOn(user: VirtualUser, nowUs: number): boolean {
    const curve = this.#curve;
    const isAhead = curve !== undefined && user.ordinal < curve.users && this.#startUs + joinMs(curve, user.ordinal) * 1_000 > nowUs;
    if (this.#paused || isAhead) {
      this.#park(user);
      return false;
    }
    if (user.leaveUs > nowUs) return true;
    this.retire(user);
    return false;
  }

  #joinDue(nowUs: number): void {
    const curve = this.#curve;
    if (!curve || this.#paused || this.stopping) return;
    const { stripe } = this.context;
    for (; this.#nextOrdinal < curve.users; this.#nextOrdinal += stripe.count) {
      const atUs = this.#startUs + joinMs(curve, this.#nextOrdinal) * 1_000;
      if (atUs > nowUs) {
        this.context.queue.schedule(this, atUs);
        return;
      }
      this.#join(this.#nextOrdinal);
    }
  }

  #join(ordinal: number): void {
    // Read anew for each: a thousand users that join at once take a while to be set off.
    const nowUs = this.context.clock.nowUs();
    const known = this.#byOrdinal.get(ordinal);
    if (known && !this.#parked.delete(known)) return;
    const user = known ?? this.createUser(this.#profiles[ordinal] ?? 0, ordinal, [USER_STREAM, ordinal]);
    this.#byOrdinal.set(ordinal, user);
    if (this.#beginIteration(user, nowUs, nowUs)) this.context.runner.run(user, nowUs);
  }

  #beginIteration(user: VirtualUser, dueUs: number, nowUs: number): boolean {
    if (!user.ready) {
      this.enterStart(user, nowUs);
      return true;
    }
    this.context.recorder.countIteration(this.#phaseIndex, 'started');
    if (this.enterTask(user, { phase: this.#phaseIndex, dueUs }, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    this.backOff(user, nowUs);
    return false;
  }

  /** After an iteration: think, keep the pace, or go on at once. */
  #next(user: VirtualUser, nowUs: number): boolean {
    const { think } = user.program;
    if (!user.waited) {
      this.backOff(user, nowUs);
      return false;
    }
    if (!think) return this.#beginIteration(user, nowUs, nowUs);
    // A pace is absolute: after a stall the iterations that were due are made up for, and their latency counts from when they were due.
    const fromUs = think.kind === 'pace' ? user.iterationDueUs : nowUs;
    const dueUs = fromUs + drawThinkUs(think, user.random);
    // The target made it late, so this is no lag of the generator.
    if (dueUs <= nowUs) return this.#beginIteration(user, dueUs, nowUs);
    user.restUntilUs = dueUs;
    this.context.queue.schedule(user, Math.min(user.leaveUs, dueUs));
    return false;
  }

  protected override retire(user: VirtualUser): void {
    this.#byOrdinal.delete(user.ordinal);
    this.#parked.delete(user);
    super.retire(user);
  }

  #park(user: VirtualUser): void {
    this.context.queue.cancel(user);
    this.#parked.add(user);
  }
}
