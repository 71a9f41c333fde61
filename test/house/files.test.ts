import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { RUNTIME_FILES } from '../../src/engine/locust/read-runtime.ts';
import { FILE_RULES } from './file-rules.ts';
import { listViolations } from './layer-rules.ts';
import { parseModule, readModules, readPython } from './read-modules.ts';

const ROOT = join(import.meta.dirname, '../..');
const COMFORTABLE = 200;

test('the files keep the habits of the house', (context) => {
  const modules = readModules(ROOT, ['src', 'test', '.ci']);
  const sources = modules.filter(({ path }) => path.startsWith('src/'));
  for (const { path, text } of sources) {
    const lines = text.split('\n').length;
    if (lines > COMFORTABLE) context.diagnostic(`${path} has ${lines} lines; a comfortable file has at most ${COMFORTABLE}`);
  }
  assert.deepEqual(listViolations(FILE_RULES, sources), []);
  const everywhere = FILE_RULES.filter(({ name }) => ['kebab-case', 'no-vague-names', 'no-default-export'].includes(name));
  assert.deepEqual(listViolations(everywhere, modules), []);
});

test('what runs in Locust keeps them too, and every part of it is in a file that load-gate writes', () => {
  const parts = readPython(ROOT, ['src']);
  const rules = FILE_RULES.filter(({ name }) => ['kebab-case', 'no-vague-names', 'file-length'].includes(name));
  assert.deepEqual(listViolations(rules, parts), []);
  const written = RUNTIME_FILES.map((file) => `src/engine/locust/${file}`);
  assert.deepEqual(
    parts.map(({ path }) => path),
    written.toSorted(),
  );
});

const PLANTED: readonly (readonly [rule: string, path: string, bad: string])[] = [
  ['kebab-case', 'src/plan/buildPlan.ts', ''],
  ['no-vague-names', 'src/plan/utils.ts', ''],
  ['no-vague-names', 'src/helpers/build-plan.ts', ''],
  ['no-default-export', 'src/plan/build-plan.ts', 'export default 1;'],
  ['exported-functions-say-what-they-do', 'src/plan/build-plan.ts', 'export function buildPlan() {}'],
  ['exported-functions-say-what-they-do', 'src/plan/build-plan.ts', 'export async function buildPlan() {}'],
  ['core-without-clock', 'src/plan/build-plan.ts', 'const now = Date.now();'],
  ['core-without-clock', 'src/plan/build-plan.ts', 'const now = new Date();'],
  ['core-without-clock', 'src/plan/build-plan.ts', 'const chance = Math.random;'],
  ['core-without-clock', 'src/plan/build-plan.ts', 'setTimeout(() => {}, 1);'],
  ['core-without-clock', 'src/plan/build-plan.ts', "console.log('here');"],
  ['file-length', 'src/plan/build-plan.ts', '\n'.repeat(300)],
];

for (const [name, path, bad] of PLANTED) {
  test(`${name} catches ${bad.trim() || path}`, () => {
    const rules = FILE_RULES.filter((rule) => rule.name === name);
    assert.equal(listViolations(rules, [parseModule(path, bad)]).length, 1);
  });
}

test('a quiet, documented file breaks no rule', () => {
  const text = '/** Says what. */\nexport function buildPlan(now: number, date: Date) {\n  return new Date(now).getTime() - date.now;\n}\n';
  assert.deepEqual(listViolations(FILE_RULES, [parseModule('src/plan/build-plan.ts', text)]), []);
});
