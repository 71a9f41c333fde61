/**
 * The five systems, healthy and broken: `npm run systems`, or `node test/systems/run-systems.ts [--healthy] [--system NAME] [--files TEXT] [--only TEXT] [--part I/N] [--at-once N]`.
 * Prints a table of every criterion and fails where one is not green when healthy, or not red, alone, with its fault. `--healthy` tries no fault; `--files` chooses scenarios
 * and SLAs by a part of their names, `--only` faults by a part of theirs; with `--part` only every N-th fault is tried, from the I-th on (from 1).
 */
import { parseArgs } from 'node:util';
import { SYSTEMS } from './list-cases.ts';
import { renderCriteria } from './render-criteria.ts';
import { runTrial, type TrialResult } from './run-system.ts';

const { values } = parseArgs({
  options: {
    healthy: { type: 'boolean', default: false },
    system: { type: 'string' },
    files: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '1/1' },
    // Each leaves most of a core alone, and they do not measure each other.
    'at-once': { type: 'string', default: '2' },
  },
});
const [part = 1, parts = 1] = values.part.split('/').map(Number);
if (!(part >= 1 && part <= parts)) throw new Error(`--part ${values.part} is not I/N`);
const chosen = SYSTEMS.filter(({ system }) => values.system === undefined || system === values.system);
if (chosen.length === 0) throw new Error(`there is no system ${values.system ?? ''}`);

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
let faults = 0;
const trials = chosen
  .flatMap((one) =>
    one.targets.map((target) => {
      // Each fault has its number before anything runs, or parts that are run at different times could leave some out.
      const numbers = new Map(target.faults.map(({ row }): [string, number] => [`${one.system} ${row}`, faults++]));
      const isTried = (name: string): boolean =>
        !values.healthy && name.includes(values.only) && (numbers.get(name) ?? 0) % parts === part - 1;
      return { one, target, options: { isTried, tell } };
    }),
  )
  .filter(({ target }) => `${target.scenario} ${target.sla ?? ''}`.includes(values.files));
if (trials.length === 0) throw new Error(`no file has ${values.files} in its name`);
const names = trials.flatMap(({ one, target }) => target.faults.map(({ row }) => `${one.system} ${row}`));
// Closed: all would be green, and nothing broken.
if (!names.some((name) => name.includes(values.only))) throw new Error(`no fault has ${values.only} in its name`);
const results: TrialResult[] = [];
const began = performance.now();
let next = 0;
await Promise.all(
  Array.from({ length: Number(values['at-once']) }, async () => {
    for (let index = next++; index < trials.length; index = next++) {
      const trial = trials[index];
      if (trial) results[index] = await runTrial(trial.one, trial.target, trial.options);
    }
  }),
);
const rows = results.flatMap((result) => result.rows);
const sumOf = (key: 'runs' | 'repeated'): number => results.reduce((sum, result) => sum + result[key], 0);
process.stdout.write(
  `\n${renderCriteria({ rows, runs: sumOf('runs'), repeated: sumOf('repeated') })}\n${Math.round((performance.now() - began) / 1_000)} s\n`,
);
if (rows.length === 0 || rows.some(({ troubles }) => troubles.length > 0)) process.exitCode = 1;
