import type { Recorder } from '../../metrics/recorder.ts';
import { drawThinkUs } from './draw-think.ts';
import type { DueQueue } from '../time/due-queue.ts';
import { readBody, checkResponse, type Failure } from '../http/check-response.ts';
import { captureValues, listCapturable } from '../http/capture-values.ts';
import type { PreparedRequest } from '../http/prepare-request.ts';
import { nextHop } from '../http/follow-redirect.ts';
import type { PreparedInstruction } from './prepare-flow.ts';
import { PollRunner } from './poll-runner.ts';
import type { SocketRunner } from './socket-runner.ts';
import type { RequestRunner } from './request-runner.ts';
import { describeUnsent, seriesOfStep } from './unsent-step.ts';
import { MissingVariable } from './user-values.ts';
import type { Flight, FlowContinuation, FlowOutcome, VirtualUser } from './virtual-user.ts';

/**
 * Moves virtual users along their flows: an interpreter over flat code. It returns whenever a user has to wait and is called again when the wait is over;
 * nothing is allocated for a step that is not needed for the request itself.
 */
export class FlowRunner implements FlowContinuation {
  readonly #queue: DueQueue;
  readonly #recorder: Recorder;
  readonly #requests: RequestRunner;
  readonly #polls: PollRunner;
  readonly #sockets: SocketRunner;

  constructor(parts: {
    readonly queue: DueQueue;
    readonly recorder: Recorder;
    readonly requests: RequestRunner;
    readonly sockets: SocketRunner;
  }) {
    const { queue, recorder, requests, sockets } = parts;
    this.#queue = queue;
    this.#recorder = recorder;
    this.#requests = requests;
    this.#polls = new PollRunner(queue, requests);
    this.#sockets = sockets;
    sockets.continuation.onGoOn = (user, nowUs) => this.#goOn(user, nowUs);
    requests.onLanded = (flight) => this.#landed(flight);
    requests.onExpired = (flight, nowUs) => this.#expired(flight, nowUs);
  }

  /** Runs a user from where it is until it waits. */
  run(user: VirtualUser, nowUs: number): void {
    user.running = true;
    let us = nowUs;
    for (;;) {
      const waits = this.#runFlow(user, us);
      if (waits) break;
      us = Math.max(us, this.#requests.clock.nowUs());
      if (!this.endFlow(user, user.failed ? 'failed' : 'ok', us)) break;
    }
    user.running = false;
  }

  continueAfterWait(user: VirtualUser, nowUs: number): void {
    user.waited = true;
    if (user.poll) {
      if (this.#polls.again(user, nowUs)) return;
      this.#goOn(user, nowUs);
      return;
    }
    if (user.socketWait) {
      if (!this.#sockets.expired(user, nowUs)) this.run(user, nowUs);
      return;
    }
    user.intendedUs = user.dueUs;
    this.#requests.recordLag(user, nowUs - user.dueUs);
    this.run(user, nowUs);
  }

  /** Ends a user's flow where it is; true: the host has given it a new one. */
  endFlow(user: VirtualUser, outcome: FlowOutcome, nowUs: number): boolean {
    this.#queue.cancel(user);
    user.poll = undefined;
    user.socketWait = undefined;
    if (user.flow === 'iteration') this.#recorder.countIteration(user.phase, outcome);
    return user.host.flowEnded(user, outcome, nowUs);
  }

  /** Gives up all that a user has in flight and ends its flow. Cut ones are charged, interrupted ones are not. */
  giveUp(user: VirtualUser, outcome: 'cut' | 'interrupted', nowUs: number): void {
    const flights = user.flights;
    const wasInFlight = user.isInFlight;
    user.flights = [];
    this.#sockets.giveUp(user, outcome, nowUs);
    if (user.poll) this.#polls.giveUp(user, outcome, nowUs);
    for (const flight of flights) this.#requests.abandon(flight, user.poll ? undefined : outcome, nowUs);
    user.poll = undefined;
    if (user.flow !== 'none') this.endFlow(user, wasInFlight ? outcome : 'interrupted', nowUs);
  }

  /** A virtual user ends for good: what it holds open is closed. */
  retire(user: VirtualUser, nowUs: number): void {
    if (user.sessions.length > 0) this.#sockets.retire(user, nowUs);
  }

  /** True: the user waits. False: the flow is over. */
  #runFlow(user: VirtualUser, nowUs: number): boolean {
    try {
      while (user.pc < user.code.length) {
        const instruction = user.code[user.pc];
        if (!instruction) break;
        if (user.host.stopping && instruction.op !== 'loop' && instruction.op !== 'next') {
          this.endFlow(user, 'interrupted', nowUs);
          return true;
        }
        user.pc++;
        if (this.#runInstruction(user, instruction, nowUs)) return true;
        if (user.flow === 'none') return true;
      }
      return false;
    } catch (thrown) {
      this.#recordUnsent(user, thrown, nowUs);
      user.failed = true;
      // The iteration ends here; what a `parallel` has started is awaited first.
      user.pc = user.code.length;
      return user.flights.length > 0;
    }
  }

  #runInstruction(user: VirtualUser, instruction: PreparedInstruction, nowUs: number): boolean {
    switch (instruction.op) {
      case 'http':
        this.#requests.start(user, instruction.request, nowUs);
        return user.flights.length > 0;
      case 'parallel':
        for (const request of instruction.requests) this.#requests.start(user, request, nowUs);
        return user.flights.length > 0;
      case 'poll':
        return this.#polls.begin(user, instruction.poll, nowUs);
      case 'think': {
        const thinkUs = drawThinkUs(instruction.think, user.random);
        this.#queue.schedule(user, Math.max(nowUs, user.intendedUs + thinkUs));
        return true;
      }
      case 'ws':
        return this.#sockets.open(user, instruction.socket, nowUs);
      case 'send':
        return this.#sockets.send(user, instruction.send, nowUs);
      case 'receive':
        return this.#sockets.receive(user, instruction.receive, nowUs);
      case 'hold':
        return this.#sockets.hold(user, instruction, nowUs);
      case 'close':
        this.#sockets.close(user, instruction.slot, nowUs);
        return false;
      case 'loop':
        this.#enterLoop(user, instruction);
        return false;
      case 'next':
        this.#nextPass(user, instruction.body);
        return false;
    }
  }

  #enterLoop(user: VirtualUser, loop: Extract<PreparedInstruction, { op: 'loop' }>): void {
    const rows = loop.table >= 0 ? this.#requests.rowsOf(loop.table) : undefined;
    const passes = rows ? rows.length : loop.times;
    if (passes === 0) {
      user.pc = loop.exit;
      return;
    }
    const saved = user.values.save(user.program.passSlots);
    user.loops.push({ pass: -1, passes, rows, slot: loop.slot, exit: loop.exit, saved });
    this.#nextPass(user, user.pc);
  }

  #nextPass(user: VirtualUser, body: number): void {
    const frame = user.loops.at(-1);
    if (!frame) return;
    frame.pass++;
    if (frame.pass >= frame.passes) {
      user.loops.pop();
      user.values.restore(user.program.passSlots, frame.saved);
      user.pc = frame.exit;
      return;
    }
    user.values.clear(user.program.passSlots);
    if (frame.slot >= 0) user.values.set(frame.slot, frame.rows ? frame.rows[frame.pass] : frame.pass);
    user.pc = body;
  }

