import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DueQueue,
  FlowRunner,
  H1ProtocolError,
  InvalidRequest,
  Recorder,
  RequestRunner,
  RunClock,
  SocketOpener,
  SocketRunner,
  UndiciTransport,
  VirtualUser,
  checkHeader,
  checkPath,
  classifyError,
  createHostResolver,
  drawThinkUs,
  prepareUsers,
  readHeaders,
  splitHead
} from "./chunk-KSGTBARE.js";
import {
  chooseProxy
} from "./chunk-BW6LJQHZ.js";
import "./chunk-6QARX67P.js";
import {
  seedOfPhase
} from "./chunk-Y4TV2J3X.js";
import {
  assignProfiles,
  joinMs,
  leaveMs,
  pickWeighted
} from "./chunk-EBQF5HMN.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import {
  evenFireTimes,
  poissonFireTimes
} from "./chunk-7GDODETR.js";
import {
  Histogram
} from "./chunk-2WSC4MNV.js";
import {
  SeededRandom
} from "./chunk-6YJF3WAO.js";
import {
  createMasker
} from "./chunk-ZR3GJHUS.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-RYQVFUXL.js";
import "./chunk-2EGEYTRJ.js";
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
    this.context.queue.schedule(user, nowUs + BACK_OFF_US);
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
  #phase;
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
    const { stripe, source } = this.context;
    this.#phase = phase;
    this.#phaseIndex = phaseIndex;
    this.#startUs = startUs;
    this.#paused = false;
    const most = Math.max(phase.users, phase.fromUsers);
    if (this.#profiles.length < most)
      this.#profiles = assignProfiles(
        source.program.users.map((user) => user.weight),
        most
      );
    for (const user of [...this.users]) {
      user.leaveUs = startUs + leaveMs(phase, user.ordinal) * 1e3;
      if (user.flow !== "none") continue;
      if (user.leaveUs <= startUs) this.retire(user);
      else if (user.place >= 0 && user.leaveUs < user.dueUs) this.context.queue.schedule(user, user.leaveUs);
    }
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
    const phase = this.#phase;
    const isAhead = phase !== void 0 && user.ordinal < phase.users && this.#startUs + joinMs(phase, user.ordinal) * 1e3 > nowUs;
    if (this.#paused || isAhead) {
      this.#park(user);
      return false;
    }
    if (user.leaveUs > nowUs) return true;
    this.retire(user);
    return false;
  }
  #joinDue(nowUs) {
    const phase = this.#phase;
    if (!phase || this.#paused || this.stopping) return;
    const { stripe } = this.context;
    for (; this.#nextOrdinal < phase.users; this.#nextOrdinal += stripe.count) {
      const atUs = this.#startUs + joinMs(phase, this.#nextOrdinal) * 1e3;
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
  /** Starts all users of this stripe at once. Only stripes that have a user have a share of the work. */
  begin(phase, phaseIndex, startUs) {
    const { clock, stripe, source, queue, runner } = this.context;
    this.#phaseIndex = phaseIndex;
    const working = Math.min(stripe.count, phase.users);
    this.#left = stripe.index < working ? Math.floor(phase.iterations / working) + (stripe.index < phase.iterations % working ? 1 : 0) : 0;
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
    const { stripe, seed, streams } = this.context;
    this.#phaseIndex = phaseIndex;
    this.#stream = streams[phaseIndex] ?? phaseIndex;
    this.#startUs = startUs;
    this.#arrival = stripe.index;
    this.#maxUsers = Math.floor(phase.maxUsers / stripe.count) + (stripe.index < phase.maxUsers % stripe.count ? 1 : 0);
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
    const source = { program: start.program, rowCounters: new Int32Array(start.rowCounters), shard: start.shard, wallMs: () => Date.now() };
    const mask2 = createMasker(start.program.secrets);
    const { tracePrefix } = start;
    this.#requests = new RequestRunner({
      clock,
      queue: this.#queue,
      transport: parts.transport,
      recorder: this.#recorder,
      phases: this.#phases,
      source,
      mask: mask2,
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
      stripe: start.stripe,
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

// src/load/websocket/frame-writer.ts
import { randomBytes } from "node:crypto";

// src/load/websocket/deflate-message.ts
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";

// src/load/websocket/ws-protocol-error.ts
var WsProtocolError = class extends Error {
  code;
  /** What the close frame says that answers it (RFC 6455 section 7.4.1). */
  closeCode;
  constructor(code, message, closeCode = 1002) {
    super(message);
    this.name = "WsProtocolError";
    this.code = code;
    this.closeCode = closeCode;
  }
};

// src/load/websocket/deflate-message.ts
var TAIL = Buffer.from([0, 0, 255, 255]);
function deflateMessage(payload) {
  const flushed = deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH });
  return flushed.subarray(0, flushed.length - TAIL.length);
}
function inflateMessage(payload, maxBytes) {
  try {
    return inflateRawSync(Buffer.concat([payload, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes });
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new WsProtocolError("MESSAGE_TOO_BIG", `a message has more than ${maxBytes} bytes when it is inflated`, 1009);
    throw new WsProtocolError("INVALID_DEFLATE", "a compressed message cannot be inflated", 1007);
  }
}

// src/load/websocket/frame-writer.ts
var FINAL = 128;
var COMPRESSED = 64;
var MASKED = 128;
var TEXT = 1;
var BINARY = 2;
var CLOSE = 8;
var PING = 9;
var PONG = 10;
var LONGEST_SHORT = 125;
var LONGEST_MEDIUM = 65535;
var NOTHING = new Uint8Array(0);
var FrameWriter = class {
  #state;
  constructor(seed = randomBytes(4).readUInt32LE()) {
    this.#state = seed | 0 || 1;
  }
  /** A whole message, text or binary. */
  message(message) {
    if (typeof message !== "string") return { bytes: this.#frame(FINAL | BINARY, message), size: message.byteLength };
    const short = message.length <= LONGEST_SHORT ? this.#shortText(message) : void 0;
    if (short) return { bytes: short, size: message.length };
    const size = Buffer.byteLength(message);
    const { frame, begin } = this.#head(FINAL | TEXT, size);
    frame.write(message, begin, "utf8");
    mask(frame, begin);
    return { bytes: frame, size };
  }
  /** The same, compressed. An empty one stays as it is. */
  compressedMessage(message) {
    if (message.length === 0) return this.message(message);
    const isText = typeof message === "string";
    const payload = isText ? Buffer.from(message) : message;
    const bytes = this.#frame(FINAL | COMPRESSED | (isText ? TEXT : BINARY), deflateMessage(payload));
    return { bytes, size: payload.byteLength };
  }
  ping() {
    return this.#frame(FINAL | PING, NOTHING);
  }
  pong(payload) {
    return this.#frame(FINAL | PONG, payload);
  }
  /** Undefined: without a code. */
  close(code) {
    return this.#frame(FINAL | CLOSE, code === void 0 ? NOTHING : Uint8Array.of(code >> 8, code & 255));
  }
  /** One pass for what most messages are; undefined: it is not all ASCII. */
  #shortText(text) {
    const { frame, begin } = this.#head(FINAL | TEXT, text.length);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) return void 0;
      frame[begin + index] = code ^ (frame[begin - 4 + (index & 3)] ?? 0);
    }
    return frame;
  }
  #frame(first, payload) {
    const { frame, begin } = this.#head(first, payload.byteLength);
    frame.set(payload, begin);
    mask(frame, begin);
    return frame;
  }
  /** A frame of which the payload is still missing; the mask is the four bytes before it. */
  #head(first, size) {
    const begin = size <= LONGEST_SHORT ? 6 : size <= LONGEST_MEDIUM ? 8 : 14;
    const frame = begin === 14 ? Buffer.allocUnsafeSlow(size + 16).subarray(2) : Buffer.allocUnsafe(begin + size);
    frame[0] = first;
    if (begin === 6) {
      frame[1] = MASKED | size;
    } else if (begin === 8) {
      frame[1] = MASKED | 126;
      frame.writeUInt16BE(size, 2);
    } else {
      frame[1] = MASKED | 127;
      frame.writeUInt32BE(Math.floor(size / 2 ** 32), 2);
      frame.writeUInt32BE(size % 2 ** 32, 6);
    }
    const key = this.#nextMask();
    frame[begin - 4] = key;
    frame[begin - 3] = key >> 8;
    frame[begin - 2] = key >> 16;
    frame[begin - 1] = key >> 24;
    return { frame, begin };
  }
  /** Xorshift with 32 bits (Marsaglia 2003). */
  #nextMask() {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state;
  }
};
function mask(frame, begin) {
  let at = begin;
  const place = frame.byteOffset + begin;
  if (place % 4 === 0 && frame.length - begin >= 64) {
    const words = new Int32Array(frame.buffer, place - 4, 1 + (frame.length - begin >> 2));
    const key = words[0] ?? 0;
    for (let index = 1; index < words.length; index++) words[index] = (words[index] ?? 0) ^ key;
    at += (words.length - 1) * 4;
  }
  for (; at < frame.length; at++) frame[at] = (frame[at] ?? 0) ^ (frame[begin - 4 + (at - begin & 3)] ?? 0);
}

