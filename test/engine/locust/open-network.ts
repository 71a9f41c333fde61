import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import type { TestContext } from 'node:test';

/** A machine of its own as far as the network goes. */
export interface Machine {
  /** What stands before a command that is to run in it. */
  readonly inside: readonly string[];
  /** Pulls its cable. */
  cut(): void;
}

export interface Network {
  /** Where this machine is reached from the others. */
  readonly address: string;
  readonly machines: readonly Machine[];
}

/** Who may lay cables: root, or whoever may become it. */
const ROOT = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

function run(...command: readonly string[]): string {
  const [program = '', ...args] = [...ROOT, ...command];
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** So many machines on one bridge with this one, each a network namespace; they go with the test, with all that runs in them. */
export function openNetwork(context: Pick<TestContext, 'after'>, count: number): Network {
  const name = `lg${randomInt(0x10000).toString(16)}`;
  const subnet = `10.231.${randomInt(1, 255)}`;
  const address = `${subnet}.1`;
  context.after(() => tearDown(name, count));
  run('ip', 'link', 'add', name, 'type', 'bridge');
  run('ip', 'address', 'add', `${address}/24`, 'dev', name);
  run('ip', 'link', 'set', name, 'up');
  const machines = Array.from({ length: count }, (_, index): Machine => {
    const own = `${name}n${index}`;
    const [here, there] = [`${name}h${index}`, `${name}t${index}`];
    const inside = ['ip', 'netns', 'exec', own];
    run('ip', 'netns', 'add', own);
    run('ip', 'link', 'add', here, 'type', 'veth', 'peer', 'name', there);
    run('ip', 'link', 'set', there, 'netns', own);
    run('ip', 'link', 'set', here, 'master', name);
    run('ip', 'link', 'set', here, 'up');
    run(...inside, 'ip', 'address', 'add', `${subnet}.${index + 2}/24`, 'dev', there);
    run(...inside, 'ip', 'link', 'set', there, 'up');
    run(...inside, 'ip', 'link', 'set', 'lo', 'up');
    return { inside: [...ROOT, ...inside], cut: () => void run('ip', 'link', 'set', here, 'down') };
  });
  return { address, machines };
}

/** Takes away what there is; what was never made is no trouble. */
function tearDown(name: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const own = `${name}n${index}`;
    const pids = attempt('ip', 'netns', 'pids', own).split('\n').filter(Boolean);
    if (pids.length > 0) attempt('kill', '-KILL', ...pids);
    attempt('ip', 'netns', 'delete', own);
    attempt('ip', 'link', 'delete', `${name}h${index}`);
  }
  attempt('ip', 'link', 'delete', name);
}

function attempt(...command: readonly string[]): string {
  try {
    return run(...command);
  } catch {
    return '';
  }
}
