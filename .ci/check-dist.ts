import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from './build.ts';

const DIST = join(import.meta.dirname, '../dist');

/** Builds into an empty folder and compares with `dist/`, byte for byte: what is committed is what the sources say. */
const fresh = await mkdtemp(join(tmpdir(), 'load-gate-dist-'));
try {
  await buildDist(fresh);
  const [built, committed] = await Promise.all([readAll(fresh), readAll(DIST)]);
  const names = [...new Set([...built.keys(), ...committed.keys()])].toSorted();
  const different = names.filter((name) => !(built.get(name)?.equals(committed.get(name) ?? Buffer.from('\0absent')) ?? false));
  for (const name of different) {
    console.log(`dist/${name}: ${!built.has(name) ? 'no longer built' : committed.has(name) ? 'differs' : 'missing'}`);
  }
  if (different.length > 0) {
    console.log('dist/ is not what the sources build; run: npm run build');
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what the sources build (${names.length} files)`);
  }
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function readAll(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file): Promise<[string, Buffer]> => [file.slice(folder.length + 1), await readFile(file)])),
  );
}
