import { createMasker } from '../../mask-secrets.ts';
import type { Recorder } from '../../metrics/recorder.ts';
import { clearSample, emptySample, type Sample } from '../../metrics/sample.ts';
import { formatDuration } from '../../units.ts';
import type { DueQueue } from '../time/due-queue.ts';
import type { Failure } from '../http/check-response.ts';
import type { CallStage } from '../socket/classify-error.ts';
import { putJarCookie } from '../http/cookie-header.ts';
import { fillCall } from '../http/fill-call.ts';
import type { CallOwner, HttpCall } from '../http/http-call.ts';
import { SlowRequests } from './slow-requests.ts';
import type { PreparedRequest } from '../http/prepare-request.ts';
import type { Transport } from '../http/transport.ts';
import type { Clock } from '../time/run-clock.ts';
import { TimeoutList } from '../time/timeout-list.ts';
import type { ValueSource } from './user-values.ts';
import { Flight, type VirtualUser } from './virtual-user.ts';

/** What the run's phases say to a request. */
export interface PhaseView {
  /** Where a request that is due now belongs. */
  readonly currentPhase: number;
  /** What a dropped connection is charged to: `currentPhase`, or in a pause, which is never judged, the phase of load before it. */
  readonly chargedPhase: number;
  isJudged(phase: number): boolean;
}

export interface RequestRunnerOptions {
  readonly clock: Clock;
  readonly queue: DueQueue;
  readonly transport: Transport;
  readonly recorder: Recorder;
  readonly phases: PhaseView;
  readonly source: ValueSource;
  readonly mask: (text: string) => string;
  /** 16 hex digits that no other worker or run has; `traceparent` ids start with them. */
  readonly tracePrefix: string;
}

const LONGEST_SAMPLE = 300;
/** Shorter ones would mask half of every text, and are no secret. */
const SHORTEST_CAPTURED = 4;

const WHERE: Readonly<Record<CallStage, string>> = {
  line: 'while it waited for a connection',
  connect: 'while it connected',
  tls: 'during the TLS handshake',
  sent: 'while it waited for an answer',
  body: 'while the body came',
};

/** Sends the requests of virtual users, watches their time limits, records what became of them. */
export class RequestRunner implements CallOwner {
  readonly clock: Clock;
  readonly #options: RequestRunnerOptions;
  readonly #timeouts = new Map<number, TimeoutList>();
  readonly #spare: Flight[] = [];
  readonly #sample: Sample = emptySample();
  readonly slowRequests = new SlowRequests();
  /** Counted when they are handed over, apart from the recorder: the two must agree. */
  requestsStarted = 0;
  bytesMoved = 0;
  #traces = 0;

  onLanded: (flight: Flight) => void = () => undefined;
  onExpired: (flight: Flight, nowUs: number) => void = () => undefined;

  constructor(options: RequestRunnerOptions) {
    this.#options = options;
    this.clock = options.clock;
  }

  get allowedHosts(): readonly string[] {
    return this.#options.source.program.allowedHosts;
  }

  rowsOf(table: number): readonly unknown[] {
    return this.#options.source.program.data[table]?.rows ?? [];
  }

  /** Sends a step's request and counts it. Throws, before anything is sent, when a variable is missing. */
  start(user: VirtualUser, request: PreparedRequest, nowUs: number): void {
    const flight = this.prepare(user, request, nowUs);
    this.requestsStarted++;
    this.launch(flight, nowUs, request.program.timeoutUs);
  }

  /** A flight with the request in it, not yet sent. */
  prepare(user: VirtualUser, request: PreparedRequest, nowUs: number): Flight {
    const { source, phases } = this.#options;
    const flight = this.#spare.pop() ?? new Flight();
    flight.traceId = request.program.traceparent ? this.#newTraceId() : undefined;
    try {
      fillCall(flight, request, {
        values: user.values,
        jar: user.jarIfAny,
        allowedHosts: source.program.allowedHosts,
        wallMs: source.wallMs,
        traceparent: flight.traceId === undefined ? undefined : `00-${flight.traceId}-${flight.traceId.slice(16)}-01`,
      });
    } catch (thrown) {
      this.#spare.push(flight);
      throw thrown;
    }
    flight.owner = this;
    flight.user = user;
    flight.request = request;
    flight.phase = phases.currentPhase;
    flight.intendedUs = Math.min(user.intendedUs, nowUs);
    flight.hops = 0;
    flight.earlierSent = 0;
    flight.earlierReceived = 0;
    user.stepStarts?.set(request.program.series, { intendedUs: flight.intendedUs, startUs: nowUs });
    return flight;
  }

  /** Puts a prepared flight on its way. */
  launch(flight: Flight, nowUs: number, timeoutUs: number): void {
    flight.user?.flights.push(flight);
    let list = this.#timeouts.get(timeoutUs);
    if (!list) this.#timeouts.set(timeoutUs, (list = new TimeoutList(this.#options.queue)));
    list.add(flight, nowUs + timeoutUs);
    flight.startUs = nowUs;
    this.#options.transport.send(flight);
  }

