import type { Sample } from '../../metrics/sample.ts';
import { formatDuration } from '../../units.ts';
import type { DueQueue } from '../time/due-queue.ts';
import { checkResponse, readBody } from '../http/check-response.ts';
import { nextHop } from '../http/follow-redirect.ts';
import type { PreparedPoll } from './prepare-flow.ts';
import type { RequestRunner } from './request-runner.ts';
import { MissingVariable } from './user-values.ts';
import type { Flight, PollState, VirtualUser } from './virtual-user.ts';

/**
 * Polls: the same request again and again until its answer is as wanted. All of it is one sample of the poll's series, whose latency counts from `since` or
 * from its own start. Each method answers whether the user still waits.
 */
export class PollRunner {
  readonly #queue: DueQueue;
  readonly #requests: RequestRunner;

  constructor(queue: DueQueue, requests: RequestRunner) {
    this.#queue = queue;
    this.#requests = requests;
  }

  /** Starts a poll with its first request. */
  begin(user: VirtualUser, poll: PreparedPoll, nowUs: number): boolean {
    const fromUs = poll.since < 0 ? Math.min(user.intendedUs, nowUs) : user.stepStarts?.get(poll.since)?.intendedUs;
    if (fromUs === undefined) throw new MissingVariable('since');
    const flight = this.#requests.prepare(user, poll.request, nowUs);
    this.#requests.requestsStarted++;
    user.poll = {
      poll,
      phase: flight.phase,
      startUs: nowUs,
      fromUs,
      deadlineUs: nowUs + poll.withinUs,
      attempts: 1,
      bytesSent: 0,
      bytesReceived: 0,
      lastReason: 'no answer',
    };
    this.#queue.schedule(user, user.poll.deadlineUs);
    this.#requests.launch(flight, nowUs, poll.request.program.timeoutUs);
    return user.poll !== undefined;
  }

  /** The pause between two requests is over, or the poll's whole time. */
  again(user: VirtualUser, nowUs: number): boolean {
    const state = user.poll;
    if (!state) return false;
    if (nowUs >= state.deadlineUs) {
      for (const flight of [...user.flights]) {
        this.#requests.abandon(flight, undefined, nowUs);
        this.#drop(user, flight);
      }
      return this.#timeOut(user, nowUs);
    }
    state.attempts++;
    const flight = this.#requests.prepare(user, state.poll.request, nowUs);
    this.#queue.schedule(user, state.deadlineUs);
    this.#requests.launch(flight, nowUs, state.poll.request.program.timeoutUs);
    return true;
  }

  /** An answer came: it is what was wanted, or the next request is set. */
  landed(user: VirtualUser, flight: Flight): boolean {
    const state = user.poll;
    if (!state) return false;
    const { request } = state.poll;
    const hop = flight.error === undefined && request.program.followRedirects ? nextHop(flight, this.#requests.allowedHosts) : undefined;
    if (hop === 'sent') {
      this.#requests.sendAgain(flight);
      return true;
    }
    state.bytesSent += flight.bodyBytes + flight.earlierSent;
    state.bytesReceived += flight.bytesReceived + flight.earlierReceived;
    const mask = (text: string): string => this.#requests.mask(text, user);
    const failure = flight.error ?? hop ?? checkResponse(flight, request, { body: readBody(flight), values: user.values, mask });
    const { endUs, headUs, status } = flight;
    this.#drop(user, flight);
    if (!failure) {
      this.#queue.cancel(user);
      user.poll = undefined;
      user.intendedUs = Math.max(user.intendedUs, endUs);
      this.#requests.recordSample((sample) => {
        Object.assign(sample, frameOf(state), { outcome: 'ok', endUs, headUs, status });
      }, user);
      return false;
    }
    // What a check has found helps; a status says all by itself.
    state.lastReason = failure.class === 'check' ? `${failure.reason}: ${failure.sample}` : failure.reason;
    return this.#waitForNext(user, endUs);
  }

  /** One request of the poll took too long: the poll goes on while it may. */
  expired(user: VirtualUser, flight: Flight, nowUs: number): boolean {
    this.#requests.abandon(flight, undefined, nowUs);
    this.#drop(user, flight);
    return this.#waitForNext(user, nowUs);
  }

  /** The run ends: the poll is recorded as it stands. */
  giveUp(user: VirtualUser, outcome: 'cut' | 'interrupted', nowUs: number): void {
    const state = user.poll;
    if (!state) return;
    this.#requests.recordSample((sample) => {
      Object.assign(sample, frameOf(state), { outcome, endUs: nowUs });
      if (outcome === 'cut')
        sample.failure = { class: 'cut', reason: 'cut at the time box', sample: 'still polling when the time box ended' };
    }, user);
  }

  #waitForNext(user: VirtualUser, nowUs: number): boolean {
    const state = user.poll;
    if (!state) return false;
    if (nowUs >= state.deadlineUs) return this.#timeOut(user, nowUs);
    // Absolute: attempt n is due n · every after the start, however long the answers take.
    const passed = Math.ceil((nowUs - state.startUs) / state.poll.everyUs);
    this.#queue.schedule(user, Math.min(state.deadlineUs, state.startUs + Math.max(passed, state.attempts) * state.poll.everyUs));
    return true;
  }

  #timeOut(user: VirtualUser, nowUs: number): false {
    const state = user.poll;
    // An answer that comes after the deadline may be read before the deadline itself fires, which must not end the user's next wait.
    this.#queue.cancel(user);
    user.poll = undefined;
    user.failed = true;
    user.intendedUs = Math.max(user.intendedUs, nowUs);
    if (!state) return false;
    const within = formatDuration(state.poll.withinUs / 1_000);
    this.#requests.recordSample((sample) => {
      Object.assign(sample, frameOf(state), { outcome: 'timed-out', endUs: nowUs });
      sample.failure = {
        class: 'timeout',
        reason: `timeout: not so within ${within}`,
        sample: `not so within ${within} (${state.attempts} ${state.attempts === 1 ? 'request' : 'requests'}, the last: ${state.lastReason})`,
      };
    }, user);
    return false;
  }

  #drop(user: VirtualUser, flight: Flight): void {
    user.flights.splice(user.flights.indexOf(flight), 1);
    this.#requests.reuse(flight);
  }
}

function frameOf({
  poll,
  phase,
  fromUs,
  startUs,
  bytesSent,
  bytesReceived,
}: PollState): Pick<Sample, 'series' | 'phase' | 'intendedUs' | 'startUs' | 'bytesSent' | 'bytesReceived'> {
  return { series: poll.series, phase, intendedUs: fromUs, startUs, bytesSent, bytesReceived };
}
