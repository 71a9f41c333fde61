import type { Dials } from '../../src/demo/dials.ts';
import { drawPort } from './truth-server.ts';
import { spawnStagingServer, type SpawnedServer } from '../../src/demo/spawn-staging-server.ts';

const ATTEMPTS = 20;

/** A staging server in its own process that ends with the block: `await using server = await startTruthServer({ routes: […] })`. */
export async function startTruthServer(dials: Dials): Promise<SpawnedServer & AsyncDisposable> {
  const server = await spawnOnPort(dials);
  return { ...server, [Symbol.asyncDispose]: () => server.stop() };
}

/** A server that dies must not leave a port that a client can be given for its own end. */
async function spawnOnPort(dials: Dials): Promise<SpawnedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await spawnStagingServer({ port: drawPort(), ...dials });
    } catch (error) {
      if (attempt === ATTEMPTS || !String(error).includes('EADDRINUSE')) throw error;
    }
  }
}
