import { parseArgv } from './options/parse-argv.ts';
import type { OutputRequest } from './options/judged-request.ts';
import type { DemoRequest, RunRequest } from './options/request.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { openDemo, type Demo } from './demo/open-demo.ts';

/** `load-gate demo`: starts the staging server, and runs the scenario that was made for it. */
export async function runDemo(
  request: DemoRequest,
  { run }: { readonly run: (request: RunRequest, env: Demo['env']) => Promise<GateOutcome> },
): Promise<GateOutcome> {
  const opened = await openDemo(request.system);
  try {
    const { csvPrefix, json, out, quiet } = request satisfies OutputRequest;
    const prefix = csvPrefix === undefined ? [] : [`--csv-prefix=${csvPrefix}`];
    const flags = [...opened.flags, ...prefix, ...(quiet ? ['--quiet'] : []), ...(json ? ['--json'] : [])];
    const parsed = parseArgv(['run', opened.scenario, '--target', opened.url, '--out', out, ...flags]);
    if (!parsed.ok || parsed.value.command !== 'run') throw new Error('the demo asks for something that the options refuse');
    return await run(parsed.value, opened.env);
  } finally {
    await opened.stop();
  }
}
