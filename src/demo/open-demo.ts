import { fileURLToPath } from 'node:url';
import { demoDials } from './demo-dials.ts';
import { findSystem } from './systems/find-system.ts';
import { spawnStagingServer } from './spawn-staging-server.ts';

/** A demo that is ready to be put under load. */
export interface Demo {
  readonly url: string;
  /** The path of the scenario or suite; its SLA lies beside it. */
  readonly scenario: string;
  /** What `run` is asked for with it, beside target and reports. */
  readonly flags: readonly string[];
  /** Values for `${env.X}` of its files, where nobody has set them. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The pauses of the guides let metrics settle that take minutes on the real systems. */
const SMALL = { COOLDOWN: '1s' } as const;

/** Starts the embedded staging server for the demo's scenario, or for the one in `sla/` of a system that it can play; an unknown one is refused by the options. */
export async function openDemo(name: string | undefined): Promise<Demo> {
  const system = name === undefined ? undefined : findSystem(name);
  if (name !== undefined && system === undefined) throw new Error(`the staging server cannot play ${name}`);
  const own = import.meta.url;
  const folder = new URL(own.endsWith('.ts') ? '../../sla/' : '../sla/', own);
  const scenario = fileURLToPath(new URL(`${system?.name ?? 'demo'}/load-gate.yaml`, folder));
  const server = await spawnStagingServer(system?.dials ?? demoDials);
  // Sizes for one small machine; those of the guides are for the real systems.
  const [flags, env] = system ? [['--profile', 'local'], SMALL] : [[], {}];
  return { url: server.url, scenario, flags, env, stop: () => server.stop() };
}
