import type { PlannedPhase } from '../../plan/plan.ts';
import type { WorkerPhase } from '../../metrics/worker-report.ts';
import { EventLoopProbe } from './event-loop-probe.ts';
import type { PhaseView } from '../flow/request-runner.ts';
import { threadCpuUs } from './thread-cpu.ts';

/** A share of CPU over less than this says nothing: starting up alone takes all of it. */
const LEAST_JUDGED_US = 1_000_000;

/** Which phase it is, when each really was, and how the worker fared in the judged ones. */
export class PhaseClock implements PhaseView {
  readonly #phases: readonly PlannedPhase[];
  readonly #times: { startUs: number | undefined; endUs: number | undefined; peakUsers: number }[];
  readonly #probe = new EventLoopProbe();
  #cpuAtStart: number | undefined;
  #judgedCpuUs = 0;
  #judgedUs = 0;
  #cpuKnown = true;
  currentPhase = 0;
  /** The latest that is no pause; -1: none yet. */
  #loadPhase = -1;

  constructor(phases: readonly PlannedPhase[]) {
    this.#phases = phases;
    this.#times = phases.map(() => ({ startUs: undefined, endUs: undefined, peakUsers: 0 }));
  }

  isJudged(phase: number): boolean {
    const plan = this.#phases[phase];
    return plan !== undefined && !plan.warmup && plan.model !== 'pause';
  }

  get chargedPhase(): number {
    return this.#loadPhase < 0 ? this.currentPhase : this.#loadPhase;
  }

  begin(phase: number, startUs: number): void {
    this.currentPhase = phase;
    if (this.#phases[phase]?.model !== 'pause') this.#loadPhase = phase;
    const times = this.#times[phase];
    if (times) times.startUs = startUs;
    if (!this.isJudged(phase)) return;
    this.#cpuAtStart = threadCpuUs();
    this.#probe.start();
  }

  end(phase: number, endUs: number): void {
    const times = this.#times[phase];
    if (!times || times.startUs === undefined || times.endUs !== undefined) return;
    times.endUs = endUs;
    if (!this.isJudged(phase)) return;
    this.#probe.stop();
    const cpuUs = threadCpuUs();
    if (cpuUs === undefined || this.#cpuAtStart === undefined) this.#cpuKnown = false;
    else this.#judgedCpuUs += cpuUs - this.#cpuAtStart;
    this.#judgedUs += endUs - times.startUs;
  }

  /** The pool's size now. */
  noteUsers(users: number): void {
    const times = this.#times[this.currentPhase];
    if (times && users > times.peakUsers) times.peakUsers = users;
  }

  report(): {
    readonly phases: readonly WorkerPhase[];
    readonly eventLoopDelay: ReturnType<EventLoopProbe['delays']>;
    readonly cpuRatio: number | undefined;
  } {
    return {
      phases: this.#times.map((times) => ({ ...times })),
      eventLoopDelay: this.#probe.delays(),
      cpuRatio: this.#cpuKnown && this.#judgedUs >= LEAST_JUDGED_US ? this.#judgedCpuUs / this.#judgedUs : undefined,
    };
  }
}
