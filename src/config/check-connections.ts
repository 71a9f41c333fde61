import type { BuildContext } from './build-context.ts';
import { openedBy, usedBy } from './build-socket-steps.ts';
import { childOf, entriesOf, itemsOf, numberOf, positionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { listOf, suggestWord } from './suggest-word.ts';

/** WebSockets that a step works on and that neither an earlier step of its flow nor the user's `start` has opened. */
export function checkConnections(root: Cursor, context: BuildContext): void {
  for (const holder of [root, ...entriesOf(childOf(root, 'users')).map(([, user]) => user)]) {
    const atStart: Connections = new Map();
    walkSteps(childOf(holder, 'start'), atStart, context);
    const tasks = entriesOf(childOf(holder, 'tasks')).map(([, task]) => task);
    for (const flow of [holder, ...tasks]) walkSteps(childOf(flow, 'steps'), new Map(atStart), context);
  }
}

/** Those that were opened so far in the order of the file; false: closed again. */
type Connections = Map<string, boolean>;

function walkSteps(steps: Cursor | undefined, connections: Connections, context: BuildContext): void {
  for (const step of itemsOf(steps)) {
    const opened = openedBy(step);
    if (opened !== undefined) connections.set(opened, true);
    const used = usedBy(step);
    if (used !== undefined) checkUse(childOf(step, 'on') ?? step, used, { connections, context });
    const close = childOf(step, 'close');
    const closed = textOf(close);
    if (close && closed !== undefined) {
      checkUse(close, closed, { connections, context });
      if (connections.has(closed)) connections.set(closed, false);
    }
    if (childOf(step, 'hold') && openOf(connections).length === 0)
      context.issues.error(positionOf(step), 'reference', 'no WebSocket is open here for `hold` to keep', OPEN_ONE);
    const body = childOf(step, 'steps');
    walkSteps(body, connections, context);
    // Once more, with what the first pass has left; what is wrong in both is told once.
    if (body && numberOf(childOf(step, 'repeat')) !== 1) walkSteps(body, connections, context);
  }
}

const OPEN_ONE = 'open one before, in this flow or in `start`; to wait without one, use `think`';

interface UseCheck {
  readonly connections: Connections;
  readonly context: BuildContext;
}

function checkUse(at: Cursor, name: string, { connections, context }: UseCheck): void {
  if (connections.get(name) === true) return;
  const open = openOf(connections);
  if (connections.has(name)) {
    context.issues.error(
      positionOf(at),
      'reference',
      `the WebSocket ${name} is closed here by a step before`,
      listOf(open) ?? 'open it again first; a loop begins anew after its last step',
    );
    return;
  }
  const message = `no ws step before, in this flow or in \`start\`, opens the WebSocket ${name}`;
  context.issues.error(positionOf(at), 'reference', message, suggestWord(name, open) ?? listOf(open) ?? `- ws: /path, as: ${name}`);
}

function openOf(connections: Connections): readonly string[] {
  return [...connections].flatMap(([name, isOpen]) => (isOpen ? name : []));
}
