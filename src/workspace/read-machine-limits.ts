import { readFileSync } from 'node:fs';
import type { PlanRequest } from '../plan/plan-request.ts';

/** What this machine gives a process, as Linux says it; undefined where nobody says. */
export function readMachineLimits(folder = '/proc'): PlanRequest['machine'] {
  return {
    openFiles: parseOpenFiles(readText(`${folder}/self/limits`)),
    ports: parsePorts(readText(`${folder}/sys/net/ipv4/ip_local_port_range`)),
  };
}

/** The soft limit, which Node raises to the hard one when it starts. */
function parseOpenFiles(limits: string): number | undefined {
  const soft = /^Max open files +(\d{1,15})\s/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
}

/** Two numbers, the first and the last port. */
function parsePorts(range: string): number | undefined {
  const [, first, last] = /^\s*(\d{1,5})\s+(\d{1,5})\s*$/.exec(range) ?? [];
  return first === undefined || last === undefined || Number(last) < Number(first) ? undefined : Number(last) - Number(first) + 1;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not Linux, or not for us to read: no check is made, and a connection that cannot be opened is a failure of the run.
    return '';
  }
}
