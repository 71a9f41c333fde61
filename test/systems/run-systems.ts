/**
 * The five systems, healthy and broken: `npm run systems`, or `node test/systems/run-systems.ts [--system NAME] [--only TEXT]`. Prints a table of every criterion and
 * fails where one is not green when healthy, or not red, alone, with its fault.
 */
import { parseArgs } from 'node:util';
import { SYSTEMS } from './list-cases.ts';
import { renderCriteria } from './render-criteria.ts';
import { runSystem, type CriterionRow } from './run-system.ts';

/** Two at a time: each leaves most of a core alone, and they do not measure each other. */
const AT_ONCE = 2;

const { values } = parseArgs({ options: { system: { type: 'string' }, only: { type: 'string' } } });
const chosen = SYSTEMS.filter(({ system }) => values.system === undefined || system === values.system);
if (chosen.length === 0) throw new Error(`there is no system ${values.system ?? ''}`);
const options = { only: values.only ?? '', tell: (line: string) => console.log(line) };
const results = new Map<string, readonly CriterionRow[]>();
const queue = [...chosen];
const began = performance.now();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let one = queue.shift(); one; one = queue.shift()) results.set(one.system, await runSystem(one, options));
  }),
);
const rows = chosen.flatMap(({ system }) => results.get(system) ?? []);
console.log(`\n${renderCriteria(rows)}`);
console.log(`${Math.round((performance.now() - began) / 1_000)} s`);
if (rows.length === 0 || rows.some(({ troubles }) => troubles.length > 0)) process.exitCode = 1;