// src/load/websocket/handshake.ts
import { hash, randomBytes as randomBytes2 } from "node:crypto";
var ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
var DEFLATE_OFFER = "permessage-deflate; client_no_context_takeover; server_no_context_takeover";
var NO_OPENING_HEADER = /^(?:upgrade|keep-alive|transfer-encoding|content-length|expect|sec-websocket-.*)$/;
var TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
var WINDOW_BITS = /^server_max_window_bits=(?:(?:[89]|1[0-5])|"(?:[89]|1[0-5])")$/;
var Handshake = class {
  /** The request as latin-1 text. */
  request;
  #key = randomBytes2(16).toString("base64");
  #subprotocol;
  #deflate;
  #rest;
  /** Throws what `renderHead` throws, too, for what cannot be asked. */
  constructor(opening, host) {
    const { path, headers, subprotocol, deflate } = opening;
    if (subprotocol !== void 0 && !TOKEN.test(subprotocol)) throw new InvalidRequest("invalid subprotocol");
    this.#subprotocol = subprotocol;
    this.#deflate = deflate;
    checkPath(path);
    const own = renderHeaders(headers);
    const lines = [
      `GET ${path} HTTP/1.1`,
      `host: ${own.host ?? host}`,
      "connection: Upgrade",
      "upgrade: websocket",
      `sec-websocket-key: ${this.#key}`,
      "sec-websocket-version: 13",
      ...subprotocol === void 0 ? [] : [`sec-websocket-protocol: ${subprotocol}`],
      ...deflate ? [`sec-websocket-extensions: ${DEFLATE_OFFER}`] : []
    ];
    this.request = `${lines.join("\r\n")}\r
${own.lines}\r
`;
  }
  /** Takes in what came; undefined: more is needed. Throws H1ProtocolError or WsProtocolError for what is no answer to this request. */
  read(chunk) {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const head = splitHead(bytes, 0);
    if (!head) {
      this.#rest = Buffer.from(bytes);
      return void 0;
    }
    const headers = readHeaders(head.lines);
    if (head.status !== 101) return { kind: "refused", status: head.status };
    if (!head.isVersion11) throw new WsProtocolError("WRONG_UPGRADE", "the server changed the protocol in HTTP/1.0");
    if (!hasToken(headers["upgrade"], "websocket") || !hasToken(headers["connection"], "upgrade"))
      throw new WsProtocolError("WRONG_UPGRADE", "the server changed to something else than WebSocket");
    if (headers["sec-websocket-accept"] !== hash("sha1", this.#key + ACCEPT_GUID, "base64"))
      throw new WsProtocolError("WRONG_ACCEPT", "the sec-websocket-accept of the answer does not belong to the request");
    const named = headers["sec-websocket-protocol"];
    if (named !== void 0 && named !== this.#subprotocol)
      throw new WsProtocolError("WRONG_SUBPROTOCOL", "the server chose a subprotocol that was not asked for");
    if (named === void 0 && this.#subprotocol !== void 0)
      throw new WsProtocolError("WRONG_SUBPROTOCOL", "the server does not agree to the subprotocol");
    const deflates = this.#readExtensions(headers["sec-websocket-extensions"]);
    return { kind: "open", headers, deflates, rest: bytes.subarray(head.end) };
  }
  /** Whether messages may be compressed; throws for whatever else the server wants. */
  #readExtensions(value) {
    if (value === void 0) return false;
    const [name = "", ...parameters] = joined(value).toLowerCase().split(";").map((part) => part.replace(/[\t ]/g, ""));
    if (!this.#deflate || name !== "permessage-deflate")
      throw new WsProtocolError("WRONG_EXTENSION", "the server wants an extension that was not asked for");
    const isKnown = (parameter) => parameter === "client_no_context_takeover" || parameter === "server_no_context_takeover" || WINDOW_BITS.test(parameter);
    const names = new Set(parameters.map((parameter) => parameter.split("=")[0]));
    if (!parameters.every(isKnown) || names.size < parameters.length)
      throw new WsProtocolError("WRONG_EXTENSION", "the server wants other parameters of permessage-deflate than were asked for");
    if (!names.has("server_no_context_takeover"))
      throw new WsProtocolError("WRONG_EXTENSION", "the server compresses messages only with a memory between them");
    return true;
  }
};
function renderHeaders(headers) {
  let host;
  let lines = "";
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    checkHeader(name, value);
    const lower = name.toLowerCase();
    if (NO_OPENING_HEADER.test(lower)) throw new InvalidRequest(`invalid ${name} header`);
    if (lower === "host") host = value;
    else if (lower !== "connection") lines += `${name}: ${value}\r
`;
  }
  return { host, lines };
}
function hasToken(value, token) {
  return joined(value).toLowerCase().split(",").some((part) => part.trim() === token);
}
function joined(value) {
  return value === void 0 ? "" : typeof value === "string" ? value : value.join(",");
}

// src/load/websocket/frame-parser.ts
import { isUtf8 } from "node:buffer";
var LONGEST_MESSAGE = 16 * 1048576;
var FIRST_BLOCK = 1024;
var TEXT2 = 1;
var BINARY2 = 2;
var CLOSE2 = 8;
var PING2 = 9;
var PONG2 = 10;
var FrameParser = class {
  #sink;
  #deflates;
  /** A frame's head, or a control frame, that was cut off. */
  #rest;
  /** Of the message that is under way in several frames or pieces; 0: none is. */
  #opcode = 0;
  #isCompressed = false;
  /** Of its newest frame. */
  #isFinal = false;
  #left = 0;
  #joined;
  #filled = 0;
  #isOver = false;
  constructor(sink, deflates) {
    this.#sink = sink;
    this.#deflates = deflates;
  }
  /** Takes in what came and keeps no reference to it. Throws WsProtocolError, after which the parser is of no use any more. */
  execute(chunk) {
    let bytes = chunk;
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = void 0;
    }
    let at = 0;
    while (at < bytes.length && !this.#isOver) {
      const next = this.#left > 0 ? this.#fill(bytes, at) : this.#readFrame(bytes, at);
      if (next < 0) {
        this.#rest = Buffer.from(bytes.subarray(at));
        return;
      }
      at = next;
    }
  }
  /** Nothing more is told. */
  stop() {
    this.#isOver = true;
    this.#rest = void 0;
    this.#joined = void 0;
  }
  /** Where it goes on; -1: more is needed. */
  #readFrame(bytes, at) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (second === void 0) return -1;
    const opcode = first & 15;
    this.#checkHead(first, second);
    if (opcode >= CLOSE2) {
      const end = at + 2 + second;
      if (end > bytes.length) return -1;
      this.#tellControl(opcode, bytes.subarray(at + 2, end));
      return end;
    }
    const begin = at + (second < 126 ? 2 : second === 126 ? 4 : 10);
    if (begin > bytes.length) return -1;
    const size = second < 126 ? second : readSize(bytes, at);
    if (size + this.#filled > LONGEST_MESSAGE)
      throw new WsProtocolError("MESSAGE_TOO_BIG", `a message has more than ${LONGEST_MESSAGE} bytes`, 1009);
    const isFinal = first >= 128;
    if (isFinal && opcode !== 0 && begin + size <= bytes.length) {
      this.#tell(bytes.subarray(begin, begin + size), opcode, (first & 64) !== 0);
      return begin + size;
    }
    if (opcode !== 0) {
      this.#opcode = opcode;
      this.#isCompressed = (first & 64) !== 0;
    }
    this.#isFinal = isFinal;
    this.#left = size;
    if (size > 0) return this.#fill(bytes, begin);
    this.#endFrame();
    return begin;
  }
  #checkHead(first, second) {
    const opcode = first & 15;
    const isControl = opcode >= CLOSE2;
    if (isControl ? opcode > PONG2 : opcode > BINARY2)
      throw new WsProtocolError("UNKNOWN_OPCODE", "a frame has an opcode that is not defined");
    const mayBeCompressed = this.#deflates && !isControl && opcode !== 0;
    if ((first & (mayBeCompressed ? 48 : 112)) !== 0) throw new WsProtocolError("RESERVED_BITS", "a frame has reserved bits set");
    if (second >= 128) throw new WsProtocolError("MASKED_FRAME", "the server sent a masked frame");
    if (isControl) {
      if (first < 128) throw new WsProtocolError("CONTROL_FRAME", "a control frame is fragmented");
      if (second > 125) throw new WsProtocolError("CONTROL_FRAME", "a control frame has more than 125 bytes");
    } else if (opcode === 0 !== this.#isUnderWay()) {
      throw new WsProtocolError(
        "FRAGMENT",
        opcode === 0 ? "a message goes on that never began" : "a message begins before the last one is complete"
      );
    }
  }
  #isUnderWay() {
    return this.#opcode !== 0;
  }
  /** Takes bytes of the frame that is under way. */
  #fill(bytes, at) {
    const size = Math.min(this.#left, bytes.length - at);
    const needed = this.#filled + size;
    let joined2 = this.#joined;
    if (!joined2 || joined2.length < needed) {
      const most = this.#isFinal ? this.#filled + this.#left : LONGEST_MESSAGE;
      const grown = Buffer.allocUnsafeSlow(Math.min(most, Math.max(needed, (joined2?.length ?? FIRST_BLOCK / 2) * 2)));
      joined2?.copy(grown, 0, 0, this.#filled);
      this.#joined = joined2 = grown;
    }
    bytes.copy(joined2, this.#filled, at, at + size);
    this.#filled = needed;
    this.#left -= size;
    if (this.#left === 0) this.#endFrame();
    return at + size;
  }
  #endFrame() {
    if (!this.#isFinal) return;
    const payload = this.#joined?.subarray(0, this.#filled) ?? Buffer.alloc(0);
    const opcode = this.#opcode;
    this.#opcode = 0;
    this.#filled = 0;
    this.#joined = void 0;
    this.#tell(payload, opcode, this.#isCompressed);
  }
  #tell(payload, opcode, isCompressed) {
    const whole = isCompressed ? inflateMessage(payload, LONGEST_MESSAGE) : payload;
    const isText = opcode === TEXT2;
    if (isText && !isUtf8(whole)) throw new WsProtocolError("INVALID_UTF8", "a text message is not valid UTF-8", 1007);
    this.#sink.onMessage(whole, isText);
  }
  #tellControl(opcode, payload) {
    if (opcode === PING2) this.#sink.onPing(payload);
    else if (opcode === PONG2) this.#sink.onPong();
    else this.#tellClose(payload);
  }
  #tellClose(payload) {
    const code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    if (payload.length === 1 || payload.length >= 2 && !mayBeSent(code))
      throw new WsProtocolError("INVALID_CLOSE", "a close frame has a code that may not be sent");
    const reason = payload.subarray(2);
    if (!isUtf8(reason)) throw new WsProtocolError("INVALID_UTF8", "the reason of a close frame is not valid UTF-8", 1007);
    this.stop();
    this.#sink.onClose(code, reason.toString("utf8"));
  }
};
function readSize(bytes, at) {
  const isMedium = bytes[at + 1] === 126;
  const size = isMedium ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
  const isPositive = isMedium || (bytes[at + 2] ?? 0) < 128;
  if (size > (isMedium ? 125 : 65535) && isPositive) return size;
  throw new WsProtocolError("INVALID_LENGTH", "a frame has its length written in a way that is not allowed");
}
function mayBeSent(code) {
  return code >= 1e3 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006 || code >= 3e3 && code <= 4999;
}

