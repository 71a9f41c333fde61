import type { RequestProgram } from '../plan/program.ts';

/** How the probes reach the target and Prometheus. What fails is told in a sentence that may hold secrets. */
export interface TargetLine {
  /** The answer, of any status; fails when there is none within the request's timeout. */
  ask(request: RequestProgram, body: string | undefined, signal: AbortSignal): Promise<{ readonly status: number; readonly text: string }>;
  /** Opens a WebSocket. */
  listen(
    request: RequestProgram,
    listener: { opened(): void; message(text: string): void; ended(reason: string): void },
  ): { close(): void };
  close(): void;
}
