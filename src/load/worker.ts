import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerReport } from '../metrics/worker-report.ts';
import { Engine } from './engine.ts';
import { UndiciTransport } from './http/undici-transport.ts';
import { DueQueue } from './time/due-queue.ts';
import { WsTransport } from './websocket/ws-transport.ts';
import { RunClock } from './time/run-clock.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** The entry of a worker thread: messages in, an engine for each target, messages out. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs as a worker thread');
  // Only `worker-threads.ts` starts this file, and it sends what the type says.
  const start = workerData as WorkerStart;
  const post = (message: FromWorker): void => port.postMessage(message);
  let engines: readonly Engine[] = [];
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'begin':
        engines = openEngines(start, new RunClock(message.originNs), post, () => port.close());
        for (const engine of engines) engine.begin();
        break;
      case 'begin-phase':
        for (const engine of engines) engine.beginPhaseAt(message.phase, message.startUs);
        break;
      case 'set-level':
        for (const engine of engines) engine.setLevel(message);
        break;
      case 'stop':
        for (const engine of engines) engine.stop();
        break;
    }
  });
  post({ kind: 'ready' });
}

/** One engine for each side, on one clock and one queue; the worker is done when the last of them is. */
function openEngines(start: WorkerStart, clock: RunClock, post: (message: FromWorker) => void, close: () => void): readonly Engine[] {
  const { sides, ...shared } = start;
  const queue = new DueQueue(clock);
  const reports = new Map<number, WorkerReport>();
  const transports = sides.map(({ program }) => new UndiciTransport(clock, program.connections, start.proxies));
  transports[1]?.pairWith(transports[0] as UndiciTransport);
  return sides.map((own, side) => {
    const transport = transports[side] as UndiciTransport;
    const sockets = new WsTransport(clock, own.program.connections, start.proxies);
    const place = sides.length === 1 ? undefined : side === 0 ? 0 : 1;
    return new Engine({ ...shared, ...own, side: place }, clock, {
      queue,
      transport,
      sockets,
      events: {
        onDelta: (delta) => post({ kind: 'delta', side, delta }),
        onPhaseDone: (phase) => post({ kind: 'phase-done', phase }),
        onOverCap: (bytes) => post({ kind: 'over-cap', bytes }),
        onDone: (report) => {
          reports.set(side, report);
          transport.close();
          sockets.close();
          if (reports.size < sides.length) return;
          queue.stop();
          post({ kind: 'done', reports: sides.flatMap((_, index) => reports.get(index) ?? []) });
          close();
        },
      },
    });
  });
}

main();
