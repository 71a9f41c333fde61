import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { exportLocust } from '../src/command-export.ts';
import type { Issue } from '../src/config/issue.ts';
import { readRuntimeFor } from '../src/engine/locust/read-runtime.ts';
import { renderLocustfile } from '../src/engine/locust/locustfile/render-locustfile.ts';
import { prepareGate } from '../src/gate-prepare.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import { choosePaint } from '../src/terminal/paint.ts';
import type { GateOutcome } from '../src/verdict/exit-code.ts';

const SCENARIO = `target: http://127.0.0.1:8000
http: { headers: { authorization: "Bearer \${secret.TOKEN}" } }
steps: [{ get: "/a?of=\${secret.TOKEN}" }]
phases: [{ users: 2, duration: 5s }]
profiles:
  fast: [{ arrival_rate: 1900/s, duration: 5s }]
`;
const FILES: Readonly<Record<string, string>> = {
  'load.yaml': SCENARIO,
  'broken.yaml': 'target: 5\n',
  'redirects.yaml': SCENARIO.replace('steps: [{', 'steps: [{ follow_redirects: true,'),
  'accounts.yaml':
    'target: http://127.0.0.1:8000\ndata: { account: { secret: [password], values: [{ name: ann, password: hunter-2 }] } }\n' +
    'steps: [{ get: "/${account.name}?${account.password}" }]\nphases: [{ users: 2, duration: 5s }]\n',
  'suite.yaml': 'suite: [{ scenario: load.yaml }, { scenario: load.yaml, profile: fast }]\n',
};
const ENV = { TOKEN: 'a-very-secret-token' };
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'load-gate-export-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true, force: true }));

interface Exported {
  readonly outcome: GateOutcome;
  readonly out: string;
  readonly aside: string;
  readonly refused: readonly Issue[];
}

function exportFile(...argv: readonly string[]): Exported {
  const parsed = parseArgv(['export', 'locust', ...argv]);
  assert.ok(parsed.ok && parsed.value.command === 'export locust', JSON.stringify(parsed));
  let [out, aside] = ['', ''];
  let refused: readonly Issue[] = [];
  const outcome = exportLocust(parsed.value, {
    env: ENV,
    cwd: folder,
    now: () => 0,
    write: (text) => void (out += text),
    writeAside: (text) => void (aside += text),
    width: 80,
    paint: choosePaint(false, {}),
    refuse: (issues) => {
      refused = issues;
      return { kind: 'user-error' };
    },
  });
  return { outcome, out, aside, refused };
}

test('the file goes to standard output, whole, and nothing else', () => {
  const { outcome, out, aside } = exportFile('load.yaml');
  assert.deepEqual(outcome, { kind: 'done' });
  assert.ok(out.startsWith('"""\nload, for Locust: made by load-gate '), out.slice(0, 80));
  assert.ok(out.endsWith('\n\nDefault = gate_user(Default)\n'), out.slice(-80));
  assert.ok(out.includes('class Phases(LoadTestShape):'));
  assert.equal(aside, '');
});

test('no secret is in it, set or not', () => {
  const { out } = exportFile('load.yaml');
  assert.doesNotMatch(out, /a-very-secret-token/);
  assert.match(out, /self\.secret\('TOKEN'\)/);
});

test('it is the file that a run with Locust makes of the same scenario', () => {
  const parsed = parseArgv(['run', 'load.yaml', '--engine', 'locust', '--workers', '2']);
  assert.ok(parsed.ok && parsed.value.command === 'run');
  const context = { env: ENV, cwd: folder, workers: 2, requireSecrets: true };
  const ready = prepareGate(parsed.value, context);
  assert.ok(ready.ok, JSON.stringify(ready));
  const { config, plan } = ready.value;
  assert.equal(renderLocustfile({ scenario: config.scenario, plan, runtime: readRuntimeFor(plan) }).text, exportFile('load.yaml').out);
});

