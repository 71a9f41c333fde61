import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DueQueue,
  FlowRunner,
  Recorder,
  RequestRunner,
  SocketRunner,
  prepareFlow
} from "./chunk-DYYONS7I.js";
import {
  RunClock,
  UndiciTransport,
  VirtualUser
} from "./chunk-4NOXZN2J.js";
import "./chunk-3LYM6ZRV.js";
import {
  readProxyEnvironment
} from "./chunk-JJHWQA64.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import {
  createMasker
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-RYQVFUXL.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/load/run-before.ts
async function runBefore(plan, options) {
  if (plan.before.length === 0) return;
  const clock = new RunClock(process.hrtime.bigint());
  const queue = new DueQueue(clock);
  const transport = new UndiciTransport(clock, plan.program.connections, readProxyEnvironment(options.env));
  const failures = [];
  const recorder = new Recorder({
    seriesCount: 1,
    countUsers: () => 1,
    currentPhase: () => 0,
    onDelta: (delta) => failures.push(...delta.cells.flatMap((cell) => cell.failures))
  });
  const source = {
    program: plan.program,
    rowCounters: new Int32Array(Math.max(1, plan.program.data.length)),
    shard: { index: 0, count: 1 },
    wallMs: () => Date.now()
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
    tracePrefix: "0000000000000000"
  });
  const sockets = new SocketRunner({ queue, recorder, requests, transport: NO_SOCKETS, phases });
  const runner = new FlowRunner({ queue, recorder, requests, sockets });
  const one = new BeforeUser(plan.seed, { source, runner, clock });
  try {
    for (const step of plan.before) {
      options.onStep(step.name);
      const outcome = await one.run(step, options.signal);
      if (outcome === "ok") continue;
      recorder.finish(clock.nowUs());
      throw beforeFailed(
        step,
        failures.at(-1)?.sample ?? (options.signal.aborted ? "it was interrupted" : "a variable that it needs is not set")
      );
    }
  } finally {
    queue.stop();
    transport.close();
  }
}
var NO_SOCKETS = {
  open: () => {
    throw new RangeError("before has no WebSockets");
  },
  close: () => void 0
};
var NO_PROGRAM = { name: "before", weight: 1, think: void 0, start: [], tasks: [], iterationSlots: [], passSlots: [] };
var BeforeUser = class {
  stopping = false;
  #parts;
  #user;
  #ended = () => void 0;
  constructor(seed, parts) {
    const { source, runner } = parts;
    this.#parts = parts;
    this.#user = new VirtualUser({ profile: 0, program: NO_PROGRAM, ordinal: 0, seed: [seed, 5], source, host: this, runner });
  }
  run(step, signal) {
    const { runner, clock } = this.#parts;
    if (signal.aborted) return Promise.resolve("interrupted");
    const giveUp = () => runner.giveUp(this.#user, "interrupted", clock.nowUs());
    signal.addEventListener("abort", giveUp, { once: true });
    const ended = new Promise((resolve) => {
      this.#ended = resolve;
      this.#user.enter(prepareFlow(step.code, step.code), "start", clock.nowUs());
      runner.run(this.#user, clock.nowUs());
    });
    return ended.finally(() => signal.removeEventListener("abort", giveUp));
  }
  wake() {
  }
  flowEnded(user, outcome) {
    user.flow = "none";
    this.#ended(outcome);
    return false;
  }
};
function beforeFailed(step, why) {
  const { file, line } = step.at;
  const place = file.startsWith("--") ? file : `${file}:${line}: before`;
  return new GateError("LOAD_GATE_BEFORE_FAILED", `${place}: ${step.name} failed: ${why}`, {
    hint: "no load was sent; check that the target is up and that the step is right"
  });
}
export {
  runBefore
};
