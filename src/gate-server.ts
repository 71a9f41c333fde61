import type { GatePorts } from './gate-ports.ts';
import { createMasker } from './mask-secrets.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Plan } from './plan/plan.ts';
import { cleanText } from './report/clean-text.ts';

export type Runs = readonly [RunSummary, ...RunSummary[]];

/** A burst that is over, and when it began on the clock of `performance.now`, ms. */
export interface TimedRuns {
  readonly runs: Runs;
  readonly originMs: number;
}

/**
 * A burst, and what the first plan's target says of itself meanwhile and until it is back to normal. Closed: what cannot be read stays in the summary as trouble, and
 * nothing that goes wrong here ends the burst.
 */
export async function watchServer(
  { server, program }: Plan,
  { env, cwd, stopped, onNote }: Pick<GatePorts, 'env' | 'cwd' | 'stopped' | 'onNote'>,
  burst: () => Promise<TimedRuns>,
): Promise<Runs> {
  if (server.rows.length === 0) return (await burst()).runs;
  const { SideChannel } = await import('./load/side-channel.ts');
  const { ServerWatch } = await import('./probe/watch-server.ts');
  const line = new SideChannel({ connections: server.connections, allowedHosts: program.allowedHosts, env });
  const mask = createMasker(program.secrets);
  const watch = new ServerWatch(server, { line, cwd, env, mask, onNote: (note) => onNote(cleanText(note, 400)) });
  watch.start();
  try {
    const { runs, originMs } = await burst();
    const [run, ...others] = runs;
    return [{ ...run, server: await watch.finish({ run, originMs, signal: stopped }) }, ...others];
  } finally {
    await watch.close();
  }
}
