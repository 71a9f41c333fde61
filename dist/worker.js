import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  WsTransport
} from "./chunk-IP4PPETC.js";
import {
  DueQueue,
  FlowRunner,
  Recorder,
  RequestRunner,
  SocketRunner,
  drawThinkUs,
  prepareUsers
} from "./chunk-DYYONS7I.js";
import {
  RunClock,
  UndiciTransport,
  VirtualUser
} from "./chunk-4NOXZN2J.js";
import "./chunk-3LYM6ZRV.js";
import "./chunk-JJHWQA64.js";
import {
  seedOfPhase
} from "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import {
  assignProfiles,
  curveFrom,
  curveTo,
  joinMs,
  leaveMs,
  levelAtMs,
  pickWeighted
} from "./chunk-NSEIX5CG.js";
import {
  shareOfWorker,
  stripeOf,
  workOfWorker
} from "./chunk-V5SBQFRO.js";
import {
  evenFireTimes,
  poissonFireTimes
} from "./chunk-7GDODETR.js";
import {
  Histogram
} from "./chunk-36QIXGWF.js";
import {
  SeededRandom
} from "./chunk-6YJF3WAO.js";
import {
  createMasker
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-RYQVFUXL.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/load/worker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/load/executors/user-pool.ts
var BACK_OFF_US = 1e6;
var UserPool = class {
  context;
  users = /* @__PURE__ */ new Set();
  stopping = false;
  constructor(context) {
    this.context = context;
  }
  /** No new iteration and no new request: users without anything in flight end now, the others when it is over. */
  stop(nowUs) {
    this.stopping = true;
    for (const user of [...this.users]) {
      if (user.isInFlight) continue;
      if (user.flow === "none") this.retire(user);
      else this.context.runner.endFlow(user, "interrupted", nowUs);
    }
    this.#tellIdle();
  }
  /** Ends everything at once. */
  giveUp(outcome, nowUs) {
    this.stopping = true;
    for (const user of [...this.users]) {
      this.context.runner.giveUp(user, outcome, nowUs);
      this.retire(user);
    }
  }
  /** A new user of a profile; `keys` choose its stream of chance. */
  createUser(profile, ordinal, keys) {
    const { source, runner, seed, keepsStepStarts } = this.context;
    const program = source.program.users[profile];
    if (!program) throw new RangeError(`there is no user profile ${profile}`);
    const user = new VirtualUser({ profile, program, ordinal, seed: [seed, ...keys], source, host: this, runner });
    if (keepsStepStarts) user.stepStarts = /* @__PURE__ */ new Map();
    this.users.add(user);
    this.context.onJoin();
    return user;
  }
  /** Ends a user for good. */
  retire(user) {
    this.context.queue.cancel(user);
    this.context.runner.retire(user, this.context.clock.nowUs());
    this.users.delete(user);
    if (this.stopping) this.#tellIdle();
  }
  /** Puts a user into its `start`. */
  enterStart(user, nowUs) {
    user.phase = this.context.phases.currentPhase;
    user.enter(this.context.prepared[user.profile]?.start ?? [], "start", nowUs);
  }
  /**
   * Puts a user into a task, drawn by weight among those whose variables are set, for an iteration that the caller has counted as started. False: there is
   * none, because the user's `start` failed. The iteration then has failed and is charged to the first step that it should have made: a target that lets
   * nobody in must not look idle.
   */
  enterTask(user, due, nowUs) {
    const { recorder, prepared } = this.context;
    user.phase = due.phase;
    const tasks = user.program.tasks;
    let index = 0;
    if (tasks.length > 1 || (tasks[0]?.needs.length ?? 0) > 0) {
      const eligible = tasks.flatMap((task, place) => task.needs.every((slot) => user.values.has(slot)) ? [place] : []);
      const chosen = pickWeighted(
        eligible.map((place) => tasks[place]?.weight ?? 0),
        user.random.next()
      );
      index = eligible[chosen] ?? -1;
    }
    const code = prepared[user.profile]?.tasks[index];
    if (!code) {
      recorder.countIteration(due.phase, "failed");
      const series = tasks[0]?.firstSeries ?? -1;
      if (series >= 0)
        recorder.recordDropped(due.phase, series, { nowUs, reason: "dropped: no task has the captures and WebSockets that it needs" });
      return false;
    }
    user.enter(code, "iteration", due.dueUs);
    return true;
  }
  /** Lets a user try again later, when going on at once would only spin. */
  backOff(user, nowUs) {
    user.flow = "none";
    user.restUntilUs = nowUs + BACK_OFF_US;
    this.context.queue.schedule(user, user.restUntilUs);
  }
  #tellIdle() {
    if (this.stopping && this.users.size === 0) this.context.onIdle();
  }
};

