import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { LAYER_RULES, layerOf, listViolations } from './layer-rules.ts';
import { parseModule, readModules } from './read-modules.ts';

const ROOT = join(import.meta.dirname, '../..');

test('the sources keep the layers of the house', () => {
  const modules = readModules(ROOT, ['src']);
  assert.ok(modules.length > 20, 'the check must see the sources');
  assert.deepEqual(listViolations(LAYER_RULES, modules), []);
});

test('sources import only packages that users install too', async () => {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  const allowed = Object.keys(manifest.dependencies);
  const strangers = readModules(ROOT, ['src']).flatMap(({ path, packages }) =>
    packages.filter((name) => !name.startsWith('node:') && !allowed.includes(name)).map((name) => `${path} → ${name}`),
  );
  assert.deepEqual(strangers, []);
});

const PLACES = [
  ['src/cli.ts', 'entry'],
  ['src/options/parse-argv.ts', 'entry'],
  ['src/options/request.ts', 'ground'],
  ['src/gate.ts', 'gate'],
  ['src/load/worker.ts', 'edge'],
  ['src/load/http/transport.ts', 'edge'],
  ['src/config/issue.ts', 'core'],
  ['src/units.ts', 'ground'],
  ['src/strange.ts', 'homeless'],
  ['src/strange/file.ts', 'homeless'],
] as const;

for (const [path, layer] of PLACES) {
  test(`${path} is ${layer}`, () => assert.equal(layerOf(path), layer));
}

/** A rule that never fires is no rule: each is shown one file that breaks it and one that does not. */
const PLANTED: readonly (readonly [rule: string, path: string, bad: string, good: string])[] = [
  ['every-file-has-a-room', 'src/strange/file.ts', '', ''],
  ['gate-below-entries', 'src/gate.ts', "import { a } from './cli.ts';", "import { a } from './load/a.ts';"],
  ['edges-apart', 'src/github/a.ts', "import type { A } from '../load/a.ts';", "import type { A } from '../report/a.ts';"],
  ['edges-apart', 'src/load/a.ts', "export { a } from '../demo/a.ts';", "export { a } from '../load/http/a.ts';"],
  ['core-below-edges', 'src/plan/a.ts', "const a = import('../load/a.ts');", "const a = import('../config/a.ts');"],
  ['ground-below-all', 'src/units.ts', "import { a } from './config/a.ts';", "import { a } from './gate-error.ts';"],
  ['core-without-world', 'src/report/a.ts', "import { readFileSync } from 'node:fs';", "import { a } from '../units.ts';"],
  ['histograms-behind-one-file', 'src/metrics/a.ts', "import { build } from 'hdr-histogram-js';", "import { a } from './histogram.ts';"],
  ['network-in-load', 'src/demo/a.ts', "import { Client } from 'undici';", "import http from 'node:http';"],
  ['ws-serves', 'src/load/websocket/a.ts', "import { WebSocket } from 'ws';", "import net from 'node:net';"],
  ['actions-in-github', 'src/action.ts', "const core = await import('@actions/core');", "const core = await import('./github/a.ts');"],
  ['yaml-in-config', 'src/gate.ts', "import { parse } from 'yaml';", "import { a } from './config/a.ts';"],
  ['no-cycles', 'src/plan/a.ts', "import { a } from './a.ts';", "import { a } from './b.ts';"],
];

for (const [name, path, bad, good] of PLANTED) {
  test(`${name} catches ${bad || path}`, () => {
    const rules = LAYER_RULES.filter((rule) => rule.name === name);
    assert.equal(listViolations(rules, [parseModule(path, bad)]).length, 1);
    if (good !== '') assert.deepEqual(listViolations(rules, [parseModule(path, good)]), []);
  });
}

test('no-cycles catches a cycle over several files once', () => {
  const modules = [
    parseModule('src/plan/a.ts', "import { b } from './b.ts';"),
    parseModule('src/plan/b.ts', "import type { C } from './c.ts';"),
    parseModule('src/plan/c.ts', "import { a } from './a.ts';"),
  ];
  const rules = LAYER_RULES.filter((rule) => rule.name === 'no-cycles');
  const found = listViolations(rules, modules);
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /a\.ts → src\/plan\/b\.ts → src\/plan\/c\.ts → src\/plan\/a\.ts/);
});

test('every rule has a planted violation', () => {
  const planted = new Set(PLANTED.map(([name]) => name));
  assert.deepEqual(
    LAYER_RULES.filter((rule) => !planted.has(rule.name)).map((rule) => rule.name),
    [],
  );
});
