import { readFileSync } from 'node:fs';
import { GateError } from '../../gate-error.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Instruction } from '../../plan/program.ts';
import { codeOf } from './locustfile/select-profiles.ts';

/** What runs in Locust, with all that it can do: parts in this order; beside the sources, and beside the bundle. */
const WHOLE = [
  'python/plan.py',
  'python/distribution.py',
  'python/cell.py',
  'python/recorder.py',
  'python/phase-clock.py',
  'python/http.py',
  'python/answer.py',
  'python/connection.py',
  'python/cookies.py',
  'python/regex.py',
  'python/json.py',
  'python/words.py',
  'python/check.py',
  'python/capture.py',
  'python/data.py',
  'python/frames.py',
  'python/socket.py',
  'python/socket-steps.py',
  'python/call.py',
  'python/values.py',
  'python/samples.py',
  'python/flow-steps.py',
  'python/request-steps.py',
  'python/user.py',
  'python/pool.py',
  'python/closed-pool.py',
  'python/open-pool.py',
  'python/work-pool.py',
  'python/seats.py',
  'python/make-request.py',
  'python/run.py',
  'python/report-pipe.py',
  'python/master.py',
  'python/worker.py',
  'python/locust.py',
] as const;

const SOCKETS: ReadonlySet<string> = new Set(['python/frames.py', 'python/socket.py', 'python/socket-steps.py']);
/** Stands in for them where no flow has WebSockets. */
const NO_SOCKETS = 'python/no-sockets.py';

/** Every part that a file can be made of. */
export const RUNTIME_FILES: readonly string[] = [...WHOLE, NO_SOCKETS];

const SOCKET_STEPS: ReadonlySet<Instruction['op']> = new Set(['ws', 'send', 'receive', 'hold', 'close']);

/** How load-gate makes load and measures with Locust: Python that needs nothing but Locust. A GateError where it is not beside this file. */
export function readRuntime(): string {
  return readParts(WHOLE);
}

/** The same, without what the flows of this plan do not need. */
export function readRuntimeFor({ program }: Plan): string {
  const hasSockets = program.users.flatMap(codeOf).some(({ op }) => SOCKET_STEPS.has(op));
  return hasSockets
    ? readRuntime()
    : readParts(WHOLE.flatMap((file) => (!SOCKETS.has(file) ? file : file === 'python/socket-steps.py' ? NO_SOCKETS : [])));
}

function readParts(files: readonly string[]): string {
  try {
    return files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8').trim()).join('\n\n\n');
  } catch (cause) {
    throw new GateError('LOAD_GATE_FILE_UNREADABLE', 'what runs in Locust is not there', { hint: 'build it: npm run build', cause });
  }
}
