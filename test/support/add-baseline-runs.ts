/**
 * Writers in a process of their own: `node add-baseline-runs.ts CHECKOUT DAY…` adds the runs of those days to the branch of baselines, all at once and
 * each with a store of its own, and prints a line for each.
 */
import { DEFAULT_BRANCH, openBranchStore } from '../../src/baseline/branch/open-branch-store.ts';
import { KEY, runOf } from '../baseline/build-run.ts';
import { GIT_ENV, paceOf } from '../baseline/places.ts';

const [cwd = '', ...days] = process.argv.slice(2);
await Promise.all(days.map((day) => addRun(Number(day))));

async function addRun(day: number): Promise<void> {
  const store = await openBranchStore({ cwd, env: GIT_ENV, remote: 'origin', branch: DEFAULT_BRANCH }, KEY, paceOf(day));
  try {
    process.stdout.write(`${await store.add(runOf(day))}\n`);
  } finally {
    await store.close();
  }
}
