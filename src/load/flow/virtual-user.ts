import type { UserProgram } from '../../plan/program.ts';
import { SeededRandom } from '../../seeded-random.ts';
import type { Due } from '../time/due-queue.ts';
import { CookieJar } from '../http/cookie-jar.ts';
import { HttpCall } from '../http/http-call.ts';
import type { PreparedRequest } from '../http/prepare-request.ts';
import type { PreparedInstruction, PreparedPoll } from './prepare-flow.ts';
import type { ReceiveWait, Session, SocketWait } from './session.ts';
import { UserValues, type ValueSource } from './user-values.ts';

/** A loop that a virtual user is in. */
export interface LoopFrame {
  pass: number;
  readonly passes: number;
  /** Rows of a for_each; undefined: the pass number is the value. */
  readonly rows: readonly unknown[] | undefined;
  readonly slot: number;
  readonly exit: number;
  readonly saved: readonly unknown[];
}

/** A poll that is under way. */
export interface PollState {
  readonly poll: PreparedPoll;
  /** The phase in which it was due. */
  readonly phase: number;
  readonly startUs: number;
  /** What latency counts from. */
  readonly fromUs: number;
  readonly deadlineUs: number;
  attempts: number;
  bytesSent: number;
  bytesReceived: number;
  lastReason: string;
}

/** Who decides what a virtual user does when a flow is over. */
export interface FlowHost {
  /** No new requests: users end as soon as nothing of theirs is in flight. */
  readonly stopping: boolean;
  /** A flow is over. True: the user has a new one and goes on at once. */
  flowEnded(user: VirtualUser, outcome: FlowOutcome, nowUs: number): boolean;
  /** The user's wait is over and it was not in a flow. */
  wake(user: VirtualUser, nowUs: number): void;
}

export type UserSession = Session<VirtualUser>;
export type UserReceiveWait = ReceiveWait<VirtualUser>;

export type FlowOutcome = 'ok' | 'failed' | 'cut' | 'interrupted';

/** Continues a user whose wait inside a flow is over. */
export interface FlowContinuation {
  continueAfterWait(user: VirtualUser, nowUs: number): void;
}

/**
 * One virtual user: plain state, no closures and no promises, so that ten thousand fit in one worker. The flow runner moves it along its code; its host
 * (an executor) gives it flows.
 */
export class VirtualUser implements Due {
  dueUs = 0;
  place = -1;

  readonly profile: number;
  readonly program: UserProgram;
  /** Of a closed phase: its place in the line of all users. */
  readonly ordinal: number;
  readonly random: SeededRandom;
  readonly values: UserValues;
  readonly host: FlowHost;
  readonly runner: FlowContinuation;
  #jar: CookieJar | undefined;

  /** Where it is in its flow. */
  code: readonly PreparedInstruction[] = [];
  pc = 0;
  loops: LoopFrame[] = [];
  flow: 'none' | 'start' | 'iteration' = 'none';
  /** The phase that its iteration counts for. */
  phase = 0;
  /** When the next request is due to start: the arrival, or the end of the step before plus think time. */
  intendedUs = 0;
  /** When its iteration was due to start. */
  iterationDueUs = 0;
  failed = false;
  /** Waited for anything since its flow began: a flow that never waits must not be repeated at once. */
  waited = false;
  /** `start` has been run and left every variable that it should. */
  ready = false;
  /** In the runner's hands: an answer that comes now is noticed by the loop, not by a nested call. */
  running = false;
  /** Requests in flight. */
  flights: Flight[] = [];
  poll: PollState | undefined;
  /** When steps were last due and when they really began, by series; only kept for scenarios with `since`. */
  stepStarts: Map<number, { readonly intendedUs: number; readonly startUs: number }> | undefined;
  /** Its WebSockets, those that still connect included. */
  sessions: UserSession[] = [];
  socketWait: SocketWait<VirtualUser> | undefined;
  /** Messages since it last let others have their turn. */
  sendsInARow = 0;
  /** Closed phases: when it is to leave. */
  leaveUs = Number.POSITIVE_INFINITY;
  /** When the rest between its iterations is over; of an earlier one while it is in a flow. */
  restUntilUs = 0;

  constructor(options: {
    readonly profile: number;
    readonly program: UserProgram;
    readonly ordinal: number;
    readonly seed: readonly [number, ...number[]];
    readonly source: ValueSource;
    readonly host: FlowHost;
    readonly runner: FlowContinuation;
  }) {
    this.profile = options.profile;
    this.program = options.program;
    this.ordinal = options.ordinal;
    const [seed, ...keys] = options.seed;
    this.random = new SeededRandom(seed, ...keys);
    this.values = new UserValues(options.source, this.random);
    this.host = options.host;
    this.runner = options.runner;
    this.ready = options.program.start.length === 0;
  }

  /** Made when it is first needed: most users of most scenarios get no cookie. */
  get jar(): CookieJar {
    return (this.#jar ??= new CookieJar());
  }

  /** The jar if there is one. */
  get jarIfAny(): CookieJar | undefined {
    return this.#jar;
  }

  /** Something of its is on the way, and may still end by itself when the run does. */
  get isInFlight(): boolean {
    return this.flights.length > 0 || this.poll !== undefined || this.socketWait?.kind === 'connect' || this.socketWait?.kind === 'receive';
  }

  /** Enters a flow at its first step. */
  enter(code: readonly PreparedInstruction[], flow: 'start' | 'iteration', dueUs: number): void {
    this.code = code;
    this.pc = 0;
    if (this.loops.length > 0) this.loops = [];
    this.flow = flow;
    this.intendedUs = dueUs;
    this.iterationDueUs = dueUs;
    this.failed = false;
    this.waited = false;
    this.stepStarts?.clear();
    // What is received counts from a message of the same iteration: that of an earlier one may be minutes old.
    for (const session of this.sessions) session.sentUs = -1;
    this.values.clear(this.program.iterationSlots);
  }

  fire(nowUs: number): void {
    if (this.flow === 'none') this.host.wake(this, nowUs);
    else this.runner.continueAfterWait(this, nowUs);
  }
}

/** A virtual user's request on its way. Reused: a worker has as many as were ever in flight at once. */
export class Flight extends HttpCall {
  user: VirtualUser | undefined;
  request: PreparedRequest | undefined;
  /** The phase in which it was due. */
  phase = 0;
  intendedUs = 0;
  /** When the first hop began. */
  startUs = 0;
  hops = 0;
  /** Of hops that were redirected. */
  earlierSent = 0;
  earlierReceived = 0;
  traceId: string | undefined;
}
