import type { Counts } from './counts.ts';
import type { Dials } from './dials.ts';
import { ServerLink } from './server-link.ts';
import type { Truth } from './service-times.ts';

/** A staging server in a process of its own, so that its work is not the generator's. */
export interface SpawnedServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The last counts when the server has died of its `die` dial; rejects when the process is gone otherwise. */
  counts(): Promise<Counts>;
  /** Undefined: nothing measured on that route yet. */
  truth(route: string): Promise<Truth | undefined>;
  /** Rejects with a TypeError that lists what is wrong. */
  setDials(dials: Dials): Promise<void>;
  reset(): Promise<void>;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
  /** Ends the process, cutting what is open; may be called twice. */
  stop(): Promise<void>;
}

/** `serve.ts` beside this file in the sources, `staging-server.js` beside the bundle in dist/. */
export function stagingServerEntry(runningFile: string = import.meta.url): URL {
  return new URL(runningFile.endsWith('.ts') ? './serve.ts' : './staging-server.js', runningFile);
}

/** Starts the server and waits until it listens; rejects when it cannot, and leaves no process then. */
export async function spawnStagingServer(dials: Dials, entry: URL = stagingServerEntry()): Promise<SpawnedServer> {
  const link = new ServerLink(entry);
  const { url, port } = await link.start({ ask: 'start', dials }).catch(async (error: unknown) => {
    await link.stop();
    throw error;
  });
  return {
    url,
    port,
    pid: link.pid,
    counts: async () => {
      const counts = link.lastCounts ?? (await link.ask({ ask: 'counts' })).counts;
      if (counts === undefined) throw new Error('The staging server gave no counts');
      return counts;
    },
    truth: async (route) => (await link.ask({ ask: 'truth', route })).truth,
    setDials: async (next) => {
      const { problem } = await link.ask({ ask: 'setDials', dials: next });
      if (problem !== undefined) throw new TypeError(problem);
    },
    reset: async () => {
      await link.ask({ ask: 'reset' });
    },
    ended: link.ended,
    stop: () => link.stop(),
  };
}
