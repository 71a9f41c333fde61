import { parentPort, workerData } from 'node:worker_threads';
import { Engine } from './engine.ts';
import { UndiciTransport } from './http/undici-transport.ts';
import { WsTransport } from './websocket/ws-transport.ts';
import { RunClock } from './time/run-clock.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** The entry of a worker thread: messages in, an engine, messages out. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs as a worker thread');
  // Only `run-burst.ts` starts this file, and it sends what the type says.
  const start = workerData as WorkerStart;
  const post = (message: FromWorker): void => port.postMessage(message);
  let engine: Engine | undefined;
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'begin': {
        const clock = new RunClock(message.originNs);
        const transport = new UndiciTransport(clock, start.program.connections, start.proxies);
        const sockets = new WsTransport(clock, start.program.connections, start.proxies);
        engine = new Engine(start, clock, {
          transport,
          sockets,
          events: {
            onDelta: (delta) => post({ kind: 'delta', delta }),
            onPhaseDone: (phase) => post({ kind: 'phase-done', phase }),
            onOverCap: (bytes) => post({ kind: 'over-cap', bytes }),
            onDone: (report) => {
              post({ kind: 'done', report });
              transport.close();
              sockets.close();
              port.close();
            },
          },
        });
        engine.begin();
        break;
      }
      case 'begin-phase':
        engine?.beginPhaseAt(message.phase, message.startUs);
        break;
      case 'stop':
        engine?.stop();
        break;
    }
  });
  post({ kind: 'ready' });
}

main();
