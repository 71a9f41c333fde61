import { prepareGate, type Prepared } from '../src/gate-prepare.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { mostSockets } from '../src/plan/count-sockets.ts';
import { estimateIterationMs, sharesOf } from '../src/plan/estimate-iteration.ts';
import { estimateWork } from '../src/plan/estimate-work.ts';
import type { Plan, PlannedPhase } from '../src/plan/plan.ts';
import type { BodyProgram, Instruction } from '../src/plan/program.ts';
import { requestsOfStep } from '../src/plan/list-uses.ts';
import { walkFlow } from '../src/plan/walk-flow.ts';

/** What the busiest second of a plan asks of whatever makes it, all machines together. */
export interface Demand {
  readonly users: number;
  /** Arrivals; 0 where users decide when they ask. */
  readonly arrivalsPerSec: number;
  /** Handshakes of WebSockets are requests, too. */
  readonly requestsPerSec: number;
  /** Messages over WebSockets that are waited for. */
  readonly messagesPerSec: number;
  readonly sockets: number;
  /** HTTP connections at most: as many as `load-gate check` counts. */
  readonly connections: number;
  /** Of uploads; what other requests hold is not counted. */
  readonly sentBytesPerSec: number;
}

/** A poll asks more than once; the guides do not say how long what they wait for takes. */
const ASKS_OF_POLL = 4;

/** What `load-gate check` makes of these words. Throws with what is wrong with them. */
export function prepareWords(words: readonly string[], cwd: string): Prepared {
  const request = parseArgv(['check', ...words]);
  if (!request.ok || request.value.command !== 'check') throw new Error(`load-gate check ${words.join(' ')}: ${JSON.stringify(request)}`);
  const [scenario = ''] = request.value.scenarios;
  const context = { env: {}, cwd, workers: undefined, requireSecrets: false };
  const ready = prepareGate({ ...request.value, scenario }, context);
  if (!ready.ok) throw new Error(`load-gate check ${words.join(' ')}: ${JSON.stringify(ready.issues)}`);
  return ready.value;
}

/** The demand of a plan if each answer takes `answerMs`. */
export function demandOf(plan: Plan, answerMs: number): Demand {
  const { webSockets, requests } = mostSockets(plan);
  const seconds = estimateWork(plan, () => answerMs).map((work, index) => {
    const phase = plan.phases[index];
    const each = plan.program.users.map((user, profile) => {
      const { iterationsPerSec, newUsers } = work[profile] ?? { iterationsPerSec: 0, newUsers: 0 };
      const rate =
        phase?.model === 'iterations' ? (1_000 * newUsers) / estimateIterationMs(user, plan.program, () => answerMs) : iterationsPerSec;
      const shares = sharesOf(user.tasks.map(({ weight }) => weight));
      const tasks = user.tasks.map(({ code }, task) => scale(countWork(code, plan), rate * (shares[task] ?? 0)));
      // Who begins goes through `start`, and through a task as far as its first loop, once around.
      const first = user.tasks.map(({ code }, task) => scale(countFirst(code, plan), shares[task] ?? 0));
      const begun = [countWork(user.start, plan), ...first].reduce(add);
      return [...tasks, scale(begun, newUsers / spawnSeconds(phase))].reduce(add);
    });
    return each.reduce(add, NONE);
  });
  const most = (pick: (work: Work) => number): number => Math.max(...seconds.map(pick));
  return {
    users: Math.max(...plan.phases.map(usersOf)),
    arrivalsPerSec: Math.max(...plan.phases.map((phase) => (phase.model === 'open' ? phase.ratePerSec : 0))),
    requestsPerSec: most((work) => work.requests),
    messagesPerSec: most((work) => work.messages),
    sockets: webSockets,
    connections: requests,
    sentBytesPerSec: most((work) => work.sentBytes),
  };
}

interface Work {
  readonly requests: number;
  readonly messages: number;
  readonly sentBytes: number;
}

const NONE: Work = { requests: 0, messages: 0, sentBytes: 0 };

/** What one pass through a flow makes. */
function countWork(code: readonly Instruction[], { program }: Plan): Work {
  return walkFlow(code, program.data)
    .map(({ instruction, times }) => scale(workOf(instruction), times))
    .reduce(add, NONE);
}

/** The same as far as the end of the first loop, which goes around once; what is uploaded takes longer than it takes to begin. */
function countFirst(code: readonly Instruction[], { program }: Plan): Work {
  const steps = walkFlow(code, program.data);
  const loop = steps.findIndex(({ times }) => times > 1);
  const after = loop === -1 ? -1 : steps.findIndex(({ times }, index) => index > loop && times === 1);
  const first = steps.slice(0, after === -1 ? undefined : after).map(({ instruction }) => workOf(instruction));
  return { ...first.reduce(add, NONE), sentBytes: 0 };
}

function workOf(instruction: Instruction): Work {
  const requests = requestsOfStep(instruction);
  return {
    requests: instruction.op === 'poll' ? ASKS_OF_POLL : requests.length,
    messages: instruction.op === 'receive' ? 1 : 0,
    sentBytes: requests.reduce((sum, { body }) => sum + uploadOf(body), 0),
  };
}

function uploadOf(body: BodyProgram): number {
  if (body.kind === 'multipart') return body.parts.reduce((sum, part) => sum + uploadOf(part.body), 0);
  return body.kind === 'bytes' || body.kind === 'file' ? body.size : 0;
}

/** Users of an open phase begin as they are needed, which is before it has reached its rate. */
function spawnSeconds(phase: PlannedPhase | undefined): number {
  return phase?.model === 'closed' && phase.rampMs > 0 ? phase.rampMs / 1_000 : Number.POSITIVE_INFINITY;
}

function usersOf(phase: PlannedPhase): number {
  switch (phase.model) {
    case 'pause':
      return 0;
    case 'open':
      return phase.maxUsers;
    case 'closed':
      return Math.max(phase.fromUsers, phase.users);
    case 'iterations':
      return phase.users;
  }
}

function scale({ requests, messages, sentBytes }: Work, factor: number): Work {
  return { requests: requests * factor, messages: messages * factor, sentBytes: sentBytes * factor };
}

function add(left: Work, right: Work): Work {
  return {
    requests: left.requests + right.requests,
    messages: left.messages + right.messages,
    sentBytes: left.sentBytes + right.sentBytes,
  };
}
