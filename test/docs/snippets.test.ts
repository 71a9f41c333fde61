import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSlaAgainstScenario } from '../../src/config/check-sla-against-scenario.ts';
import type { ConfigSource } from '../../src/config/config-source.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSuite } from '../../src/config/parse-suite.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import { readSnippets } from './read-snippets.ts';

const ROOT = join(import.meta.dirname, '../..');

function sourceOf(file: string, text: string): ConfigSource {
  const files = {
    resolve: (_: string, path: string): string => path,
    text: () => ({ error: 'not here' }),
    size: () => ({ error: 'not here' }),
  };
  return { file, text, env: {}, sets: [], files, requireSecrets: false };
}

function assertPair(scenarioText: string, slaText: string): void {
  const scenario = parseScenario(sourceOf('load-gate.yaml', scenarioText));
  const sla = parseSla(sourceOf('load-gate.sla.yaml', slaText));
  assert.ok(scenario.ok, JSON.stringify(scenario));
  assert.ok(sla.ok, JSON.stringify(sla));
  assert.deepEqual(checkSlaAgainstScenario(scenario.value, sla.value), []);
}

test('the scenario and the SLA of README.md are valid and belong together', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [scenarios, slas] = [readSnippets(readme, 'scenario'), readSnippets(readme, 'sla')];
  assert.deepEqual([scenarios.length, slas.length], [3, 3]);
  assertPair(scenarios[0] ?? '', slas[0] ?? '');
});

test('the scenario with WebSockets of README.md and its SLA are valid and belong together', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  assertPair(readSnippets(readme, 'scenario')[2] ?? '', readSnippets(readme, 'sla')[1] ?? '');
});

test('the SLA with values of the target itself in README.md goes with any scenario', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  assertPair(readSnippets(readme, 'scenario')[0] ?? '', readSnippets(readme, 'sla')[2] ?? '');
});

test('the long scenario of README.md is valid', () => {
  const [, scenario = ''] = readSnippets(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'scenario');
  const parsed = parseScenario(sourceOf('load-gate.yaml', scenario));
  assert.ok(parsed.ok, JSON.stringify(parsed));
});

test('the suite of README.md is valid', () => {
  const snippets = readSnippets(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'suite');
  assert.equal(snippets.length, 1);
  const { files, ...source } = sourceOf('load-gate.yaml', snippets[0] ?? '');
  const parsed = parseSuite({ ...source, files: { ...files, size: () => 1 } });
  assert.ok(parsed?.ok, JSON.stringify(parsed));
  assert.deepEqual(
    parsed.value.steps.map((step) => (step.kind === 'part' ? step.name : step.ms)),
    ['api', 30_000, 'chat at its peak'],
  );
});

for (const sla of ['load-gate.sla.yaml', 'broken.sla.yaml', 'undecided.sla.yaml']) {
  test(`the self-test's scenario and ${sla} are valid and belong together`, () => {
    const read = (name: string): string => readFileSync(join(ROOT, '.github/self-test', name), 'utf8');
    assertPair(read('load-gate.yaml'), read(sla));
  });
}