  /** The next hop of a redirect: same time limit, same sample; the jar's cookies are those for the new address. */
  sendAgain(flight: Flight): void {
    if (flight.request?.program.cookies) {
      flight.headers = [...flight.headers];
      putJarCookie(flight, flight.user?.jarIfAny?.header(new URL(flight.origin + flight.path), this.#options.source.wallMs()));
    }
    this.#options.transport.send(flight);
  }

  callDone(call: HttpCall): void {
    // Every call that we own is a flight.
    const flight = call as Flight;
    const hasNextHop = flight.error === undefined && flight.request?.program.followRedirects === true;
    if (!hasNextHop) flight.list?.remove(flight);
    this.onLanded(flight);
  }

  callExpired(call: HttpCall, nowUs: number): void {
    this.onExpired(call as Flight, nowUs);
  }

  /** Gives a flight up; with an outcome it is recorded, without one it only ends (a poll's own request). */
  abandon(flight: Flight, outcome: 'timed-out' | 'cut' | 'interrupted' | undefined, nowUs: number): void {
    const where = WHERE[this.#options.transport.abandon(flight)];
    flight.list?.remove(flight);
    flight.endUs = nowUs;
    if (outcome === undefined) return;
    const limit = formatDuration((flight.request?.program.timeoutUs ?? 0) / 1_000);
    const failure: Failure | undefined =
      outcome === 'timed-out'
        ? { class: 'timeout', reason: `timeout after ${limit}`, sample: `given up after ${limit}, ${where}` }
        : outcome === 'cut'
          ? { class: 'cut', reason: 'cut at the time box', sample: `still in flight when the time box ended, ${where}` }
          : undefined;
    this.record(flight, outcome, failure);
  }

  /** Records a flight that is over. */
  record(flight: Flight, outcome: Sample['outcome'], failure: Failure | undefined): void {
    flight.list?.remove(flight);
    const sample = this.#sample;
    sample.series = flight.request?.program.series ?? 0;
    sample.phase = flight.phase;
    sample.outcome = outcome;
    sample.intendedUs = flight.intendedUs;
    sample.startUs = flight.startUs;
    sample.endUs = flight.endUs;
    sample.headUs = flight.headUs;
    sample.queueUs = flight.queueUs;
    sample.connectUs = flight.connectUs;
    sample.tlsUs = flight.tlsUs;
    sample.status = outcome === 'ok' || outcome === 'failed' ? flight.status : 0;
    sample.bytesSent = flight.bodyBytes + flight.earlierSent;
    sample.bytesReceived = flight.bytesReceived + flight.earlierReceived;
    sample.failure = failure && this.maskFailure(failure, flight.user);
    this.bytesMoved += sample.bytesSent + sample.bytesReceived;
    this.#options.recorder.record(sample);
    const latencyUs = flight.endUs - flight.intendedUs;
    if (flight.request && latencyUs > flight.request.program.slowerThanUs) {
      const { traceId } = flight;
      this.slowRequests.remember({
        series: sample.series,
        atMs: Math.round(flight.intendedUs / 1_000),
        latencyUs: Math.round(latencyUs),
        traceId,
      });
    }
  }

  /** Records a request that could not be made, as a failure of its series that took no time. */
  recordUnsent(user: VirtualUser, series: number, failure: Failure, nowUs: number): void {
    const sample = clearSample(this.#sample);
    sample.series = series;
    sample.phase = this.#options.phases.currentPhase;
    this.requestsStarted++;
    sample.outcome = 'failed';
    sample.intendedUs = nowUs;
    sample.startUs = nowUs;
    sample.endUs = nowUs;
    sample.failure = this.maskFailure(failure, user);
    this.#options.recorder.record(sample);
  }

  /** Records a sample that somebody else has made: of polls and WebSockets. */
  recordSample(fill: (sample: Sample) => void, user: VirtualUser): void {
    const sample = clearSample(this.#sample);
    fill(sample);
    if (sample.failure) sample.failure = this.maskFailure(sample.failure, user);
    this.bytesMoved += sample.bytesSent + sample.bytesReceived;
    this.#options.recorder.record(sample);
  }

  /** Puts the cookies of an answer into the user's jar. */
  storeCookies(user: VirtualUser, url: string, header: string | string[] | undefined): void {
    if (header !== undefined) user.jar.store(new URL(url), header, this.#options.source.wallMs());
  }

  /** The lateness of something that the schedule planned, in judged phases. */
  recordLag(user: VirtualUser, lagUs: number): void {
    if (this.#options.phases.isJudged(user.phase)) this.#options.recorder.recordScheduleLag(lagUs);
  }

  /** Takes a flight back that nobody uses any more. */
  reuse(flight: Flight): void {
    flight.list?.remove(flight);
    flight.user = undefined;
    flight.request = undefined;
    flight.body = null;
    // A spare flight that held its last answer would hold as many bodies as were ever in flight at once.
    flight.clearResponse();
    this.#spare.push(flight);
  }

  /**
   * Takes out of a text all secrets, cookies and all that the user has captured; to be done before a text is cut, or the beginning of a value would stay. `also`: values
   * that are yet to be captured.
   */
  mask(text: string, user: VirtualUser | undefined, also: readonly string[] = []): string {
    const values = [...(user?.values.captured() ?? []), ...(user?.jarIfAny?.values() ?? []), ...also];
    const hide = createMasker(values.filter((value) => value.length >= SHORTEST_CAPTURED));
    return this.#options.mask(hide(text));
  }

  /** A failure as it may be shown: without secrets, and bounded. */
  maskFailure(failure: Failure, user: VirtualUser | undefined): Failure {
    const text = this.mask(failure.sample, user);
    return {
      class: failure.class,
      reason: this.#options.mask(failure.reason),
      sample: text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE - 1)}…` : text,
    };
  }

  #newTraceId(): string {
    return this.#options.tracePrefix + (++this.#traces).toString(16).padStart(16, '0');
  }
}