  /** An answer, or a failure of the transport. */
  #landed(flight: Flight): void {
    const { user, request } = flight;
    if (!user || !request) return;
    // An answer that comes while the request is being sent was not waited for: a flow of such must not be repeated at once.
    if (!user.running) user.waited = true;
    if (flight.error === undefined && request.program.cookies)
      this.#requests.storeCookies(user, flight.origin + flight.path, flight.responseHeaders['set-cookie']);
    if (user.poll) {
      // The poll gives the flight back, which forgets its times.
      const { endUs } = flight;
      if (this.#polls.landed(user, flight)) return;
      this.#goOn(user, endUs);
      return;
    }
    if (flight.error === undefined && request.program.followRedirects) {
      const hop = nextHop(flight, this.#requests.allowedHosts);
      if (hop === 'sent') return this.#requests.sendAgain(flight);
      if (hop !== undefined) return this.#settle(user, flight, hop);
    }
    this.#settle(user, flight, this.#judge(user, flight, request));
  }

  #judge(user: VirtualUser, flight: Flight, request: PreparedRequest): Failure | undefined {
    if (flight.error) return { class: flight.error.class, reason: flight.error.reason, sample: flight.error.message };
    if (request.plain && flight.status >= 200 && flight.status < 300) return undefined;
    const body = readBody(flight);
    const { responseHeaders: headers, status, bytesReceived } = flight;
    const source = { headers, body, shown: `the answer (status ${status}, ${bytesReceived} bytes)` };
    const mask = (text: string): string => this.#requests.mask(text, user, listCapturable(source, request.captures));
    const unexpected = checkResponse(flight, request, { body, values: user.values, mask });
    if (unexpected || request.captures.length === 0) return unexpected;
    const notFound = captureValues(source, request.captures, user);
    // The iteration ends; what runs in parallel is awaited first.
    if (notFound) user.pc = user.code.length;
    return notFound;
  }

  #settle(user: VirtualUser, flight: Flight, failure: Failure | undefined): void {
    if (failure) user.failed = true;
    this.#requests.record(flight, failure ? 'failed' : 'ok', failure);
    this.#leave(user, flight);
  }

  #expired(flight: Flight, nowUs: number): void {
    const { user } = flight;
    if (!user) return;
    user.waited = true;
    if (user.poll) {
      if (this.#polls.expired(user, flight, nowUs)) return;
      this.#goOn(user, nowUs);
      return;
    }
    user.failed = true;
    this.#requests.abandon(flight, 'timed-out', nowUs);
    this.#leave(user, flight);
  }

  /** One of the user's requests is over; when it was the last, the flow goes on. */
  #leave(user: VirtualUser, flight: Flight): void {
    const endUs = flight.endUs;
    if (user.flights.at(-1) === flight) user.flights.pop();
    else user.flights.splice(user.flights.indexOf(flight), 1);
    user.intendedUs = Math.max(user.intendedUs, endUs);
    this.#requests.reuse(flight);
    if (user.flights.length === 0) this.#goOn(user, endUs);
  }

  #goOn(user: VirtualUser, nowUs: number): void {
    if (!user.running) this.run(user, nowUs);
  }

  /** A step that could not even be sent: without a row or host it is a failure of its series; without a variable or connection the iteration just ends. */
  #recordUnsent(user: VirtualUser, thrown: unknown, nowUs: number): void {
    if (thrown instanceof MissingVariable) return;
    const step = user.code[user.pc - 1];
    const series = step && seriesOfStep(step, user);
    const failure = describeUnsent(thrown);
    if (series === undefined || failure === undefined) throw thrown;
    this.#requests.recordUnsent(user, series, failure, nowUs);
  }
}
