import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../sla/allthrive');
const FILES = ['baseline.yaml', 'phase1.yaml', 'phase23.yaml', 'phase4.yaml'];

/** Of each user profile, what the guide says of it: share, wait, and the weight of each task. */
async function readMix(file: string): Promise<unknown> {
  const { users }: { users: Record<string, { weight: number; think: string; tasks: Record<string, { weight: number }> }> } = parse(
    await readFile(join(FOLDER, file), 'utf8'),
  );
  return Object.entries(users).map(([name, { weight, think, tasks }]) => [
    name,
    weight,
    think,
    Object.entries(tasks).map(([task, one]) => [task, one.weight]),
  ]);
}

for (const file of FILES) {
  test(`The users of ${file} are those of the guide`, async () => {
    assert.deepEqual(await readMix(file), [
      [
        'AllThriveUser',
        60,
        '1s..5s',
        [
          ['Browse projects', 50],
          ['View project details', 30],
          ['Explore tools', 20],
          ['Chat interactions', 15],
          ['Search', 10],
        ],
      ],
      [
        'ChatHeavyUser',
        30,
        '500ms..2s',
        [
          ['Rapid-fire chat messages', 80],
          ['Quick project browsing', 20],
        ],
      ],
      [
        'ProjectCreatorUser',
        10,
        '3s..10s',
        [
          ['GitHub imports', 50],
          ['YouTube imports', 30],
          ['View created projects', 20],
        ],
      ],
    ]);
  });
}
