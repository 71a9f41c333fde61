#!/usr/bin/env node
/**
 * The entry of the command line. It loads nothing before it knows that this Node can load the rest (undici 8 does not load on Node 20).
 */
import process from 'node:process';

const OLDEST_NODE = 24;

const major = Number.parseInt(process.versions.node, 10);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `load-gate: this is Node ${process.versions.node}; load-gate needs Node ${OLDEST_NODE} or newer\n  install it from your package manager or with a version manager: nvm install ${OLDEST_NODE}\n  (LOAD_GATE_NODE_TOO_OLD)\n`,
  );
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === '--version') {
  const { VERSION } = await import('./version.ts');
  process.stdout.write(`${VERSION}\n`);
} else {
  const { runCommand } = await import('./command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
