import { checkLatency } from '../check-latency.ts';
import { checkTurns, isAmount, isCount } from '../check-turns.ts';
import type { ConnectionFault, SocketDials } from './socket-dials.ts';

const LONGEST_REASON_BYTES = 123;

/** What is wrong with the dials of one socket route; empty: nothing. */
export function checkSocketDials(socket: SocketDials): readonly string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(problem);
  };
  const { push, reply, messageFaults = [], connectionFaults = [] } = socket;
  check(socket.path.startsWith('/'), 'path: begins with /');
  check(
    (socket.subprotocols ?? []).every((protocol) => /^[\w!#$%&'*+.^`|~-]+$/.test(protocol)),
    'subprotocols: tokens of RFC 9110',
  );
  check(isCount(socket.maxOpen ?? 0), 'maxOpen: 0 or more');
  check(isAmount(socket.handshakeMs ?? 0), 'handshakeMs: 0 or more');
  check(isAmount(socket.welcomeAfterMs ?? 0), 'welcomeAfterMs: 0 or more');
  check(socket.welcomeAfterMs === undefined || socket.welcome !== undefined, 'welcomeAfterMs: there is no welcome');
  check(socket.reject === undefined || socket.auth !== undefined, 'reject: there is no auth');
  check(push === undefined || (isAmount(push.everyMs) && push.everyMs > 0), 'push.everyMs: above 0');
  if (reply?.kind === 'reply' && reply.latency) problems.push(...checkLatency(reply.latency).map((problem) => `reply: ${problem}`));
  problems.push(...checkTurns(messageFaults, 'messages').map((problem) => `messageFaults: ${problem}`));
  for (const fault of messageFaults) check(fault.kind !== 'late' || isAmount(fault.byMs), 'messageFaults: byMs is 0 or more');
  problems.push(...checkTurns(connectionFaults, 'connections').map((problem) => `connectionFaults: ${problem}`));
  for (const fault of connectionFaults) problems.push(...checkConnectionFault(fault).map((problem) => `connectionFaults: ${problem}`));
  return problems;
}

function checkConnectionFault(fault: ConnectionFault): readonly string[] {
  switch (fault.kind) {
    case 'refuse':
      return isCount(fault.status) && fault.status >= 200 && fault.status <= 599 ? [] : ['status is 200 … 599'];
    case 'late':
      return isAmount(fault.byMs) ? [] : ['byMs is 0 or more'];
    case 'reject':
      return [
        ...(isCloseCode(fault.code) ? [] : [CLOSE_CODES]),
        ...(Buffer.byteLength(fault.reason ?? '') <= LONGEST_REASON_BYTES ? [] : [`reason: ${LONGEST_REASON_BYTES} bytes at most`]),
      ];
    case 'drop':
      return [
        ...(isAmount(fault.afterMs) ? [] : ['afterMs is 0 or more']),
        ...(fault.code === undefined || isCloseCode(fault.code) ? [] : [CLOSE_CODES]),
      ];
    case 'silence':
      return isAmount(fault.afterMs) ? [] : ['afterMs is 0 or more'];
  }
}

const CLOSE_CODES = 'code is one that may be sent: 1000 … 1003, 1007 … 1014, 3000 … 4999';

/** RFC 6455, section 7.4: 1004 to 1006 and 1015 never go over the wire. */
function isCloseCode(code: number): boolean {
  return isCount(code) && ((code >= 1_000 && code <= 1_014 && ![1_004, 1_005, 1_006].includes(code)) || (code >= 3_000 && code <= 4_999));
}
