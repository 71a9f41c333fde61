import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readRuntime, readRuntimeFor } from '../../../src/engine/locust/read-runtime.ts';
import { renderLocustfile } from '../../../src/engine/locust/locustfile/render-locustfile.ts';
import { FIXTURES } from '../../config/read-fixtures.ts';
import { evaluatePython, runPython } from '../../other-tools/run-python.ts';
import { exportListed, listScenarios } from './list-scenarios.ts';
import { planScenario, renderScenario } from './render-scenario.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-files-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Names of fixtures, by what becomes of them; the five systems have a table of their own. */
const FIXTURES_REFUSED = [
  'scenario-chat.yaml -',
  'scenario-chat.yaml smoke',
  'scenario-chat.yaml spike',
  'scenario-chat.yaml reading',
  'scenario-websocket.yaml -',
];

test('Python accepts the file of every scenario that is not refused, whole', () => {
  const refused: string[] = [];
  const files: string[] = [];
  for (const [index, one] of listScenarios('sla/*/*.yaml', 'test/fixtures/valid/scenario-*').entries()) {
    const exported = exportListed(one, readRuntimeFor);
    if ('issues' in exported) {
      assert.ok(exported.issues.length > 0 && exported.issues.every(({ suggestion }) => suggestion !== undefined), one.file);
      refused.push(`${one.file} ${one.profile}`);
      continue;
    }
    files.push(`${index}.py`);
    writeFileSync(join(folder, `${index}.py`), exported.text);
  }
  assert.deepEqual(
    refused.filter((name) => name.startsWith('test/')).map((name) => name.replace('test/fixtures/valid/', '')),
    FIXTURES_REFUSED,
  );
  assert.ok(files.length > 50, String(files.length));
  const { status, stderr } = runPython(folder, ['-W', 'error', '-m', 'py_compile', ...files]);
  assert.equal(status, 0, stderr);
});

test('Locust itself finds the users of the rich scenario in its file', () => {
  const yaml = readFileSync(join(FIXTURES, 'locust/rich.yaml'), 'utf8');
  writeFileSync(join(folder, 'rich.py'), renderScenario(yaml, {}, readRuntime()).text);
  const { status, stdout, stderr } = runPython(folder, ['-m', 'locust', '-f', 'rich.py', '--list']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /\bClass\n\s*Chatter\b/);
});

const NAMES = `
import builtins, dis, json, sys, types
import file as module
known = vars(module).keys() | vars(builtins).keys()
missing = set()
def look(code):
    missing.update(step.argval for step in dis.get_instructions(code) if step.opname == "LOAD_GLOBAL" and step.argval not in known)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            look(constant)
look(compile(open(module.__file__).read(), module.__file__, "exec"))
print(json.dumps([sorted(missing), hasattr(module, "FrameParser")]))
`;

for (const [what, steps, hasSockets] of [
  ['without WebSockets', '[{ get: /a }, { think: 1s }]', false],
  ['with WebSockets', '[{ ws: /a }, { hold: 1s }]', true],
] as const)
  test(`the file of a scenario ${what} names nothing that is not in it`, () => {
    const { scenario, plan } = planScenario(`steps: ${steps}\nphases: [{ users: 1, duration: 5s }]\n`);
    writeFileSync(join(folder, 'file.py'), renderLocustfile({ scenario, plan, runtime: readRuntimeFor(plan) }).text);
    const [missing, found] = evaluatePython(folder, NAMES) as readonly [readonly string[], boolean];
    assert.deepEqual(missing, []);
    assert.equal(found, hasSockets);
  });
