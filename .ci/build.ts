import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
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
  await writeFile(join(outdir, 'licenses.txt'), await collectLicenses(ROOT, Object.keys(metafile.inputs)));
  // Node reads the files as ES modules wherever they are copied to, and asks no folder above.
  await writeFile(join(outdir, 'package.json'), '{ "type": "module" }\n');
}

if (import.meta.main) await buildDist(join(ROOT, 'dist'));
