import type { RequestProgram } from '../plan/program.ts';
import type { ServerRowProgram } from '../plan/server-program.ts';
import { findMetric } from './find-metric.ts';
import { findNumber } from './find-number.ts';
import { Poller } from './poller.ts';
import type { RowProbe } from './row-probe.ts';
import { runCommand } from './run-command.ts';
import { SocketProbe } from './socket-probe.ts';
import type { TargetLine } from './target-line.ts';

/** A command that has not answered by then does not. */
const COMMAND_TIMEOUT_MS = 10_000;
const PATIENCE_MS = 10_000;

export interface RowProbePorts {
  readonly line: TargetLine;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What watches a row during a burst; undefined for PromQL, which is asked after it. */
export function openRowProbe(row: ServerRowProgram, { line, cwd, env }: RowProbePorts): RowProbe | undefined {
  const { everyMs } = row;
  switch (row.kind) {
    case 'promql':
      return undefined;
    case 'json':
      return new Poller(async (signal) => findNumber(await ask(line, row.request, signal), row.path), everyMs);
    case 'metrics':
      return new Poller(async (signal) => findMetric(await ask(line, row.request, signal), row.selector), everyMs);
    case 'command':
      return new Poller((signal) => runCommand(row.argv, { cwd, env, timeoutMs: COMMAND_TIMEOUT_MS }, signal), everyMs);
    case 'ws':
      return new SocketProbe({ line, request: row.request, path: row.path, everyMs, patienceMs: Math.max(3 * everyMs, PATIENCE_MS) });
  }
}

/** The body of a successful answer. */
async function ask(line: TargetLine, request: RequestProgram, signal: AbortSignal): Promise<string> {
  const { status, text } = await line.ask(request, undefined, signal);
  if (status < 200 || status > 299) throw new Error(`it answered ${status}`);
  return text;
}
