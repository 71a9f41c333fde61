#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/cli.ts
import process from "node:process";
var OLDEST_NODE = 24;
var major = Number.parseInt(process.versions.node, 10);
if (major < OLDEST_NODE) {
  process.stderr.write(
    `load-gate: this is Node ${process.versions.node}; load-gate needs Node ${OLDEST_NODE} or newer
  install it from your package manager or with a version manager: nvm install ${OLDEST_NODE}
  (LOAD_GATE_NODE_TOO_OLD)
`
  );
  process.exitCode = 2;
} else if (process.argv.length === 3 && process.argv[2] === "--version") {
  const { VERSION } = await import("./chunk-OWQBGYVV.js");
  process.stdout.write(`${VERSION}
`);
} else {
  const { runCommand } = await import("./chunk-Z27IEIXJ.js");
  process.exitCode = await runCommand(process.argv.slice(2));
}