// src/load/websocket/ws-link.ts
var LINGER_MS = 2e3;
var MOST_UNREAD_BYTES = 65536;
var MAYBE_CUT_REASON = 120;
var NO_CODE = 1005;
var NO_FRAME = 1006;
var ConnectionClosed = class extends Error {
  code = "UND_ERR_SOCKET";
};
var WsLink = class {
  stage = "connect";
  connectUs = -1;
  tlsUs = -1;
  headUs = -1;
  status = 0;
  socketError;
  opening;
  #host;
  #state = "connecting";
  /** Undefined: nobody hears any more. */
  #handler;
  #handshake;
  #parser;
  #deflates = false;
  #socket;
  #lingersUntilUs = 0;
  constructor(host, handler) {
    this.#host = host;
    this.#handler = handler;
  }
  get bufferedBytes() {
    return this.#socket?.writableLength ?? 0;
  }
  /** Sets out to the target. Throws what the opener throws. */
  connect({ opener, target, isTunnel }, handshake) {
    this.#handshake = handshake;
    opener.open(this, target, (error, socket) => {
      if (this.#state !== "connecting") socket?.destroy();
      else if (socket) this.#shake(socket, isTunnel);
      else this.fail(error);
    });
  }
  /** Takes in what came and keeps no reference to it. */
  read(bytes) {
    if (this.#state === "closing" && this.#host.clock.nowUs() > this.#lingersUntilUs) {
      this.destroy();
      return;
    }
    try {
      if (this.#state === "connecting") this.#readAnswer(bytes);
      else this.#parser?.execute(bytes);
    } catch (thrown) {
      if (!(thrown instanceof WsProtocolError || thrown instanceof H1ProtocolError)) throw thrown;
      this.#breakOff(thrown);
    }
  }
  send(message) {
    const socket = this.#openSocket();
    const { writer } = this.#host;
    const { bytes, size } = this.#deflates ? writer.compressedMessage(message) : writer.message(message);
    socket.write(bytes);
    return size;
  }
  ping() {
    this.#openSocket().write(this.#host.writer.ping());
  }
  close(code) {
    this.#handler = void 0;
    if (this.#state === "open") this.#sayGoodbye(code);
    else if (this.#state === "connecting") this.destroy();
  }
  destroy() {
    this.#handler = void 0;
    if (this.#state === "over") return;
    this.#state = "over";
    this.#parser?.stop();
    this.#parser = void 0;
    this.#handshake = void 0;
    this.opening?.destroy();
    this.#socket?.destroy();
    this.#host.forget(this);
  }
  /** It could not be opened. */
  fail(thrown) {
    if (this.#state !== "connecting") return;
    const { class: kind, reason, message } = classifyError(thrown, this.stage);
    this.#over({ class: kind, reason, sample: message });
  }
  onMessage(payload, isText) {
    this.#handler?.socketMessage(payload, isText, this.#host.clock.nowUs());
  }
  onPing(payload) {
    const socket = this.#socket;
    if (socket && this.#state === "open" && socket.writableLength <= MOST_UNREAD_BYTES) socket.write(this.#host.writer.pong(payload));
  }
  onPong() {
    this.#handler?.socketPong(this.#host.clock.nowUs());
  }
  onClose(code, reason) {
    if (this.#state !== "open") return;
    this.#sayGoodbye(code === NO_CODE ? void 0 : code);
    const words = reason === "" ? "" : `: ${JSON.stringify(withoutCutWord(reason))}`;
    this.#tellEnd({ class: "ws-close", reason: `closed ${code}`, sample: `the server closed with ${code}${words}` }, code);
  }
  #shake(socket, isTunnel) {
    this.#socket = socket;
    if (isTunnel) socket.on("data", (chunk) => this.read(chunk));
    socket.on("end", () => this.#gone());
    socket.on("close", () => this.#gone());
    if (this.#handshake) socket.write(this.#handshake.request, "latin1");
  }
  #readAnswer(bytes) {
    const answer = this.#handshake?.read(bytes);
    if (!answer) return;
    this.#handshake = void 0;
    this.headUs = this.#host.clock.nowUs();
    this.stage = "body";
    if (answer.kind === "open") {
      this.#begin(answer);
      return;
    }
    const { status } = answer;
    this.status = status;
    this.#over({ class: "status", reason: `status ${status}`, sample: `the handshake was answered ${status}` });
  }
  #begin({ headers, deflates, rest }) {
    this.status = 101;
    this.#state = "open";
    this.#deflates = deflates;
    const parser = new FrameParser(this, deflates);
    this.#parser = parser;
    this.#handler?.socketOpened(headers, this.headUs);
    if (rest.length > 0) this.#parser?.execute(rest);
  }
  /** What came cannot be understood. */
  #breakOff(thrown) {
    this.#parser?.stop();
    if (this.#state === "connecting") {
      this.fail(thrown);
    } else if (this.#state === "open") {
      this.#sayGoodbye(thrown instanceof WsProtocolError ? thrown.closeCode : void 0);
      this.#tellEnd({ class: "protocol", reason: `protocol ${thrown.code}`, sample: thrown.message }, void 0);
    } else {
      this.destroy();
    }
  }
  /** The other side has ended, or the connection broke. */
  #gone() {
    if (this.#state === "connecting") {
      this.fail(this.socketError ?? new ConnectionClosed("other side closed"));
      return;
    }
    const sample = this.socketError ? `the connection broke: ${this.socketError.message}` : "closed without a close frame";
    this.#over({ class: "ws-close", reason: `closed ${NO_FRAME}`, sample });
  }
  /** Over at once, and told, if anybody still hears. */
  #over(failure) {
    const handler = this.#handler;
    this.destroy();
    handler?.socketEnded({ failure, code: void 0 }, this.#host.clock.nowUs());
  }
  #tellEnd(failure, code) {
    const handler = this.#handler;
    this.#handler = void 0;
    handler?.socketEnded({ failure, code }, this.#host.clock.nowUs());
  }
  /** A close frame; then the server is to end the connection first, so that the port is free again at once (RFC 6455 section 7.1.1). */
  #sayGoodbye(code) {
    this.#state = "closing";
    this.#lingersUntilUs = this.#host.clock.nowUs() + LINGER_MS * 1e3;
    this.#socket?.write(this.#host.writer.close(code));
    this.#socket?.setTimeout(LINGER_MS, () => this.destroy());
  }
  #openSocket() {
    if (this.#state === "open" && this.#socket) return this.#socket;
    throw new Error("the WebSocket is not open");
  }
};
function withoutCutWord(reason) {
  return Buffer.byteLength(reason) < MAYBE_CUT_REASON ? reason : `${reason.slice(0, reason.lastIndexOf(" ") + 1)}…`;
}

// src/load/websocket/ws-transport.ts
var READ_BYTES = 65536;
var WsTransport = class {
  clock;
  writer = new FrameWriter();
  #settings;
  #proxies;
  #resolver = createHostResolver();
  #routes;
  #links = /* @__PURE__ */ new Set();
  #buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  #onread = { buffer: this.#buffer, callback: () => true };
  constructor(clock, settings, proxies) {
    this.clock = clock;
    this.#settings = settings;
    this.#proxies = proxies;
    this.#routes = settings.map(() => /* @__PURE__ */ new Map());
  }
  open(opening, handler) {
    const route = this.#route(opening);
    const link = new WsLink(this, handler);
    this.#links.add(link);
    this.#onread.callback = (size) => {
      link.read(this.#buffer.subarray(0, size));
      return true;
    };
    try {
      const handshake = new Handshake(opening, route.target.host ?? "");
      link.connect(route, handshake);
    } catch (thrown) {
      setImmediate(() => link.fail(thrown));
    }
    return link;
  }
  close() {
    for (const link of this.#links) link.destroy();
  }
  forget(link) {
    this.#links.delete(link);
  }
  #route(opening) {
    const routes = this.#routes[opening.connection];
    const settings = this.#settings[opening.connection];
    if (!routes || !settings) throw new RangeError(`there are no connection settings ${opening.connection}`);
    let route = routes.get(opening.origin);
    if (!route) {
      const url = new URL(opening.origin);
      const tunnelProxy = chooseProxy(url, settings.proxy, this.#proxies);
      const { host, hostname, protocol, port } = url;
      const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
      const opener = new SocketOpener({
        settings,
        tunnelProxy,
        lookup: this.#resolver,
        // There is a way for WebSockets over HTTP/2 (RFC 8441), which hardly any server goes.
        allowH2: false,
        clock: this.clock,
        ...tunnelProxy ? {} : { onread: this.#onread }
      });
      route = { opener, target: { host, hostname: bare, protocol, port }, isTunnel: tunnelProxy !== void 0 };
      routes.set(opening.origin, route);
    }
    return route;
  }
};

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
