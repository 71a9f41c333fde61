import { fileURLToPath } from 'node:url';
import { demoDials } from './demo-dials.ts';
import { spawnStagingServer } from './spawn-staging-server.ts';

/** A demo that is ready to be put under load. */
export interface Demo {
  readonly url: string;
  /** The scenario's path; its SLA lies beside it. */
  readonly scenario: string;
  stop(): Promise<void>;
}

/** Starts the embedded staging server for the demo's scenario. */
export async function openDemo(): Promise<Demo> {
  const own = import.meta.url;
  const scenario = new URL(own.endsWith('.ts') ? '../../sla/demo/load-gate.yaml' : '../sla/demo/load-gate.yaml', own);
  const server = await spawnStagingServer(demoDials);
  return { url: server.url, scenario: fileURLToPath(scenario), stop: () => server.stop() };
}
