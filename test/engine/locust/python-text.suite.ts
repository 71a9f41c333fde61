import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { listTakenWords } from '../../../src/engine/locust/locustfile/name-identifiers.ts';
import { dataOf, escapeText, layOut, renderText } from '../../../src/engine/locust/locustfile/render-python.ts';
import { renderTemplate } from '../../../src/engine/locust/locustfile/render-template.ts';
import { evaluatePython } from '../../other-tools/run-python.ts';
import { drawTexts } from './hostile-texts.ts';
import { renderScenario } from './render-scenario.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-python-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What Python prints as JSON, in ASCII: halves of pairs come back as they are. */
function ask(name: string, code: string): unknown {
  writeFileSync(join(folder, name), code);
  return evaluatePython(folder, `import runpy\nrunpy.run_path(${JSON.stringify(name)})`);
}

test('1,000 hostile texts come back from Python as they were, as literals, docstrings and data', () => {
  const texts = drawTexts(1_000, 1);
  const code = [
    'import json',
    `literals = [${texts.map(renderText).join(',\n')}]`,
    ...texts.map((text, index) => `def f${index}():\n    """${escapeText(text, '"')}."""`),
    `data = ${layOut(dataOf(texts.map((text) => ({ [text]: text }))))}`,
    `print(json.dumps([literals, [globals()[f"f{n}"].__doc__[:-1] for n in range(${texts.length})], data]))`,
  ].join('\n');
  const [literals, docstrings, data] = ask('literals.py', code) as [string[], string[], Record<string, string>[]];
  assert.deepEqual(literals, texts);
  assert.deepEqual(docstrings, texts);
  assert.deepEqual(
    data,
    texts.map((text) => ({ [text]: text })),
  );
});

test('1,000 hostile texts around variables come back with the variables in their places', () => {
  const texts = drawTexts(1_000, 2).map((text) => text.replaceAll('$', ''));
  const code = [
    'import json',
    'class Stub:',
    '    def text(self, *names): return f"<{names}>"',
    '    def secret(self, name): return f"[{name}]"',
    'self = Stub()',
    `print(json.dumps([${texts.map((text) => renderTemplate(`${text}\${a}${text}\${secret.B}\${c.d-e}${text}`)).join(',\n')}]))`,
  ].join('\n');
  assert.deepEqual(
    ask('templates.py', code),
    texts.map((text) => `${text}<('a',)>${text}[B]<('c', 'd-e')>${text}`),
  );
});

const RECORDER = `
class Recorder:
    def __init__(self): self.calls = []
    def text(self, *names): return f"<{names}>"
    value = text
    def secret(self, name): return f"[{name}]"
    def http(self, *items, **named): self.calls.append([*items, named])

def gate_user(plain):
    recorder = Recorder()
    for flow in plain.flows:
        flow[3](recorder)
    CLASSES.append([plain.__doc__, [flow[0] for flow in plain.flows], recorder.calls])
    return plain

CLASSES = []
import atexit
import json as told
atexit.register(lambda: print(told.dumps([PLAN, DATA, CLASSES])))
`;

test('a scenario whose every text is hostile says in Python what it says in YAML', () => {
  const text = (value: string): string => JSON.stringify(value.replaceAll('$', ''));
  const [user = '', ...texts] = drawTexts(41, 3).map((one, index) => `${index} ${one}`);
  const tasks = texts.map(
    (one) =>
      `${text(one)}: { steps: [{ post: /a, name: ${text(one)}, json: { ${text(one)}: ${text(one)} }, headers: { x-a: a }, expect: { body: { contains: ${text(one)} } } }] }`,
  );
  const yaml = `name: ${text(user)}\ndata: { rows: [${texts.map(text).join(', ')}] }\nusers:\n  ${text(user)}:\n    tasks: { ${tasks.join(', ')}, reader: { steps: [{ get: "/\${rows}" }] } }\nphases: [{ name: ${text(user)}, users: 1, duration: 5s }]\n`;
  const { text: file, hash } = renderScenario(yaml, {}, RECORDER);
  const [plan, data, classes] = ask('scenario.py', file) as [
    Record<string, unknown>,
    { rows: { rows: string[] } },
    [string, string[], unknown[][]][],
  ];
  const plain = texts.map((one) => one.replaceAll('$', ''));
  assert.equal(plan['name'], user.replaceAll('$', ''));
  assert.equal(plan['hash'], hash);
  assert.deepEqual((plan['series'] as { name: string }[]).map(({ name }) => name).slice(0, -1), plain);
  assert.deepEqual(data.rows.rows, plain);
  const [[, flows, calls] = ['', [], []]] = classes;
  assert.deepEqual(flows.slice(0, -1), plain);
  assert.deepEqual(
    calls.slice(0, -1),
    plain.map((one) => [one, 'POST', '/a', { headers: { 'x-a': 'a' }, json: { [one]: one }, expect: [['contains', one]] }]),
  );
});

test('no class or flow can be named as what Locust gives its users, nor as a word of Python', () => {
  const script = `
import json, keyword
from locust import HttpUser, User
from locust.contrib.fasthttp import FastHttpUser
names = {name for kind in (User, HttpUser, FastHttpUser) for name in dir(kind) if not name.startswith("_")}
print(json.dumps(sorted(names | set(keyword.kwlist) | {word for word in keyword.softkwlist if word != "_"})))`;
  const taken = listTakenWords('');
  const names = evaluatePython(folder, script) as string[];
  assert.ok(names.length > 60, String(names.length));
  assert.deepEqual(
    names.filter((name) => !taken.has(name)),
    [],
  );
});
