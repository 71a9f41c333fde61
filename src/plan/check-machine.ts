import type { Issue, Position } from '../config/issue.ts';
import { formatNumber } from '../units.ts';
import { mostSockets } from './count-sockets.ts';
import { planError, planWarning } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan } from './plan.ts';

/** Files that a process has open besides its connections: pipes, modules, reports, the answers of the resolver. */
const OTHER_FILES = 64;

interface MachineCheck {
  readonly plan: Pick<Plan, 'file' | 'phases' | 'program' | 'shard'>;
  /** Where the phases stand. */
  readonly positions: readonly Position[];
  readonly request: Pick<PlanRequest, 'machine' | 'requireSecrets' | 'targets'>;
}

/**
 * More connections than this machine gives a process: each is an open file, and has a local port of its own. A WebSocket that is planned is opened, so the
 * run is refused; how many connections requests need depends on the target, and where the plan is only looked at, it may run elsewhere.
 */
export function checkMachine({ plan, positions, request }: MachineCheck): readonly Issue[] {
  const { targets = 1 } = request;
  const most = mostSockets(plan);
  // The first shard has the most.
  const { count } = plan.shard;
  const [webSockets, requests] = [Math.ceil(most.webSockets / count) * targets, Math.ceil(most.requests / count) * targets];
  const { openFiles, ports } = request.machine;
  const at = positions[most.phase] ?? { file: plan.file, line: 1, column: 1 };
  const needed = webSockets + requests;
  const say = request.requireSecrets && webSockets > 0 ? planError : planWarning;
  const wants = `phase ${plan.phases[most.phase]?.name ?? ''} may hold ${describe(webSockets, requests)} at once`;
  const issues: Issue[] = [];
  if (openFiles !== undefined && needed > openFiles - OTHER_FILES) {
    const limit = `this machine lets a process open ${formatNumber(openFiles, 0)} files, of which load-gate keeps ${OTHER_FILES} for itself`;
    const fix = `run \`ulimit -n ${needed + OTHER_FILES}\` before it (as root where the hard limit is lower), plan fewer users, or share the load among machines`;
    issues.push(say(at, 'open-files', `${wants}; ${limit}`, fix));
  }
  if (ports !== undefined && needed > ports) {
    const limit = `this machine has ${formatNumber(ports, 0)} local ports for connections`;
    const range = ports < WIDEST_PORTS ? `run \`sysctl -w net.ipv4.ip_local_port_range="1024 65535"\` as root, ` : '';
    issues.push(say(at, 'ports', `${wants}; ${limit}`, `${range}plan fewer users, or share the load among machines`));
  }
  return issues;
}

/** 1024 … 65535. */
const WIDEST_PORTS = 64_512;

function describe(webSockets: number, requests: number): string {
  const held = `${formatNumber(webSockets, 0)} WebSocket${webSockets === 1 ? '' : 's'}`;
  const asked = `${formatNumber(requests, 0)} HTTP connection${requests === 1 ? '' : 's'}`;
  if (requests === 0) return held;
  return webSockets === 0 ? asked : `${held} and ${asked}`;
}
