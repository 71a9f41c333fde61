import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { RUNTIME_FILES } from '../src/engine/locust/read-runtime.ts';
import { collectLicenses } from './collect-licenses.ts';

const ROOT = join(import.meta.dirname, '..');

// Bundled CommonJS asks for `require`, which an ES module does not have; without it hdr-histogram-js falls back to a slower deflate.
const BANNER = "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);";

/** Builds `dist` anew: the entries, their shared chunks, and the licences of what they contain. The same sources give the same bytes. */
export async function buildDist(outdir: string): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      action: 'src/action.ts',
      cli: 'src/cli.ts',
      worker: 'src/load/worker.ts',
      'staging-server': 'src/demo/serve.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    banner: { js: BANNER },
    minify: false,
    sourcemap: false,
    legalComments: 'eof',
    // Optional parts of a dependency's dependency that nothing here calls.
    external: ['@aws-sdk/client-s3'],
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = [...Object.keys(metafile.inputs), ...(await buildLivePage(outdir))];
  // Read as they are: what runs in Locust is Python.
  await mkdir(join(outdir, 'python'), { recursive: true });
  for (const file of RUNTIME_FILES) await copyFile(join(ROOT, 'src/engine/locust', file), join(outdir, file));
  await writeFile(join(outdir, 'licenses.txt'), await collectLicenses(ROOT, inputs));
  // Node reads the files as ES modules wherever they are copied to, and asks no folder above.
  await writeFile(join(outdir, 'package.json'), '{ "type": "module" }\n');
}

/** The script of the live page: one file that browsers of the last years run. Answers what it is made of. */
async function buildLivePage(outdir: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { 'live-page': 'src/terminal/web/client/main.ts' },
    outdir,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome125', 'firefox128', 'safari18'],
    charset: 'utf8',
    minify: false,
    sourcemap: false,
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

if (import.meta.main) await buildDist(join(ROOT, 'dist'));
