import type { Dials } from '../../src/demo/dials.ts';
import { spawnStagingServer, type SpawnedServer } from '../../src/demo/spawn-staging-server.ts';

/** A staging server in its own process that ends with the block: `await using server = await startTruthServer({ routes: […] })`. */
export async function startTruthServer(dials: Dials): Promise<SpawnedServer & AsyncDisposable> {
  const server = await spawnStagingServer(dials);
  return { ...server, [Symbol.asyncDispose]: () => server.stop() };
}
