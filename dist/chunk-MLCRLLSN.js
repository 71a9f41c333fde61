import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// package.json
var package_default = {
  name: "load-gate",
  version: "0.1.0",
  private: true,
  description: "A performance gate for pull requests: load a staging URL, judge it against an SLA, fail the build on a breach.",
  license: "MIT",
  bin: {
    "load-gate": "dist/cli.js"
  },
  type: "module",
  scripts: {
    demo: "node dist/cli.js demo",
    test: "node .ci/run-tests.ts test",
    format: "oxfmt",
    lint: "oxlint",
    types: "tsc -p . && tsc -p src/terminal/web/client",
    arch: 'node --test "test/house/**/*.test.ts"',
    knip: "knip",
    build: "node .ci/compile-schemas.ts && node .ci/build.ts",
    docs: "node .ci/render-docs.ts && node .ci/render-capacity.ts",
    check: "node .ci/check.ts",
    tools: "node .ci/install-tools.ts",
    suites: "node .ci/run-tests.ts suite",
    engines: "node .ci/test-engines.ts",
    bench: "node test/bench/bench.ts",
    sim: "node test/sim/sim.ts",
    lab: "node test/lab/lab.ts",
    systems: "node test/systems/run-systems.ts"
  },
  dependencies: {
    "@actions/artifact": "6.2.1",
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@protobuf-ts/runtime-rpc": "2.11.1",
    ajv: "8.20.0",
    "hdr-histogram-js": "3.0.1",
    "jsonpath-rfc9535": "1.3.0",
    undici: "8.12.4",
    ws: "8.23.0",
    yaml: "2.9.1"
  },
  devDependencies: {
    "@types/node": "24.19.2",
    "@types/ws": "8.18.2",
    autocannon: "9.0.0",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    knip: "6.42.0",
    node: "24.21.0",
    "oxc-parser": "0.154.0",
    oxfmt: "0.75.0",
    oxlint: "1.89.0",
    "oxlint-tsgolint": "7.0.2004",
    typescript: "7.0.2"
  },
  overrides: {
    "@protobuf-ts/plugin": "npm:@protobuf-ts/runtime-rpc@2.11.1",
    undici: "$undici",
    "unzip-stream": "npm:unzipper@0.12.5"
  },
  engines: {
    node: ">=24"
  },
  allowScripts: {
    esbuild: true,
    node: true
  }
};

// src/version.ts
var VERSION = package_default.version;

export {
  VERSION
};
