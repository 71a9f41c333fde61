import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResults } from '../../src/report/parse-results.ts';
import { estimateNoise, type MeasuredNoise, type MeasuredRun } from './estimate-noise.ts';
import { listJudged, type LabHead, type LabLine } from './lab-lines.ts';
import { measureSeconds } from './measure-seconds.ts';
import { renderLab } from './render-lab.ts';
import { listLooks } from './run-comparison.ts';

const RESULTS = join(import.meta.dirname, 'RESULTS.md');
const WORLD = join(import.meta.dirname, '../sim/measured.json');

/** Writes the table and the measured noise into the repository, and says so. `folder` holds the results of the runs. */
export function publishLab(head: LabHead, lines: readonly LabLine[], folder: string): string {
  const noise = roundNoise(estimateNoise(readRuns(lines, folder)));
  const each = Math.floor(listJudged(lines).length / 2);
  const text = [
    '# On a real server',
    '',
    `\`npm run lab -- --runs ${each} --seconds ${head.seconds} --seed ${head.seed}\`: live comparisons (\`--baseline url:…\`) of two servers in processes of their own, started`,
    'for each run. Requests wait for one of a few connections, for a log-normal time, and for a thread that they share ([lab-server.ts](lab-server.ts)). Unchanged runs',
    'and runs with a planted change take turns; the endpoint that is slower rotates.',
    '',
    renderLab(head, lines),
    'The noise of these runs is the world "measured" of the simulator ([measured.json](../sim/measured.json), estimated by [estimate-noise.ts](estimate-noise.ts)).',
    '',
  ].join('\n');
  writeFileSync(RESULTS, text);
  writeFileSync(WORLD, `${JSON.stringify(noise, undefined, 2)}\n`);
  return `written: ${RESULTS}, ${WORLD}\n`;
}

function readRuns(lines: readonly LabLine[], folder: string): readonly MeasuredRun[] {
  return listJudged(lines).map(({ planted, outcome }) => {
    const parsed = parseResults(readFileSync(join(folder, outcome.file), 'utf8'));
    if (!parsed.ok) throw new Error(`${outcome.file}: ${parsed.problem}`);
    const bursts = listLooks(parsed.report).map((look) => ({
      candidate: measureSeconds(look.candidate),
      baseline: measureSeconds(look.baseline),
    }));
    return { bursts, isUnchanged: planted === undefined };
  });
}

/** Four digits after the point say more than the data do. */
function roundNoise(noise: MeasuredNoise): unknown {
  return JSON.parse(JSON.stringify(noise, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value)));
}
