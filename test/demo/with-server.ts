import type { Dials } from '../../src/demo/dials.ts';
import { startStagingServer, type StagingServer } from '../../src/demo/staging-server.ts';

/** A staging server in this process for as long as it is used; cuts what is open then. */
export async function withServer(dials: Partial<Dials>, use: (server: StagingServer) => Promise<void>): Promise<void> {
  const server = await startStagingServer({ routes: [], ...dials });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}
