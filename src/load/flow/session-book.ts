import type { Recorder } from '../../metrics/recorder.ts';
import type { Sample } from '../../metrics/sample.ts';
import type { Failure } from '../http/check-response.ts';
import type { InboxOwner } from './inbox.ts';
import type { PhaseView, RequestRunner } from './request-runner.ts';
import type { UserReceiveWait, UserSession, VirtualUser } from './virtual-user.ts';

/** How something ended. */
export interface SessionOutcome {
  readonly outcome: Sample['outcome'];
  readonly failure: Failure | undefined;
  readonly endUs: number;
}

/** Writes down what becomes of connections and messages. */
export class SessionBook {
  readonly #recorder: Recorder;
  readonly #requests: RequestRunner;
  readonly #phases: PhaseView;

  constructor(recorder: Recorder, requests: RequestRunner, phases: PhaseView) {
    this.#recorder = recorder;
    this.#requests = requests;
    this.#phases = phases;
  }

  get phase(): number {
    return this.#phases.currentPhase;
  }

  /** A text as it may be shown; `also`: values that are yet to be captured. */
  mask(text: string, user: VirtualUser, also: readonly string[]): string {
    return this.#requests.mask(text, user, also);
  }

  /** A `ws` or `receive` step begins: exactly one sample of it follows. */
  begin(): void {
    this.#requests.requestsStarted++;
  }

  connected(session: UserSession, { outcome, failure, endUs }: SessionOutcome): void {
    const { link, socket } = session;
    this.#requests.recordSample((sample) => {
      sample.series = socket.program.series;
      sample.phase = session.phase;
      sample.outcome = outcome;
      sample.intendedUs = session.intendedUs;
      sample.startUs = session.startUs;
      sample.endUs = endUs;
      sample.failure = failure;
      if (!link) return;
      sample.headUs = link.headUs;
      sample.connectUs = link.connectUs;
      sample.tlsUs = link.tlsUs;
      sample.status = outcome === 'ok' || outcome === 'failed' ? link.status : 0;
    }, session.user);
  }

  received(wait: UserReceiveWait, { outcome, failure, endUs }: SessionOutcome): void {
    this.#requests.recordSample((sample) => {
      sample.series = wait.receive.program.series;
      sample.phase = wait.phase;
      sample.outcome = outcome;
      sample.intendedUs = wait.intendedUs;
      sample.startUs = wait.startUs;
      sample.endUs = endUs;
      sample.failure = failure;
    }, wait.session.user);
  }

  opened(session: UserSession, nowUs: number): void {
    this.#recorder.recordSocketOpened(session.socket.program.series, this.phase, nowUs);
  }

  /** `drop`: why it ended though nobody here wanted it to. */
  ended(session: UserSession, nowUs: number, drop: Failure | undefined): void {
    const masked = drop && this.#requests.maskFailure(drop, session.user);
    const heldUs = nowUs - session.openedUs;
    const phase = drop ? this.#phases.chargedPhase : this.phase;
    this.#recorder.recordSocketEnded(session.socket.program.series, phase, { nowUs, heldUs, drop: masked });
  }

  messageIn(session: UserSession, bytes: number, nowUs: number): void {
    this.#requests.bytesMoved += bytes;
    this.#recorder.countMessage(session.socket.program.series, this.phase, 'messagesIn', { nowUs, bytes });
  }

  messageOut(session: UserSession, bytes: number, nowUs: number): void {
    this.#requests.bytesMoved += bytes;
    this.#recorder.countMessage(session.socket.program.series, this.phase, 'messagesOut', { nowUs, bytes });
  }

  unmatched(session: UserSession, nowUs: number): void {
    this.#recorder.countMessage(session.socket.program.series, this.phase, 'unmatched', { nowUs, bytes: 0 });
  }

  /** Messages that an inbox lets go belong to the phase in which they came, however much later that turns out. */
  inboxOwner(series: number): InboxOwner {
    const count = (of: number, what: 'late' | 'duplicates' | 'unmatched', phase: number): void =>
      this.#recorder.countMessage(of, phase, what, { nowUs: this.#requests.clock.nowUs(), bytes: 0 });
    return {
      countLate: (of, message) => count(of, 'late', message.phase),
      countDuplicate: (of, message) => count(of, 'duplicates', message.phase),
      countUnmatched: (message) => count(series, 'unmatched', message.phase),
    };
  }
}
