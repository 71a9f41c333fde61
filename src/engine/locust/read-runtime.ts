import { readFileSync } from 'node:fs';
import { GateError } from '../../gate-error.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Instruction } from '../../plan/program.ts';
import { codeOf } from './select-profiles.ts';

/** What runs in Locust, with all that it can do: parts in this order; beside the sources, and beside the bundle. */
const WHOLE = [
  'runtime-plan.py',
  'runtime-distribution.py',
  'runtime-cell.py',
  'runtime-recorder.py',
  'runtime-phase-clock.py',
  'runtime-http.py',
  'runtime-answer.py',
  'runtime-connection.py',
  'runtime-cookies.py',
  'runtime-regex.py',
  'runtime-json.py',
  'runtime-words.py',
  'runtime-check.py',
  'runtime-capture.py',
  'runtime-data.py',
  'runtime-frames.py',
  'runtime-socket.py',
  'runtime-socket-steps.py',
  'runtime-call.py',
  'runtime-values.py',
  'runtime-samples.py',
  'runtime-flow-steps.py',
  'runtime-request-steps.py',
  'runtime-user.py',
  'runtime-pool.py',
  'runtime-closed-pool.py',
  'runtime-open-pool.py',
  'runtime-work-pool.py',
  'runtime-seats.py',
  'runtime-make-request.py',
  'runtime-run.py',
  'runtime-report-pipe.py',
  'runtime-master.py',
  'runtime-worker.py',
  'runtime-locust.py',
] as const;

const SOCKETS: ReadonlySet<string> = new Set(['runtime-frames.py', 'runtime-socket.py', 'runtime-socket-steps.py']);
/** Stands in for them where no flow has WebSockets. */
const NO_SOCKETS = 'runtime-no-sockets.py';

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
    : readParts(WHOLE.flatMap((file) => (!SOCKETS.has(file) ? file : file === 'runtime-socket-steps.py' ? NO_SOCKETS : [])));
}

function readParts(files: readonly string[]): string {
  try {
    return files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8').trim()).join('\n\n\n');
  } catch (cause) {
    throw new GateError('LOAD_GATE_FILE_UNREADABLE', 'what runs in Locust is not there', { hint: 'build it: npm run build', cause });
  }
}
