import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILDS, FIGURES } from './figures.ts';
import { renderWorld, type Share } from './render-table.ts';
import { readMeasuredWorld, WORLDS, type World } from './world.ts';

/*
 * Simulates builds with the verdict's own code and prints how often each kind is red or seen, world by world.
 *
 *   node test/sim/sim.ts [--quick] [--seed N] [--scale X] [--world TEXT] [--measured FILE]
 *
 * The quick form is for tests: three worlds, few builds. `--scale` multiplies the number of builds. A seed always prints the same table.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    scale: { type: 'string', default: '1' },
    world: { type: 'string', default: '' },
    measured: { type: 'string', default: join(import.meta.dirname, 'measured.json') },
  },
});

/** The other worlds are there for contrast, with a quarter of the builds. */
const MAIN_WORLDS = 3;

function simulateWorld(world: World, scale: number, seed: number): ReadonlyMap<string, Share> {
  const counts = new Map(FIGURES.map(({ name }) => [name, { count: 0, of: 0 }]));
  for (const [place, { key, number, run }] of BUILDS.entries()) {
    const builds = Math.max(4, Math.round(number * scale));
    const figures = FIGURES.filter((figure) => figure.builds === key);
    for (let build = 0; build < builds; build++) {
      const outcome = run(world, seed * 1e9 + place * 1e6 + build);
      for (const figure of figures) {
        const share = counts.get(figure.name);
        if (!share) continue;
        share.of++;
        if (figure.counts(outcome)) share.count++;
      }
    }
  }
  return counts;
}

const measured = existsSync(values.measured) ? [readMeasuredWorld(JSON.parse(readFileSync(values.measured, 'utf8')))] : [];
const worlds = [...measured, ...WORLDS].filter(({ name }) => name.includes(values.world));
const scale = Number(values.scale) * (values.quick ? 0.02 : 1);
for (const world of values.quick ? worlds.slice(0, MAIN_WORLDS) : worlds) {
  const isMain = WORLDS.indexOf(world) < MAIN_WORLDS;
  process.stdout.write(`${renderWorld(world.name, simulateWorld(world, isMain ? scale : scale / 4, Number(values.seed)))}\n\n`);
}