test('flags of the plan change it', () => {
  const { out } = exportFile('load.yaml', '--seed', '5', '--target', 'http://127.0.0.1:9000/api', '--set', 'phases.phase-1.users=3');
  assert.match(out, /"seed": 5,/);
  assert.match(out, /"host": "http:\/\/127\.0\.0\.1:9000\/api",/);
  assert.match(out, /"users": 3,/);
});

test('what somebody must know who runs it is said beside', () => {
  const { outcome, out, aside } = exportFile('load.yaml', '--profile', 'fast');
  assert.deepEqual(outcome, { kind: 'done' });
  assert.ok(out.startsWith('"""\n'));
  assert.match(aside, /^load\.yaml:6:10 {2}warning {2}phase phase-1 asks for 1,900\/s.*\n *run it with at least 2 workers\n/);
});

const ROWS = '{"account":[{"name":"ann","password":"hunter-2"}]}\n';

test('rows with secrets are in no file that was not asked for, and what is needed is said beside', () => {
  const { outcome, out, aside } = exportFile('accounts.yaml');
  assert.deepEqual(outcome, { kind: 'done' });
  assert.doesNotMatch(out, /hunter-2/);
  assert.match(
    aside,
    /warning {2}rows of its data hold secrets .*\n *write that with --data FILE, and set LOAD_GATE_DATA to it where workers run\n/,
  );
});

test('--data writes them for their owner alone, as often as they are the same', () => {
  for (const _ of ['first', 'again']) {
    const { outcome, out, aside } = exportFile('accounts.yaml', '--data', 'rows.json');
    assert.deepEqual(outcome, { kind: 'done' });
    assert.equal(out, exportFile('accounts.yaml').out);
    assert.equal(aside, '');
    const file = join(folder, 'rows.json');
    assert.equal(readFileSync(file, 'utf8'), ROWS);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    chmodSync(file, 0o644);
  }
});

const UNWRITTEN: readonly (readonly [path: string, says: RegExp])[] = [
  ['load.yaml', /^load\.yaml is there already, and holds something else; name another file, or take it away$/],
  ['.', /^\. is there already/],
  ['no/such/folder.json', /^no\/such\/folder\.json cannot be written: ENOENT/],
];
for (const [path, says] of UNWRITTEN)
  test(`--data ${path} writes over nothing, and nothing is printed`, () => {
    const { outcome, out, refused } = exportFile('accounts.yaml', '--data', path);
    assert.deepEqual(outcome, { kind: 'user-error' });
    assert.equal(out, '');
    assert.match(refused[0]?.message ?? '', says);
    assert.equal(readFileSync(join(folder, 'load.yaml'), 'utf8'), SCENARIO);
  });

test('where no row holds a secret, --data writes nothing and says so', () => {
  const { outcome, aside } = exportFile('load.yaml', '--data', 'none.json');
  assert.deepEqual(outcome, { kind: 'done' });
  assert.match(aside, /warning {2}none\.json was not written: no row that the file reads holds a secret\n *leave --data out\n/);
  assert.equal(existsSync(join(folder, 'none.json')), false);
});

const REFUSED: readonly (readonly [file: string, says: RegExp])[] = [
  ['broken.yaml', /./],
  ['absent.yaml', /./],
  ['redirects.yaml', /redirects are not followed in Locust/],
  ['suite.yaml', /a locustfile holds one scenario, and this is a suite/],
  ['*.yaml', /a locustfile holds one scenario/],
];
for (const [file, says] of REFUSED)
  test(`${file} is refused, and nothing is printed`, () => {
    const { outcome, out, refused } = exportFile(file);
    assert.deepEqual(outcome, { kind: 'user-error' });
    assert.equal(out, '');
    assert.ok(
      refused.some(({ message }) => says.test(message)),
      JSON.stringify(refused),
    );
  });

test('export alone says what it can export', () => {
  const parsed = parseArgv(['export', 'load.yaml']);
  assert.ok(!parsed.ok);
  assert.match(parsed.issues[0]?.message ?? '', /export has no command "load\.yaml"; expected locust/);
});
