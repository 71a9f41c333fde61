/** Rows that hold secrets on real Locust. Needs it (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { readRuntime } from '../../../src/engine/locust/read-runtime.ts';
import { createMasker } from '../../../src/mask-secrets.ts';
import { evaluatePython, runPython } from '../../other-tools/run-python.ts';
import { serveHttp } from '../../support/serve.ts';
import { renderScenario } from './render-scenario.ts';
import { assertCode, makeGate, readReport, runGateIn } from './start-gate.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-secret-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const ACCOUNTS = Array.from({ length: 40 }, (_, index) => ({ name: `user ${index}`, password: `open-sesame-${index * 7919}-"é"` }));

test('a run on Locust sends the rows that hold secrets, each once, and shows none of them', async (context) => {
  const seen: string[] = [];
  const kept: string[] = [];
  await using server = await serveHttp((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/health') return response.end('fine');
      seen.push(body);
      kept.push(...globSync(join(tmpdir(), 'load-gate-locust-*', 'data.json')));
      // A server that says too much.
      return response.end(`unknown: ${body}, known are ${ACCOUNTS.map(({ password }) => encodeURIComponent(password)).join(' ')}`);
    });
  });
  const scenario = {
    target: server.url,
    data: { account: { pick: 'unique', secret: ['password'], values: ACCOUNTS } },
    steps: [
      { get: '/health' },
      {
        post: '/login',
        json: { name: '${account.name}', password: '${account.password}' },
        expect: { body: { contains: 'welcome' } },
      },
    ],
    phases: [{ iterations: 40, users: 4, max_duration: '20s' }],
  };
  const cwd = await makeGate(context, scenario, { total: { error_budget: '100%' } });
  assertCode(await runGateIn(context, cwd, ['run', '--out', 'out', '--engine', 'locust', '--workers', '2']), 0);
  const sent = ACCOUNTS.map((account) => JSON.stringify(account));
  assert.deepEqual([...seen].sort(), [...sent].sort());
  assert.deepEqual(kept, [], 'no file holds them once they are read');
  const { run } = await readReport(cwd);
  const samples = run.series.flatMap(({ perPhase }) => perPhase.flatMap(({ failures }) => failures.map(({ sample }) => sample)));
  assert.ok(samples.length > 0);
  for (const sample of samples) assert.match(sample, /\*\*\*/);
  for (const name of await readdir(join(cwd, 'out'), { recursive: true })) {
    const content = await readFile(join(cwd, 'out', name), 'utf8').catch(() => '');
    assert.doesNotMatch(content, /open-sesame/, name);
  }
});

const SCENARIO = `data: { pin: { values: [112233], secret: true } }
steps: [{ get: '/\${pin}' }]
phases: [{ users: 1, duration: 1s }]
`;
const HOW = /`load-gate export locust SCENARIO --data FILE` writes it, .* set LOAD_GATE_DATA=FILE\.$/m;

const WITHOUT: readonly (readonly [name: string, path: string | undefined, says: RegExp])[] = [
  ['no file is named', undefined, /^the rows of pin hold secrets .* LOAD_GATE_DATA names none\./m],
  [
    'the file is not there',
    'absent.json',
    /^the rows of pin hold secrets .* absent\.json, which cannot be read \(No such file or directory\)\./m,
  ],
  ['the file holds others', 'other.json', /^the rows of pin hold secrets .*, and other\.json holds others than this plan has\./m],
];
for (const [name, path, says] of WITHOUT)
  for (const flags of [[], ['--processes', '2'], ['--worker']] as const)
    test(`a locustfile ends with a sentence where ${name} (${flags.join(' ') || 'alone'})`, () => {
      writeFileSync(join(folder, 'file.py'), renderWhole().text);
      writeFileSync(join(folder, 'other.json'), '{"pin":[112234]}\n');
      const set = path === undefined ? '' : `os.environ["LOAD_GATE_DATA"] = ${JSON.stringify(path)}; `;
      const start = `import os, sys; ${set}sys.argv = ["locust", "-f", "file.py", "--headless"] + ${JSON.stringify(flags)}; from locust.main import main; main()`;
      const { status, stderr } = runPython(folder, ['-c', start]);
      assert.notEqual(status, 0);
      assert.match(stderr, says);
      assert.match(stderr, HOW);
      assert.doesNotMatch(stderr, /Traceback|11223/);
    });

test('values are masked as load-gate masks them, however many there are', () => {
  writeFileSync(join(folder, 'whole.py'), renderWhole().text);
  const values = ['s3cret', 's3cret-and-more', 'pass word/ü?', '12', 'ab"c\\d', 'x'.repeat(50)];
  const texts = [
    '',
    'nothing here',
    's3cret',
    'a s3cret-and-more b s3crets3cret',
    `basic ${Buffer.from('s3cret').toString('base64')}!`,
    encodeURIComponent('pass word/ü?'),
    new URLSearchParams({ a: 'pass word/ü?' }).toString(),
    JSON.stringify({ a: 'ab"c\\d', b: 12 }),
    `${'x'.repeat(49)} ${'x'.repeat(50)} ${'x'.repeat(120)}`,
  ];
  const script = [
    'import json, os',
    `os.environ["LOAD_GATE_DATA"] = "absent.json"`,
    'from whole import Masker',
    `masker = Masker(json.loads(${JSON.stringify(JSON.stringify(values))}))`,
    `print(json.dumps([masker.mask(text) for text in json.loads(${JSON.stringify(JSON.stringify(texts))})]))`,
  ].join('\n');
  const mask = createMasker(values);
  const expected = texts.map((one) => mask(one));
  // Where values stand into each other, nothing of either is left: 120 x hold 71 times 50 of them.
  expected[expected.length - 1] = `${'x'.repeat(49)} *** ***`;
  assert.deepEqual(evaluatePython(folder, script), expected);
});

function renderWhole(): { readonly text: string } {
  return renderScenario(SCENARIO, {}, readRuntime());
}
