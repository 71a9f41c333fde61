import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test, type TestContext } from 'node:test';
import { findLocust } from '../../../src/engine/locust/find-locust.ts';
import { GateError } from '../../../src/gate-error.ts';

/** A folder with programs that print something when they are asked for their version; a name with a text is a script. */
function makePrograms(context: TestContext, programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'find-locust-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, code] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!${process.execPath}\n${code}\n`);
    chmodSync(join(folder, name), 0o700);
  }
  return folder;
}

const says = (text: string): string => `console.log(${JSON.stringify(text)})`;
const GOOD = says('locust 2.47.0 from /opt/venv/lib/python3.11/site-packages/locust (Python 3.11.7, OpenSSL 3.0)');

/** What an error is about. */
function lacks(pattern: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof GateError);
    assert.equal(error.code, 'LOAD_GATE_LOCUST_MISSING');
    assert.match(error.message, pattern);
    assert.match(error.hint ?? '', /pip install/);
    return true;
  };
}

test('The locust on the PATH is taken, with its versions.', async (context) => {
  const folder = makePrograms(context, { locust: GOOD });
  assert.deepEqual(await findLocust({ PATH: folder }), { command: ['locust'], version: '2.47.0', python: '3.11.7' });
});

test('Without one, that of python3 is.', async (context) => {
  const folder = makePrograms(context, {
    python3: `process.argv.slice(2).join(' ') === '-m locust --version' ? ${GOOD} : process.exit(1)`,
  });
  assert.deepEqual((await findLocust({ PATH: folder })).command, ['python3', '-m', 'locust']);
});

test('LOAD_GATE_LOCUST wins over both, whatever it is called, and a Python is asked for its module.', async (context) => {
  const folder = makePrograms(context, {
    locust: says('locust 2.40.0'),
    'my locust': GOOD,
    'python3.11': `process.argv[2] === '-m' ? ${GOOD} : process.exit(1)`,
  });
  const named = join(folder, 'my locust');
  assert.deepEqual((await findLocust({ PATH: folder, LOAD_GATE_LOCUST: named })).command, [named]);
  const python = join(folder, 'python3.11');
  assert.deepEqual((await findLocust({ PATH: folder, LOAD_GATE_LOCUST: python })).command, [python, '-m', 'locust']);
});

test('A path from here is made whole, for Locust is started elsewhere; a name is looked up on the PATH.', async (context) => {
  const folder = makePrograms(context, { locust: GOOD, 'my-locust': GOOD });
  const named = relative(process.cwd(), join(folder, 'locust'));
  assert.deepEqual((await findLocust({ PATH: folder, LOAD_GATE_LOCUST: named })).command, [join(folder, 'locust')]);
  assert.deepEqual((await findLocust({ PATH: folder, LOAD_GATE_LOCUST: 'my-locust' })).command, ['my-locust']);
});

const REFUSED: readonly (readonly [name: string, code: string, problem: RegExp])[] = [
  ['an old one', says('locust 2.39.1 from /x (Python 3.9.2)'), /Locust 2\.39\.1 is too old/],
  ['a very old one', says('locust 0.14.6'), /Locust 0\.14\.6 is too old/],
  ['one that says nothing', '', /does not say its version/],
  ['another program of that name', says('a swarm of insects'), /does not say its version/],
  ['one that fails', 'process.exit(1)', /LOAD_GATE_LOCUST names no Locust that runs: \/.*\/locust ended with exit code 1;/],
  [
    'one that fails and says why',
    'console.error("Traceback:\\n\\u001b[31mImportError: libssl.so.1.1\\n"); process.exit(1)',
    /LOAD_GATE_LOCUST names no Locust that runs: \/.*\/locust says "ImportError: libssl\.so\.1\.1";/,
  ],
];
for (const [name, code, problem] of REFUSED) {
  test(`Refused: ${name}.`, async (context) => {
    const folder = makePrograms(context, { locust: code });
    await assert.rejects(findLocust({ PATH: folder, LOAD_GATE_LOCUST: join(folder, 'locust') }), lacks(problem));
  });
}

test('Where there is none, it says what to install.', async (context) => {
  const folder = makePrograms(context, {});
  await assert.rejects(findLocust({ PATH: folder }), lacks(/^there is no locust on the PATH, and there is no python3 on the PATH;/));
  symlinkSync('/nowhere', join(folder, 'gone'));
  const gone = /^LOAD_GATE_LOCUST names no Locust that runs: there is no \/.*\/gone, or no Python for it;/;
  await assert.rejects(findLocust({ PATH: folder, LOAD_GATE_LOCUST: join(folder, 'gone') }), lacks(gone));
});

test('Each place that was asked says why it has none.', async (context) => {
  const folder = makePrograms(context, {
    locust: 'console.error("bad interpreter"); process.exit(126)',
    python3: 'console.error("No module named locust"); process.exit(1)',
  });
  const both = /^locust says "bad interpreter", and python3 -m locust says "No module named locust"; --engine locust needs Locust 2\.40/;
  await assert.rejects(findLocust({ PATH: folder }), lacks(both));
  chmodSync(join(folder, 'locust'), 0o600);
  const named = { PATH: folder, LOAD_GATE_LOCUST: join(folder, 'locust') };
  await assert.rejects(findLocust(named), lacks(/\/locust cannot be run \(EACCES\)/));
});

test('It is asked once.', async (context) => {
  const folder = makePrograms(context, { locust: `require('node:fs').appendFileSync(__dirname + '/asked', 'x'); ${GOOD}` });
  const found = await Promise.all([findLocust({ PATH: folder }), findLocust({ PATH: folder })]);
  assert.equal(found[0], found[1]);
});
