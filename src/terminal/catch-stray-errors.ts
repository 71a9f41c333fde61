import type { ExitCode } from '../verdict/exit-code.ts';

/**
 * Errors that no call waits for (thrown in an event, rejected without a listener) end the process with the code that `explain` answers. Closed: Node's own
 * code for them is 1, which says breach. A reader that has gone away (`| head`) is no error: the verdict is still the exit code.
 */
export function catchStrayErrors(explain: (thrown: unknown) => ExitCode): void {
  process.on('uncaughtException', (thrown) => process.exit(explain(thrown)));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') process.exit(explain(error));
    });
  }
}
