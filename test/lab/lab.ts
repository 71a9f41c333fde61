import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDist } from '../../.ci/build.ts';
import { listMissing, parseLines, type LabHead, type LabLine } from './lab-lines.ts';
import { LAB_SLA, planRuns, renderLabScenario, WARM_UP_SECONDS, type PlannedRun } from './lab-scenario.ts';
import { publishLab } from './publish-lab.ts';
import { renderLab } from './render-lab.ts';
import { runComparison, type LabFrame } from './run-comparison.ts';

/*
 * Live comparisons on real servers: unchanged ones and ones with a planted change, in turns, each of two servers that were started for it. Counts false alarms and
 * detections.
 *
 *   npm run lab -- [--runs N] [--seed S] [--seconds S] [--out DIR] [--report] [--publish]
 *
 * N runs of each kind, bursts of S judged seconds. What has been measured is kept in DIR: a lab that was interrupted goes on there. `--report` measures nothing and
 * prints the table so far; `--publish` also writes RESULTS.md beside this file, and the measured noise for the simulator to test/sim/measured.json.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
    out: { type: 'string', default: join(tmpdir(), 'load-gate-lab') },
    report: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
  },
});

const folder = values.out;
const linesFile = join(folder, 'lines.jsonl');
const stopped = new AbortController();

/** Shorter bursts have too few blocks for a standard error. */
const LEAST_SECONDS = 16;
/** Starting two servers and the gate, its drains and reports. */
const OVERHEAD_SECONDS = 4;
/** Inconclusive runs that are repeated, for each that is planned. */
const REPEATS_EACH = 1;
/** Share of unchanged runs that take a second look. */
const USUAL_SECOND_LOOKS = 0.1;

function readNumber(name: 'runs' | 'seed' | 'seconds', least: number): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) throw new RangeError(`--${name}: a whole number from ${least}`);
  return value;
}

function openLines(head: LabHead): readonly LabLine[] {
  const text = existsSync(linesFile) ? readFileSync(linesFile, 'utf8') : '';
  const known = parseLines(text);
  if (!known) {
    writeFileSync(linesFile, `${JSON.stringify(head)}\n`);
    return [];
  }
  if (known.head.seed !== head.seed || known.head.seconds !== head.seconds)
    throw new Error(`${folder} holds a lab of --seed ${known.head.seed} --seconds ${known.head.seconds}; name another --out for a new one`);
  // A line that was cut off would swallow the next one.
  writeFileSync(linesFile, text.slice(0, text.lastIndexOf('\n') + 1));
  return known.lines;
}

function estimateMinutes(missing: readonly PlannedRun[], seconds: number): number {
  const burst = seconds + WARM_UP_SECONDS;
  const total = missing.reduce(
    (sum, { planted }) => sum + OVERHEAD_SECONDS + burst * (planted === undefined ? 1 + 2 * USUAL_SECOND_LOOKS : 3),
    0,
  );
  return Math.ceil(total / 60);
}

async function measure(head: LabHead, each: number): Promise<void> {
  const { seconds, seed } = head;
  mkdirSync(folder, { recursive: true });
  const planned = planRuns(each);
  const lines = [...openLines(head)];
  writeFileSync(join(folder, 'lab.yaml'), renderLabScenario(seconds));
  writeFileSync(join(folder, 'lab.sla.yaml'), LAB_SLA);
  // One build for the whole lab, so that an edit in between does not count.
  const cli = join(folder, 'product', 'cli.js');
  if (lines.length === 0 || !existsSync(cli)) await buildDist(join(folder, 'product'));
  const frame: LabFrame = { folder, cli, seed, seconds, stopped: stopped.signal };
  const mostRepeats = 4 + REPEATS_EACH * planned.length;
  for (let missing = listMissing(planned, lines); missing[0]; missing = listMissing(planned, lines)) {
    const [run] = missing;
    process.stderr.write(
      `run ${run.number + 1} of ${planned.length}, about ${estimateMinutes(missing, seconds)} min to go: ${run.planted ?? 'unchanged'} … `,
    );
    const outcome = await runComparison(run, frame);
    const line: LabLine = { ...run, outcome };
    lines.push(line);
    appendFileSync(linesFile, `${JSON.stringify(line)}\n`);
    process.stderr.write(
      outcome.state === 'judged' ? `${outcome.verdict}, ${outcome.looks} of 2 looks\n` : `to be repeated: ${outcome.reason}\n`,
    );
    const repeats = lines.filter((one) => one.outcome.state === 'unfit').length;
    if (repeats > mostRepeats) throw new Error(`${repeats} runs were inconclusive: this machine is too busy for a lab`);
  }
}

function report(): void {
  const known = existsSync(linesFile) ? parseLines(readFileSync(linesFile, 'utf8')) : undefined;
  if (!known) throw new Error(`${linesFile} holds no lab`);
  process.stdout.write(renderLab(known.head, known.lines));
  if (values.publish) process.stdout.write(publishLab(known.head, known.lines, folder));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
if (!values.report && !values.publish) {
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform}`;
  await measure({ lab: 1, seed: readNumber('seed', 0), seconds: readNumber('seconds', LEAST_SECONDS), machine }, readNumber('runs', 1));
}
report();