// src/load/executors/closed-executor.ts
var USER_STREAM = 3;
var ClosedExecutor = class extends UserPool {
  dueUs = 0;
  place = -1;
  #curve;
  /** The level is not the plan's, and the next phase begins from what it really is. */
  #isByHand = false;
  #phaseIndex = 0;
  #startUs = 0;
  #nextOrdinal = 0;
  #profiles = [];
  #byOrdinal = /* @__PURE__ */ new Map();
  /** Users that a pause has stopped: they come back when the level reaches them again. */
  #parked = /* @__PURE__ */ new Set();
  #paused = false;
  /** Goes over to a phase; users below its level stay, with all they hold. */
  begin(phase, phaseIndex, startUs) {
    const isCarried = this.#isByHand && !this.#paused && this.#curve !== void 0;
    const curve = isCarried ? curveFrom(phase, levelAtMs(this.#curve ?? phase, (startUs - this.#startUs) / 1e3)) : phase;
    this.#phaseIndex = phaseIndex;
    this.#isByHand = isCarried;
    this.#paused = false;
    this.#follow(curve, startUs);
  }
  /** From a moment on the phase that runs has another curve, the same for all workers. */
  setLevel(curve, startUs) {
    if (this.#paused || this.stopping) return;
    this.#isByHand = true;
    this.#follow(curve, startUs);
  }
  #follow(curve, startUs) {
    const { stripe, source } = this.context;
    this.#curve = curve;
    this.#startUs = startUs;
    const most = Math.max(curve.users, curve.fromUsers);
    if (this.#profiles.length < most)
      this.#profiles = assignProfiles(
        source.program.users.map((user) => user.weight),
        most
      );
    for (const user of [...this.users]) {
      user.leaveUs = startUs + leaveMs(curve, user.ordinal) * 1e3;
      if (user.flow !== "none") continue;
      if (user.leaveUs <= startUs) this.retire(user);
      else if (user.place >= 0) this.context.queue.schedule(user, Math.min(user.leaveUs, user.restUntilUs));
    }
    this.context.queue.cancel(this);
    this.#nextOrdinal = stripe.index;
    this.#joinDue(startUs);
  }
  /** Everybody stops after the iteration that is under way, and waits. */
  pause() {
    this.#paused = true;
    this.context.queue.cancel(this);
    for (const user of this.users) if (user.flow === "none") this.#park(user);
  }
  stop(nowUs) {
    this.context.queue.cancel(this);
    super.stop(nowUs);
  }
  /** The next user of this stripe joins. */
  fire(nowUs) {
    this.#joinDue(nowUs);
  }
  flowEnded(user, _outcome, nowUs) {
    const wasStart = user.flow === "start";
    user.flow = "none";
    if (this.stopping) {
      this.retire(user);
      return false;
    }
    if (wasStart) user.ready = true;
    if (!this.#mayGoOn(user, nowUs)) return false;
    return wasStart ? this.#beginIteration(user, nowUs, nowUs) : this.#next(user, nowUs);
  }
  /** Think time or a back-off is over. */
  wake(user, nowUs) {
    if (!this.#mayGoOn(user, nowUs)) return;
    const dueUs = user.dueUs;
    if (this.context.phases.isJudged(this.#phaseIndex)) this.context.recorder.recordScheduleLag(nowUs - dueUs);
    if (this.#beginIteration(user, dueUs, nowUs)) this.context.runner.run(user, nowUs);
  }
  /** False: the user waits for its turn, or has left. One that was still busy when the level fell below it must not be back before the level is. */
  #mayGoOn(user, nowUs) {
    const curve = this.#curve;
    const isAhead = curve !== void 0 && user.ordinal < curve.users && this.#startUs + joinMs(curve, user.ordinal) * 1e3 > nowUs;
    if (this.#paused || isAhead) {
      this.#park(user);
      return false;
    }
    if (user.leaveUs > nowUs) return true;
    this.retire(user);
    return false;
  }
  #joinDue(nowUs) {
    const curve = this.#curve;
    if (!curve || this.#paused || this.stopping) return;
    const { stripe } = this.context;
    for (; this.#nextOrdinal < curve.users; this.#nextOrdinal += stripe.count) {
      const atUs = this.#startUs + joinMs(curve, this.#nextOrdinal) * 1e3;
      if (atUs > nowUs) {
        this.context.queue.schedule(this, atUs);
        return;
      }
      this.#join(this.#nextOrdinal);
    }
  }
  #join(ordinal) {
    const nowUs = this.context.clock.nowUs();
    const known = this.#byOrdinal.get(ordinal);
    if (known && !this.#parked.delete(known)) return;
    const user = known ?? this.createUser(this.#profiles[ordinal] ?? 0, ordinal, [USER_STREAM, ordinal]);
    this.#byOrdinal.set(ordinal, user);
    if (this.#beginIteration(user, nowUs, nowUs)) this.context.runner.run(user, nowUs);
  }
  #beginIteration(user, dueUs, nowUs) {
    if (!user.ready) {
      this.enterStart(user, nowUs);
      return true;
    }
    this.context.recorder.countIteration(this.#phaseIndex, "started");
    if (this.enterTask(user, { phase: this.#phaseIndex, dueUs }, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    this.backOff(user, nowUs);
    return false;
  }
  /** After an iteration: think, keep the pace, or go on at once. */
  #next(user, nowUs) {
    const { think } = user.program;
    if (!user.waited) {
      this.backOff(user, nowUs);
      return false;
    }
    if (!think) return this.#beginIteration(user, nowUs, nowUs);
    const fromUs = think.kind === "pace" ? user.iterationDueUs : nowUs;
    const dueUs = fromUs + drawThinkUs(think, user.random);
    if (dueUs <= nowUs) return this.#beginIteration(user, dueUs, nowUs);
    user.restUntilUs = dueUs;
    this.context.queue.schedule(user, Math.min(user.leaveUs, dueUs));
    return false;
  }
  retire(user) {
    this.#byOrdinal.delete(user.ordinal);
    this.#parked.delete(user);
    super.retire(user);
  }
  #park(user) {
    this.context.queue.cancel(user);
    this.#parked.add(user);
  }
};

// src/load/executors/iterations-executor.ts
var USER_STREAM2 = 4;
var IterationsExecutor = class extends UserPool {
  dueUs = 0;
  place = -1;
  #phaseIndex = 0;
  #left = 0;
  #doneTold = false;
  #onDone;
  /** `onDone` is called once, when this worker's share is finished or its time is up; what is then in flight drains beside the next phase. */
  constructor(context, onDone) {
    super(context);
    this.#onDone = onDone;
  }
  /** Starts all users of this stripe at once. */
  begin(phase, phaseIndex, startUs) {
    const { clock, place, stripe, source, queue, runner } = this.context;
    this.#phaseIndex = phaseIndex;
    this.#left = workOfWorker(phase.iterations, phase.users, place);
    queue.schedule(this, startUs + phase.durationMs * 1e3);
    const profiles = assignProfiles(
      source.program.users.map((user) => user.weight),
      phase.users
    );
    const users = [];
    for (let ordinal = stripe.index; ordinal < phase.users; ordinal += stripe.count) {
      users.push(this.createUser(profiles[ordinal] ?? 0, ordinal, [USER_STREAM2, phaseIndex, ordinal]));
    }
    for (const user of users) {
      const nowUs = clock.nowUs();
      if (this.#next(user, nowUs)) runner.run(user, nowUs);
    }
    this.#tellDone(clock.nowUs());
  }
  /** The time is up: the rest is dropped, the target's failure as in the open model. */
  fire(nowUs) {
    this.#dropRest(nowUs);
    this.stop(nowUs);
    this.#endPhase(nowUs);
  }
  giveUp(outcome, nowUs) {
    if (outcome === "cut") this.#dropRest(nowUs);
    super.giveUp(outcome, nowUs);
  }
  #dropRest(nowUs) {
    const { recorder, source } = this.context;
    const series = source.program.users[0]?.tasks.find((task) => task.firstSeries >= 0)?.firstSeries ?? -1;
    const dropped = this.#left;
    this.#left = 0;
    recorder.countIteration(this.#phaseIndex, "dropped", dropped);
    const charged = series >= 0 ? dropped : 0;
    for (let count = 0; count < charged; count++) {
      recorder.recordDropped(this.#phaseIndex, series, { nowUs, reason: "dropped: not begun before the phase ended" });
    }
  }
  stop(nowUs) {
    this.context.queue.cancel(this);
    super.stop(nowUs);
  }
  flowEnded(user, _outcome, nowUs) {
    const wasStart = user.flow === "start";
    user.flow = "none";
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
  wake(user, nowUs) {
    if (this.#next(user, nowUs)) this.context.runner.run(user, nowUs);
  }
  #next(user, nowUs) {
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
    this.context.recorder.countIteration(this.#phaseIndex, "started");
    if (this.enterTask(user, { phase: this.#phaseIndex, dueUs: nowUs }, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    this.backOff(user, nowUs);
    return false;
  }
  #tellDone(nowUs) {
    if (this.#left === 0 && this.users.size === 0) this.#endPhase(nowUs);
  }
  #endPhase(nowUs) {
    if (this.#doneTold) return;
    this.#doneTold = true;
    this.context.queue.cancel(this);
    this.#onDone(nowUs);
  }
};

// src/load/executors/open-executor.ts
var MISSED_AFTER_US = 2e5;
var STALL_US = 2e4;
var ARRIVAL_STREAM = 1;
var PROFILE_STREAM = 2;
var ORDER_STREAM = 3;
var OpenExecutor = class extends UserPool {
  dueUs = 0;
  place = -1;
  #times;
  #phaseIndex = 0;
  #stream = 0;
  #startUs = 0;
  #arrival = 0;
  /** What the next arrival waits beyond its time, so that the other target is asked first. */
  #afterUs = 0;
  #maxUsers = 0;
  #created = 0;
  #stalledUs = Number.NEGATIVE_INFINITY;
  #free;
  #weights;
  #random = new SeededRandom(0);
  /** Arrivals whose user is still in its `start`. */
  #waiting = /* @__PURE__ */ new Map();
  constructor(context) {
    super(context);
    this.#free = context.source.program.users.map(() => []);
    this.#weights = context.source.program.users.map((user) => user.weight);
  }
  /** Goes over to a phase; its users stay. */
  begin(phase, phaseIndex, startUs) {
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
    this.#times = phase.arrivals === "even" ? evenFireTimes(phase, stripe) : poissonFireTimes(phase, seedOfPhase(seed, this.#stream), stripe);
    this.#scheduleNext();
  }
  /** No more arrivals; what has started goes on. */
  pause() {
    this.context.queue.cancel(this);
    this.#times = void 0;
  }
  stop(nowUs) {
    this.pause();
    super.stop(nowUs);
  }
  fire(nowUs) {
    this.#arrive(this.dueUs - this.#afterUs, nowUs);
    this.#scheduleNext();
  }
  flowEnded(user, _outcome, nowUs) {
    const wasStart = user.flow === "start";
    user.flow = "none";
    const arrival = this.#waiting.get(user);
    this.#waiting.delete(user);
    if (this.stopping) {
      if (wasStart && arrival) this.context.recorder.countIteration(arrival.phase, "interrupted");
      this.retire(user);
      return false;
    }
    if (wasStart && arrival) {
      user.ready = true;
      user.random.reseed(this.context.seed, [ARRIVAL_STREAM, this.context.streams[arrival.phase] ?? arrival.phase, arrival.arrival]);
      return this.#beginArrival(user, { phase: arrival.phase, dueUs: arrival.dueUs + (nowUs - arrival.startedUs) }, nowUs);
    }
    this.#release(user);
    return false;
  }
  wake(user) {
    this.#release(user);
  }
  #scheduleNext() {
    const next = this.#times?.next() ?? Number.POSITIVE_INFINITY;
    if (next === Number.POSITIVE_INFINITY) return;
    this.#afterUs = this.#drawOrder();
    this.context.queue.schedule(this, this.#startUs + next + this.#afterUs);
  }
  /**
   * Of two targets that get the same arrival at the same time, a seeded coin says which is asked first: the second is due a microsecond later, which is the
   * resolution of all times here. Both sides toss the same coin.
   */
  #drawOrder() {
    const { side, seed } = this.context;
    if (side === void 0) return 0;
    this.#random.reseed(seed, [ORDER_STREAM, this.#stream, this.#arrival]);
    const first = this.#random.next() < 0.5 ? 0 : 1;
    return first === side ? 0 : 1;
  }
  #arrive(dueUs, nowUs) {
    const { recorder, phases, stripe } = this.context;
    const arrival = this.#arrival;
    this.#arrival += stripe.count;
    const lagUs = nowUs - dueUs;
    if (phases.isJudged(this.#phaseIndex)) recorder.recordScheduleLag(lagUs);
    if (lagUs > STALL_US) this.#stalledUs = nowUs;
    if (lagUs > MISSED_AFTER_US) {
      recorder.countIteration(this.#phaseIndex, "missed");
      return;
    }
    this.#random.reseed(this.context.seed, [PROFILE_STREAM, this.#stream, arrival]);
    const profile = pickWeighted(this.#weights, this.#random.next());
    const user = this.#takeUser(profile);
    if (!user) {
      if (nowUs - this.#stalledUs <= STALL_US) recorder.countIteration(this.#phaseIndex, "missed");
      else this.#drop(profile, nowUs);
      return;
    }
    recorder.countIteration(this.#phaseIndex, "started");
    if (user.ready) {
      user.random.reseed(this.context.seed, [ARRIVAL_STREAM, this.#stream, arrival]);
      if (this.#beginArrival(user, { phase: this.#phaseIndex, dueUs }, nowUs)) this.context.runner.run(user, nowUs);
      return;
    }
    this.#waiting.set(user, { phase: this.#phaseIndex, dueUs, startedUs: nowUs, arrival });
    this.enterStart(user, nowUs);
    this.context.runner.run(user, nowUs);
  }
  #beginArrival(user, due, nowUs) {
    if (this.enterTask(user, due, nowUs)) return true;
    user.ready = user.program.start.length === 0;
    user.flow = "none";
    this.#release(user);
    return false;
  }
  /** A user is free; one too many for this phase ends. */
  #release(user) {
    if (this.users.size > this.#maxUsers) this.retire(user);
    else this.#free[user.profile]?.push(user);
  }
  #takeUser(profile) {
    const free = this.#free[profile]?.pop();
    if (free) return free;
    if (this.users.size >= this.#maxUsers) {
      const other = this.#free.find((users) => users.length > 0)?.pop();
      if (!other) return void 0;
      this.retire(other);
    }
    this.#created++;
    return this.createUser(profile, -1, [0, this.context.stripe.index, this.#created]);
  }
  #drop(profile, nowUs) {
    const { recorder, source } = this.context;
    recorder.countIteration(this.#phaseIndex, "dropped");
    const series = source.program.users[profile]?.tasks.find((task) => task.firstSeries >= 0)?.firstSeries ?? -1;
    if (series >= 0) recorder.recordDropped(this.#phaseIndex, series, { nowUs, reason: "dropped: all virtual users are busy (max_users)" });
  }
};

// src/load/time/event-loop-probe.ts
var PERIOD_MS = 10;
var EventLoopProbe = class {
  #delays = new Histogram();
  #timer;
  #dueMs = 0;
  start() {
    if (this.#timer) return;
    this.#dueMs = performance.now() + PERIOD_MS;
    this.#timer = setTimeout(() => this.#tick(), PERIOD_MS);
  }
  stop() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = void 0;
    const lateMs = performance.now() - this.#dueMs;
    if (lateMs > 0) this.#delays.record(lateMs * 1e3);
  }
  /** All delays so far, µs. */
  delays() {
    return this.#delays.toDistribution();
  }
  #tick() {
    const nowMs = performance.now();
    this.#delays.record(Math.max(0, nowMs - this.#dueMs) * 1e3);
    this.#dueMs = nowMs + PERIOD_MS;
    this.#timer = setTimeout(() => this.#tick(), PERIOD_MS);
  }
};

// src/load/time/thread-cpu.ts
function threadCpuUs() {
  try {
    const usage = process.threadCpuUsage();
    return usage.user + usage.system;
  } catch {
    return void 0;
  }
}

// src/load/time/phase-clock.ts
var LEAST_JUDGED_US = 1e6;
var PhaseClock = class {
  #phases;
  #times;
  #probe = new EventLoopProbe();
  #cpuAtStart;
  #judgedCpuUs = 0;
  #judgedUs = 0;
  #cpuKnown = true;
  currentPhase = 0;
  /** The latest that is no pause; -1: none yet. */
  #loadPhase = -1;
  constructor(phases) {
    this.#phases = phases;
    this.#times = phases.map(() => ({ startUs: void 0, endUs: void 0, peakUsers: 0 }));
  }
  isJudged(phase) {
    const plan = this.#phases[phase];
    return plan !== void 0 && !plan.warmup && plan.model !== "pause";
  }
  get chargedPhase() {
    return this.#loadPhase < 0 ? this.currentPhase : this.#loadPhase;
  }
  begin(phase, startUs) {
    this.currentPhase = phase;
    if (this.#phases[phase]?.model !== "pause") this.#loadPhase = phase;
    const times = this.#times[phase];
    if (times) times.startUs = startUs;
    if (!this.isJudged(phase)) return;
    this.#cpuAtStart = threadCpuUs();
    this.#probe.start();
  }
  end(phase, endUs) {
    const times = this.#times[phase];
    if (!times || times.startUs === void 0 || times.endUs !== void 0) return;
    times.endUs = endUs;
    if (!this.isJudged(phase)) return;
    this.#probe.stop();
    const cpuUs = threadCpuUs();
    if (cpuUs === void 0 || this.#cpuAtStart === void 0) this.#cpuKnown = false;
    else this.#judgedCpuUs += cpuUs - this.#cpuAtStart;
    this.#judgedUs += endUs - times.startUs;
  }
  /** The pool's size now. */
  noteUsers(users) {
    const times = this.#times[this.currentPhase];
    if (times && users > times.peakUsers) times.peakUsers = users;
  }
  report() {
    return {
      phases: this.#times.map((times) => ({ ...times })),
      eventLoopDelay: this.#probe.delays(),
      cpuRatio: this.#cpuKnown && this.#judgedUs >= LEAST_JUDGED_US ? this.#judgedCpuUs / this.#judgedUs : void 0
    };
  }
};

// src/load/engine.ts
var SLICE_US = 1e6;
var Engine = class {
  #start;
  #clock;
  #events;
  #queue;
  #phases;
  #recorder;
  #requests;
  #transport;
  #context;
  #pools = /* @__PURE__ */ new Set();
  #executor;
  #executorModel;
  #ended = false;
  #finished = false;
  constructor(start, clock, parts) {
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
      currentPhase: () => this.#ended ? start.phases.length : this.#phases.currentPhase
    });
    const source = {
      program: start.program,
      rowCounters: new Int32Array(start.rowCounters),
      shard: start.place.shard,
      wallMs: () => Date.now()
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
      tracePrefix
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
      onIdle: () => this.#finishIfIdle()
    };
  }
  #buildRunner(transport) {
    const parts = { queue: this.#queue, recorder: this.#recorder, requests: this.#requests };
    return new FlowRunner({ ...parts, sockets: new SocketRunner({ ...parts, transport, phases: this.#phases }) });
  }
  /** Begins; the clock's zero is the start of the first phase. */
  begin() {
    this.#every(SLICE_US, (nowUs) => {
      this.#phases.noteUsers(this.#countUsers());
      this.#recorder.flush(nowUs);
      if (this.#requests.bytesMoved > this.#start.maxBytes) this.#events.onOverCap(this.#requests.bytesMoved);
    });
    this.#at(this.#start.timeBoxMs * 1e3, (nowUs) => this.#end("cut", nowUs));
    this.beginPhaseAt(0, 0);
  }
  /** Begins a phase when its time comes; called from outside only after fixed work. */
  beginPhaseAt(index, startUs) {
    this.#at(startUs, (nowUs) => this.#beginPhase(index, startUs, nowUs));
  }
  #beginPhase(index, startUs, nowUs) {
    if (this.#ended) return;
    const phase = this.#start.phases[index];
    if (!phase) {
      this.#stopAll(nowUs);
      return;
    }
    this.#phases.begin(index, startUs);
    this.#recorder.beginPhase(index, nowUs);
    if (phase.model !== "pause" && (phase.model !== this.#executorModel || phase.model === "iterations"))
      this.#changeModel(phase.model, index, nowUs);
    if (phase.model === "pause") this.#pause();
    else if (phase.model === "open" && this.#executor instanceof OpenExecutor) this.#executor.begin(phase, index, startUs);
    else if (phase.model === "closed" && this.#executor instanceof ClosedExecutor) this.#executor.begin(phase, index, startUs);
    else if (phase.model === "iterations" && this.#executor instanceof IterationsExecutor) this.#executor.begin(phase, index, startUs);
    this.#phases.noteUsers(this.#countUsers());
    if (phase.model === "iterations") return;
    const endUs = startUs + phase.durationMs * 1e3;
    this.#recorder.setPhaseEnd(index, endUs);
    this.#at(endUs, (atUs) => {
      this.#endPhase(index, endUs);
      this.#beginPhase(index + 1, endUs, atUs);
    });
  }
  /** Gives the closed phase that runs at that time another level; its end stays where it is. */
  setLevel({ phase, fromUsers, users, spawnRatePerSec, atUs }) {
    this.#at(atUs, () => {
      if (this.#ended || phase !== this.#phases.currentPhase || !(this.#executor instanceof ClosedExecutor)) return;
      this.#executor.setLevel(curveTo(fromUsers, users, spawnRatePerSec), atUs);
    });
  }
  /** Ends the burst at once: what is in flight is given up and not charged. */
  stop() {
    this.#end("interrupted", this.#clock.nowUs());
  }
  #changeModel(model, index, nowUs) {
    this.#executor?.stop(nowUs);
    this.#executorModel = model;
    this.#executor = model === "open" ? new OpenExecutor(this.#context) : model === "closed" ? new ClosedExecutor(this.#context) : new IterationsExecutor(this.#context, (doneUs) => this.#workDone(index, doneUs));
    this.#pools.add(this.#executor);
  }
  #pause() {
    if (this.#executor instanceof IterationsExecutor) return;
    this.#executor?.pause();
  }
  #workDone(index, nowUs) {
    this.#recorder.setPhaseEnd(index, nowUs);
    this.#endPhase(index, nowUs);
    this.#events.onPhaseDone(index);
  }
  #endPhase(index, endUs) {
    this.#phases.noteUsers(this.#countUsers());
    this.#phases.end(index, endUs);
  }
  /** The plan is through: no new work; done when the last user is. */
  #stopAll(nowUs) {
    for (const pool of this.#pools) pool.stop(nowUs);
    this.#ended = true;
    this.#finishIfIdle();
  }
  #end(outcome, nowUs) {
    if (this.#finished) return;
    if (!this.#ended) {
      this.#phases.end(this.#phases.currentPhase, nowUs);
      this.#ended = true;
    }
    for (const pool of this.#pools) pool.giveUp(outcome, nowUs);
    this.#finish();
  }
  #finishIfIdle() {
    if (this.#ended && this.#countUsers() === 0) this.#finish();
  }
  #finish() {
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
      slowRequests: this.#requests.slowRequests.list()
    });
  }
  #countUsers() {
    let users = 0;
    for (const pool of this.#pools) users += pool.users.size;
    return users;
  }
  #at(dueUs, fire) {
    const due = { dueUs, place: -1, fire };
    this.#queue.schedule(due, dueUs);
  }
  #every(periodUs, fire) {
    const due = {
      dueUs: 0,
      place: -1,
      fire: (nowUs) => {
        if (this.#finished) return;
        fire(nowUs);
        this.#queue.schedule(due, (Math.floor(nowUs / periodUs) + 1) * periodUs);
      }
    };
    this.#queue.schedule(due, periodUs);
  }
};
function countsFromSteps({ users }) {
  const flows = users.flatMap((user) => [user.start, ...user.tasks.map((task) => task.code)]);
  return flows.flat().some((step) => step.op === "poll" && step.poll.since >= 0 || step.op === "receive" && step.receive.since >= 0);
}

// src/load/worker.ts
function main() {
  const port = parentPort;
  if (!port) throw new Error("this file runs as a worker thread");
  const start = workerData;
  const post = (message) => port.postMessage(message);
  let engines = [];
  port.on("message", (message) => {
    switch (message.kind) {
      case "begin":
        engines = openEngines(start, new RunClock(message.originNs), post, () => port.close());
        for (const engine of engines) engine.begin();
        break;
      case "begin-phase":
        for (const engine of engines) engine.beginPhaseAt(message.phase, message.startUs);
        break;
      case "set-level":
        for (const engine of engines) engine.setLevel(message);
        break;
      case "stop":
        for (const engine of engines) engine.stop();
        break;
    }
  });
  post({ kind: "ready" });
}
function openEngines(start, clock, post, close) {
  const { sides, ...shared } = start;
  const queue = new DueQueue(clock);
  const reports = /* @__PURE__ */ new Map();
  const transports = sides.map(({ program }) => new UndiciTransport(clock, program.connections, start.proxies));
  transports[1]?.pairWith(transports[0]);
  return sides.map((own, side) => {
    const transport = transports[side];
    const sockets = new WsTransport(clock, own.program.connections, start.proxies);
    const place = sides.length === 1 ? void 0 : side === 0 ? 0 : 1;
    return new Engine({ ...shared, ...own, side: place }, clock, {
      queue,
      transport,
      sockets,
      events: {
        onDelta: (delta) => post({ kind: "delta", side, delta }),
        onPhaseDone: (phase) => post({ kind: "phase-done", phase }),
        onOverCap: (bytes) => post({ kind: "over-cap", bytes }),
        onDone: (report) => {
          reports.set(side, report);
          transport.close();
          sockets.close();
          if (reports.size < sides.length) return;
          queue.stop();
          post({ kind: "done", reports: sides.flatMap((_, index) => reports.get(index) ?? []) });
          close();
        }
      }
    });
  });
}
main();
