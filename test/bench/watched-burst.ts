import { runOnPage } from '../../src/command-live.ts';
import type { GatePorts } from '../../src/gate-ports.ts';
import { runGates } from '../../src/gate-suite.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { isOn, type Blocks, type Sample } from './compare-blocks.ts';

/** What this process tells the bench. */
export type FromBurst = { readonly kind: 'page'; readonly url: string } | { readonly kind: 'second'; readonly sample: OwnSample };

/** What this process knows of a second. */
export type OwnSample = Omit<Sample, 'serverMs'>;

/**
 * One burst with a live page that is watched in some blocks of it and not in the others: then nothing of it is computed. Arguments: the blocks as JSON, and those
 * of load-gate. Tells the page's address, and second by second what CPU there was.
 */
async function main([blocksText = '', ...argv]: readonly string[]): Promise<void> {
  const blocks = JSON.parse(blocksText) as Blocks;
  const parsed = parseArgv(argv);
  if (!parsed.ok || parsed.value.command !== 'run' || !parsed.value.page) throw new Error(JSON.stringify(parsed));
  const tell = (message: FromBurst): void => void process.send?.(message);
  let isWatched = true;
  const ports: GatePorts = {
    env: {},
    cwd: process.cwd(),
    onIssues: () => undefined,
    onSecrets: () => Promise.resolve(),
    onNote: () => undefined,
    // Called right before the page is told of the same second.
    onProgress: ({ elapsedMs }) => {
      const second = elapsedMs / 1_000 - 1;
      const sample = { second, atMs: performance.now(), cpuMs: sum(process.cpuUsage()), mainMs: sum(process.threadCpuUsage()) };
      tell({ kind: 'second', sample });
      isWatched = isOn(blocks, second);
    },
    stopped: new AbortController().signal,
    log: () => '',
  };
  const result = await runOnPage(parsed.value, parsed.value.page, {
    ports,
    mask: (text) => text,
    print: (line) => tell({ kind: 'page', url: /live page: (\S+)/.exec(line)?.[1] ?? '' }),
    run: (request, shown) =>
      runGates(
        request,
        withSwitch(shown, () => isWatched),
      ),
  });
  if (result.kind !== 'judged' || result.report.verdict.state !== 'pass') throw new Error(describe(result));
}

/** The same ports, whose watch comes and goes. */
function withSwitch(ports: GatePorts, isWatched: () => boolean): GatePorts {
  return {
    ...ports,
    get live() {
      return isWatched() ? ports.live : undefined;
    },
  };
}

function describe(result: Awaited<ReturnType<typeof runGates>>): string {
  return JSON.stringify(result.kind === 'issues' ? result.issues : result.report.verdict);
}

/** Milliseconds of microseconds. */
function sum({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000;
}

await main(process.argv.slice(2));
process.disconnect();
