import { GateError } from '../gate-error.ts';
import { createMasker } from '../mask-secrets.ts';
import { Recorder } from '../metrics/recorder.ts';
import type { FailureSummary } from '../metrics/run-summary.ts';
import type { Plan } from '../plan/plan.ts';
import type { BeforeProgram } from '../plan/program.ts';
import { DueQueue } from './time/due-queue.ts';
import { FlowRunner } from './flow/flow-runner.ts';
import { readProxyEnvironment } from './socket/choose-proxy.ts';
import { UndiciTransport } from './http/undici-transport.ts';
import { prepareFlow } from './flow/prepare-flow.ts';
import { RequestRunner } from './flow/request-runner.ts';
import { SocketRunner } from './flow/socket-runner.ts';
import { RunClock } from './time/run-clock.ts';
import type { ValueSource } from './flow/user-values.ts';
import { VirtualUser, type FlowHost, type FlowOutcome } from './flow/virtual-user.ts';
import type { SocketTransport } from './websocket/socket-transport.ts';

export interface BeforeOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onStep: (name: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs the steps of `before` one after the other, as one virtual user, unmeasured. Throws LOAD_GATE_BEFORE_FAILED with the reason of the first that fails: then
 * no load is sent.
 */
export async function runBefore(plan: Plan, options: BeforeOptions): Promise<void> {
  if (plan.before.length === 0) return;
  const clock = new RunClock(process.hrtime.bigint());
  const queue = new DueQueue(clock);
  const transport = new UndiciTransport(clock, plan.program.connections, readProxyEnvironment(options.env));
  const failures: FailureSummary[] = [];
  const recorder = new Recorder({
    seriesCount: 1,
    countUsers: () => 1,
    currentPhase: () => 0,
    onDelta: (delta) => failures.push(...delta.cells.flatMap((cell) => cell.failures)),
  });
  const source = {
    program: plan.program,
    rowCounters: new Int32Array(Math.max(1, plan.program.data.length)),
    shard: { index: 0, count: 1 },
    wallMs: () => Date.now(),
  };
  const phases = { currentPhase: 0, chargedPhase: 0, isJudged: () => false };
  const requests = new RequestRunner({
    clock,
    queue,
    transport,
    recorder,
    source,
    phases,
    mask: createMasker(plan.program.secrets),
    tracePrefix: '0000000000000000',
  });
  const sockets = new SocketRunner({ queue, recorder, requests, transport: NO_SOCKETS, phases });
  const runner = new FlowRunner({ queue, recorder, requests, sockets });
  const one = new BeforeUser(plan.seed, { source, runner, clock });
  try {
    for (const step of plan.before) {
      options.onStep(step.name);
      const outcome = await one.run(step, options.signal);
      if (outcome === 'ok') continue;
      recorder.finish(clock.nowUs());
      throw beforeFailed(
        step,
        failures.at(-1)?.sample ?? (options.signal.aborted ? 'it was interrupted' : 'a variable that it needs is not set'),
      );
    }
  } finally {
    queue.stop();
    transport.close();
  }
}

interface UserParts {
  readonly source: ValueSource;
  readonly runner: FlowRunner;
  readonly clock: RunClock;
}

/** Validation lets no WebSocket step into `before`. */
const NO_SOCKETS: SocketTransport = {
  open: () => {
    throw new RangeError('before has no WebSockets');
  },
  close: () => undefined,
};

const NO_PROGRAM = { name: 'before', weight: 1, think: undefined, start: [], tasks: [], iterationSlots: [], passSlots: [] };

/** The one virtual user of all steps: what an earlier step captured, drew or got as a cookie is there for the later ones. */
class BeforeUser implements FlowHost {
  readonly stopping = false;
  readonly #parts: UserParts;
  readonly #user: VirtualUser;
  #ended: (outcome: FlowOutcome) => void = () => undefined;

  constructor(seed: number, parts: UserParts) {
    const { source, runner } = parts;
    this.#parts = parts;
    this.#user = new VirtualUser({ profile: 0, program: NO_PROGRAM, ordinal: 0, seed: [seed, 5], source, host: this, runner });
  }

  run(step: BeforeProgram, signal: AbortSignal): Promise<FlowOutcome> {
    const { runner, clock } = this.#parts;
    if (signal.aborted) return Promise.resolve('interrupted');
    const giveUp = (): void => runner.giveUp(this.#user, 'interrupted', clock.nowUs());
    signal.addEventListener('abort', giveUp, { once: true });
    const ended = new Promise<FlowOutcome>((resolve) => {
      this.#ended = resolve;
      // `start` flows are not counted as iterations, which is what an unmeasured step is.
      this.#user.enter(prepareFlow(step.code, step.code), 'start', clock.nowUs());
      runner.run(this.#user, clock.nowUs());
    });
    return ended.finally(() => signal.removeEventListener('abort', giveUp));
  }

  wake(): void {
    // Never called: the user waits inside of flows only.
  }

  flowEnded(user: VirtualUser, outcome: FlowOutcome): boolean {
    user.flow = 'none';
    this.#ended(outcome);
    return false;
  }
}

function beforeFailed(step: BeforeProgram, why: string): GateError {
  const { file, line } = step.at;
  // A flag has no lines.
  const place = file.startsWith('--') ? file : `${file}:${line}: before`;
  return new GateError('LOAD_GATE_BEFORE_FAILED', `${place}: ${step.name} failed: ${why}`, {
    hint: 'no load was sent; check that the target is up and that the step is right',
  });
}
