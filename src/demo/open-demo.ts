import { fileURLToPath } from 'node:url';
import { demoDials } from './demo-dials.ts';
import { spawnStagingServer } from './spawn-staging-server.ts';

/** A demo that is ready to be put under load. */
export interface Demo {
  readonly url: string;
  /** The path of the scenario or suite; its SLA lies beside it. */
  readonly scenario: string;
  /** What `run` is asked for with it, beside target and reports. */
  readonly flags: readonly string[];
  stop(): Promise<void>;
}

/** Starts the embedded staging server for the demo's scenario, or for the one in `sla/` of a system that it can play. */
export async function openDemo(system: string | undefined): Promise<Demo> {
  const own = import.meta.url;
  const folder = new URL(own.endsWith('.ts') ? '../../sla/' : '../sla/', own);
  const scenario = fileURLToPath(new URL(`${system ?? 'demo'}/load-gate.yaml`, folder));
  const server = await spawnStagingServer(demoDials);
  return { url: server.url, scenario, flags: [], stop: () => server.stop() };
}
