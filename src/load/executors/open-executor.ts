import { evenFireTimes, poissonFireTimes, type FireTimes } from '../../plan/fire-times.ts';
import { shareOfWorker } from '../../plan/shard.ts';
import { seedOfPhase } from '../../plan/plan-phases.ts';
import type { PlannedPhase } from '../../plan/plan.ts';
import { pickWeighted } from '../../plan/user-levels.ts';
import { SeededRandom } from '../../seeded-random.ts';
import type { Due } from '../time/due-queue.ts';
import { UserPool, type ExecutorContext } from './user-pool.ts';
import type { FlowOutcome, VirtualUser } from '../flow/virtual-user.ts';

/** A start that is later than this is missed, the generator's fault: made all the same, it would count its own lateness as the target's. */
const MISSED_AFTER_US = 200_000;
/**
 * A start that is later than this comes after a stall of the generator: arrivals are made in one go, before the answers that wait in its sockets are read.
 * One of them, or of as long a time after, that finds no free user is missed, too: nobody can say that the target was the one to be waited for.
 */
const STALL_US = 20_000;
/** Keys of the seed: what is drawn for an arrival is the same whichever worker makes it. */
const ARRIVAL_STREAM = 1;
const PROFILE_STREAM = 2;
const ORDER_STREAM = 3;

type OpenPhase = Extract<PlannedPhase, { model: 'open' }>;

/**
 * The open model: arrivals come when they are due, whatever the target does. An arrival takes a free virtual user or a new one; when all are waiting for the
 * target it is dropped, the target's failure.
 */
export class OpenExecutor extends UserPool implements Due {
  dueUs = 0;
  place = -1;
  #times: FireTimes | undefined;
  #phaseIndex = 0;
  #stream = 0;
  #startUs = 0;
  #arrival = 0;
  /** What the next arrival waits beyond its time, so that the other target is asked first. */
  #afterUs = 0;
  #maxUsers = 0;
  #created = 0;
  #stalledUs = Number.NEGATIVE_INFINITY;
  readonly #free: VirtualUser[][];
  readonly #weights: readonly number[];
  readonly #random = new SeededRandom(0);
  /** Arrivals whose user is still in its `start`. */
  readonly #waiting = new Map<
    VirtualUser,
    { readonly phase: number; readonly dueUs: number; readonly startedUs: number; readonly arrival: number }
  >();

  constructor(context: ExecutorContext) {
    super(context);
    this.#free = context.source.program.users.map(() => []);
    this.#weights = context.source.program.users.map((user) => user.weight);
  }

