import type { Figure } from '../../src/demo/backend/backend-dials.ts';
import type { Latency } from '../../src/demo/dial-values.ts';
import { changeQueue, changeRoute, changeSocket } from '../demo/change-dials.ts';
import type { Fault } from './system-case.ts';

/** What a fault does to the healthy server. */
export type Change = Fault['dials'];

const SEND = 'POST /messages';

/** Each so many-th message is refused. */
export function failing(every: number): Change {
  return (healthy) => changeRoute(healthy, SEND, { faults: [{ kind: 'status', status: 500, every }] });
}

/** Answers come so late, ms; commits do not. */
export function answersAfter(ms: number): Change {
  return (healthy) => changeRoute(healthy, SEND, { bodyAfterMs: ms });
}

/** Each message is a batch of its own, and there is a worker for each: a slow commit holds up no other. */
export function commits(work: Latency): Change {
  return (healthy) => changeQueue(healthy, 'messages', { workers: 1_000, batch: 1, batchWaitMs: 0, work });
}

/** All commits take so long, ms. */
export function slowCommits(ms: number): Change {
  return commits({ kind: 'constant', ms });
}

/** So many of a hundred commits take `ms`, the others as long as healthy ones, or another time. */
export function someSlowCommits(percent: number, ms: number, othersMs = 8): Change {
  return commits({
    kind: 'quantiles',
    points: [
      [0, othersMs],
      [100 - percent, othersMs],
      [100 - percent, ms],
      [100, ms],
    ],
  });
}

/** Each so many-th message is acknowledged and never seen again. */
export function losing(every: number): Change {
  return (healthy) => changeQueue(healthy, 'messages', { loseEvery: every });
}

type QueueFigure = Extract<Figure, { figure: 'queue' }>['of'];

/** A figure of the queue, so many times. */
export function times(factor: number, of: QueueFigure): Figure {
  return { figure: 'sum', terms: [{ times: factor, of: { figure: 'queue', queue: 'messages', of } }] };
}

/** One field of the live stats tells another figure. */
export function liveStat(field: string, figure: Figure): Change {
  return (healthy) => {
    const [socket] = (healthy.sockets ?? []).filter(({ path }) => path === '/ws/stats');
    if (socket?.push?.figures?.[field] === undefined) throw new Error(`there is no live ${field}`);
    return changeSocket(healthy, 'WS /ws/stats', { push: { ...socket.push, figures: { ...socket.push.figures, [field]: figure } } });
  };
}

/** One field of a JSON answer tells another figure. */
export function jsonStat(route: string, field: string, figure: Figure): Change {
  return (healthy) => {
    const [, path] = route.split(' ');
    const answer = healthy.routes.find((one) => one.method === 'GET' && one.path === path)?.answer;
    if (answer?.kind !== 'figures' || answer.figures[field] === undefined) throw new Error(`${route} has no ${field}`);
    return changeRoute(healthy, route, { answer: { ...answer, figures: { ...answer.figures, [field]: figure } } });
  };
}
