import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '../../.ci/build.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What users run, built from the sources as they are now: a `dist/` that is older cannot make a test pass. */
export interface Product {
  readonly cli: string;
  readonly action: string;
  remove(): Promise<void>;
}

/** Builds into a folder of its own, with the files that the product reads beside it. */
export async function buildProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-product-'));
  await buildDist(join(folder, 'dist'));
  await cp(join(ROOT, 'sla'), join(folder, 'sla'), { recursive: true });
  return {
    cli: join(folder, 'dist/cli.js'),
    action: join(folder, 'dist/action.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
