import { messageOf } from '../gate-error.ts';
import { demoDials } from './demo-dials.ts';
import { isServerRequest, type ServerMessage, type ServerRequest } from './server-messages.ts';
import { startStagingServer, type StagingServer } from './staging-server.ts';
import { findSystem, listSystems } from './systems/find-system.ts';

/**
 * The server's own process. Started by `spawnStagingServer` it obeys its parent's messages and never outlives it;
 * started by hand (`node src/demo/serve.ts [port] [system]`) it serves the demo, or that system, until it is interrupted.
 */
function say(message: ServerMessage, then?: () => void): void {
  // A parent that is gone is handled on `disconnect`, so a message that cannot be sent any more needs no word.
  process.send?.(message, undefined, {}, () => then?.());
}

async function start(request: Extract<ServerRequest, { ask: 'start' }>): Promise<StagingServer | undefined> {
  try {
    const server = await startStagingServer(request.dials, (counts) => say({ say: 'died', counts }, () => process.exit(0)));
    say({ say: 'listening', url: server.url, port: server.port });
    return server;
  } catch (error) {
    say({ say: 'failed', message: messageOf(error) }, () => process.exit(1));
    return undefined;
  }
}

function answer(server: StagingServer, request: Exclude<ServerRequest, { ask: 'start' }>): ServerMessage {
  const { id } = request;
  switch (request.ask) {
    case 'counts':
      return { say: 'answer', id, counts: server.counts() };
    case 'truth': {
      const truth = server.truth(request.route);
      return truth === undefined ? { say: 'answer', id } : { say: 'answer', id, truth };
    }
    case 'setDials':
      try {
        server.setDials(request.dials);
        return { say: 'answer', id };
      } catch (error) {
        return { say: 'answer', id, problem: messageOf(error) };
      }
    case 'reset':
      server.reset();
      return { say: 'answer', id };
  }
}

if (process.connected) {
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches the whole process group; the parent still wants the end of its burst answered, and stops this process afterwards.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(0));
  let server: StagingServer | undefined;
  const onMessage = async (message: unknown): Promise<void> => {
    if (!isServerRequest(message)) return;
    if (message.ask === 'start') server = await start(message);
    else if (server !== undefined) say(answer(server, message));
  };
  process.on('message', (message) => void onMessage(message));
} else {
  const [, , port = '0', name] = process.argv;
  const dials = name === undefined ? demoDials : findSystem(name)?.dials;
  if (dials === undefined) {
    process.stderr.write(
      `There is no system ${name}: ${listSystems()
        .map((system) => system.name)
        .join(', ')}\n`,
    );
    process.exit(2);
  }
  const server = await startStagingServer({ ...dials, port: Number(port) });
  process.stdout.write(`The demo server listens on ${server.url}\n`);
}
