import { exitCodeFor } from '../verdict/exit-code.ts';

/**
 * A wish from outside to end the burst: aborted by the first SIGINT or SIGTERM, its reason a sentence, and the reports are still written. The second quits at
 * once (exit 3). It holds for the rest of the process: reports are still written after the burst.
 */
export function listenForSignals(say: (text: string) => void): AbortSignal {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(exitCodeFor({ kind: 'not-measured' }));
    say(`${name}: ending the burst and writing the reports; once more to quit at once`);
    controller.abort(name === 'SIGINT' ? 'interrupted (SIGINT)' : `ended from outside (${name})`);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
}
