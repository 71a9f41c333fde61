import type { GatePorts } from './gate-ports.ts';
import type { ClockOffset } from './metrics/shard-info.ts';
import { ANY_ANSWER } from './plan/compile-request.ts';
import type { Plan } from './plan/plan.ts';
import type { RequestProgram } from './plan/program.ts';
import { VERSION } from './version.ts';

const TIMEOUT_US = 2_000_000;

/** Asks the target for its time, a few times and beside all load; over at `untilMs` (ms since 1970). Undefined: it tells none. */
export async function askClock(
  { target, program }: Plan,
  { env, stopped }: Pick<GatePorts, 'env' | 'stopped'>,
  untilMs: number,
): Promise<ClockOffset | undefined> {
  const [{ SideChannel }, { measureClock }] = await Promise.all([import('./load/side-channel.ts'), import('./load/measure-clock.ts')]);
  const { connections, allowedHosts } = program;
  const line = new SideChannel({ connections: connections.slice(0, 1), allowedHosts, env });
  const request = buildAsking(target);
  try {
    return await measureClock({
      ask: async () => (await line.ask(request, undefined, stopped)).date,
      now: () => Date.now(),
      untilMs,
      signal: stopped,
    });
  } finally {
    line.close();
  }
}

/** Any answer has a date, that of a page which is not there, too. */
function buildAsking(target: string): RequestProgram {
  const url = new URL(target);
  return {
    series: -1,
    name: 'the time of the target',
    method: 'HEAD',
    origin: url.origin,
    base: url.href,
    path: url.pathname,
    query: [],
    headers: ['user-agent', `load-gate/${VERSION}`, 'accept', '*/*'],
    templatedHeaders: [],
    body: { kind: 'none' },
    connection: 0,
    timeoutUs: TIMEOUT_US,
    followRedirects: false,
    cookies: false,
    traceparent: false,
    slowerThanUs: Number.POSITIVE_INFINITY,
    expect: ANY_ANSWER,
    expectTexts: {},
    captures: [],
    keepBody: false,
  };
}