  /** Goes over to a phase; its users stay. */
  begin(phase: OpenPhase, phaseIndex: number, startUs: number): void {
    const { place, stripe, seed, streams } = this.context;
    this.#phaseIndex = phaseIndex;
    this.#stream = streams[phaseIndex] ?? phaseIndex;
    this.#startUs = startUs;
    this.#arrival = stripe.index;
    this.#maxUsers = shareOfWorker(phase.maxUsers, place);
    for (const free of this.#free) {
      for (let user = free.at(-1); user && this.users.size > this.#maxUsers; user = free.at(-1)) {
        free.pop();
        this.retire(user);
      }
    }
    this.#times =
      phase.arrivals === 'even' ? evenFireTimes(phase, stripe) : poissonFireTimes(phase, seedOfPhase(seed, this.#stream), stripe);
    this.#scheduleNext();
  }

  /** No more arrivals; what has started goes on. */
  pause(): void {
    this.context.queue.cancel(this);
    this.#times = undefined;
  }

  override stop(nowUs: number): void {
    this.pause();
    super.stop(nowUs);
  }

  fire(nowUs: number): void {
    this.#arrive(this.dueUs - this.#afterUs, nowUs);
    this.#scheduleNext();
  }

  flowEnded(user: VirtualUser, _outcome: FlowOutcome, nowUs: number): boolean {
    const wasStart = user.flow === 'start';
    user.flow = 'none';
    const arrival = this.#waiting.get(user);
    this.#waiting.delete(user);
    if (this.stopping) {
      if (wasStart && arrival) this.context.recorder.countIteration(arrival.phase, 'interrupted');
      this.retire(user);
      return false;
    }
    if (wasStart && arrival) {
      user.ready = true;
      user.random.reseed(this.context.seed, [ARRIVAL_STREAM, this.context.streams[arrival.phase] ?? arrival.phase, arrival.arrival]);
      // The time that `start` took is not the arrival's latency.
      return this.#beginArrival(user, { phase: arrival.phase, dueUs: arrival.dueUs + (nowUs - arrival.startedUs) }, nowUs);
    }
    this.#release(user);
    return false;
  }

  wake(user: VirtualUser): void {
    this.#release(user);
  }

  #scheduleNext(): void {
    const next = this.#times?.next() ?? Number.POSITIVE_INFINITY;
    if (next === Number.POSITIVE_INFINITY) return;
    this.#afterUs = this.#drawOrder();
    this.context.queue.schedule(this, this.#startUs + next + this.#afterUs);
  }

  /**
   * Of two targets that get the same arrival at the same time, a seeded coin says which is asked first: the second is due a microsecond later, which is the
   * resolution of all times here. Both sides toss the same coin.
   */
  #drawOrder(): 0 | 1 {
    const { side, seed } = this.context;
    if (side === undefined) return 0;
    this.#random.reseed(seed, [ORDER_STREAM, this.#stream, this.#arrival]);
    const first = this.#random.next() < 0.5 ? 0 : 1;
    return first === side ? 0 : 1;
  }

  #arrive(dueUs: number, nowUs: number): void {
    const { recorder, phases, stripe } = this.context;
    const arrival = this.#arrival;
    this.#arrival += stripe.count;
    const lagUs = nowUs - dueUs;
    if (phases.isJudged(this.#phaseIndex)) recorder.recordScheduleLag(lagUs);
    if (lagUs > STALL_US) this.#stalledUs = nowUs;
    if (lagUs > MISSED_AFTER_US) {
      recorder.countIteration(this.#phaseIndex, 'missed');
      return;
    }
    this.#random.reseed(this.context.seed, [PROFILE_STREAM, this.#stream, arrival]);
    const profile = pickWeighted(this.#weights, this.#random.next());
    const user = this.#takeUser(profile);
    if (!user) {
      if (nowUs - this.#stalledUs <= STALL_US) recorder.countIteration(this.#phaseIndex, 'missed');
      else this.#drop(profile, nowUs);
      return;
    }
    recorder.countIteration(this.#phaseIndex, 'started');
    if (user.ready) {
      user.random.reseed(this.context.seed, [ARRIVAL_STREAM, this.#stream, arrival]);
      if (this.#beginArrival(user, { phase: this.#phaseIndex, dueUs }, nowUs)) this.context.runner.run(user, nowUs);
      return;
    }
    this.#waiting.set(user, { phase: this.#phaseIndex, dueUs, startedUs: nowUs, arrival });
    this.enterStart(user, nowUs);
    this.context.runner.run(user, nowUs);
  }

  #beginArrival(user: VirtualUser, due: { readonly phase: number; readonly dueUs: number }, nowUs: number): boolean {
    if (this.enterTask(user, due, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    user.flow = 'none';
    this.#release(user);
    return false;
  }

  /** A user is free; one too many for this phase ends. */
  #release(user: VirtualUser): void {
    if (this.users.size > this.#maxUsers) this.retire(user);
    else this.#free[user.profile]?.push(user);
  }

  #takeUser(profile: number): VirtualUser | undefined {
    const free = this.#free[profile]?.pop();
    if (free) return free;
    if (this.users.size >= this.#maxUsers) {
      // A free user of another profile makes room: it waits for nothing, so this arrival is not the target's to drop.
      const other = this.#free.find((users) => users.length > 0)?.pop();
      if (!other) return undefined;
      this.retire(other);
    }
    this.#created++;
    return this.createUser(profile, -1, [0, this.context.stripe.index, this.#created]);
  }

  #drop(profile: number, nowUs: number): void {
    const { recorder, source } = this.context;
    recorder.countIteration(this.#phaseIndex, 'dropped');
    const series = source.program.users[profile]?.tasks.find((task) => task.firstSeries >= 0)?.firstSeries ?? -1;
    if (series >= 0) recorder.recordDropped(this.#phaseIndex, series, { nowUs, reason: 'dropped: all virtual users are busy (max_users)' });
  }
}
