import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../.ci/measured-costs.json');

/** Figures by the name of an engine, then by their own; those that are there already and not here stay. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Keeps what was measured, three digits of each, and on which machine, for sla/CAPACITY.md (`npm run docs`). Throws, and keeps nothing, when one is not above 0. */
export async function keepMeasured(figures: Figures): Promise<void> {
  // Closed: JSON has no NaN, and what was not measured would cost nothing.
  const broken = Object.entries(figures).flatMap(([name, values]) =>
    Object.entries(values).flatMap(([key, value]) => (Number.isFinite(value) && value > 0 ? [] : [`${key} of ${name}: ${value}`])),
  );
  if (broken.length > 0) throw new Error(`not measured, so nothing is kept: ${broken.join(', ')}; run it again, without --quick`);
  const before = JSON.parse(await readFile(FILE, 'utf8')) as { readonly engines: Figures };
  const engines = { ...before.engines };
  for (const [name, values] of Object.entries(figures)) {
    const rounded = Object.entries(values).map(([key, value]) => [key, Number(value.toPrecision(3))] as const);
    engines[name] = { ...engines[name], ...Object.fromEntries(rounded) };
  }
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
  await writeFile(FILE, `${JSON.stringify({ machine, engines }, undefined, 2)}\n`);
}
